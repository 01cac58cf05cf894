"""Remarks in the text that silence findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

YEAR = ("--select", "placeholder-year", "--format", "json")
MARK = "<!-- lint-report: {} -->"


def lines_found(run: Run, *words: str | Path) -> list[int]:
    return [issue["line"] for issue in run(*words).json["files"][0]["issues"]]


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "ignore placeholder-year",
        "忽略 placeholder-year",
        "ignore P201",
        "ignore P",
        "忽略",
        "ignore placeholder-year -- 模板",
    ],
)
@pytest.mark.parametrize("name", ["draft.txt", "draft.md", "draft.html"])
def test_remark_in_a_line_silences_that_line_alone(run: Run, tmp_path: Path, name: str, words: str) -> None:
    lines = [f"20xx年上半年平稳。{MARK.format(words)}", "20xx年下半年平稳。"]
    if name.endswith(".html"):
        lines = [f"<p>{line}</p>" for line in lines]
    write(tmp_path / name, "\n\n".join(lines) + "\n")
    assert lines_found(run, name, *YEAR) == [3]


@pytest.mark.parametrize(
    "remark",
    ["[lint-report: ignore P201]", "【lint-report：忽略 placeholder-year】", "【lint-report：忽略 P201 -- 模板】"],
)
def test_in_plain_text_brackets_will_do(run: Run, tmp_path: Path, remark: str) -> None:
    write(tmp_path / "draft.txt", f"20xx年上半年平稳。{remark}\n20xx年下半年平稳。\n{remark}\n20xx年全年平稳。\n")
    assert lines_found(run, "draft.txt", *YEAR) == [2]


def test_remark_without_an_end_does_nothing_and_the_first_is_told(run: Run, tmp_path: Path) -> None:
    text = (
        "20xx年平稳。【lint-report：忽略\n】20xx年平稳。\n20xx年平稳。[lint-report: ignore]\n<!-- lint-report: ignore\n"
    )
    write(tmp_path / "draft.txt", text)
    outcome = run("draft.txt", *YEAR)
    assert [issue["line"] for issue in outcome.json["files"][0]["issues"]] == [1, 2]
    assert "第 1 行的 【lint-report： 没有以 】 结束" in outcome.err


def test_remark_that_stands_alone_silences_the_next_line_with_text(run: Run, tmp_path: Path) -> None:
    write(
        tmp_path / "draft.txt",
        f"20xx年平稳。\n{MARK.format('ignore placeholder-year')}\n\n20xx年平稳。\n20xx年平稳。\n",
    )
    assert lines_found(run, "draft.txt", *YEAR) == [1, 5]


def test_remark_for_a_passage_and_for_a_file(run: Run, tmp_path: Path) -> None:
    begin, end = MARK.format("忽略开始 placeholder-year"), MARK.format("忽略结束")
    write(tmp_path / "draft.txt", f"20xx年平稳。\n{begin}\n20xx年平稳。\n20xx年平稳。\n{end}\n20xx年平稳。\n")
    assert lines_found(run, "draft.txt", *YEAR) == [1, 6]
    write(tmp_path / "draft.txt", f"20xx年平稳。\n{begin}\n20xx年平稳。\n20xx年平稳。\n")
    assert lines_found(run, "draft.txt", *YEAR) == [1]
    write(tmp_path / "draft.txt", f"20xx年平稳。\n20xx年平稳。\n{MARK.format('ignore-file P201')}\n")
    assert lines_found(run, "draft.txt", *YEAR) == []


def test_remark_for_another_rule_silences_nothing(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", f"20xx年平稳。{MARK.format('ignore missing-part')}\n")
    assert lines_found(run, "draft.txt", *YEAR) == [1]


@pytest.mark.parametrize(
    ("words", "near"), [("ignore placeholder-yaer", "placeholder-year"), ("ignroe P201", "ignore")]
)
def test_misspelt_remark_is_reported_and_silences_nothing(run: Run, tmp_path: Path, words: str, near: str) -> None:
    write(tmp_path / "draft.txt", f"20xx年平稳。{MARK.format(words)}\n")
    issues = run("draft.txt", *YEAR).json["files"][0]["issues"]
    assert [issue["rule"] for issue in issues] == ["placeholder-year", "unknown-ignore"]
    assert near in issues[1]["message"]


def test_remark_that_silences_nothing_is_reported_when_asked(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", f"2023年平稳。{MARK.format('ignore placeholder-year')}\n")
    assert lines_found(run, "draft.txt", *YEAR) == []
    (issue,) = run("draft.txt", *YEAR, "--warn-unused-ignores").json["files"][0]["issues"]
    assert issue["rule"] == "unused-ignore"


def test_silenced_findings_are_counted(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", f"20xx年平稳。{MARK.format('ignore')}\n")
    outcome = run("draft.txt", "--select", "placeholder-year")
    assert outcome.status == 0
    assert "1 处已知或已忽略" in outcome.out


def test_places_of_other_findings_are_not_moved(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", f"平稳。{MARK.format('ignore P204')}20xx年平稳。\n")
    (issue,) = run("draft.txt", *YEAR).json["files"][0]["issues"]
    assert issue["column"] == len(f"平稳。{MARK.format('ignore P204')}") + 1
