"""What the user allows: names, places and terms that no rule may flag."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from lint_report.config.settings import Allowed
from lint_report.source import Span


class AllowedText:
    """Knows which stretches of a text lie wholly in something that is allowed.

    It takes the same time for ten words as for ten thousand: the surroundings of a stretch are looked up among the
    words, and the text is not searched for them.

    Args:
        text: The text.
        allowed: The words and patterns.
    """

    def __init__(self, text: str, allowed: Allowed) -> None:
        self._text = text
        self._words = frozenset(filter(None, allowed.words))
        self._lengths = sorted({len(word) for word in self._words})
        self._matches = [[match.span() for match in re.finditer(source, text)] for source in allowed.patterns]

    def holds(self, span: Span) -> bool:
        """Tell whether a stretch lies wholly in an allowed word, or in a match of an allowed pattern."""
        return self._in_word(span) or any(_in_match(span, matches) for matches in self._matches)

    def _in_word(self, span: Span) -> bool:
        for length in self._lengths:
            for start in range(max(span.end - length, 0), span.start + 1):
                if self._text[start : start + length] in self._words:
                    return True
        return False


def _in_match(span: Span, matches: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(matches, span.start, key=itemgetter(0)) - 1
    return at >= 0 and span.end <= matches[at][1]
