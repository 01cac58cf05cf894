"""Lines that hold something, without the space around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint_report.source import Source

# A line may be led in by space, and by the > that web pages and mails leave there.
_LINE = re.compile(r"[^\s>＞\u200b-\u200f\u2060\ufeff][^\r\n]*")


class Line(NamedTuple):
    """A line without the space around it.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        indent: How many characters stand before it on its line.
        blanks: How many empty lines stand before it.
    """

    start: int
    end: int
    indent: int
    blanks: int


def read_lines(source: Source) -> Iterator[Line]:
    """Yield the lines that hold something, without those that lie in a skipped stretch of the source."""
    text = source.text
    skipped = iter(source.skipped)
    skip = next(skipped, None)
    before = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        if text[end - 1].isspace():
            end = start + len(match.group().rstrip())
        while skip is not None and skip.end <= start:
            skip = next(skipped, None)
        if skip is None or start < skip.start or skip.end < end:
            breaks = max(text.count("\n", before, start), text.count("\r", before, start))
            line_start = max(text.rfind("\n", before, start), text.rfind("\r", before, start), before - 1) + 1
            yield Line(start, end, start - line_start, max(breaks - 1, 0))
        before = match.end()
