"""What a person reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from lint_report.linter import FileResult
from lint_report.reporters import Reporter


class TextReporter(Reporter):
    """One block a finding."""

    name = "text"

    def write(self, results: Sequence[FileResult], out: TextIO) -> None:
        """Write the findings; see `Reporter.write`."""
        for result in results:
            for issue in result.issues:
                message = issue.message.text(self.language)
                place = f"{result.path}:{issue.start.line}:{issue.start.column}"
                out.write(f"{place}: {issue.severity} {issue.code} {issue.rule}: {message}\n")
