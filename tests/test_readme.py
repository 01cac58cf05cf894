"""The READMEs say what is true: the table of rules is the rules' own."""

from __future__ import annotations

import re

import pytest

from lint_report.documentation import read_documentation
from lint_report.messages import Language
from lint_report.plugins import load_registry
from tests.conftest import ROOT

_TABLE = re.compile(r"(<!-- rules: begin -->\n).*?(<!-- rules: end -->)", re.DOTALL)


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_table_of_rules_is_current(name: str, language: Language, request: pytest.FixtureRequest) -> None:
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    expected = _TABLE.sub(lambda match: match[1] + table(language) + match[2], text)
    if request.config.getoption("--update-goldens"):
        path.write_text(expected, encoding="utf-8")
        text = expected
    assert text == expected


def table(language: Language) -> str:
    heads = {"en": ("code", "rule", "finds"), "zh": ("代码", "规则", "查什么")}[language]
    rows = [f"| {' | '.join(heads)} |", "| --- | --- | --- |"]
    for name, registered in load_registry(entry_points=False).rules.items():
        summary = read_documentation(registered.rule).summary.text(language)
        rows.append(f"| {registered.rule.code} | {name} | {summary} |")
    return "\n".join(rows) + "\n"
