"""One JSON object for each finding, on a line of its own: for programs that read as we write."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_report.linter import FileResult
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.json import error_as_json, issue_as_json
from lint_report.reporters.json_text import json_text
from lint_report.rule import Json


class JsonLinesReporter(Reporter):
    """The entries of the JSON format, each with its path; errors are lines with the key `error`."""

    name = "jsonl"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the lines; see `Reporter.write`."""
        for result in results:
            rows: list[Json] = []
            if result.source:
                rows += [issue_as_json(result.source, issue, self.language) for issue in result.issues]
            rows += [{"error": error_as_json(error, self.language)} for error in result.errors]
            for row in rows:
                line = {"path": result.path, **row} if isinstance(row, dict) else row
                out.write(json_text(line) + "\n")
