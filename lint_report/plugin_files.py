"""Data that plugins bring as files: presets and word lists, each under a name."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from lint_report.messages import UserError
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple

if TYPE_CHECKING:
    import pluggy

PluginPath: TypeAlias = "str | os.PathLike[str]"
_NAME = Pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PRESET_ENDINGS = (".yaml", ".yml")
_LIST_ENDINGS = (".csv", *_PRESET_ENDINGS)
_NONE: Mapping[str, str] = MappingProxyType({})


class PluginFiles(NamedTuple):
    """The files of all plugins, as absolute paths by their names.

    Attributes:
        presets: What `extends` and `--preset` may name beside the presets that are shipped.
        word_lists: What an option that takes word lists may name beside paths.
    """

    presets: Mapping[str, str] = _NONE
    word_lists: Mapping[str, str] = _NONE


def load_files(manager: pluggy.PluginManager, origins: Mapping[str, str]) -> tuple[PluginFiles, list[UserError]]:
    """Collect the presets and word lists of plugins.

    Args:
        manager: The plugins.
        origins: For the name of each plugin its package and version.

    Returns:
        The files, and one error for each plugin or name that had to be left out, with the cause.
    """
    failures: list[UserError] = []
    presets: dict[str, str] = {}
    if manager.hook.register_presets.get_hookimpls():
        from lint_report.config.layers import preset_names  # most runs have no plugin

        presets = _collect(_Hook(manager, "register_presets", _PRESET_ENDINGS, preset_names()), origins, failures)
    word_lists = _collect(_Hook(manager, "register_word_lists", _LIST_ENDINGS), origins, failures)
    return PluginFiles(presets, word_lists), failures


class _Hook(NamedTuple):
    """A hook that gives files by name.

    Attributes:
        manager: The plugins.
        name: Its name.
        endings: What the paths must end in.
        shipped: The names that lint-report has itself.
    """

    manager: pluggy.PluginManager
    name: str
    endings: tuple[str, ...]
    shipped: Sequence[str] = ()


def _collect(hook: _Hook, origins: Mapping[str, str], failures: list[UserError]) -> dict[str, str]:
    found: dict[str, str] = {}
    owners = dict.fromkeys(hook.shipped, "lint-report")
    for implementation in getattr(hook.manager.hook, hook.name).get_hookimpls():
        origin = origins.get(implementation.plugin_name, implementation.plugin_name)
        try:
            given = dict(implementation.function())
            for name, path in given.items():
                _check(name, path, hook.endings)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever it raises is named, and the run goes on
            failures.append(_failure(hook.name, implementation.plugin_name, origin, error))
            continue
        for name, path in given.items():
            if name in owners:
                failures.append(_clash(hook.name, name, origin, owners[name]))
                continue
            found[name], owners[name] = os.path.abspath(path), origin
    return found


def _check(name: object, path: object, endings: tuple[str, ...]) -> None:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError(f"the name {name!r} must match {_NAME.source}")
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"{name} is {path!r} and no path")
    if not os.fspath(path).endswith(endings):
        raise ValueError(f"{name} is {os.fspath(path)!r}, which does not end in {' or '.join(endings)}")
    if not os.path.isfile(path):
        raise FileNotFoundError(f"{name} is {os.fspath(path)!r}, which is not there")


def _failure(hook: str, plugin: str, origin: str, error: BaseException) -> UserError:
    from lint_report.plugin_checks import describe_failure

    cause = describe_failure(error)
    return UserError(
        f"插件 {plugin}（{origin}）的 {hook} 无法加载：{cause}",
        f"{hook} of plugin {plugin} ({origin}) could not be loaded: {cause}",
    )


def _clash(hook: str, name: str, origin: str, owner: str) -> UserError:
    return UserError(
        f"{hook}：{origin} 的“{name}”与 {owner} 的同名，前者未启用；请改用别的名称",
        f"{hook}: {name!r} of {origin} has the name of one of {owner} and was left out; give it another name",
    )
