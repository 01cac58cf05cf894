"""The numbers that headings and list items begin with."""

from __future__ import annotations

import re

from lint_report.chinese.numerals import CIRCLED, FORMAL_DIGITS, numeral_value
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple


class Marker(NamedTuple):
    """A number that a line begins with.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character, without the space that follows.
        title: Offset of the first character after that space.
        number: Its value; of a number such as 1.2.3 that of its last component.
        form: Equal for markers that count together, whatever the width of their brackets and stops.
        sure: False when it may as well be a quantity (2.8): its neighbours must decide.
    """

    start: int
    end: int
    title: int
    number: int
    form: str
    sure: bool = True


ENUMERATIONS = frozenset({"一是", "第一，"})
"""Forms that count off sentences, not headings."""

BARE = "1"
"""The form of a number with a space behind it (1 主要工作), which only a 1.1 under it tells from a row of a table."""

# Which form usually stands above which: asked only where a report does not show it itself.
_RANKS = (
    "第一篇",
    "第一部分",
    "第一章",
    "第一节",
    "壹、",
    "一",
    "一、",
    "(一)",
    "1.",
    "1)",
    "(1)",
    "①",
    "第一，",
    "一是",
)

_HAN = "[一二三四五六七八九十廿卅〇]{1,3}"
_FORMAL = f"[{FORMAL_DIGITS}]{{1,3}}"
_ARABIC = "[0-9０-９]{1,2}"
# 一、二、三产业, 一、二线城市 and 第一、第二产业 are no headings.
_NO_LIST = "(?!第?[一二三四五六七八九十两][、，及和与線线产產级級类類期季等])"
_UNIT = "(?:[个個]百分|[平立]方|公[里顷頃斤]|[年月日]|[个個家度级級米](?![一-鿿]))"
_STARTERS = frozenset("第（(〔一二三四五六七八九十廿卅0123456789０１２３４５６７８９" + FORMAL_DIGITS + CIRCLED)

_MARKER = Pattern(
    rf"""
    第(?P<division_number>{_HAN}|{_ARABIC})(?P<division>部分|[篇章节節编編])(?![课課文程])[、.．：:，]?
    | 第(?P<ordinal>[一二三四五六七八九十]{{1,3}})[，、：,:]{_NO_LIST}
    | (?P<enumeration>[一二三四五六七八九十]{{1,3}})是(?![一二三四五六七八九十]{{1,3}}[，,、])
    | (?P<formal>{_FORMAL})[、.．：:，]
    | (?P<han>{_HAN})(?:[、，,：:]{_NO_LIST}|[.．](?![一二三四五六七八九十]))
    | (?P<season>{_HAN})、(?=[一二三四]季度)
    | (?P<lone>{_HAN})(?:\Z|(?=\ {{2,4}}[一-鿿]|　[一-鿿]))
    | [（(〔]\ ?(?P<bracketed_han>{_HAN})\ ?[）)〕][、.．，,：:]?
    | [（(]\ ?(?P<bracketed_arabic>{_ARABIC})\ ?[）)][、.．，,：:]?
    | (?P<levels>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,60}})
      (?=[\s　.．、一-鿿]|\Z)(?!\s?[万萬亿億倍元吨噸]|[年月日个個家度级級米公平]|\s{_UNIT})[.．、]?
    | (?P<bare>[0-9]{{1,2}})(?=[ 　]{{1,4}}[一-鿿])
    | (?P<arabic>{_ARABIC})[、.．，,](?P<figure>(?=[0-9０-９]))?
    | (?P<half_bracketed>{_ARABIC})[)）]
    | (?P<circled>[{CIRCLED}])[、.．]?
    """,
    re.VERBOSE,
)
_ARABIC_ITEM = Pattern(rf"(?P<arabic>{_ARABIC})[.．]")
_SPACE = Pattern(r"[\s　]*")
# 3.5万 and 3、5万平方米 are quantities; 3.12家 and 1、2022年 are the third and the first item of a list.
_QUANTITY = Pattern(r"[0-9０-９.．]+\s?(?:[万萬亿億倍%％‰]|个百分|個百分|平方|立方|公里|公顷|公斤|[。，；]|\Z)")
_GROUP = Pattern(r"[0-9０-９]{3}")
_DATE = Pattern(r"[12][0-9]{3}\s?年|[0-9]{1,2}\s?月")
_LONGEST_DIVISION_LINE = 40
_LONGEST_BARE_LINE = 30
_HIGHEST_NUMBER = 99
_FORMS = {
    "ordinal": "第一，",
    "enumeration": "一是",
    "formal": "壹、",
    "han": "一、",
    "bare": BARE,
    "lone": "一",
    "bracketed_han": "(一)",
    "bracketed_arabic": "(1)",
    "half_bracketed": "1)",
    "circled": "①",
}


def read_marker(text: str, start: int, end: int) -> Marker | None:
    """Give the number that a stretch of text (a line, or its rest) begins with."""
    if text[start] not in _STARTERS:
        return None
    match = _MARKER.match(text, start, end)
    if match is None:
        return None
    kind = match.lastgroup or ""
    reader = _READERS.get(kind)
    return reader(match, text, end) if reader else _marker(match, text, end, match[kind], _FORMS[kind])


def rank(form: str) -> int:
    """Give where a form usually stands, 0 for the highest."""
    if form in _RANKS:
        return _RANKS.index(form)
    return _RANKS.index("1.") + form.count(".")


def _marker(match: re.Match[str], text: str, end: int, numeral: str, form: str, *, sure: bool = True) -> Marker | None:
    number = numeral_value(numeral)
    if number is None or not 0 < number <= _HIGHEST_NUMBER:
        return None
    space = _SPACE.match(text, match.end(), end)
    return Marker(match.start(), match.end(), space.end() if space else match.end(), number, form, sure)


def _division(match: re.Match[str], text: str, end: int) -> Marker | None:
    """Read 第一章, unless it only begins a sentence (第二部分是……。)."""
    closed = match.end() == end or text[match.end() - 1] in "、.．：:，" or text[match.end()].isspace()
    if not closed and (end - match.start() > _LONGEST_DIVISION_LINE or text[end - 1] in "。；，：、！？"):
        return None
    division = {"節": "节", "編": "篇", "编": "篇"}.get(match["division"], match["division"])
    return _marker(match, text, end, match["division_number"], f"第一{division}")


def _levels(match: re.Match[str], text: str, end: int) -> Marker | None:
    components = match["levels"].split(".")
    return _marker(match, text, end, components[-1], ".".join("1" * len(components)), sure=False)


def _season(match: re.Match[str], text: str, end: int) -> Marker | None:
    """Read 四、四季度工作安排, which its neighbours must tell from 三、四季度."""
    return _marker(match, text, end, match["season"], "一、", sure=False)


def _bare(match: re.Match[str], text: str, end: int) -> Marker | None:
    """Read 1 主要工作, a short line without a mark in it."""
    if end - match.start() > _LONGEST_BARE_LINE or any(
        mark in text[match.start() : end] for mark in "，。；：、,;:|\t"
    ):
        return None
    return _marker(match, text, end, match["bare"], BARE, sure=False)


def _arabic(match: re.Match[str], text: str, end: int) -> Marker | None:
    if match["figure"] is None:
        return _marker(match, text, end, match["arabic"], "1.")
    if _QUANTITY.match(text, match.end(), end) or (text[match.end() - 1] in ",，" and _GROUP.match(text, match.end())):
        return None
    sure = text[match.end() - 1] == "、" or _DATE.match(text, match.end(), end) is not None
    return _marker(match, text, end, match["arabic"], "1.", sure=sure)


def second_reading(text: str, marker: Marker) -> Marker | None:
    """Read 2.8 as item 2 that begins with an 8, where it is no 2.8 of a numbering."""
    if marker.form == "1.":
        return marker
    match = _ARABIC_ITEM.match(text, marker.start)
    if match is None or _QUANTITY.match(text, match.end()):
        return None
    return _marker(match, text, match.end(), match["arabic"], "1.", sure=False)


_READERS = {
    "season": _season,
    "division": _division,
    "levels": _levels,
    "bare": _bare,
    "arabic": _arabic,
    "figure": _arabic,
}
