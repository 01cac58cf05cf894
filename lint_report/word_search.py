"""Searches the text for what word lists have wrong."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import TypeAlias

from lint_report.character_pairs import character_pairs
from lint_report.document import Document, Report, Script
from lint_report.records import NamedTuple
from lint_report.rule import Edit, Fix
from lint_report.running_text import RunningText
from lint_report.source import Span
from lint_report.word_lists import SIZES, WordEntry, load_words, shipped_list
from lint_report.word_tables import WordTable, kept_table

_STRETCH = 20_000


class WordMatch(NamedTuple):
    """An entry and where its wrong text stands in the document."""

    span: Span
    entry: WordEntry

    def fix(self, *, safe: bool) -> Fix | None:
        """Give the fix: none where the writer must choose, or where the end of a line tears the word."""
        choices = self.entry.suggestions
        torn = self.span.end - self.span.start > len(self.entry.wrong)
        return None if torn or len(choices) != 1 else Fix((Edit(self.span, choices[0]),), safe=safe)


_Place: TypeAlias = tuple[int, int, WordEntry]
"""Offset in the running text, length negated (so that the longer comes first), entry."""


WordIndex: TypeAlias = tuple[WordTable, ...]
"""The entries of some lists, so arranged that those which a text may hold are found at once."""


@cache
def index_words(paths: tuple[str, ...]) -> WordIndex:
    """Give the index of some lists; it is made once.

    Raises:
        UserError: As `load_words`.
    """
    shipped = os.path.dirname(shipped_list(""))
    return tuple(
        kept_table(path) if os.path.dirname(path) == shipped else WordTable.of(load_words(path)) for path in paths
    )


def find_words(document: Document, words: WordIndex) -> Iterator[WordMatch]:
    """Yield where entries count in a document, in order.

    Of two that overlap, the certain one counts, then the earlier, then the longer one. Words torn at the end of a line
    are found. A report whose script is not known counts as simplified.
    """
    running = document.once(RunningText)
    scripts = {"", *(_script_of(report) for report in document.reports)}
    found = sorted(place for place in _candidates(document, words) if place[2].script in scripts)
    certain = _apart([place for place in found if not place[2].weak])
    likely = _apart([place for place in found if place[2].weak and not _overlaps(place, certain)])
    for at, length, entry in sorted(certain + likely):
        span = running.span_of(at, at - length)
        report = document.report_at(span.start)
        if not entry.script or (report and entry.script == _script_of(report)):
            yield WordMatch(span, entry)


def has_traditional(document: Document) -> bool:
    """Tell whether a document holds a report in traditional characters, for which such lists are worth reading."""
    return any(report.script is Script.TRADITIONAL for report in document.reports)


def _apart(places: Sequence[_Place]) -> list[_Place]:
    """Give places, in order, without those that overlap one before them."""
    kept: list[_Place] = []
    for place in places:
        if not kept or kept[-1][0] - kept[-1][1] <= place[0]:
            kept.append(place)
    return kept


def _overlaps(place: _Place, others: Sequence[_Place]) -> bool:
    """Tell whether a place overlaps one of others that are in order and apart."""
    after = bisect_left(others, place[0] - place[1], key=itemgetter(0))
    return after > 0 and others[after - 1][0] - others[after - 1][1] > place[0]


def pair_stretches(document: Document) -> list[tuple[int, set[int]]]:
    """Give the pairs of neighbouring characters, stretch by stretch of the running text, with where each begins."""
    text = document.once(RunningText).text
    return [
        (start, character_pairs(text[start : start + _STRETCH + SIZES.stop])) for start in range(0, len(text), _STRETCH)
    ]


def _candidates(document: Document, words: WordIndex) -> Iterator[_Place]:
    """Yield offset, negated length and entry of what is found, stretch by stretch of the text."""
    text = document.once(RunningText).text
    for start, pairs in document.once(pair_stretches):
        places: dict[str, list[int]] = {}  # several rows may ask for the same text between different others
        for entry in chain.from_iterable(table.possible(pairs) for table in words):
            wrong = entry.wrong
            if wrong not in places:
                places[wrong] = [*_places(text, wrong, start, start + _STRETCH + len(wrong) - 1)]
            yield from ((at, -len(wrong), entry) for at in places[wrong] if entry.stands_in(text, at))


def _script_of(report: Report) -> str:
    return (Script.TRADITIONAL if report.script is Script.TRADITIONAL else Script.SIMPLIFIED).value


def _places(text: str, wrong: str, start: int, end: int) -> Iterator[int]:
    at = text.find(wrong, start, end)
    while at >= 0:
        yield at
        at = text.find(wrong, at + 1, end)
