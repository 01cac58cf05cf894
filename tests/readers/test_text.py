"""Plain text, and the remarks that are taken out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_report.readers import read_source
from lint_report.source import Source
from tests.readers.places import assert_every_character_has_its_place


def read(text: str) -> Source:
    return read_source(text.encode(), "draft.txt")


def test_text_without_remarks_is_left_as_it_is() -> None:
    source = read("一、甲\n<!-- 其他注释 -->\n　　乙")
    assert (source.text, source.raw, source.runs) == ("一、甲\n<!-- 其他注释 -->\n　　乙", None, ())


def test_remark_at_the_end_of_a_line_goes_with_the_space_before_it() -> None:
    source = read("20xx年 <!-- lint-report: ignore placeholder-year -->\n下一行\n")
    assert source.text == "20xx年\n下一行\n"
    assert [(d.offset, d.text) for d in source.directives] == [(5, "ignore placeholder-year")]
    assert source.position(source.text.index("下")) == (2, 1)


def test_remark_on_its_own_line_goes_with_the_line() -> None:
    source = read("甲\r\n  <!-- lint-report：忽略 P201 -->\r\n20xx年\r\n")
    assert source.text == "甲\r\n20xx年\r\n"
    (directive,) = source.directives
    assert (source.text[directive.offset :], directive.text) == ("20xx年\r\n", "忽略 P201")
    assert source.position(directive.offset) == (3, 1)


def test_remark_before_the_text_of_a_line() -> None:
    source = read("<!--lint-report:ignore--> 20xx年")
    assert source.text == "20xx年"
    assert [(d.offset, d.text) for d in source.directives] == [(0, "ignore")]
    assert source.position(0) == (1, 27)


def test_remark_over_several_lines_and_at_the_end() -> None:
    source = read("甲\n<!-- lint-report: ignore\n  P201 -->\n乙\n<!-- lint-report: ignore-end -->")
    assert source.text == "甲\n乙\n"
    assert [d.offset for d in source.directives] == [2, 4]
    assert source.position(2) == (4, 1)


def test_remark_without_an_end_is_said() -> None:
    source = read("甲\n<!-- lint-report: ignore\n20xx年")
    assert source.directives == ()
    assert "第 2 行" in source.notices[0].zh


@pytest.mark.parametrize("piece", ["<!-- lint-report: ", "<!-- lint-report", "<!--", " \n", "<!-- lint-report: -->"])
def test_many_remarks_take_linear_time(piece: str) -> None:
    assert_every_character_has_its_place(read("lint-report" + piece * 50_000))


PIECES = st.sampled_from(
    [
        "<!--",
        "-->",
        " lint-report: ",
        "lint-report：",
        "ignore",
        "\n",
        "\r\n",
        "\r",
        " ",
        "　",
        "20xx年",
        "一、",
        "<",
        "-",
    ]
)


@given(st.lists(PIECES))
def test_every_character_has_its_place(pieces: list[str]) -> None:
    assert_every_character_has_its_place(read("".join(pieces)))
