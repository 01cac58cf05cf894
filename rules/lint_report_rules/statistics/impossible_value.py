"""N305 impossible-value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lint_report.chinese.numerals import numeral_value
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_REACH = 16
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_LAST_HOUR = 24
_NOON = 12
_MINUTES = 60
_WHOLE = 100
_MORE_THAN_PLANNED = 110
_LARGEST_RATE = 5000
_REPUBLIC = 1911
_LAST_REPUBLIC_YEAR = 200


class ImpossibleValue(Rule[NoOptions]):
    """不可能的数值。 / A value that cannot be.

    What:
        zh: 不存在的日期（2月30日、13月、4月31日、平年的2月29日）、时刻（25时、8时61分）、季度（第五季度），
            以及不可能超过100%的比率、占比、降幅超过了100%（出席率105%，占总产值的135%，下降120%）。
        en: A date (30 February, month 13), time of day (25时) or quarter (第五季度) that does not exist, or a rate,
            share or fall above 100 per cent of what has no more than the whole (出席率105%, 占总产值的135%, 下降120%).
    Why:
        zh: 这类数值必有笔误，印发后一望即知。
        en: It is certainly a slip, and every reader sees it.
    Bad:
        2月30日，镇人大召开主席团会议，代表出席率105%。
        ---
        2023年2月29日下午，第五季度例会于25时30分结束。
    Good:
        2024年2月29日召开会议，出席率100%，全年任务完成率105%，毛入学率108%，计划于12月31日24时前办结。
    Source:
        GB/T 15835-2011《出版物上数字用法》5.1.4（年月日）、5.1.5（时分秒）；GB/T 7408《日期和时间的表示法》。
    """

    name = "impossible-value"
    code = "N305"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each date, time, quarter and rate that cannot be."""
        text = document.text
        for pattern, judge in _JUDGES:
            for match in pattern.finditer(text):
                before = text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
                fault = judge(before, match)
                if fault:
                    yield _finding(fault, match)


class _Fault(NamedTuple):
    """Why a value cannot be, and how many characters of it stand before the match."""

    zh: str
    en: str
    lead: int


def _finding(fault: _Fault, match: re.Match[str]) -> Finding:
    span = Span(match.start() - fault.lead, match.end())
    words = match.string[span.start : span.end]
    return Finding(
        span,
        Message(f"“{words}”不可能：{fault.zh}，请核对", f"{words!r} cannot be: {fault.en}; look it up"),
        data={"text": words},
    )


def _judge_date(before: str, match: re.Match[str]) -> _Fault | None:
    """13月, 2月30日, 每月32日; not 七八月, 13个月, 农历二月三十日."""
    found = _MONTH.search(before)
    if found is None or _OTHER_CALENDAR.search(before, 0, found.start()):
        return None
    month, rest = _single_value(found[1]), before[: found.start()]
    if month is None and found[1] not in _SOME_MONTH:
        return None
    if month == 0 or (month is not None and month > len(_DAYS)):
        dated = match["day"] or match["part"] or rest.endswith("年")
        fault = ("一年只有12个月", "a year has twelve months") if month else ("月份从1月起", "the first month is 1")
        return _Fault(*fault, len(found[0])) if dated else None
    longest = _days_in(month, rest) if month else max(_DAYS)
    if _single_value(match["day"]) == 0:
        return _Fault("每月从1日起", "a month begins with day 1", len(found[0]))
    if any((_single_value(day) or 0) > longest for day in (match["day"], match["last"])):
        return _Fault(f"该月只有{longest}天", f"that month has {longest} days", len(found[0]))
    return None


def _days_in(month: int, before: str) -> int:
    """Give the days of a month in the year that stands before it; of a leap year where none does."""
    found = _YEAR.search(before)
    year = numeral_value(found[1]) if found else None
    if month != _FEBRUARY or year is None:
        return _DAYS[month - 1]
    if year < _LAST_REPUBLIC_YEAR:
        year += _REPUBLIC
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _DAYS[month - 1] if leap else _DAYS[month - 1] - 1


def _single_value(numeral: str | None) -> int | None:
    """Give the value of a numeral, None for a row that names several: 七八月, 九十月间, 二十三四日."""
    if numeral is None or numeral == "九十" or not (numeral.isdecimal() or _SINGLE.fullmatch(numeral)):
        return None
    return numeral_value(numeral)


def _judge_time(before: str, match: re.Match[str]) -> _Fault | None:
    """25时30分, 下午2点75分, 上午15时; not 历时36时, 25点建议."""
    found = _HOUR.search(before)
    if found is None:
        return None
    hour, minute = int(found[1]), int(match["minute"] or 0)
    rest = before[: found.start()]
    if not (_TIME_WORD.search(rest) or (match["minute"] and match[0][0] in "时時")) or _DURATION.search(rest):
        return None
    if hour > _LAST_HOUR:
        return _Fault("一天只有24小时", "a day has 24 hours", len(found[0]))
    if minute >= _MINUTES:
        return _Fault("一小时只有60分钟", "an hour has 60 minutes", len(found[0]))
    if hour > _NOON and rest.endswith("上午"):
        return _Fault("上午到12时为止", "the morning ends at twelve", len(found[0]))
    return None


def _judge_quarter(before: str, _match: re.Match[str]) -> _Fault | None:
    """第五季度; not 连续五季度, 第一五季度."""
    found = _QUARTER.search(before)
    if found is None:
        return None
    lead = before[: found.start()]
    if lead.endswith(("连续", "連續")) or (not found[1] and lead.endswith(_SPAN_BEFORE)):
        return None
    return _Fault("一年只有四个季度", "a year has four quarters", len(found[0]))


def _judge_rate(before: str, match: re.Match[str]) -> _Fault | None:
    """出席率105%, 签约率达20230%; not 完成率105%, 毛入学率108%, 拨备覆盖率158%."""
    value = float(match["value"].replace("．", "."))
    if value <= _WHOLE:
        return None
    words = before + match[0][0]
    name = _CAPPED.search(words)
    if name and name[0].startswith(_OF_A_PLAN) and value <= _MORE_THAN_PLANNED:
        return None
    if name is not None and not _UNCAPPED.search(words[: name.start()]):
        return _Fault("该比率不会超过100%", "that rate is at most 100 per cent", len(name[0]) - 1)
    return _Fault("没有这么大的比率", "no rate is that large", 0) if value > _LARGEST_RATE else None


def _judge_part(before: str, match: re.Match[str]) -> _Fault | None:
    """占总人数的105%, 下降120%; not 占年度计划的139%, 亏损减少120%."""
    if float(match["value"].replace("．", ".")) <= _WHOLE:
        return None
    if match[0][0] in "占佔重例":
        output = _OF_OUTPUT.search(match[0]) and not before.endswith(_OUTPUT)
        if output or _OF_WHAT_WAS_SET.search(match[0]):
            return None
        return _Fault("部分不会超过总数", "a part is at most the whole", 0)
    if _MAY_TURN.search(before):
        return None
    return _Fault("减少的不会多于原有的", "nothing falls by more than the whole", 0)


_OF_A_PLAN = ("接种", "接種", "参保", "參保", "参合")  # of those who were to come, and more may
_SOME_MONTH = "每本当當该該上下次"
_MONTH = Pattern(rf"(?<![\d．/-])(?<!\d\.)(\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|[{_SOME_MONTH}])[ ]?$")
_SINGLE = Pattern("[一二三四五六七八]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?|卅一?")
_OTHER_CALENDAR = Pattern("[农農阴陰旧舊夏藏回伊][历歷曆]|正月|腊月|闰|閏")
_YEAR = Pattern(r"(?<!\d)(\d{2,4}|[零〇一二三四五六七八九十百]{2,4})[ ]?年[ ]?$")
_HOUR = Pattern(r"(?<![\d.．:：])(\d{1,2})[ ]?$")
_TIME_WORD = Pattern("(?:上午|下午|中午|晚上|晚|凌晨|早上|早|[日号號])[ ]?$")
_DURATION = Pattern("(?:历时|歷時|用时|用時|共|约|約|累计|累計|达|達)[ ]?$")
_CAPPED = Pattern(
    "(?:调解成功|調解成功|出席|到会|到會|[参參][会會]|與會|与会|出勤|到[课課]|到[岗崗]|合格|及格|[优優]秀|优良|優良|覆盖|覆蓋|入学|入學|升学|升學|满意|滿意|[办辦][结結]"
    "|辦結|[办辦][复複復覆]|答复|答覆|[见見]面|接种|接種|成活|知晓|知曉|参与|參與|达标|達標|绿化|綠化|识字|識字|治愈|治癒|准确|準確|通[过過]"
    "|通過|[无無]害化[处處]理|硬化|通[车車]|通電|通电|[签簽籤][订訂]|持[证證]|登[记記]|建[档檔]|住院分娩|[节節]育|免疫|受[检檢]|[检檢]查|排查|走[访訪]|[访訪][谈談]|投票|得票|支持"
    "|整改|化解|调解|調解|回[复複復覆]|反[馈饋]|脱[贫貧]|死亡|病死|[发發]病|完好|按期[办辦][结結]|及[时時]|[录錄]取|到位入户|失[业業]|就[业業]|[镇鎮市]化|[处處]置|[处處]理|[转轉]化|治理|[机機]械化|入园|可[办辦]|[网網][办辦]|[应應][诉訴]"
    "|供[养養]|通[达達畅暢]|[办辦][证證]|[颁頒][证證]|[发發][证證]|回收|破案|升[学學]|建[档檔]|供水|解[决決]|清[扫掃]|机扫|成功|[结結]案|落地|[参參]保|[参參]合|普及|普惠|上[线線]|开通"
    "|[签簽][约約]|履[约約]|管控|亮[灯燈]|集中供热|气化|绿地|消除|[见見]效|存活|保存|准[点點]|準點|[毕畢][业業]|命中)率$"
    "|[满滿]意度$"
)
_UNCAPPED = Pattern(
    "毛$|(?:[拨撥]备|備抵|呆[帐帳账賬]|准[备備]金|準備|流动性|流動性|利息|[银銀]行(?:平均)?|光[网網纤纖][络絡]?|[宽寬][带帶]|[电電][话話]|手机|手機|[移行][动動]|入户|[网網][络絡]|5[GＧ]|[贷貸]款"
    "|[帐帳账賬]款|资本|資本|放款|资金|資金|负债|負債)$"
)
# Three or four digits stand where a year was written over the day: 7月2019日.
_QUARTER = Pattern(r"(?:(第)[五六七八九5-9５-９]|(?<![\d一二三四五六七八九])[五六七八九])[ ]?$")
_SPAN_BEFORE = ("近", "前", "过去", "過去", "十", "后", "後")  # 前五季度
_OF_WHAT_WAS_SET = Pattern(
    "[计計][划劃]|[计計]畫|任[务務]|目[标標]|[预預]算(?![支收])|分配|[实實]收|指[标標]|同期|[上去]年|短[绌絀]|比率|基准|定[额額]|法定"
)
_OF_OUTPUT = Pattern("GDP|ＧＤＰ|生[产產][总總]值")
_OUTPUT = ("增加值", "经济", "經濟", "产业", "產業", "服务业", "服務業")
"""What is part of the output of a year; loans and debts are not."""
_MAY_TURN = Pattern("[亏虧][损損]|利[润潤]|赤字|逆差|[顺順]差|[净淨]|[盈余餘]")
_DAY = r"(?:\d{1,2}|\d{3,4}(?=日(?!元))|[一二三四五六七八九十廿卅]{1,4})"
_JUDGES: tuple[tuple[Pattern, Callable[[str, re.Match[str]], _Fault | None]], ...] = (
    (
        Pattern(
            rf"月(?<=[\d一二三四五六七八九十{_SOME_MONTH} ].)"
            rf"(?:[ ]?(?P<day>{_DAY})(?:[日号號]?[ ]?[至到—－~～-]{{1,2}}[ ]?(?P<last>{_DAY}))?[日号號]"
            "|(?P<part>[份底初末]|[上中下]旬))?"
        ),
        _judge_date,
    ),
    (Pattern(r"[时時点點:：](?<=[\d ].)(?:(?P<minute>\d{2})(?!\d)分?)?"), _judge_time),
    (Pattern("季(?<=[五六七八九5-9５-９ ]季)度"), _judge_quarter),
    (
        Pattern(
            r"[率度](?:(?<=率)|(?<=[满滿]意度))[均都已也就]?(?:全部|分[别別])?"
            r"(?:高?[达達]到?了?|到[达達]|[为為是由从從]|保持在?|[稳穩]定在|[实實][现現]了?|超[过過]?|(?:提[高升]|上升|增加|下降|降低)[到至]|[升降][到至]|高[于於])?"
            r"[ ]?(?P<value>\d{3,6}(?:[.．]\d{1,4})?)[ ]?[%％分]"
        ),
        _judge_rate,
    ),
    (
        Pattern(
            r"[占佔重例降低少幅](?:(?<=比[重例])[均已也]?(?:分[别別])?(?:[达達]到?|[为為由从從]|保持在?|(?:提[高升]"
            r"|上升)[到至]|超[过過]?)?|(?<=[占佔])[^，。；、\d]{0,18}"
            r"|(?:(?<=下降)|(?<=降低)|(?<=[减減]少)|(?<=[降减減]幅))(?:了|[达達]到?|(?<=幅)[为為])?)[ ]?"
            r"(?P<value>\d{3,6}(?:[.．]\d{1,4})?)[ ]?[%％]"
        ),
        _judge_part,
    ),
)
