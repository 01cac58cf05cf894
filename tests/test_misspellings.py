"""Misspelt words: what is found beyond the lists, and what makes the difference."""

from __future__ import annotations

import pytest

from lint_report.character_pairs import ManyPairs, character_pairs, characters_of
from lint_report.chinese import misspelling_tables
from lint_report.chinese.words import frequency
from lint_report.misspellings import find_misspellings
from lint_report.outline import read_outline
from lint_report.readers import read_source


def found(text: str) -> list[tuple[str, str]]:
    document = read_outline(read_source(text.encode(), "draft.txt"))
    return [(slip.wrong, slip.right) for slip in find_misspellings(document)]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("全年新建相目12个，开工项目10个。", "相目", "项目"),
        ("落实责任，确保任务落时到位。", "落时", "落实"),
        ("完善基础设失，改善群众生活。", "基础设失", "基础设施"),
        ("本鎮加強基礎建射，改善環境，各項建設進展順利，建設完成。", "建射", "建設"),
    ],
)
def test_a_slip_is_found(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "全年新建相目12个。",
        "全年新建相目12个，开工项目10个，竣工相目8个。",
        "全年新建相目相12个，开工项目10个。",
        "全年新建真相目12个，开工项目10个。",
        "全年新建“相目”12个，开工项目10个。",
    ],
    ids=[
        "the word stands nowhere else",
        "the slip stands twice",
        "the character is near once more",
        "the character belongs to another word",
        "the neighbour is a mark that sets words off",
    ],
)
def test_a_doubt_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_slip_is_looked_for_in_long_texts_too() -> None:
    text = "全年开工项目10个，进展顺利。\n" * 3000
    assert found(f"{text}全年新建相目12个。\n{text}") == [("相目", "项目")]


def test_what_is_suspected_is_no_word() -> None:
    suspects = misspelling_tables.SUSPECTS
    pairs = [suspects[at : at + 2] for at in range(0, len(suspects), 2)]
    assert len(set(pairs)) == len(pairs) > 10_000
    assert [pair for pair in pairs if frequency(pair)] == []
    assert len(misspelling_tables.SIMPLIFIED_FORMS) == len(misspelling_tables.TRADITIONAL_FORMS)


def test_many_pairs_are_found_the_first_time_and_later() -> None:
    many = ManyPairs("关健通迅")
    pairs = character_pairs("这是关健")
    assert [{*map(characters_of, many.among(pairs))} for _ in range(2)] == [{"关健"}, {"关健"}]
