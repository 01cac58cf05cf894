"""The passages of a report that serve a part without a heading of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lint_report.document import Kind, Paragraph, Part, Passage, Report, Section
from lint_report.outline.phrases import PhraseReader, PlanReading
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span

# Two measures that could be checked off, or points that are counted off, make a plan of a resolution.
_MEASURES = 2
_POINTS = 2
# A government report gives half its length to the plan; a sentence on what comes next is not it.
_MEASURES_OF_GOVERNMENT = 6
# Paragraphs that are read as a list under the sentence that leads it in.
_LIST = 10
# A plan without a lead-in stands at the end, and is all measures.
_LAST = 3
_MEASURES_WITHOUT_LEAD = 3
# What must be done is also said of faults; so many paragraphs that say it are a plan.
_DEMANDS = 8
# So many clauses of one paragraph that say what falls short are said of the place itself.
_SHORTFALLS = 3
# Measures to one clause of things done that make a paragraph a plan.
_MEASURES_TO_DEED = 3
# Words of things done, and figures, that make a paragraph a review.
_DEEDS = 4
_FIGURES_OF_DEEDS = 8
# Where the end of a report begins, as a share of its length.
_LATE = 0.6
_MARKED = frozenset({Part.ACHIEVEMENTS, Part.SHORTCOMINGS, Part.NEXT_STEPS})
_OWNED = frozenset({Part.SHORTCOMINGS, Part.NEXT_STEPS})
_NONE: frozenset[Part] = frozenset()
# Running text between introduction and first heading that is long enough to be the review itself, in characters.
_LONG_REVIEW = 40
# An introduction with so many figures is the review itself.
_FIGURES_OF_A_REVIEW = 5
_FIGURE = Pattern(r"\d+")
# A paragraph that reports something, in characters; shorter ones, and those without a full stop, greet or sign.
_SHORTEST_REPORT = 20


def find_passages(report: Report, text: str, phrases: PhraseReader) -> tuple[Passage, ...]:
    """Find the passages of a report whose sections have their parts.

    Args:
        report: The report.
        text: The text of the document, folded (see `lint_report.chinese.folding`).
        phrases: What finds the lead-ins.
    """
    finder = _Finder(report, text, phrases)
    finder.find_led()
    finder.find_faults_without_lead()
    finder.find_plan_without_lead()
    finder.find_frame()
    finder.find_body()
    return tuple(sorted(finder.found, key=_span))


def joined(paragraph: Paragraph, text: str) -> str:
    """Give a paragraph as it was meant, in folded text."""
    return Paragraph(paragraph.span, text, paragraph.tears).joined if paragraph.tears else text[slice(*paragraph.span)]


class _Place(NamedTuple):
    """A paragraph, its folded text, and the section that it stands in, if any."""

    paragraph: Paragraph
    text: str
    section: Section | None

    def serves(self, part: Part) -> bool:
        return self.section is not None and part in self.section.parts


class _Finder:
    def __init__(self, report: Report, text: str, phrases: PhraseReader) -> None:
        self._report = report
        self._text = text
        self._kind = report.kind
        self._phrases = phrases
        self._places = sorted(_places(report, text), key=_start)
        self.found: list[Passage] = []

    def find_led(self) -> None:
        """Find what a label or a lead-in opens."""
        for at, place in enumerate(self._places):
            labelled = self._phrases.label(place.text) & _MARKED if self._may_be_labelled(place) else _NONE
            for part in labelled:
                self._keep(place, Span(0, len(place.text)), part)
            self._find_labelled_inside(place)
            if not labelled:
                self._find_led_in(place, at)

    def _may_be_labelled(self, place: _Place) -> bool:
        """Tell whether a label counts: in a government report one that is a paragraph of its own (施政重点：)."""
        return self._kind is not Kind.GOVERNMENT_REPORT or place.text.find("：") == len(place.text) - 1

    def _find_labelled_inside(self, place: _Place) -> None:
        """Find what a label in the middle of a paragraph opens: ……。今后努力方向：……"""
        if self._kind is Kind.GOVERNMENT_REPORT:
            return
        for start, parts in self._phrases.inner_labels(place.text):
            for part in parts & _OWNED:
                if not place.serves(part):
                    self._keep(place, Span(start, len(place.text)), part)

    def _find_led_in(self, place: _Place, at: int) -> None:
        end = len(place.text)
        plan = None if place.serves(Part.NEXT_STEPS) else self._phrases.plan(place.text)
        if plan:
            part = Part.NEXT_STEPS if self._is_plan(plan, at) else Part.CLOSING
            self._keep(place, Span(plan.start, end), part)
            end = plan.start
        if place.serves(Part.SHORTCOMINGS):
            return
        faults = self._phrases.faults(place.text[:end], certain=place.serves(Part.NEXT_STEPS))
        if faults:
            self._keep(place, faults, Part.SHORTCOMINGS)

    def _is_plan(self, plan: PlanReading, at: int) -> bool:
        if self._kind is Kind.GOVERNMENT_REPORT:
            return plan.measures >= _MEASURES_OF_GOVERNMENT
        if plan.measures >= _MEASURES or plan.points >= _POINTS:
            return True
        return plan.measures + self._measures_led_in(plan, at) >= _MEASURES

    def _measures_led_in(self, plan: PlanReading, at: int) -> int:
        """Count the measures in the paragraphs that a sentence leads in."""
        measures = 0
        if not plan.leads_in:
            return measures
        for place in self._places[at + 1 : at + 1 + _LIST]:
            if place.section is not self._places[at].section or self._phrases.done(place.text):
                break
            measures += self._phrases.measures(place.text)
        return measures

    def find_faults_without_lead(self) -> None:
        """Find what falls short in a government report that nowhere owns its faults outright.

        It is listed among the prospects (从我市发展看，……), where a single clause may be said of the world outside.
        """
        if self._kind is not Kind.GOVERNMENT_REPORT or self._serves(Part.SHORTCOMINGS):
            return
        for place in self._places:
            if self._phrases.shortfalls(place.text) >= _SHORTFALLS or self._phrases.concedes(place.text):
                self._keep(place, Span(0, len(place.text)), Part.SHORTCOMINGS)

    def find_plan_without_lead(self) -> None:
        """Find measures that follow the shortcomings or end the report, where no words announce them."""
        if self._serves(Part.NEXT_STEPS):
            return
        if self._kind is Kind.GOVERNMENT_REPORT:
            self._find_promises()
            self._find_measures()
            return
        last_fault = self._last_fault()
        late = self._report.span.start + _LATE * (self._report.span.end - self._report.span.start)
        for at, place in enumerate(self._places):
            will = self._phrases.will(place.text) if place.paragraph.span.start >= late else None
            if will and (
                will.points >= _POINTS or will.measures + self._measures_led_in(will, at) >= _MEASURES_WITHOUT_LEAD
            ):
                self._keep(place, Span(will.start, len(place.text)), Part.NEXT_STEPS)
            elif last_fault is not None and at > last_fault and self._follows(place, self._places[last_fault]):
                self._keep(place, Span(0, len(place.text)), Part.NEXT_STEPS)

    def _find_promises(self) -> None:
        """Find what a policy address says that the government will do: its paragraphs are numbered, not headed."""
        spans = [place.paragraph.span for place in self._places]
        spans += [section.heading.span for section in self._report.walk()]
        for fewest, tells in (
            (_MEASURES_WITHOUT_LEAD, self._phrases.promises),
            (_DEMANDS, self._phrases.demands),
        ):
            found = sorted(span for span in spans if tells(self._text[span.start : span.end]))
            if len(found) >= fewest:
                self.found.extend(Passage(span, Part.NEXT_STEPS) for span in found)
                return

    def _find_measures(self) -> None:
        """Find the paragraphs of measures that follow the aims which a government report sets (总体要求是……)."""
        aims = next((at for at, place in enumerate(self._places) if self._phrases.sets_aims(place.text)), None)
        if aims is None:
            return
        measuring = [place for place in self._places[aims + 1 :] if self._is_planned(place)]
        if len(measuring) >= _MEASURES_WITHOUT_LEAD:
            self.found.extend(Passage(place.paragraph.span, Part.NEXT_STEPS) for place in measuring)

    def _is_planned(self, place: _Place) -> bool:
        measures = self._phrases.measures(place.text)
        return measures >= _MEASURES_OF_GOVERNMENT and measures > _MEASURES_TO_DEED * self._phrases.done(place.text)

    def _last_fault(self) -> int | None:
        faults = [self._place_at(passage.span.start) for passage in self.found if passage.part is Part.SHORTCOMINGS]
        faults += [at for at, place in enumerate(self._places) if place.serves(Part.SHORTCOMINGS) and self._owns(place)]
        return max(faults, default=None)

    def _owns(self, place: _Place) -> bool:
        """Tell whether a paragraph of a section of shortcomings says what falls short."""
        first = place.section is not None and place.section.paragraphs[0] is place.paragraph
        return first or self._phrases.shortfalls(place.text) > 0

    def _follows(self, place: _Place, fault: _Place) -> bool:
        """Tell whether a paragraph goes on from the faults and is all measures."""
        text = place.text
        return (
            (place.section is fault.section or place.section is None)
            and self._phrases.measures(text) >= _MEASURES_WITHOUT_LEAD
            and not self._phrases.done(text)
        )

    def find_frame(self) -> None:
        """Find what introduces the report, and the words that end it."""
        introduction: list[Span] = []
        before = self._free_places(self._first_section())
        if not self._report.sections and sum(map(_is_report, before)) <= 1:
            before = []
        for place in before:
            introduction.append(place.paragraph.span)
            if _is_report(place):
                break
        if introduction:
            self.found.append(Passage(Span(introduction[0].start, introduction[-1].end), Part.INTRODUCTION))
        for place in self._free_places(self._report.span.end)[-_LAST:]:
            if place.paragraph.span not in introduction and self._phrases.closes(place.text):
                self.found.append(Passage(place.paragraph.span, Part.CLOSING))

    def find_body(self) -> None:
        """Find the running text that reports what was done, or is the plan, where no section is."""
        part = Part.NEXT_STEPS if self._kind is Kind.PLAN else Part.ACHIEVEMENTS
        if self._kind is Kind.OTHER or self._serves(part):
            return
        body = [span for span in self._free_stretches() if _reports(self._text[span.start : span.end])]
        first = self._first_section()
        early = sum(span.end - span.start for span in body if span.start < first)
        if self._report.sections and early < _LONG_REVIEW:
            body = [span for span in body if span.start >= first]
        body = body or self._reporting_introduction()
        if not body and self._kind is Kind.GOVERNMENT_REPORT:
            body = [place.paragraph.span for place in self._places if self._tells_deeds(place)]
        self.found.extend(Passage(span, part) for span in body)

    def _tells_deeds(self, place: _Place) -> bool:
        figures = len(_FIGURE.findall(place.text))
        return figures >= _FIGURES_OF_DEEDS and self._phrases.done(place.text) >= _DEEDS

    def _reporting_introduction(self) -> list[Span]:
        """Give the introduction where it reports so many figures that it is the review."""
        before = [place for place in self._places if place.paragraph.span.start < self._first_section()]
        marked = {passage.span.start for passage in self.found if passage.part in _MARKED}
        return [
            place.paragraph.span
            for place in before
            if len(_FIGURE.findall(place.text)) >= _FIGURES_OF_A_REVIEW and place.paragraph.span.start not in marked
        ]

    def _free_places(self, end: int) -> list[_Place]:
        """Give the paragraphs before an offset that are in no section and in no passage."""
        taken = {self._place_at(passage.span.start) for passage in self.found}
        return [
            place
            for at, place in enumerate(self._places)
            if place.paragraph.span.start < end and place.section is None and at not in taken
        ]

    def _free_stretches(self) -> Iterator[Span]:
        """Yield the paragraphs in no section, up to the first passage in them."""
        passages: dict[int, int] = {}
        for passage in self.found:
            at = self._place_at(passage.span.start)
            passages[at] = min(passage.span.start, passages.get(at, passage.span.start))
            if passage.part is Part.INTRODUCTION:
                last = self._place_at(passage.span.end - 1)
                passages.update(dict.fromkeys(range(at, last + 1), passage.span.start))
        for at, place in enumerate(self._places):
            if place.section is None:
                yield Span(place.paragraph.span.start, passages.get(at, place.paragraph.span.end))

    def _place_at(self, offset: int) -> int:
        return bisect_right(self._places, offset, key=_start) - 1

    def _first_section(self) -> int:
        return self._report.sections[0].span.start if self._report.sections else self._report.span.end

    def _serves(self, part: Part) -> bool:
        return any(passage.part is part for passage in self.found) or any(
            part in section.parts for section in self._report.walk()
        )

    def _keep(self, place: _Place, stretch: Span, part: Part) -> None:
        self.found.append(Passage(place.paragraph.span_of(stretch.start, stretch.end), part))


def _places(report: Report, text: str) -> Iterator[_Place]:
    for paragraph in report.paragraphs:
        yield _Place(paragraph, joined(paragraph, text), None)
    for section in report.walk():
        for paragraph in section.paragraphs:
            yield _Place(paragraph, joined(paragraph, text), section)


def _is_report(place: _Place) -> bool:
    return _reports(place.text)


def _reports(text: str) -> bool:
    return len(text) >= _SHORTEST_REPORT and ("。" in text or "；" in text)


def _start(place: _Place) -> int:
    return place.paragraph.span.start


def _span(passage: Passage) -> Span:
    return passage.span
