"""Tables of word lists: kept beside the bytecode for as long as the list is the same, and otherwise made anew."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lint_report.character_pairs import character_pairs
from lint_report.word_lists import WordEntry, load_words
from lint_report.word_tables import WordTable, kept_table

LIST = "wrong,right,before\n再接再励,再接再厉,\n{一|二}诺千斤,{一|二}诺千金,!有\n关健,关键,\n"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr("lint_report.word_tables.kept_in", lambda name: str(tmp_path / "kept" / name))
    return tmp_path / "kept" / "own.csv"


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "own.csv").write_text(LIST, encoding="utf-8-sig")
    return str(tmp_path / "own.csv")


def wrong_in(table: WordTable, text: str) -> list[str]:
    return sorted(entry.wrong for entry in table.possible(character_pairs(text)))


def test_only_what_the_text_may_hold_is_given(path: str) -> None:
    table = WordTable.of(load_words(path))
    assert wrong_in(table, "要再接再励，关健是一诺千斤。") == ["一诺千斤", "关健", "再接再励"]
    assert wrong_in(table, "要再接再厉，诺千斤") == []
    assert wrong_in(table, "再接，接再，再励") == ["再接再励"]  # all its pairs, though not in their order
    assert list(table.possible(character_pairs("二诺千斤"))) == [WordEntry("二诺千斤", "二诺千金", "!有")]


def test_kept_table_gives_what_the_list_says_without_reading_it(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "再接再励，关健，一诺千斤，二诺千斤"
    made = wrong_in(kept_table(path), text)
    monkeypatch.setattr("lint_report.word_tables.load_words", None)
    assert wrong_in(kept_table(path), text) == made == sorted(text.split("，"))


def test_changed_list_is_read_again(path: str) -> None:
    kept_table(path)
    Path(path).write_text(LIST.replace("关健", "关建"), encoding="utf-8")
    os.utime(path, ns=(0, 1))
    load_words.cache_clear()  # as in another run
    assert wrong_in(kept_table(path), "关健，关建") == ["关建"]


def test_damaged_table_is_made_anew(path: str, kept: Path) -> None:
    kept_table(path)
    right = kept.read_bytes()
    for at in range(0, len(right), 11):
        kept.write_bytes(right[:at] + bytes([right[at] ^ 1]) + right[at + 1 :])
        assert wrong_in(kept_table(path), "关健") == ["关健"]
        assert kept.read_bytes() == right


def test_nothing_is_kept_where_no_bytecode_is(path: str, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert wrong_in(kept_table(path), "关健") == ["关健"]
    assert not kept.exists()


def test_empty_list_has_a_table() -> None:
    assert wrong_in(WordTable.of(()), "关健") == []
