"""What may import what: the core knows no rule, a rule knows neither the command line nor another rule."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

RULES = ROOT / "rules" / "lint_report_rules"


def test_only_the_plugin_manager_names_the_built_in_rules() -> None:
    importers = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "lint_report").rglob("*.py")
        if any(name.split(".")[0] == "lint_report_rules" for name in imported(path))
    }
    assert importers == {"lint_report/plugins.py"}


def test_rules_import_only_the_core_and_never_one_another() -> None:
    forbidden = (
        "lint_report.cli",
        "lint_report.commands",
        "lint_report.reporters",
        "lint_report.linter",
        "lint_report_rules",
    )
    offences = [
        (path.relative_to(ROOT).as_posix(), name)
        for path in RULES.rglob("*.py")
        if path != RULES / "__init__.py"
        for name in imported(path)
        if name.startswith(forbidden) and not name.rpartition(".")[2].startswith("_")
    ]
    assert offences == []


def test_the_core_does_not_know_the_command_line() -> None:
    offences = [
        path.name
        for path in (ROOT / "lint_report").rglob("*.py")
        if path.parent.name != "commands" and path.name not in ("cli.py", "__main__.py")
        for name in imported(path)
        if name.startswith(("lint_report.cli", "lint_report.commands"))
    ]
    assert offences == []


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
