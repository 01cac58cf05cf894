"""Finds the report before this one among the files that an option names."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint_report import (
    Document,
    Period,
    Report,
    Source,
    UserError,
    covered_period,
    find_dates,
    read_outline,
    read_source,
)

READABLE = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx")
MOST_FILES = 100
LARGEST = 20_000_000
_MONTHS = 12


class Dated(NamedTuple):
    """A report with the time that it covers, and the file that it stands in."""

    document: Document
    report: Report
    period: Period

    @property
    def source(self) -> Source:
        """The file."""
        return self.document.source

    @property
    def end(self) -> int:
        """The last month that it covers, counted from the year 0."""
        return (self.period.year or 0) * _MONTHS + self.period.last


class Search(NamedTuple):
    """What was found.

    Attributes:
        found: The report before this one; None where there is none.
        looked_at: How many files were looked at.
        left_out: Names of those that were not: they are too many, too large, or cannot be read.
    """

    found: Dated | None
    looked_at: int
    left_out: tuple[str, ...]


def dated_reports(document: Document) -> Iterator[Dated]:
    """Yield the reports of a file that say what time they cover, year included."""
    for report in document.reports:
        opening = "".join(paragraph.joined for paragraph in report.every_paragraph()[:2])
        period = covered_period(report.title, opening, (section.heading.title for section in report.sections))
        if period and period.year is None:
            years = (date.year for date in find_dates(f"{report.title or ''}\n{opening}") if date.year)
            period = period._replace(year=next(years, None))
        if period and period.year:
            yield Dated(document, report, period)


def find_earlier(this: Dated, pattern: str) -> Search:
    """Look for the report before this one.

    What a pattern with wildcards finds may hold reports of others: only one with the same title, dates left aside, is
    the report before this one, and of several the one that ends last. A path without wildcards is taken at its word.

    Args:
        this: The report that is checked.
        pattern: Where to look, relative to its file: a path, or one with `*`, `?` and `**`.

    Raises:
        UserError: The file that the path names cannot be read.
    """
    named = not glob.has_magic(pattern)
    paths = list(_candidates(this.source.path, pattern, named=named))
    best: Dated | None = None
    left_out: list[str] = []
    for count, path in enumerate(paths):
        try:
            status = os.stat(path)
            if count >= MOST_FILES or status.st_size > LARGEST:
                left_out.append(os.path.basename(path))
                continue
            reports = _read(path, status.st_mtime_ns, status.st_size)
        except (OSError, UserError):
            if named:
                raise
            left_out.append(os.path.basename(path))
            continue
        for other in reports:
            if other.end < this.end and (named or _name(other.report) == _name(this.report)):
                best = other if best is None or other.end > best.end else best
    return Search(best, len(paths) - len(left_out), tuple(left_out))


def _candidates(path: str, pattern: str, *, named: bool) -> Iterator[str]:
    """Yield the files that the pattern names, but for the one that is checked and what is no report."""
    folder = glob.escape(os.path.dirname(os.path.abspath(path)))
    for found in sorted(glob.glob(os.path.join(folder, pattern), recursive=True)):
        readable = named or found.lower().endswith(READABLE)
        if readable and os.path.isfile(found) and os.path.realpath(found) != os.path.realpath(path):
            yield found


@lru_cache(maxsize=2 * MOST_FILES)
def _read(path: str, _modified: int, _size: int) -> tuple[Dated, ...]:
    """Read a file; while it stays the same, once."""
    with open(path, "rb") as file:
        return tuple(dated_reports(read_outline(read_source(file.read(), path))))


def _name(report: Report) -> str:
    """Give the title without dates and space: what the reports of one office have in common."""
    title = report.title or ""
    for date in reversed(list(find_dates(title))):
        title = title[: date.span.start] + title[date.span.end :]
    return "".join(title.replace("年终", "").replace("全年", "").split())
