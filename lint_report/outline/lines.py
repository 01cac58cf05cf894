"""Lines that hold something, without the space around them."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.outline.numbering import Marker, read_marker
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Source

# A line may be led in by space, and by the > that web pages and mails leave there.
_LINE = Pattern(r"[^\s>＞\u200b-\u200f\u2060\ufeff][^\r\n]*")


class Line(NamedTuple):
    """A line without the space around it.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        indent: How many characters stand before it on its line.
        blanks: How many empty lines stand before it.
        running: Whether it is running text, not a cell of a table, a note, code or a quotation.
        marker: The number that it begins with; only running text has one.
    """

    start: int
    end: int
    indent: int
    blanks: int
    running: bool
    marker: Marker | None


def read_lines(source: Source) -> Iterator[Line]:
    """Yield the lines that hold something."""
    text = source.text
    others = iter(sorted((*source.skipped, *source.asides)))
    other = next(others, None)
    before = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if text[end - 1].isspace():
            end = start + len(match.group().rstrip())
        while other is not None and other.end <= start:
            other = next(others, None)
        running = other is None or start < other.start or other.end < end
        marker = read_marker(text, start, end) if running else None
        between = text[before:start]
        if between == "\n":
            yield Line(start, end, 0, 0, running, marker)
        else:
            breaks = max(between.count("\n"), between.count("\r"))
            line_start = before + max(between.rfind("\n"), between.rfind("\r")) + 1
            yield Line(start, end, start - line_start, max(breaks - 1, 0), running, marker)
        before = match.end()
