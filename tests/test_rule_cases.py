"""Every case file, and every example in a rule's docstring, against its rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_report.config.settings import RuleSettings
from lint_report.documentation import read_documentation
from lint_report.linter import run_rule
from lint_report.outline import read_outline
from lint_report.plugins import AnyRule, load_registry
from lint_report.readers import read_source
from lint_report.rule import Severity
from lint_report.testing import Case, check_case, load_cases

CASES = Path(__file__).parent / "cases"
RULES = {name: registered.rule for name, registered in load_registry(entry_points=False).rules.items()}


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        pytest.param(rule, case, id=f"{name}: {case.name}")
        for name, rule in RULES.items()
        for case in (load_cases(CASES / f"{name}.yaml") if (CASES / f"{name}.yaml").exists() else ())
    ],
)
def test_case(rule: AnyRule, case: Case) -> None:
    assert check_case(rule, case) == []


@pytest.mark.parametrize("name", RULES)
def test_rule_has_cases_that_it_reports_and_cases_that_it_leaves(name: str) -> None:
    cases = list(load_cases(CASES / f"{name}.yaml"))
    assert {case.name.partition(":")[0] for case in cases} == {"bad", "good"}


@pytest.mark.parametrize("name", RULES)
def test_examples_of_the_docstring_hold(name: str) -> None:
    documentation = read_documentation(RULES[name])
    assert all(count_findings(RULES[name], text) > 0 for text in documentation.bad)
    assert [text for text in documentation.good if count_findings(RULES[name], text)] == []


def count_findings(rule: AnyRule, text: str) -> int:
    document = read_outline(read_source(text.encode(), "example.txt"))
    return len(run_rule(document, RuleSettings(rule, Severity.WARNING, rule.options_type())))


def test_no_case_file_without_a_rule() -> None:
    assert {path.stem for path in CASES.glob("*.yaml")} <= set(RULES)
