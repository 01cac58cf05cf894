"""Fixes: what they change, what they keep, and what they leave alone."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

import docx
import pytest

from lint_report.fix import choose_edits
from lint_report.linter import Issue
from lint_report.messages import Message
from lint_report.rule import Edit, Fix, Severity
from lint_report.source import Source, Span
from tests.conftest import ROOT, Run

WIDTH = ("--select", "mixed-width,malformed-number")
BROKEN = "今年以来,我镇完成投资三亿元，增长98。5%。各项工作平稳推进,成效明显。农业增产，工业增效，群众增收。\n"
MENDED = "今年以来，我镇完成投资三亿元，增长98.5%。各项工作平稳推进，成效明显。农业增产，工业增效，群众增收。\n"


def test_safe_fixes_are_applied_and_the_rest_is_reported(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(BROKEN, encoding="utf-8")
    outcome = run("draft.txt", *WIDTH, "--fix")
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == MENDED
    assert outcome.status == 0
    assert "已修正" in outcome.err
    assert run("draft.txt", *WIDTH, "--fix").err == "", "twice gives the same as once"


def test_diff_shows_and_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(BROKEN, encoding="utf-8")
    outcome = run("draft.txt", *WIDTH, "--diff")
    assert outcome.status == 1
    assert f"-{BROKEN}+{MENDED}" in outcome.out
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == BROKEN
    (tmp_path / "draft.txt").write_text(MENDED, encoding="utf-8")
    clean = run("draft.txt", *WIDTH, "--diff")
    assert (clean.status, clean.out) == (0, "")


def test_standard_input_is_mended_to_standard_output(run: Run) -> None:
    outcome = run("-", *WIDTH, "--fix", given=BROKEN.encode())
    assert outcome.out == MENDED


def test_unsafe_fixes_are_applied_only_when_asked(run: Run, tmp_path: Path) -> None:
    text = "我镇全面贯彻落实落实上级部署。\n"
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8")
    run("draft.txt", "--select", "repeated-word", "--fix")
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == text
    run("draft.txt", "--select", "repeated-word", "--unsafe-fixes")
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == "我镇全面贯彻落实上级部署。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_mark_and_line_ends_are_kept(run: Run, tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes((BROKEN + BROKEN).replace("\n", end).encode(encoding))
    run("draft.txt", *WIDTH, "--fix")
    assert path.read_bytes() == (MENDED + MENDED).replace("\n", end).encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_fix_changes_nothing_but_what_the_diff_said(run: Run, tmp_path: Path, end: str, encoding: str) -> None:
    before: dict[str, str] = {}
    for seed in (ROOT / "seeds").glob("*.txt"):
        before[seed.name] = seed.read_text(encoding="utf-8")
        (tmp_path / seed.name).write_bytes(before[seed.name].replace("\n", end).encode(encoding))
    shown = "\n" + run(".", "--diff").out.replace("\r\n", "\n")
    run(".", "--fix")
    for name, text in before.items():
        mended = (tmp_path / name).read_bytes().decode(encoding)
        assert mended.count(end) == mended.count("\n") == text.count("\n")
        old, new = text.split("\n"), mended.replace("\r\n", "\n").split("\n")
        changed = [(was, now) for was, now in zip(old, new, strict=True) if was != now]
        assert all(f"\n-{was}\n" in shown and f"\n+{now}\n" in shown for was, now in changed)
    assert shown.count("\n+") == shown.count("\n-")


def test_fix_is_applied_whole_or_not_at_all() -> None:
    text = "（一）抓好教育(二)抓好卫生" + "甲" * 300
    source = Source(text, "draft.txt")

    def issue(*edits: tuple[int, int, str]) -> Issue:
        fix = Fix(tuple(Edit(Span(start, end), new) for start, end, new in edits), safe=True)
        place = source.position(edits[0][0])
        return Issue("rule", "X000", Severity.WARNING, Message("", ""), fix.edits[0].span, place, place, {}, fix)

    narrow = [issue((at, at + 1, "乙")) for at in range(20, 120)]
    pair = issue((7, 8, "（"), (25, 26, "）"))
    edits, count = choose_edits(source, [*narrow, pair], unsafe=False)
    assert count == len(narrow), "the second edit of the pair meets one that was taken, so the first is not made either"
    assert [edit.span.start for edit in edits] == list(range(20, 120))


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions and links")
def test_permissions_and_links_are_kept(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "real" / "draft.txt"
    target.parent.mkdir()
    target.write_text(BROKEN, encoding="utf-8")
    target.chmod(0o640)
    (tmp_path / "link.txt").symlink_to(target)
    run("link.txt", *WIDTH, "--fix")
    assert (tmp_path / "link.txt").is_symlink()
    assert target.read_text(encoding="utf-8") == MENDED
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in target.parent.iterdir()] == ["draft.txt"], "no temporary file is left"


def test_markup_around_a_fix_is_kept(run: Run, tmp_path: Path) -> None:
    html = "<html><body><p>今年以来,我镇<b>平稳</b>推进,成效明显。农业增产，工业增效，群众增收。</p></body></html>\n"
    (tmp_path / "draft.html").write_text(html, encoding="utf-8")
    run("draft.html", *WIDTH, "--fix")
    assert (tmp_path / "draft.html").read_text(encoding="utf-8") == html.replace(",", "，")


def test_byte_order_mark_of_utf_8_is_not_doubled(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_bytes(codecs.BOM_UTF8 + BROKEN.encode())
    run("draft.txt", *WIDTH, "--fix")
    assert (tmp_path / "draft.txt").read_bytes() == codecs.BOM_UTF8 + MENDED.encode()


def test_word_file_that_is_not_mended_is_said_so(run: Run, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(BROKEN.strip())
    document.save(str(tmp_path / "draft.docx"))
    before = (tmp_path / "draft.docx").read_bytes()
    outcome = run("draft.docx", *WIDTH, "--fix")
    assert "不能自动修正" in outcome.err
    assert outcome.status == 1
    assert (tmp_path / "draft.docx").read_bytes() == before
