"""C502 mixed-width."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.characters import CHINESE, CLOSING, OPENING
from lint_report.chinese.numerals import HAN_DIGITS
from lint_report.chinese.questions import stands_for_lost
from lint_report.document import Document, Paragraph
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule, Severity
from lint_report.source import Span

_FULL = dict(zip(",;:!?.()", "，；：！？。（）", strict=True))
_HALF_WIDTH = Pattern(r"[,;:!?().](?<!\d\.)")
_STOP = Pattern(rf"[,;:!?](?:(?<=(?:{CHINESE}|[{CLOSING}]).)|(?=[ ]{{0,2}}(?:{CHINESE}|[{OPENING}]))) ?")
_FINAL_PERIOD = Pattern(rf"\.(?<=(?:{CHINESE}|[{CLOSING})%％]).)(?![.\w])")
_PERIOD = Pattern(rf"\.(?<=(?:{CHINESE}|[{CLOSING}%％)]).)(?![.A-Za-z])")
_BETWEEN_CLAUSES = Pattern(rf"\.(?<=(?:{CHINESE}|[\d%]){{7}}.)(?=(?:{CHINESE}|\d){{7}})")
_BRACKETED = Pattern(r"[(（][^()（）\n]{1,120}[)）]")
_HAN = Pattern(CHINESE)
_INSIDE = Pattern(r"[\u2e80-\ufaff]")  # no accented letter: (zhèn)
_NUMBER = Pattern(r"[(（][一二三四五六七八九十百零〇\d]{1,4}[)）]")
_NUMBERED = Pattern(r"[(（]?[一二三四五六七八九十百零〇\d]{1,4}[)）]?\.")
_CUT_NUMBER = Pattern(r"\d, ?[万萬亿億千百]")
_TABLE_ROW = Pattern(r"\||[^|\n]{0,80} \| ")
_FOOTNOTE = Pattern(r"\[\^[^\[\]\n]{1,20}\]:$")
_ENTITY = Pattern(r"&[a-zA-Z]{2,8};|&#\d{1,6};")
_TWO_WIDTHS = Pattern(
    r"[０-９Ａ-Ｚａ-ｚ](?:(?<=[０-９])(?:(?<=[0-9].)|(?=[0-9]))|(?<=[Ａ-Ｚａ-ｚ])(?:(?<=[A-Za-z].)|(?=[A-Za-z])))"
)
_WORD = Pattern(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]+")
_WIDTH_STEP = ord("０") - ord("0")
_NARROW = {
    ord(wide): chr(ord(wide) - _WIDTH_STEP)
    for first, last in ("０９", "ＡＺ", "ａｚ")
    for wide in map(chr, range(ord(first), ord(last) + 1))
}
_FOLDED_FROM = 21
_FEW_BLOCKS = 3


class _Mark(NamedTuple):
    """A half-width mark: its place in the document, what should stand there, and whether that is certain.

    `span` takes in the space after the mark, which goes with it.
    """

    span: Span
    text: str
    full: str
    certain: bool


class _Marked(NamedTuple):
    """A block with its half-width marks."""

    stops: tuple[_Mark, ...]
    brackets: tuple[_Mark, ...]


class MixedWidth(Rule[NoOptions]):
    """全角、半角标点混用。 / Full- and half-width punctuation is mixed.

    What:
        zh: 汉字之间或之后的半角逗号、分号、冒号、叹号、问号、句号，以及括住汉字的半角括号；一段一条。
            全文都用半角的报告只报一条，列出所有位置。同一个数字或字母词里全角、半角混用也报。
            数字、时刻、比例、英文、网址中的半角符号和 (一)、(1) 这样的序号不报；中西文之间有无空格不论。
        en: Half-width commas, semicolons, colons and full stops next to Chinese characters, and half-width brackets
            around Chinese, one finding a paragraph. A report that is half-width throughout gives one finding with all
            places. A number or Latin word in two widths is reported too. Numbers, times, ratios, English, addresses
            and item numbers such as (一) are left alone, and so are spaces between Chinese and Latin letters.
    Why:
        zh: 中文标点占一个字的位置；半角标点多是粘贴或输入法切换留下的，排版疏密不匀，检索也对不上。
        en: Chinese punctuation takes the width of a character; half-width marks come from pasting or a switched input
            method, and look uneven.
    Bad:
        我镇认真落实各项任务,取得了较好成绩，群众比较满意。
        ---
        各村(居)委会要加强领导，落实责任。
    Good:
        我镇完成财政收入1,234万元，比上年增长5.6%，会议8:30开始，比例为1:3。
        ---
        (一)加强领导，落实责任（详见 www.example.com/a,b;c）。
    Source:
        GB/T 15834-2011《标点符号用法》5.1：标点符号的位置和书写形式；附录 A。
    """

    name = "mixed-width"
    code = "C502"
    severity = Severity.INFO  # typography: published reports keep a few, and nobody is misinformed by one

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for each paragraph, or one for a report that is half-width throughout."""
        for report in document.reports:
            text = document.text[report.span.start : report.span.end]
            blocks = document.blocks_holding(report, _HALF_WIDTH)
            marked = [found for found in map(_read_block, blocks) if found.stops or found.brackets]
            if marked:
                yield from _judge(text, marked)
            if _TWO_WIDTHS.search(text):
                yield from _words_in_two_widths(text, report.span.start)


def _judge(text: str, marked: list[_Marked]) -> Iterator[Finding]:
    stops = [mark for block in marked for mark in block.stops]
    brackets = [mark for block in marked for mark in block.brackets]
    crowd = len(marked) >= _FOLDED_FROM
    stops_folded = crowd or (
        len(stops) > _occurrences(text, "，；：！？") and _blocks_with(marked, stops) > _FEW_BLOCKS
    )
    brackets_folded = crowd or (
        len(brackets) > _occurrences(text, "（）") and (stops_folded or _blocks_with(marked, brackets) > _FEW_BLOCKS)
    )
    folded = [*(stops if stops_folded else ()), *(brackets if brackets_folded else ())]
    if folded:
        yield _finding(sorted(folded, key=_start), everywhere=True)
    for block in marked:
        left = [*(() if stops_folded else block.stops), *(() if brackets_folded else block.brackets)]
        if left:
            yield _finding(sorted(left, key=_start), everywhere=False)


def _read_block(block: Paragraph) -> _Marked:
    text = block.joined
    if "|" in text and _TABLE_ROW.match(text):
        return _Marked((), ())
    return _Marked(tuple(_stops(block, text)), tuple(_brackets(block, text)))


def _stops(block: Paragraph, text: str) -> Iterator[_Mark]:
    entities = {match.end() - 1 for match in _ENTITY.finditer(text)} if "&" in text else set[int]()
    found = False
    for match in _STOP.finditer(text):
        at = match.start()
        mark = text[at]
        if at in entities or (mark == "?" and (text[at - 1 : at] in "?0123456789xX" or stands_for_lost(text, at))):
            continue
        if mark == ":" and _FOOTNOTE.match(text, 0, at + 1):
            continue
        if mark == "," and _CUT_NUMBER.match(text, max(at - 1, 0)):
            continue
        found = True
        yield _mark(block, text, at, match.end())
    if "." in text:
        yield from _periods(block, text, among_others=found)


def _periods(block: Paragraph, text: str, *, among_others: bool) -> Iterator[_Mark]:
    """Yield full stops: those that end something, and in half-width text those between clauses.

    A dot between Chinese characters may part the names of a person (买买提.艾力), so alone it is no evidence.
    """
    numbered = _NUMBERED.match(text)
    for match in (_PERIOD if among_others else _FINAL_PERIOD).finditer(text, numbered.end() if numbered else 0):
        at = match.start()
        if text[at - 1] in HAN_DIGITS and not _HAN.match(text[max(at - 2, 0) : at - 1]):
            continue
        ends = _FINAL_PERIOD.match(text, at) is not None
        end = at + 2 if text[at + 1 : at + 2] == " " else at + 1
        yield _mark(block, text, at, end, certain=ends or _BETWEEN_CLAUSES.match(text, at) is not None)


def _brackets(block: Paragraph, text: str) -> Iterator[_Mark]:
    if "(" not in text and ")" not in text:
        return
    for match in _BRACKETED.finditer(text):
        start, last = match.start(), match.end() - 1
        one_of_each = (text[start] == "(") != (text[last] == ")")
        around_chinese = _INSIDE.search(text, start + 1, last) and not _NUMBER.match(text, start)
        after_latin = start > 0 and text[start - 1].isascii() and text[start - 1] not in ")% "
        if not one_of_each and (text[start] != "(" or after_latin or not around_chinese):
            continue
        for at in (start, last):
            if text[at] in _FULL:
                yield _mark(block, text, at, at + 1)


def _mark(block: Paragraph, text: str, start: int, end: int, *, certain: bool = True) -> _Mark:
    return _Mark(block.span_of(start, end), text[start], _FULL[text[start]], certain)


def _finding(marks: list[_Mark], *, everywhere: bool) -> Finding:
    first = marks[0]
    place = Span(first.span.start, first.span.start + 1)
    count = len(marks)
    shown = " ".join(dict.fromkeys(mark.text for mark in marks))
    if everywhere:
        message = Message(
            f"本篇有{count}处半角标点（{shown}），中文里应当用全角，请通篇改正",
            f"the report has half-width punctuation ({shown}) in {count} places: use full-width marks throughout",
        )
    elif count > 1:
        message = Message(
            f"本段有{count}处半角标点（{shown}），中文里应当用全角，请改正",
            f"the paragraph has half-width punctuation ({shown}) in {count} places: use full-width marks",
        )
    else:
        message = Message(
            f"中文里的半角“{first.text}”应当用全角，请改为“{first.full}”",
            f"half-width {first.text!r} in Chinese text: write {first.full!r}",
        )
    return Finding(
        place,
        message,
        data={"marks": shown, "count": count},
        fix=Fix(tuple(Edit(mark.span, mark.full) for mark in marks), safe=all(mark.certain for mark in marks)),
        places=tuple(Span(mark.span.start, mark.span.start + 1) for mark in marks) if count > 1 else (),
    )


def _words_in_two_widths(text: str, start: int) -> Iterator[Finding]:
    """Yield one finding for all numbers and Latin words of a report that are written in two widths."""
    words = [match for match in _WORD.finditer(text) if _TWO_WIDTHS.search(match.group())]
    if not words:
        return
    spans = tuple(Span(start + match.start(), start + match.end()) for match in words)
    word, better = words[0].group(), words[0].group().translate(_NARROW)
    more = f"（共{len(words)}处）" if len(words) > 1 else ""
    more_en = f" ({len(words)} places)" if len(words) > 1 else ""
    yield Finding(
        spans[0],
        Message(
            f"“{word}”里全角、半角混用，请改为“{better}”{more}",
            f"{word!r} is written in two widths: write {better!r}{more_en}",
        ),
        data={"text": word, "suggestion": better, "count": len(words)},
        fix=Fix(
            tuple(Edit(span, match.group().translate(_NARROW)) for span, match in zip(spans, words, strict=True)),
            safe=True,
        ),
        places=spans if len(spans) > 1 else (),
    )


def _blocks_with(marked: list[_Marked], marks: list[_Mark]) -> int:
    wanted = set(marks)
    return sum(not wanted.isdisjoint((*block.stops, *block.brackets)) for block in marked)


def _occurrences(text: str, characters: str) -> int:
    return sum(map(text.count, characters))


def _start(mark: _Mark) -> int:
    return mark.span.start
