"""What the sections and passages of a report are for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lint_report.chinese.numerals import numeral_value
from lint_report.document import Kind, Paragraph, Part, Report, Section
from lint_report.outline.lexicon import Lexicon
from lint_report.outline.passages import find_passages, joined
from lint_report.outline.phrases import phrase_reader
from lint_report.outline.titles import TitleReading, title_reader
from lint_report.patterns import Pattern
from lint_report.source import Span

_NOTHING: frozenset[Part] = frozenset()
_ACHIEVEMENTS = frozenset({Part.ACHIEVEMENTS})
_SHORTCOMINGS = frozenset({Part.SHORTCOMINGS})
_NEXT_STEPS = frozenset({Part.NEXT_STEPS})
_FRAME = frozenset({Part.INTRODUCTION, Part.CLOSING})
# The date of the session that a government reports to; before the summer it looks back on the year before.
_DATE = Pattern(r"(?P<year>[12]\d{3}|二[〇○零]..|一九..)年(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月")
_LATE_IN_THE_YEAR = 7
_LAST_MONTH = 12
# How much of a section is read to tell a plan from a review by its words.
_SAMPLE = 1500
# Measures to one clause of things done that make a section a plan.
_MEASURES_OF_A_PLAN = 3


def assign_parts(report: Report, text: str, lexicon: Lexicon) -> Report:
    """Give a report with the parts of its sections and the passages that serve a part without a heading.

    A section serves what its heading names; where that names nothing, what its first sentence leads in; else what its
    parent serves; else what its place makes likely: in a summary the review, after the heading of a plan the plan.

    Args:
        report: Sections without parts, no passages; its kind is told.
        text: The text of the document, folded (see `lint_report.chinese.folding`).
        lexicon: The words to go by.
    """
    assigner = _Assigner(report, text, lexicon)
    sections = assigner.of_siblings(report.sections, None)
    report = report._replace(sections=sections)
    return report._replace(passages=find_passages(report, text, phrase_reader(lexicon)))


class _Assigner:
    def __init__(self, report: Report, text: str, lexicon: Lexicon) -> None:
        self._kind = report.kind
        self._text = text
        self._end = report.span.end
        self._titles = title_reader(lexicon)
        self._readings: dict[str, TitleReading] = {}
        self._phrases = phrase_reader(lexicon)
        paragraphs = [*report.paragraphs, *(found for section in report.walk() for found in section.paragraphs)]
        self._paragraphs = sorted(paragraphs, key=_start)
        readings = [self._read(section) for section in report.sections]
        self._review_year = self._year_looked_back_on(report, readings)
        self._reviewed = any(Part.ACHIEVEMENTS in reading.parts for reading in readings)
        self._named_any = any(reading.parts or reading.work_of_year for reading in readings)

    def _year_looked_back_on(self, report: Report, readings: Sequence[TitleReading]) -> int | None:
        """Tell which year a report looks back on: by its date, its headings or its title."""
        if self._kind is not Kind.GOVERNMENT_REPORT:
            title = self._titles.read(report.title).year if report.title else None
            return _first_reviewed(report.sections, readings) or title
        first = report.sections[0].span.start if report.sections else report.span.start
        date = _DATE.search(self._text, report.span.start, first)
        if date is None:
            return _first_reviewed(report.sections, readings)
        year, month = numeral_value(date["year"]) or 0, numeral_value(date["month"]) or 1
        return year if _LATE_IN_THE_YEAR <= month <= _LAST_MONTH else year - 1

    def of_siblings(self, sections: Sequence[Section], parent: frozenset[Part] | None) -> tuple[Section, ...]:
        """Give sections that stand side by side with their parts; a parent of None stands for the report."""
        finished: list[Section] = []
        base = before = self._default() if parent is None else parent
        for section in sections:
            reading = self._read(section)
            if reading.appendix:
                finished.append(section)
                continue
            parts = self._named(section, reading, before, parent)
            parts = parts or self._led_in(section, first=not finished or section.heading.number == 1)
            if not parts and parent is None:
                parts = self._by_place(section, before, first=not finished)
            elif not parts:
                parts = self._after_shortcomings(section, base) if _faulty(before) and not _faulty(base) else before
            before = base if parts & _FRAME else parts or before
            finished.append(_with_parts(section, parts, self.of_siblings(section.sections, parts)))
        return tuple(finished)

    def _read(self, section: Section) -> TitleReading:
        title = section.heading.title
        reading = self._readings.get(title)
        if reading is None:
            reading = self._readings[title] = self._titles.read(title)
        return reading

    def _named(
        self, section: Section, reading: TitleReading, before: frozenset[Part], parent: frozenset[Part] | None
    ) -> frozenset[Part]:
        """Give the parts that a heading names, as they are to be understood in its place."""
        planned = before == _NEXT_STEPS
        if reading.work_of_year:
            return self._part_of_year(reading, before, first=section.heading.number in (None, 1))
        if reading.outcome and planned:
            return reading.parts - _ACHIEVEMENTS
        if parent == _NEXT_STEPS and reading.parts == _ACHIEVEMENTS:
            return _NOTHING
        if parent is None and not reading.parts and self._is_to_come(reading):
            return _NEXT_STEPS
        return reading.parts

    def _is_to_come(self, reading: TitleReading) -> bool:
        """Tell whether a heading of a government report names a year after the one that is looked back on."""
        government = self._kind is Kind.GOVERNMENT_REPORT and self._review_year is not None
        return government and (reading.year or 0) > (self._review_year or 0)

    def _part_of_year(self, reading: TitleReading, before: frozenset[Part], *, first: bool) -> frozenset[Part]:
        """Tell whether the work of a year is looked back on or planned."""
        if before - _ACHIEVEMENTS:
            return _NEXT_STEPS
        if reading.year is not None and self._review_year is not None:
            return _NEXT_STEPS if reading.year > self._review_year else _ACHIEVEMENTS
        follows = self._kind is Kind.GOVERNMENT_REPORT and (self._reviewed or not first)
        return _NEXT_STEPS if follows else _ACHIEVEMENTS

    def _led_in(self, section: Section, *, first: bool) -> frozenset[Part]:
        """Give the part that the words before a first section, or the first words under its heading, announce."""
        if first and (before := self._paragraph_before(section.heading.span)):
            announced = self._announced(joined(before, self._text))
            if announced:
                return announced
        if not section.paragraphs or section.paragraphs[0].span.start > _first_start(section.sections):
            return _NOTHING
        return self._opened(joined(section.paragraphs[0], self._text), certain=True)

    def _paragraph_before(self, heading: Span) -> Paragraph | None:
        at = bisect_right(self._paragraphs, heading.start, key=_start) - 1
        if at < 0:
            return None
        found = self._paragraphs[at]
        return found if not self._text[found.span.end : heading.start].strip(" \t\r\n　>") else None

    def _announced(self, text: str) -> frozenset[Part]:
        """Give the part that a paragraph leads in, when what it leads in is still to come."""
        last = text[max(text.rstrip("。：！").rfind(mark) for mark in "。！？") + 1 :]
        if not last.endswith("：") and last != text:
            return _NOTHING
        return self._opened(last, certain=False)

    def _opened(self, text: str, *, certain: bool) -> frozenset[Part]:
        """Give the part that a text turns to with its first sentence."""
        faults = self._phrases.faults(text, certain=certain)
        if faults is not None and faults.start == 0:
            return _SHORTCOMINGS
        plan = self._phrases.plan(text)
        opens = plan is not None and plan.start == 0 and (plan.measures > 1 or plan.points > 1 or text.endswith("："))
        return _NEXT_STEPS if opens else _NOTHING

    def _default(self) -> frozenset[Part]:
        if self._kind is Kind.OTHER:
            return _NOTHING
        return _NEXT_STEPS if self._kind is Kind.PLAN else _ACHIEVEMENTS

    def _by_place(self, section: Section, before: frozenset[Part], *, first: bool) -> frozenset[Part]:
        """Give what a section of the highest level serves by what stands before it."""
        if Part.NEXT_STEPS in before or self._kind is Kind.OTHER:
            return before & _NEXT_STEPS
        if _faulty(before):
            return self._after_shortcomings(section, _ACHIEVEMENTS)
        plans = self._kind is Kind.GOVERNMENT_REPORT and not first and self._plans(section)
        return _NEXT_STEPS if plans else _ACHIEVEMENTS

    def _after_shortcomings(self, section: Section, otherwise: frozenset[Part]) -> frozenset[Part]:
        """Tell whether a section goes on with the faults, turns to the plan, or does neither."""
        continues = section.heading.number is not None and section.heading.number > 1
        body = self._text[section.span.start : section.span.end if continues else section.span.start + _SAMPLE]
        if self._phrases.shortfalls(body[:_SAMPLE]) > self._phrases.measures(body):
            return _SHORTCOMINGS
        return _NEXT_STEPS if self._plans(section) else otherwise

    def _plans(self, section: Section) -> bool:
        """Tell by the words of a section, and of those that follow it, whether it plans more than it reports."""
        body = self._text[section.span.start : min(section.span.start + _SAMPLE, self._end)]
        measures = self._phrases.measures(body)
        return measures >= _MEASURES_OF_A_PLAN and measures > _MEASURES_OF_A_PLAN * self._phrases.done(body)


def _with_parts(section: Section, parts: frozenset[Part], sections: tuple[Section, ...]) -> Section:
    return Section(section.heading, section.level, section.span, section.paragraphs, sections, parts)


def _faulty(parts: frozenset[Part]) -> bool:
    return Part.SHORTCOMINGS in parts


def _first_reviewed(sections: Sequence[Section], readings: Sequence[TitleReading]) -> int | None:
    """Tell by the first heading with a year which year a report looks back on."""
    for at, (section, reading) in enumerate(zip(sections, readings, strict=True)):
        if reading.year is not None and reading.parts == _NEXT_STEPS:
            return reading.year - 1
        if reading.year is not None and (reading.parts or (at == 0 and section.heading.number in (None, 1))):
            return reading.year
    return None


def _start(paragraph: Paragraph) -> int:
    return paragraph.span.start


def _first_start(sections: Sequence[Section]) -> int:
    return sections[0].span.start if sections else 1 << 60
