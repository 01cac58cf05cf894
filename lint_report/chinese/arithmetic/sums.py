"""Parts and their whole: 共27家：其中木材加工厂13家、加气点2家，……各1家."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lint_report.chinese.arithmetic.relation import Relation, RelationKind, agree, show, total
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.chinese.quantities import Exactness, Quantity
from lint_report.patterns import Pattern

_CLOSED = Pattern(
    r"^(?:[^，。；：、（）0-9]{0,12}(?:：|，?分别(?:为|是)|，?分为|，?由)|（(?!其中|含|包括|占|比|较|同比|增|第|即|约))(?P<part>其中)?"
)
_AMONG = Pattern(r"^[^，。；：（）0-9]{0,8}[，（：]?其中，?")
_LISTED = Pattern(r"^[^，。；：（）0-9]{0,12}[、，；和及与](?P<name>[^，。；：0-9]{0,30})$")
_STOPS = Pattern(r"其中|共|总|累计|合计|同比|[比较][上去]年|增长|增加|减少|提高|下降|上升|另|此外|以及其他|达|目标|计划|每|由|从|至|致|平均|人均|先后|第|同时|新|还|到")
_EACH = Pattern(r"(?:各|分别)(?:有|为)?$")
_REST = Pattern(r"^[^，。；：0-9]{0,14}[，、；](?:其余|其余的|剩余|余下|另外|其他)(?:的)?[^，。；：0-9]{0,8}$")
_AFTER = Pattern(r"^[^，。；：、（）0-9]{0,8}[，、]?(?:[二两三四五六]者|[二两三四五六]项|以上|上述)?(?:合计|总计|共计|合共|相加)(?:为|达|是)?$")
_FINISHED = Pattern(r"^[^，。；：、（）0-9]{0,12}(?P<open>等)?[^，。；：、（）0-9]{0,8}(?:[）。；！]|，(?!其中|另)|$)")
_OVERLAPPING = Pattern(r"党员|女|妇女|少数民族|青年|学历|职称|岁|重点|以上|省级|国家级|市级|县级|累计|总|全[年市县省国]|目前|现有|已有|达|历史")


def find_sums(statement: Statement) -> Iterator[Relation]:
    """Yield the wholes whose parts are listed to the last one, and parts larger than their whole."""
    quantities, gaps = statement.quantities, statement.gaps
    for at in range(len(quantities) - 1):
        whole = quantities[at]
        if not whole.unit or whole.unit in ("%", "百分点", "倍", "年", "个月", "天"):
            continue
        if match := _CLOSED.match(gaps[at + 1]):
            yield from _closed(statement, at, bracket=match.group().endswith("（"))
        elif _AMONG.match(gaps[at + 1]):
            yield from _among(statement, at)
    for at in range(2, len(quantities)):
        if _AFTER.match(gaps[at]):
            yield from _summed_up(statement, at)


def _closed(statement: Statement, at: int, *, bracket: bool) -> Iterator[Relation]:
    """Check a list that says it is complete: after a colon, 分别为, or alone in brackets."""
    quantities, gaps = statement.quantities, statement.gaps
    whole, parts, counts = quantities[at], [], []
    last = at
    for place in range(at + 1, len(quantities)):
        part, lead = quantities[place], gaps[place]
        if part.unit not in ("", whole.unit) or (place > at + 1 and _LISTED.match(lead) is None):
            break
        if _STOPS.search(lead.replace("其中", "") if place == at + 1 else lead) is not None:
            return
        parts.append(part)
        counts.append(_names(lead, first=place == at + 1) if _EACH.search(lead) else (1, 1))
        last = place
    end = _FINISHED.match(gaps[last + 1])
    if len(parts) + sum(high - 1 for _, high in counts) < 2 or end is None or (bracket and "）" not in end.group()):
        return
    if parts[-1].unit != whole.unit:
        return
    if last + 1 < len(quantities) and quantities[last + 1].unit == whole.unit and not end.group().endswith(("）", "；", "。")):
        return
    yield from _compare(statement, whole, parts, counts, open_list=end["open"] is not None or "等" in gaps[last][-3:])


def _compare(
    statement: Statement, whole: Quantity, parts: list[Quantity], counts: list[tuple[int, int]], *, open_list: bool
) -> Iterator[Relation]:
    least = [part for part, (low, _) in zip(parts, counts, strict=True) for _ in range(low)]
    most = [part for part, (_, high) in zip(parts, counts, strict=True) for _ in range(high)]
    low, high, stated = total(least), total(most), whole.bounds()
    if low is None or high is None or stated is None:
        return
    if open_list:
        holds = stated.high is None or low.low <= stated.high
    else:
        holds = (stated.high is None or low.low <= stated.high) and high.high is not None and stated.low <= high.high
    result = sum((part.value for part in least), Decimal(0))
    figures = tuple(statement.words(part) for part in least)
    expected = show(result, whole)
    yield Relation(
        kind=RelationKind.SUM,
        span=whole.span,
        figures=figures,
        stated=statement.words(whole),
        expected=expected,
        working=f"{'+'.join(figures)}={expected}",
        holds=holds,
    )


def _names(lead: str, *, first: bool) -> tuple[int, int]:
    """Count the names that share a figure (甲、乙、丙各1家): the least and the greatest number they may be."""
    names = lead if first else lead[1:]
    marks = names.count("、") + names.count("，")
    return marks + 1, marks + 1 + sum(names.count(word) for word in "和及与")


def _among(statement: Statement, at: int) -> Iterator[Relation]:
    """Check 其中: a part may not exceed its whole, and with 其余 the two make up the whole."""
    quantities, gaps = statement.quantities, statement.gaps
    whole, part = quantities[at], quantities[at + 1]
    if part.unit != whole.unit or _STOPS.search(gaps[at + 1].replace("其中", "")):
        return
    parts = [part]
    for place in range(at + 2, len(quantities)):
        lead = gaps[place]
        if quantities[place].unit != whole.unit or _LISTED.match(lead) is None:
            break
        if _REST.match(lead):
            yield from _compare(statement, whole, [*parts, quantities[place]], [(1, 1)] * (len(parts) + 1), open_list=False)
            return
        if _STOPS.search(lead):
            break
        parts.append(quantities[place])
    cast, limit = total(parts), whole.bounds()
    leads = "".join(gaps[at + 1 : at + 1 + len(parts)])
    if len(parts) > 1 and cast and limit and limit.high and cast.low > limit.high and not _OVERLAPPING.search(leads):
        yield from _compare(statement, whole, parts, [(1, 1)] * len(parts), open_list=True)
        return
    if not whole.counts or limit is None or limit.high is None or _OVERLAPPING.search(gaps[at + 1]):
        return
    words = statement.words(part), statement.words(whole)
    yield Relation(
        kind=RelationKind.PART,
        span=part.span,
        figures=words[1:],
        stated=words[0],
        expected=f"≤{words[1]}",
        working=f"{words[0]}>{words[1]}",
        holds=part.exactness is Exactness.ABOUT or part.value <= limit.high,
    )


def _summed_up(statement: Statement, at: int) -> Iterator[Relation]:
    """Check 合计 after its parts. Which figures are meant is open: any run of them before it may be."""
    quantities, gaps = statement.quantities, statement.gaps
    whole = quantities[at]
    parts: list[Quantity] = []
    for place in range(at - 1, -1, -1):
        if quantities[place].unit != whole.unit:
            break
        parts.insert(0, quantities[place])
        if place and _LISTED.match(gaps[place]) is None:
            break
    stated = whole.bounds()
    runs = [parts[start:] for start in range(len(parts) - 1)]
    if not runs or stated is None or len(parts) != at or _STOPS.search("".join(gaps[1:at])):
        return
    found = [run for run in runs if agree(total(run), stated)]
    yield from _compare(statement, whole, found[0] if found else parts, [(1, 1)] * len(found[0] if found else parts), open_list=False)
