"""Between our places (lines and columns from 1, in characters) and those of the protocol (from 0, in code units)."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from lsprotocol import types
from pygls.workspace import PositionCodec

from lint_report.source import Position, Source, Span

_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n|\n|\r")


class Positions:
    """Converts places in one text.

    Args:
        source: The text; places are those of the file, not of what readers make of it.
        codec: Counts the code units that client and server agreed on, UTF-16 unless the client offered others.
    """

    def __init__(self, source: Source, codec: PositionCodec) -> None:
        self._source = source
        self._codec = codec
        self._raw = source.text if source.raw is None else source.raw
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(self._raw))]
        units_are_characters = codec.encoding != types.PositionEncodingKind.Utf8 and not _BEYOND_BMP.search(self._raw)
        self._plain = units_are_characters or codec.encoding == types.PositionEncodingKind.Utf32

    def place(self, place: Position) -> types.Position:
        """Give a place as the protocol counts it."""
        character = place.column - 1
        if not self._plain:
            character = self._codec.client_num_units(self._source.line_text(place.line)[:character])
        return types.Position(place.line - 1, character)

    def range(self, start: Position, end: Position) -> types.Range:
        """Give a stretch between two places."""
        return types.Range(self.place(start), self.place(end))

    def range_of(self, span: Span) -> types.Range:
        """Give a stretch of the source's text."""
        return self.range(self._source.position(span.start), self._source.position(span.end))

    def range_in_file(self, span: Span) -> types.Range:
        """Give a stretch of the file's own text."""
        return types.Range(self._at(span.start), self._at(span.end))

    def offset(self, place: types.Position) -> int:
        """Give the offset, in the file's own text, of a place; what lies behind a line's end is its end."""
        if place.line >= len(self._starts):
            return len(self._raw)
        line = self._source.line_text(place.line + 1)
        character = place.character
        if not self._plain:
            units = list(accumulate(map(self._codec.client_num_units, line), initial=0))
            character = bisect_left(units, character)
        return self._starts[place.line] + min(character, len(line))

    def end(self) -> types.Position:
        """Give the end of the text."""
        return self._at(len(self._raw))

    def line_end(self, line: int) -> types.Position:
        """Give the end of a line, counted from 1."""
        return self.place(Position(line, len(self._source.line_text(line)) + 1))

    def _at(self, offset: int) -> types.Position:
        line = bisect_left(self._starts, offset + 1)
        return self.place(Position(line, offset - self._starts[line - 1] + 1))
