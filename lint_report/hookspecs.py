"""The hooks that a plugin may implement.

A plugin may say which version of this interface it is made for: `LINT_REPORT_API = 1` in its module. One that is made
for another version than `API_VERSION` is not loaded, and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from lint_report.plugin_files import PluginPath
    from lint_report.readers import Reader
    from lint_report.reporters import Reporter
    from lint_report.rule import Rule

PROJECT = "lint_report"
API_VERSION = 1
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def register_rules() -> Iterable[type[Rule[object]]]:  # type: ignore[empty-body]  # a specification has no body
    """Give the rules that the plugin brings."""


@hookspec
def register_readers() -> Iterable[type[Reader]]:  # type: ignore[empty-body]  # a specification has no body
    """Give the readers of further file formats."""


@hookspec
def register_reporters() -> Iterable[type[Reporter]]:  # type: ignore[empty-body]  # a specification has no body
    """Give the reporters of further output formats."""


@hookspec
def register_presets() -> Mapping[str, PluginPath]:  # type: ignore[empty-body]  # a specification has no body
    """Give presets: by the name that `extends` and `--preset` use, the path of a configuration file (YAML).

    It is written as any configuration is; what it names is relative to its own folder.
    """


@hookspec
def register_word_lists() -> Mapping[str, PluginPath]:  # type: ignore[empty-body]  # a specification has no body
    """Give word lists: by the name that the option `lists` of a rule uses, the path of a CSV or YAML file."""
