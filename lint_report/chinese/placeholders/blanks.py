"""Blanks, letters and marks left for a year, a date or a number: 20  年, YYYY年, ~年, 投入  万元, （ ）人, ???亩."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.placeholders.marks import speaks_of_sign
from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.chinese.placeholders.words import NAMED, UNIT
from lint_report.patterns import Pattern
from lint_report.source import Span

_YEAR = Pattern(
    r"(?:20(?<![0-9A-Za-z.]20)(?<![0-9][~—–-]20)|２０)"
    r"(?:[ \u3000]{2,10}|[ \u3000](?=年[ \u3000]*月)|-{2,4}|[—－–]{1,4}|[.…·]{2,6}|[?？]{1,4}"
    r"|[（(〔\[][ \u3000_＿]{0,8}[）)〕\]])年(?![来來前后後间間以均])(?:[ \u3000]{1,8}月(?:[ \u3000]{1,8}日)?)?"
)
_DATE = Pattern(
    r"年(?<=[0-9０-９〇○零一二三四五六七八九]年)(?:[ \u3000]{1,8}月|\d{1,2}月)[ \u3000]{1,8}日(?![均常益本程前照报報])"
)
_MONTH_AND_DAY = Pattern(
    r"[ \u3000]{1,8}月[ \u3000]{1,8}日(?:(?<=[本今去上]年[ \u3000]月[ \u3000]日)"
    r"|(?<=[于於从從至到自在，。、][ \u3000]月[ \u3000]日))"
    r"(?![均常益本程照报報])"
)
_ONE_BLANK = Pattern(r"20[ \u3000]年(?<![0-9A-Za-z.]20.年)(?:(?=\d{1,2}月\d{1,2}日)|(?<=[\n、—]20.年)(?=是|工作|度))")
_OPEN_DATES = (
    (_YEAR, Kind.YEAR, 0),
    (_DATE, Kind.NUMBER, 1),
    (_MONTH_AND_DAY, Kind.NUMBER, 0),
    (_ONE_BLANK, Kind.YEAR, 0),
)
"""Dates left open, with what they lack and how many characters of the match stand before it."""
_LETTERS = Pattern(r"(?:YYYY|yyyy)(?<![A-Za-z]....)年(?:[Mm]{1,2}月)?(?:[Dd]{1,2}日)?")
_GAP = Pattern(
    r"[ \u3000](?<=[约約达達共为為计計到了有资資金入款出值额額积積率长長降加减減少近超逾增].)"
    r"[ \u3000]{1,11}+(?=[^ \u3000\n])"
)
_TILDE_YEAR = Pattern(r"[~～](?<![^\s，。；：“（(].)年(?=[，,度来來]|上半|下半)", needs="~～")
_QUESTIONS = Pattern(
    r"(?:\?{2,6}|？{2,6})(?<![吗嗎呢么麼啊吧\s]..)(?=[万萬亿億个個人户戶亩畝元项項件%％倍家处處次场場座所篇条條名天])",
    needs=["??", "？？"],
)
_STOP = Pattern(r"[，。；、,;）)]")
_EMPTY_BRACKETS = Pattern(r"[（(][ \u3000]{1,12}[）)]")
_SIGNED = Pattern(r"[签簽][字名章]|[盖蓋]章")
_WINDOW = 30


def find_blanks(text: str) -> Iterator[Placeholder]:
    """Yield them; a blank date under a line to sign on is to be left open, and is none."""
    if "yyyy" in text or "YYYY" in text:
        yield from _letters(text)
    for match in _TILDE_YEAR.finditer(text):
        yield Placeholder(Span(*match.span()), Kind.YEAR)
    for match in _QUESTIONS.finditer(text):
        unit = UNIT.match(text, match.end())
        yield Placeholder(Span(match.start(), unit.end() if unit else match.end()), Kind.NUMBER)
    if " " not in text and "\u3000" not in text and "20" not in text and "２０" not in text:
        return
    for pattern, kind, lead in _OPEN_DATES:
        for match in pattern.finditer(text):
            if not _is_signed(text, match.start()):
                yield Placeholder(Span(match.start() + lead, match.end()), kind)
    yield from _gaps(text)
    yield from _empty_brackets(text)


def _gaps(text: str) -> Iterator[Placeholder]:
    for match in _GAP.finditer(text):
        unit = UNIT.match(text, match.end())
        if unit and _STOP.match(text, unit.end()):
            yield Placeholder(Span(match.start(), unit.end()), Kind.NUMBER)


def _empty_brackets(text: str) -> Iterator[Placeholder]:
    for match in _EMPTY_BRACKETS.finditer(text):
        if unit := UNIT.match(text, match.end()):
            yield Placeholder(Span(match.start(), unit.end()), Kind.NUMBER)
        elif noun := NAMED.match(text, match.end()):
            yield Placeholder(Span(match.start(), noun.end()), Kind.NAME)


def _letters(text: str) -> Iterator[Placeholder]:
    for match in _LETTERS.finditer(text):
        start, end = match.span()
        if not speaks_of_sign(text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]):
            yield Placeholder(Span(start, end), Kind.YEAR)


def _is_signed(text: str, offset: int) -> bool:
    return bool(_SIGNED.search(text[max(0, offset - _WINDOW) : offset].rpartition("\n")[2]))
