"""Lists whose length is stated: 三个方面的关系：一是……二是……三是……, 以下三项工作：1.…2.…, 甲组、乙组、丙组三个组."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from lint_report.chinese.arithmetic.relation import Relation, RelationKind
from lint_report.chinese.numerals import numeral_value
from lint_report.patterns import Pattern
from lint_report.source import Span

_FEWEST = 2
# It begins with a set of characters, which is what the search is fast by.
_NUMBER = (
    r"(?P<number>[\d二两兩三四五六七八九十](?<![第前这這其每余餘多各数數几幾的\d.一二三四五六七八九十百].)"
    r"(?:(?<=\d)\d?|(?<!\d)[二两兩三四五六七八九十]{0,2}))"
)
_FIRST = Pattern(r"一[是要]|1[.．、](?!\d)|[（(](?:一[）)]|1[）)])|①|第一[，,、]")
_ANNOUNCED = Pattern(
    rf"{_NUMBER}\s?[个個项項种種条條点點类類件大方步](?!百分[点點]|月|小时|小時)"
    r"(?P<noun>[^，。；：:”」\n0-9]{0,16})(?P<quote>[”」])?(?P<stop>[：:。，；,])\s{0,8}(?:>\s?)?(?P<first>一(?P<form>[是要])|1[.．、]|[（(][一1][）)]|①|第一[，,、])\Z"
)
_LONGEST_ANNOUNCEMENT = 40
_ITEM = Pattern(r"(?<=[。；：，、！\s:;,.…”])(?P<number>[一二三四五六七八九十]{1,3})\s?(?P<form>是|要)")
_NUMBERED_ITEMS = {
    "1": Pattern(r"(?<=[。；：！\s:;])(?P<number>\d{1,2})[.．、](?!\d)"),
    "（": Pattern("[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]"),
    "(1": Pattern(r"[（(](?P<number>\d{1,2})[）)]"),
    "①": Pattern("(?P<number>[①②③④⑤⑥⑦⑧⑨⑩])"),
    "第": Pattern(r"(?<=[。；：，！\s:;])第(?P<number>[一二三四五六七八九十]{1,3})[，,、]"),
}
"""How the items are numbered, by the first character of the first of them."""
_FOLLOWING = Pattern("以下|下列|下述|如下")
_GOES_ON = Pattern(
    r"(?:^|[。；;！\s])(?:此外|另外|最后|最後|同时|同時|还要|還要|再次|再者|其[次他它]|第[一二三四五六七八九十])|[要是][，、]?(?:此外|另外|还要|還要)"
)
_NO_COUNT = Pattern("采取|採取|入手|着手|著手|着力|出发|出發|推进|推進|加强|加強|开展|開展|做|抓|发力|發力|看|说|說")
"""Words after the number by which it no longer counts what follows: 从供给和需求两方面采取措施。一要……九要……."""
_ANNOUNCES = Pattern(rf"{_NUMBER}\s?[个個项項种種条條点點类類件大]")
_SENTENCE_BREAK = Pattern(r"[。；：！？\n]")
_OF_A_DOCUMENT = Pattern("提出|规划了|規劃了|编制|編制|纲要|綱要|《|部署|安排|确定了|確定了")
_LEAD = 80
_NEAR = 16
_FAR = 3000
_TAIL = 400
_PARAGRAPHS = 3

_COUNTED = Pattern(
    rf"{_NUMBER}(?:[个個项項种種类類大]|方面)(?P<noun>[^，。；：、（）()“”《》,;:\n0-9]{{0,8}})(?=[，。；：、）),;\n]|$)"
)
_OF_EACH = Pattern("[各均皆都][有设設建成置]?$")  # 北、中、南各有10个小组
_KINDS = ("型", "科", "别", "別")  # 8种案件，共4类型
_LIST_EDGE = Pattern(r"[，。；：！？（）()“”「」《》,;:\n0-9]")
_ASIDE = Pattern(r"（[^（）]{1,20}）|\([^()]{1,20}\)")
_QUOTED_NAME = Pattern("[“「]([^“”「」]{1,20})[”」]")
_NUMBERED = Pattern("[一二两兩三四五六七八九十0-9][个個大项項条條件类類种種方级級点點对對要不]")
_VERB = Pattern(
    "^(?:推[动動进進]|加[快强強大]|建[设設成]|打[好造赢贏]|坚持|堅持|实施|實施|聚焦|抓[好紧緊实實]|促|提|稳|穩|扩|擴|[优優]化|深化|强化|強化|落实|落實|完成|突出|突破|构建|構建)"
    "|亲自|親自"
)
_WITH = Pattern("带领|帶領|会同|會同|联合|聯合|率领|率領|连同|連同")
_TAKES = (
    "各",
    "共",
    "设立",
    "設立",
    "布局",
    "选择",
    "選擇",
    "打造",
    "建设",
    "建設",
    "建立",
    "建成",
    "实施",
    "實施",
    "完成",
    "前进",
    "新建",
    "推进",
    "推動",
    "推动",
    "每年",
    "联通",
    "劣",
    "县区",
    "縣區",
)
_NO_NOUN = ("以上", "以下", "以内", "左右", "等", "位次")
_LONGEST_LIST = 100
_LONGEST_NAME = 6
_MOST = 10
_FEW = 3
_ANDS = Pattern("[和及与與跟]")
_BACK = 6000  # characters before a list in which the heading before the next is looked for
_INDENT = " \t\u3000"
_HAN = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六")


def find_announced_lists(text: str, start: int = 0, end: int | None = None) -> Iterator[Relation]:
    """Yield the announced counts before 一是 (or 一要) in a stretch of text, with the number of items that follow.

    The stretch should be one section or report: a list may go on over several paragraphs.
    """
    limit = len(text) if end is None else end
    for match in _announcements(text, start, limit):
        announced = numeral_value(match["number"])
        if announced is None or announced < _FEWEST or _NO_COUNT.search(match["noun"]):
            continue
        form = match["form"]
        if form is None:
            yield from _numbered_list(text, match, announced, start, limit)
            continue
        items, last = _count_items(text, match.end(), limit, form)
        if _counts_other_things(text[max(start, match.start() - _LEAD) : match.end()], match, announced, items):
            continue
        if items < announced and (
            _may_go_on(text[max(start, last - _BACK) : last], text[last : min(limit, last + _TAIL)], items, form)
            or text.find(f"\n{_HAN[items]}{form}", last, limit) >= 0
        ):
            continue
        span = Span(match.start("number"), match.end("noun"))
        yield Relation(
            kind=RelationKind.COUNT,
            span=span,
            figures=(f"一{form}", f"{_HAN[items - 1]}{form}"),
            stated=text[span.start : span.end],
            expected=str(items),
            working=f"一{form}……{_HAN[items - 1]}{form}：{items}",
            holds=items == announced,
        )


def _numbered_list(text: str, match: Match[str], announced: int, start: int, end: int) -> Iterator[Relation]:
    """Yield the announced count before items that are numbered in digits or in brackets, if it speaks of them."""
    first = match["first"]
    lead = text[max(start, match.start() - _NEAR) : match.start()]
    if (
        not _FOLLOWING.search(lead.rpartition("。")[2] + match["noun"])
        or match["stop"] not in "：:。"
        or match["quote"]
    ):
        return
    if announced > _MOST or _counts_other_things(
        text[max(start, match.start() - _LEAD) : match.end()], match, announced, 0
    ):
        return
    count = _count_numbered(text, match, announced, end)
    if count < _FEWEST or count == announced:
        return
    span = Span(match.start("number"), match.end("noun"))
    yield Relation(
        kind=RelationKind.COUNT,
        span=span,
        figures=(first, str(count)),
        stated=text[span.start : span.end],
        expected=str(count),
        working=f"{first}……：{count}",
        holds=False,
    )


def _count_numbered(text: str, match: Match[str], announced: int, end: int) -> int:
    """Count the items from the first on; 0 where a list within one may be meant."""
    first = match["first"]
    pattern = _NUMBERED_ITEMS["(1" if first[1:2] == "1" else first[0].replace("(", "（")]
    count, last, inner = 1, match.end(), 0
    for item in pattern.finditer(text, match.end(), end):
        number = numeral_value(item["number"])
        if number == 1:
            inner = 1
        elif inner and number == inner + 1 != count + 1:
            inner = number
        elif number == count + 1:
            if inner == count or (item.start() - last > _FAR and count < announced):
                return 0 if count < announced else count
            if count >= announced and (inner or "\n" in text[last : item.start()].strip("\n")):
                break
            count, last, inner = count + 1, item.end(), 0
        elif number and number > count + 1 and not inner and count < announced:
            return 0
    return count


def _announcements(text: str, start: int, end: int) -> Iterator[Match[str]]:
    """Yield what announces a list, found by the 一是 that the list begins with."""
    done = start
    for first in _FIRST.finditer(text, start, end):
        match = _ANNOUNCED.search(text, max(done, first.end() - _LONGEST_ANNOUNCEMENT), first.end())
        if match:
            done = match.end()
            yield match


def _counts_other_things(text: str, match: Match[str], announced: int, items: int) -> bool:
    """Tell whether the number may count other things than the items.

    That is where the sentence announces another number beside it (八个方面60件实事：一是……八是……), where the number is
    large, where what it counts was listed before it or is quoted (继续抓好“三个突破”。一是……), and where it is of a
    document that the items speak about (《纲要》提出了13个方面的重点任务。一是……).
    """
    head = text[: len(text) - (match.end() - match.start())]
    sentence = _SENTENCE_BREAK.split(head)[-1]
    others = {numeral_value(other["number"]) for other in _ANNOUNCES.finditer(sentence + "，" + match["noun"])}
    if items in others or (announced > _MOST and items < announced):
        return True
    if match["stop"] not in "：:" and 0 < items < announced - _FEW:
        return True
    if match["stop"] == "：":
        return False
    return bool(others or _OF_A_DOCUMENT.search(sentence) or sentence.count("、") > 1 or match["quote"])


def _count_items(text: str, start: int, end: int, form: str) -> tuple[int, int]:
    """Count the items from 一是 on, and tell where the last one begins. Another 一是 ends the list."""
    count, last = 1, start
    for match in _ITEM.finditer(text, start, end):
        number = numeral_value(match["number"])
        if match.start() - last > _FAR or number == 1 or count == len(_HAN):
            break
        if match["form"] == form and number == count + 1:
            count, last = count + 1, match.end()
    return count, last


def _may_go_on(before: str, tail: str, items: int, form: str) -> bool:
    """Tell whether the text after the last item found may hold others in another form.

    三、 is a heading and no third item where it begins a line, as 二、 did before it.
    """
    rest = "\n".join(tail.split("\n", _PARAGRAPHS)[:_PARAGRAPHS])
    if items < _FEWEST or items >= len(_HAN) or _GOES_ON.search(rest):
        return True
    number = _HAN[items]
    other = "要" if form == "是" else "是"
    if any(mark in tail for mark in (number + form, number + other, f"（{number}）", f"({number})")):
        return True
    at = tail.find(f"{number}、")
    if at < 0:
        return False
    begins_line = tail[:at].rstrip(_INDENT).endswith("\n")
    previous = f"{_HAN[items - 1]}、"
    headed = any(line.lstrip(_INDENT).startswith(previous) for line in (before + tail[:at]).split("\n"))
    return not (begins_line and headed)


def find_enumerations(text: str) -> Iterator[Relation]:
    """Yield the counts right after a list of names: A、B、C三个组.

    Only plain lists count: of at least three short names without 和 and without 等, or of names that all end as the
    noun does (材料组和会务组两个组). Elsewhere the number may count what the list does not name.
    """
    if "、" not in text:
        return
    for match in _COUNTED.finditer(text):
        announced = numeral_value(match["number"])
        if (
            announced is None
            or not _FEWEST <= announced <= _MOST
            or text.find("、", max(0, match.start() - _LONGEST_LIST), match.start()) < 0
        ):
            continue
        clause = _names_before(text, match.start())
        names = clause.split("、")
        if len(names) < _FEWEST or not all(map(str.strip, names)) or _is_no_list(names, match, announced):
            continue
        if _OF_EACH.search(clause) or match["noun"].startswith(_KINDS):
            continue
        ands = sum(1 for _ in _ANDS.finditer(clause))
        if not _alike(clause, match) and (ands or not _plain(names, announced)):
            continue
        span = Span(match.start("number"), match.end("noun"))
        most = len(names) + ands
        yield Relation(
            kind=RelationKind.COUNT,
            span=span,
            figures=tuple(names),
            stated=text[span.start : span.end],
            expected=str(most),
            working=f"{clause}：{most}",
            holds=len(names) <= announced <= most,
        )


def _is_no_list(names: list[str], counted: Match[str], announced: int) -> bool:
    """Tell whether the number does not count the names before it.

    That is where no thing is named after it (会议、检查10项), where the names count themselves (突出三个重点、深化
    三项改革), are phrases (稳增长、打好三大攻坚战), end in a verb or in 各 (在甲、乙、丙设立5个中心; 甲、乙、丙各2个),
    and where the difference is large: the number is then part of the last name (民生十大工程, 鄂西圈十大旅游景区).
    """
    noun = counted["noun"]
    if (
        not noun
        or noun.startswith(_NO_NOUN)
        or any(len(name) == 1 or name[-1] in "一二三" or _NUMBERED.search(name) for name in names)
    ):
        return True
    if (
        any(_VERB.search(name) for name in names[1:])
        or _WITH.search(names[0])
        or names[-1].endswith(_TAKES)
        or "各" in names[-1][-3:]
    ):
        return True
    if counted["number"] in ("两", "兩") and len(names) > announced:
        return True
    return abs(len(names) - announced) > 1 and not announced <= len(names) + _and_count(names)


def _and_count(names: list[str]) -> int:
    return sum(1 for name in names for _ in _ANDS.finditer(name))


def _plain(names: list[str], announced: int) -> bool:
    """Tell whether a list can be counted by its marks. The first name may stand after a verb, so its length is free."""
    if max(map(len, names[1:])) > _LONGEST_NAME:
        return False
    if names[-1].rstrip().endswith("等") or "等" in names[-1]:
        return len(names) > announced
    return len(names) > _FEWEST and not any("的" in name for name in names)


def _names_before(text: str, end: int) -> str:
    """Give the clause before a place, back to the last mark that no list goes over."""
    clause = text[max(0, end - _LONGEST_LIST) : end]
    if "）" in clause or ")" in clause:
        clause = _ASIDE.sub("", clause)
    if "”" in clause or "」" in clause:
        clause = _QUOTED_NAME.compiled.sub(lambda quoted: quoted[1].replace("、", ""), clause)
    edges = [match.end() for match in _LIST_EDGE.finditer(clause)]
    return clause[edges[-1] :] if edges else clause


def _alike(names: str, counted: Match[str]) -> bool:
    """Tell whether every name ends as the noun that is counted does."""
    suffix = counted["noun"][-1:]
    return bool(suffix) and all(name.endswith(suffix) for name in _ANDS.sub("、", names).split("、"))
