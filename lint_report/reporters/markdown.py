"""A table for the comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from lint_report.linter import FileResult
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.excerpts import show
from lint_report.reporters.text import summary

_MOST = 200
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~@&]")
_UNLINKED = {"@": "@&#8203;", "#": "#&#8203;", "&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ADDRESS = re.compile(":(?=//)|www(?=[.])", re.IGNORECASE)


class MarkdownReporter(Reporter):
    """One row for each finding; a comment may not be too long, so that after some hundred they are only counted."""

    name = "markdown"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the table; see `Reporter.write`."""
        head = (
            self.words("位置", "place"),
            self.words("级别", "severity"),
            self.words("规则", "rule"),
            self.words("问题", "finding"),
        )
        written = 0
        errors: list[str] = []
        for result in results:
            errors += [error.text(self.language) for error in result.errors]
            for issue in result.issues:
                if not written:
                    out.write(f"| {' | '.join(head)} |\n|{' --- |' * len(head)}\n")
                written += 1
                if written <= _MOST:
                    place = plain_markdown(f"{result.path}:{issue.start.line}:{issue.start.column}")
                    message = plain_markdown(issue.message.text(self.language))
                    out.write(
                        f"| {place} | {issue.severity} | {issue.code} {plain_markdown(issue.rule)} | {message} |\n"
                    )
        if written > _MOST:
            out.write(self.words(f"\n……另有 {written - _MOST} 处。\n", f"\n… and {written - _MOST} more.\n"))
        out.writelines(f"\n> {plain_markdown(error)}\n" for error in errors)
        out.write(f"\n**{plain_markdown(summary(tally, self.language))}**\n")


def plain_markdown(text: str) -> str:
    """Escape what Markdown would take for markup, and part what services would make links or mentions of."""
    return _ADDRESS.sub(r"\g<0>&#8203;", _MARKUP.sub(_escaped, show(text)))


def _escaped(match: re.Match[str]) -> str:
    character = match.group()
    return _UNLINKED.get(character) or f"\\{character}"
