"""One quantity mentioned twice: once in 万 and once in 亿, with the same digits."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from lint_report.chinese.arithmetic.relation import Relation, RelationKind
from lint_report.chinese.characters import CHINESE
from lint_report.patterns import Pattern
from lint_report.source import Span

_POWER = Pattern(rf"[万亿萬億](?<=[\d\s].)(?={CHINESE})")
_DIGITS = Pattern(r"(?<![\d.,])\d{1,9}(?:\.\d{1,6})?(?=\s?\Z)")
_LONGEST_DIGITS = 17
_NOUN = Pattern(
    rf"(?P<noun>{CHINESE}{{4}})(?:累计|总量|总额|合计|總量|總額|合計)?(?:达到|达|为|约|突破|超过|完成|实现|達到|達|為|約|超過|實現|是)?\s?$"
)
_LEAD = 12
_ENOUGH_DIGITS = 3


def find_mentions(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Relation]:
    """Yield the later mentions of amounts that stood before with the same noun, digits and unit.

    Only the magnitude is compared: two values with other digits may be of two years, two places, a plan and its result.
    """
    seen: dict[tuple[str, str, str], tuple[str, str]] = {}
    for match in _POWER.finditer(text, start, end):
        found = _DIGITS.search(text, max(start, match.start() - _LONGEST_DIGITS), match.start())
        if found is None or len(found.group().replace(".", "").strip("0")) < _ENOUGH_DIGITS:
            continue
        noun = _NOUN.search(text, max(start, found.start() - _LEAD), found.start())
        if noun is None:
            continue
        digits, power, unit = found.group(), match.group(), text[match.end()]
        stated = f"{digits}{power}{unit}"
        key = noun["noun"], digits, unit
        if key not in seen:
            seen[key] = power, stated
            continue
        known, before = seen[key]
        yield Relation(
            kind=RelationKind.MAGNITUDE,
            span=Span(found.start(), match.end() + 1),
            figures=(before,),
            stated=stated,
            expected=before,
            working=f"{noun['noun']}{before}",
            holds=known == power,
        )
