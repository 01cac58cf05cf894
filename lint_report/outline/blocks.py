"""Blocks: lines put together again where a paragraph was torn, each with the number that it begins with."""

from __future__ import annotations

from collections import Counter

from lint_report.chinese.characters import CHINESE
from lint_report.outline.lines import Line, read_lines
from lint_report.outline.numbering import ENUMERATIONS, Marker, read_marker
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Source, Span

FINAL = frozenset("。！？；：…!?;:.．")
"""Marks that a sentence, a list item or a lead-in ends with."""

_CLOSING = frozenset("”’」』）)】》〉]\"'")
_OPEN = frozenset("，、,《“「『（(")
_NEVER_FIRST = frozenset("，、；：。！？）”’」』》,;")
# No title ends in one of these.
_NEVER_LAST = frozenset("的和与與及或在对對把将將被从從向以是为為由使让讓于於并並")
# Words that end like one of those: 政府參與, 政治方向.
_WORD_AT_END = Pattern(
    "(?:[参參][与與]|[给給贈赠授][与與]|目的|[标標]的|[总總][和]|[饱飽]和|[缓緩]和|普及|[涉][及]|存在|[现現所]在|[绝絕]對|[绝絕]对"
    "|[方走导導取动動意志定去][向]|[倾傾]向|行[为為]|作[为為]|[理自缘緣事案][由])\\Z"
)
_LISTED_STOP = Pattern(rf"[。！？]|\.(?={CHINESE})")
_FULL_STOP = Pattern(rf"[。；;！？]|\.(?={CHINESE})")
_STOP = Pattern(rf"[。；：;:！？]|\.(?={CHINESE})")
# A line that stands for itself, whatever stands before it.
_OPENER = Pattern(
    r"[—―－─\-•●■◆★▲·．*|+□○◎]|各位|尊敬|此外|另外|同[时時][，,]|總之|总之|首先|其次|再次|最[后後]|一年[来來][，,]|[对對]于|對於"
    r"|為了|为了|注[：:]|附[：:件]"
    r"|[（(]?[a-zA-Z][)）.．、]"
    r"|(?![的如为和与及等是在])[^，。；：:、\s“”]{2,10}"
    r"(?:方向|不足|问题|問題|打算|措施|计划|計劃|安排|思路|体会|經驗|经验|原因|建议|建議|情况|情況|结果|結果)[：:](?!$)"
)
# Two characters and a full stop are the rest of a sentence, whatever stood before them.
_REST = Pattern(r"[一-鿿]{1,4}[。；]\Z")
_AND = Pattern(r"[；;](?:以及|及|和|并且?|並且?)\Z")
_HONORIFIC = Pattern(r"(?:[敬谨謹恭][请請祈]|[敬并並谨謹]\s?祝|此致|特此|如下|等等)\s?\Z")
_FIGURE = Pattern(r"[0-9０-９]|今年|去年|上半年|下半年|年初|近年")
_CLOCK = Pattern(r"[0-9]{1,2}[:：][0-9]{2}\Z")
_COMMA = Pattern(r"[，,]")
_UNIT = Pattern(r"\s?[年月日号號%％‰个個亿億万萬元倍吨噸家次项項名人户戶亩畝公千平立]")
_TABULAR = Pattern(r"[|\t│]| {3}|　{3}")
_PROSE = 20
_ALIKE = 3
_NEARBY = 20_000
_MOSTLY = 4
_SENTENCE = 12
_INDENT = 2
_GAP = 2
_SHORTEST_LIST = 3
_LONGEST_GLUED = 45
_SAMPLE = 400
_FEWEST_WRAPPED = 8
_NARROWEST = 40
_WIDEST = 120
_RAGGED = 4
_LONG_PROSE = 30


class Block(NamedTuple):
    """A paragraph or heading: one line, or several that belong together.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        tears: The line ends inside it, with the space around them.
        marker: The number that it begins with.
        declared: The level, where the file format declares it to be a heading.
        glued: Whether it stands in the middle of a line.
        abstract: Whether it is the excerpt that a site puts before the text it is taken from.
        running: Whether it is running text, not a cell of a table, a note, code or a quotation.
    """

    start: int
    end: int
    tears: tuple[Span, ...] = ()
    marker: Marker | None = None
    declared: int | None = None
    glued: bool = False
    abstract: bool = False
    running: bool = True


def read_blocks(source: Source) -> list[Block]:
    """Give the blocks of a source, in the order in which they stand."""
    text = source.text
    declared = {mark.span.start: mark.level for mark in source.headings}
    lines = list(read_lines(source))
    layout = _Layout(_wrap_width(text, lines), _cut_short(text, lines))
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        first = last = lines[at]
        if not first.running:
            blocks.append(Block(first.start, first.end, running=False))
            at += 1
            continue
        level = declared.get(first.start)
        tears: list[Span] = []
        at += 1
        while level is None and at < len(lines) and lines[at].start not in declared:
            if not lines[at].running or not _continues(text, first, last, lines[at], layout):
                break
            tears.append(Span(last.end, lines[at].start))
            last = lines[at]
            at += 1
        blocks.append(Block(first.start, last.end, tuple(tears), first.marker, level))
    return blocks


class _Layout(NamedTuple):
    """What the lines of a file have in common.

    Attributes:
        width: What they were wrapped to, in half-width columns; None where each paragraph is one line.
        cut_short: Offsets of numbered lines that hold less than a sentence while their neighbours hold more.
    """

    width: int | None
    cut_short: frozenset[int]


def _continues(text: str, first: Line, last: Line, line: Line, layout: _Layout) -> bool:
    """Tell whether a line goes on with the paragraph that the lines from `first` to `last` hold."""
    if text[line.start] in _NEVER_FIRST:
        return not line.blanks
    wrapped = layout.width is not None and not line.blanks and _width(text, last) >= layout.width - _RAGGED
    indented = line.indent >= _INDENT and line.indent >= first.indent > 0
    if (text[last.end - 1] in FINAL and not wrapped) or indented or line.blanks > _GAP or _stands_alone(text, line):
        return False
    tabular = _TABULAR.search(text, last.start, last.end) or _TABULAR.search(text, line.start, line.end)
    if wrapped or tabular:
        return wrapped
    if text[last.end - 1].isdecimal() and _UNIT.match(text, line.start, line.end):
        return not _CLOCK.search(text, max(last.end - 5, last.start), last.end)
    if _REST.match(text, line.start, line.end):
        return last.end - last.start >= _SENTENCE and text[last.end - 1].isalnum()
    return _breaks_off(text, first, last, line, layout) and _goes_on(text, line)


def _stands_alone(text: str, line: Line) -> bool:
    return (line.marker is not None and line.marker.sure) or _OPENER.match(text, line.start, line.end) is not None


def _breaks_off(text: str, first: Line, last: Line, line: Line, layout: _Layout) -> bool:
    """Tell whether prose breaks off at the end of a line; a heading, a signature or a verse does not."""
    final = text[last.end - 1]
    if final in _OPEN:
        return last.end - last.start >= _PROSE and not _begin_alike(text, first, line)
    customary = _HONORIFIC.search(text, max(last.end - 6, last.start), last.end)
    customary = customary or _AND.search(text, max(last.end - 4, last.start), last.end)
    if not final.isalnum() or customary or _ends_in_heading(text, last):
        return False
    return first is not last or _is_prose(text, first, layout) or _is_cut_in_word(text, last, line)


def _begin_alike(text: str, first: Line, line: Line) -> bool:
    """Tell whether two lines are of one litany: 为悼念……，为悼念……，."""
    return text[first.start : first.start + _ALIKE] == text[line.start : line.start + _ALIKE]


def _is_prose(text: str, line: Line, layout: _Layout) -> bool:
    """Tell whether a line that does not end in a mark is more than a title."""
    marker = line.marker
    length = line.end - line.start
    start = marker.title if marker else line.start
    # A numbered heading may be a couplet parted by a semicolon.
    if length >= _SENTENCE and (_LISTED_STOP if marker else _FULL_STOP).search(text, start, line.end):
        return True
    if length < _PROSE or not _COMMA.search(text, line.start, line.end):
        return False
    if marker:
        return line.start in layout.cut_short
    return length >= _LONG_PROSE or _FIGURE.search(text, line.start, line.end) is not None


def _is_cut_in_word(text: str, last: Line, line: Line) -> bool:
    """Tell whether a line of several clauses ends within a word: two characters that mostly stand together nearby."""
    if last.end - last.start < _PROSE or not _COMMA.search(text, last.start, last.end):
        return False
    before, after = text[last.end - 1], text[line.start]
    if before in _NEVER_LAST:
        return _WORD_AT_END.search(text, last.end - 2, last.end) is None
    nearby = max(last.start - _NEARBY, 0), line.end + _NEARBY
    together = text.count(before + after, *nearby)
    return together > 1 and together * _MOSTLY >= min(text.count(before, *nearby), text.count(after, *nearby))


def _ends_in_heading(text: str, line: Line) -> bool:
    """Tell whether a numbered heading was glued to the end of a line."""
    stop = max(text.rfind(mark, line.start, line.end) for mark in "。！？；：.!?;:")
    at = stop + 1
    while at < line.end and text[at].isspace():
        at += 1
    if stop < 0 or not 0 < line.end - at <= _LONGEST_GLUED:
        return False
    marker = read_marker(text, at, line.end)
    return marker is not None and marker.form not in ENUMERATIONS


def _goes_on(text: str, line: Line) -> bool:
    """Tell whether a line can be the rest of a paragraph that broke off."""
    end = text[line.end - 1]
    if end in FINAL or end in _CLOSING:
        return True
    content = text[line.start : line.end]
    return line.end - line.start >= _SENTENCE and any(mark in content for mark in "，。；,;")


def _cut_short(text: str, lines: list[Line]) -> frozenset[int]:
    """Give the offsets of numbered lines that hold no full stop while all others of the same list do."""
    found: set[int] = set()
    lists: dict[str, list[tuple[int, int, bool]]] = {}
    for line in lines:
        marker = line.marker
        if marker is None:
            continue
        items = lists.setdefault(marker.form, [])
        if items and marker.number != items[-1][1] + 1:
            found.update(_only_one_without_stop(items))
            items.clear()
        items.append((line.start, marker.number, _STOP.search(text, marker.title, line.end) is not None))
    for items in lists.values():
        found.update(_only_one_without_stop(items))
    return frozenset(found)


def _only_one_without_stop(items: list[tuple[int, int, bool]]) -> list[int]:
    without = [start for start, _, stops in items if not stops]
    return without if len(without) == 1 and len(items) >= _SHORTEST_LIST else []


def _wrap_width(text: str, lines: list[Line]) -> int | None:
    """Give the width (in half-width columns) that the lines were wrapped to, if they were."""
    sample = lines[:_SAMPLE]
    widths = Counter(_width(text, line) for line in sample)
    full = max(widths, key=lambda width: (widths[width] + widths[width - 1] + widths[width - 2], width), default=0)
    near = sum(count for width, count in widths.items() if full - _RAGGED <= width <= full)
    fits = len(sample) >= _FEWEST_WRAPPED and _NARROWEST <= full <= _WIDEST and near * 2 >= len(sample)
    return full if fits else None


def _width(text: str, line: Line) -> int:
    return len(text[line.start : line.end].encode("gbk", "replace"))
