"""JUnit's XML as Jenkins reads it (junit-10.xsd of its xUnit plugin): a suite a file, a failed test a finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_report.linter import FileResult
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.markup import xml_attribute, xml_text


class JunitReporter(Reporter):
    """A file without findings is one test that passed; what could not be done is an error."""

    name = "junit"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the suites; see `Reporter.write`."""
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lint-report">\n')
        for result in results:
            self._write_suite(result, out)
        out.write("</testsuites>\n")

    def _write_suite(self, result: FileResult, out: TextIO) -> None:
        path = xml_attribute(result.path)
        failures, errors = len(result.issues), len(result.errors)
        tests = max(failures + errors, 1)
        out.write(f'<testsuite name={path} tests="{tests}" failures="{failures}" errors="{errors}">\n')
        for issue in result.issues:
            place = f"{issue.start.line}:{issue.start.column}"
            message = issue.message.text(self.language)
            out.write(f"<testcase name={xml_attribute(f'{issue.code} {issue.rule} {place}')} classname={path}>")
            out.write(f"<failure type={xml_attribute(issue.severity.value)} message={xml_attribute(message)}>")
            out.write(f"{xml_text(f'{result.path}:{place}: {message}')}</failure></testcase>\n")
        for error in result.errors:
            message = error.message.text(self.language)
            out.write(f'<testcase name="lint-report" classname={path}>')
            out.write(f'<error type="error" message={xml_attribute(message)}/></testcase>\n')
        if not failures and not errors:
            out.write(f'<testcase name="lint-report" classname={path}/>\n')
        out.write("</testsuite>\n")
