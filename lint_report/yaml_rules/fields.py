"""Reads the fields of a rule; every complaint names file and line."""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from lint_report.config.resolver import choose
from lint_report.config.values import Value
from lint_report.messages import Message
from lint_report.pattern_check import check_pattern
from lint_report.patterns import Pattern

Entry = Mapping[str, Value]
EnumT = TypeVar("EnumT", bound=enum.StrEnum)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def read_pattern(value: Value, key: str) -> Pattern:
    """Read a regular expression.

    Raises:
        UserError: It is none, can never match Chinese text, or may never end.
    """
    source = value.text(key)
    reason = check_pattern(source)
    if reason:
        raise value.error(f"{key}：{reason.zh}", f"{key}: {reason.en}")
    return Pattern(source)


def read_optional_pattern(entry: Entry, key: str) -> Pattern | None:
    """Read a regular expression that need not be there."""
    return read_pattern(entry[key], key) if key in entry else None


def read_words(entry: Entry, key: str) -> tuple[str, ...]:
    """Read a list of words, none of them empty.

    Raises:
        UserError: One is empty or no text.
    """
    if key not in entry:
        return ()
    words = entry[key].texts(key)
    if not words or not all(word.strip() for word in words):
        raise entry[key].error(f"{key} 须列出词语，且不得为空", f"{key} must list words, none of them empty")
    return words


def read_choice(value: Value, key: str, kind: type[EnumT]) -> EnumT:
    """Read one of a few words.

    Raises:
        UserError: It is none of them; the message has the nearest.
    """
    return kind(choose(value, [str(member) for member in kind], key))


def read_choices(entry: Entry, key: str, kind: type[EnumT]) -> tuple[EnumT, ...]:
    """Read any number of a few words; a single one need not be a list."""
    return tuple(read_choice(item, key, kind) for item in entry[key].items(key)) if key in entry else ()


def read_number(entry: Entry, key: str) -> int | None:
    """Read a whole number from 0 that need not be there.

    Raises:
        UserError: It is something else.
    """
    if key not in entry:
        return None
    content = entry[key].content
    if not isinstance(content, int) or isinstance(content, bool) or content < 0:
        raise entry[key].error(f"{key} 应为不小于 0 的整数", f"{key} must be a whole number from 0")
    return content


def read_message(value: Value, key: str, facts: Sequence[str] = ()) -> Message:
    """Read a text in one language for both, or in each.

    Args:
        value: A text, or a mapping of `zh` and `en`.
        key: Its key.
        facts: What may stand in braces in it.

    Raises:
        UserError: It is empty, has other keys, or names in braces what there is not.
    """
    entries = value.content if isinstance(value.content, dict) else {"zh": value}
    if "zh" not in entries or set(entries) - {"zh", "en"}:
        raise value.error(f"{key} 应为一段文字，或含 zh 和 en", f"{key} must be a text, or have zh and en")
    texts = {language: " ".join(entry.text(key).split()) for language, entry in entries.items()}
    for text in texts.values():
        unknown = [name for name in _PLACEHOLDER.findall(text) if name not in facts]
        if unknown or not text:
            known = "、".join(f"{{{fact}}}" for fact in facts) or "（无）"
            listed = ", ".join(f"{{{fact}}}" for fact in facts) or "none"
            raise value.error(
                f"{key} 不能为空，花括号里只能用：{known}", f"{key} must not be empty, and may have in braces: {listed}"
            )
    return Message(texts["zh"], texts.get("en", texts["zh"]))


def fill(message: Message, facts: Mapping[str, object]) -> Message:
    """Put facts in the place of their names in braces."""

    def fact(match: re.Match[str]) -> str:
        return str(facts.get(match[1], "…"))

    return Message(_PLACEHOLDER.sub(fact, message.zh), _PLACEHOLDER.sub(fact, message.en))


def exactly_one(entry: Entry, keys: Sequence[str], where: Value) -> str:
    """Give the one of some keys that is there.

    Raises:
        UserError: None is, or more than one.
    """
    there = [key for key in keys if key in entry]
    if len(there) != 1:
        raise where.error(f"须写明其中一个：{'、'.join(keys)}", f"exactly one of these is needed: {', '.join(keys)}")
    return there[0]


def need(entry: Entry, key: str, where: Value) -> Value:
    """Give a field that must be there.

    Raises:
        UserError: It is not, or is empty.
    """
    if key not in entry or entry[key].content in (None, ""):
        raise where.error(f"缺少 {key}", f"{key} is missing")
    return entry[key]
