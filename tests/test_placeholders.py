"""Signs that stand for something: told apart once, and in linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_report.chinese.mojibake import find_mojibake
from lint_report.chinese.placeholders import Kind, find_placeholders
from lint_report.document import Document, Paragraph, Report
from lint_report.outline import read_outline
from lint_report.source import Source, Span


def document_of(text: str) -> Document:
    return read_outline(Source(path="draft.txt", text=text))


def kinds_in(text: str) -> list[tuple[str, str]]:
    return [(text[p.span.start : p.span.end], p.kind.name) for p in find_placeholders(document_of(text))]


def test_every_sign_is_of_one_kind() -> None:
    text = "20xx年，XX镇召开第xx届人代会，区_会到会XX人，投入xx万元。"
    assert kinds_in(text) == [
        ("20xx年", "YEAR"),
        ("XX镇", "NAME"),
        ("第xx届", "NUMBER"),
        ("_", "REDACTION"),
        ("XX人", "NUMBER"),
        ("xx万元", "NUMBER"),
    ]


@given(st.text(alphabet="xX×*_○〇0O2一年月日第届人镇元王，。（）《“ \n■#", max_size=60))
def test_placeholders_stand_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for placeholder in find_placeholders(document_of(text)):
        start, after = placeholder.span
        assert end <= start < after <= len(text)
        end = after


def test_what_is_made_once_is_kept() -> None:
    document = document_of("20xx年")
    assert document.once(find_placeholders) is document.once(find_placeholders)


def test_unit_beyond_a_tear_is_read() -> None:
    text = "近xx\n年来，我们开展工作。"
    tear = Span(3, 4)
    paragraph = Paragraph(Span(0, len(text)), text, (tear,))
    report = document_of(text).reports[0]
    torn = Report(report.span, None, None, report.kind, report.script, (paragraph,), (), ())
    (found,) = find_placeholders(Document(Source(path="draft.txt", text=text), (torn,)))
    assert found.kind is Kind.NUMBER


@pytest.mark.parametrize("unit", ["xx", "x ", "**中", "_中", "20xx年", "（ ", "  万元，", "00中", "○", "鎴戜滑", "Ã¤"])
def test_hostile_text_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        best = 9.0
        for _ in range(3):
            document = document_of(text)
            start = time.process_time()
            find_placeholders(document)
            list(find_mojibake(text))
            best = min(best, time.process_time() - start)
        return best

    seconds(1_000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.002), "ten times the text, not a hundred times the work"
