"""`kind: substitution`: one way to say it in the place of another."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from lint_report.config.values import Value
from lint_report.messages import Message
from lint_report.rule import Edit, Fix
from lint_report.source import Span
from lint_report.yaml_rules.check import Check, Hit
from lint_report.yaml_rules.fields import Entry, exactly_one, need, read_choice, read_pattern
from lint_report.yaml_rules.scope import View
from lint_report.yaml_rules.wanted import CONDITION_KEYS, Wanted, any_of, describe_wanted, with_conditions


class FixLevel(enum.StrEnum):
    """Whether the replacement is certain, only likely, or only to be shown."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Substitution(Check):
    """Expressions that give way to others.

    A match inside the expression that is to take its place is left: with 组织: 组织实施, what reads 组织实施 stays.
    """

    keys: ClassVar[tuple[str, ...]] = ("replace", "pattern", "with", "fix", *CONDITION_KEYS)
    facts: ClassVar[tuple[str, ...]] = ("text", "suggestion")

    wanted: Wanted
    words: Mapping[str, str]
    template: str
    fix: FixLevel
    name: Message

    @classmethod
    def read(cls, entry: Entry, where: Value) -> Substitution:
        """Read the fields; see `Check.read`."""
        fix = read_fix(entry)
        if exactly_one(entry, ("replace", "pattern"), where) == "replace":
            words = _read_words(entry["replace"])
            wanted = with_conditions(any_of(tuple(words)), entry, tuple(words.values()))
            listed = [f"{wrong} → {right}" for wrong, right in words.items()]
            return cls(wanted, words, "", fix, Message("、".join(listed), ", ".join(listed)))
        pattern = read_pattern(entry["pattern"], "pattern")
        template = need(entry, "with", where)
        try:
            pattern.sub(template.text("with"), "")
        except (re.error, IndexError) as error:
            raise template.error(f"with 有误：{error}", f"broken with: {error}") from None
        name = describe_wanted(entry)
        text = template.text("with")
        return cls(
            with_conditions(pattern, entry), {}, text, fix, Message(f"{name.zh} → {text}", f"{name.en} → {text}")
        )

    def look(self, view: View) -> Iterator[Hit]:
        """Yield each match with what is to take its place."""
        for span, match in self.wanted.found_in(view.pieces()):
            text = match.group()
            suggestion = self.words[text] if self.words else match.expand(self.template)
            if suggestion != text:
                yield Hit(span, {"text": text, "suggestion": suggestion}, make_fix(span, suggestion, self.fix))

    def describe(self) -> Message:
        """Say what is to be replaced."""
        return Message(f"应改写：{self.name.zh}", f"to be replaced: {self.name.en}")


def read_fix(entry: Entry) -> FixLevel:
    """Read the field `fix`; a replacement is only likely unless the rule says more."""
    return read_choice(entry["fix"], "fix", FixLevel) if "fix" in entry else FixLevel.UNSAFE


def make_fix(span: Span, text: str, level: FixLevel) -> Fix | None:
    """Give the fix that replaces a stretch."""
    return None if level is FixLevel.NONE else Fix((Edit(span, text),), safe=level is FixLevel.SAFE)


def _read_words(value: Value) -> dict[str, str]:
    words = {wrong: right.text("replace") for wrong, right in value.mapping("replace").items()}
    if not words or any(wrong == right for wrong, right in words.items()):
        raise value.error(
            "replace 须写成“原词: 改为”，两边不同", "replace must have pairs of two different words (old: new)"
        )
    return words
