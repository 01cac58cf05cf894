"""Rates of which both figures are stated: 应到代表54名，实到53人，参会率98.1%."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.arithmetic.relation import (
    Relation,
    RelationKind,
    difference,
    gives,
    planned,
    quotient,
    runs,
    show,
)
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.chinese.characters import CHINESE
from lint_report.chinese.quantities import Bounds, Quantity
from lint_report.patterns import Pattern

_RATE = Pattern(
    rf"^[^，。；：、0-9]{{0,10}}[，、；（：]?(?:[^，。；：、0-9]{{0,8}}，)?(?P<name>{CHINESE}{{2,8}})率"
    r"(?:也|均|已|就|分别)?(?:达到|到达|高达|达|为|是|占|有)?了?：?$"
)
_DUE_BEFORE = Pattern(
    rf"应(?:到|出席|参加|参会|到会){CHINESE}{{0,6}}?(?:的)?(?:人大|政协)?(?:代表|委员|党员|人数|人员|会员)?为?$"
)
_PRESENT_BEFORE = Pattern(
    rf"^{CHINESE}{{0,4}}，?(?:实(?:到|际到会|际出席|际参加|际参会|出席)|到会){CHINESE}{{0,6}}?(?:人大|政协)?(?:代表|委员|党员|人数|人员|会员)?为?$"
)
_SPENT = Pattern("实[收支际]|支出|收入|执行")
_DONE = Pattern(r"已|实|完成|其中")
_REDUCED = Pattern("(?:精简|压[减缩]|削减|缩减|减少|下降|降低)(?:到|至|为)$")
"""Rates of what is gone: 由6033项精简到2764项，精简率54.2%."""
_SET_ASIDE = Pattern(
    r"已经?|实际?|现已?|目前|共计?|均|全部|完成|接受|其中|累计|达到?|为|有|的|所|成功|落实到?位?|[（(].{0,20}?[）)]"
    r"|人数|户数|件数|面积|数量?|[^，]{0,12}，"
)
_EXPECTED = Pattern(r"应(?:当)?(?:到|出席|参加|参会|与会|出勤|参训|参评)|总(?:数|共)|共有|全体|现有")
_PRESENT = Pattern(r"实(?:到|际|有)|到会|出席|参加|参会|与会|出勤|到场|参训|已到")
_ATTENDANCE = Pattern(
    r"^(?:代表|会议|大会|人员|总|平均)?(?:参会|到会|出席|参加|与会|出勤|到场|参训|参评|到课|参与|签到)$"
)
_QUALIFIED = Pattern(
    r"按时|按期|及时|一次|首次|综合|平均|累计|增长|增幅|同比|贡献|占有|利率|利用|速|折|汇|税|概|效|同期|面积|金额"
)
_OF_POPULATION = Pattern("收益|报酬|失业|就业|覆盖|化$|贡献|发生|死亡|出生|增长|普及|利用|森林|绿地")
"""Rates that are of the whole town, trade or capital, whatever figures stand before them."""
_ABSENT = Pattern("请假|缺席|因[事病公]|未到")
_NEAR = 6
_LONG_NAME = 4
_LONG_CLAUSE = 40
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
        due = max(0, at - 3) if _ABSENT.search(gaps[at - 2]) else at - 2
        part, whole = quantities[at - 1], quantities[due]
        if _same(part, whole) and _names(match["name"], gaps[due], gaps[at - 1]):
            if part.value > whole.value:
                part, whole = whole, part
            set_figure = _PLANNED.search(gaps[due]) is not None
            near = quantities[max(0, at - _NEAR) : at]
            yield _rate(statement, part, whole, rate, _readings(near, part, whole, planned_whole=set_figure))


def _readings(
    figures: tuple[Quantity, ...], part: Quantity, whole: Quantity, *, planned_whole: bool
) -> Iterator[Bounds | None]:
    """Yield the ranges of the rate, by the likeliest two figures and by any other two of the sentence."""
    yield quotient(part.bounds(), planned(whole) if planned_whole else whole.bounds())
    yield quotient(whole.bounds(), part.bounds())
    yield quotient(difference(whole.bounds(), part.bounds()), whole.bounds())
    yield quotient(part.bounds(), _together(part.bounds(), whole.bounds()))
    yield quotient(whole.bounds(), part.bounds())  # more than was due: 应进用100人，已进用146人，进用率146%
    alike = [figure for figure in figures if _same(figure, part)]
    if len(alike) > len((part, whole)):
        for base in alike:
            yield from (quotient(above.bounds(), base.bounds()) for above in alike if above is not base)
        yield from (quotient(above, whole.bounds()) for above in runs(figures[figures.index(whole) + 1 :]))


def _together(one: Bounds | None, other: Bounds | None) -> Bounds | None:
    """Give the range of the sum of two figures, of which the whole may consist: 清运垃圾60吨，回收40吨，回收率40%."""
    if one is None or other is None:
        return None
    high = one.high + other.high if one.high is not None and other.high is not None else None
    return Bounds(one.low + other.low, high)


def _rate(
    statement: Statement, part: Quantity, whole: Quantity, rate: Quantity, readings: Iterator[Bounds | None]
) -> Relation:
    expected = show(part.value * 100 / whole.value, rate) if whole.value else ""
    figures = statement.words(whole), statement.words(part)
    return Relation(
        kind=RelationKind.RATE,
        span=rate.span,
        figures=figures,
        stated=statement.words(rate),
        expected=expected,
        working=f"{figures[1]}÷{figures[0]}={expected}",
        holds=any(gives(reading, rate) for reading in readings),
    )


def _tells_of_whole(stem: str, lead: str, clause: str) -> bool:
    """Tell whether the part is one of the whole: but for the verb of the rate, its words stand before the whole too.

    发现隐患120处，整改118处，整改率98%; not 清偿工程欠款5.3亿元，清偿工资1.2亿元，清偿率100%, which are two wholes.
    """
    if "新" in lead or "；" in clause or "、" in clause.partition("，")[0]:
        return False
    if _REDUCED.search(clause):
        return True
    tail = clause.rpartition("，")[2]
    if not (_DONE.search(tail) or any(sign in tail for sign in stem)):
        return False
    rest = _SET_ASIDE.sub("", tail)
    for sign in stem:
        rest = rest.replace(sign, "", 1)
    return len(rest) <= 1 or _SET_ASIDE.sub("", lead.rpartition("，")[2]).endswith(rest)


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
    if len(clause) > _LONG_CLAUSE or _ADDED.search(clause) or _OF_POPULATION.search(name):
        return False
    if _ATTENDANCE.match(name) and _PRESENT.search(clause):
        return _EXPECTED.search(lead) is not None
    stem = name[-2:]
    if (
        all(sign in lead + clause for sign in stem)
        and any(sign in clause for sign in stem)
        and (len(name) < _LONG_NAME or name[:2] in lead + clause)
        and _tells_of_whole(stem, lead, clause)
    ):
        return not (_QUALIFIED.search(name) and not _QUALIFIED.search(clause))
    if name.endswith("执行"):
        return "预算" in lead and _SPENT.search(clause) is not None
    if _QUALIFIED.search(name) or "满意" in name:
        return False
    return "应" in lead and _DONE.search(clause) is not None and any(sign in clause for sign in name)
