"""Zeros that stand for a name or a number: 跑遍了00的每一个企业, 投入00万元."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.chinese.placeholders.words import UNIT
from lint_report.patterns import Pattern
from lint_report.source import Span

_ZEROS = Pattern(rf"00(?<![0-9０-９A-Za-z]00)0{{0,2}}(?={CHINESE})|００(?<![0-9０-９]００)０{{0,2}}(?={CHINESE})")
_NUMBER_BEFORE = Pattern(r"[一二三四五六七八九]$|[0-9０-９][.．,，:：、~～—–-]?\s*$|[.．:+-]$|[A-Za-z]\s?$")
_REAL_AFTER = Pattern(r"[后後年时時点點分秒号號级級届屆班版日月前式整]")
_WINDOW = 12


def find_zeros(text: str) -> Iterator[Placeholder]:
    """Yield them; a cohort (00后), a time (8:00) and the end of a torn number are none."""
    if "00" not in text and "００" not in text:
        return
    for match in _ZEROS.finditer(text):
        start, end = match.span()
        if _REAL_AFTER.match(text, end) or _NUMBER_BEFORE.search(text[max(0, start - _WINDOW) : start]):
            continue
        unit = UNIT.match(text, end)
        if unit:
            yield Placeholder(Span(start, unit.end()), Kind.NUMBER)
        else:
            yield Placeholder(Span(start, end), Kind.NAME)
