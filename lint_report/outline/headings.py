"""Headings: which blocks are one, and where their title ends."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile, zip_longest

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.folding import fold
from lint_report.chinese.numerals import write_numeral
from lint_report.chinese.words import is_word
from lint_report.document import Heading, Paragraph
from lint_report.outline.annexes import is_annex
from lint_report.outline.blocks import FINAL, Block
from lint_report.outline.numbering import BARE, ENUMERATIONS, Marker, read_marker, second_reading
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span

# What is longer, up to its first full stop, is a sentence and no title.
_LONGEST_TITLE = 60
_MAY_BE_LEVELS = ("1.", "1.1")
_LONGEST_LINE = 120
_STOP = Pattern(r"[。：！？!?；]|[:;](?![0-9])|\.(?![0-9A-Za-z.])")
_INNER_STOP = Pattern(rf"[。；！？!?]|[:：;](?![0-9])|\.(?={CHINESE})")
_AFTER_STOP = Pattern(r"[”’」』）)】》]*[\s　]*")
_TRAILING = " 　\t。：:；;，,、.．！!？?"
_GAP = Pattern(rf"(?<![ 　])[ 　]+(?={CHINESE}|[“「]|(?:19|20)\d\d年)")
_PAUSE = Pattern(r"[，、,]")
_SHORTEST_GLUED_TITLE = 8
_FORMS_OF_SECTIONS = frozenset({"第一部分", "第一章", "壹、", "一、", "(一)"})

_NO_HEADING = Pattern(
    rf"(?!{CHINESE}|[\d“《「『a-zA-Z])(?s:.)|各位|尊敬|敬|謹|谨|此致|以上|附[：:件表]|注[：:]|[0-9０-９.,年月日/\-—\s]+\Z"
)
_APPENDIX = Pattern(
    r".{0,12}(?:名词|名詞|术语|用语|词语|指标)(?:解释|解釋|注解|註解|說明|说明|注释|註釋|釋義|释义)[：:]?\Z"
)
_CUSTOMARY = Pattern(
    r"(?:前言|引言|[绪緒]言|[结結][语語]|[结結]束[语語]|[总總][结結]|小[结結]|概述|背景|[体體][会會])\Z"
)
_MARK_OF_PROSE = Pattern(r"[。；，;,]|\.(?![0-9])")
_NO_TITLE = Pattern(r"[。；，,;！!？?…]|[:：.]\Z|会议上\Z|會議上\Z|大会上\Z")
_LONGEST_PLAIN = 32
_SHORTEST_PLAIN = 4
_SHORTEST_BODY = 20


class Entry(NamedTuple):
    """A block as the tree takes it: a heading with or without a body on the same line, or a paragraph.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        heading: Its heading, None for a paragraph.
        body: The paragraph, or what follows the heading on its line.
        declared: The level, where the file format declares it to be a heading.
        stray: The heading at the start of an excerpt.
    """

    start: int
    end: int
    heading: Heading | None
    body: Paragraph | None
    declared: int | None = None
    stray: Heading | None = None


def settle_numbers(text: str, blocks: list[Block]) -> list[Block]:
    """Keep the numbers that may be quantities only where they go on with a numbering."""
    last: dict[str, Marker] = {}
    settled: list[Block] = []
    divided = {_prefix(text, block.marker) for block in blocks if block.marker and block.marker.form == "1.1"}
    for block, following in zip_longest(blocks, blocks[1:]):
        marker = block.marker
        if marker and marker.form == BARE:
            marker = marker if str(marker.number) in divided else None
        elif marker and marker.number == 1 and marker.form in _MAY_BE_LEVELS and _begins_list(marker, following):
            marker = second_reading(text, marker)
        elif marker and not marker.sure:
            marker = _settled(text, marker, last)
        elif marker and marker.form == "一是" and _counts_on(text, block, marker):
            marker = None
        if marker is not block.marker:
            block = block._replace(marker=marker)  # noqa: PLW2901  # the same block, read again
        if marker:
            last[marker.form] = marker
        settled.append(block)
    return settled


def _begins_list(marker: Marker, following: Block | None) -> bool:
    """Tell whether 1.5个…… is the first item of a list, because 2. comes next."""
    after = following.marker if following else None
    return not marker.sure and after is not None and (after.form, after.number, after.sure) == ("1.", 2, True)


def _counts_on(text: str, block: Block, marker: Marker) -> bool:
    """Tell whether the same line goes on with 二是: the line is then a paragraph, not one of its items."""
    following = write_numeral(marker.number + 1, text[marker.start])
    return following is not None and text.find(f"{following}是", marker.end, block.end) >= 0


def _settled(text: str, marker: Marker, last: dict[str, Marker]) -> Marker | None:
    before = last.get(marker.form)
    if marker.form in ("1.", "一、"):
        return marker if before and before.number == marker.number - 1 else None
    second = second_reading(text, marker)
    item = _settled(text, second, last) if second else None
    if item and (before is None or before.start < last["1."].start):
        return item
    if marker.number == 1 or (before and _prefix(text, before) == _prefix(text, marker)):
        return marker
    return item


def _prefix(text: str, marker: Marker) -> str:
    return text[marker.start : marker.end].rstrip(".．、").rpartition(".")[0]


def read_entries(text: str, blocks: list[Block]) -> list[Entry]:
    """Give the headings and paragraphs that the blocks are."""
    alone = _forms_that_stand_alone(text, blocks)
    front = _front_matter(text, blocks)
    entries: list[Entry] = []
    for at, block in enumerate(blocks):
        if block.abstract:
            body = Paragraph(Span(block.start, block.end), text, block.tears)
            entries.append(Entry(block.start, block.end, None, body, None, _stray_heading(text, block, blocks[at + 1])))
        elif block.marker or block.declared is not None:
            entries.append(_read_heading(text, block, alone))
        elif block.running and at >= front and _is_plain_heading(text, blocks, at):
            entries.append(_standing_alone(text, block, block.end))
        else:
            body = Paragraph(Span(block.start, block.end), text, block.tears)
            entries.append(Entry(block.start, block.end, None, body))
    return entries


def _forms_that_stand_alone(text: str, blocks: list[Block]) -> frozenset[str]:
    """Give the forms whose headings mostly have a line of their own, or are parted from their body by a space."""
    alone: Counter[str] = Counter()
    for block in blocks:
        if block.marker:
            stop = _INNER_STOP.search(text, block.marker.title, block.end)
            parted = stop is None or _title_gap(text, block.marker, stop.start())
            alone[block.marker.form] += 1 if parted else -1
    return frozenset(form for form, count in alone.items() if count > 0)


def _read_heading(text: str, block: Block, alone: frozenset[str]) -> Entry:
    marker = block.marker
    start = marker.title if marker else block.start
    stop = _STOP.search(text, start, block.end) if block.declared is None else None
    if stop is None:
        if block.declared is None and block.end - start > _LONGEST_LINE:
            return _sentence(text, block, start)
        return _standing_alone(text, block, block.end)
    after = _AFTER_STOP.match(text, stop.end(), block.end)
    body = after.end() if after else stop.end()
    gap = _title_gap(text, marker, stop.start()) if marker and marker.form in alone and body < block.end else None
    if gap:
        return _run_in(text, block, gap.start(), gap.start(), gap.end())
    if stop.start() - start > _LONGEST_TITLE or stop.start() == start:
        return _sentence(text, block, start)
    if body >= block.end:
        return _standing_alone(text, block, stop.start())
    return _run_in(text, block, stop.start(), stop.end(), body)


def _standing_alone(text: str, block: Block, title_end: int) -> Entry:
    heading = _heading(text, block, title_end, block.end, run_in=False)
    return Entry(block.start, block.end, heading, None, block.declared)


def _title_gap(text: str, marker: Marker, end: int) -> re.Match[str] | None:
    """Find the space between a title and the body that was glued to it; a space may also stand within a sentence.

    A title of two clauses shows by itself. One of a single clause shows by the sentence that follows it; among items
    (2.家电下乡 指……) that may be a term and its meaning.
    """
    start = marker.title
    gaps = list(_GAP.finditer(text, start, end))
    if len(gaps) != 1:
        return None
    length = gaps[0].start() - start
    if length >= _SHORTEST_GLUED_TITLE and _PAUSE.search(text, start, gaps[0].start()):
        return gaps[0]
    if is_word(fold(text[gaps[0].start() - 1] + text[gaps[0].end()])):
        return None
    sentence = end - gaps[0].end() >= _SHORTEST_BODY and _PAUSE.search(text, gaps[0].end(), end)
    return gaps[0] if sentence and length >= _SHORTEST_PLAIN and marker.form in _FORMS_OF_SECTIONS else None


def _run_in(text: str, block: Block, title_end: int, heading_end: int, body: int) -> Entry:
    heading = _heading(text, block, title_end, heading_end, run_in=True)
    tears = tuple(tear for tear in block.tears if tear.start >= body)
    return Entry(block.start, block.end, heading, Paragraph(Span(body, block.end), text, tears))


def _sentence(text: str, block: Block, start: int) -> Entry:
    """Make a numbered sentence: its heading has no title, its body is the whole."""
    if start >= block.end:
        return _standing_alone(text, block, block.end)
    return _run_in(text, block, start, block.marker.end if block.marker else start, start)


def _heading(text: str, block: Block, title_end: int, end: int, *, run_in: bool) -> Heading:
    marker = block.marker
    start = min(marker.title, title_end) if marker else block.start
    paragraph = Paragraph(Span(start, title_end), text, _tears_before(block, title_end))
    title = paragraph.joined.rstrip(_TRAILING)
    return Heading(
        span=Span(block.start, end),
        marker=text[marker.start : marker.end] if marker else None,
        title=title,
        title_span=Span(start, paragraph.offset(len(title)) if title else start),
        number=marker.number if marker else None,
        form=marker.form if marker else None,
        run_in=run_in,
        glued=block.glued,
        tears=_tears_before(block, end),
        item=marker is not None and (marker.form in ENUMERATIONS or (not title and run_in) or text[end - 1] in "；;"),
        closed=bool(title) and end > title_end and text[title_end] in "。！？；!?;.",
    )


def _tears_before(block: Block, end: int) -> tuple[Span, ...]:
    return tuple(tear for tear in block.tears if tear.end <= end) if block.tears else ()


def _stray_heading(text: str, excerpt: Block, following: Block) -> Heading | None:
    """Find, at the start of an excerpt, the heading that the text itself begins with."""
    if following.marker is None:
        return None
    pairs = zip(text[excerpt.start : excerpt.end], text[following.start : following.end], strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    marker = read_marker(text, excerpt.start, excerpt.end)
    end = excerpt.start + shared
    if marker is None or end <= marker.title:
        return None
    return _heading(text, Block(excerpt.start, end, (), marker, glued=True), end, end, run_in=True)


def _front_matter(text: str, blocks: list[Block]) -> int:
    """Give how many blocks stand before the first that is prose, a salutation or numbered."""
    for at, block in enumerate(blocks):
        if block.marker or _is_prose(text, block) or text[block.end - 1] in FINAL:
            return at
    return len(blocks)


def _is_prose(text: str, block: Block) -> bool:
    long = block.end - block.start >= _SHORTEST_BODY
    return long and _MARK_OF_PROSE.search(text, block.start, block.end) is not None


def _is_plain_heading(text: str, blocks: list[Block], at: int) -> bool:
    """Tell whether a short line without a number is a heading: it stands between what is closed and what begins."""
    block = blocks[at]
    length = block.end - block.start
    if length > _LONGEST_PLAIN or block.tears or at + 1 == len(blocks):
        return False
    content = text[block.start : block.end]
    if _APPENDIX.match(content) or is_annex(content):
        return True
    before = blocks[at - 1]
    if is_annex(text[before.start : before.end]) or (length < _SHORTEST_PLAIN and not _CUSTOMARY.match(content)):
        return False
    if _NO_TITLE.search(content) or _NO_HEADING.match(content):
        return False
    return _is_closed(text, before) and _begins(text, blocks[at + 1])


def _is_closed(text: str, block: Block) -> bool:
    return block.marker is not None or block.declared is not None or text[block.end - 1] in FINAL | frozenset("”」）)")


def _begins(text: str, block: Block) -> bool:
    return (block.marker.number == 1 if block.marker else _is_prose(text, block)) or block.declared is not None
