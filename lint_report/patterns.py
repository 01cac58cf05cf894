"""Regular expressions that are compiled when they are first used.

Compiling the patterns of all rules takes longer than checking a short draft with them, and most drafts give most rules
no reason to look: a rule asks for its pattern only after a cheap test of the text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import ClassVar

_SERVING = ("finditer", "findall", "search", "match", "fullmatch", "split", "sub")


class Pattern:
    """A regular expression, compiled at its first use.

    It must run in time linear in the text: no repetition of a repetition, and a bound on every repetition that is not
    of a single set of characters.

    It is searched for ten times as fast where it begins with one set of characters, or with an alternation each way of
    which begins with a character, than where it begins with a look around, a repetition or an alternation of sets: a
    search then passes over what cannot begin a match without trying.

    Args:
        source: The expression.
        flags: As for `re.compile`.
        needs: Texts of which each match holds one, itself or in what it looks at around itself. A text without any of
            them is not searched, and does not make the expression compile.

    Attributes:
        compiler: What compiles the expressions: `re.compile`, or what gives the same and keeps it between runs.
    """

    compiler: ClassVar[Callable[[str, int], re.Pattern[str]]] = re.compile

    def __init__(self, source: str, flags: int = 0, *, needs: Iterable[str] = ()) -> None:
        self.source = source
        self.flags = flags
        self.needs = tuple(needs)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        compiled = Pattern.compiler(self.source, self.flags)
        if not self.needs:
            # From here on its own methods serve: they take the same arguments, and are called a million times.
            self.__dict__.update((name, getattr(compiled, name)) for name in _SERVING)
        return compiled

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize, /) -> Iterator[re.Match[str]]:
        """Yield the matches in a stretch of the text (end exclusive)."""
        if self._cannot_match(text):
            return iter(())
        return self.compiled.finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize, /) -> re.Match[str] | None:
        """Give the first match in a stretch of the text."""
        if self._cannot_match(text):
            return None
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize, /) -> re.Match[str] | None:
        """Give the match at the start of a stretch of the text."""
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, /) -> re.Match[str] | None:
        """Give the match of the whole text."""
        return self.compiled.fullmatch(text)

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize, /) -> list[str]:
        """Give the texts of all matches in a stretch of the text; for an expression without groups."""
        return [match.group() for match in self.finditer(text, start, end)]

    def split(self, text: str, /, maxsplit: int = 0) -> list[str]:
        """Give what stands between the matches; for an expression without groups."""
        return self.compiled.split(text, maxsplit)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str, /) -> str:
        """Give the text with every match replaced."""
        return self.compiled.sub(replacement, text)

    def _cannot_match(self, text: str) -> bool:
        return bool(self.needs) and not any(needed in text for needed in self.needs)
