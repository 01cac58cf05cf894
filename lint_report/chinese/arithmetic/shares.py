"""Shares of a whole that is stated: 共27家，其中木材加工厂13家，占48%; 完成投资3.6亿元，占年计划4亿元的90%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lint_report.chinese.arithmetic.relation import Relation, RelationKind, gives, planned, quotient, show
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.chinese.quantities import Quantity
from lint_report.patterns import Pattern

_OF_WHOLE = Pattern(
    r"^[^，。；：、0-9]{0,10}[，、（]?(?:约|均|就)?(?P<verb>占到?了?|为|完成|达到?)(?:比|比例)?(?:全年|全部|年度|年初|年|本)?"
    r"(?P<base>[^，。；：、（）0-9]{0,16}?)(?P<of>[的之])?(?:比重|比例|比率|比)?(?:已|均)?(?:达到|达|为|是)?$"
)
_OF_STATED = Pattern(r"^(?!计)[^，。；：0-9]{0,10}[，（]?(?:占到?了?|为|完成了?|达到?|相当于)[^，。；：0-9]{0,18}$")
_TOTAL = Pattern(r"^(?:其|总量|总数|总额|总计|全部|总人数|总户数|总件数|总面积|总投资|总金额)?(?:总数|总量|总额)?$")
_SUFFIX = Pattern(
    r"(?:的)?(?:总人数|总户数|总件数|总金额|总面积|总数量|总数|总量|总额|人数|户数|件数|数量|数额|任务|总)$"
)
_NEAR = 12
_SERIES = 3
_LEAD = 24
_PLAN = Pattern(r"计划|任务|目标|预算|指标|预定")
_BUDGETS = Pattern("(?:公共|财政|基金|政府性基金)预算")
"""Names of an account: 一般公共预算收入 is no plan of it."""
_OUT_OF = Pattern(r"^[^，。；：、0-9]{0,8}(?<!其)中，?(?:共|已|就|只|仅)?有$")
"""859名党员中有589名."""
_BASE = Pattern(r"其中|应|共|合计|总|全[市县区镇乡村校省部]")


def find_shares(statement: Statement) -> Iterator[Relation]:
    """Yield the shares whose part stands before them and whose whole is named beyond doubt.

    Where no two of them come out they are of another whole than the one that is stated, and none is yielded.
    """
    shares = list(_shares(statement))
    if sum(not share.holds for share in shares) <= 1:
        yield from shares


def _shares(statement: Statement) -> Iterator[Relation]:
    quantities, gaps = statement.quantities, statement.gaps
    for at in range(1, len(quantities)):
        share = quantities[at]
        if share.unit != "%":
            continue
        if gaps[at] in ("的", "之") and at > 1 and _OF_STATED.match(gaps[at - 1]):
            part, whole = quantities[at - 2], quantities[at - 1]
            if _same(part, whole) and part.value > 1:  # 如以1件1人计，占总人数57564人之4.45%
                of_plan = _PLAN.search(gaps[at - 1]) is not None
                yield _share(statement, part, (whole,), share, of_plan=of_plan)
            continue
        match = _OF_WHOLE.match(gaps[at])
        if match is None:
            continue
        part = quantities[at - 1]
        wholes = _wholes(statement, at, match["verb"][0], match["base"], of=match["of"] is not None)
        if wholes:
            relation = _share(statement, part, wholes, share, of_plan=_PLAN.search(match["base"]) is not None)
            about = "约" in statement.between(part.span.end, share.span.start)
            yield relation._replace(holds=True) if about and _is_near(part, wholes[0], share) else relation


def _is_near(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """Tell whether 约占1% says 0.4%: within one of the last place that is written."""
    step = Decimal(1).scaleb(int(share.value.as_tuple().exponent))
    return bool(whole.value) and abs(part.value * 100 / whole.value - share.value) < step


def _wholes(statement: Statement, at: int, verb: str, base: str, *, of: bool) -> tuple[Quantity, ...]:
    """Give the figures that may be the whole of the share at a place, the likeliest first; none where none is sure."""
    quantities, gaps = statement.quantities, statement.gaps
    part = quantities[at - 1]
    found = [place for place in range(at - 2, max(-1, at - _NEAR), -1) if _same(part, quantities[place])]
    noun = _SUFFIX.sub("", base)
    if noun.startswith("总") and any("其中" in gap for gap in gaps[max(0, at - 2) : at]):
        noun = noun.removeprefix("总")
    if _TOTAL.match(base) and verb == "占":
        divided = [place for place in found if _divides(gaps, place, at)]
        if not divided:
            return ()
        found = [*divided, *(place for place in found if place not in divided)]
        among = [place for place in found if "其中" in gaps[place + 1]]
        if len(among) == 1:
            return (quantities[among[0]],)
    elif _PLAN.search(base) and of:
        found = [place for place in found if _PLAN.search(_BUDGETS.sub("", gaps[place][-12:]))]
    elif verb == "占" and len(noun) > 1:
        found = [place for place in found if noun in gaps[place][-_LEAD:]]
    else:
        return ()
    if found and any(_listed(quantities, part, place) for place in range(found[0] + 1, at - 1)):
        return ()
    return tuple(quantities[place] for place in found)


def _listed(quantities: tuple[Quantity, ...], part: Quantity, place: int) -> bool:
    """Tell whether a figure is another part without a share of its own, so that the share may be that of several."""
    return _same(part, quantities[place]) and quantities[place + 1].unit != "%"


def _divides(gaps: tuple[str, ...], whole: int, share: int) -> bool:
    """Tell whether a figure is the whole of the one before the share: 其中 stands between them, or 共 before it."""
    if any("其中" in gap for gap in gaps[whole + 1 : share]):
        return True
    if whole + 2 == share and _OUT_OF.match(gaps[whole + 1]):
        return True
    return whole + 2 == share and _BASE.search(gaps[whole][-10:]) is not None


def _share(
    statement: Statement, part: Quantity, wholes: tuple[Quantity, ...], share: Quantity, *, of_plan: bool
) -> Relation:
    whole = wholes[0]
    bases = [planned(each) if of_plan else each.bounds() for each in wholes]
    expected = show(part.value * 100 / whole.value, share) if whole.value else ""
    figures = statement.words(part), statement.words(whole)
    return Relation(
        kind=RelationKind.SHARE,
        span=share.span,
        figures=figures,
        stated=statement.words(share),
        expected=expected,
        working=f"{figures[0]}÷{figures[1]}={expected}",
        holds=any(gives(quotient(part.rounded(), base), share) for base in bases),
    )


def _same(one: Quantity, other: Quantity) -> bool:
    return bool(one.unit) and one.unit not in ("%", "百分点", "倍", "年", "个月", "天") and one.unit == other.unit
