"""Reviewdog's diagnostic format. Its columns count bytes of UTF-8, as its definition (reviewdog.rdf) says."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from lint_report.linter import FileResult, Issue
from lint_report.reporters import Reporter, Tally
from lint_report.rule import Edit, Json
from lint_report.source import Position, Source

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


class RdjsonReporter(Reporter):
    """One DiagnosticResult."""

    name = "rdjson"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the document; see `Reporter.write`."""
        diagnostics: list[Json] = [
            self._diagnostic(result.path, result.source, issue)
            for result in results
            if result.source
            for issue in result.issues
        ]
        document: Json = {"source": {"name": "lint-report"}, "diagnostics": diagnostics}
        json.dump(document, out, ensure_ascii=False, indent=1)
        out.write("\n")

    def _diagnostic(self, path: str, source: Source, issue: Issue) -> Json:
        suggestions: list[Json] = [_suggestion(source, edit) for edit in issue.fix.edits] if issue.fix else []
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
    before = source.line_text(place.line)[: place.column - 1]
    return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
