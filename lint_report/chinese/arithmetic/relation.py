"""What a text states of its own figures, and the interval arithmetic by which that is checked."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from lint_report.chinese.quantities import Bounds, Exactness, Quantity
from lint_report.records import NamedTuple
from lint_report.source import Span

HUNDRED = Decimal(100)


class RelationKind(enum.StrEnum):
    """What sort of sum it is."""

    RATE = "rate"
    SHARE = "share"
    SUM = "sum"
    PART = "part"
    GROWTH = "growth"
    DIFFERENCE = "difference"
    POINTS = "points"
    DIRECTION = "direction"
    AVERAGE = "average"
    COUNT = "count"
    MAGNITUDE = "magnitude"
    MENTION = "mention"


class Relation(NamedTuple):
    """Figures of which the text says how they hang together.

    Attributes:
        kind: What sort of sum it is.
        span: The figure that follows from the others, in offsets of the text.
        figures: The figures that it follows from, as they stand.
        stated: The figure as it stands.
        expected: What it should be, to the digits that are stated.
        working: The sum, as an editor would write it in the margin: 53÷54=98.1%.
        holds: Whether stated and expected agree, as far as rounding and approximate words allow.
        earlier: Where the figure stands that it contradicts, if that is not beside it.
    """

    kind: RelationKind
    span: Span
    figures: tuple[str, ...]
    stated: str
    expected: str
    working: str
    holds: bool
    earlier: Span | None = None


def quotient(part: Bounds | None, whole: Bounds | None, scale: Decimal = HUNDRED) -> Bounds | None:
    """Give the range of part ÷ whole, in hundredths unless another scale is given; None where it has no limit."""
    if part is None or whole is None or whole.low <= 0 or part.high is None:
        return None
    low = part.low * scale / whole.high if whole.high else Decimal(0)
    return Bounds(low, part.high * scale / whole.low)


def difference(larger: Bounds | None, smaller: Bounds | None) -> Bounds | None:
    """Give the range of larger − smaller; None where it has no limit."""
    if larger is None or smaller is None or larger.high is None or smaller.high is None:
        return None
    return Bounds(larger.low - smaller.high, larger.high - smaller.low)


def total(parts: Iterable[Quantity]) -> Bounds | None:
    """Give the range of a sum; None where a part has no limit or is only about so many."""
    low = high = Decimal(0)
    for part in parts:
        bounds = part.bounds()
        if bounds is None or bounds.high is None:
            return None
        low, high = low + bounds.low, high + bounds.high
    return Bounds(low, high)


def planned(whole: Quantity) -> Bounds | None:
    """Give the range of a figure that was set, not measured: what was planned is not rounded."""
    return Bounds(whole.value, whole.value) if whole.exactness is Exactness.EXACT else whole.bounds()


def runs(figures: tuple[Quantity, ...]) -> Iterator[Bounds | None]:
    """Yield the ranges of the sums of the last one, two, … of some figures, up to the first of another unit.

    The range is None from the first figure on that has none.
    """
    run: list[Quantity] = []
    for figure in reversed(figures):
        if figure.unit != figures[-1].unit:
            return
        run.append(figure)
        yield total(run)


def gives(result: Bounds | None, stated: Quantity) -> bool:
    """Tell whether a result may be stated so: rounded, or cut off, at the last digit; what has no limit may be."""
    bounds = stated.bounds()
    if agree(result, bounds) or result is None or bounds is None:
        return True
    return stated.exactness is Exactness.EXACT and stated.value <= result.low < stated.value + stated.step


def agree(one: Bounds | None, other: Bounds | None) -> bool:
    """Tell whether two ranges share a value; what has no limit agrees with everything."""
    if one is None or other is None:
        return True
    return (other.high is None or one.low <= other.high) and (one.high is None or other.low <= one.high)


def show(value: Decimal, like: Quantity) -> str:
    """Write a value to the digits, in the magnitude and with the unit of a figure that stands in the text."""
    if like.unit in ("%", "百分点"):
        places = like.step if like.step < 1 else Decimal("0.1") if value != value.to_integral_value() else Decimal(1)
        number = value.quantize(places, ROUND_HALF_UP)
        return f"{number}%" if like.unit == "%" else f"{number}个百分点"
    for name, power, finest in (("亿", Decimal(10**8), 10**4), ("万", Decimal(10**4), 10)):
        if value >= power and like.step >= finest:
            return f"{plain(value / power)}{name}{like.unit}"
    return f"{plain(value)}{like.unit}"


def plain(value: Decimal) -> str:
    """Write a value with at most four decimals and none that say nothing."""
    rounded = value.quantize(Decimal("0.0001"), ROUND_HALF_UP)
    return f"{rounded.normalize():f}"
