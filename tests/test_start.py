"""What a run does not do: work is counted, not timed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

CLEAN = """2023年工作总结

一、主要成绩
全镇完成财政收入3.2亿元，同比增长8.5%。

二、存在的不足
基础设施仍不完善，服务能力有待提高。

三、下一步工作
继续推进项目建设，改善农村人居环境。
"""
DIRTY = CLEAN.replace("2023", "20xx") + "全年接待群众X人次，社区工作工作有序开展，，透过学习提高了认识。\n"
HEAVY = {
    "ast", "asyncio", "csv", "concurrent.futures", "dataclasses", "difflib", "docx", "hashlib", "heapq",
    "importlib.metadata", "importlib.util", "inspect", "jieba", "json", "lxml", "markdown_it", "multiprocessing",
    "opencc", "pathlib", "pkgutil", "pluggy", "rapidfuzz", "rich", "shutil", "socket", "tempfile", "tomllib",
    "unittest", "xml", "yaml", "zipfile",
}  # fmt: skip
MOST_MODULES = 205  # 196 in Python 3.11, 138 of them our own
MOST_EXPRESSIONS = 20  # those of the standard library, which it compiles itself
PROGRAM = """
import re._compiler, sys
code = re._compiler._code
compiled = []
re._compiler._code = lambda *given: (compiled.append(1), code(*given))[1]
before = set(sys.modules)
from lint_report import linter, running_text
read = linter.read_outline
reads = []
linter.read_outline = lambda *given: (reads.append(1), read(*given))[1]
made = running_text.RunningText.__init__
runs = []
running_text.RunningText.__init__ = lambda self, document: (runs.append(1), made(self, document))[1]
from lint_report.cli import run
status = run(["draft.txt"])
print("|", *sorted(set(sys.modules) - before), file=sys.stderr)
print("|", len(reads), len(runs), len(compiled), file=sys.stderr)
"""


def work(folder: Path, text: str) -> tuple[set[str], list[int]]:
    """Check a draft in a pipe.

    Returns:
        The modules that were imported; how often the text was read and joined, and how many expressions were compiled.
    """
    (folder / "draft.txt").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {[*sys.path]!r}{PROGRAM}"],
        cwd=folder,
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "rules"))),
            "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
            "PYTHONDONTWRITEBYTECODE": "",
        },
    )
    modules, counts = (line.split()[1:] for line in done.stderr.decode().splitlines() if line.startswith("|"))
    return set(modules), list(map(int, counts))


def test_clean_draft_needs_nothing_heavy(tmp_path: Path) -> None:
    modules, _ = work(tmp_path, CLEAN)
    assert HEAVY & modules == {"csv"}


def test_no_run_imports_jieba(tmp_path: Path) -> None:
    """Its dictionary is read where it was installed; jieba itself would use a file that anyone could have put there."""
    modules, _ = work(tmp_path, DIRTY)
    assert {"jieba", "rich", "docx", "markdown_it", "lxml", "opencc", "yaml", "socket"} & modules == set()


@pytest.mark.parametrize("text", [CLEAN, DIRTY])
def test_text_is_read_once(tmp_path: Path, text: str) -> None:
    _, (reads, runs, _) = work(tmp_path, text)
    assert reads == 1
    assert runs <= 1


def test_second_start_imports_little_and_compiles_nothing(tmp_path: Path) -> None:
    text = (ROOT / "seeds" / "half_year_town.txt").read_text(encoding="utf-8")
    _, (*_, first) = work(tmp_path, text)
    modules, (*_, second) = work(tmp_path, text)
    assert len(modules) <= MOST_MODULES
    assert first > second <= MOST_EXPRESSIONS
