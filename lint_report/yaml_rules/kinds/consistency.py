"""`kind: consistency`: two ways to write one thing, of which a report uses one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lint_report.config.values import Value
from lint_report.messages import Message
from lint_report.rule import Json
from lint_report.yaml_rules.check import Check, Hit
from lint_report.yaml_rules.fields import Entry, need, read_words
from lint_report.yaml_rules.kinds.substitution import FixLevel, make_fix, read_fix
from lint_report.yaml_rules.scope import View
from lint_report.yaml_rules.wanted import CONDITION_KEYS, Wanted, any_of, with_conditions

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Consistency(Check):
    """Words for one thing, of which each report uses one.

    The word that a report uses most is its own, of equally many the one that the rule lists first; the others are
    reported.
    """

    keys: ClassVar[tuple[str, ...]] = ("ways", "fix", *CONDITION_KEYS)
    facts: ClassVar[tuple[str, ...]] = ("text", "suggestion", "count")

    ways: tuple[str, ...]
    wanted: Wanted
    fix: FixLevel

    @classmethod
    def read(cls, entry: Entry, where: Value) -> Consistency:
        """Read the fields; see `Check.read`."""
        need(entry, "ways", where)
        ways = read_words(entry, "ways")
        if len(set(ways)) < _FEWEST:
            raise entry["ways"].error("ways 至少要列两种写法", "ways must list two at least")
        return cls(ways, with_conditions(any_of(ways), entry), read_fix(entry))

    def look(self, view: View) -> Iterator[Hit]:
        """Yield each word that is not the report's own."""
        found = [(span, match.group()) for span, match in self.wanted.found_in(view.pieces())]
        counts = Counter(text for _, text in found)
        if len(counts) < _FEWEST:
            return
        own = min(counts, key=lambda text: (-counts[text], self.ways.index(text)))
        for span, text in found:
            if text != own:
                facts: dict[str, Json] = {"text": text, "suggestion": own, "count": counts[own]}
                yield Hit(span, facts, make_fix(span, own, self.fix))

    def describe(self) -> Message:
        """Say which words stand for one thing."""
        return Message(f"全文用同一种写法：{'、'.join(self.ways)}", f"one of these throughout: {', '.join(self.ways)}")
