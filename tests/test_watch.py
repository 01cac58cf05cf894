"""What a person at a terminal sees of a long run, and of `--watch`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from tests.conftest import ROOT, Run

BAD = "20xx年，我镇平稳。\n"
GOOD = "2023年，我镇平稳。\n"
PATIENCE = 60.0
COMMAND = (sys.executable, "-m", "lint_report", "--select", "placeholder-year", "--lang", "en")
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'rules'}", "TERM": "xterm"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals and terminals")


@contextmanager
def watching(folder: Path, *words: str) -> Iterator[tuple[subprocess.Popen[bytes], Queue[str]]]:
    """Watch a folder and give the process and the lines that it writes."""
    process = subprocess.Popen(
        [*COMMAND, "--format", "concise", "--watch", *words],
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    lines: Queue[str] = Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put(line.decode().rstrip())

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        yield process, lines
    finally:
        process.kill()
        process.wait()
        reader.join()
        if process.stdout:
            process.stdout.close()


def until(lines: Queue[str], wanted: str) -> list[str]:
    """Give the lines up to one that holds some words."""
    seen: list[str] = []
    while True:
        try:
            seen.append(lines.get(timeout=PATIENCE))
        except Empty:
            pytest.fail(f"{wanted!r} did not come, only {seen}")
        if wanted in seen[-1]:
            return seen


def test_watch_checks_again_when_files_and_configurations_change(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(BAD, encoding="utf-8")
    with watching(tmp_path, ".") as (process, lines):
        assert "P201" in until(lines, "waiting")[0]
        draft.write_text(GOOD * 2, encoding="utf-8")
        assert len(until(lines, "waiting")) == 1
        (tmp_path / "new.txt").write_text(BAD, encoding="utf-8")
        assert "new.txt" in until(lines, "waiting")[0]
        config = tmp_path / ".lint-report.yaml"
        config.write_text("selct: []\n", encoding="utf-8")
        until(lines, "selct")
        config.write_text("exclude: [new.txt]\n", encoding="utf-8")
        assert not any("P201" in line for line in until(lines, "waiting")[-1:])
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130


def test_standard_input_cannot_be_watched(run: Run) -> None:
    outcome = run("-", "--watch")
    assert outcome.status == 2
    assert "--watch" in outcome.err


def run_on_terminal(folder: Path, output: Path) -> str:
    """Run with standard error at a terminal; give what the terminal got."""
    import pty  # not on every system

    ours, theirs = pty.openpty()
    got: list[bytes] = []

    def read() -> None:
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                return
            if not part:
                return
            got.append(part)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    with output.open("wb") as file:
        command = [*COMMAND, "--jobs", "1", "--format", "concise", "."]
        subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=file, stderr=theirs, check=False, timeout=300)
    time.sleep(0.2)
    os.close(theirs)
    reader.join(PATIENCE)
    os.close(ours)
    return b"".join(got).decode(errors="replace")


def test_a_long_run_shows_a_bar_on_a_terminal_and_a_short_one_none(tmp_path: Path) -> None:
    (tmp_path / "few").mkdir()
    (tmp_path / "few" / "1.txt").write_text(BAD, encoding="utf-8")
    assert run_on_terminal(tmp_path / "few", tmp_path / "few.out") == ""
    many = tmp_path / "many"
    many.mkdir()
    draft = (ROOT / "seeds" / "half_year_town.txt").read_text(encoding="utf-8") * 4
    for number in range(400):
        (many / f"{number:03}.txt").write_text(draft, encoding="utf-8")
    shown = run_on_terminal(many, tmp_path / "many.out")
    assert "/400" in shown
    lines = (tmp_path / "many.out").read_text(encoding="utf-8").splitlines()
    assert len({line.partition(":")[0] for line in lines}) == 400
