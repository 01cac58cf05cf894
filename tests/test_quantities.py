"""Numbers with their units, as the writer meant them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_report.chinese.quantities import Bounds, Exactness, find_quantities, read_number, simplify_unit


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("应到54名", "54", "名"),
        ("收入10,285億元", "1028500000000", "元"),
        ("收入３.２亿元", "320000000", "元"),
        ("編列6億2,179萬5千元", "621795000", "元"),
        ("補徵2億5千3百餘萬元", "253000000", "元"),
        ("举债4兆9,213億餘元", "4921300000000", "元"),
        ("投资1.5万亿元", "1500000000000", "元"),
        ("安排四千二百多万人", "42000000", "人"),
        ("消费水平二百八十八元", "288", "元"),
        ("参会率98.1%", "98.1", "%"),
        ("参会率98。9%", "98.9", "%"),
        ("自然增长率5.3‰", "0.53", "%"),
        ("提高百分之五点三", "5.3", "%"),
        ("提高2个百分点", "2", "百分点"),
        ("提高0.1個百分點", "0.1", "百分点"),
        ("种植七成", "70", "%"),
        ("建成 27.4 公里", "27.4", "公里"),
        ("装机5千瓦", "5", "千瓦"),
        ("总面积3萬8千8百餘公頃", "38800", "公顷"),
        ("参加1200人次", "1200", "人次"),
        ("参保人数7359万", "73590000", ""),
    ],
)
def test_values_and_units(text: str, value: str, unit: str) -> None:
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["2015年4月21日", "第28次会议", "101年度", "98年3月", "上午8:30", "PM2.5", "坚持统一领导", "推进三农工作"],
)
def test_what_is_no_quantity(text: str) -> None:
    assert list(find_quantities(text)) == []


@pytest.mark.parametrize(
    ("text", "exactness", "bounds"),
    [
        ("54名", Exactness.EXACT, ("54", "54")),
        ("3.2亿元", Exactness.EXACT, ("315000000", "325000000")),
        ("98.1%", Exactness.EXACT, ("98.05", "98.15")),
        ("3—5名", Exactness.EXACT, ("3", "5")),
        ("100多条", Exactness.ODD, ("100", "200")),
        ("1200余人", Exactness.ODD, ("1200", "1300")),
        ("近300平方米", Exactness.NEARLY, ("200", "300")),
        ("50人以上", Exactness.OVER, ("50", None)),
        ("超过50人", Exactness.OVER, ("50", None)),
        ("50人以内", Exactness.AT_MOST, ("0", "50")),
        ("约100人", Exactness.ABOUT, None),
        ("100人左右", Exactness.ABOUT, None),
        ("三分之二", Exactness.ABOUT, None),
    ],
)
def test_what_a_number_may_stand_for(text: str, exactness: Exactness, bounds: tuple[str, str | None] | None) -> None:
    (quantity,) = find_quantities(text)
    wanted = bounds and Bounds(Decimal(bounds[0]), Decimal(bounds[1]) if bounds[1] else None)
    assert (quantity.exactness, quantity.bounds()) == (exactness, wanted)


def test_counts_are_exact_unless_they_are_whole_thousands() -> None:
    assert [quantity.counts for quantity in find_quantities("54名、1250份、5000份、3亩、2万人")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_spans_hold_number_magnitude_and_unit() -> None:
    text = "去年共投入约3.2亿元，新建12所以上，覆盖2万多平方米"
    assert [text[quantity.span.start : quantity.span.end] for quantity in find_quantities(text)] == [
        "3.2亿元",
        "12所",
        "2万多平方米",
    ]


def test_a_stretch_of_a_text() -> None:
    text = "甲12人，乙13人"
    assert [quantity.value for quantity in find_quantities(text, 5)] == [13]
    assert [quantity.value for quantity in find_quantities(text, 0, 4)] == [12]


def test_units_in_one_script() -> None:
    assert [simplify_unit(unit) for unit in ("億元", "平方公尺", "個百分點", "个", "戶次")] == [
        "億元",
        "平方公尺",
        "百分点",
        "个",
        "户次",
    ]


@given(st.integers(0, 10**12), st.sampled_from(["", "万", "亿", "萬", "億"]))
def test_digits_with_a_magnitude_are_read_exactly(number: int, magnitude: str) -> None:
    power = {"": 1, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}[magnitude]
    assert read_number(f"{number}{magnitude}") == (Decimal(number * power), Decimal(power))


@given(
    st.text(
        alphabet="0123456789,.，。%％个個人元万亿萬億兆十百千一二三两分之点約约近多余餘以上左右—至 第年月日",
        max_size=60,
    )
)
def test_no_text_breaks_the_reading(text: str) -> None:
    spans = [quantity.span for quantity in find_quantities(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
