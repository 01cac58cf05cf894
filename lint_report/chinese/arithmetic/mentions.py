"""One quantity mentioned twice: once in 万 and once in 亿, with the same digits."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.arithmetic.relation import Relation, RelationKind
from lint_report.chinese.arithmetic.statement import fold
from lint_report.patterns import Pattern
from lint_report.source import Span

_AMOUNT = Pattern(
    r"(?P<noun>[一-鿿]{4,14}?)(?P<verb>(?:累计|总量|总额)?(?:达到|达|为|约|突破|超过|完成|实现|是)?)\s?"
    r"(?P<digits>\d{1,9}(?:\.\d{1,6})?)\s?(?P<power>万亿|[万亿])(?P<unit>[一-鿿]{1,2})"
)
_ENOUGH_DIGITS = 3


def find_mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[Relation]:
    """Yield the later mentions of amounts that stood before with the same noun, digits and unit.

    Only the magnitude is compared: two values with other digits may be of two years, two places, a plan and its result.
    """
    seen: dict[tuple[str, str, str], tuple[str, str]] = {}
    for match in _AMOUNT.finditer(fold(text), start, end):
        digits = match["digits"]
        if len(digits.replace(".", "").strip("0")) < _ENOUGH_DIGITS:
            continue
        key = match["noun"][-4:], digits, match["unit"][:1]
        stated = f"{digits}{match['power']}{match['unit'][:1]}"
        before = seen.setdefault(key, (match["power"], stated))
        span = Span(match.start("digits"), match.start("unit") + 1)
        yield Relation(
            kind=RelationKind.MAGNITUDE,
            span=span,
            figures=(before[1],),
            stated=stated,
            expected=before[1],
            working=f"{match['noun']}{before[1]}",
            holds=before[0] == match["power"],
        )
