"""A plugin with a code that is taken."""

from __future__ import annotations

from lint_report import NoOptions, Rule, hookimpl
from lint_report_troubles.rules import Example


class Second(Example):
    __doc__ = Example.__doc__
    name = "second-rule"


@hookimpl
def register_rules() -> list[type[Rule[NoOptions]]]:
    return [Second]
