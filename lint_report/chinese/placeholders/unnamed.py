"""某某 for the name of a place or body: 某某镇, 某某公司; not 王某某, a person who is not to be named."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.chinese.placeholders.words import NAMED, SURNAMES
from lint_report.patterns import Pattern
from lint_report.source import Span

_UNNAMED = Pattern(rf"某某(?<![{SURNAMES}]某某)(?!某)", needs=["某某"])
_OF_PEOPLE = ("同志", "代表", "董事", "老", "先生", "女士")


def find_unnamed(text: str) -> Iterator[Placeholder]:
    """Yield them."""
    for match in _UNNAMED.finditer(text):
        noun = NAMED.match(text, match.end())
        if noun and not noun.group().startswith(_OF_PEOPLE):
            yield Placeholder(Span(match.start(), noun.end()), Kind.NAME)
