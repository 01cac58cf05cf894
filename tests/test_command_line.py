"""The program as a user runs it: paths, exit statuses, formats, bad input."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint_report.system_errors import refused
from tests.conftest import Run

BAD = "20xx年，我镇完成财政收入3200万元。\n"
GOOD = "2023年，我镇完成财政收入3200万元。\n"
YEAR = ("--select", "placeholder-year")


def write(path: Path, text: str = BAD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_findings_give_1_and_none_gives_0(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "bad.txt")
    write(tmp_path / "good.txt", GOOD)
    assert run("bad.txt", *YEAR).status == 1
    assert run("check", "bad.txt", *YEAR).status == 1
    assert run("good.txt", *YEAR).status == 0


def test_fail_on_and_exit_zero_move_the_status_and_nothing_else(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "bad.txt")
    (tmp_path / ".lint-report.yaml").write_text("rules: {placeholder-year: info}\n", encoding="utf-8")
    quiet = run("bad.txt", *YEAR)
    assert quiet.status == 0
    assert "P201" in quiet.out
    assert run("bad.txt", *YEAR, "--fail-on", "info").status == 1
    assert run("bad.txt", *YEAR, "--fail-on", "info", "--exit-zero").status == 0


def test_status_is_the_same_in_every_format(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "bad.txt")
    assert {run("bad.txt", *YEAR, "--format", name).status for name in ("text", "json")} == {1}


def test_missing_file_is_named_and_the_others_are_checked(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "bad.txt")
    outcome = run("gone.txt", "bad.txt", *YEAR, "--format", "json")
    assert outcome.status == 2
    assert "gone.txt" in outcome.err
    files = {entry["path"]: entry for entry in outcome.json["files"]}
    assert len(files["bad.txt"]["issues"]) == 1
    assert files["gone.txt"]["errors"]


@pytest.fixture
def ordinary_user() -> Iterator[Callable[[], None]]:
    """Give a function after which this process may not read all that root may, until the end of the test."""
    root = os.geteuid() == 0
    yield lambda: os.seteuid(65534) if root else None
    if root:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="permissions are of another kind")
@pytest.mark.parametrize("name", ["locked.txt", "locked"])
def test_what_may_not_be_read_is_named(
    run_here: Run, tmp_path: Path, ordinary_user: Callable[[], None], name: str
) -> None:
    tmp_path.chmod(0o755)
    write(tmp_path / "good.txt", GOOD)
    write(tmp_path / "locked" / "inside.txt")
    write(tmp_path / "locked.txt")
    (tmp_path / name).chmod(0)
    run_here("gone.txt", "good.txt", *YEAR)  # all that is imported is now there, whoever may read it
    ordinary_user()
    outcome = run_here(name, "good.txt", *YEAR)
    assert outcome.status == 2
    assert name in outcome.err


def test_summary_says_what_was_not_done_and_why_in_the_users_language(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "good.txt", GOOD)
    mixed = run("gone.txt", "good.txt", *YEAR)
    assert mixed.out == "检查了 1 个文件，没有发现问题；有 1 件事没能完成\n"
    assert mixed.err == "gone.txt: 无法读取：没有这个文件或文件夹\n"
    nothing = run("gone.txt", "--lang", "en")
    assert nothing.out == "no file checked; 1 thing could not be done\n"
    assert nothing.err == "gone.txt: cannot be read: No such file or directory\n"


def test_no_file_to_check_is_no_success(run: Run, tmp_path: Path) -> None:
    assert run().status == 2
    (tmp_path / "empty").mkdir()
    outcome = run("empty")
    assert outcome.status == 2
    assert "没有可检查的文件" in outcome.err


def test_folders_are_walked_in_order_and_files_taken_once(run: Run, tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "b/c/3.txt", "b/.hidden/4.txt", "b/picture.png"):
        write(tmp_path / name)
    outcome = run("a/1.txt", "b", ".", *YEAR, "--format", "json")
    paths = [Path(entry["path"]).as_posix() for entry in outcome.json["files"]]
    assert paths == ["a/1.txt", "b/2.txt", "b/c/3.txt"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("docs/*.txt", ["1.txt"]),
        ("docs/**/*.txt", ["1.txt", "inner/2.txt"]),
        ("**/[0-9].txt", ["1.txt", "inner/2.txt"]),
        ("*/inner", ["inner/2.txt"]),
        ("docs/**/*.draft", ["inner/3.draft"]),
        ("./docs/in*/*", ["inner/2.txt"]),
    ],
)
def test_pattern_that_the_shell_left_is_looked_for(run: Run, tmp_path: Path, pattern: str, names: list[str]) -> None:
    for name in ("docs/1.txt", "docs/inner/2.txt", "docs/inner/3.draft", "docs/.hidden/4.txt", "docs/old/5.txt"):
        write(tmp_path / name)
    found = run(pattern, "--exclude", "docs/old", *YEAR, "--format", "json").json["files"]
    assert [Path(entry["path"]).relative_to("docs").as_posix() for entry in found] == names


def test_pattern_that_nothing_matches_is_named(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "good.txt", GOOD)
    outcome = run("drafts/*.txt", "good.txt", *YEAR)
    assert outcome.status == 2
    assert "drafts/*.txt" in outcome.err
    assert "没有符合" in outcome.err


def test_name_with_brackets_is_no_pattern_where_the_file_is_there(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "总结[1].txt")
    write(tmp_path / "总结1.txt", GOOD)
    outcome = run("总结[1].txt", *YEAR)
    assert outcome.out.startswith("总结[1].txt:1:1")


@pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("docs/**/*.txt", []),
        ("docs/*.txt", ["docs/inner/2.txt"]),
        ("inner", ["docs/1.txt"]),
        ("inner/*.md", ["docs/1.txt", "docs/inner/2.txt"]),
    ],
)
def test_globs_are_read_as_git_reads_them(run: Run, tmp_path: Path, glob: str, left: list[str]) -> None:
    for name in ("docs/1.txt", "docs/inner/2.txt"):
        write(tmp_path / name)
    found = run(".", "--exclude", glob, *YEAR, "--format", "json").json["files"]
    assert [Path(entry["path"]).as_posix() for entry in found] == left


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_links_in_circles_and_out_of_the_tree_are_not_followed(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "tree" / "1.txt")
    write(tmp_path / "elsewhere" / "2.txt")
    (tmp_path / "tree" / "round").symlink_to(tmp_path / "tree", target_is_directory=True)
    (tmp_path / "tree" / "out").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "tree" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    outcome = run("tree", *YEAR, "--format", "json")
    assert outcome.status == 2, "a link to nothing is named"
    assert "gone.txt" in outcome.err
    found = [entry["path"] for entry in outcome.json["files"] if entry["issues"]]
    assert [Path(path).as_posix() for path in found] == ["tree/1.txt"]


def test_exclude_leaves_out_what_folders_hold(run: Run, tmp_path: Path) -> None:
    for name in ("docs/keep.txt", "docs/old/drop.txt"):
        write(tmp_path / name)
    outcome = run("docs", "--exclude", "docs/old", *YEAR, "--format", "json")
    assert [Path(entry["path"]).name for entry in outcome.json["files"]] == ["keep.txt"]


def test_standard_input_has_the_name_that_it_is_given(run: Run) -> None:
    outcome = run("-", "--stdin-filename", "稿.txt", *YEAR, given=BAD.encode())
    assert outcome.status == 1
    assert outcome.out.startswith("稿.txt:1:1:")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_named_pipe_is_named_and_not_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path / "bad.txt")
    outcome = run(".", *YEAR)
    assert outcome.status == 2
    assert "pipe.txt" in outcome.err
    assert "bad.txt:1:1" in outcome.out


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("一\r\n二\r\n20xx年", (3, 1)),
        ("\ufeff20xx年", (1, 1)),
        ("\t\t20xx年", (1, 3)),
        ("　　20xx年", (1, 3)),
        ("𠮷𠮷20xx年", (1, 3)),
        ("一\r二20xx年", (2, 2)),
    ],
    ids=["crlf", "byte order mark", "tabs", "ideographic spaces", "beyond the BMP", "cr"],
)
def test_places_count_characters_of_the_line(run: Run, tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    write(tmp_path / "draft.txt", text)
    (issue,) = run("draft.txt", *YEAR, "--format", "json").json["files"][0]["issues"]
    assert (issue["line"], issue["column"]) == place
    assert (issue["end_line"], issue["end_column"]) == (place[0], place[1] + 5)


def test_json_has_the_documented_shape(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "draft.txt")
    report = run("draft.txt", *YEAR, "--format", "json").json
    assert report["version"] == 1
    (entry,) = report["files"]
    assert entry["path"] == "draft.txt"
    assert entry["encoding"].startswith("utf-8")
    assert entry["errors"] == []
    (issue,) = entry["issues"]
    assert set(issue) >= {
        "rule", "code", "severity", "message", "line", "column", "end_line", "end_column", "data", "fix",
    }  # fmt: skip
    assert (issue["rule"], issue["code"], issue["severity"]) == ("placeholder-year", "P201", "error")
    assert report["summary"]["issues"] == 1


def test_messages_follow_the_locale_and_the_option(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "draft.txt")
    assert "没有填写" in run("draft.txt", *YEAR).out
    assert "没有填写" in run("draft.txt", *YEAR, env={"LANG": "C.UTF-8"}).out
    assert "not filled in" in run("draft.txt", *YEAR, env={"LANG": "en_US.UTF-8"}).out
    assert "没有填写" in run("draft.txt", *YEAR, "--lang", "zh", env={"LANG": "en_US.UTF-8"}).out


@pytest.mark.parametrize(
    "words", [["--no-such-option", "x"], ["--format", "nonsense", "x"], ["--select", "nonsense", "x"]]
)
def test_wrong_usage_is_one_line_and_2(run: Run, tmp_path: Path, words: list[str]) -> None:
    write(tmp_path / "x")
    outcome = run(*words)
    assert outcome.status == 2
    assert len(outcome.err.splitlines()) == 1
    assert "Traceback" not in outcome.err


def test_empty_and_binary_files_get_a_clear_answer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    write(tmp_path / "bad.txt")
    outcome = run(".", *YEAR)
    assert outcome.status == 2
    assert "binary.txt" in outcome.err
    assert "empty.txt" in outcome.err
    assert "bad.txt:1:1" in outcome.out
    assert "Traceback" not in outcome.err


def test_one_line_of_5_megabytes_is_checked(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "long.txt", "我镇各项工作平稳推进，" * 150_000 + "20xx年。")
    outcome = run("long.txt", *YEAR)
    assert outcome.status == 1
    assert max(map(len, outcome.out.splitlines())) < 300


def test_rules_are_listed_and_explained(run: Run) -> None:
    listed = run("rules", "--format", "json").json["rules"]
    assert {"code": "P201", "name": "placeholder-year"}.items() <= listed[
        [r["name"] for r in listed].index("placeholder-year")
    ].items()
    for word in ("placeholder-year", "P201", "p201"):
        assert "20xx年" in run("explain", word).out
    wrong = run("explain", "placeholder-yaer")
    assert wrong.status == 2
    assert "placeholder-year" in wrong.err


def test_version_names_what_it_runs_on(run: Run) -> None:
    outcome = run("--version")
    assert outcome.status == 0
    assert "Python 3." in outcome.out
    assert "pluggy" in outcome.out


def test_what_git_ignores_is_left_out_of_folders(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("docs/keep.txt", "docs/draft.tmp.txt", "old/gone.txt", "docs/inner/again.tmp.txt"):
        write(tmp_path / name)
    write(tmp_path / ".gitignore", "*.tmp.txt\nold/\n")
    write(tmp_path / "docs" / "inner" / ".gitignore", "!again.tmp.txt\n")
    found = run(".", *YEAR, "--format", "json").json["files"]
    assert [Path(entry["path"]).as_posix() for entry in found] == ["docs/keep.txt", "docs/inner/again.tmp.txt"]
    assert run("old/gone.txt", *YEAR).status == 1, "a file that is named is checked"


def test_draft_in_a_format_that_cannot_be_read_is_not_passed_over(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "good.txt", GOOD)
    write(tmp_path / "old.doc")
    outcome = run(".", *YEAR)
    assert outcome.status == 2
    assert "old.doc" in outcome.err
    assert ".docx" in outcome.err
    assert run(".", *YEAR, "--exclude", "*.doc").status == 0


def test_guessed_encoding_is_told_and_counts_as_information(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_bytes((GOOD * 5).encode("gb18030"))
    outcome = run("draft.txt", *YEAR)
    assert outcome.status == 0
    assert "GB18030" in outcome.err.upper()
    assert run("draft.txt", *YEAR, "--fail-on", "info").status == 1
    named = run("draft.txt", *YEAR, "--fail-on", "info", "--encoding", "gb18030")
    assert (named.status, named.err) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
@pytest.mark.parametrize("words", [("bad.txt",), ("bad.txt", "--format", "json"), ("rules",)])
def test_full_disk_is_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    write(tmp_path / "bad.txt")
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "lint_report", *words, "--lang", "zh"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode().splitlines()) == (2, ["输出无法写入：磁盘已满"])


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
def test_closed_output_is_done_without(tmp_path: Path) -> None:
    write(tmp_path / "bad.txt")
    command = f"{shlex.quote(sys.executable)} -m lint_report bad.txt --fail-on info >&- 2>&-"
    assert subprocess.run(command, shell=True, cwd=tmp_path, check=False).returncode == 1  # noqa: S602  # our own words


def test_what_is_refused_names_the_file_or_the_output() -> None:
    named, output = refused(PermissionError(13, "Permission denied", "稿.txt")), refused(OSError(28, "No space left"))
    assert (named.path, named.message.zh) == ("稿.txt", "没有权限")
    assert (output.path, output.message.zh) == (None, "输出无法写入：磁盘已满")
