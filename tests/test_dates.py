"""Dates, periods, and the period that a report covers."""

from __future__ import annotations

import pytest

from lint_report.chinese.dates import Period, Relative, covered_period, find_dates


@pytest.mark.parametrize(
    ("text", "year", "relative", "months", "day"),
    [
        ("2015年3月25日", 2015, None, (3, 3), 25),
        ("二〇二二年五月", 2022, None, (5, 5), None),
        ("民國101年度", 2012, None, (None, None), None),
        ("100年12月31日", 2011, None, (12, 12), 31),
        ("101年度", 2012, None, (None, None), None),
        ("去年12月", None, Relative.LAST, (12, 12), None),
        ("今年上半年", None, Relative.THIS, (1, 6), None),
        ("2023年下半年", 2023, None, (7, 12), None),
        ("1—6月", None, None, (1, 6), None),
        ("1月至9月份", None, None, (1, 9), None),
        ("前三季度", None, None, (1, 9), None),
        ("第二季度", None, None, (4, 6), None),
        ("十二月份", None, None, (12, 12), None),
        ("4月21日", None, None, (4, 4), 21),
        ("明年", None, Relative.NEXT, (None, None), None),
        ("来年", None, Relative.NEXT, (None, None), None),
        ("來年", None, Relative.NEXT, (None, None), None),
    ],
)
def test_dates(
    text: str, year: int | None, relative: Relative | None, months: tuple[int | None, int | None], day: int | None
) -> None:
    (date,) = find_dates(f"在{text}，")
    assert date.span == (1, 1 + len(text))
    assert (date.year, date.relative, (date.first, date.last), date.day) == (year, relative, months, day)


@pytest.mark.parametrize("text", ["三个月", "13月", "2月32日", "5年来", "月亮", "100年来", "第3月台"])
def test_what_is_no_date(text: str) -> None:
    assert list(find_dates(text)) == []


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("2023年上半年工作总结及下半年工作计划", Period(2023, 1, 6)),
        ("上半年人大工作总结及下半年计划篇一", Period(None, 1, 6)),
        ("2022年工作总结和2023年工作计划", Period(2022, 1, 12)),
        ("第三季度安全生产工作总结", Period(None, 7, 9)),
        ("镇人大2022年1-9月工作总结", Period(2022, 1, 9)),
        ("民國101年度施政報告", Period(2012, 1, 12)),
        ("个人年终工作总结", Period(None, 1, 12)),
        ("個人年終工作總結", Period(None, 1, 12)),
        ("9月份工作小结", Period(None, 9, 9)),
        ("2023年工作计划", None),
        ("政府工作报告（2022年1月24日在第五次会议上）", None),
        ("工作汇报", None),
        (None, None),
    ],
)
def test_the_title_tells_the_period(title: str | None, period: Period | None) -> None:
    assert covered_period(title) == period


def test_opening_and_headings_tell_it_where_the_title_does_not() -> None:
    assert covered_period("工作汇报", "现将今年上半年工作情况汇报如下：") == Period(None, 1, 6)
    assert covered_period(None, "各位代表：", ["2022年工作回顾", "2023年工作安排"]) == Period(2022, 1, 12)
    assert covered_period(None, "去年工作很好。", ["2023年工作安排"]) is None
