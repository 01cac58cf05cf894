"""Baselines: known findings do not count, new ones do."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

YEAR = ("--select", "placeholder-year")


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def known(run: Run, tmp_path: Path) -> Path:
    write(tmp_path / "draft.txt", "一、工作情况\n\n20xx年平稳推进。\n")
    assert run("draft.txt", *YEAR, "--write-baseline", "known.json").status == 0
    return tmp_path / "draft.txt"


def test_known_findings_do_not_count_and_are_counted(run: Run, known: Path) -> None:
    outcome = run(known.name, *YEAR, "--baseline", "known.json")
    assert outcome.status == 0
    assert "P201" not in outcome.out
    assert "1 处已知" in outcome.out


def test_edits_elsewhere_do_not_wake_them(run: Run, known: Path) -> None:
    write(known, "新写的标题\n\n新写的一段。\n\n" + known.read_text(encoding="utf-8") + "\n末尾又加一段。\n")
    assert run(known.name, *YEAR, "--baseline", "known.json").status == 0


def test_a_new_finding_counts_even_where_it_reads_like_a_known_one(run: Run, known: Path) -> None:
    text = known.read_text(encoding="utf-8")
    write(known, text + "\n20xx年另有一事。\n")
    outcome = run(known.name, *YEAR, "--baseline", "known.json", "--format", "json")
    assert outcome.status == 1
    assert [issue["line"] for issue in outcome.json["files"][0]["issues"]] == [5]
    write(known, text + text)
    assert run(known.name, *YEAR, "--baseline", "known.json").status == 1, "one entry excuses one finding"


def test_stale_entries_are_reported(run: Run, known: Path) -> None:
    write(known, "一、工作情况\n\n2023年平稳推进。\n")
    outcome = run(known.name, *YEAR, "--baseline", "known.json")
    assert outcome.status == 0
    assert "placeholder-year 已不存在" in outcome.err


def test_entries_of_files_that_were_not_checked_are_not_stale(run: Run, known: Path) -> None:
    write(known.parent / "other.txt", "2023年平稳推进。\n")
    assert run("other.txt", *YEAR, "--baseline", "known.json").err == ""


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"version": 99, "findings": []}', '{"version": 1, "findings": [{}]}', "\x00"]
)
def test_baseline_that_cannot_be_read_is_an_error_that_names_it(run: Run, known: Path, content: str) -> None:
    write(known.parent / "known.json", content)
    outcome = run(known.name, *YEAR, "--baseline", "known.json")
    assert outcome.status == 2
    assert outcome.err.startswith("known.json:")
    assert len(outcome.err.splitlines()) == 1


def test_missing_baseline_is_an_error(run: Run, known: Path) -> None:
    assert run(known.name, "--baseline", "gone.json").status == 2


def test_git_edits_above_a_known_finding_do_not_wake_it(run: Run, known: Path) -> None:
    def git(*words: str) -> None:
        identity = ("-c", "user.name=test", "-c", "user.email=test@example.com")
        subprocess.run(["git", *identity, *words], cwd=known.parent, check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    write(known, "前面加的一段话。\n\n" + known.read_text(encoding="utf-8"))
    git("commit", "--quiet", "--all", "--message", "second")
    assert run(known.name, *YEAR, "--baseline", "known.json").status == 0
