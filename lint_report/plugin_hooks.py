"""Asks plugins what they bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from lint_report.messages import Message, UserError
from lint_report.records import NamedTuple

if TYPE_CHECKING:
    import pluggy


class Implementation(NamedTuple):
    """What a plugin has for a hook."""

    plugin: str
    function: Callable[[], object]


def implementations_of(hook: pluggy.HookCaller) -> list[Implementation]:
    """Give what the plugins have for a hook."""
    return [Implementation(found.plugin_name, found.function) for found in hook.get_hookimpls()]


def ask_plugins(
    implementations: Iterable[Implementation],
    origins: Mapping[str, str],
    what: Message,
    take: Callable[[object, str], None],
) -> list[UserError]:
    """Ask each plugin for what it brings, and give one error for each that could not be asked or brings what is wrong.

    Args:
        implementations: What the plugins have for the hook.
        origins: For the name of each plugin its package and version.
        what: What is asked for, in the plural.
        take: Is given what a plugin gave, and the package and version of the plugin. What it raises costs that plugin
            what it brings, so it takes all or nothing.
    """
    failures: list[UserError] = []
    for implementation in implementations:
        origin = origins.get(implementation.plugin, implementation.plugin)
        try:
            take(implementation.function(), origin)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever it raises is named, and the run goes on
            failures.append(_not_loaded(implementation.plugin, origin, what, error))
    return failures


def _not_loaded(name: str, origin: str, what: Message, error: BaseException) -> UserError:
    from lint_report.plugin_checks import describe_failure  # few plugins fail

    cause = describe_failure(error)
    return UserError(
        f"插件 {name}（{origin}）的{what.zh}无法加载：{cause}",
        f"the {what.en} of plugin {name} ({origin}) could not be loaded: {cause}",
    )
