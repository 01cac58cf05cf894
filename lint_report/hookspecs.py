"""The hooks that a plugin may implement.

A plugin may say which version of this interface it is made for: `LINT_REPORT_API = 1` in its module. One that is made
for another version than `API_VERSION` is not loaded, and is named.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    import pluggy

    from lint_report.plugin_files import PluginPath
    from lint_report.readers import Reader
    from lint_report.reporters import Reporter
    from lint_report.rule import Rule

PROJECT = "lint_report"
API_VERSION = 1
F = TypeVar("F", bound=Callable[..., object])


@overload
def hookimpl(function: F) -> F: ...
@overload
def hookimpl(function: None = None, **options: bool | str) -> Callable[[F], F]: ...
def hookimpl(function: F | None = None, **options: bool | str) -> F | Callable[[F], F]:
    """Mark a function as what a plugin implements a hook with, as `pluggy.HookimplMarker` does.

    pluggy itself is imported when there is a plugin beside the built-in rules, which are marked so too.

    Args:
        function: The function.
        options: What pluggy lets an implementation say of itself, such as `tryfirst`.
    """

    def mark(marked: F) -> F:
        setattr(marked, f"{PROJECT}_impl", {**_OPTIONS, **options})
        return marked

    return mark if function is None else mark(function)


_OPTIONS = {
    "wrapper": False,
    "hookwrapper": False,
    "optionalhook": False,
    "tryfirst": False,
    "trylast": False,
    "specname": None,
}


def make_manager() -> pluggy.PluginManager:
    """Give a manager that knows the hooks, and no plugin yet."""
    import pluggy

    specification = pluggy.HookspecMarker(PROJECT)
    for hook in (register_rules, register_readers, register_reporters, register_presets, register_word_lists):
        specification(hook)
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(sys.modules[__name__])
    return manager


def register_rules() -> Iterable[type[Rule[object]]]:  # type: ignore[empty-body]  # a specification has no body
    """Give the rules that the plugin brings."""


def register_readers() -> Iterable[type[Reader]]:  # type: ignore[empty-body]  # a specification has no body
    """Give the readers of further file formats."""


def register_reporters() -> Iterable[type[Reporter]]:  # type: ignore[empty-body]  # a specification has no body
    """Give the reporters of further output formats."""


def register_presets() -> Mapping[str, PluginPath]:  # type: ignore[empty-body]  # a specification has no body
    """Give presets: by the name that `extends` and `--preset` use, the path of a configuration file (YAML).

    It is written as any configuration is; what it names is relative to its own folder.
    """


def register_word_lists() -> Mapping[str, PluginPath]:  # type: ignore[empty-body]  # a specification has no body
    """Give word lists: by the name that the option `lists` of a rule uses, the path of a CSV or YAML file."""
