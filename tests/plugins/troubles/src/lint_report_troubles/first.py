"""A plugin without fault, whose code another one has too."""

from __future__ import annotations

from lint_report import NoOptions, Rule, hookimpl
from lint_report_troubles.rules import Example


@hookimpl
def register_rules() -> list[type[Rule[NoOptions]]]:
    return [Example]
