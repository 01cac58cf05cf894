"""`kind: order`: headings or parts that must stand in a certain order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from lint_report.config.values import Value
from lint_report.document import Part, Section
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.source import Span
from lint_report.yaml_rules.check import Check, Hit
from lint_report.yaml_rules.fields import Entry, exactly_one, read_choices, read_pattern
from lint_report.yaml_rules.scope import View

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Order(Check):
    """Headings or parts that stand in the order in which they are listed; those that are not there are passed over.

    Of several headings that match, the first of the highest level counts.
    """

    keys: ClassVar[tuple[str, ...]] = ("headings", "parts")
    facts: ClassVar[tuple[str, ...]] = ("first", "second")

    headings: tuple[Pattern, ...]
    parts: tuple[Part, ...]

    @classmethod
    def read(cls, entry: Entry, where: Value) -> Order:
        """Read the fields; see `Check.read`."""
        found = exactly_one(entry, ("headings", "parts"), where)
        items = entry[found].items(found)
        if len(items) < _FEWEST:
            raise entry[found].error(f"{found} 至少要列两项", f"{found} must list two at least")
        if found == "parts":
            return cls((), read_choices(entry, "parts", Part))
        return cls(tuple(read_pattern(item, "headings") for item in items), ())

    def look(self, view: View) -> Iterator[Hit]:
        """Yield each that stands before one that should come first."""
        for (before, first), (after, second) in pairwise(self._found(view)):
            if after.start < before.start:
                yield Hit(after, {"first": first, "second": second})

    def describe(self) -> Message:
        """Say what the order is."""
        listed = " → ".join([*(pattern.source for pattern in self.headings), *self.parts])
        return Message(f"次序：{listed}", f"order: {listed}")

    def _found(self, view: View) -> Iterator[tuple[Span, str]]:
        for part in self.parts:
            node = next((node for node in view.report.serving(part) if view.covers(node.span.start)), None)
            if node is not None:
                title = node.heading.title if isinstance(node, Section) else str(part)
                yield (node.heading.span if isinstance(node, Section) else node.span), title
        for pattern in self.headings:
            matching = [section for section in view.sections() if pattern.search(section.heading.title)]
            if matching:
                section = min(matching, key=_level)
                yield section.heading.span, section.heading.title


def _level(section: Section) -> int:
    return section.level
