"""What a report has from the one before it: totals that shrank, paragraphs taken over, the year left standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lint_report import Exactness, Kind, Paragraph, Quantity, Sentence, Span, find_dates, find_quantities
from lint_report_earlier_report.earlier import Dated

# 累计 alone may count from January on: only from one part of a year to the next it cannot shrink. These count from
# the very beginning.
_EVER = re.compile(
    r"历年累计|以来累计|已累计|累计已|累计建成|累计培育|累计注册|歷年累計|以來累計|已累計|累計已|累計建成|总数已?达|总里程已?达"
)
_TOTAL = re.compile(r"累计|累計")
_WITHIN_A_YEAR = re.compile(r"今年|本年|上半年|下半年|全年|季度|当年|\d月")
_FIGURES = re.compile(r"[0-9０-９.．,，%％]+")
_CLAUSE = "，。；：、！？,;:!?\n"
_FOLLOWING = 6
_REVIEWS_LAST_YEAR = (Kind.GOVERNMENT_REPORT, Kind.CONGRESS_REPORT, Kind.PLAN)


class Total(NamedTuple):
    """A total as a report states it."""

    span: Span
    text: str
    value: Decimal


class Loss(NamedTuple):
    """A total that is smaller than before.

    Attributes:
        span: Where it stands now.
        label: What is counted.
        now: As it is stated now.
        then: As it was stated before.
    """

    span: Span
    label: str
    now: str
    then: str


def find_losses(this: Dated, earlier: Dated) -> Iterator[Loss]:
    """Yield the totals that both reports state, each once and exactly, and that are smaller in the later one."""
    same_year = this.period.year == earlier.period.year
    before = _totals(earlier, same_year=same_year)
    for (label, unit), total in _totals(this, same_year=same_year).items():
        other = before.get((label, unit))
        if other and total.value < other.value:
            yield Loss(total.span, label, total.text, other.text)


def find_taken_over(this: Dated, earlier: Dated, shortest: int) -> Iterator[tuple[Span, int]]:
    """Yield the paragraphs that stand word for word in the earlier report, with their line there."""
    before: dict[str, Span] = {}
    for paragraph in earlier.report.every_paragraph():
        before.setdefault(_words(paragraph), paragraph.span)
    for paragraph in this.report.every_paragraph():
        words = _words(paragraph)
        if len(words) >= shortest and words in before:
            yield paragraph.span, earlier.document.position(before[words].start).line


def find_old_years(this: Dated, earlier: Dated) -> Iterator[tuple[Span, int]]:
    """Yield where sentences begin with the year of the earlier report, as they began there.

    A report that opens a year with a review of the last one names that year with good reason.
    """
    year = earlier.period.year
    if year is None or year == this.period.year or this.report.kind in _REVIEWS_LAST_YEAR:
        return
    begun = {beginning for _, beginning in _beginnings(earlier, year)}
    for span, beginning in _beginnings(this, year):
        if beginning in begun:
            yield span, year


def _beginnings(dated: Dated, year: int) -> Iterator[tuple[Span, str]]:
    """Yield the dates of a year that begin a sentence, with the words that follow."""
    for paragraph in dated.report.every_paragraph():
        for sentence in paragraph.sentences:
            date = next(find_dates(sentence.text, 0, 20), None)
            if date and date.span.start == 0 and date.year == year and date.day is None:
                following = sentence.text[date.span.end :].lstrip("，, ")[:_FOLLOWING]
                start = sentence.span.start
                if len(following) == _FOLLOWING and not _FIGURES.search(following):
                    yield Span(start, start + date.span.end), sentence.text[: date.span.end] + following


def _totals(dated: Dated, *, same_year: bool) -> dict[tuple[str, str], Total]:
    """Give the totals of a report by what is counted and in which unit; what is stated twice is left out."""
    found: dict[tuple[str, str], Total | None] = {}
    for paragraph in dated.report.every_paragraph():
        for sentence in paragraph.sentences:
            if _TOTAL.search(sentence.text) or _EVER.search(sentence.text):
                for key, total in _totals_of(sentence, same_year=same_year):
                    found[key] = None if key in found and found[key] != total else total
    return {key: total for key, total in found.items() if total}


def _totals_of(sentence: Sentence, *, same_year: bool) -> Iterator[tuple[tuple[str, str], Total]]:
    text = sentence.text
    if "\n" in text or (not same_year and _WITHIN_A_YEAR.search(text)):
        return
    for quantity in find_quantities(text):
        clause = text[max(text.rfind(mark, 0, quantity.span.start) for mark in _CLAUSE) + 1 : quantity.span.start]
        if (_TOTAL if same_year else _EVER).search(clause) and _is_exact(quantity):
            span = Span(*(sentence.span.start + at for at in quantity.span))
            stated = text[quantity.span.start : quantity.span.end]
            yield (clause.strip(), quantity.unit), Total(span, stated, quantity.value)


def _is_exact(quantity: Quantity) -> bool:
    shares = ("%", "百分点", "")
    return quantity.exactness is Exactness.EXACT and quantity.upper is None and quantity.unit not in shares


def _words(paragraph: Paragraph) -> str:
    return "".join(paragraph.joined.split())
