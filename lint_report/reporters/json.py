"""The machine-readable format; what it holds only grows, a break raises `version`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_report.fix import applies
from lint_report.linter import FileResult, Issue
from lint_report.messages import Language, UserError
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.json_text import json_text
from lint_report.rule import Json
from lint_report.source import Source, Span


class JsonReporter(Reporter):
    """One JSON document for the run."""

    name = "json"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the document, file by file; see `Reporter.write`."""
        out.write('{"version": 1, "files": [')
        for at, result in enumerate(results):
            out.write(",\n" if at else "\n")
            out.write(json_text(self._file(result)))
        out.write(f'\n], "summary": {json_text(_summary(tally))}}}\n')

    def _file(self, result: FileResult) -> Json:
        source = result.source
        return {
            "path": result.path,
            "encoding": source.encoding if source else None,
            "issues": [issue_as_json(source, issue, self.language) for issue in result.issues] if source else [],
            "errors": [error_as_json(error, self.language) for error in result.errors],
        }


def issue_as_json(source: Source, issue: Issue, language: Language) -> Json:
    """Give a finding as the JSON format has it."""
    fix: Json = None
    if issue.fix and applies(source, issue.fix):
        edits: list[Json] = [{**_place(source, edit.span), "text": edit.text} for edit in issue.fix.edits]
        fix = {"safe": issue.fix.safe, "edits": edits}
    label = source.label(issue.span.start)
    return {
        "rule": issue.rule,
        "code": issue.code,
        "severity": issue.severity.value,
        "message": issue.message.text(language),
        "line": issue.start.line,
        "column": issue.start.column,
        "end_line": issue.end.line,
        "end_column": issue.end.column,
        "data": dict(issue.data),
        "fix": fix,
        **({"place": label.text(language)} if label else {}),
    }


def error_as_json(error: UserError, language: Language) -> Json:
    """Give an error as the JSON format has it."""
    return {"message": error.message.text(language), "line": error.line}


def _summary(tally: Tally) -> Json:
    return {
        "files": tally.files,
        "issues": tally.severities.total(),
        **{severity: tally.severities[severity] for severity in ("error", "warning", "info")},
        "silenced": tally.silenced["remark"],
        "baseline": tally.silenced["baseline"],
        "errors": tally.errors,
    }


def _place(source: Source, span: Span) -> dict[str, Json]:
    start, end = source.position(span.start), source.end_position(span)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
