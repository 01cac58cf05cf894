"""Reviewdog's diagnostic format. Its columns count bytes of UTF-8, as its definition (reviewdog.rdf) says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_report.fix import applies
from lint_report.linter import FileResult, Issue
from lint_report.messages import UserError
from lint_report.paths import repository_path
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.json_text import json_text
from lint_report.rule import Edit, Json
from lint_report.source import Position, Source

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class RdjsonReporter(Reporter):
    """One DiagnosticResult."""

    name = "rdjson"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the document; see `Reporter.write`."""
        diagnostics: list[Json] = []
        for result in results:
            path = repository_path(result.path)
            if result.source:
                diagnostics += [self._diagnostic(path, result.source, issue) for issue in result.issues]
            diagnostics += [self._failure(path, error) for error in result.errors]
        document: Json = {"source": {"name": "lint-report"}, "diagnostics": diagnostics}
        out.write(json_text(document, indent=1) + "\n")

    def _failure(self, path: str, error: UserError) -> Json:
        return {"message": error.message.text(self.language), "location": {"path": path}, "severity": "ERROR"}

    def _diagnostic(self, path: str, source: Source, issue: Issue) -> Json:
        suggestions: list[Json] = []
        if issue.fix and source.editable and applies(source, issue.fix):
            suggestions = [_suggestion(source, edit) for edit in issue.fix.edits]
        return {
            "message": issue.message.text(self.language),
            "location": {"path": path, "range": _range(source, issue.start, issue.end)},
            "severity": _SEVERITIES[issue.severity.value],
            "code": {"value": issue.code},
            **({"suggestions": suggestions} if suggestions else {}),
        }


def _suggestion(source: Source, edit: Edit) -> Json:
    return {
        "range": _range(source, source.position(edit.span.start), source.end_position(edit.span)),
        "text": edit.text,
    }


def _range(source: Source, start: Position, end: Position) -> Json:
    return {"start": _place(source, start), "end": _place(source, end)}


def _place(source: Source, place: Position) -> Json:
    before = source.line_text(place.line, 0, place.column - 1)
    return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
