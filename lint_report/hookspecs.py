"""The hooks that a plugin may implement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from lint_report.readers import Reader
    from lint_report.reporters import Reporter
    from lint_report.rule import Rule

PROJECT = "lint_report"
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
