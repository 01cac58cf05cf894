"""The machine-readable format; what it holds only grows, a break raises `version`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from lint_report.linter import FileResult, Issue
from lint_report.reporters import Reporter
from lint_report.rule import Json
from lint_report.source import Source, Span


class JsonReporter(Reporter):
    """One JSON document for the run."""

    name = "json"

    def write(self, results: Sequence[FileResult], out: TextIO) -> None:
        """Write the document; see `Reporter.write`."""
        counts = Counter(issue.severity.value for result in results for issue in result.issues)
        document: Json = {
            "version": 1,
            "files": [self._file(result) for result in results],
            "summary": {
                "files": len(results),
                "issues": sum(counts.values()),
                **{severity: counts[severity] for severity in ("error", "warning", "info")},
                "errors": sum(len(result.errors) for result in results),
            },
        }
        json.dump(document, out, ensure_ascii=False)
        out.write("\n")

    def _file(self, result: FileResult) -> Json:
        return {
            "path": result.path,
            "encoding": result.source.encoding if result.source else None,
            "issues": [self._issue(result.source, issue) for issue in result.issues if result.source],
            "errors": [{"message": error.message.text(self.language), "line": error.line} for error in result.errors],
        }

    def _issue(self, source: Source, issue: Issue) -> Json:
        fix: Json = None
        if issue.fix:
            edits: list[Json] = [{**_place(source, edit.span), "text": edit.text} for edit in issue.fix.edits]
            fix = {"safe": issue.fix.safe, "edits": edits}
        return {
            "rule": issue.rule,
            "code": issue.code,
            "severity": issue.severity.value,
            "message": issue.message.text(self.language),
            "line": issue.start.line,
            "column": issue.start.column,
            "end_line": issue.end.line,
            "end_column": issue.end.column,
            "data": dict(issue.data),
            "fix": fix,
        }


def _place(source: Source, span: Span) -> dict[str, Json]:
    start, end = source.position(span.start), source.end_position(span)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
