"""Bounds on a number of things: at least, at most."""

from __future__ import annotations

from dataclasses import dataclass

from lint_report.config.values import Value
from lint_report.messages import Message
from lint_report.yaml_rules.fields import Entry, read_number

LIMIT_KEYS = ("at-least", "at-most")


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most that is right; None for no bound."""

    least: int | None
    most: int | None

    def broken_by(self, count: int) -> int | None:
        """Give the bound that a number breaks, None where it keeps both."""
        if self.least is not None and count < self.least:
            return self.least
        if self.most is not None and count > self.most:
            return self.most
        return None

    def describe(self) -> Message:
        """Say what the bounds are."""
        least = Message(f"不少于 {self.least}", f"at least {self.least}") if self.least is not None else None
        most = Message(f"不多于 {self.most}", f"at most {self.most}") if self.most is not None else None
        there = [bound for bound in (least, most) if bound]
        return Message("、".join(bound.zh for bound in there), " and ".join(bound.en for bound in there))


def read_limits(entry: Entry, where: Value) -> Limits:
    """Read `at-least` and `at-most`.

    Raises:
        UserError: Neither is there, they cross, or one is no number.
    """
    least, most = read_number(entry, "at-least"), read_number(entry, "at-most")
    if (least is None and most is None) or (least is not None and most is not None and least > most):
        raise where.error(
            "须写明 at-least 或 at-most，且前者不大于后者",
            "at-least or at-most is needed, the first not above the second",
        )
    return Limits(least, most)
