"""What a reader gives: the text that rules see, and the way back to the file it came from."""

from __future__ import annotations

import sys
from bisect import bisect_right
from functools import cached_property

from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple

_LINE_END = Pattern(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A stretch of text: character offsets, end exclusive."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Tell whether another span lies wholly in this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A place in a file as editors count it: line and column from 1, in characters."""

    line: int
    column: int


class HeadingMark(NamedTuple):
    """A heading that the file format itself declares (a Word style, `#`, `<h2>`).

    Attributes:
        span: The heading's text, without markup.
        level: 1 for the highest.
    """

    span: Span
    level: int


class Directive(NamedTuple):
    """A remark to lint-report that stands in the file, already taken out of the text.

    Attributes:
        offset: Where in the text it stood.
        text: What follows `lint-report:` in it.
    """

    offset: int
    text: str


class _Fields(NamedTuple):
    path: str
    text: str
    encoding: str = "utf-8"
    format: str = "text"
    raw: str | None = None
    runs: tuple[tuple[int, int], ...] = ()
    headings: tuple[HeadingMark, ...] = ()
    skipped: tuple[Span, ...] = ()
    asides: tuple[Span, ...] = ()
    directives: tuple[Directive, ...] = ()
    notices: tuple[Message, ...] = ()
    labels: tuple[tuple[int, Message], ...] = ()
    editable: bool = True
    bom: bool = False


class Source(_Fields):
    """The text of one file as rules see it.

    It keeps its table of lines once that was asked for.

    Attributes:
        path: The file as the user named it; `-` for standard input.
        text: What rules see. Offsets everywhere are offsets into this.
        encoding: Python's name of the encoding that it was read in. With a byte-order mark put before it where `bom`
            says so, `raw` (or `text`) encodes to the bytes of the file.
        format: The reader that read it: text, markdown, html, docx, or one of a plugin.
        raw: The decoded file that lines and columns refer to, where it differs from `text` (markup, front matter).
        runs: Pairs (offset in text, offset in raw), ascending: from the one on, characters correspond one to one
            until the next pair. Empty when text and raw are the same.
        headings: Headings that the format declares.
        skipped: Stretches of the text that are not the writer's prose (code, quotations), in order and apart: nothing
            in them is a heading, and what rules find there does not count.
        asides: Stretches that are not running text (cells of tables, notes, text boxes, headers and footers), in order
            and apart: rules look there, but nothing in them is a heading or continues a paragraph.
        directives: Remarks to lint-report.
        notices: What the user must be told about the reading, such as an encoding that was guessed.
        labels: Pairs (offset, label), ascending: what a place is called in formats without lines (Word).
        editable: Whether fixes can be written back into the file.
        bom: Whether the file began with a byte-order mark.
    """

    def position(self, offset: int) -> Position:
        """Give line and column, in the file, of a character of the text.

        Lines end at LF, CRLF or CR; columns count characters (code points).
        """
        at = self.raw_offset(offset)
        line = bisect_right(self._line_starts, at)
        return Position(line, at - self._line_starts[line - 1] + 1)

    def end_position(self, span: Span) -> Position:
        """Give line and column of the end of a span (exclusive), on the line of its last character."""
        if span.end <= span.start:
            return self.position(span.start)
        line, column = self.position(span.end - 1)
        return Position(line, column + 1)

    def raw_offset(self, offset: int) -> int:
        """Give the offset in `raw` of an offset in `text`."""
        if not self.runs:
            return offset
        run = max(bisect_right(self.runs, (offset, len(self.raw or ""))) - 1, 0)
        start, raw_start = self.runs[run]
        return raw_start + offset - start

    def raw_span(self, span: Span) -> Span | None:
        """Give the stretch of `raw` that a stretch of `text` stands for.

        None where they are not the same characters, because markup stands within or a character was written as an
        entity: an edit there would harm what the writer does not see.
        """
        if not self.runs or self.raw is None:
            return span
        start = self.raw_offset(span.start)
        end = start if span.end <= span.start else self.raw_offset(span.end - 1) + 1
        return Span(start, end) if self.raw[start:end] == self.text[span.start : span.end] else None

    def is_skipped(self, span: Span) -> bool:
        """Tell whether a stretch begins in what is not the writer's prose."""
        at = bisect_right(self.skipped, (span.start, len(self.text))) - 1
        return at >= 0 and span.start < self.skipped[at].end

    def label(self, offset: int) -> Message | None:
        """Give what the place is called where the format has no lines."""
        at = bisect_right(self.labels, offset, key=_first)
        return self.labels[at - 1][1] if at else None

    def line_text(self, line: int, first: int = 0, last: int = sys.maxsize) -> str:
        """Give one line of the file, counted from 1, without its line end; or a stretch of that line.

        Args:
            line: Its number.
            first: How many of its characters to leave out; a line may hold the whole file.
            last: The number of characters after which to stop.
        """
        raw = self.text if self.raw is None else self.raw
        starts = self._line_starts
        start, end = starts[line - 1], starts[line] if line < len(starts) else len(raw)
        while end > start and raw[end - 1] in "\r\n":
            end -= 1
        return raw[min(start + first, end) : min(start + last, end)]

    @cached_property
    def _line_starts(self) -> list[int]:
        raw = self.text if self.raw is None else self.raw
        return [0, *(match.end() for match in _LINE_END.finditer(raw))]


def _first(pair: tuple[int, Message]) -> int:
    return pair[0]
