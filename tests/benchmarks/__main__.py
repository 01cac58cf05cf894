"""Print the ratios of lint-report's times to those of other programs, and keep them in results.md.

    python -m tests.benchmarks [--runs N] [--quick] [--keep] [--peers FOLDER]

The two commands of each row run in turn, so that a machine that grows slower does so for both, and the ratio is taken
pair by pair. Programs that are not installed are left out with a word; those of JavaScript are looked for in a folder
in which this was run, and being slow they are run once:

    npm install zhlint textlint @lint-md/cli @textlint-rule/textlint-rule-no-unmatched-pair \\
        textlint-rule-zh-half-and-full-width-bracket textlint-rule-no-mixed-zenkaku-and-hankaku-alphabet \\
        textlint-rule-no-todo textlint-rule-terminology textlint-rule-no-empty-section

The drafts are those of a folder `corpus` beside the checkout's folder `shared`, where there is one, and the sample
drafts repeated otherwise.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.util
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
RESULTS = Path(__file__).parent / "results.md"
PROGRAM = (sys.executable, "-m", "lint_report")
_TEXTLINT_RULES = (
    "zh-half-and-full-width-bracket",
    "no-mixed-zenkaku-and-hankaku-alphabet",
    "no-todo",
    "terminology",
    "no-empty-section",
    "@textlint-rule/no-unmatched-pair",
)
_DRAFT, _PIECE, _MEGABYTE = 30_000, 25_000, 1_000_000
_AUTOCORRECT = (
    "import sys, autocorrect_py as a\nfor p in sys.argv[1:]: a.lint_for(open(p, encoding='utf-8').read(), 'text')"
)
_AUTOCORRECT_ALL = (
    "import os, sys, autocorrect_py as a\n"
    "for n in os.listdir(sys.argv[1]): a.lint_for(open(os.path.join(sys.argv[1], n), encoding='utf-8').read(), 'text')"
)


class Command(NamedTuple):
    """A command with what to call it, and the folder that it is run in where that matters."""

    name: str
    words: tuple[str, ...]
    folder: str | None = None


class Row(NamedTuple):
    """A measurement: what was done, by which, beside which, and what the ratio ought to be at most.

    It is run as often as `runs` says; without that as often as the user says, after a run that does not count.
    """

    work: str
    ours: Command
    other: Command
    target: float
    runs: int | None = None


class Used(NamedTuple):
    """What a finished command took."""

    seconds: float
    megabytes: float


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each command (default 5)")
    parser.add_argument("--quick", action="store_true", help="a tenth of the work, to see whether all is well")
    parser.add_argument("--keep", action="store_true", help="write results.md")
    parser.add_argument("--peers", type=Path, help="the folder in which zhlint, textlint and lint-md were installed")
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = os.path.join(folder, "bytecode")
        share = 10 if options.quick else 1
        lines = list(measured(rows(Path(folder), share, options.peers), options.runs))
    if options.keep:
        RESULTS.write_text("\n".join((*heading(options.runs, quick=options.quick), *lines, "")), encoding="utf-8")


def heading(runs: int, *, quick: bool) -> Iterator[str]:
    """Yield what stands above the table."""
    yield "# Benchmarks"
    yield ""
    kind = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}"
    yield f"Measured on {dt.datetime.now(dt.UTC):%Y-%m-%d} by `python -m tests.benchmarks --keep`: {kind};"
    share = "; a tenth of the work" if quick else ""
    yield f"{runs} runs of each command, in turn, after one that does not count and leaves compiled bytecode{share}."
    yield "Ratios of time on the clock, pair by pair; the machine was shared with others."
    yield ""
    yield "| work | beside | ratio: median | min–max | target | ours | theirs |"
    yield "|---|---|---|---|---|---|---|"


def measured(work: Iterator[Row], runs: int) -> Iterator[str]:
    """Yield a line of the table for each row, printing it too."""
    for row in work:
        if shutil.which(row.other.words[0]) is None:
            line = f"| {row.work} | {row.other.name} | not installed | | ≤ {row.target} | | |"
        else:
            line = in_turn(row, runs)
        print(line, flush=True)
        yield line


def in_turn(row: Row, runs: int) -> str:
    """Run both commands in turn and give the line of the table."""
    if row.runs is None:
        pairs = [(used(row.ours), used(row.other)) for _ in range(runs + 1)][1:]
    else:
        pairs = [(used(row.ours), used(row.other)) for _ in range(row.runs)]
    ratios = sorted(ours.seconds / other.seconds for ours, other in pairs)
    ours, others = (
        f"{statistics.median(one.seconds for one in side):.2f} s, {max(one.megabytes for one in side):.0f} MB"
        for side in zip(*pairs, strict=True)
    )
    spread = f"{ratios[0]:.2f}–{ratios[-1]:.2f}"
    median = f"{statistics.median(ratios):.2f}"
    return f"| {row.work} | {row.other.name} | {median} | {spread} | ≤ {row.target} | {ours} | {others} |"


def used(command: Command) -> Used:
    """Run a command to its end; give its time on the clock, and the memory of its largest process where known."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command.words,
        cwd=command.folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "rules")))},
    )
    if hasattr(os, "wait4"):
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0  # it was waited for
        return Used(time.perf_counter() - start, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2))
    process.wait()
    return Used(time.perf_counter() - start, 0)


def rows(folder: Path, share: int, peers: Path | None) -> Iterator[Row]:
    """Yield what is measured, making the drafts for it."""
    texts = drafts()
    one = folder / "draft.txt"
    one.write_text(cut("\n".join(texts), _DRAFT), encoding="utf-8")
    yaml = folder / "one.yaml"
    yaml.write_text("a: 1\n", encoding="utf-8")
    start = Command("lint-report", (*PROGRAM, str(one)))
    yield Row(
        "one draft of 30 kB, cold start", start, Command("yamllint on one line", tool("yamllint", str(yaml))), 1.2
    )
    yield Row("the same", start, Command("autocorrect-py", python("autocorrect_py", _AUTOCORRECT, str(one))), 1.2)
    many = folder / "many"
    count = make_many(many, texts, 1000 // share)
    words = ("--quiet", "--jobs", "2", str(many))
    plain = Command("lint-report", (*PROGRAM, "--no-cache", *words))
    peer = Command("autocorrect-py", python("autocorrect_py", _AUTOCORRECT_ALL, str(many)))
    yield Row(f"{count} drafts, {size_of(many) / _MEGABYTE:.0f} MB, 2 processes", plain, peer, 1.5)
    for command in of_javascript(many, peers):
        yield Row("the same", plain, command, 0.2, runs=1)
    kept = ("--cache-dir", str(folder / "kept"))
    used(Command("fill", (*PROGRAM, *kept, *words)))
    yield Row("the same again, nothing changed", Command("lint-report", (*PROGRAM, *kept, *words)), plain, 0.1)
    large, small = folder / "large.txt", folder / "small.txt"
    body = "\n".join(texts)
    large.write_text(cut(body, 10 * _MEGABYTE // share), encoding="utf-8")
    small.write_text(cut(body, _MEGABYTE // share), encoding="utf-8")
    yield Row(
        "one report of 10 MB",
        Command("lint-report", (*PROGRAM, "--quiet", str(large))),
        Command("one of 1 MB", (*PROGRAM, "--quiet", str(small))),
        11,
    )


def of_javascript(drafts: Path, peers: Path | None) -> Iterator[Command]:
    """Yield the commands of the linters of JavaScript over a folder of drafts."""
    home = peers.resolve() if peers else Path.cwd()
    programs = home / "node_modules" / ".bin"
    rules = drafts.with_name("textlintrc.json")
    rules.write_text(json.dumps({"rules": dict.fromkeys(_TEXTLINT_RULES, True)}), encoding="utf-8")
    markdown = drafts.with_name("markdown")
    markdown.mkdir()
    for path in drafts.iterdir():
        shutil.copyfile(path, markdown / f"{path.stem}.md")
    for name, words, where in (
        ("zhlint", ("*.txt",), drafts),  # it takes no path from outside of the folder that it runs in
        ("textlint", ("-c", str(rules), str(drafts)), home),  # it looks for its rules in the folder that it runs in
        ("lint-md", (str(markdown / "*.md"),), home),
    ):
        program = programs / name
        yield Command(name, (str(program) if program.exists() else name, *words), str(where))


def tool(name: str, *words: str) -> tuple[str, ...]:
    """Give the command of a program that stands beside this Python or on the path."""
    beside = Path(sys.executable).with_name(name)
    return (str(beside) if beside.exists() else name, *words)


def python(module: str, source: str, *words: str) -> tuple[str, ...]:
    """Give the command of a Python program that needs a module; one that cannot be found where that is missing."""
    return (sys.executable if importlib.util.find_spec(module) else module, "-c", source, *words)


def drafts() -> list[str]:
    """Give the texts from which drafts are made."""
    corpus = ROOT.parent / "shared" / "corpus"
    folder = corpus if corpus.is_dir() else ROOT / "seeds"
    return [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]


def make_many(folder: Path, texts: Sequence[str], count: int) -> int:
    """Write drafts of some 25 kB, pieces of the texts one after the other and again from the start."""
    folder.mkdir()
    body = "\n".join(texts)
    step = len(cut(body, _PIECE))
    for number in range(count):
        start = number * step % max(len(body) - step, 1)
        (folder / f"{number:04}.txt").write_text(cut(body[start:], _PIECE), encoding="utf-8")
    return count


def cut(text: str, size: int) -> str:
    """Give the beginning of a text, repeated if need be, that has some number of bytes in UTF-8."""
    piece = text[:size]
    while len(piece.encode()) < size:
        piece += text[:size]
    return piece.encode()[:size].decode(errors="ignore") + "\n"


def size_of(folder: Path) -> int:
    """Give the bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir())


if __name__ == "__main__":
    main()
