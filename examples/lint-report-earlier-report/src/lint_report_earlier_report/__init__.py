"""A rule for lint-report that compares a report with the one before it."""

from __future__ import annotations

from lint_report import Rule, hookimpl
from lint_report_earlier_report.left_from_earlier import LeftFromEarlier

LINT_REPORT_API = 1


@hookimpl
def register_rules() -> list[type[Rule[object]]]:
    """Give the rule."""
    return [LeftFromEarlier]
