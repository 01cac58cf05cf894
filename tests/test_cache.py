"""Kept results: used while nothing changed, dropped when anything did, never believed when something is amiss."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint_report.cache import Cache, default_folder
from lint_report.config.settings import FileSettings, RuleSettings, Settings
from lint_report.document import Document
from lint_report.linter import FileResult
from lint_report.plugins import RegisteredRule, load_registry
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Source
from tests.conftest import Run


class RuleOfFiles(Rule[NoOptions]):
    name = "files"
    code = "X902"
    reads_files = True

    def check(self, document: Document) -> Iterator[Finding]:  # noqa: ARG002  # it finds nothing
        yield from ()


class NoOptionsRule(Rule[NoOptions]):
    name = "own"
    code = "X901"

    def check(self, document: Document) -> Iterator[Finding]:  # noqa: ARG002  # it finds nothing
        yield from ()


BAD = "20xx年工作总结\n\n一、工作情况\n\n全年接待群众X人次，财政收入万元，社区工作工作有序开展，，\n"
FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown")


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "one.txt").write_text(BAD, encoding="utf-8")
    (folder / "two.md").write_text(f"# 2023年工作总结\n\n{BAD}\n<!-- lint-report: 忽略 P203 -->\n", encoding="utf-8")
    (folder / "three.txt").write_bytes(BAD.replace("\n", "\r\n").encode("gb18030"))
    (folder / "empty.txt").write_bytes(b"")
    return folder


def entries(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.json"))


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("name", FORMATS)
def test_output_is_the_same_with_and_without(run_here: Run, name: str) -> None:
    plain = run_here("drafts", "--no-cache", "--format", name)
    first = run_here("drafts", "--cache-dir", "kept", "--format", name)
    again = run_here("drafts", "--cache-dir", "kept", "--format", name)
    assert plain == first == again


@pytest.mark.usefixtures("drafts")
def test_nothing_is_linted_again(run_here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = run_here("drafts/one.txt", "drafts/two.md", "--cache-dir", "kept")
    monkeypatch.setattr("lint_report.linter.read_outline", None)  # whoever calls it crashes
    assert run_here("drafts/one.txt", "drafts/two.md", "--cache-dir", "kept") == plain
    assert entries(tmp_path / "kept")


def test_changes_are_seen(run_here: Run, drafts: Path) -> None:
    here = ("drafts/one.txt", "--cache-dir", "kept", "--format", "json")
    first = run_here(*here)
    (drafts / "one.txt").write_text(BAD.replace("20xx", "2023"), encoding="utf-8")
    edited = run_here(*here)
    assert "20xx" in first.out
    assert "20xx" not in edited.out
    assert run_here(*here, "--ignore", "P").out != edited.out
    assert run_here(*here) == edited
    (drafts / ".lint-report.yaml").write_text("rules: {empty-statistic: off}\n", encoding="utf-8")
    assert "empty-statistic" in edited.out
    assert "empty-statistic" not in run_here(*here).out


def test_word_list_of_the_users_own_is_looked_at(run: Run, drafts: Path) -> None:
    (drafts / "own.csv").write_text("wrong,right\n接待群众,接访群众\n", encoding="utf-8")
    (drafts / ".lint-report.yaml").write_text("rules: {wrong-word: {lists: [own.csv]}}\n", encoding="utf-8")
    here = ("drafts/one.txt", "--cache-dir", "kept", "--format", "json")
    assert "接访群众" in run(*here).out
    (drafts / "own.csv").write_text("wrong,right\n接待群众,接待来访群众\n", encoding="utf-8")
    assert "接待来访群众" in run(*here).out


@pytest.mark.usefixtures("drafts")
@pytest.mark.parametrize("harm", ["", "{", "[]", "null", "{}", '{"key": 1}', "\x00" * 40, "[" * 100_000, "DELETE"])
def test_broken_entry_is_made_anew(run_here: Run, tmp_path: Path, harm: str) -> None:
    first = run_here("drafts", "--cache-dir", "kept")
    for entry in entries(tmp_path / "kept"):
        whole = json.loads(entry.read_text(encoding="utf-8"))
        if harm == "DELETE":
            del whole["issues"]
            entry.write_text(json.dumps(whole), encoding="utf-8")
        else:
            entry.write_text(harm, encoding="utf-8")
    assert run_here("drafts", "--cache-dir", "kept") == first
    assert all("issues" in json.loads(entry.read_text(encoding="utf-8")) for entry in entries(tmp_path / "kept"))


@pytest.mark.usefixtures("drafts")
def test_entry_with_wrong_rows_is_made_anew(run_here: Run, tmp_path: Path) -> None:
    first = run_here("drafts", "--cache-dir", "kept")
    for entry in entries(tmp_path / "kept"):
        whole = json.loads(entry.read_text(encoding="utf-8"))
        whole["issues"] = [["rule", 1]]
        entry.write_text(json.dumps(whole), encoding="utf-8")
    assert run_here("drafts", "--cache-dir", "kept") == first


@pytest.mark.usefixtures("drafts")
def test_folders_are_kept_and_single_files_are_not(run_here: Run) -> None:
    run_here("drafts/one.txt")
    assert not os.path.exists(default_folder())
    run_here("drafts", "--no-cache")
    assert not os.path.exists(default_folder())
    run_here("drafts")
    assert entries(Path(default_folder()))


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.usefixtures("drafts")
def test_folder_is_the_users_own(run_here: Run, tmp_path: Path) -> None:
    run_here("drafts", "--cache-dir", "kept")
    for folder in (tmp_path / "kept", *(path for path in (tmp_path / "kept").iterdir())):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for entry in entries(tmp_path / "kept"):
        assert stat.S_IMODE(entry.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.usefixtures("drafts")
def test_folder_that_others_may_write_to_is_not_used(run_here: Run, tmp_path: Path) -> None:
    open_to_all = tmp_path / "kept"
    open_to_all.mkdir()
    open_to_all.chmod(0o777)
    assert run_here("drafts", "--cache-dir", "kept") == run_here("drafts", "--no-cache")
    assert entries(open_to_all) == []


@pytest.mark.usefixtures("drafts")
def test_folder_that_cannot_be_made_is_done_without(run_here: Run, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file", encoding="utf-8")
    assert run_here("drafts", "--cache-dir", "kept") == run_here("drafts", "--no-cache")


def test_folder_of_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")  # the XDG Base Directory Specification has such a one ignored
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == str(tmp_path / ".cache" / "lint-report")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    assert default_folder() == str(tmp_path / "elsewhere" / "lint-report")
    monkeypatch.setattr("sys.platform", "darwin")
    assert default_folder() == str(tmp_path / "Library" / "Caches" / "lint-report")


def test_code_that_may_import_anything_keeps_nothing(tmp_path: Path) -> None:
    registry = load_registry(entry_points=False)
    cache = Cache(str(tmp_path / "kept"))
    result = FileResult("one.txt", Source("one.txt", BAD), (), ())
    cache.keep(BAD.encode(), "one.txt", FileSettings(Settings({}), registry=registry), result)
    assert len(entries(tmp_path / "kept")) == 1

    class Own(NoOptionsRule):
        """A rule of a file beside the drafts."""

    Own.__module__ = "rules_beside_the_drafts"
    added = registry._replace(rules={**registry.rules, "own": RegisteredRule(Own, "rules.py")})
    cache.keep(BAD.encode(), "two.txt", FileSettings(Settings({}), registry=added), result)
    assert len(entries(tmp_path / "kept")) == 1


def test_rule_that_reads_other_files_keeps_nothing_where_it_runs(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path / "kept"))
    result = FileResult("one.txt", Source("one.txt", BAD), (), ())
    running = Settings({"files": RuleSettings(RuleOfFiles, Severity.WARNING, NoOptions())})
    cache.keep(BAD.encode(), "one.txt", FileSettings(running), result)
    assert entries(tmp_path / "kept") == []


def test_many_runs_of_one_file_leave_one_entry(run_here: Run, drafts: Path, tmp_path: Path) -> None:
    for turn in range(3):
        (drafts / "one.txt").write_text(BAD + f"第{turn}稿。\n", encoding="utf-8")
        run_here("drafts/one.txt", "--cache-dir", "kept")
    assert len(entries(tmp_path / "kept")) == 1
