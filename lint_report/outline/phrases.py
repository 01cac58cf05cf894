"""What running text says of itself: here are our faults, here is what we shall do, here we close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property

from lint_report.document import Part
from lint_report.outline.lexicon import Lexicon, one_of
from lint_report.outline.titles import title_reader
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span

_SENTENCE_END = Pattern(r"[。！？]")
_CLAUSE_END = Pattern(r"[，。；！？：\n]+")
_LONGEST_LABEL = 16
# How far behind a lead-in the faults or the measures are looked for, in characters.
_REACH = 160
_LONGEST_PLAN = 1200
# As many clauses that each say what falls short are a list of faults without any lead-in.
_SHORTFALLS_OF_A_LIST = 3
# The verb of a measure stands before this character of its clause; what comes later is an object.
_LATEST_VERB = 12
# A clause of fewer characters (加强领导) has a verb but no object that could be checked off.
_SHORTEST_MEASURE = 6


class PlanReading(NamedTuple):
    """A stretch that speaks of a time to come.

    Attributes:
        start: Where its first sentence begins.
        measures: How many distinct measures it names; what is only resolved in general is none.
        points: How many points it counts off (一是, 二是).
        leads_in: Whether it ends with a colon, or is a paragraph of one sentence, so that a list may follow.
    """

    start: int
    measures: int
    points: int
    leads_in: bool


class PhraseReader:
    """Finds such phrases by the words of a lexicon.

    Every text is given folded (see `lint_report.chinese.folding`); offsets are of that text.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._titles = title_reader(lexicon)

    def faults(self, text: str, *, certain: bool = False) -> Span | None:
        """Find where a text owns its faults.

        Args:
            text: A paragraph.
            certain: Whether only phrases count that leave no doubt; others are also said of the world outside.
        """
        start: int | None = None
        if self._any_fault.search(text):
            start = self._followed_by_fault(text, self._acknowledgement)
            if start is None:
                start = self._followed_by_fault(text, _CONCESSION)
            if start is None and not certain:
                start = self._followed_by_fault(text, self._modest_claim)
        if start is None:
            start = self._admitted_of_own_work(text) if certain else self._admitted(text)
        return None if start is None else Span(_sentence_start(text, start), len(text))

    def plan(self, text: str) -> PlanReading | None:
        """Find where a text turns to a time to come, and what it means to do then."""
        if self._any_time_to_come.search(text) is None:
            return None
        for match in self._time_to_come.finditer(text):
            start = match.start("lead")
            end = _SENTENCE_END.search(text, match.end())
            stop = min(end.start() if end else len(text), match.end() + _REACH)
            if self._intention.search(text, match.end(), stop):
                return self._plan_from(text, start)
        return None

    def will(self, text: str) -> PlanReading | None:
        """Find where a text says what somebody will do (我镇将继续…), without naming a time."""
        for match in _WILL.finditer(text):
            if _WILL_HOW.match(text, match.end()) or self._measure_verb.match(text, match.end()):
                return self._plan_from(text, match.start("lead"))
        return None

    def measures(self, text: str) -> int:
        """Count the clauses of a text that each name a measure to be taken."""
        return len({clause for clause in _CLAUSE_END.split(text[:_LONGEST_PLAN]) if self._is_measure(clause)})

    def shortfalls(self, text: str) -> int:
        """Count the clauses of a text that each say what falls short."""
        return sum(1 for match in self._shortfall.finditer(text) if text[match.start() - 1] not in _OVERCOME)

    def concedes(self, text: str) -> bool:
        """Tell whether a sentence of a text, or all of it, is mostly of what falls short, without saying so outright.

        Among the prospects of a plan a place owns its faults in this way (经济总量不大、产业结构不优……).
        """
        return (
            any(not self._is_foreign(text, match) for match in self._predicate.finditer(text))
            or self._followed_by_fault(text, _ONE_MUST_SEE) is not None
            or any(map(self._is_of_faults, (*_SENTENCE_END.compiled.split(text), text)))
        )

    def _is_of_faults(self, text: str) -> bool:
        clauses = [clause for clause in _ITEM_END.compiled.split(text) if clause]
        if len(clauses) < _FEWEST_CONCESSIONS:
            return False
        owned = sum(
            _WANT.search(clause) is not None and _MENDED.search(clause) is None and not self._is_measure(clause)
            for clause in clauses
        )
        return owned >= _FEWEST_CONCESSIONS and owned * 5 >= len(clauses) * 2

    def done(self, text: str) -> int:
        """Count the words of a text that report something as done."""
        return sum(1 for _ in self._done.finditer(text))

    def label(self, text: str) -> frozenset[Part]:
        """Give the parts that the label of a paragraph names (存在的不足：……)."""
        label, colon, _ = text[:_LONGEST_LABEL].partition("：")
        return self._titles.read(label).parts if colon else frozenset()

    def inner_labels(self, text: str) -> Iterator[tuple[int, frozenset[Part]]]:
        """Yield where a label opens a later sentence of a paragraph, and the parts that it names."""
        if text.find("：", 1) < 0:
            return
        for match in _LABEL.finditer(text):
            if match.start("label") > 0:
                yield match.start("label"), self._titles.read(match["label"]).parts

    def promises(self, text: str) -> bool:
        """Tell whether a paragraph says what the government will do (我們會增加……)."""
        return _PROMISE.search(text) is not None

    def demands(self, text: str) -> bool:
        """Tell whether a paragraph says what has to be done (我们必须……)."""
        return _DEMAND.search(text) is not None

    def sets_aims(self, text: str) -> bool:
        """Tell whether a paragraph sets the aims of the work to come (预期目标是：……)."""
        return self._aims.search(text) is not None

    def closes(self, text: str) -> bool:
        """Tell whether a paragraph closes a report."""
        return any(word in text for word in self._lexicon.closings)

    def _plan_from(self, text: str, start: int) -> PlanReading:
        stretch = _APPEAL.split(text[start : start + _LONGEST_PLAN], maxsplit=1)[0]
        leads_in = stretch.endswith("：") or (start == 0 and len(_SENTENCE_END.findall(stretch)) <= 1)
        return PlanReading(start, self.measures(stretch), len(_POINT.findall(stretch)), leads_in)

    def _is_measure(self, clause: str) -> bool:
        return (
            len(clause) >= _SHORTEST_MEASURE
            and self._measure_verb.search(clause, 0, _LATEST_VERB) is not None
            and self._done.search(clause) is None
            and self._resolution.search(clause) is None
        )

    def _followed_by_fault(self, text: str, pattern: Pattern) -> int | None:
        for match in pattern.finditer(text):
            if self._any_fault.search(text, match.end(), match.end() + _REACH):
                return match.start()
        return None

    def _admitted(self, text: str) -> int | None:
        taken_on = _TAKEN_ON.search(text)
        if taken_on:
            return taken_on.start()
        patterns = [self._admission]
        if self._any_named.search(text):
            patterns[:0] = self._existence, self._predicate, self._announcement
        for pattern in patterns:
            for match in pattern.finditer(text):
                if not self._is_foreign(text, match):
                    return match.start()
        found = [match for match in self._shortfall.finditer(text) if not self._is_foreign(text, match)]
        return found[0].start() if len(found) >= _SHORTFALLS_OF_A_LIST else None

    def _admitted_of_own_work(self, text: str) -> int | None:
        for match in self._existence.finditer(text):
            if _OWN_WORK.search(text, 0, match.start()) and not self._is_foreign(text, match):
                return match.start()
        return None

    def _is_foreign(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether the faults were found in others, are denied, or are there to be mended."""
        before = text[_sentence_start(text, match.start()) : match.end()]
        return _DENIAL.search(match.group()) is not None or self._inspection.search(before) is not None

    @cached_property
    def _fault(self) -> str:
        return one_of(self._lexicon.fault_nouns, self._lexicon.problem_nouns)

    @cached_property
    def _any_fault(self) -> Pattern:
        return Pattern(one_of(self._lexicon.fault_nouns, self._lexicon.problem_nouns, self._lexicon.shortfalls))

    @cached_property
    def _any_named(self) -> Pattern:
        """What a text must hold to name a fault outright."""
        return Pattern(one_of(self._lexicon.fault_nouns, self._lexicon.problem_nouns, _PLACES_OF_FAULTS))

    @cached_property
    def _acknowledgement(self) -> Pattern:
        lexicon = self._lexicon
        perceived = f"[的地而]?[要须]?{one_of(lexicon.perceptions)}"
        # Each way begins with a character of its own, which is what the search is fast by.
        ways = [re.escape(word) + perceived for word in lexicon.acknowledgements]
        return Pattern(one_of(lexicon.contrasts, ways=ways))

    @cached_property
    def _modest_claim(self) -> Pattern:
        return Pattern(one_of(self._lexicon.modest_claims))

    @cached_property
    def _existence(self) -> Pattern:
        return Pattern(
            r"(?:还|仍|依然|依旧|尚|但|也|都)[^，。；：！？\n]{0,10}(?:存在|存有|存|有|面临|暴露)"
            rf"[^。；！？\n]{{0,18}}?(?:{self._fault}|{_LACK}[^，。；！？\n]{{1,10}}(?:地方|之处|方面))(?![的得])"
        )

    @cached_property
    def _admission(self) -> Pattern:
        return Pattern(
            r"[还仍尚有亟亦犹需离与但不然](?:"
            r"(?<=[还仍尚])(?:显得|比较|较为|需|须|有些)?(?:不够|欠缺|缺乏|薄弱|要?(?:进一步|不断)?(?:加强|提高|提升|完善|改进))"
            r"|(?<=[有亟仍尚亦犹])待(?:进一步|持续)?(?:加强|提高|提升|完善|改进|改善|优化)"
            r"|(?<=需)要(?:加强|提高|完善|改进)的(?:地方|方面)"
            r"|(?<=[离与])(?=[^。；！？\n]{0,24}(?:要求|期望|期盼|标准|目标))[^。；！？\n]{0,32}(?:还|仍|尚)[^，。；！？\n]{0,6}(?:甚远|很远|距离|差得)"
            r"|(?:(?<=但)|(?<=不)过|(?<=然)而)(?:[^。；！？\n]{0,24}(?:还|尚|仍)(?:不是|不太|不能|未能|没有|不会)"
            r"|[^，。；！？\n]{0,16}(?:欠缺|缺乏|不足|不够)))"
        )

    @cached_property
    def _predicate(self) -> Pattern:
        return Pattern(
            rf"{self._fault}[^，。；！？\n]{{0,8}}(?:仍|依然|还|尚|依旧)[^，。；！？\n]{{0,5}}(?:突出|存在|不少|较多|较大|明显|严重|很大|很多)"
        )

    @cached_property
    def _announcement(self) -> Pattern:
        return Pattern(
            rf"(?:主要|突出|存在|面临)的?{self._fault}(?:[和与、]{self._fault})?(?:主要)?(?:是|有(?![效力序关所])|表现|：|在于)"
            r"|(?:不足之处|不足|差距|缺点)(?:主要)?(?:表现|体现|是|有(?![效力序关所])|：|在于)"
        )

    @cached_property
    def _shortfall(self) -> Pattern:
        wanting = one_of(self._lexicon.shortfalls, ways=_WANTING)
        return Pattern(rf"{wanting}(?!{_THE_POOR})[^，。；、！？\n]{{0,3}}(?:[，。；、！？\n]|$)")

    @cached_property
    def _inspection(self) -> Pattern:
        return Pattern(rf"{one_of(self._lexicon.inspections)}(?!自[己身]|我|本人|了自)")

    @cached_property
    def _time_to_come(self) -> Pattern:
        return Pattern(
            rf"(?:^|[。！？；：\s])(?P<lead>(?!为(?!了?[做搞]好|了?完成)|[给对现将兹])[^，。！？；：\s]{{0,12}}?{one_of(self._lexicon.future_times)}"
            rf"|(?:总之|此外|同时|最后|展望|展望未来)，[^，。！？；：\s]{{0,6}}?{one_of(self._lexicon.future_times)}"
            r"|(?:针对|对于)(?:以上|上述|这些|存在)[^，。！？；：\s]{0,16})"
        )

    @cached_property
    def _any_time_to_come(self) -> Pattern:
        """What a text must hold to turn to a time to come."""
        return Pattern(one_of(self._lexicon.future_times, _THIS_IN_VIEW))

    @cached_property
    def _intention(self) -> Pattern:
        return Pattern(one_of(self._lexicon.intentions))

    @cached_property
    def _aims(self) -> Pattern:
        return Pattern(rf"{one_of(self._lexicon.aims)}[^，。；：]{{0,6}}[是为：]")

    @cached_property
    def _measure_verb(self) -> Pattern:
        return Pattern(one_of(self._lexicon.measure_verbs))

    @cached_property
    def _resolution(self) -> Pattern:
        return Pattern(one_of(self._lexicon.resolutions))

    @cached_property
    def _done(self) -> Pattern:
        return Pattern(rf"(?<![为除])(?:{one_of(self._lexicon.done_marks)})")


@cache
def phrase_reader(lexicon: Lexicon) -> PhraseReader:
    """Give the reader for a lexicon; its patterns are made once."""
    return PhraseReader(lexicon)


_PLACES_OF_FAULTS = ("不足", "差距", "缺点", "地方", "之处", "方面")
_THIS_IN_VIEW = tuple(f"{lead}{this}" for lead in ("针对", "对于") for this in ("以上", "上述", "这些", "存在"))
_OWN_WORK = Pattern(r"工作[中上里]?\Z")
_ONE_MUST_SEE = Pattern("应该看到，")
_FEWEST_CONCESSIONS = 4
_ITEM_END = Pattern(r"[，。；：！？、\n]+|[与和](?=[^，。；、]{0,6}(?:问题|困难|挑战))")
# What is said of a thing that falls short, as the end of its clause or nearly so.
_WANT = Pattern(
    r"(?:不[够太]?(?:[大优强快高足够宽深实畅活旺新多牢稳严精全细透]|平衡|充分|均衡|合理|完善|健全|到位|协调|明显|稳固|匹配|适应|及时|规范|改变)"
    r"|过[大多重高]|[偏较还]?[小弱慢低重差少窄]|压力[较加增]?[大剧]|滞后|落后|薄弱|低迷|乏力|减弱|繁重|艰巨|严峻|困难|紧缺"
    r"|短缺|突出|凸显|矛盾|问题|挑战|瓶颈|制约|靠后|困境|短板[较仍还]?多|欠账[较仍还]?多|仍?存在?|并存|交织|加剧|外流|弱项|差距)\Z"
    r"|尚未|还未|未能|未得到|有待|亟[待需]|[尚仍还][需要]|欠账|缺乏|不足|[不欠]够?[平充]"
)
_MENDED = Pattern("解决|破解|补齐|克服|化解|战胜|应对|直面|不怕|整改|帮扶|救助|消除|无外")
# With these words a report turns to its audience and closes.
_APPEAL = Pattern("让我们")
_YEAR = r"(?:(?:20|19)[\dxX×_＿*]{2}|二[〇○零].{2})年度?，"
_WILL = Pattern(rf"(?:^|[。！？；\s])(?P<lead>(?:{_YEAR})?[^，。！？；\s]{{0,12}}?将会?)")
_WILL_HOW = Pattern("重点|紧紧|全力|努力|从|以|按照")
# 虽然取得了一些成绩，但与要求相比仍有……
_CONCESSION = Pattern(
    r"(?:虽然?|尽管)[^。；！？\n]{4,60}?，(?:但是?|可|不过|然而)[^。；！？\n]{0,24}?(?:仍|还|尚|也|依然)"
)
_LABEL = Pattern(rf"(?:^|[。！？；])(?P<label>[^，。！？；：\n]{{2,{_LONGEST_LABEL}}})：")
# Each way begins with a character, which is what the search is fast by.
_WANTING = tuple(
    f"{lead}[^，。；、！？\\n]{{0,6}}(?:加强|增强|提高|提升|解决|破解|加力|优化|完善|改进|改善|巩固|突破)"
    for lead in ("有待", "亟待", "仍待", "尚待", "亟需", "尚需", "仍需", "还需")
)
# 就业困难人员 and 经济困难学生 are helped; that they are named owns no fault.
_THE_POOR = "[人群家户学职企地村乡县老党居妇儿]"
# In 克服困难, 直面困难 and 带来困难 nothing falls short.
_OVERCOME = frozenset("服面胜决对解与来脱除")
_LACK = "(?:不|有待|亟待|需要?|欠)"
# In 政府向大会报告, 我国社会 and 我们的协会 nobody promises anything.
_PROMISE = Pattern(
    r"(?:我们|政府|本府|本局|当局|本人|我|本届政府)(?:[^，。；！？\n]{0,8}?)(?:(?<![社大机協协委商工盛晚])会|将)"
    r"(?![议员计长场晤同主])[^，。；！？\n]{4}"
)
_DEMAND = Pattern("我们(?:要(?!求)|必须)")
# 对于产业规模不大、民生还有短板等问题，我们必须……
_TAKEN_ON = Pattern(r"对于?[^。！？\n]{8,300}?等(?:困难和|矛盾和)?(?:问题|不足|困难|差距)，我们(?:必须|一定|要|将)")
_DENIAL = Pattern("不存在|没有|无|未发现|未存在|杜绝")
_POINT = Pattern(
    r"[一二三四五六七八九]是|第[一二三四五六七八九]，|首先|其次|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①②③④⑤]"
)


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in "。！？\n") + 1
