"""Checkstyle's XML, which many servers read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_report.linter import FileResult
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.markup import xml_attribute


class CheckstyleReporter(Reporter):
    """A `file` for each file, an `error` for each finding."""

    name = "checkstyle"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the files; see `Reporter.write`."""
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')
        for result in results:
            out.write(f"<file name={xml_attribute(result.path)}>\n")
            for issue in result.issues:
                message = xml_attribute(issue.message.text(self.language))
                source = xml_attribute(f"lint-report.{issue.rule}")
                place = f'line="{issue.start.line}" column="{issue.start.column}"'
                out.write(f'<error {place} severity="{issue.severity}" message={message} source={source}/>\n')
            for error in result.errors:
                message = xml_attribute(error.message.text(self.language))
                out.write(
                    f'<error line="{error.line or 1}" severity="error" message={message} source="lint-report"/>\n'
                )
            out.write("</file>\n")
        out.write("</checkstyle>\n")
