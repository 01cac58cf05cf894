"""Conversion between the scripts, by phrases.

The one place that imports OpenCC: it costs a tenth of a second, and only a text with a character in the wrong script
needs it.
"""

from __future__ import annotations

import enum
from functools import cache
from typing import Protocol


class Conversion(enum.StrEnum):
    """From what to what, by OpenCC's names."""

    TO_SIMPLIFIED = "t2s"
    TO_TRADITIONAL = "s2t"
    TO_TAIWAN = "s2tw"
    TO_HONG_KONG = "s2hk"


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


def convert(text: str, conversion: Conversion) -> str | None:
    """Give a text in the other script, character for character.

    Phrases decide between the forms that a character may take (头发 becomes 頭髮, 发展 becomes 發展), so give the whole
    clause. None when the result has another length and characters cannot be paired.
    """
    converted = _converter(conversion).convert(text)
    return converted if len(converted) == len(text) else None


@cache
def _converter(conversion: Conversion) -> _Converter:
    from opencc import OpenCC

    converter: _Converter = OpenCC(conversion.value)
    return converter
