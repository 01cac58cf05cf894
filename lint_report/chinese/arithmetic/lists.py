"""Lists whose length is stated: 处理好三个方面的关系：一是……二是……三是……, or 材料组、会务组、后勤组三个组."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.arithmetic.relation import Relation, RelationKind
from lint_report.chinese.arithmetic.statement import Statement
from lint_report.chinese.numerals import numeral_value
from lint_report.patterns import Pattern
from lint_report.source import Span

_NUMBER = r"(?P<number>[一二两兩三四五六七八九十]{1,3}|\d{1,2})"
_ANNOUNCED = Pattern(
    rf"(?<![第前这這其每余餘多各数數几幾的\d.一二三四五六七八九十]){_NUMBER}\s?"
    r"(?P<unit>[个個项項种種条條点點类類件大方步](?!百分[点點]|月|小时|小時))(?P<noun>[^，。；：:\n0-9]{0,16})[：:。]\s{0,8}(?:>\s?)?一(?P<form>是|要)"
)
_ITEM = Pattern(r"(?<=[。；：，、！\s:;,.…”])(?P<number>[一二三四五六七八九十]{1,3})\s?(?P<form>是|要)")
_GOES_ON = Pattern(r"此外|另外|最后|最後|同时|同時|还要|還要|再次|再者|其[次他它]|第[一二三四五六七八九十]|[（(][一二三四五六七八九十]")
_ACTS = Pattern("采取|採取|入手|着手|著手|着力|出发|出發|推进|推進|加强|加強|开展|開展|做|抓|发力|發力|看|说|說")
_FAR = 3000
_TAIL = 400

_ENUMERATED = Pattern(
    rf"(?P<items>[^，。；：（）“”《》\n0-9]{{1,30}}、[^，。；：（）“”《》\n0-9]{{1,60}}?)(?<![第前])(?P<open>等)?{_NUMBER}"
    r"(?P<unit>个|项|种|类|大|方面)(?P<noun>[^，。；：、（）“”《》\n0-9]{0,8})(?=[，。；：、）]|$)"
)
_LONGEST_NAME = 8
_ANDS = Pattern("[和及与跟]")


def find_announced_lists(text: str, start: int = 0, end: int | None = None) -> Iterator[Relation]:
    """Yield the announced counts before 一是 (or 一要) in a stretch of text, with the number of items that follow.

    The stretch should be one section or report: a list may go on over several paragraphs.
    """
    limit = len(text) if end is None else end
    for match in _ANNOUNCED.finditer(text, start, limit):
        announced = numeral_value(match["number"])
        if announced is None or announced < 2 or _ACTS.search(match["noun"]):
            continue
        items, last = _count_items(text, match.end(), min(limit, match.end() + _FAR * announced), match["form"])
        if items is None or (items < announced and _may_go_on(text, last, limit, items)):
            continue
        yield Relation(
            kind=RelationKind.COUNT,
            span=Span(match.start(), match.end("noun")),
            figures=(f"一{match['form']}", f"{_HAN[items - 1]}{match['form']}"),
            stated=match.group()[: match.end("noun") - match.start()],
            expected=str(items),
            working=f"一{match['form']}……{_HAN[items - 1]}{match['form']}：{items}",
            holds=items == announced,
        )


def _count_items(text: str, start: int, end: int, form: str) -> tuple[int | None, int]:
    """Count the items from 一是 on, and tell where the last one begins; None where another list stands within."""
    count, last = 1, start
    for match in _ITEM.finditer(text, start, end):
        if match["form"] != form:
            continue
        number = numeral_value(match["number"])
        if number == count + 1:
            if match.start() - last > _FAR:
                break
            count, last = count + 1, match.end()
        elif number == 1:
            break
    else:
        return (count if count <= len(_HAN) else None), last
    return (count if count <= len(_HAN) else None), last


def _may_go_on(text: str, last: int, limit: int, items: int) -> bool:
    """Tell whether the text after the last item found may hold others in another form."""
    tail = text[last : min(limit, last + _TAIL)]
    return items < 2 or _GOES_ON.search(tail) is not None or _HAN[items] + "是" in tail or _HAN[items] + "要" in tail


def find_enumerations(statement: Statement) -> Iterator[Relation]:
    """Yield the counts right after a list of names: A、B、C三个组.

    More names than are counted are always wrong. Fewer are wrong only where every name ends as the noun does (材料组、
    会务组、后勤组四个组): otherwise the noun may count what the list does not name.
    """
    for match in _ENUMERATED.finditer(statement.folded, statement.start, statement.end):
        announced = numeral_value(match["number"])
        if announced is None or announced < 2:
            continue
        items = match["items"].split("、")
        ands = sum(1 for _ in _ANDS.finditer(match["items"]))
        suffix = match["noun"][-1:]
        alike = suffix and not match["open"] and all(item.endswith(suffix) for item in _ANDS.sub("、", match["items"]).split("、"))
        uneven = ands or max(len(item) for item in items[1:]) > _LONGEST_NAME
        if not alike and (len(items) < announced or (len(items) > announced and uneven)):
            continue
        span = Span(match.start("number"), match.end("noun"))
        yield Relation(
            kind=RelationKind.COUNT,
            span=span,
            figures=tuple(items),
            stated=statement.text[span.start : span.end],
            expected=str(len(items) + (ands if alike else 0)),
            working=f"{match['items']}：{len(items) + (ands if alike else 0)}",
            holds=len(items) <= announced <= len(items) + ands if alike else len(items) == announced,
        )


_HAN = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六")
