"""The kinds of rules: one file each."""

from __future__ import annotations

from lint_report.yaml_rules.check import Check
from lint_report.yaml_rules.kinds.compare import Compare
from lint_report.yaml_rules.kinds.consistency import Consistency
from lint_report.yaml_rules.kinds.count import Count
from lint_report.yaml_rules.kinds.forbidden import Forbidden
from lint_report.yaml_rules.kinds.length import Length
from lint_report.yaml_rules.kinds.order import Order
from lint_report.yaml_rules.kinds.required import Required
from lint_report.yaml_rules.kinds.substitution import Substitution

KINDS: dict[str, type[Check]] = {
    "forbidden": Forbidden,
    "required": Required,
    "substitution": Substitution,
    "count": Count,
    "length": Length,
    "order": Order,
    "consistency": Consistency,
    "compare": Compare,
}
