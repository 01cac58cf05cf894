"""Compiled expressions: the same as Python's own, kept beside its bytecode, not used when something is amiss."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import lint_report
from lint_report.compiled import CompiledExpressions, kept_expressions
from lint_report.kept import kept_in
from lint_report.patterns import Pattern
from tests.conftest import ROOT, Run
from tests.expressions import every_expression

SOURCES = [("(?P<year>[0-9]{4})年(?:(度)|(?P<half>上半年))?", 0), ("(?m)^[ \t]*完$", 0), ("x+", re.IGNORECASE)]


@pytest.fixture(autouse=True)
def _bytecode_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "__pycache__" / "expressions.bin")


def keep(path: str) -> None:
    expressions = CompiledExpressions(path)
    for source, flags in SOURCES:
        expressions.compile(source, flags)
    expressions.keep()


def compiles_rightly(path: str) -> bool:
    expressions = CompiledExpressions(path)
    return all(expressions.compile(source, flags) == re.compile(source, flags) for source, flags in SOURCES)


@pytest.fixture
def _no_compiling(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: Any) -> None:
        raise AssertionError("compiled")

    with monkeypatch.context() as patched:
        patched.setattr("re._compiler._code", refuse)
        yield


def test_private_interface_of_this_python_is_the_one_we_know(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python compares expressions by what they are compiled to.

    If this fails with a new Python, `lint_report.compiled` still works, by compiling anew in every run; see what has
    changed in `re._compiler.compile`.
    """
    wanted = {
        (one.source, one.flags) if isinstance(one, Pattern) else (one.pattern, one.flags)
        for one in every_expression().values()
    }
    python_own = {key: re.compile(*key) for key in wanted}
    first = CompiledExpressions(path)
    monkeypatch.setattr(re, "compile", None)  # the way round, which must not be needed
    made = {key: first.compile(*key) for key in wanted}
    assert made == python_own
    first.keep()
    monkeypatch.setattr("re._compiler._code", None)
    again = CompiledExpressions(path)
    for key, own in python_own.items():
        kept = again.compile(*key)
        assert kept == own
        assert (kept.groups, kept.groupindex, kept.flags) == (own.groups, own.groupindex, own.flags)


def test_names_of_groups_are_kept(path: str) -> None:
    keep(path)
    match = CompiledExpressions(path).compile(*SOURCES[0]).match("2023年上半年")
    assert match is not None
    assert match.groupdict() == {"year": "2023", "half": "上半年"}
    assert match.lastgroup == "half"


def test_what_is_kept_is_not_compiled_again(path: str, request: pytest.FixtureRequest) -> None:
    keep(path)
    request.getfixturevalue("_no_compiling")
    assert len([CompiledExpressions(path).compile(*key) for key in SOURCES]) == len(SOURCES)


def test_wrong_expression_is_the_error_it_always_was(path: str) -> None:
    with pytest.raises(re.error, match="missing \\)"):
        CompiledExpressions(path).compile("(")


def test_new_ones_join_those_that_are_kept(path: str) -> None:
    keep(path)
    more = CompiledExpressions(path)
    more.compile("更多")
    more.keep()
    before = Path(path).read_bytes()
    keep(path)  # nothing is new: nothing is written
    assert Path(path).read_bytes() == before
    assert "更多" in before.decode("utf-8", "ignore")
    assert compiles_rightly(path)


@pytest.mark.parametrize(
    "content", [b"", b"\n\n\n", b"0\n1\n2\n", b"\xff" * 5000, b"00000000\n\n-1\n", b"0\n\n99999999\n"]
)
def test_other_content_is_made_anew(path: str, content: bytes) -> None:
    keep(path)
    right = Path(path).read_bytes()
    Path(path).write_bytes(content)
    assert compiles_rightly(path)
    keep(path)
    assert Path(path).read_bytes() == right


def test_damaged_file_is_not_used(path: str) -> None:
    keep(path)
    right = Path(path).read_bytes()
    for at in range(0, len(right), 7):
        Path(path).write_bytes(right[:at] + bytes([right[at] ^ 1]) + right[at + 1 :])
        assert compiles_rightly(path)
        Path(path).write_bytes(right[:at])
        assert compiles_rightly(path)


def test_file_of_another_python_is_not_used(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(path)
    monkeypatch.setattr(sys, "version", "3.99.0 (another)")
    monkeypatch.setattr("lint_report.compiled._Entry.make", None)  # what stands there would be made with it
    assert CompiledExpressions(path)._kept is None  # noqa: SLF001  # that it is not so much as looked at


def test_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    keep(str(tmp_path / "file" / "expressions.bin"))
    assert compiles_rightly(str(tmp_path / "file" / "expressions.bin"))


def test_full_disk_is_no_error(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        keep(path)
    assert os.listdir(os.path.dirname(path)) == []


def test_nothing_is_written_where_no_bytecode_is(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep(path)
    assert not os.path.exists(path)


def test_many_may_write_at_once(path: str) -> None:
    def work(number: int) -> bool:
        expressions = CompiledExpressions(path)
        expressions.compile(f"{number}年")
        expressions.keep()
        return compiles_rightly(path)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(40)))
    assert compiles_rightly(path)
    assert len(os.listdir(os.path.dirname(path))) == 1


def test_without_a_file_all_is_compiled() -> None:
    expressions = CompiledExpressions(None)
    assert expressions.compile("年") == re.compile("年")
    expressions.keep()


def test_patterns_are_compiled_so_within_and_as_ever_after(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint_report.compiled.kept_in", lambda _: path)
    before = Pattern.compiler
    with kept_expressions():
        assert Pattern("年[0-9]").search("年1")
    assert Pattern.compiler is before
    assert "年[0-9]" in Path(path).read_bytes().decode("utf-8", "ignore")


def test_file_stands_beside_the_bytecode() -> None:
    bytecode = lint_report.__spec__.cached
    assert bytecode
    assert os.path.dirname(kept_in("expressions") or "") == os.path.dirname(bytecode)


def test_report_is_the_same_with_what_was_kept(run: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes((ROOT / "seeds" / "half_year_town.txt").read_bytes())
    here = {"PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
    without = run("draft.txt", env={**here, "PYTHONDONTWRITEBYTECODE": "1"})
    assert not (tmp_path / "bytecode").exists()
    assert run("draft.txt", env=here) == without
    (kept,) = (tmp_path / "bytecode").rglob("expressions.*.bin")
    written = kept.stat().st_mtime_ns
    assert run("draft.txt", env=here) == without
    assert kept.stat().st_mtime_ns == written


def test_worker_processes_keep_what_they_compile(run: Run, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        (tmp_path / f"{number}.txt").write_bytes((ROOT / "seeds" / "half_year_town.txt").read_bytes())
    here = {"PYTHONPYCACHEPREFIX": str(tmp_path / "bytecode"), "PYTHONDONTWRITEBYTECODE": ""}
    run("1.txt", "2.txt", "--jobs", "2", env=here)
    (kept,) = (tmp_path / "bytecode").rglob("expressions.*.bin")
    written = kept.stat().st_mtime_ns
    run("3.txt", env=here)
    assert kept.stat().st_mtime_ns == written


def test_list_of_expressions_is_the_same_in_every_process() -> None:
    """A source that depends on the order of a set would be compiled anew by every run."""
    program = (
        "from lint_report.outline.lexicon import shipped_lexicon, one_of\n"
        "import zlib; print(zlib.crc32(one_of(*shipped_lexicon()).encode()))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(found) == 1
