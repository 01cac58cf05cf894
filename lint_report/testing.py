"""Case files: texts that a rule must report or leave alone, checked whole.

A case file is named after its rule and lies in `tests/cases/`:

    bad:
      - name: what the case shows
        text: |
          20xx年，我镇……
        findings:
          - {line: 1, column: 1, marked: 20xx年, message: 没有填写}
    good:
      - name: a near miss
        text: |
          2023年，我镇……

Every finding of a bad case is listed: a finding more is a failure as much as one less. `line` and `message` (a part of
the Chinese message) are required, `column`, `marked` (the words under the mark) and `data` (the facts that must be
among the finding's data) may be given. A bad case may state `fixed`, the text after all its fixes. A case of either
sort may set `options` of the rule and the `path` that the text is read under (`draft.txt` unless it says otherwise).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from lint_report.config.settings import RuleSettings
from lint_report.linter import Issue, run_rule
from lint_report.outline import read_outline
from lint_report.plugins import AnyRule
from lint_report.readers import read_source
from lint_report.rule import Severity
from lint_report.source import Source


@dataclass(frozen=True, slots=True)
class Case:
    """One text and what the rule must say of it."""

    name: str
    text: str
    path: str
    options: Mapping[str, object]
    findings: tuple[Mapping[str, object], ...]
    fixed: str | None


def load_cases(path: Path) -> Iterator[Case]:
    """Read a case file.

    Raises:
        ValueError: It is not of the form above; the message names file and case.
    """
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    unknown = set(content) - {"bad", "good"}
    if unknown:
        raise ValueError(f"{path}: unknown keys {sorted(unknown)}")
    for verdict in ("bad", "good"):
        for row in content.get(verdict) or ():
            yield _case(path, verdict, row)


def _case(path: Path, verdict: str, row: Mapping[str, object]) -> Case:
    name = str(row.get("name", ""))
    known = {"name", "text", "path", "options"} | ({"findings", "fixed"} if verdict == "bad" else set())
    if not name or not row.get("text") or set(row) - known:
        raise ValueError(f"{path}: case {name!r} needs name and text, and knows only {sorted(known)}")
    findings = row.get("findings", [])
    options = row.get("options", {})
    if not isinstance(findings, list) or not isinstance(options, dict) or (verdict == "bad" and not findings):
        raise ValueError(f"{path}: case {name!r} must list its findings")
    for finding in findings:
        if not {"line", "message"} <= set(finding) <= {"line", "column", "message", "marked", "data"}:
            raise ValueError(
                f"{path}: case {name!r}: a finding has line and message, and may have column, marked, data"
            )
    fixed = row.get("fixed")
    where = str(row.get("path", "draft.txt"))
    return Case(
        f"{verdict}: {name}", str(row["text"]), where, options, tuple(findings), None if fixed is None else str(fixed)
    )


def check_case(rule: AnyRule, case: Case) -> list[str]:
    """Run a rule over a case and give the differences, one line each; empty when all is as stated."""
    source = read_source(case.text.encode(), case.path)
    settings = RuleSettings(rule, Severity.WARNING, rule.options_type(**case.options))
    issues = sorted(run_rule(read_outline(source), settings), key=_start)
    differences: list[str] = []
    for at in range(max(len(issues), len(case.findings))):
        found = issues[at] if at < len(issues) else None
        wanted = case.findings[at] if at < len(case.findings) else None
        if found is None or wanted is None or not _agrees(source, found, wanted):
            differences.append(f"expected {wanted}, found {found and _show(source, found)}")
    if case.fixed is not None:
        mended = apply_fixes(source.text, issues)
        if mended != case.fixed:
            differences.append(f"expected after the fixes {case.fixed!r}, got {mended!r}")
    return differences


def apply_fixes(text: str, issues: list[Issue]) -> str:
    """Give the text with every fix of the issues applied, from the end."""
    edits = sorted((edit for issue in issues if issue.fix for edit in issue.fix.edits), reverse=True)
    for span, replacement in edits:
        text = text[: span.start] + replacement + text[span.end :]
    return text


def _agrees(source: Source, issue: Issue, wanted: Mapping[str, object]) -> bool:
    found = _show(source, issue)
    data = wanted.get("data", {})
    return (
        all(found[key] == wanted[key] for key in ("line", "column", "marked") if key in wanted)
        and str(wanted["message"]) in issue.message.zh
        and isinstance(data, dict)
        and all(issue.data.get(key) == value for key, value in data.items())
    )


def _show(source: Source, issue: Issue) -> dict[str, object]:
    return {
        "line": issue.start.line,
        "column": issue.start.column,
        "marked": source.text[issue.span.start : issue.span.end],
        "message": issue.message.zh,
        "data": dict(issue.data),
    }


def _start(issue: Issue) -> tuple[int, int]:
    return issue.span
