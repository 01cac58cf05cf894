"""The text of a document without the line ends that tear its paragraphs."""

from __future__ import annotations

from bisect import bisect_right

from lint_report.document import Document
from lint_report.source import Span


class RunningText:
    """The whole text as it was meant, and the way back from it.

    Attributes:
        text: The document's text without the tears of its paragraphs; the text itself when nothing is torn.
    """

    def __init__(self, document: Document) -> None:
        tears = [tear for paragraph in document.paragraphs for tear in paragraph.tears]
        pieces: list[str] = []
        self._starts: list[int] = []
        self._gaps: list[int] = []
        at = gap = 0
        for tear in tears:
            pieces.append(document.text[at : tear.start])
            gap += tear.end - tear.start
            at = tear.end
            self._starts.append(at - gap)
            self._gaps.append(gap)
        self.text = "".join((*pieces, document.text[at:])) if tears else document.text

    def offset(self, index: int) -> int:
        """Give the document offset of a character of the text."""
        at = bisect_right(self._starts, index)
        return index + self._gaps[at - 1] if at else index

    def span_of(self, start: int, end: int) -> Span:
        """Give the document span of a stretch of the text (end exclusive, not empty)."""
        return Span(self.offset(start), self.offset(end - 1) + 1)
