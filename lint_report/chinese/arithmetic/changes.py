"""Changes of which both ends, or the end and the step, are stated: 由35%提高到40%，提高5个百分点."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lint_report.chinese.arithmetic.relation import (
    HUNDRED,
    Relation,
    RelationKind,
    difference,
    gives,
    quotient,
    runs,
    show,
)
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.chinese.quantities import Bounds, Exactness, Quantity
from lint_report.patterns import Pattern
from lint_report.source import Span

_UP = "增长|增加|增至|提高|提升|上升|升高|上涨|上调|扩大|扩展|发展|跃升|跃增|拓展|攀升|增|升|涨"
_DOWN = "减少|下降|降低|下调|缩短|缩小|压缩|压减|缩减|调减|回落|降|减|跌"
_TO = Pattern(
    rf"^[^，。；：0-9]{{0,6}}[，]?[^，。；：0-9]{{0,4}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:到|至|为)了?(?:[^，。；：0-9]{{0,10}}(?:年|月|底|末|期)的?)?(?:的)?$"
)
_FROM = Pattern(r"[由从自][^，。；：]{0,24}$")
_STEP = Pattern(
    rf"^[^，。；：0-9]{{0,8}}[，、（](?:同比|共|累计|总共|年均|平均每?年|实际|分别|相当于)?(?:净)?(?:(?P<up>{_UP}|总?增幅|升幅|涨幅|增速)|(?P<down>{_DOWN}|降幅|减幅))(?:幅度|率)?(?:了|达到|达|为|约)?$"
)
_SINCE = Pattern(
    rf"^[^，。；：0-9]{{0,6}}[，、（](?:[比较]|同比|环比)(?:上年|去年|前年|上一年|上年度|上年同期|去年同期|同期|上月|上季度|上半年|年初|[^，。；：0-9]{{0,6}}年度?底?)?(?:同期|末|底)?"
    rf"(?:净)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:额|数|量)?(?:了|达到|达|为)?$"
)
_AGAINST = Pattern(
    rf"^(?![^，]{{0,8}}，?[^，]{{0,24}}(?:{_UP}|{_DOWN}|列))[^，。；：0-9]{{0,8}}[，（]?(?:(?:比(?![重例率])|较)|(?P<beside>[与和]))[^，。；：、]{{0,24}}$"
)
_CHANGED = Pattern(
    rf"^[^，。；：0-9]{{0,8}}(?P<beside>相比|比较|相较)?，?(?:净|累计|同比)?(?:(?P<up>{_UP}|增列|(?<![，])总?增幅)|(?P<down>{_DOWN}|减列|(?<![，])降幅))(?:额|数|量|幅度)?(?:了|达到|达|为)?$"
)
_OTHER_BASIS = Pattern(
    r"可比|不变价|实际|同口径|口径|剔除|扣除|年均|平均|均增|折合|按年|生产总值|增加值|总产值|产值|ＧＤＰ|GDP|收入中位|指数|累计|复合|名义|速|增幅|增长率|同比例|环比|左右"
)
_RATE_WORDS = Pattern("^[，、]?(?:累计|同比|总)?(?:增长|增幅|增速|降幅|减幅|下降)")
"""In 由A增加到B，累计增长C% these say no other basis than A."""
_AVERAGED = Pattern("年均|平均|均增")
_RANKS = frozenset(("位", "名", "名次", "级", "类", "年", "个月", "天", "倍", "", "点", "度", "届", "期", "号"))
_LONGEST_RUN = 6
_LEAD = 40
_POWERS = {"亿": Decimal(10**8), "億": Decimal(10**8), "万": Decimal(10**4), "萬": Decimal(10**4)}
_NEGATIVE = tuple("-－—负−")


def find_changes(statement: Statement) -> Iterator[Relation]:
    """Yield the changes that the sentence states in full, each figure that follows once."""
    found: set[Span] = set()
    for relation in _changes_of(statement):
        if relation.span not in found:
            found.add(relation.span)
            yield relation


def _changes_of(statement: Statement) -> Iterator[Relation]:
    quantities, gaps = statement.quantities, statement.gaps
    for at in range(1, len(quantities)):
        first, second = quantities[at - 1], quantities[at]
        if gaps[at - 1].endswith(_NEGATIVE) or gaps[at].endswith(_NEGATIVE):
            continue
        if first.unit in ("", second.unit) and (match := _TO.match(gaps[at])) and _FROM.search(gaps[at - 1]):
            yield from _from_to(statement, at, _in_unit_of(statement, first, second), rising=match["up"] is not None)
        elif at + 1 < len(quantities):
            if (
                first.unit == second.unit
                and (against := _AGAINST.match(gaps[at]))
                and (match := _CHANGED.match(gaps[at + 1]))
                and (match["beside"] or not against["beside"])
            ):
                yield from _step(statement, at + 1, second, first, rising=match["up"] is not None)
            elif (
                first.unit == second.unit
                and first.unit not in ("%", "百分点")
                and quantities[at + 1].unit == "%"
                and (match := _SINCE.match(gaps[at]) or _STEP.match(gaps[at]))
                and (rate := _STEP.match(gaps[at + 1]))
                and (match["up"] is None) == (rate["up"] is None)
            ):
                yield from _growth(statement, at, rising=match["up"] is not None)


def _in_unit_of(statement: Statement, bare: Quantity, other: Quantity) -> Quantity:
    """Give a figure that shares the unit behind another one, with its magnitude: 从205.4增长到251.5亿元."""
    if bare.unit or not other.unit:
        return bare
    written = statement.words(other)
    power = next((power for name, power in _POWERS.items() if name in written), Decimal(1))
    return bare._replace(value=bare.value * power, step=bare.step * power, unit=other.unit)


def _from_to(statement: Statement, at: int, before: Quantity, *, rising: bool) -> Iterator[Relation]:
    """Check 由A增长到B: that it goes the way that the verb says, and the steps that follow: 净增C，增幅D%."""
    quantities, gaps = statement.quantities, statement.gaps
    after = quantities[at]
    if before.unit in _RANKS or "埋深" in gaps[at - 1]:
        return
    low, high = (before, after) if rising else (after, before)
    if low.value > high.value and before.exactness is after.exactness is Exactness.EXACT:
        words = statement.words(before), statement.words(after)
        yield Relation(
            RelationKind.DIRECTION,
            after.span,
            words[:1],
            words[1],
            f"{'≥' if rising else '≤'}{words[0]}",
            f"{words[1]}{'<' if rising else '>'}{words[0]}",
            holds=False,
        )
        return
    for place in range(at + 1, min(at + 3, len(quantities))):
        match = _STEP.match(gaps[place])
        if not match or (match["up"] is not None) != rising:
            return
        yield from _step(statement, place, before, after, rising=rising)


def _step(statement: Statement, at: int, before: Quantity, after: Quantity, *, rising: bool) -> Iterator[Relation]:
    """Check the step stated after two values: in their unit, in per cent of the first, or in percentage points."""
    step = statement.quantities[at]
    gaps = statement.gaps[max(0, at - 2) : at + 1]
    words = statement.words(before), statement.words(after)
    low, high = (before, after) if rising else (after, before)
    if before.unit in _RANKS or _AVERAGED.search(gaps[-1]):
        return
    change = high.value - low.value
    taken_off = f"{statement.words(high)}-{statement.words(low)}"
    spans = list(_changes(statement, before, after, rising=rising))
    shares = [_relative(span, before) for span in spans]
    if step.unit == "百分点" if before.unit == "%" else step.unit == before.unit:
        expected = show(change, step)
        kind, working = RelationKind.DIFFERENCE, f"{taken_off}={expected}"
        holds = any(gives(span, step) for span in spans)
    elif step.unit == "%" and before.unit == "%":
        if not any(gives(span, step) for span in spans) or any(gives(share, step) for share in shares):
            return
        expected = show(change, step._replace(unit="百分点"))
        kind, working, holds = RelationKind.POINTS, f"{taken_off}={expected}", False
    elif step.unit == "%" and before.value and not _on_other_basis(statement, before, after, gaps):
        expected = show(change * HUNDRED / before.value, step)
        kind, working = RelationKind.GROWTH, f"({taken_off})÷{words[0]}={expected}"
        holds = any(gives(share, step) for share in shares)
    else:
        return
    yield Relation(kind, step.span, words, statement.words(step), expected, working, holds)


def _on_other_basis(statement: Statement, before: Quantity, after: Quantity, gaps: tuple[str, ...]) -> bool:
    """Tell whether growth is at prices that the two values are not: 生产总值突破3000亿元，由2330亿元增加到3500亿元."""
    first = min(before.span.start, after.span.start)
    gaps = (*gaps[:-1], _RATE_WORDS.sub("", gaps[-1]))
    lead = statement.between(max(statement.start, first - _LEAD), first)
    return _OTHER_BASIS.search("".join(gaps)) is not None or "生产总值" in lead


def _changes(statement: Statement, before: Quantity, after: Quantity, *, rising: bool) -> Iterator[Bounds | None]:
    """Yield the ranges that the change may have: the later value may be the sum of several figures up to it."""
    if after.span < before.span:
        first = statement.quantities.index(after)
        values = list(runs(statement.quantities[max(0, first - _LONGEST_RUN) : first + 1]))
    else:
        values = [after.bounds()]
    for value in values:
        yield difference(value, before.bounds()) if rising else difference(before.bounds(), value)


def _growth(statement: Statement, at: int, *, rising: bool) -> Iterator[Relation]:
    """Check 达到A，比上年增加D，增长x%: x is D in hundredths of what A was before."""
    now, step, rate = statement.quantities[at - 1 : at + 2]
    said = _RATE_WORDS.sub("", statement.gaps[at + 1])
    if _OTHER_BASIS.search("".join((*statement.gaps[at - 1 : at + 1], said))):
        return
    base = now.value - step.value if rising else now.value + step.value
    low, high = now.bounds(), step.rounded()
    words = statement.words(now), statement.words(step)
    if base < 0 and now.exactness is step.exactness is Exactness.EXACT:
        yield Relation(
            RelationKind.PART, step.span, words[:1], words[1], f"≤{words[0]}", f"{words[1]}>{words[0]}", holds=False
        )
    if base <= 0 or low is None or high is None or low.high is None or high.high is None:
        return
    was = (
        Bounds(low.low - high.high, low.high - high.low) if rising else Bounds(low.low + high.low, low.high + high.high)
    )
    expected = show(step.value * HUNDRED / base, rate)
    yield Relation(
        kind=RelationKind.GROWTH,
        span=rate.span,
        figures=words,
        stated=statement.words(rate),
        expected=expected,
        working=f"{words[1]}÷({words[0]}{'-' if rising else '+'}{words[1]})={expected}",
        holds=gives(quotient(high, was), rate),
    )


def _relative(span: Bounds | None, before: Quantity) -> Bounds | None:
    """Give the range of a change in hundredths; one that goes the other way is left as it is, below zero."""
    if span is None or span.high is None or span.low < 0 < span.high:
        return None
    return span if span.low < 0 else quotient(span, before.bounds())
