"""`kind: compare`: two numbers of a report that stand in a certain relation."""

from __future__ import annotations

import enum
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from lint_report.chinese.quantities import Exactness, find_quantities, read_number
from lint_report.config.values import Value
from lint_report.document import Paragraph, Sentence
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span
from lint_report.yaml_rules.check import Check, Hit
from lint_report.yaml_rules.fields import Entry, need, read_choice, read_pattern
from lint_report.yaml_rules.scope import View
from lint_report.yaml_rules.stretches import find_in_stretches


class Within(enum.StrEnum):
    """In what both numbers stand."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    REPORT = "report"


_AROUND = 20
_RELATIONS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
    "!=": operator.ne,
}


class _Stated(NamedTuple):
    span: Span
    text: str
    value: Decimal
    share: bool


@dataclass(frozen=True, slots=True)
class Compare(Check):
    """Two numbers, each captured by the group of a pattern, and the relation that they must have.

    Magnitudes after a number (万, 亿) count. Where a pattern finds several different numbers in one sentence, paragraph
    or report, where a number is not exact (约, 以上), or where only one of the two is a share, nothing is said.
    """

    keys: ClassVar[tuple[str, ...]] = ("left", "right", "relation", "within")
    facts: ClassVar[tuple[str, ...]] = ("left", "right")

    left: Pattern
    right: Pattern
    relation: str
    within: Within

    @classmethod
    def read(cls, entry: Entry, where: Value) -> Compare:
        """Read the fields; see `Check.read`."""
        relation = need(entry, "relation", where)
        if relation.text("relation") not in _RELATIONS:
            known = "、".join(_RELATIONS)
            raise relation.error(f"relation 只能是：{known}", f"relation must be one of {known}")
        within = read_choice(entry["within"], "within", Within) if "within" in entry else Within.PARAGRAPH
        left, right = (_one_group(need(entry, side, where), side) for side in ("left", "right"))
        return cls(left, right, relation.text("relation"), within)

    def look(self, view: View) -> Iterator[Hit]:
        """Yield each pair of numbers that do not stand in the relation."""
        for pieces in self._units(view):
            left, right = _stated(self.left, pieces), _stated(self.right, pieces)
            if left is None or right is None or left.share != right.share:
                continue
            if not _RELATIONS[self.relation](left.value, right.value):
                yield Hit(right.span, {"left": left.text, "right": right.text}, None, (left.span, right.span))

    def describe(self) -> Message:
        """Say what is compared."""
        text = f"{self.left.source} {self.relation} {self.right.source}"
        return Message(f"数字应满足：{text}", f"numbers must satisfy {text}")

    def _units(self, view: View) -> Iterator[list[Paragraph]]:
        pieces = view.pieces()
        if self.within is Within.REPORT:
            yield pieces
        elif self.within is Within.PARAGRAPH:
            yield from ([piece] for piece in pieces)
        else:
            for piece in pieces:
                yield from ([_of_sentence(piece, sentence)] for sentence in piece.sentences)


def _of_sentence(piece: Paragraph, sentence: Sentence) -> Paragraph:
    inside = tuple(tear for tear in piece.tears if sentence.span.holds(tear))
    return Paragraph(sentence.span, piece.source_text, inside)


def _one_group(value: Value, key: str) -> Pattern:
    pattern = read_pattern(value, key)
    if pattern.compiled.groups != 1:
        raise value.error(
            f"{key} 须用一对圆括号圈出数字，如 实到(\\d+)名",
            f"{key} must put its number in one group, as in 实到(\\d+)名",
        )
    return pattern


def _stated(pattern: Pattern, pieces: list[Paragraph]) -> _Stated | None:
    """Give the one number that a pattern finds; None where there is none, or none that is certain."""
    found: list[_Stated] = []
    for piece in pieces:
        text = piece.joined
        for match in find_in_stretches(pattern, text):
            stated = _number(piece, text, *match.span(1)) if match.group(1) else None
            if stated is None:
                return None
            found.append(stated)
    return found[0] if len({stated.value for stated in found}) == 1 else None


def _number(piece: Paragraph, text: str, start: int, end: int) -> _Stated | None:
    span = piece.span_of(start, end)
    around = find_quantities(text, max(0, start - _AROUND), end + _AROUND)  # 约 before, 以上 after
    quantity = next((quantity for quantity in around if quantity.span.start == start), None)
    if quantity is not None:
        exact = quantity.exactness is Exactness.EXACT and quantity.upper is None
        stated = text[quantity.span.start : quantity.span.end]
        return _Stated(span, stated, quantity.value, quantity.unit == "%") if exact else None
    number = read_number(text[start:end])
    return _Stated(span, text[start:end], number[0], share=False) if number else None
