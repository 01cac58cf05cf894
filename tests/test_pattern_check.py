"""Patterns that users write are refused, with the reason, before they can hang or silently match nothing."""

from __future__ import annotations

import re
import time

import pytest

from lint_report.pattern_check import check_pattern


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(a|a)*b",
        "(a|aa)+b",
        "(?:a*)*b",
        "(?:a?){3,40}b",
        "(?:a(b?)?c)*d",
        r"(?:\w+\s?)*x",
        "([一-龥]+[^。]*)+。",
        "(?:[^。]{1,9}、)*x",
        "(?:a{1,40}){1,40}b",
        "(?:甲|乙|甲乙)+丙",
        r"^(?:\d+,?)+$",
        "(?i:(?:a+A)*)b",
        "(?=(a+)+b)c",
        "(?:.+年)*x",
        "(x+x+)+y",
    ],
)
def test_what_could_take_for_ever_is_refused(pattern: str) -> None:
    reason = check_pattern(pattern)
    assert reason is not None
    assert "重复" in reason.zh


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b赋能\b", "汉字"),
        (r"\bGDP", "汉字"),
        (r"\d*", "空文字"),
        ("(?:镇|)", "空文字"),
        ("赋能\n", "换行"),
        ("(", "有误"),
        ("(?i)gdp", "(?i:"),
        (".*增长.*%", "上限"),
        ("[^。]+[^，]+年", "上限"),
        (".{0,499}增.{0,499}长", "上限"),
        (".{0,30}增.{0,30}增.{0,30}增", "上限"),
        (r"\w*\d*x" * 2, "上限"),
        ("[甲乙]{0,20}丙" * 61, "复杂"),
        ("a" * 5000, "字符"),
        ("(" * 2000 + ")" * 2000, "有误"),
    ],
)
def test_what_cannot_match_or_is_too_slow_is_refused(pattern: str, words: str) -> None:
    reason = check_pattern(pattern)
    assert reason is not None
    assert words in reason.zh


@pytest.mark.parametrize(
    "pattern",
    [
        "赋能",
        r"预算执行率[^，。；]{0,10}\d+(?:\.\d+)?%",
        r"\d{1,3}(?:,\d{3})*",
        "(?:[^，]+，)*x",
        r"\d+[^。]*万元",
        "[^，]+，[^。]+。",
        r"(.)\1{3,}",
        "[一-龥]{2,8}(?:镇|乡)",
        "(?:甲乙|甲丙|丁)+",
        r"(?:\d{4}年|\d{6}月)*x",
        "[^。]{0,40}增长[^。]{0,40}%",
        "[^，。]{0,20}同比[^，。]{0,20}增长[^，。]{0,20}%",
        r"计划(\d+)个[^。]{0,40}完成(\d+)个",
        r"\d+[^。]{0,40}\d+",
        ".*?年",
        "(?:ab?c?)+d",
        "a++b",
        "(?<!不)合格",
        r"(?P<n>\d+)名.{0,9}(?P=n)",
        "(?i:gdp)",
        r"(甲)?(?(1)乙|丙)",
    ],
)
def test_what_is_sound_is_taken(pattern: str) -> None:
    assert check_pattern(pattern) is None


@pytest.mark.parametrize("pattern", ["(?:[^，]+，)*x", "(?:ab?c?)+d", "(?:甲乙|甲丙|丁)+x", r"(?:\d{4}年|\d{6}月)*x"])
def test_what_is_taken_ends_soon_on_text_that_almost_matches(pattern: str) -> None:
    text = "我们，" * 300 + "abcab" * 300 + "甲乙丁" * 300 + "2024年" * 300
    begin = time.process_time()
    assert re.search(pattern, text) is None
    assert time.process_time() - begin < 2
