"""Searches long texts in stretches, so that the time a pattern takes grows with the text and no faster.

A pattern with a repetition that has no bound (`.*?年`) tries, from each place of a text, to go on to its end. Most
paragraphs are short; what is not one, a whole book in one line, is searched stretch by stretch, each up to the end of
a sentence. What a pattern would find across two stretches is not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_report.patterns import Pattern

LONGEST = 2000
_ENDS = ("。", "！", "？", "；", "\n")


def find_in_stretches(pattern: Pattern, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches in a text, as `finditer` does where the text is no longer than a paragraph may be."""
    start = 0
    while len(text) - start > LONGEST:
        end = max(text.rfind(mark, start, start + LONGEST) for mark in _ENDS) + 1
        end = end or start + LONGEST
        yield from pattern.finditer(text, start, end)
        start = end
    yield from pattern.finditer(text, start)
