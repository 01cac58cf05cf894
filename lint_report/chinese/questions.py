"""Question marks: those that ask, and those that a conversion put where it knew no character."""

from __future__ import annotations

from lint_report.chinese.characters import CHINESE
from lint_report.patterns import Pattern

_ASKING = Pattern("[吗呢谁何哪怎几吧嗎誰幾麼]|多少|是否|能否|可否|什么|要不要|(.)[不没沒]\\1")
_INSIDE = Pattern(rf"(?<=(?:{CHINESE}|[”》、，]))\?(?={CHINESE}|[“《])")
_REACH = 60


def stands_for_lost(text: str, at: int) -> bool:
    """Tell whether a half-width question mark stands in the middle of a sentence that asks nothing (一带?一路).

    A conversion to a character set that lacks the point of 中国·西昌, or a rare character, writes it so.
    """
    if _INSIDE.match(text, at) is None:
        return False
    before = text[max(0, at - _REACH) : at]
    sentence = before[max(map(before.rfind, "。！？；\n")) + 1 :]
    return _ASKING.search(sentence) is None
