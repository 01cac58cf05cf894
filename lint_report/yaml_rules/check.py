"""What every kind of rule gives: a reader of its own fields, and a look at a report."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from lint_report.config.values import Value
from lint_report.messages import Message
from lint_report.rule import Fix, Json
from lint_report.source import Span
from lint_report.yaml_rules.fields import Entry
from lint_report.yaml_rules.scope import View


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a rule reports.

    Attributes:
        span: Where, in offsets of the document's text.
        facts: What the message may name in braces; they become the data of the finding.
        fix: How to mend it.
        places: All places, where the hit stands for many.
    """

    span: Span
    facts: Mapping[str, Json] = field(default_factory=dict[str, Json])
    fix: Fix | None = None
    places: tuple[Span, ...] = ()


class Check(ABC):
    """A kind of rule.

    Attributes:
        keys: The fields of its own.
        facts: What its message may name in braces.
    """

    keys: ClassVar[tuple[str, ...]]
    facts: ClassVar[tuple[str, ...]] = ()

    @classmethod
    @abstractmethod
    def read(cls, entry: Entry, where: Value) -> Check:
        """Read the fields of a rule.

        Args:
            entry: All fields of the rule.
            where: The rule, to name its line.

        Raises:
            UserError: A field is missing or wrong; the message names the line.
        """

    @abstractmethod
    def look(self, view: View) -> Iterator[Hit]:
        """Yield what is wrong in a report."""

    @abstractmethod
    def describe(self) -> Message:
        """Say what the rule finds, for `lint-report explain`."""
