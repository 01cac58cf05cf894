"""Headings in the middle of a line: blocks are cut where one fits the numbering of the lines around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.numerals import FORMAL_DIGITS
from lint_report.document import Heading, Report
from lint_report.outline.blocks import FINAL, Block
from lint_report.outline.numbering import Marker, read_marker
from lint_report.source import Span

_HAN = "[一二三四五六七八九十]{1,3}"
_INNER_MARKER = re.compile(
    rf"(?:[一二三四五六七八九十{FORMAL_DIGITS}]{{1,3}}、|[（(]{_HAN}[）)]) ?(?={CHINESE}|[“「0-9０-９])"
)
_BEFORE = FINAL | frozenset("”」）)")
# Before a number, a bullet or the bar of a table is not the text that a heading was glued to.
_WORDS = re.compile(CHINESE)
_SENTENCE_MARK = re.compile(r"[。；！？;!?]")
_LONGEST_LAST_TITLE = 45


def cut_glued_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Cut every block in which headings stand in the middle of a line."""
    starts = [block.start for block in blocks]
    candidates: dict[int, list[Marker]] = {}
    for match in _INNER_MARKER.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or not starts[at] < match.start() < blocks[at].end or not blocks[at].running:
            continue
        before = text[match.start() - 1]
        if (before in _BEFORE or before.isspace()) and _WORDS.search(text, blocks[at].start, match.start()):
            marker = read_marker(text, match.start(), blocks[at].end)
            own = blocks[at].marker
            if marker and (own is None or marker.start >= own.end):
                candidates.setdefault(at, []).append(marker)
    return list(_cut(text, blocks, candidates)) if candidates else blocks


def heading_gaps(report: Report, text: str) -> Iterator[tuple[Heading, Span]]:
    """Yield the headings that only a space parts from their body, where others like them have a line of their own.

    The span is that of the space.
    """
    on_own_line = {section.heading.form for section in report.walk() if not section.heading.run_in}
    for section in report.walk():
        heading = section.heading
        if not (heading.run_in and heading.title and section.paragraphs and heading.form in on_own_line):
            continue
        end, body = heading.span.end, section.paragraphs[0].span.start
        if heading.title_span.end == end < body and not text[end:body].strip():
            yield heading, Span(end, body)


def inner_headings(text: str, block: Block) -> list[Marker]:
    """Give what looks like the number of a heading in the middle of a block."""
    found = (read_marker(text, match.start(), block.end) for match in _INNER_MARKER.finditer(text, *block[:2]))
    return [marker for marker in found if marker and marker.start > block.start]


def _cut(text: str, blocks: list[Block], candidates: dict[int, list[Marker]]) -> Iterator[Block]:
    numbered: dict[str, list[tuple[int, int]]] = {}
    for at, block in enumerate(blocks):
        for marker in (block.marker, *candidates.get(at, ())):
            if marker:
                numbered.setdefault(marker.form, []).append((at, marker.number))
    last: dict[str, int] = {}
    for at, block in enumerate(blocks):
        if block.marker:
            last[block.marker.form] = block.marker.number
        rest = block
        inner = candidates.get(at, ())
        for marker in inner:
            following = _next_number(numbered.get(marker.form, ()), at)
            if not _in_list(marker, inner) and _fits(text, marker, rest, last.get(marker.form), following):
                head, rest = _cut_at(text, rest, marker)
                last[marker.form] = marker.number
                yield head
        yield rest


def _next_number(numbered: Sequence[tuple[int, int]], at: int) -> int | None:
    """Give the first number of a form in a later block, at its start or in the middle."""
    later = bisect_right(numbered, at, key=lambda pair: pair[0])
    return numbered[later][1] if later < len(numbered) else None


def _in_list(marker: Marker, inner: Sequence[Marker]) -> bool:
    """Tell whether the paragraph itself counts off (主要是：一、……；二、……)."""
    near = {marker.number - 1, marker.number, marker.number + 1}
    return any(other is not marker and other.form == marker.form and other.number in near for other in inner)


def _fits(text: str, marker: Marker, block: Block, before: int | None, following: int | None) -> bool:
    """Tell whether a number in the middle of a block goes on with the numbering of the lines around it."""
    goes_on = following == marker.number + 1
    if marker.number == 1:
        return goes_on and before != 1
    if before != marker.number - 1:
        return False
    title = block.end - marker.title <= _LONGEST_LAST_TITLE and text[block.end - 1] not in FINAL
    ends_the_line = title and not _SENTENCE_MARK.search(text, marker.title, block.end)
    return goes_on or (ends_the_line and following in (None, 1))


def _cut_at(text: str, block: Block, marker: Marker) -> tuple[Block, Block]:
    before = text[block.start : marker.start]
    end = block.start + len(before.rstrip())
    head = block._replace(end=end, tears=tuple(tear for tear in block.tears if tear.end <= end))
    tears = tuple(tear for tear in block.tears if tear.start >= marker.start)
    return head, Block(marker.start, block.end, tears, marker, None, glued=True)
