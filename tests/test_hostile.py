"""Files that come by mail from anywhere: no crash, no endless run, nothing outside touched."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint_report import cli, linter
from lint_report.config.settings import default_settings
from lint_report.document import Document
from lint_report.linter import lint
from lint_report.messages import UserError
from lint_report.outline import read_outline
from lint_report.paths import Found
from lint_report.plugins import load_registry
from lint_report.rule import Finding, NoOptions, Rule
from lint_report.run import Plan, Run
from lint_report.source import Source
from lint_report.workers import check_in_processes
from tests.conftest import ROOT
from tests.conftest import Run as RunProgram
from tests.fuzzing.pieces import PIECES, SENTENCE, SETTINGS_PIECES
from tests.fuzzing.targets import TARGETS, corpus

SETTINGS = default_settings(load_registry(entry_points=False))
FIXABLE = "社区建设稳步推进，，群众十分满意。"
QUICKLY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


@QUICKLY
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join), st.sampled_from(["a.txt", "a.md", "a.html", "-"]))
def test_any_text_is_checked_without_a_crash(text: str, name: str) -> None:
    result = lint(text.encode("utf-8", "surrogatepass"), name, SETTINGS, unused=True)
    crashes = [error.text("en") for error in result.errors if "crashed" in error.text("en")]
    assert crashes == []
    size = len(result.source.text) if result.source else 0
    for issue in result.issues:
        assert 0 <= issue.span.start <= issue.span.end <= size
        assert issue.start.line >= 1
        assert issue.start.column >= 1


@QUICKLY
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "-"]))
def test_any_bytes_give_a_result_or_one_error(content: bytes, name: str) -> None:
    result = lint(content, name, SETTINGS)
    assert [error for error in result.errors if "crashed" in error.text("en")] == []


@QUICKLY
@given(content=st.lists(st.sampled_from(SETTINGS_PIECES), max_size=24).map("".join))
def test_any_configuration_is_read_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    folder = tmp_path_factory.mktemp("configured")
    (folder / "own.yaml").write_text(content, encoding="utf-8")
    try:
        run = Run(Plan(config=str(folder / "own.yaml")), load_registry(entry_points=False))
        run.resolver.settings(str(folder / "draft.txt"))
    except UserError as error:
        assert "\n" not in error.text("en")  # noqa: PT017  # most are read


@pytest.mark.parametrize("target", TARGETS)
def test_inputs_that_fuzzing_kept_are_dealt_with(target: str) -> None:
    kept = corpus(target)
    assert len(kept) >= 20
    for data in kept:
        TARGETS[target](data)


TEXTS: dict[str, Callable[[int], str]] = {
    "one line": lambda size: SENTENCE * (size // len(SENTENCE)),
    "paragraphs": lambda size: "\n".join(f"{SENTENCE}{at}" for at in range(size // len(SENTENCE))),
    "torn lines": lambda size: f"{SENTENCE[:30]}\n" * (size // 31),
    "headings": lambda size: "2023年工作总结\n" + "".join(f"{at}、加强领导{at}\n" for at in range(size // 10)),
    "same heading": lambda size: "2023年工作总结\n" + "一、工作情况\n" * (size // 7),
    "reports": lambda size: f"2023年工作总结\n一、主要成绩\n{SENTENCE}\n二、存在不足\n{SENTENCE}\n" * (size // 130),
    "empty lines": lambda size: "\n \n" * (size // 3),
    "brackets": lambda size: "工作（" * (size // 3),
    "quotes": lambda size: "“工作" * (size // 3),
    "digits": lambda size: "增加" + "1" * size,
    "spaces": lambda size: "工 作 " * (size // 4),
    "one character": lambda size: "的" * size,
    "stars": lambda size: "工作***" * (size // 5),
    "remarks": lambda size: "工作。<!-- lint-report: 忽略 -->\n" * (size // 28),
}
SMALL = 15_000


@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    def seconds(size: int) -> float:
        content = TEXTS[name](size).encode()
        start = time.process_time()
        lint(content, "a.txt", SETTINGS)
        return time.process_time() - start

    seconds(SMALL)  # expressions are compiled
    # Four times the text takes four times as long; sixteen times would be quadratic. Ratios of times vary, so one good
    # measurement of three is enough.
    assert any(seconds(SMALL * 4) < 9 * seconds(SMALL) + 0.05 for _ in range(3))


class Raising(Rule[NoOptions]):
    name = "raising"
    code = "X901"

    def check(self, document: Document) -> Iterator[Finding]:
        raise RecursionError(document.source.path)


def test_rule_that_raises_costs_itself_alone() -> None:
    plain = lint(b"20xx\xe5\xb9\xb4\n", "a.txt", SETTINGS)
    rules = {**SETTINGS.base.rules}
    first = next(iter(rules.values()))
    rules["raising"] = first._replace(rule=Raising, options=NoOptions())
    result = lint(b"20xx\xe5\xb9\xb4\n", "a.txt", SETTINGS._replace(base=SETTINGS.base._replace(rules=rules)))
    assert result.issues == plain.issues
    (error,) = result.errors
    assert "raising" in error.text("en")
    assert "a.txt" in error.text("en")


needs_posix = pytest.mark.skipif(os.name == "nt", reason="signals and names of POSIX")


@needs_posix
def test_process_that_is_killed_costs_its_file_an_error(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "3.txt").write_text("杀", encoding="utf-8")
    config = tmp_path / "own.yaml"
    config.write_text("rules: {}\n", encoding="utf-8")
    program = (
        "import os, signal, sys\n"
        "from lint_report import linter\n"
        "from lint_report.cli import run\n"
        "real = linter.read_outline\n"
        "def deadly(source, *given):\n"
        "    if source.text == '杀':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return real(source, *given)\n"
        "linter.read_outline = deadly\n"
        "import multiprocessing\n"
        "multiprocessing.set_start_method('fork')\n"
        "sys.exit(run(['.', '--jobs', '2', '--no-cache', '--format', 'concise', '--lang', 'en']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'rules'}"},
    )  # fmt: skip
    said = done.stderr.decode()
    assert done.returncode == 2
    assert said.count("died") == 1
    assert "3.txt" in said


def test_order_is_kept_with_processes(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(30)]
    for path in paths:
        path.write_text(f"{path.stem}20xx年", encoding="utf-8")
    plan = Plan()
    results = check_in_processes(plan, map(Found, map(str, paths)), 2, Run(plan).check)
    assert [result.path for result in results] == list(map(str, paths))


def mend(path: Path) -> int:
    return cli.run([str(path), "--fix", "--quiet"])


@needs_posix
def test_killed_while_mending_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    old = f"{SENTENCE}{FIXABLE}\n" * 40
    draft.write_text(old, encoding="utf-8")
    mend(draft)
    new = draft.read_text(encoding="utf-8")
    assert new != old
    draft.write_text(old, encoding="utf-8")
    start = time.monotonic()
    mend(draft)
    whole_run = time.monotonic() - start
    ends: set[str] = set()
    for turn in range(100):
        draft.write_text(old, encoding="utf-8")
        child = os.fork()
        if child == 0:
            mend(draft)
            os._exit(0)
        time.sleep(whole_run * turn / 70)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        ends.add(draft.read_text(encoding="utf-8"))
    assert ends <= {old, new}
    assert old in ends


@needs_posix
def test_full_disk_while_mending_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.txt"
    old = f"{SENTENCE}{FIXABLE}\n"
    draft.write_text(old, encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.chdir(tmp_path)
    assert cli.run(["draft.txt", "--fix", "--quiet"]) == 2
    assert draft.read_text(encoding="utf-8") == old
    assert [path.name for path in tmp_path.iterdir()] == ["draft.txt"]


@needs_posix
def test_interrupt_while_mending_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = tmp_path / "draft.txt"
    old = f"{SENTENCE}{FIXABLE}\n"
    draft.write_text(old, encoding="utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    monkeypatch.chdir(tmp_path)
    assert cli.run(["draft.txt", "--fix", "--quiet"]) == 130
    assert draft.read_text(encoding="utf-8") == old
    assert [path.name for path in tmp_path.iterdir()] == ["draft.txt"]


def test_file_that_changes_while_it_is_checked_is_left_alone_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{SENTENCE}{FIXABLE}\n", encoding="utf-8")
    real = read_outline

    def saved_meanwhile(source: Source, *given: Any) -> Document:
        draft.write_text("书记刚存了一遍。\n", encoding="utf-8")
        return real(source, *given)

    monkeypatch.setattr(linter, "read_outline", saved_meanwhile)
    monkeypatch.chdir(tmp_path)
    assert cli.run(["draft.txt", "--fix", "--quiet", "--lang", "en"]) == 2
    assert "draft.txt: changed while it was checked" in capsys.readouterr().err
    assert draft.read_text(encoding="utf-8") == "书记刚存了一遍。\n"


def test_file_that_grows_while_it_is_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{SENTENCE}\n", encoding="utf-8")
    real = os.fstat

    def growing(descriptor: int) -> os.stat_result:
        status = real(descriptor)
        with draft.open("a", encoding="utf-8") as file:
            file.write(SENTENCE)
        return status

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "fstat", growing)
    assert cli.run(["draft.txt", "--lang", "en"]) == 2
    assert "draft.txt: was written to while it was read" in capsys.readouterr().err


@needs_posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_ends_a_long_run_at_once(tmp_path: Path, jobs: str) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(SENTENCE, encoding="utf-8")
    program = (
        "import multiprocessing, sys, time\n"
        "from lint_report import linter\n"
        "from lint_report.cli import run\n"
        "def endless(*_):\n"
        "    print('begun', flush=True)\n"
        "    time.sleep(600)\n"
        "linter.read_outline = endless\n"
        "multiprocessing.set_start_method('fork')\n"
        f"sys.exit(run(['.', '--jobs', '{jobs}', '--no-cache']))\n"
    )
    started = subprocess.Popen(
        [sys.executable, "-c", program], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'rules'}"},
    )  # fmt: skip
    assert started.stdout
    assert started.stdout.read(5) == b"begun"
    started.send_signal(signal.SIGINT)  # to the program alone, as a service would: its processes must end with it
    try:
        _, said = started.communicate(timeout=20)
    finally:
        started.kill()
    assert started.returncode == 130
    assert b"Traceback" not in said


def test_nothing_is_asked_of_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    (tmp_path / "page.html").write_text(
        f'<img src="http://example.invalid/a.png"><p>{SENTENCE}20xx年</p>', encoding="utf-8"
    )
    (tmp_path / "draft.md").write_text(
        f"# 20xx年工作总结\n\n![图](http://example.invalid/a.png)\n\n{SENTENCE}", encoding="utf-8"
    )
    (tmp_path / "draft.txt").write_text(f"{SENTENCE}http://example.invalid 社区工作工作有序开展。", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for words in (["."], [".", "--format", "html"], [".", "--format", "sarif"], [".", "--fix"]):
        assert cli.run([*words, "--no-cache"]) in (0, 1)


@needs_posix
@pytest.mark.skipif(sys.platform == "darwin", reason="the file system wants names in UTF-8")
def test_names_that_are_not_utf8_are_printed_in_every_format(run: RunProgram, tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), b"\xff\xfe.txt"), "w", encoding="utf-8") as file:
        file.write("20xx年工作总结\n")
    for name in ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html"):
        outcome = run(".", "--no-cache", "--select", "P201", "--format", name)
        assert outcome.status == 1, outcome.err
        assert "Traceback" not in outcome.err


@needs_posix
def test_odd_things_in_folders_are_named_and_never_waited_for(run: RunProgram, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("20xx年工作总结\n", encoding="utf-8")
    (folder / "circle").symlink_to(folder)
    (folder / "lost.txt").symlink_to(tmp_path / "nowhere.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.txt")
    outcome = run("in", "--no-cache", "--select", "P201", "--format", "json")
    assert outcome.status == 2
    files = {file["path"]: file for file in outcome.json["files"]}
    assert len(files["in/good.txt"]["issues"]) == 1
    assert all(files[f"in/{name}.txt"]["errors"] for name in ("lost", "device", "pipe"))
    assert len(files) == 4


def test_file_that_vanishes_is_named_and_the_others_are_checked(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("20xx年", encoding="utf-8")
    results = Run(Plan()).check_all([Found(str(tmp_path / "gone.txt")), Found(str(draft))])
    first, second = results
    assert first.errors
    assert second.issues
