"""Dates and periods as reports write them, and the period that a report covers.

`find_dates` reads years (2015年, 二〇二二年, 民國101年, 去年), parts of a year (上半年, 1—6月), months, days, and any
of them together. `covered_period` tells from a report's title, opening and headings what time it
reports on::

    >>> covered_period("2023年上半年工作总结及下半年工作计划")
    Period(year=2023, first=1, last=6)
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Iterable, Iterator
from re import Match

from lint_report.chinese.numerals import numeral_value
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span

_ROC_OFFSET = 1911
_ROC_YEARS = (50, 150)
_FOUR_DIGITS = 1000
_MONTHS = range(1, 13)
_DAYS = range(1, 32)


class Relative(enum.StrEnum):
    """A year named by its distance from the year that a text is written in."""

    BEFORE_LAST = "before-last"
    LAST = "last"
    THIS = "this"
    NEXT = "next"


class Period(NamedTuple):
    """Whole months of one year, both ends included.

    Attributes:
        year: In the common era; None where it is not said.
        first: The first month, 1 to 12.
        last: The last month.
    """

    year: int | None
    first: int
    last: int

    @property
    def whole_year(self) -> bool:
        """Tell whether it is a full year."""
        return (self.first, self.last) == (1, 12)


class Date(NamedTuple):
    """A date or period in a text.

    Attributes:
        span: Where it stands, in offsets of the text searched.
        year: In the common era; None where no year or only a relative one is named.
        relative: The relative year, such as LAST for 去年.
        first: The first month; None for a year alone.
        last: The last month, equal to the first for a single month.
        day: The day, where one is named.
    """

    span: Span
    year: int | None
    relative: Relative | None
    first: int | None
    last: int | None
    day: int | None


def find_dates(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Date]:
    """Yield the dates and periods in a stretch of text, in the order in which they stand.

    Months beyond 12 and days beyond 31 are no dates. Two- and three-digit years count from 1911 (民國101年, 101年度).
    """
    for match in _DATE.finditer(text, start, end):
        date = _read(match)
        if date is not None:
            yield date


def covered_period(title: str | None, opening: str = "", headings: Iterable[str] = ()) -> Period | None:
    """Tell what period a report covers; None where nothing says so for certain.

    What stands in the title counts before what the opening announces (现将上半年工作总结如下), and that before a
    heading such as 上半年工作回顾. The half of a title that names plans (……及下半年工作计划) counts for nothing.

    Args:
        title: The report's title.
        opening: Its first paragraph or two.
        headings: The titles of its sections.
    """
    reported = _PLANS.sub("", title or "")
    if not _PLAN_ONLY.search(reported):
        if found := _first_period(reported):
            return found
        if any(word in reported for word in ("年终", "年終", "年度")):
            return Period(None, 1, 12)
    if announced := _ANNOUNCED.search(opening):
        return _first_period(announced.group())
    reviews = (heading for heading in headings if _REVIEW.search(heading) and not _PLAN_ONLY.search(heading))
    return next((found for heading in reviews if (found := _first_period(heading))), None)


def _first_period(text: str) -> Period | None:
    """Give the first period of a text; a day is none, it says when the report was given."""
    date = next((date for date in find_dates(text) if date.day is None), None)
    return _period(date) if date else None


def _period(date: Date) -> Period | None:
    if date.relative not in (None, Relative.THIS):
        return None
    return Period(date.year, date.first or 1, date.last or 12)


def _read(match: Match[str]) -> Date | None:
    if not match.group():
        return None
    months = _months(match)
    year = _year(match, alone=months == (None, None))
    if months is None or (year is None and match["digits"]):
        return None
    day = int(match["day"]) if match["day"] else None
    if day is not None and day not in _DAYS:
        return None
    first, last = months
    return Date(Span(*match.span()), year, _RELATIVE.get((match["word"] or "")[:2]), first, last, day)


def _year(match: Match[str], *, alone: bool) -> int | None:
    if match["han"]:
        return numeral_value(match["han"].replace("○", "〇"))
    if not match["digits"]:
        return None
    year = int(match["digits"])
    if year < _FOUR_DIGITS:
        dated = match["era"] or not alone or match.group().endswith("度")
        return year + _ROC_OFFSET if dated and _ROC_YEARS[0] <= year <= _ROC_YEARS[1] else None
    return year


def _months(match: Match[str]) -> tuple[int | None, int | None] | None:
    """Give first and last month; (None, None) where a year stands alone, None for what is no month."""
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    if match["through"]:
        return 1, 3 * (numeral_value(match["through"]) or 1)
    if match["quarter"]:
        quarter = numeral_value(match["quarter"]) or 1
        return 3 * quarter - 2, 3 * quarter
    if match["to"]:
        first, last = int(match["from"]), int(match["to"])
        return (first, last) if first in _MONTHS and last in _MONTHS and first < last else None
    if match["month"]:
        month = numeral_value(match["month"]) or 0
        return (month, month) if month in _MONTHS else None
    return None, None


_RELATIVE = {
    **dict.fromkeys(("前年",), Relative.BEFORE_LAST),
    **dict.fromkeys(("去年", "上年"), Relative.LAST),
    **dict.fromkeys(("今年", "本年"), Relative.THIS),
    **dict.fromkeys(("明年", "来年", "來年", "次年"), Relative.NEXT),
}
_YEAR = (
    r"(?:(?<![\d.])(?P<era>民[国國])?(?P<digits>(?:19|20)\d\d|\d{2,3})\s?年度?|(?P<han>[一二][九〇零○][〇零○一二三四五六七八九]{2})年度?"
    r"|(?P<word>今年|本年度?|去年|上年度?|前年|明年|来年|來年|次年))"
)
_PART = (
    r"(?:(?P<half>[上下])半年|前(?P<through>[二两兩三23])[个個]?季度|第?(?P<quarter>[一二三四1-4])季度"
    r"|(?<!\d)(?P<from>\d{1,2})\s?(?:月份?)?\s?[-—–~～至到]{1,2}\s?(?P<to>\d{1,2})\s?月份?"
    r"|(?<![\d个個一二三四五六七八九十第])(?P<month>\d{1,2}|十[一二]?|[一二三四五六七八九])\s?月(?![饼餅]|亮|光|嫂|季|子|台|球)份?"
    r"(?:\s?(?P<day>\d{1,2})\s?[日号號])?)"
)
_DATE = Pattern(rf"(?=[\d上下前第一二三四五六七八九十今本去明来來次民])(?:{_YEAR})?(?:[的\s]?{_PART})?")
_PLANS = Pattern(
    r"(?:及|和|暨|与|與|、|以及|，)[^，。]{0,12}(?:[计計]划|計畫|打算|安排|思路|规划|規劃|部署|要点|要點|目标|目標|设想|設想).*$"
)
_PLAN_ONLY = Pattern(
    r"[计計]划|計畫|打算|安排|思路|规划|規劃|要点|要點|设想|設想|下一步|部署|目标|目標|任务|任務|要求|今后|今後|未来|未來"
)
_ANNOUNCED = Pattern(
    r"(?:现|現)?(?:将|將|就|把)[^。；\n]{0,30}(?:总结|總結|[汇匯彙][报報]|匯報|报告|報告|述职|述職|小[结結])[^。；\n]{0,8}(?:如下|[：:])"
)
_REVIEW = Pattern(r"^[^，。]{0,12}(?:工作|情况|情況|回顾|回顧|总结|總結|完成|成效|做法)")
