"""`kind: length`: how long things are, in characters."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lint_report.config.values import Value
from lint_report.messages import Message
from lint_report.source import Span
from lint_report.yaml_rules.check import Check, Hit
from lint_report.yaml_rules.fields import Entry, need, read_choice
from lint_report.yaml_rules.limits import LIMIT_KEYS, Limits, read_limits
from lint_report.yaml_rules.scope import View


class Measured(enum.StrEnum):
    """What can be measured."""

    TITLE = "title"
    HEADING = "heading"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Length(Check):
    """How long each title, heading, sentence, paragraph, section or report is.

    Characters are counted, spaces left out: of a heading those of its title without the number, of a section or report
    those of the running text in it.
    """

    keys: ClassVar[tuple[str, ...]] = ("of", *LIMIT_KEYS)
    facts: ClassVar[tuple[str, ...]] = ("count", "limit")

    measured: Measured
    limits: Limits

    @classmethod
    def read(cls, entry: Entry, where: Value) -> Length:
        """Read the fields; see `Check.read`."""
        return cls(read_choice(need(entry, "of", where), "of", Measured), read_limits(entry, where))

    def look(self, view: View) -> Iterator[Hit]:
        """Yield what is too short or too long."""
        for span, count in self._measures(view):
            limit = self.limits.broken_by(count)
            if limit is not None:
                yield Hit(span, {"count": count, "limit": limit})

    def describe(self) -> Message:
        """Say what is measured."""
        bounds = self.limits.describe()
        return Message(f"{self.measured} 的字数{bounds.zh}", f"characters of each {self.measured}: {bounds.en}")

    def _measures(self, view: View) -> Iterator[tuple[Span, int]]:
        if self.measured is Measured.REPORT:
            yield view.anchor, _body_size(view)
        elif self.measured is Measured.TITLE:
            title, span = view.report.title, view.report.title_span
            yield from [(span, _size(title))] if title and span else []
        elif self.measured is Measured.HEADING:
            yield from ((section.heading.span, _size(section.heading.title)) for section in view.sections())
        elif self.measured is Measured.SECTION:
            yield from ((section.heading.span, _body_size(view.within(section.span))) for section in view.sections())
        elif self.measured is Measured.PARAGRAPH:
            yield from ((piece.span, _size(piece.joined)) for piece in view.body())
        else:
            sentences = (sentence for piece in view.body() for sentence in piece.sentences)
            yield from ((sentence.span, _size(sentence.text)) for sentence in sentences)


def _body_size(view: View) -> int:
    return sum(_size(paragraph.joined) for paragraph in view.body())


def _size(text: str) -> int:
    return len("".join(text.split()))
