"""A plugin for a version of the interface that is not there yet."""

from __future__ import annotations

from lint_report import NoOptions, Rule, hookimpl
from lint_report_troubles.rules import Example

LINT_REPORT_API = 2


class Third(Example):
    __doc__ = Example.__doc__
    name = "third-rule"
    code = "T803"


@hookimpl
def register_rules() -> list[type[Rule[NoOptions]]]:
    return [Third]
