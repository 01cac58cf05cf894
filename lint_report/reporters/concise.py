"""One line for each finding, as compilers write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_report.linter import FileResult
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.excerpts import show, show_line


class ConciseReporter(Reporter):
    """`path:line:column: severity code message`."""

    name = "concise"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the lines; see `Reporter.write`."""
        for result in results:
            for issue in result.issues:
                place = f"{show_line(result.path)}:{issue.start.line}:{issue.start.column}"
                message = show(issue.message.text(self.language))
                out.write(f"{place}: {issue.severity} {issue.code} {message}\n")
