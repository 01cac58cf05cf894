"""Years, and dates that begin with one: 20xx年, 202_年, 二〇××年, xx年x月x日."""

from __future__ import annotations

from lint_report.chinese.placeholders.marks import (
    CIRCLE,
    CROSS,
    DIGIT,
    HAN_DIGIT,
    LINE,
    OPEN,
    OPEN_OR_CIRCLE,
    SPACE,
    STAR,
    Mark,
)
from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.chinese.placeholders.words import UNIT
from lint_report.patterns import Pattern

_DIGITS_BEFORE = Pattern(rf"(?<![0-9０-９A-Za-z.．])(?:{DIGIT}{{1,3}}|[一二](?:[〇○零OＯo0九]{HAN_DIGIT}?)?){SPACE}$")
_FOLLOWED_BY_YEAR = rf"(?={SPACE}年(?![级級代轮輪糕货貨画畫]))"
_YEAR = Pattern(
    rf"(?:(?:19|20|１９|２０){SPACE}(?:{OPEN_OR_CIRCLE}{{2}}|{DIGIT}[xXＸｘ]|[xXＸｘ]{DIGIT}"
    rf"|(?:{OPEN_OR_CIRCLE}{DIGIT}|{DIGIT}{OPEN}|{OPEN}{{1,12}}){_FOLLOWED_BY_YEAR})"
    rf"|(?:一九|二[〇○零OＯo0])(?:{OPEN}{{2}}|{HAN_DIGIT}{OPEN}|{OPEN}{HAN_DIGIT}|{OPEN}{_FOLLOWED_BY_YEAR})"
    rf"|(?:{DIGIT}{OPEN}{{2,3}}|{DIGIT}{{2,3}}{OPEN}){_FOLLOWED_BY_YEAR}"
    rf"|(?:[{CROSS}]{{1,4}}|[{STAR}{CIRCLE}]{{1,4}}|[{LINE}]{{1,12}}){_FOLLOWED_BY_YEAR})"
    rf"(?![0-9０-９A-Za-z{CROSS}{STAR}{LINE}]|\.[A-WYZa-wyz])(?:{SPACE}年)?"
)
_WORD_BEFORE = Pattern(r"[0-9０-９A-Za-zＡ-Ｚａ-ｚ.．_]$")
_HAN_DIGIT_BEFORE = Pattern(rf"(?:{HAN_DIGIT}|[十百千])[、，,.．‧·]?$")
_DURATION_BEFORE = Pattern(
    r"(?:[近约約满滿逾第]|[历歷][时時经經]|超[过過]|[达達]到|[长長][达達]|工作|任教|不到)[了过過]?$"
)
_DURATION_AFTER = Pattern(r"年(?:[来來前]|之久)")
_OF_A_YEAR = frozenset("届屆期年月日")
_PART = rf"(?:{OPEN_OR_CIRCLE}{{1,12}}|{DIGIT}{{1,2}}|[一二三四五六七八九十]{{1,3}}){SPACE}"
_REST = Pattern(
    rf"{SPACE}{_PART}月(?:{SPACE}{_PART}[日号號])?"
    rf"|[-./]{_PART}(?:[-./]{_PART})?(?![0-9A-Za-z{CROSS}{STAR}{LINE}])"
    rf"|[〕\]）)]第?{OPEN}{{1,4}}[号號]"
)
_OPEN_INSIDE = Pattern(OPEN_OR_CIRCLE)


def date_of(mark: Mark) -> Placeholder | None:
    """Take a mark for the year that it stands in, with the month and day after it when they are open too."""
    line = mark.before + mark.text + mark.after
    at = len(mark.before)
    digits = _DIGITS_BEFORE.search(mark.before)
    year = (_YEAR.match(line, digits.start()) if digits else None) or _YEAR.match(line, at)
    if not year or year.end() <= at or _WORD_BEFORE.search(line, 0, year.start()):
        return None
    if mark.sort == CIRCLE and not (_stands_for_digits(mark) or year.start() < at):
        return None
    kind = Kind.NUMBER if _counts(line, year.start(), year.end()) else Kind.YEAR
    rest = _REST.match(line, year.end())
    end = rest.end() if rest and _OPEN_INSIDE.search(rest.group()) else year.end()
    return mark.placeholder(kind, back=at - year.start(), ahead=end - at - mark.length)


def _stands_for_digits(mark: Mark) -> bool:
    """Tell circles that were to be replaced by digits from zeros: ○○年 and ○年○月, not 一○○年."""
    if _HAN_DIGIT_BEFORE.search(mark.before):
        return False
    return mark.length > 1 or bool(_REST.match(mark.after.lstrip()[1:]))


def _counts(line: str, start: int, end: int) -> bool:
    """Tell a number of years or of other things from a year: 近xx年, xx年来, 20xx人."""
    if line[end - 1] == "年" and line[start].isdecimal():
        return False
    if line[end - 1] == "年":
        return bool(_DURATION_BEFORE.search(line, 0, start) or _DURATION_AFTER.match(line, end - 1))
    unit = UNIT.match(line, end)
    return bool(unit) and line[end:].lstrip()[:1] not in _OF_A_YEAR
