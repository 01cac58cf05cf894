"""Blocks: lines put together again where a paragraph was torn, each with the number that it begins with."""

from __future__ import annotations

from collections import Counter

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.folding import fold
from lint_report.chinese.words import begins_word, cut_words, is_word
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
_PAUSES = frozenset("，、；")
# No title ends in one of these, unless it ends in one of the words below.
_NEVER_LAST = frozenset("的和与與及或在对對把将將被从從向以是为為由使让讓于於并並")
_WHOLE = Pattern(
    r"(?:[作行有成认認]为|[作行有]為|[可普惠触觸]及|[存现現内內外潜實实]在|[总總温溫缓緩饱飽祥共谐諧]和|[参參][与與]|可以|[面应應针針]对|[面應針]對"
    r"|[顺順服听聽]从|[顺順服聽]從|[方走取导導志定]向|[自理][由]|[礼禮转轉出谦謙][让讓]|[合兼][并並])\Z"
)
_LISTED_STOP = Pattern(rf"[。！？]|\.(?={CHINESE})")
_FULL_STOP = Pattern(rf"[。；;！？]|\.(?={CHINESE})")
# A line that stands for itself, whatever stands before it.
_OPENER = Pattern(
    r"[—―－─\-•●■◆★▲·．*|+□○◎]|各[ 　]?位|尊敬|在(?:肯定|总结|總結|看到|具体工作)"
    r"|此外|另外|同[时時][，,]|總之|总之|首先|其次|再次|最[后後]|一年[来來][，,]|[对對]于|對於"
    r"|為了|为了|注[：:]|附[：:件]"
    r"|[（(]?[a-zA-Z][)）.．、]|\[\^?[0-9]"
    r"|(?![的如为和与及等是在])[^，。；：:、\s“”]{2,10}"
    r"(?:方向|不足|问题|問題|打算|措施|计划|計劃|安排|思路|体会|經驗|经验|原因|建议|建議|情况|情況|结果|結果)[：:](?!$)"
)
# Two characters and a full stop are the rest of a sentence, whatever stood before them.
_REST = Pattern(r"[一-鿿]{1,4}[。；]\Z")
_AND = Pattern(r"[；;](?:以及|及|和|并且?|並且?)\Z")
_HONORIFIC = Pattern(r"(?:[敬谨謹恭][请請祈]|[敬并並谨謹]\s?祝|此致|特此|如下|等等)\s?\Z")
_BEFORE_FIGURE = Pattern(r"(?:增[长長]|下降|[达達]到?|分[别別]|完成|[实實][现現]|提高|[为為至到])\Z")
_FIGURE = Pattern(r"[0-9０-９]|今年|去年|上半年|下半年|年初|近年")
_CLOCK = Pattern(r"[0-9]{1,2}[:：][0-9]{2}\Z")
_COMMA = Pattern(r"[，,]")
_PAUSE = Pattern("[，,、；]")
_UNIT = Pattern(r"\s?[年月日号號%％‰个個亿億万萬元倍吨噸家次项項名人户戶亩畝公千平立]")
_TABULAR = Pattern(r"[|\t│]| {3}|　{3}")
_PROSE = 20
_ALIKE = 3
_NEARBY = 20_000
_SENTENCE = 12
_INDENT = 2
_GAP = 2
_LONGEST_GLUED = 45
_LONGEST_TITLE = 45
_SAMPLE = 400
_FEWEST_WRAPPED = 8
_NARROWEST = 40
_WIDEST = 120
_RAGGED = 4
# No title ends in a count, or in a clause of one character.
_COUNT = Pattern(r"[0-9０-９]\s?(?:[多余餘]?[个個家次项項名人户戶件起例场場])\Z|[，、；。,;][一-鿿]\Z")
_CLAUSE_ENDS = Pattern(r"[^一-鿿]")
_WINDOW = 8


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
    width = _wrap_width(text, lines)
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
            if not lines[at].running or not _continues(text, first, last, lines[at], width):
                break
            tears.append(Span(last.end, lines[at].start))
            last = lines[at]
            at += 1
        blocks.append(Block(first.start, last.end, tuple(tears), first.marker, level))
    return blocks


def _continues(text: str, first: Line, last: Line, line: Line, width: int | None) -> bool:
    """Tell whether a line goes on with the paragraph that the lines from `first` to `last` hold."""
    if text[line.start] in _NEVER_FIRST:
        return not line.blanks or (line.blanks <= _GAP and _is_rest(text, last, line))
    wrapped = width is not None and not line.blanks and _width(text, last) >= width - _RAGGED
    indented = line.indent >= _INDENT and line.indent >= first.indent > 0
    if (text[last.end - 1] in FINAL and not wrapped) or indented or line.blanks > _GAP or _stands_alone(text, line):
        return False
    tabular = _TABULAR.search(text, last.start, last.end) or _TABULAR.search(text, line.start, line.end)
    if wrapped or tabular:
        return wrapped
    if text[last.end - 1].isdecimal() and _UNIT.match(text, line.start, line.end):
        clock = _CLOCK.search(text, max(last.end - 5, last.start), last.end)
        return last.end - last.start >= _SENTENCE and not clock
    if _REST.match(text, line.start, line.end):
        return last.end - last.start >= _SENTENCE and text[last.end - 1].isalnum()
    return _goes_on(text, line) and _breaks_off(text, first, last, line)


def _is_rest(text: str, last: Line, line: Line) -> bool:
    """Tell whether a line that begins with a mark is the rest of the sentence that the one before breaks off in."""
    goes_on = text[line.start] in _PAUSES and line.end - line.start > _GAP
    return goes_on and last.end - last.start >= _PROSE and text[last.end - 1].isalnum()


def _stands_alone(text: str, line: Line) -> bool:
    return (line.marker is not None and line.marker.sure) or _OPENER.match(text, line.start, line.end) is not None


def _breaks_off(text: str, first: Line, last: Line, line: Line) -> bool:
    """Tell whether prose breaks off at the end of a line; a heading, a signature or a verse does not."""
    final = text[last.end - 1]
    if final in _OPEN:
        return last.end - last.start >= _PROSE and not _begin_alike(text, first, line)
    customary = _HONORIFIC.search(text, max(last.end - 6, last.start), last.end)
    customary = customary or _AND.search(text, max(last.end - 4, last.start), last.end)
    if not final.isalnum() or customary or _ends_in_heading(text, last):
        return False
    return first is not last or _is_prose(text, first) or _is_cut(text, last, line)


def _begin_alike(text: str, first: Line, line: Line) -> bool:
    """Tell whether two lines are of one litany: 为悼念……，为悼念……，."""
    return text[first.start : first.start + _ALIKE] == text[line.start : line.start + _ALIKE]


def _is_prose(text: str, line: Line) -> bool:
    """Tell whether a line that does not end in a mark holds a whole sentence, and is no title."""
    start = line.marker.title if line.marker else line.start
    stop = _LISTED_STOP if line.marker else _FULL_STOP  # a numbered heading may be a couplet parted by a semicolon
    return line.end - line.start >= _SENTENCE and stop.search(text, start, line.end) is not None


def _is_cut(text: str, last: Line, line: Line) -> bool:
    """Tell whether a line, which may be a title, ends where no title does, or within a word."""
    if last.end - last.start < _PROSE or not _COMMA.search(text, last.start, last.end):
        return last.end - last.start >= _SENTENCE and _is_cut_in_word(text, last, line)
    if _COUNT.search(text, last.end - 4, last.end) or _is_long(text, last):
        return True
    if text[line.start].isdecimal():
        return _BEFORE_FIGURE.search(text, max(last.end - 2, last.start), last.end) is not None
    if text[last.end - 1] in _NEVER_LAST:
        return not _WHOLE.search(text, max(last.end - 2, last.start), last.end)
    return _is_cut_in_word(text, last, line)


def _is_long(text: str, line: Line) -> bool:
    """Tell whether a line is longer than titles are."""
    length = line.end - line.start
    return length >= _LONGEST_TITLE and not line.marker and len(_PAUSE.findall(text, line.start, line.end)) > 1


def _is_cut_in_word(text: str, last: Line, line: Line) -> bool:
    """Tell whether a word reaches over the end of a line: the dictionary says so."""
    before = _CLAUSE_ENDS.split(text[max(last.end - _WINDOW, last.start) : last.end])[-1]
    after = _CLAUSE_ENDS.split(text[line.start : min(line.start + _WINDOW, line.end)])[0]
    clause = fold(before + after)
    if not any(begins_word(clause[start : len(before) + 1]) for start in range(len(before))):
        return False  # no word can reach over
    at = 0
    for word in cut_words(clause):
        if at < len(before) < at + len(word):
            halves = word[: len(before) - at], word[len(before) - at :]
            whole = [len(half) > 1 and is_word(half) for half in halves]
            if any(whole) or len(word) == len(halves):
                return not all(whole) and _may_be_cut(text, last, line)
            return True
        at += len(word)
    return False


def _may_be_cut(text: str, last: Line, line: Line) -> bool:
    """Tell whether two characters, which make a word that may be one by chance, are likely to belong together."""
    if last.marker:
        return False
    pair = text[last.end - 1] + text[line.start]
    dated = _FIGURE.search(text, last.start, last.end) and _COMMA.search(text, last.start, last.end)
    return bool(dated) or pair in text[max(last.start - _NEARBY, 0) : line.end + _NEARBY]


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
