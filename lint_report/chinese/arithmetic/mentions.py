"""One quantity mentioned twice with two values: 财政收入1234万元，增长8.6% before, 财政收入1324万元，增长8.6% after.

Two values may be of two years, two places, a plan and its result. They count as one quantity that was copied wrongly
only where the full name, the unit and the words about time are the same, and where something more tells of a slip: the
same growth (or another figure) follows both, two neighbouring digits changed places, the magnitude is another, or the
value is the same to the last of its many digits and the growth is not.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from re import Match

from lint_report.chinese.arithmetic.relation import Relation, RelationKind
from lint_report.chinese.characters import CHINESE
from lint_report.chinese.quantities import read_number
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span

_AMOUNT = Pattern(
    rf"(?P<digits>\d(?<![\d.,，、—～~－-].)\d{{0,8}}(?:\.\d{{1,6}})?)[ ]?(?P<power>[万亿萬億]?)"
    rf"(?P<unit>美元|港元|公里|平方公?[米里]|立方米|千瓦时?|人次|{CHINESE}|[%％])"
)
_TO_LAST_MARK = Pattern(rf"(?s).*(?!{CHINESE}|[ “”（）])(?:.)")
_PASSED_OVER = Pattern(
    r"[ ]|全年|年内|累计|累計|共计|分别|合计|总量|总额|總量|總額"
    r"|完成|实现|實現|达到?|達到?|突破|超过|超過|增加到|提高到|增至|升至"
    "|约|約|[为為是的共]"
    "|[全我本][市省县縣区區州镇鎮乡鄉旗村]"
)
_OF_TIME = Pattern(
    r"(?:19|20)\d\d|去年|上年|前年|今年|本年|当年|明年|[上下]半年|季度|\d月|[一二三四五六七八九十]月|[四五]年|十[一二三四五]五|[一二三四五六七八九]五”?期"
    "|[届任]|累计|累計|年均|历年|以来|期间|其中|人均|户均|每"
)
_PLANNED = Pattern(
    "目标|目標|力争|力爭|预期|預期|预计|預計|计划|計劃|計畫|确保|確保|争取|爭取|(?<!即)[将將](?![军領领])|规划|規劃|安排|拟|擬|(?<![主重摘紧緊])要(?![素闻聞求])|(?<![供急])需(?![求])|(?<![供响对反适顺相])应|(?<![供響對反適順相])應|低于|高于|原(?![则則料因始油])|曾|同期|预算(?![收支])|預算(?![收支])"
    "|以上|以内|以下|左右"
)
_BEHIND = Pattern(
    rf"[ ]?[，,、（(；;]?[ ]?(?:同比|[比较較][上去]年(?:同期)?)?(?P<words>{CHINESE}{{1,12}}?)[ ]?"
    r"(?P<figure>\d{1,4}\.\d{1,4}|\d{3,9})[ ]?(?P<unit>[%％]|[万亿萬億]?元|人|户|亩|吨)(?!以上|左右)"
)
_UNITS = frozenset("元美吨噸亩畝人户戶平公千立套辆輛台臺座处處项項件家所标標株头頭册冊米%％")
_NO_NAME = Pattern("^(?:其中|[亿万元比较較占佔至年家])|(?:增长|增加|下降|提高|减少|增長|減少|去年|[和与及])到?$")
_GROWS = Pattern("^(?:净|负)?(?:增长|增長|下降)了?$")
_FEWEST_DIGITS = 3
_ENOUGH_DIGITS = 4
_SHORTEST_NAME = 4
_LEAD = 32
_SENTENCE = 160
_MOST = 6
_SIMPLE = str.maketrans("萬億％", "万亿%")


class _Mention(NamedTuple):
    """A value with what stands around it.

    Attributes:
        match: The value with its unit.
        value: What it amounts to.
        step: The value of one unit of its last digit.
        times: The words about time in its sentence.
        verb: What the figure behind it says of it, such as 增长; empty where there is no figure of several digits.
        figure: That figure with its unit.
        figure_span: Where it stands.
    """

    match: Match[str]
    value: Decimal
    step: Decimal
    times: frozenset[str]
    verb: str
    figure: str
    figure_span: Span


def find_mentions(text: str, start: int = 0, end: int = sys.maxsize, plans: Sequence[Span] = ()) -> Iterator[Relation]:
    """Yield the later mentions of quantities that stood before in a stretch of text with another value.

    Args:
        text: Any text.
        start: Where the stretch begins; it should be one report.
        end: Where it ends, exclusive.
        plans: What of it tells of things to be done, in order: values there are compared by their magnitude alone.
    """
    powers: dict[tuple[str, str, str], Match[str]] = {}
    seen: defaultdict[tuple[str, str], list[Match[str]]] = defaultdict(list)
    read: dict[int, _Mention | None] = {}
    for match in _AMOUNT.finditer(text, start, end):
        digits, power, unit = match.groups()
        compared = len(digits) >= _ENOUGH_DIGITS and unit[0] in _UNITS
        if (
            not (power or compared)
            or len(digits) < _FEWEST_DIGITS
            or len(digits.replace(".", "").strip("0")) < _FEWEST_DIGITS
        ):
            continue
        lead = text[max(start, match.start() - _LEAD) : match.start()]
        mark = _TO_LAST_MARK.match(lead)
        name = _PASSED_OVER.sub("", lead[mark.end() :] if mark else lead)
        if len(name) < _SHORTEST_NAME:
            continue
        if power:
            earlier = powers.setdefault((name[-_SHORTEST_NAME:], digits, unit), match)
            if earlier is not match:
                yield _in_magnitude(earlier, match, name)
        if unit[0] not in _UNITS or _NO_NAME.search(name):
            continue
        before = seen[name, unit]
        if before and not _is_planned(match.start(), plans):
            relation = _contradiction_with(text, before, match, name, read)
            if relation:
                yield relation
        if len(before) < _MOST:
            before.append(match)


def _contradiction_with(
    text: str, earlier: list[Match[str]], match: Match[str], name: str, read: dict[int, _Mention | None]
) -> Relation | None:
    """Give the contradiction of a mention to one of the earlier ones, each of which is read once."""
    later = _read(text, match)
    if later is None:
        return None
    for each in earlier:
        if each.start() not in read:
            read[each.start()] = _read(text, each)
        before = read[each.start()]
        apart = text.find("。", each.end(), match.start()) >= 0 or text.find("\n", each.end(), match.start()) >= 0
        relation = _contradiction(before, later, name) if before and apart else None
        if relation:
            return relation
    return None


def _contradiction(before: _Mention, later: _Mention, name: str) -> Relation | None:
    one_undated = not before.times or not later.times
    if before.times != later.times and not one_undated:
        return None
    same_figure = (
        bool(later.verb)
        and "控制" not in later.verb
        and len(later.figure.strip("0%万亿元人户亩吨").replace(".", "")) > 1
        and (before.verb, before.figure) == (later.verb, later.figure)
    )
    if abs(before.value - later.value) <= max(before.step, later.step):
        comparable = before.value == later.value and before.verb == later.verb and _GROWS.search(later.verb)
        if comparable and not same_figure and before.times == later.times and _has_digits(later, _ENOUGH_DIGITS):
            return _relation(name, before.figure, before.figure_span, later.figure, later.figure_span)
        return None
    if same_figure or (_are_alike(before.match, later.match)):
        return _relation(
            name, _words(before.match), Span(*before.match.span()), _words(later.match), Span(*later.match.span())
        )
    return None


def _relation(name: str, figure: str, earlier: Span, stated: str, span: Span) -> Relation:
    return Relation(RelationKind.MENTION, span, (figure,), stated, figure, name, holds=False, earlier=earlier)


def _in_magnitude(earlier: Match[str], match: Match[str], name: str) -> Relation:
    """Compare the magnitude of two mentions with the same digits: 3.25亿元 and 3.25万元."""
    figure, stated = _words(earlier), _words(match)
    return Relation(
        kind=RelationKind.MAGNITUDE,
        span=Span(*match.span()),
        figures=(figure,),
        stated=stated,
        expected=figure,
        working=f"{name}{figure}",
        holds=earlier["power"].translate(_SIMPLE) == match["power"].translate(_SIMPLE),
        earlier=Span(*earlier.span()),
    )


def _read(text: str, match: Match[str]) -> _Mention | None:
    """Read a mention with what stands around it; None where its sentence speaks of what was planned."""
    reach = max(0, match.start() - _SENTENCE)
    first = max(text.rfind("。", reach, match.start()), text.rfind("\n", reach, match.start()), reach - 1) + 1
    if _PLANNED.search(text, first, match.end() + 3):
        return None
    read = read_number(match["digits"] + match["power"])
    if read is None:
        return None
    behind = _BEHIND.match(text, match.end())
    return _Mention(
        match=match,
        value=read[0],
        step=read[1],
        times=frozenset(found.group() for found in _OF_TIME.finditer(text, first, match.start())),
        verb=behind["words"] if behind else "",
        figure=behind["figure"] + behind["unit"].translate(_SIMPLE) if behind else "",
        figure_span=Span(behind.start("figure"), behind.end("unit")) if behind else Span(match.end(), match.end()),
    )


def _words(match: Match[str]) -> str:
    return match.group().replace(" ", "")


def _has_digits(mention: _Mention, fewest: int) -> bool:
    return len(mention.match["digits"].replace(".", "").strip("0")) >= fewest


def _are_alike(one: Match[str], other: Match[str]) -> bool:
    """Tell whether two numbers differ by one digit, or by two neighbouring ones that changed places: 1234 and 1324."""
    first, second = one["digits"], other["digits"]
    if one["power"] != other["power"] or len(first) != len(second) or len(first.replace(".", "")) < _ENOUGH_DIGITS:
        return False
    at = next((place for place in range(len(first)) if first[place] != second[place]), len(first))
    after = at + 1 + (first[at + 1 : at + 2] == ".")
    if first[:at] + first[at + 1 :] == second[:at] + second[at + 1 :]:
        return True
    return (
        after < len(first)
        and (first[at], first[after]) == (second[after], second[at])
        and first[after + 1 :] == second[after + 1 :]
    )


def _is_planned(offset: int, plans: Sequence[Span]) -> bool:
    at = bisect_right(plans, offset, key=_start) - 1
    return at >= 0 and offset < plans[at].end


def _start(span: Span) -> int:
    return span.start
