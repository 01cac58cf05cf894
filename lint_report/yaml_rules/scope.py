"""Where in a report a rule looks: in which kinds, parts and sections, in titles, headings or running text."""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeVar

from lint_report.config.layers import check_keys
from lint_report.config.values import Value
from lint_report.document import Document, Kind, Paragraph, Part, Report, Section
from lint_report.patterns import Pattern
from lint_report.source import Span
from lint_report.yaml_rules.fields import read_choices, read_optional_pattern

_KEYS = ("kinds", "part", "under", "in")
_LONGEST_SALUTATION = 40
NodeT = TypeVar("NodeT")


class Place(enum.StrEnum):
    """Sorts of text in a report."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    FIRST_PARAGRAPH = "first-paragraph"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a rule looks; what is empty does not limit it.

    Attributes:
        kinds: Kinds of report.
        parts: Parts of the report.
        under: What the heading of a section, or of one above it, holds.
        places: Sorts of text.
    """

    kinds: tuple[Kind, ...] = ()
    parts: tuple[Part, ...] = ()
    under: Pattern | None = None
    places: tuple[Place, ...] = ()

    @property
    def limited(self) -> bool:
        """Tell whether it is a part of the report and not all of it."""
        return bool(self.parts or self.under)


def read_scope(value: Value | None) -> Scope:
    """Read the field `scope`.

    Raises:
        UserError: It is wrong; the message names the line.
    """
    if value is None:
        return Scope()
    entry = value.mapping("scope")
    check_keys(entry, _KEYS)
    return Scope(
        read_choices(entry, "kinds", Kind),
        read_choices(entry, "part", Part),
        read_optional_pattern(entry, "under"),
        read_choices(entry, "in", Place),
    )


@dataclass(frozen=True)
class ReportTexts:
    """The texts of a report in the order in which they stand, listed once however many stretches are looked at.

    Not slotted, because it keeps its lists once they were asked for.
    """

    document: Document
    report: Report

    @cached_property
    def sections(self) -> list[Section]:
        """Every section; list items are none."""
        return [section for section in self.report.walk() if not section.heading.item]

    @cached_property
    def body(self) -> list[Paragraph]:
        """The running text: paragraphs and numbered sentences."""
        items = (section for section in self.report.walk() if section.heading.item)
        return sorted(
            [*self.report.every_paragraph(), *(_of_heading(self.document, item) for item in items)], key=_start
        )


@dataclass(frozen=True, slots=True)
class View:
    """What a rule sees of one report.

    Attributes:
        document: The file.
        report: The report.
        scope: Where the rule looks.
        stretches: Where that is in this report, in order and without overlap.
        texts: The texts of the whole report.
    """

    document: Document
    report: Report
    scope: Scope
    stretches: tuple[Span, ...]
    texts: ReportTexts

    @property
    def anchor(self) -> Span:
        """Give where to say that something is missing: the first heading in scope, the title, or the first words."""
        start = self.stretches[0].start
        section = self.document.section_at(start) if self.scope.limited else None
        if section and section.heading.span.start == start:
            return section.heading.span
        if not self.scope.limited and self.report.title_span:
            return self.report.title_span
        return _first_line(self.document.text, Span(start, self.stretches[0].end))

    def sections(self) -> Iterator[Section]:
        """Yield the sections in scope; list items are none."""
        for stretch in self.stretches:
            yield from _between(self.texts.sections, stretch, _heading_start)

    def pieces(self) -> list[Paragraph]:
        """Give the text in scope, each title, heading and paragraph by itself, in the order in which they stand."""
        places = self.scope.places or (Place.TITLE, Place.HEADING, Place.BODY)
        found: dict[Span, Paragraph] = {}
        if Place.TITLE in places and self.report.title_span and not self.scope.limited:
            found[self.report.title_span] = Paragraph(self.report.title_span, self.document.text)
        if Place.HEADING in places:
            found |= {section.heading.span: _of_heading(self.document, section) for section in self.sections()}
        if Place.BODY in places:
            found |= {paragraph.span: paragraph for paragraph in self.body()}
        elif Place.FIRST_PARAGRAPH in places:
            found |= {paragraph.span: paragraph for paragraph in self._first_paragraphs()}
        return sorted(found.values(), key=_start)

    def body(self) -> list[Paragraph]:
        """Give the running text in scope: paragraphs and numbered sentences."""
        return [piece for stretch in self.stretches for piece in _between(self.texts.body, stretch, _start)]

    def within(self, span: Span) -> View:
        """Give the view of a stretch of the report."""
        return View(self.document, self.report, self.scope, (span,), self.texts)

    def covers(self, offset: int) -> bool:
        """Tell whether an offset is in scope."""
        at = bisect_right(self.stretches, offset, key=_span_start) - 1
        return at >= 0 and offset < self.stretches[at].end

    def _first_paragraphs(self) -> Iterator[Paragraph]:
        body = [paragraph for paragraph in self.body() if not _is_salutation(paragraph)]
        for stretch in self.stretches:
            inside = (paragraph for paragraph in body if stretch.start <= paragraph.span.start < stretch.end)
            yield from islice(inside, 1)


def views(document: Document, scope: Scope) -> Iterator[View]:
    """Yield what a rule with this scope sees: one view for each report that has anything in scope."""
    for report in document.reports:
        if scope.kinds and report.kind not in scope.kinds:
            continue
        stretches = _stretches(report, scope)
        if stretches:
            yield View(document, report, scope, stretches, ReportTexts(document, report))


def _stretches(report: Report, scope: Scope) -> tuple[Span, ...]:
    spans = [report.span]
    if scope.parts:
        spans = [node.span for part in scope.parts for node in report.serving(part)]
    if scope.under:
        titled = [section.span for section in report.walk() if scope.under.search(section.heading.title)]
        return tuple(_common(_united(spans), _united(titled)))
    return _united(spans)


def _common(some: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Yield what lies in both of two rows of stretches, each in order and without overlap."""
    one = two = 0
    while one < len(some) and two < len(others):
        start = max(some[one].start, others[two].start)
        end = min(some[one].end, others[two].end)
        if start < end:
            yield Span(start, end)
        if some[one].end <= others[two].end:
            one += 1
        else:
            two += 1


def _between(nodes: Sequence[NodeT], stretch: Span, start: Callable[[NodeT], int]) -> Sequence[NodeT]:
    """Give the nodes, sorted by where they start, that start in a stretch."""
    return nodes[bisect_left(nodes, stretch.start, key=start) : bisect_left(nodes, stretch.end, key=start)]


def _united(spans: Sequence[Span]) -> tuple[Span, ...]:
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return tuple(united)


def _of_heading(document: Document, section: Section) -> Paragraph:
    return Paragraph(section.heading.span, document.text, section.heading.tears)


def _is_salutation(paragraph: Paragraph) -> bool:
    text = paragraph.text.rstrip()
    return len(text) <= _LONGEST_SALUTATION and text.endswith(("：", ":", "！", "!"))


def _first_line(text: str, span: Span) -> Span:
    end = text.find("\n", span.start, span.end)
    return Span(span.start, span.end if end < 0 else end)


def _heading_start(section: Section) -> int:
    return section.heading.span.start


def _start(paragraph: Paragraph) -> int:
    return paragraph.span.start


def _span_start(span: Span) -> int:
    return span.start
