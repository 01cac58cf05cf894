"""Puts the text that rules see together from pieces of the file, and remembers where each piece came from."""

from __future__ import annotations

from lint_report.readers.decoding import Decoded
from lint_report.source import Directive, HeadingMark, Source, Span


class Extract:
    """The text of a file while its reader takes it out of the markup.

    Attributes:
        raw: The whole decoded file.
        length: How much text there is so far, without a line end that waits for the line after it.
        skipped: See `Source.skipped`; the reader adds to it.
        asides: See `Source.asides`; the reader adds to it.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.length = 0
        self.skipped: list[Span] = []
        self.asides: list[Span] = []
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int]] = []
        self._headings: list[HeadingMark] = []
        self._directives: list[Directive] = []
        self._waiting_remarks: list[str] = []
        self._waiting_line_end: tuple[str, int] | None = None

    @property
    def in_line(self) -> bool:
        """Whether the next piece goes on with a line that has begun."""
        return self.length > 0 and self._waiting_line_end is None

    def keep(self, start: int, end: int) -> None:
        """Take a stretch of the file into the text as it stands."""
        if start < end:
            self.begin()
            self._append(self.raw[start:end], start)

    def add(self, text: str, at: int) -> None:
        """Put characters into the text that stand for what begins at one place of the file: an entity, a line end."""
        self.begin()
        for character in text:
            self._append(character, at)

    def end_line(self, at: int, *, blank: bool = False) -> None:
        """End the line, if one has begun, as soon as another comes.

        Args:
            at: What the line end stands for in the file.
            blank: Whether a blank line follows.
        """
        if self.in_line:
            self._waiting_line_end = ("\n\n" if blank else "\n"), at

    def begin(self) -> int:
        """Give the offset of the next piece."""
        if self._waiting_line_end is not None:
            text, at = self._waiting_line_end
            self._waiting_line_end = None
            for character in text:
                self._append(character, at)
        if self._waiting_remarks:
            self._directives.extend(Directive(self.length, remark) for remark in self._waiting_remarks)
            self._waiting_remarks.clear()
        return self.length

    def remark(self, text: str) -> None:
        """Note a remark to lint-report: it stands in the line that has begun, or else before the next."""
        if self.in_line:
            self._directives.append(Directive(self.length, text))
        else:
            self._waiting_remarks.append(text)

    def heading(self, start: int, level: int) -> None:
        """Note that the text from an offset on is a heading."""
        if start < self.length:
            self._headings.append(HeadingMark(Span(start, self.length), level))

    def source(self, decoded: Decoded, path: str, format_name: str) -> Source:
        """Give the source of all that was taken in."""
        self._waiting_line_end = None
        self.begin()
        text = "".join(self._pieces)
        same = text == self.raw
        return Source(
            path=path,
            text=text,
            encoding=decoded.encoding,
            format=format_name,
            raw=None if same else self.raw,
            runs=() if same else tuple(self._runs) or ((0, 0),),
            headings=tuple(self._headings),
            skipped=_apart(self.skipped),
            asides=_apart(self.asides),
            directives=tuple(self._directives),
            notices=decoded.notices,
            editable=decoded.exact,
            bom=decoded.bom,
        )

    def _append(self, piece: str, at: int) -> None:
        if not self._runs or self._runs[-1][1] - self._runs[-1][0] != at - self.length:
            self._runs.append((self.length, at))
        self._pieces.append(piece)
        self.length += len(piece)


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """Give stretches in order, with those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
