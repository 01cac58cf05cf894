"""The word lists: that every entry does what its examples say, and that a list of one's own is read or refused."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from lint_report.document import Document, Script
from lint_report.messages import UserError
from lint_report.outline import read_outline
from lint_report.readers import read_source
from lint_report.resources import shipped_folder
from lint_report.word_lists import COLUMNS, WordEntry, load_words
from lint_report.word_search import find_words, index_words
from lint_report.word_tables import WordTable
from tests.conftest import Run

LISTS = sorted(Path(shipped_folder(), "words").glob("*.csv"))


def read(text: str, script: Script = Script.SIMPLIFIED) -> Document:
    document = read_outline(read_source(text.encode(), "draft.txt"))
    return document._replace(reports=tuple(report._replace(script=script) for report in document.reports))


def found(text: str, *entries: WordEntry, script: Script = Script.SIMPLIFIED) -> list[str]:
    return [
        text[match.span.start : match.span.end] for match in find_words(read(text, script), (WordTable.of(entries),))
    ]


@pytest.mark.parametrize("path", LISTS, ids=[path.stem for path in LISTS])
def test_every_entry_finds_its_example_and_leaves_the_other_alone(path: Path) -> None:
    rows: dict[tuple[str, str], list[WordEntry]] = defaultdict(list)
    for entry in load_words(str(path)):
        rows[entry.bad, entry.good].append(entry)
    failed: list[str] = []
    for (bad, good), entries in rows.items():
        script = Script.TRADITIONAL if entries[0].script == "hant" else Script.SIMPLIFIED
        if not bad or not good or not found(bad, *entries, script=script) or found(good, *entries, script=script):
            failed.append(entries[0].wrong)
    assert failed == []


def test_lists_that_are_read_row_by_row_find_the_same() -> None:
    for path in LISTS:
        entries = load_words(str(path))
        document = read("。".join(entry.bad + "。" + entry.good for entry in entries))
        for words in (index_words((str(path),)), index_words((str(path),))):  # unread, and read
            assert list(find_words(document, words)) == list(find_words(document, (WordTable.of(entries),)))


def test_no_two_entries_say_the_same() -> None:
    seen = [(*entry[:3], entry.after, entry.script) for path in LISTS for entry in load_words(str(path))]
    assert [entry for entry in set(seen) if seen.count(entry) > 1] == []


def test_lists_open_in_spreadsheets() -> None:
    assert LISTS
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf" + ",".join(COLUMNS).encode()) for path in LISTS)


def test_what_must_and_must_not_stand_around() -> None:
    entry = WordEntry("关健", "关键", before="!机|!有", after="!康")
    assert found("这是关健。有关健康，关健康，机关健", entry) == ["关健"]
    assert found("截止6月，截止人数，截止", WordEntry("截止", "截至", after="#")) == ["截止"]
    assert found("有必须成绩，有必须的成绩，有必须完成", WordEntry("必须", "一定", after="{|的}成绩")) == ["必须"] * 2
    assert found("到达98%，到达98个", WordEntry("到达", "达到", after="##%")) == ["到达"]
    assert found("，致于他。以致于他", WordEntry("致于", "至于", before="。")) == ["致于"]


def test_an_entry_for_one_script_is_silent_in_the_other() -> None:
    entry = WordEntry("由于", "由於", script="hant")
    assert found("由于", entry, script=Script.TRADITIONAL) == ["由于"]
    assert found("由于", entry) == []
    assert found("由于", entry, script=Script.UNKNOWN) == []


def test_a_word_is_found_across_the_stretches_of_a_long_text() -> None:
    for length in range(19_995, 20_005):
        assert found("。" * length + "再接再励" + "。" * 100, WordEntry("再接再励", "再接再厉")) == ["再接再励"]


def test_of_two_that_overlap_the_certain_one_counts() -> None:
    likely, certain = WordEntry("工作状况", "工作情况", certainty="weak"), WordEntry("状况汇报", "情况汇报")
    assert found("工作状况汇报，工作状况", likely, certain) == ["状况汇报", "工作状况"]


def test_lists_in_csv_and_yaml_say_the_same(tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_bytes(
        'wrong,right,before,note\n"{好|坏}的","{好|坏}地",!最,"一,二"\n\n李晓明,李小明,,\n'.encode("utf-8-sig")
    )
    listing = tmp_path / "own.yaml"
    listing.write_text(
        "- {wrong: '{好|坏}的', right: '{好|坏}地', before: '!最', note: '一,二'}\n"
        "- wrong: 李晓明\n  right: [李小明]\n",
        encoding="utf-8",
    )
    expected = (
        WordEntry("好的", "好地", before="!最", note="一,二"),
        WordEntry("坏的", "坏地", before="!最", note="一,二"),
        WordEntry("李晓明", "李小明"),
    )
    assert load_words(str(table)) == load_words(str(listing)) == expected


@pytest.mark.parametrize(
    ("content", "line", "part"),
    [
        ("wrong,rihgt\n", 1, "right"),
        ("wrong,right\n做为,作为,多了\n", 2, "列数"),
        ("wrong,right\n错,对\n", 2, "2 至 50"),
        ("wrong,right\n做为,做为\n", 2, "不能与 right 相同"),
        ("wrong,right\n{好|坏}的,好地\n", 2, "一一对应"),
        ("wrong,script\n做为,繁体\n", 2, "hant"),
        ("wrong,certainty\n做为,maybe\n", 2, "weak"),
        ('wrong,right\n"做为,作为\n', 2, "CSV"),
    ],
)
def test_a_broken_list_is_refused_with_its_line(tmp_path: Path, content: str, line: int, part: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_words(str(path))
    assert caught.value.path == str(path)
    assert caught.value.line == line
    assert part in caught.value.message.zh


def test_a_list_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    with pytest.raises(UserError, match="cannot be read"):
        load_words(str(path))
    path.write_bytes("wrong,right\n做为,作为\n".encode("gb18030"))
    with pytest.raises(UserError, match="UTF-8"):
        load_words(str(path))


def test_a_list_is_looked_for_beside_the_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "names.csv").write_text("wrong,right\n李晓明,李小明\n", encoding="utf-8")
    (tmp_path / "house" / ".lint-report.yaml").write_text(
        "select: [wrong-word]\nrules:\n  wrong-word:\n    lists: names.csv\n", encoding="utf-8"
    )
    (tmp_path / "house" / "draft.txt").write_text("镇长李晓明作报告。\n", encoding="utf-8")
    outcome = run("house/draft.txt")
    assert outcome.status == 1
    assert "李小明" in outcome.out


def test_a_list_that_is_not_there_is_said_at_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".lint-report.yaml").write_text("rules:\n  wrong-word:\n    lists: [names.csv]\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text("镇长李晓明作报告。\n", encoding="utf-8")
    outcome = run("draft.txt")
    assert outcome.status == 2
    assert "names.csv" in outcome.err
    assert "Traceback" not in outcome.err
