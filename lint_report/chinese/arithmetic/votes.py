"""Votes against those present: 到会53人，赞成50票，反对2票，弃权1票."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.arithmetic.relation import Relation, RelationKind, total
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.patterns import Pattern

_PRESENT = Pattern(
    r"(?:实到|实际到会|实际出席|到会|出席)(?:会议|会)?(?:的)?(?:人大|政协)?(?:代表|委员|党员|人数|人员)?为?$"
)
_SIDE = Pattern(r"赞成|同意|反对|弃权")
_SIDES = 3


def find_votes(statement: Statement) -> Iterator[Relation]:
    """Yield the votes of a sentence where they can be compared with those present: there cannot be more."""
    quantities, gaps = statement.quantities, statement.gaps
    for at, present in enumerate(quantities):
        if present.unit not in ("人", "名", "位") or _PRESENT.search(gaps[at]) is None:
            continue
        votes = [
            quantities[place]
            for place in range(at + 1, min(at + 1 + _SIDES, len(quantities)))
            if quantities[place].unit in ("票", "人", "名") and _SIDE.search(gaps[place][-6:] + gaps[place + 1][:4])
        ]
        cast, limit = total(votes), present.bounds()
        if len(votes) < _SIDES - 1 or cast is None or limit is None or limit.high is None:
            continue
        words = tuple(statement.words(vote) for vote in votes)
        count = sum(vote.value for vote in votes)
        yield Relation(
            kind=RelationKind.SUM,
            span=present.span,
            figures=words,
            stated=statement.words(present),
            expected=f"≥{count}",
            working=f"{'+'.join(words)}={count}>{statement.words(present)}",
            holds=cast.low <= limit.high,
        )
