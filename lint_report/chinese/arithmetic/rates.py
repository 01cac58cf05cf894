"""Rates of which both figures are stated: 应到代表54名，实到53人，参会率98.1%."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.arithmetic.relation import Relation, RelationKind, agree, planned, quotient, show
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.chinese.quantities import Bounds, Quantity
from lint_report.patterns import Pattern

_RATE = Pattern(
    r"^[^，。；：、0-9]{0,10}[，、；（：]?(?:[^，。；：、0-9]{0,8}，)?(?P<name>[一-鿿]{2,8})率"
    r"(?:也|均|已|就|分别)?(?:达到|到达|高达|达|为|是|占|有)?了?：?$"
)
_DUE_BEFORE = Pattern(r"应(?:到|出席|参加|参会|到会)(?:会议|会)?(?:的)?(?:人大|政协)?(?:代表|委员|党员|人数|人员|会员)?为?$")
_PRESENT_BEFORE = Pattern(r"^[一-鿿]{0,4}，?(?:实(?:到|际到会|际出席|际参加|际参会|出席)|到会)(?:会议|会)?(?:的)?(?:人大|政协)?(?:代表|委员|党员|人数|人员|会员)?为?$")
_DONE = Pattern(r"已|实|完成|其中")
_EXPECTED = Pattern(r"应(?:当)?(?:到|出席|参加|参会|与会|出勤|参训|参评)|总(?:数|共)|共有|全体|现有")
_PRESENT = Pattern(r"实(?:到|际|有)|到会|出席|参加|参会|与会|出勤|到场|参训|已到")
_ATTENDANCE = Pattern(r"^(?:代表|会议|大会|人员|总|平均)?(?:参会|到会|出席|参加|与会|出勤|到场|参训|参评|到课|参与|签到)$")
_QUALIFIED = Pattern(r"按时|按期|及时|一次|首次|综合|平均|累计|增长|增幅|同比|贡献|占有|利率|利用|速|折|汇|税|概|效|同期|面积|金额")
_PLANNED = Pattern("计划|任务|目标|预算|指标")
_ADDED = Pattern("新[增建改]|累计新|年均|[。！？]")
_PEOPLE = frozenset("人名位")


def find_rates(statement: Statement) -> Iterator[Relation]:
    """Yield the rates whose numerator and denominator stand right before them, and attendances."""
    quantities, gaps = statement.quantities, statement.gaps
    for at in range(1, len(quantities)):
        part, whole = quantities[at], quantities[at - 1]
        if _same(part, whole) and _attends(gaps[at - 1], gaps[at]):
            yield _attendance(statement, part, whole)
    for at in range(2, len(quantities)):
        rate = quantities[at]
        match = _RATE.match(gaps[at]) if rate.unit == "%" and "率" in gaps[at] else None
        if match is None:
            continue
        part, whole = quantities[at - 1], quantities[at - 2]
        if _same(part, whole) and _names(match["name"], gaps[at - 2], gaps[at - 1]):
            if part.value > whole.value:
                part, whole = whole, part
            base = planned(whole) if _PLANNED.search(gaps[at - 2]) else whole.bounds()
            bases = [base, *(each.bounds() for each in quantities[: at - 2] if _same(each, part))]
            yield _rate(statement, part, whole, rate, bases)


def _rate(
    statement: Statement, part: Quantity, whole: Quantity, rate: Quantity, bases: list[Bounds | None]
) -> Relation:
    """Relate a rate to its figures. Figures further ahead may be the true base: if one gives the rate, it holds."""
    stated = rate.bounds()
    expected = show(part.value * 100 / whole.value, rate) if whole.value else ""
    figures = statement.words(whole), statement.words(part)
    return Relation(
        kind=RelationKind.RATE,
        span=rate.span,
        figures=figures,
        stated=statement.words(rate),
        expected=expected,
        working=f"{figures[1]}÷{figures[0]}={expected}",
        holds=any(agree(stated, quotient(part.bounds(), base)) for base in bases),
    )


def _attendance(statement: Statement, present: Quantity, due: Quantity) -> Relation:
    figures = statement.words(due), statement.words(present)
    limit = due.bounds()
    return Relation(
        kind=RelationKind.PART,
        span=present.span,
        figures=figures[:1],
        stated=figures[1],
        expected=f"≤{figures[0]}",
        working=f"{figures[1]}>{figures[0]}",
        holds=limit is None or limit.high is None or present.value <= limit.high,
    )


def _attends(before_due: str, before_present: str) -> bool:
    return _DUE_BEFORE.search(before_due) is not None and _PRESENT_BEFORE.match(before_present) is not None


def _same(one: Quantity, other: Quantity) -> bool:
    return bool(one.unit) and one.unit != "%" and (one.unit == other.unit or {one.unit, other.unit} <= _PEOPLE)


def _names(name: str, before_whole: str, before_part: str) -> bool:
    """Tell whether the words before the two figures make them those of the rate that is named."""
    lead, clause = before_whole[-20:], before_part
    if len(clause) > 40 or _ADDED.search(clause):
        return False
    if _ATTENDANCE.match(name) and _PRESENT.search(clause):
        return _EXPECTED.search(lead) is not None
    if all(sign in clause for sign in name[-2:]) and (len(name) < 4 or name[:2] in lead + clause):
        return not (_QUALIFIED.search(name) and not _QUALIFIED.search(clause))
    if _QUALIFIED.search(name) or "满意" in name:
        return False
    return "应" in lead and _DONE.search(clause) is not None and any(sign in clause for sign in name)
