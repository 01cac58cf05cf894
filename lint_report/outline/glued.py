"""Headings in the middle of a line: blocks are cut where one fits the numbering of the lines around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.numerals import FORMAL_DIGITS
from lint_report.document import Heading, Report
from lint_report.outline.blocks import FINAL, Block
from lint_report.outline.numbering import Marker, read_marker
from lint_report.patterns import Pattern
from lint_report.source import Span

_HAN = "[一二三四五六七八九十]{1,3}"
_INNER_MARKER = Pattern(
    rf"[一二三四五六七八九十{FORMAL_DIGITS}（(〔](?:(?<=[（(〔]){_HAN}[）)〕]|(?<![（(〔])[一二三四五六七八九十{FORMAL_DIGITS}]{{0,2}}、)"
    rf" ?(?={CHINESE}|[“「0-9０-９])"
)
_BEFORE = FINAL | frozenset("”」）)")
# Before a number, a bullet or the bar of a table is not the text that a heading was glued to.
_WORDS = Pattern(CHINESE)
_SENTENCE_MARK = Pattern(r"[。；！？;!?]")
_CLAUSE_MARK = Pattern(r"[，。；：！？,;:!?]")
_LONGEST_LAST_TITLE = 45
_LONGEST_TITLE = 30
_TITLE = Pattern(r"[^。；：！？;:!?\s]{2,30}?(?:。|[（(]一[）)]|一是|[ \u3000]|\Z)")
_LONGEST_QUOTATION = 600
_SHORTEST_PASSAGE = 100
_SHORTEST_TITLED_PASSAGE = 40


def cut_glued_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Cut every block in which headings stand in the middle of a line."""
    starts = [block.start for block in blocks]
    candidates: dict[int, list[Marker]] = {}
    for match in _INNER_MARKER.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or not starts[at] < match.start() < blocks[at].end or not blocks[at].running:
            continue
        own = blocks[at].marker
        last = candidates[at][-1] if at in candidates else own
        if _may_begin(text, match.start(), last) and _WORDS.search(text, blocks[at].start, match.start()):
            marker = read_marker(text, match.start(), blocks[at].end)
            if marker and (own is None or marker.start > own.title):
                candidates.setdefault(at, []).append(marker)
    return list(_cut(text, blocks, candidates)) if candidates else blocks


def _may_begin(text: str, at: int, last: Marker | None) -> bool:
    """Tell whether a heading can begin here: behind a mark or a space, or right behind the title before it."""
    before = text[at - 1]
    if before in _BEFORE or before.isspace():
        return True
    if last is None or text[at] not in "（(〔" or text[last.start] in "（(〔":
        return False
    return last.title < at <= last.title + _LONGEST_TITLE and not _CLAUSE_MARK.search(text, last.title, at)


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
        counting: set[str] = set()
        for marker, within in _passages(text, candidates.get(at, ())):
            following = within or _next_number(numbered.get(marker.form, ()), at)
            before = last.get(marker.form)
            continues = marker.form in counting and before == marker.number - 1
            if continues or _fits(text, marker, rest, before, following):
                head, rest = _cut_at(text, rest, marker)
                last[marker.form] = marker.number
                if within:
                    counting.add(marker.form)
                yield head
        yield rest


def _passages(text: str, inner: Sequence[Marker]) -> Iterator[tuple[Marker, int | None]]:
    """Yield the numbers of a block that are none of a list in its sentences, each with the next of its form."""
    alike: dict[str, list[Marker]] = {}
    for marker in inner:
        alike.setdefault(marker.form, []).append(marker)
    following = {one.start: other.number for markers in alike.values() for one, other in pairwise(markers)}
    lists = {form for form, markers in alike.items() if _is_list(text, markers)}
    for marker in inner:
        if marker.form not in lists:
            yield marker, following.get(marker.start)


def _next_number(numbered: Sequence[tuple[int, int]], at: int) -> int | None:
    """Give the first number of a form in a later block, at its start or in the middle."""
    later = bisect_right(numbered, at, key=lambda pair: pair[0])
    return numbered[later][1] if later < len(numbered) else None


def _is_list(text: str, alike: Sequence[Marker]) -> bool:
    """Tell whether a sentence counts off (主要是：一、；二、); passages with titles do not, nor does a whole report."""
    if all(abs(one.number - other.number) > 1 for one, other in pairwise(alike)):
        return False
    start, end = alike[0].start, alike[-1].start
    if any(_is_open(text, opening, closing, end) for opening, closing in ("「」", "“”")):
        return True
    steps = len(alike) - 1
    titled = sum(_TITLE.match(text, marker.title) is not None for marker in alike)
    if titled * 2 > len(alike):
        shortest = _SHORTEST_TITLED_PASSAGE
    elif (end - start) * 2 > len(text):
        shortest = _SHORTEST_PASSAGE
    else:
        return True
    return end - start < shortest * steps or text.count("。", start, end) < steps


def _is_open(text: str, opening: str, closing: str, at: int) -> bool:
    """Tell whether a quotation is open at an offset."""
    since = max(at - _LONGEST_QUOTATION, 0)
    return text.rfind(opening, since, at) > text.rfind(closing, since, at)


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
