"""The text of a file as HTML, with the findings marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from lint_report.linter import Issue
from lint_report.records import NamedTuple
from lint_report.reporters.excerpts import show

_LINE = re.compile(r"[^\r\n]+")
_LONGEST_BLOCK = 4000
_MOST_AT_ONCE = 30


class Numbered(NamedTuple):
    """A finding and its number on the page."""

    number: int
    issue: Issue


def marked_blocks(file: int, text: str, findings: Sequence[Numbered], classes: Mapping[int, str]) -> Iterator[str]:
    """Yield the text line by line as paragraphs.

    A line has the identifier `o`, the number of the file, `-` and its offset. Each finding has an anchor `m` + number
    where it begins, and links back to `f` + number. A line of many thousand characters is cut, for browsers lay out
    what can be seen, by the block.

    Args:
        file: The number of the file on the page.
        text: The whole text.
        findings: In the order in which they stand.
        classes: CSS classes of the lines that begin at an offset.
    """
    sweep = _Sweep(text, findings)
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    for at, (start, end) in enumerate(lines):
        last = at == len(lines) - 1
        for cut in range(start, end, _LONGEST_BLOCK):
            stop = min(cut + _LONGEST_BLOCK, end)
            classed = classes.get(_first_mark(text, cut)) if cut == start else "more"
            pieces = "".join(sweep.until(cut, stop, at_end=last and stop == end))
            attribute = f' class="{classed}"' if classed else ""
            yield f'<p id="o{file}-{cut}"{attribute}>{pieces}</p>\n'


def _first_mark(text: str, start: int) -> int:
    """Give the offset of the first character of a line that is no space, where headings begin."""
    while text[start] in " \t\u3000":
        start += 1
    return start


class _Sweep:
    """Goes through the text once, with the findings that cover the present place."""

    def __init__(self, text: str, findings: Sequence[Numbered]) -> None:
        self._text = text
        self._coming = list(reversed(findings))
        self._open: list[Numbered] = []

    def until(self, start: int, end: int, *, at_end: bool) -> Iterator[str]:
        """Yield the HTML of a stretch; at the end of the text, what lies behind it is marked there."""
        at = start
        while at < end:
            yield from self._begin(at)
            self._open = [finding for finding in self._open if finding.issue.span.end > at]
            stops = [finding.issue.span.end for finding in self._open]
            if self._coming:
                stops.append(self._coming[-1].issue.span.start)
            stop = min(end, *stops) if stops else end
            shown = escape(show(self._text[at:stop]))
            yield _link(self._open, shown) if self._open else shown
            at = stop
        if at_end:
            yield from self._begin(len(self._text))

    def _begin(self, at: int) -> Iterator[str]:
        """Yield the anchors of the findings that begin here, or began where no line was."""
        while self._coming and self._coming[-1].issue.span.start <= at:
            finding = self._coming.pop()
            yield f'<i id="m{finding.number}"></i>'
            if finding.issue.span.end <= at:
                yield _link([finding], "")
            else:
                self._open = [*self._open[1 - _MOST_AT_ONCE :], finding]


def _link(findings: Sequence[Numbered], shown: str) -> str:
    """Give a marked stretch; the finding that began last comes first, for it says most about the stretch."""
    inner = sorted(findings, key=_length)
    severity = max((finding.issue.severity for finding in findings), key=_rank)
    numbers = " ".join(str(finding.number) for finding in inner)
    point = "" if shown else " point"
    return f'<a class="m {severity}{point}" href="#f{inner[0].number}" data-f="{numbers}">{shown}</a>'


def _length(finding: Numbered) -> int:
    return finding.issue.span.end - finding.issue.span.start


def _rank(severity: object) -> int:
    return ("info", "warning", "error").index(str(severity))
