"""Sentences, as GB/T 15834-2011 ends them: 。！？；…… with the closing quotes and brackets after them."""

from __future__ import annotations

import re

from lint_report.chinese.characters import CHINESE
from lint_report.patterns import Pattern
from lint_report.source import Span

# A full stop that stands for 。 in half-width text has a Han character or bracket before it and no figure or
# Latin letter after it, so that 3.5, www.gov.cn and No.5 stay whole.
_END = Pattern(
    rf"""
    (?: [。！？；!?;]+
      | …{{1,8}}
      | (?<={CHINESE}|[）)”’」』》])\.(?![0-9A-Za-z.])
    )
    [”’」』）)】》"']*
    | \n\s*\n
    """,
    re.VERBOSE,
)
_SPACE = Pattern(r"\s*")


def split_sentences(text: str) -> list[Span]:
    """Give the sentences of a text, without the space between them (offsets into the text, end exclusive).

    Marks inside a book title or quotation end a sentence only where the quotation ends with them: 《怎么办？》和 goes
    on, “好！” ends.
    """
    sentences: list[Span] = []
    start = _after_space(text, 0)
    for match in _END.finditer(text):
        if match.end() <= start or _goes_on(text, match):
            continue
        sentences.append(_trimmed(text, start, match.end()))
        start = _after_space(text, match.end())
    if start < len(text):
        sentences.append(_trimmed(text, start, len(text)))
    return sentences


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether the sentence goes on after the match: a title or bracket closed, and no new sentence begins."""
    closing = text[match.end() - 1]
    following = text[match.end() : match.end() + 1]
    return (closing in "》）)】" and following not in ("", "\n", "。")) or (
        following != "" and following in "，、；：,;:）)》」』”’"
    )


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
