"""Workflow commands that GitHub shows as annotations.

The form, and what must be escaped in it, is GitHub's documentation of workflow commands (`::error file=…::message`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from lint_report.linter import FileResult
from lint_report.paths import repository_path
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.excerpts import show

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class GithubReporter(Reporter):
    """One command for each finding and each error."""

    name = "github"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the commands; see `Reporter.write`."""
        for result in results:
            path = _property(repository_path(result.path))
            for issue in result.issues:
                place = f"file={path},line={issue.start.line},endLine={issue.end.line}"
                if issue.start.line == issue.end.line:
                    place += f",col={issue.start.column},endColumn={issue.end.column}"
                title = _property(f"{issue.code} {issue.rule}")
                command = _COMMANDS[issue.severity.value]
                out.write(f"::{command} {place},title={title}::{_data(issue.message.text(self.language))}\n")
            out.writelines(
                f"::error file={path}::{_data(error.message.text(self.language))}\n" for error in result.errors
            )


def _data(text: str) -> str:
    """Escape a message, so that no text of a document can begin a line, and with it a command, of its own."""
    return show(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
