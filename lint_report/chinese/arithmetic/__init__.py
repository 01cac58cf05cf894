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
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.chinese.arithmetic.sums import find_sums
from lint_report.chinese.arithmetic.votes import find_votes
from lint_report.chinese.characters import CHINESE
from lint_report.patterns import Pattern

__all__ = ["FIGURES", "Relation", "RelationKind", "find_announced_lists", "find_mentions", "find_relations"]

FIGURES = Pattern(r"[\d二两兩三四五六七八九十](?:(?<=\d)|[个個项項种種类類大]|方面)")
"""What a text must hold for `find_relations` to find anything in it."""

_SENTENCE_END = Pattern(r"[。！？!?\n](?!\d{1,2}\s?[%％])")
_FIGURE = Pattern(r"\d")
# Each check with what a sentence must hold for it to find anything. The patterns begin with a set of characters, or in
# each of their ways with a character, which is what the search is fast by.
_CHECKS = (
    (Pattern(r"率[^，。；]{0,6}\d|应[到出参]|應[到出參]"), find_rates),
    (
        Pattern(
            r"[占佔的之完为為](?:(?<=[占佔])[^，。；]{0,24}[%％]|(?<=[的之])\d[\d.]*[%％]|(?<=[完为為])[^，。；]{0,12}[%％])"
        ),
        find_shares,
    ),
    (
        Pattern(
            r"[其合总共總分由包](?:(?<=包)[括含]|(?<=其)中[^。；]{0,24}\d|(?<=[合总共總])[计計相][^，。；]{0,6}\d"
            r"|(?<=分)(?:[别別][为為是]|[为為])|(?<=由)[^，。；\d]{1,14}\d|(?<=由)\d)"
        ),
        find_sums,
    ),
    (Pattern(rf"\d\s?(?:{CHINESE}|㎡){{1,8}}\s?[：:（(][^。]{{0,40}}\d"), find_sums),
    (
        Pattern(
            r"[由从從自增减減比较較與与](?:(?<=[由从從自])[^，。；]{0,30}\d|(?<=[增减減])[加少列长長][^，。；\d]{0,3}\d"
            r"|(?<=[比较較與与])[^，。；]{0,30}\d[^，。；]{0,16}[，,]?[^，。；\d]{0,8}[增减減提升降])"
        ),
        find_changes,
    ),
    (Pattern("赞成|贊成|同意|反对|反對|弃权|弃權|棄权|棄權"), find_votes),
    (Pattern(r"[人户戶每](?:(?<!每)均[^，。；\d]{0,6}\d|(?<=每)[人户戶])"), find_averages),
    (Pattern(r"[:：∶](?:(?<=\d.)|(?<=\d\s.))\s?\d"), find_compositions),
)


def find_relations(text: str) -> Iterator[Relation]:
    """Yield what a paragraph states of its own figures, sentence by sentence."""
    yield from find_enumerations(text)
    figure = _FIGURE.search(text)
    start = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)) if figure else ():
        if figure and figure.start() < end:
            statement = Statement(text, start, end)
            done = None
            for anchor, check in _CHECKS:
                if check is not done and anchor.search(text, start, end):
                    done = check
                    yield from check(statement)
            figure = _FIGURE.search(text, end)
        start = end
