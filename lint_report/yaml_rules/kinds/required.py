"""`kind: required`: words, a pattern, a heading or a part that must stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lint_report.config.values import Value
from lint_report.document import Part
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.yaml_rules.check import Check, Hit
from lint_report.yaml_rules.fields import Entry, exactly_one, read_choice, read_pattern
from lint_report.yaml_rules.scope import View
from lint_report.yaml_rules.wanted import WANTED_KEYS, Wanted, describe_wanted, read_wanted


@dataclass(frozen=True, slots=True)
class Required(Check):
    """Something that every report in scope has, once at least.

    A report without the part that the scope names is left to the rule missing-part.
    """

    keys: ClassVar[tuple[str, ...]] = (*WANTED_KEYS, "heading", "part")

    wanted: Wanted | None
    heading: Pattern | None
    part: Part | None
    name: Message

    @classmethod
    def read(cls, entry: Entry, where: Value) -> Required:
        """Read the fields; see `Check.read`."""
        found = exactly_one(entry, ("words", "pattern", "heading", "part"), where)
        if found == "heading":
            heading = read_pattern(entry["heading"], "heading")
            return cls(None, heading, None, Message(f"标题 {heading.source}", f"a heading {heading.source}"))
        if found == "part":
            part = read_choice(entry["part"], "part", Part)
            return cls(None, None, part, Message(f"部分 {part}", f"the part {part}"))
        return cls(read_wanted(entry, where), None, None, describe_wanted(entry))

    def look(self, view: View) -> Iterator[Hit]:
        """Yield one hit where it is missing."""
        if not self._is_there(view):
            yield Hit(view.anchor)

    def describe(self) -> Message:
        """Say what must stand there."""
        return Message(f"应当有：{self.name.zh}", f"must be there: {self.name.en}")

    def _is_there(self, view: View) -> bool:
        if self.wanted:
            return any(True for _ in self.wanted.found_in(view.pieces()))
        if self.heading:
            return any(self.heading.search(section.heading.title) for section in view.sections())
        return self.part is None or any(view.covers(node.span.start) for node in view.report.serving(self.part))
