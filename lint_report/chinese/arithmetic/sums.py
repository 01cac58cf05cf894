"""Parts and their whole: 共27家：其中木材加工厂13家、加气点2家，……各1家."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from re import Match

from lint_report.chinese.arithmetic.relation import Relation, RelationKind, agree, show, total
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.chinese.characters import CHINESE
from lint_report.chinese.quantities import Bounds, Quantity
from lint_report.patterns import Pattern

_CLOSED = Pattern(
    r"^(?:[^，。；：、（）0-9]{0,12}(?:：|，?分别(?:为|是)|，?分为|，?由|，?(?P<some>包括|包含))|（(?!其中|含|包括|占|比|较|同比|增|第|即|约))(?:其中)?"
)
_AMONG = Pattern(r"^[^，。；：（）0-9]{0,8}[，（：]?其中，?")
_LISTED = Pattern(r"^[^，。；：（）0-9]{0,12}[、，；和及与](?P<name>[^，。；：0-9]{0,30})$")
_STOPS = Pattern(
    r"其中|共|总|累计|合计|同比|[比较][上去]年|增长|增加|减少|提高|下降|上升|另|此外|以及其他|达|目标|计划|每|由|从|至|致|平均|人均|先后|第|同时|新|还|到|[连連]同|减去|扣除|加计|加计|加上|扣|连同"
)
_EACH = Pattern(r"(?:各|分别)(?:有|为)?$")
_REST = Pattern(r"^[^，。；：0-9]{0,14}[，、；](?:其余|其余的|剩余|余下|另外|其他)(?:的)?[^，。；：0-9]{0,8}$")
_AFTER = Pattern(
    r"^[^，。；：、（）0-9]{0,8}[，、]?(?:[二两三四五六]者|[二两三四五六]项|以上|上述)?(?:合计|总计|共计|合共|相加)(?:为|达|是)?$"
)
_FINISHED = Pattern(r"^[^，。；：、（）0-9]{0,12}(?P<open>等)?[^，。；：、（）0-9]{0,8}(?:[）。；！]|，(?!其中|另)|$)")
_NAMED = Pattern(rf"(?![和及与]){CHINESE}")
_SHUT = Pattern("[）；。]$")
_NO_SUM = frozenset(("", "%", "百分点", "倍", "年", "个月", "天", "期", "级", "届"))
_MOST_PARTS = 20
_BESIDE = Pattern(r"^[^，。；：（）0-9]{0,8}[、和及与][^，。；：（）0-9]{0,12}$")
_EACH_OR_OVER = Pattern(r"[每各均][^，；]{0,12}$|[过均]$")
_ACCUMULATED = Pattern(r"累计|总|全[年市县省国]|目前|现有|已有|达|历史")
_OVERLAPPING = Pattern(
    r"党员|女|妇女|少数民族|青年|学历|大专|本科|职称|岁|重点|以上|级|收入|税|投资|贷款|产值|项目|[年月季，；]|截"
)


def find_sums(statement: Statement) -> Iterator[Relation]:
    """Yield the wholes whose parts are listed to the last one, and parts larger than their whole."""
    quantities, gaps = statement.quantities, statement.gaps
    for at in range(len(quantities) - 1):
        if quantities[at].unit in _NO_SUM:
            continue
        if opener := _CLOSED.match(gaps[at + 1]):
            yield from _closed(statement, at, opener)
        elif _AMONG.match(gaps[at + 1]) and not _beside_another(statement, at):
            yield from _among(statement, at)
    for at in range(2, min(len(quantities), _MOST_PARTS)):
        if _AFTER.match(gaps[at]):
            yield from _summed_up(statement, at)


def _closed(statement: Statement, at: int, opener: Match[str]) -> Iterator[Relation]:
    """Check a list that says it is complete: after a colon, 分别为, or alone in brackets."""
    quantities, gaps = statement.quantities, statement.gaps
    whole, bracket = quantities[at], opener.group().endswith("（")
    if not bracket and _beside_another(statement, at):
        return
    last = at
    while last + 1 < len(quantities) and _is_part(statement, at, last + 1):
        last += 1
    places = range(at + 1, last + 1)
    counts = [_sharing(gaps[place], first=place == at + 1) for place in places]
    finish = _FINISHED.match(gaps[last + 1])
    if (
        finish is None
        or (bracket and "）" not in finish.group())
        or sum(most for _, most in counts) < 2  # noqa: PLR2004
        or quantities[last].unit != whole.unit
        or any(
            _STOPS.search(gaps[place][opener.end() if place == at + 1 else 0 :].removeprefix("，")) for place in places
        )
    ):
        return
    if quantities[last + 1 : last + 2] and quantities[last + 1].unit == whole.unit and not _SHUT.search(finish.group()):
        return
    parts = quantities[at + 1 : last + 1]
    yield _compare(statement, whole, parts, counts, complete=opener["some"] is None and finish["open"] is None)


def _is_part(statement: Statement, at: int, place: int) -> bool:
    """Tell whether the figure at a place goes on the list of parts of the one at `at`."""
    unit = statement.quantities[place].unit
    listed = place == at + 1 or _LISTED.match(statement.gaps[place]) is not None
    if not unit and not _is_bare(statement, place):
        return False
    return listed and unit in ("", statement.quantities[at].unit)


def _is_bare(statement: Statement, place: int) -> bool:
    """Tell a figure without its unit (分别为9、21、24宗) from one of another unit or a name (18县, “251”工程)."""
    span = statement.quantities[place].span
    after = statement.text[span.end : span.end + 1]
    return statement.text[span.start - 1 : span.start] not in ("“", "「") and after in tuple("、，,；;）)和及与及與 ")


def _beside_another(statement: Statement, at: int) -> bool:
    """Tell whether a figure is one of several, of which what follows gives the parts in turn, or together.

    新入园100个、开工63个，其中工业项目97个、开工60个; 每个县建成一家，其中年内建成30家.
    """
    quantities, gaps = statement.quantities, statement.gaps
    if _EACH_OR_OVER.search(gaps[at]):
        return True
    return at > 0 and quantities[at - 1].unit in ("", quantities[at].unit) and bool(_BESIDE.match(gaps[at]))


def _sharing(lead: str, *, first: bool) -> tuple[int, int]:
    """Give the least and greatest number of names that share a figure (甲、乙、丙各1家)."""
    if _EACH.search(lead) is None:
        return 1, 1
    names = lead if first else lead[1:]
    marks = names.count("、") + names.count("，")
    return marks + 1, marks + 1 + sum(names.count(word) for word in "和及与")


def _among(statement: Statement, at: int) -> Iterator[Relation]:
    """Check 其中: a part may not exceed its whole, and with 其余 the parts make up the whole."""
    quantities, gaps = statement.quantities, statement.gaps
    whole, part = quantities[at], quantities[at + 1]
    if at and gaps[at].startswith("、") and quantities[at - 1].unit == whole.unit:
        return  # 其中 is of all that the list names
    if part.unit != whole.unit or _STOPS.search(gaps[at + 1].replace("其中", "")):
        return
    last = at + 1
    while last + 1 < len(quantities) and last - at < _MOST_PARTS and _is_part(statement, at, last + 1):
        rest = _REST.match(gaps[last + 1])
        if not rest and _STOPS.search(gaps[last + 1]):
            break
        last += 1
        if rest:
            parts = quantities[at + 1 : last + 1]
            yield _compare(statement, whole, parts, [(1, 1)] * len(parts), complete=True)
            return
    parts = quantities[at + 1 : last + 1]
    graded = all(gap.endswith("级") for gap in gaps[at + 1 : last + 1])
    if len(parts) > 1 and (graded or _apart(statement.between(parts[0].span.end, parts[-1].span.start))):
        yield _compare(statement, whole, parts, [(1, 1)] * len(parts), complete=False)
    elif whole.counts and not _ACCUMULATED.search(gaps[at + 1]):
        yield _within(statement, part, whole)


def _within(statement: Statement, part: Quantity, whole: Quantity) -> Relation:
    words = statement.words(part), statement.words(whole)
    limit = whole.bounds()
    return Relation(
        kind=RelationKind.PART,
        span=part.span,
        figures=words[1:],
        stated=words[0],
        expected=f"≤{words[1]}",
        working=f"{words[0]}>{words[1]}",
        holds=limit is None
        or limit.high is None
        or not part.counts
        or part.value <= limit.high
        or statement.text.startswith("目", part.span.end),
    )


def _summed_up(statement: Statement, at: int) -> Iterator[Relation]:
    """Check 合计 after its parts, where the sentence has no other figures before it."""
    quantities, gaps = statement.quantities, statement.gaps
    whole, parts = quantities[at], quantities[:at]
    listed = all(part.unit == whole.unit for part in parts) and all(_LISTED.match(gap) for gap in gaps[1:at])
    if not listed or whole.unit in _NO_SUM or any(_STOPS.search(gap) for gap in gaps[1:at]):
        return
    tails = [parts[start:] for start in range(at - 1)]
    meant = next((tail for tail in tails if agree(total(tail), whole.bounds())), parts)
    yield _compare(statement, whole, meant, [(1, 1)] * len(meant), complete=True)


def _compare(
    statement: Statement,
    whole: Quantity,
    parts: tuple[Quantity, ...],
    counts: list[tuple[int, int]],
    *,
    complete: bool,
) -> Relation:
    """Relate a whole to its parts, each taken as often as its counts say; incomplete parts may only not exceed it."""
    least = [part for part, (low, _) in zip(parts, counts, strict=True) for _ in range(low)]
    most = [part for part, (_, high) in zip(parts, counts, strict=True) for _ in range(high)]
    low, high, stated = total(least), total(most), whole.bounds()
    figures = tuple(statement.words(part) for part in least)
    shorter = (total(parts[:count]) for count in range(2, len(parts)))
    expected = show(sum((part.value for part in least), Decimal(0)), whole)
    return Relation(
        kind=RelationKind.SUM,
        span=whole.span,
        figures=figures,
        stated=statement.words(whole),
        expected=expected,
        working=f"{'+'.join(figures)}={expected}",
        holds=low is None
        or high is None
        or agree(Bounds(low.low, high.high if complete else None), stated)
        or any(run is not None and agree(run, stated) for run in shorter)
        or _completes_another(statement, whole, parts),
    )


def _completes_another(statement: Statement, whole: Quantity, parts: tuple[Quantity, ...]) -> bool:
    """Tell whether the last parts are the rest of a figure before: 37件有31件完成，其中超额8件，取消1件，其余5件."""
    at = statement.quantities.index(whole)
    sums = [sum((part.value for part in parts[-count:]), whole.value) for count in range(1, len(parts))]
    return any(figure.unit == whole.unit and figure.value in sums for figure in statement.quantities[:at])


def _apart(names: str) -> bool:
    """Tell whether the parts of 其中 can be taken not to overlap: a woman may be a party member too."""
    return _OVERLAPPING.search(names) is None and _ACCUMULATED.search(names) is None
