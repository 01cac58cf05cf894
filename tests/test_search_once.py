"""What rules get for free to find the rare in a long text: blocks that hold something, pairs of characters."""

from __future__ import annotations

import pytest

from lint_report.character_pairs import character_pairs, middle_pairs
from lint_report.document import Document
from lint_report.outline import read_outline
from lint_report.patterns import Pattern
from lint_report.source import Source

TORN = "今年以来，全镇干部群众齐心协力，完成了年初确定的各项目标任务，\n群众比较满意。"


def read(text: str) -> Document:
    return read_outline(Source("draft.txt", text))


def held(text: str, pattern: str) -> list[str]:
    document = read(text)
    return [block.joined for report in document.reports for block in document.blocks_holding(report, Pattern(pattern))]


def test_only_the_blocks_that_hold_a_match_are_given() -> None:
    text = "一、工作情况\n\n新修公路12公里。\n\n群众满意，。\n\n栽树500棵。\n"
    assert held(text, "，。") == ["群众满意，。"]
    assert held(text, r"\d") == ["新修公路12公里。", "栽树500棵。"]
    assert held(text, "没有") == []


def test_a_block_with_several_matches_is_given_once() -> None:
    assert held("一、情况\n\n甲，。乙，。\n\n丙。\n", "，。") == ["甲，。乙，。"]


def test_a_torn_block_is_always_given() -> None:
    assert held(f"一、工作情况\n\n{TORN}\n\n栽树500棵。\n", "，群众比较") == [TORN.replace("\n", "")]


def test_paragraphs_that_hold_a_match_are_given_in_order() -> None:
    document = read("一、情况\n\n新修公路12公里。\n\n群众满意。\n\n栽树500棵。\n")
    found = [paragraph.joined for paragraph in document.paragraphs_holding(Pattern(r"\d"))]
    assert found == ["新修公路12公里。", "栽树500棵。"]


@pytest.mark.parametrize("word", ["落实", "狠抓落", "抓落实", "\U00020087落"])
def test_a_word_of_a_text_has_its_pairs(word: str) -> None:
    assert character_pairs(word) <= character_pairs("狠抓落实\U00020087落")


@pytest.mark.parametrize("word", ["实落", "狠落", "\U00020087实", "甲"])
def test_the_pairs_of_another_word_are_not_there(word: str) -> None:
    expected = len(word) == 1  # a single character has no pair
    assert (character_pairs(word) <= character_pairs("狠抓落实\U00020087落")) is expected


def test_middle_pairs_are_pairs() -> None:
    assert middle_pairs(["落实", "狠抓落实"]) == [*character_pairs("落实"), *character_pairs("抓落")]


def test_a_stretch_of_a_line_is_given_without_its_end() -> None:
    source = Source("draft.txt", "甲乙丙丁\r\n戊\n")
    assert source.line_text(1) == "甲乙丙丁"
    assert source.line_text(1, 1, 3) == "乙丙"
    assert source.line_text(1, 3, 9) == "丁"
    assert source.line_text(1, 7, 9) == ""
    assert source.line_text(2) == "戊"
