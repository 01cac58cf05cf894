"""`kind: count`: how many of something there are."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lint_report.config.values import Value
from lint_report.document import Paragraph
from lint_report.messages import Message
from lint_report.source import Span
from lint_report.yaml_rules.check import Check, Hit
from lint_report.yaml_rules.fields import Entry, need, read_choice
from lint_report.yaml_rules.limits import LIMIT_KEYS, Limits, read_limits
from lint_report.yaml_rules.scope import View
from lint_report.yaml_rules.wanted import WANTED_KEYS, Wanted, read_wanted


class Counted(enum.StrEnum):
    """What can be counted."""

    MATCHES = "matches"
    SECTIONS = "sections"
    PARAGRAPHS = "paragraphs"
    SENTENCES = "sentences"
    CHARACTERS = "characters"


class Each(enum.StrEnum):
    """In what it is counted."""

    REPORT = "report"
    SECTION = "section"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Count(Check):
    """How many matches, sections, paragraphs, sentences or characters there are.

    Counted in all that is in scope together (`per: report`), or in each section or paragraph there. Sections are those
    directly under what is looked at; characters are those of the running text, spaces left out.
    """

    keys: ClassVar[tuple[str, ...]] = ("of", "per", *LIMIT_KEYS, *WANTED_KEYS)
    facts: ClassVar[tuple[str, ...]] = ("count", "limit")

    counted: Counted
    per: Each
    limits: Limits
    wanted: Wanted | None

    @classmethod
    def read(cls, entry: Entry, where: Value) -> Count:
        """Read the fields; see `Check.read`."""
        counted = read_choice(need(entry, "of", where), "of", Counted)
        per = read_choice(entry["per"], "per", Each) if "per" in entry else Each.REPORT
        idle = [key for key in WANTED_KEYS if key in entry]
        if counted is not Counted.MATCHES and idle:
            raise entry[idle[0]].error(f"{idle[0]} 只用于 of: matches", f"{idle[0]} goes only with of: matches")
        if counted is Counted.SECTIONS and per is Each.PARAGRAPH:
            raise entry["per"].error("段落里没有小节", "a paragraph has no sections")
        wanted = read_wanted(entry, where) if counted is Counted.MATCHES else None
        return cls(counted, per, read_limits(entry, where), wanted)

    def look(self, view: View) -> Iterator[Hit]:
        """Yield each report, section or paragraph with too few or too many."""
        for anchor, pieces, sections in self._units(view):
            places = self._places(pieces, sections)
            count = sum(map(_size, pieces)) if self.counted is Counted.CHARACTERS else len(places)
            limit = self.limits.broken_by(count)
            if limit is None:
                continue
            excess = places[limit:] if count > limit else []
            yield Hit(excess[0] if excess else anchor, {"count": count, "limit": limit}, None, tuple(excess[:100]))

    def describe(self) -> Message:
        """Say what is counted."""
        bounds = self.limits.describe()
        return Message(f"每个 {self.per} 的 {self.counted} {bounds.zh}", f"{self.counted} per {self.per}: {bounds.en}")

    def _units(self, view: View) -> Iterator[tuple[Span, list[Paragraph], list[Span]]]:
        """Yield where to report, the text and the sections of each thing in which is counted."""
        if self.per is Each.PARAGRAPH:
            for paragraph in view.body():
                yield paragraph.span, [paragraph], []
        elif self.per is Each.SECTION:
            for section in view.sections():
                inner = [child.heading.span for child in section.sections if not child.heading.item]
                yield section.heading.span, self._pieces(view.within(section.span)), inner
        else:
            sections = list(view.sections())
            highest = min((section.level for section in sections), default=0)
            if any(stretch.start == section.heading.span.start for stretch in view.stretches for section in sections):
                highest += view.scope.limited
            yield (
                view.anchor,
                self._pieces(view),
                [section.heading.span for section in sections if section.level == highest],
            )

    def _pieces(self, view: View) -> list[Paragraph]:
        return view.pieces() if self.counted is Counted.MATCHES else view.body()

    def _places(self, pieces: list[Paragraph], sections: list[Span]) -> list[Span]:
        if self.wanted:
            return [span for span, _ in self.wanted.found_in(pieces)]
        if self.counted is Counted.SECTIONS:
            return sections
        if self.counted is Counted.SENTENCES:
            return [sentence.span for piece in pieces for sentence in piece.sentences]
        return [piece.span for piece in pieces] if self.counted is Counted.PARAGRAPHS else []


def _size(paragraph: Paragraph) -> int:
    return len("".join(paragraph.joined.split()))
