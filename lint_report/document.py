"""The section tree: all that a rule sees of a file.

A document holds one or more reports; a report holds an introduction, sections and closing paragraphs; a section holds
its heading, paragraphs and sections. Every node has its span in the document's text.
"""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeVar, cast

from lint_report.chinese.sentences import split_sentences
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Position, Source, Span

T = TypeVar("T")


class Part(enum.StrEnum):
    """What a section or passage is for."""

    ACHIEVEMENTS = "achievements"
    SHORTCOMINGS = "shortcomings"
    NEXT_STEPS = "next-steps"
    INTRODUCTION = "introduction"
    CLOSING = "closing"


class Kind(enum.StrEnum):
    """What sort of report it is; presets of the same name say what is required of it."""

    WORK_SUMMARY = "work-summary"
    HALF_YEAR_SUMMARY = "half-year-summary"
    ANNUAL_SUMMARY = "annual-summary"
    PLAN = "plan"
    DUTY_REPORT = "duty-report"
    CONGRESS_REPORT = "congress-report"
    GOVERNMENT_REPORT = "government-report"
    OTHER = "other"


class Script(enum.StrEnum):
    """The script that the majority of a report's characters belong to."""

    SIMPLIFIED = "hans"
    TRADITIONAL = "hant"
    UNKNOWN = "unknown"


class Sentence(NamedTuple):
    """A sentence, with its final mark and closing quotes."""

    span: Span
    text: str


class _Stretch(NamedTuple):
    span: Span
    source_text: str
    tears: tuple[Span, ...] = ()


class Paragraph(_Stretch):
    """A block of running text.

    Attributes:
        span: From its first to its last character, without surrounding space.
        source_text: The text of the whole document.
        tears: Line ends (with the blank lines and indents around them) inside it, where the paragraph was torn in
            mid-sentence and is to be read as one.
    """

    @cached_property
    def text(self) -> str:
        """The paragraph as it stands, tears included."""
        return self.source_text[self.span.start : self.span.end]

    @cached_property
    def joined(self) -> str:
        """The paragraph as it was meant, tears left out."""
        if not self.tears:
            return self.text
        pieces: list[str] = []
        at = self.span.start
        for tear in self.tears:
            pieces.append(self.source_text[at : tear.start])
            at = tear.end
        pieces.append(self.source_text[at : self.span.end])
        return "".join(pieces)

    @cached_property
    def _cuts(self) -> tuple[int, ...]:
        """Where in `joined` each tear stands, so that the way back is short however many there are."""
        lengths = accumulate(tear.end - tear.start for tear in self.tears)
        return tuple(tear.end - self.span.start - out for tear, out in zip(self.tears, lengths, strict=True))

    def joined_with(self, other: Paragraph) -> Paragraph:
        """Give this paragraph and one that begins in it or on the same line after it as one."""
        span = Span(self.span.start, max(self.span.end, other.span.end))
        return Paragraph(span, self.source_text, tuple(sorted({*self.tears, *other.tears})))

    def offset(self, index: int) -> int:
        """Give the document offset of a character of `joined`."""
        torn = bisect_right(self._cuts, index) if self.tears else 0
        return self.tears[torn - 1].end + index - self._cuts[torn - 1] if torn else self.span.start + index

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, read across tears; their spans lie in the document."""
        joined = self.joined
        return tuple(Sentence(self.span_of(start, end), joined[start:end]) for start, end in split_sentences(joined))

    def span_of(self, start: int, end: int) -> Span:
        """Give the document span of a stretch of `joined` (end exclusive)."""
        return Span(self.offset(start), self.offset(end - 1) + 1 if end > start else self.offset(start))


class Heading(NamedTuple):
    """A heading, numbered or not.

    Attributes:
        span: Marker and title as they stand.
        marker: The number as it stands in the text (一、, （二）, 3.), None for a heading without one.
        title: The title without the marker and without final punctuation.
        title_span: Where the title stands; empty when a numbered item has no title of its own.
        number: The value of the marker.
        form: The form of the marker, equal for markers that count together (half- and full-width brackets are one
            form); None without a marker.
        run_in: Whether the body follows on the same line.
        glued: Whether the heading stands in the middle of a line of text.
        tears: Line ends inside it, where the heading itself was torn.
        item: Whether it is a numbered sentence or list item and no heading: 一是……, an item that ends in a semicolon,
            a number followed by a sentence too long for a title.
        closed: Whether a mark that ends a sentence follows the title; a colon does not.
    """

    span: Span
    marker: str | None
    title: str
    title_span: Span
    number: int | None = None
    form: str | None = None
    run_in: bool = False
    glued: bool = False
    tears: tuple[Span, ...] = ()
    item: bool = False
    closed: bool = False


class Section(NamedTuple):
    """A heading and what stands under it.

    Attributes:
        heading: Its heading.
        level: 1 for the sections directly in a report.
        span: From the heading to the end of the last thing under it.
        paragraphs: Text directly under the heading, before its first subsection or between subsections.
        sections: The sections directly under it.
        parts: What it serves, by its heading, its lead-in words or its place.
    """

    heading: Heading
    level: int
    span: Span
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    parts: frozenset[Part]


class Passage(NamedTuple):
    """A stretch that serves a part without a heading of its own."""

    span: Span
    part: Part


class Report(NamedTuple):
    """One report of a file.

    Attributes:
        span: From its title or first paragraph to the end of its last.
        title: As it stands, without surrounding space; None for an untitled report.
        title_span: Where the title stands.
        kind: What sort of report it is.
        script: The script of most of its characters.
        paragraphs: Text that belongs to no section: introduction, salutations, and what follows the last section.
        sections: The sections of the highest level.
        passages: Stretches that serve a part without a heading of their own.
        stray_headings: Headings in an excerpt that stands before the report itself; they open no section.
    """

    span: Span
    title: str | None
    title_span: Span | None
    kind: Kind
    script: Script
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    stray_headings: tuple[Heading, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield every section, in the order in which they stand."""
        pending = list(reversed(self.sections))
        while pending:
            section = pending.pop()
            yield section
            pending.extend(reversed(section.sections))

    def every_paragraph(self) -> list[Paragraph]:
        """Give all its paragraphs, those of its sections included, in the order in which they stand."""
        found = list(self.paragraphs)
        for section in self.walk():
            found.extend(section.paragraphs)
        found.sort(key=_start)
        return found

    def serving(self, part: Part) -> Iterator[Section | Passage]:
        """Yield the sections and passages that serve a part, in the order in which they stand."""
        found: list[Section | Passage] = [section for section in self.walk() if part in section.parts]
        found.extend(passage for passage in self.passages if passage.part is part)
        found.sort(key=_start)
        yield from found


class _Fields(NamedTuple):
    source: Source
    reports: tuple[Report, ...]
    furniture: tuple[Paragraph, ...] = ()


class Document(_Fields):
    """A file as rules see it.

    It keeps its tables once they were asked for.

    Attributes:
        source: The text and its way back to the file.
        reports: The reports, in the order in which they stand. A file with any text holds at least one.
        furniture: What belongs to no report: the title and blurb of a collection, what a site put around the text.
    """

    @property
    def text(self) -> str:
        """The whole text; spans of all nodes and findings refer to it."""
        return self.source.text

    def position(self, offset: int) -> Position:
        """Give line and column of an offset, for use in messages that name another place."""
        return self.source.position(offset)

    def report_at(self, offset: int) -> Report | None:
        """Give the report that an offset lies in, None in what belongs to no report."""
        at = bisect_right(self._report_starts, offset) - 1
        return self.reports[at] if at >= 0 and offset < self.reports[at].span.end else None

    @cached_property
    def headings(self) -> tuple[Section, ...]:
        """Every section of every report, in the order in which they stand."""
        return tuple(section for report in self.reports for section in report.walk())

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the file, in the order in which they stand."""
        found = list(self.furniture)
        for report in self.reports:
            found.extend(report.paragraphs)
            for section in report.walk():
                found.extend(section.paragraphs)
        return tuple(sorted(found, key=_start))

    def blocks(self, report: Report) -> tuple[Paragraph, ...]:
        """Give a report as blocks of text, in the order in which they stand.

        A block is a line, or a paragraph with the lines that it was torn into: a heading and the text that follows it
        on the same line are one, so that what opens in the one may close in the other. They are made once.
        """
        blocks = self._blocks.get(report.span.start)
        if blocks is None:
            blocks = self._blocks[report.span.start] = self._make_blocks(report)
            self._torn[report.span.start] = _torn(blocks)
        return blocks

    def blocks_holding(self, report: Report, pattern: Pattern) -> Iterator[Paragraph]:
        """Yield the blocks of a report that may hold what a pattern matches, found by searching the text once.

        A rule looks for what is rare in this way: going through all blocks costs more than such a search. A block with
        tears is always yielded, because what stands on both sides of a tear may match together.

        Args:
            report: The report.
            pattern: Its matches lie within a line and do not depend on what stands around them; it may match more
                than the rule looks for.
        """
        return _holding(self.text, self.blocks(report), self._torn[report.span.start], report.span, pattern)

    def paragraphs_holding(self, pattern: Pattern) -> Iterator[Paragraph]:
        """Yield the paragraphs of the file that may hold what a pattern matches, as `blocks_holding` does."""
        return _holding(self.text, self.paragraphs, self._torn_paragraphs, Span(0, len(self.text)), pattern)

    def _make_blocks(self, report: Report) -> tuple[Paragraph, ...]:
        pieces = [Paragraph(section.heading.span, self.text) for section in report.walk()]
        if report.title_span:
            pieces.append(Paragraph(report.title_span, self.text))
        pieces.extend(report.every_paragraph())
        pieces.sort(key=_start)
        blocks: list[Paragraph] = []
        for piece in pieces:
            last = blocks[-1] if blocks else None
            if last and self.text.find("\n", last.span.end, piece.span.start) < 0:
                blocks[-1] = last.joined_with(piece)
            else:
                blocks.append(piece)
        return tuple(map(self._to_line_end, blocks))

    def _to_line_end(self, block: Paragraph) -> Paragraph:
        """Take in the marks that follow a heading on its line."""
        at = self.text.find("\n", block.span.end)
        if at == block.span.end:
            return block
        rest = self.text[block.span.end : at if at >= 0 else len(self.text)].rstrip()
        return Paragraph(Span(block.span.start, block.span.end + len(rest)), block.source_text, block.tears)

    def once(self, make: Callable[[Document], T]) -> T:
        """Give what a function makes of this document; it is made at the first call and kept.

        For what several rules need and none can take from another, such as the placeholders of the text.
        """
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    def section_at(self, offset: int) -> Section | None:
        """Give the innermost section that an offset lies in."""
        report = self.report_at(offset)
        found: Section | None = None
        sections = report.sections if report else ()
        while sections:
            at = bisect_right(sections, offset, key=_start) - 1
            if at < 0 or offset >= sections[at].span.end:
                break
            found = sections[at]
            sections = found.sections
        return found

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """Give the paragraph that an offset lies in."""
        at = bisect_right(self._paragraph_starts, offset) - 1
        return self.paragraphs[at] if at >= 0 and offset < self.paragraphs[at].span.end else None

    @cached_property
    def _blocks(self) -> dict[int, tuple[Paragraph, ...]]:
        """The blocks of each report that was asked for, by where it begins."""
        return {}

    @cached_property
    def _torn(self) -> dict[int, frozenset[int]]:
        """Which of the blocks of each report are torn."""
        return {}

    @cached_property
    def _torn_paragraphs(self) -> frozenset[int]:
        return _torn(self.paragraphs)

    @cached_property
    def _made(self) -> dict[Callable[[Document], object], object]:
        return {}

    @cached_property
    def _report_starts(self) -> list[int]:
        return [report.span.start for report in self.reports]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]


def _start(node: Section | Passage | Paragraph) -> int:
    return node.span.start


def _torn(pieces: Sequence[Paragraph]) -> frozenset[int]:
    return frozenset(at for at, piece in enumerate(pieces) if piece.tears)


def _holding(
    text: str, pieces: Sequence[Paragraph], torn: frozenset[int], span: Span, pattern: Pattern
) -> Iterator[Paragraph]:
    """Yield the pieces that have a match or are torn; they are in order and apart."""
    held = set(torn)
    match = pattern.search(text, *span)
    while match is not None:
        at = bisect_right(pieces, match.start(), key=_start)
        searched = pieces[at - 1].span.end if at else 0
        if match.start() < searched:
            held.add(at - 1)
        elif at < len(pieces):
            searched = pieces[at].span.start
        else:
            break
        match = pattern.search(text, searched, span.end)
    yield from (pieces[at] for at in sorted(held))
