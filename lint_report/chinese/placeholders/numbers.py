"""Numbers: 第xx届, X件, xx.x%, 约__万元, 党的xx大, 12x人."""

from __future__ import annotations

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.placeholders.marks import (
    CIRCLE,
    CROSS,
    DIGIT,
    HAN_DIGIT,
    LINE,
    OPEN,
    OPEN_OR_CIRCLE,
    SIGN,
    SPACE,
    STAR,
    Mark,
)
from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.chinese.placeholders.words import UNIT, WEAK_UNIT
from lint_report.patterns import Pattern

_HAN_DIGIT_AFTER = Pattern(HAN_DIGIT)
_ORDINAL = Pattern(rf"{SPACE}[届屆次号號期批个個名位轮輪回场場章条條]?")
_ROMAN_AFTER = Pattern(r"[章节節篇卷集部类類型级級因条條]")
_SESSION = Pattern(rf"[届屆](?:第?(?:{OPEN}{{1,4}}|{HAN_DIGIT}|十)(?:次|中全[会會]))")
_CONGRESS = Pattern(r"大(?![学學道街桥橋厦廈型会會力家楼樓队隊量规規])")
_CONGRESS_ALONE = Pattern(r"大(?:精神|以[来來]|[报報]告|召[开開])")
_LONGEST_ORDINAL = 3
_DECIMALS = Pattern(rf"[.．,，]{OPEN}{{1,4}}|[.．]{DIGIT}{{1,4}}")
_DAY = Pattern(rf"{SPACE}(?:{OPEN_OR_CIRCLE}{{1,12}}|{DIGIT}{{1,2}}){SPACE}[日号號]")
_OPEN_DAY = Pattern(rf"{SPACE}月{SPACE}{OPEN_OR_CIRCLE}")
_AMOUNT_BEFORE = Pattern(
    r"(?:(?<![香契相预預节節公条條签簽合])[约約]|[达達共计計逾]|[达達]到|合[计計]|超[过過]|增[长長]|下降)$"
)
_STOP = Pattern(r"[，。；、,;)）]")
_DIGITS_BEFORE = Pattern(rf"(?<![A-Za-z_]){DIGIT}[0-9０-９,，.．]{{0,12}}$")
_DIGITS_AFTER = Pattern(rf"{DIGIT}{{1,6}}(?:[.．]{DIGIT}{{1,4}})?(?={UNIT.source})")
_HAN_BEFORE = Pattern(rf"{CHINESE}$")
_NUMBER_BEFORE = Pattern(rf"(?:{CHINESE}|[，,：:（(、]|{CHINESE}{DIGIT}{{1,6}})$")
_LATIN_BEFORE = Pattern(r"[A-Za-z]$")
_NO_CIRCLE_BEFORE = Pattern(rf"(?:{DIGIT}|{HAN_DIGIT}|[十百千万萬亿億兆])[、，,.．‧·]?$|[lI]$")  # lOO项 is 100
_HAN_DIGIT_AFTER = Pattern(HAN_DIGIT)
_FORMULA = Pattern(r"[=＝÷]")
_CODE_BEFORE = Pattern(r"[@\\=&+$/#.]$|[A-Za-z][:-]$")


def number_of(mark: Mark) -> Placeholder | None:
    """Take a mark for a number, by its unit, its 第, or the word that asks for an amount before it."""
    if mark.sort == CIRCLE and (_NO_CIRCLE_BEFORE.search(mark.before) or _HAN_DIGIT_AFTER.match(mark.after)):
        return None
    if opening := _half_open_before(mark):
        return opening
    if mark.sort != CIRCLE and (digits := _DIGITS_BEFORE.search(mark.before)):
        return _half_open(mark, len(digits.group()))
    if mark.before.endswith("第"):
        return _ordinal(mark)
    return _session_of_congress(mark) or _counted(mark) or _amount(mark)


def _half_open(mark: Mark, digits: int) -> Placeholder | None:
    """Take 12x人 for a number; 3×5 and 138****5678 are none."""
    unit = _unit(mark)
    multiplies = mark.text in ("×", "*", "＊") or bool(_FORMULA.search(mark.after))
    if not unit or multiplies or mark.sort not in (CROSS, STAR, LINE):
        return None
    return mark.placeholder(Kind.NUMBER, back=digits, ahead=unit)


def _half_open_before(mark: Mark) -> Placeholder | None:
    """Take xx7亩, 494xx6元 and **8.4% for a number; a telephone number has no unit, and **8%** is bold."""
    if mark.length == 1 or mark.sort not in (CROSS, STAR, LINE) or not _NUMBER_BEFORE.search(mark.before):
        return None
    rest = _DIGITS_AFTER.match(mark.after)
    if not rest or (mark.sort == STAR and mark.text in mark.after[rest.end() :]):
        return None
    digits = _DIGITS_BEFORE.search(mark.before)
    unit = UNIT.match(mark.after, rest.end())
    end = unit.end() if unit else rest.end()
    return mark.placeholder(Kind.NUMBER, back=len(digits.group()) if digits else 0, ahead=end)


def _ordinal(mark: Mark) -> Placeholder | None:
    if mark.sort == SIGN or (mark.text == "X" and _ROMAN_AFTER.match(mark.after)):
        return None
    if mark.sort == CIRCLE and _HAN_DIGIT_AFTER.match(mark.after):
        return None  # 第○九三○號
    session = _SESSION.match(mark.after)
    counter = session or _ORDINAL.match(mark.after)
    return mark.placeholder(Kind.NUMBER, back=1, ahead=counter.end() if counter else 0)


def _session_of_congress(mark: Mark) -> Placeholder | None:
    wanted = _CONGRESS if mark.before.endswith(("党的", "黨的")) else _CONGRESS_ALONE
    if mark.sort == SIGN or mark.length > _LONGEST_ORDINAL or not wanted.match(mark.after):
        return None
    return mark.placeholder(Kind.NUMBER, ahead=1)


def _counted(mark: Mark) -> Placeholder | None:
    unit = _unit(mark)
    if not unit or _CODE_BEFORE.search(mark.before) or (mark.length == 1 and _LATIN_BEFORE.search(mark.before)):
        return None
    if mark.length == 1 and (mark.sort == SIGN or not _counts_alone(mark)):
        return None
    return mark.placeholder(Kind.NUMBER, ahead=unit)


def _unit(mark: Mark) -> int:
    """Give how many characters after a mark belong to the number: decimals, the unit, and the day after a month."""
    session = _SESSION.match(mark.after)
    if session:
        return session.end()
    decimals = _DECIMALS.match(mark.after)
    unit = UNIT.match(mark.after, decimals.end() if decimals else 0)
    if not unit:
        return 0
    day = _DAY.match(mark.after, unit.end()) if unit.group().endswith("月") else None
    return day.end() if day else unit.end()


def _counts_alone(mark: Mark) -> bool:
    """Tell whether a single sign before a unit was to be a number: x件, 增长*%, ○月○日; not ●件, 单价×件."""
    if mark.sort == CIRCLE:
        return mark.text in "○◯" and bool(_HAN_BEFORE.search(mark.before) or _OPEN_DAY.match(mark.after))
    if mark.sort == STAR and not mark.before.strip():
        return False
    return not WEAK_UNIT.match(mark.after) and not _FORMULA.search(mark.before + mark.after)


def _amount(mark: Mark) -> Placeholder | None:
    if mark.before.endswith("百分之"):
        return mark.placeholder(Kind.NUMBER)
    if mark.sort == LINE and mark.before.endswith(("（", "(")) and mark.after.startswith(("）", ")")):
        unit = UNIT.match(mark.after, 1)
        return mark.placeholder(Kind.NUMBER, back=1, ahead=unit.end()) if unit else None
    asked = _AMOUNT_BEFORE.search(mark.before) and _STOP.match(mark.after)
    if asked and (mark.length > 1 or mark.sort == LINE) and mark.sort != SIGN:
        return mark.placeholder(Kind.NUMBER)
    return None
