"""The sample drafts: beside each stand the findings that it must give, and no others.

`pytest tests/test_seeds.py --update-goldens` writes them anew; read the difference before it is committed.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from lint_report.config import Resolver
from lint_report.linter import lint
from lint_report.plugins import load_registry
from tests.conftest import ROOT

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
CLEAN = [path for path in SEEDS if path.stem.startswith("clean_")]
RESOLVER = Resolver(load_registry(entry_points=False), search=False)


def findings_of(path: Path) -> list[dict[str, object]]:
    result = lint(path.read_bytes(), path.name, RESOLVER.settings(path.name))
    assert result.source is not None
    assert result.errors == ()
    text = result.source.text
    return [
        {
            "line": issue.start.line,
            "column": issue.start.column,
            "rule": issue.rule,
            "severity": issue.severity.value,
            "marked": text[issue.span.start : issue.span.end][:30],
        }
        for issue in result.issues
    ]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_draft_gives_exactly_its_findings(path: Path, request: pytest.FixtureRequest) -> None:
    golden = path.with_suffix(".findings.yaml")
    found = findings_of(path)
    if request.config.getoption("--update-goldens"):
        rows = "".join(f"- {json.dumps(row, ensure_ascii=False)}\n" for row in found)
        golden.write_text(rows or "[]\n", encoding="utf-8")
    assert found == yaml.safe_load(golden.read_text(encoding="utf-8"))


def test_there_are_enough_drafts_of_the_right_size() -> None:
    assert len(SEEDS) >= 8
    assert CLEAN
    assert all(800 <= len(path.read_text(encoding="utf-8")) <= 3000 for path in SEEDS)


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_clean_drafts_give_none(path: Path) -> None:
    assert findings_of(path) == []
