"""`kind: forbidden`: words or a pattern that must not stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lint_report.config.values import Value
from lint_report.messages import Message
from lint_report.yaml_rules.check import Check, Hit
from lint_report.yaml_rules.fields import Entry
from lint_report.yaml_rules.scope import View
from lint_report.yaml_rules.wanted import WANTED_KEYS, Wanted, describe_wanted, read_wanted


@dataclass(frozen=True, slots=True)
class Forbidden(Check):
    """Words or a pattern that must not stand there."""

    keys: ClassVar[tuple[str, ...]] = WANTED_KEYS
    facts: ClassVar[tuple[str, ...]] = ("text",)

    wanted: Wanted
    name: Message

    @classmethod
    def read(cls, entry: Entry, where: Value) -> Forbidden:
        """Read the fields; see `Check.read`."""
        return cls(read_wanted(entry, where), describe_wanted(entry))

    def look(self, view: View) -> Iterator[Hit]:
        """Yield each match."""
        for span, match in self.wanted.found_in(view.pieces()):
            yield Hit(span, {"text": match.group()})

    def describe(self) -> Message:
        """Say what must not stand there."""
        return Message(f"不应出现：{self.name.zh}", f"must not be there: {self.name.en}")
