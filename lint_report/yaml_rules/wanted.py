"""What a rule looks for: words or a pattern, with what must or must not stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint_report.config.values import Value
from lint_report.document import Paragraph
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.source import Span
from lint_report.yaml_rules.fields import Entry, exactly_one, read_optional_pattern, read_pattern, read_words
from lint_report.yaml_rules.stretches import find_in_stretches

CONDITION_KEYS = ("except", "before", "not-before", "after", "not-after")
WANTED_KEYS = ("words", "pattern", *CONDITION_KEYS)
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words or a pattern, and what must or must not stand around them.

    Attributes:
        pattern: What is looked for.
        exceptions: Longer expressions in which it does not count.
        before: What must end where a match begins; `not_before` what must not. Forty characters are looked at.
        after: What must begin where a match ends; `not_after` what must not.
    """

    pattern: Pattern
    exceptions: Pattern | None = None
    before: Pattern | None = None
    not_before: Pattern | None = None
    after: Pattern | None = None
    not_after: Pattern | None = None

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches in a text that count."""
        excepted: list[Span] | None = None
        for match in find_in_stretches(self.pattern, text):
            if self.exceptions and excepted is None:
                excepted = [Span(*found.span()) for found in find_in_stretches(self.exceptions, text)]
            if self._stands_well(text, match) and not any(span.holds(Span(*match.span())) for span in excepted or ()):
                yield match

    def found_in(self, pieces: Sequence[Paragraph]) -> Iterator[tuple[Span, re.Match[str]]]:
        """Yield the matches in some pieces of a document, with their spans in it."""
        for piece in pieces:
            for match in self.matches(piece.joined):
                yield piece.span_of(*match.span()), match

    def _stands_well(self, text: str, match: re.Match[str]) -> bool:
        start, end = match.span()
        if self.before or self.not_before:
            ahead = text[max(0, start - _AROUND) : start]
            if self.before and not self.before.search(ahead):
                return False
            if self.not_before and self.not_before.search(ahead):
                return False
        if self.after and not self.after.match(text, end, end + _AROUND):
            return False
        return not (self.not_after and self.not_after.match(text, end, end + _AROUND))


def read_wanted(entry: Entry, where: Value) -> Wanted:
    """Read `words` or `pattern` with its conditions.

    Raises:
        UserError: Something is wrong; the message names the line.
    """
    if exactly_one(entry, ("words", "pattern"), where) == "pattern":
        return with_conditions(read_pattern(entry["pattern"], "pattern"), entry)
    return with_conditions(any_of(read_words(entry, "words")), entry)


def with_conditions(pattern: Pattern, entry: Entry, exceptions: Sequence[str] = ()) -> Wanted:
    """Add the conditions of a rule to a pattern.

    Args:
        pattern: What is looked for.
        entry: The rule.
        exceptions: Expressions in which it does not count, beside those of the rule.
    """
    excepted = (*read_words(entry, "except"), *exceptions)
    return Wanted(
        pattern,
        any_of(excepted) if excepted else None,
        _at_end(read_optional_pattern(entry, "before")),
        _at_end(read_optional_pattern(entry, "not-before")),
        read_optional_pattern(entry, "after"),
        read_optional_pattern(entry, "not-after"),
    )


def any_of(words: Sequence[str]) -> Pattern:
    """Give the pattern of any of some words, the longest first."""
    return Pattern("|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word)))))


def describe_wanted(entry: Entry) -> Message:
    """Say what is looked for."""
    if "words" in entry:
        words = entry["words"].texts("words")
        return Message("、".join(words), ", ".join(words))
    pattern = entry["pattern"].raw
    return Message(f"与 {pattern} 相符的文字", f"text that matches {pattern}")


def _at_end(pattern: Pattern | None) -> Pattern | None:
    return Pattern(rf"(?:{pattern.source})\Z") if pattern else None
