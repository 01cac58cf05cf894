"""Arithmetic in prose: what a text says of its own figures, recomputed.

Each module knows one way in which figures hang together. They speak only where the text itself states every figure, and
they take the words around the figures at their loosest: `Relation.holds` is false only where no reading makes the sum.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.arithmetic.changes import find_changes
from lint_report.chinese.arithmetic.compositions import find_averages, find_compositions
from lint_report.chinese.arithmetic.lists import find_announced_lists, find_enumerations
from lint_report.chinese.arithmetic.mentions import find_mentions
from lint_report.chinese.arithmetic.rates import find_rates
from lint_report.chinese.arithmetic.relation import Relation, RelationKind
from lint_report.chinese.arithmetic.shares import find_shares
from lint_report.chinese.arithmetic.statement import Statement, fold
from lint_report.chinese.arithmetic.sums import find_sums
from lint_report.chinese.arithmetic.votes import find_votes
from lint_report.patterns import Pattern

__all__ = ["Relation", "RelationKind", "find_announced_lists", "find_mentions", "find_relations"]

_SENTENCE_END = Pattern(r"[。！？!?\n](?!\d{1,2}\s?[%％])")
_FIGURES = Pattern(r"\d")
_CHECKS = (
    (Pattern("率|到会|实到|出席"), find_rates),
    (Pattern("[占为成到达][^，。；]{0,30}[0-9]"), find_shares),
    (Pattern("其中|：|分别|分为|[合总共]计|由|（"), find_sums),
    (Pattern("[增减升降高低扩缩涨跌大小落][^，。；]{0,16}[0-9]"), find_changes),
    (Pattern("[赞反弃]"), find_votes),
    (Pattern("均|每"), find_averages),
)


def find_relations(text: str) -> Iterator[Relation]:
    """Yield what a paragraph states of its own figures, sentence by sentence."""
    folded = fold(text)
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        statement = Statement(text, folded, start, end)
        yield from find_enumerations(statement)
        if _FIGURES.search(text, start, end):
            yield from find_compositions(statement)
            for anchor, check in _CHECKS:
                if anchor.search(folded, start, end) and len(statement.quantities) > 1:
                    yield from check(statement)
        start = end
