"""N301 empty-statistic."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.counting import (
    BLANKS,
    ends_in_word,
    lacks_number,
    lacks_number_before,
    last_clause,
    without_remainder,
)
from lint_report.chinese.figures import (
    AMOUNT_VERBS,
    CHANGE_VERBS,
    COUNTING_VERBS,
    FIGURE_NOUNS,
    NUMERALS,
    OBJECTS,
    OTHER_NOUNS,
    PEOPLE,
    REACHING_NOUNS,
    THRESHOLDS,
    VAGUE_NUMBERS,
    WORD_BEGINNINGS,
)
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_REACH = 24
_QUOTED = 8


class _Place(NamedTuple):
    """What stands around a slot.

    Attributes:
        before: The words before it on its line, without blanks at their end.
        found: What stands in it.
        after: The characters right behind it.
    """

    before: str
    found: str
    after: str


class _Slot(NamedTuple):
    """A place that grammar gives to a figure.

    Attributes:
        pattern: What stands behind the figure, or calls for it.
        is_empty: Whether the figure is not there.
    """

    pattern: Pattern
    is_empty: Callable[[_Place], bool]


class EmptyStatistic(Rule[NoOptions]):
    """统计数据缺少数字。 / The number of a statistic is not there.

    What:
        zh: 该有数字的地方没有数字：单位、量词或百分号前空着（财政收入万元、完成条小街巷改造、同比增长%），“达”“占”“为”
            “增长”之后直接是标点（接种率达，397.9亿元、增长。），或应查、已查人数之后只有“检查率”三个字。
        en: A place that grammar gives to a number and that holds none - before a unit, a measure word or a per cent
            sign, or between 达, 占, 为 or 增长 and a punctuation mark, or where a rate is named behind its figures
            and not given.
    Why:
        zh: 套用旧稿时删去了数字，或从网页、表格复制时数字丢失，读者得不到数据，会上一念就露馅。
        en: Numbers are cut out of an old draft to be filled in later, or are lost in copying; the sentence then says
            nothing.
    Bad:
        全年完成财政收入万元，同比增长%。
        ---
        农村儿童接种率达，合作医疗参合率为98%。
        ---
        应查895人，已查648人，检查率，其中结扎13例，占。
    Good:
        全年投入近万元，引进亿元企业3家，提高了早孕发现率，群众满意率达98%。
    Source:
        GB/T 15835-2011《出版物上数字用法》4.1：计量用数字写明。实例见于网上流传的乡镇工作总结与个别公开的政府工作报告。
    """

    name = "empty-statistic"
    code = "N301"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each place where a number is not there."""
        text = document.text
        taken: set[int] = set()
        for slot in _SLOTS:
            for match in slot.pattern.finditer(text):
                start, end = match.span()
                before = text[max(0, start - _REACH) : start].rpartition("\n")[2].rstrip(BLANKS)
                place = _Place(before, match.group().rstrip(BLANKS), text[end : end + _REACH])
                if slot.is_empty(place) and taken.isdisjoint(range(start, end)) and not _is_in_table(text, start):
                    taken.update(range(start, end))
                    yield _finding(before, match.group(), Span(start, end))


def _is_in_table(text: str, offset: int) -> bool:
    """Tell whether an offset stands in a row of a table, where 增减% heads a column."""
    if "|" not in text:
        return False
    line_start = text.rfind("\n", max(0, offset - _LONGEST_ROW), offset) + 1
    return _TABLE_ROW.match(text, line_start) is not None


def _finding(before: str, found: str, span: Span) -> Finding:
    words = last_clause(before)[-_QUOTED:] + found.rstrip(BLANKS)
    return Finding(
        span,
        Message(f"“{words}”缺少数字，请补上", f"{words!r} lacks its number: give it"),
        data={"text": words},
    )


def _is_share_empty(place: _Place) -> bool:
    """增长%, 提高个百分点."""
    if place.after.lstrip().startswith("|"):  # the head of a column
        return False
    if place.before.endswith(("%、", "％、")):
        return True
    if place.before.endswith(("（", "(")):
        return _FIGURE_BEFORE_BRACKET.search(place.before) is not None
    return ends_in_word(place.before) and place.before[-1] not in "以按用"


def _is_always_empty(_place: _Place) -> bool:
    """占百分之。 配备了名综治专干, 满意率分别为95%和。"""
    return True


def _is_magnitude_empty(place: _Place) -> bool:
    """财政收入万元, 粮食产量万吨; not 突破万元, 每万人."""
    before = without_remainder(place.before)
    if _COLUMN_HEAD.search(before) or _UNIT_LABEL.search(place.before):
        return False
    if place.found[1:] in ("", "家"):
        named = place.after.startswith("、") and before.endswith(("达", "達"))  # 成达万、达万高铁
        return not named and before.endswith((*FIGURE_NOUNS, *AMOUNT_VERBS, *PEOPLE))
    if before.endswith(_NOT_COUNTED) or place.after.startswith("左右") or _ROUND_BESIDE.search(before):
        return False
    if _ROUND_BEHIND.match(place.after):
        return False
    if before.endswith(_COMPLETED) or _OF_A_YEAR.search(before):
        return True
    return before.endswith("GDP") or (
        ends_in_word(before)
        and before[-1] not in THRESHOLDS
        and before[-1] not in "以按于於第单單奔的冲衝刺迈邁身家进進走访訪联聯"
    )


def _is_measure_empty(place: _Place) -> bool:
    """新建公路公里, 占地亩; not 平方公里, 元/吨, 266亿吨公里, 44万载重吨."""
    before = without_remainder(place.before)
    if _UNIT_GOES_ON.search(before) or _COMPOUND_UNIT.search(place.before):
        return False
    return ends_in_word(before) and before[-1] not in "方平立公海英市毫厘分以按位蒸每各某"


def _is_money_empty(place: _Place) -> bool:
    """人均纯收入元; not 单元, 多元."""
    before = place.before.removesuffix("美").removesuffix("港")
    if not before.endswith("多"):
        before = without_remainder(before)
    if before.endswith(("到", "至")):
        return before[:-1].endswith(_LEADING_TO)
    return ends_in_word(before) and before.endswith((*FIGURE_NOUNS, *AMOUNT_VERBS))


def _is_multiple_empty(place: _Place) -> bool:
    """增长倍, 是上年的倍; not 成倍, 翻倍."""
    return place.before.endswith(
        ("增长", "增加", "提高", "扩大", "了", "的", "达", "到", "增長", "擴大", "達", "约", "約")
    )


def _is_count_empty(place: _Place) -> bool:
    """查处案件件, 发放资料份, 共计人; not 证件, 股份, 家家户户."""
    if place.found == "本" and place.after.startswith("、专"):
        return False
    return lacks_number(place.before, place.found)


def _is_object_empty(place: _Place) -> bool:
    """新建个村级活动室, 辖个村, 完成条小街巷改造."""
    return lacks_number_before(place.before, place.found, place.after)


def _is_rank_empty(place: _Place) -> bool:
    """位居全省第位; not 及第."""
    return not place.before.endswith(("次", "及", "门", "門", "等", "科", "不"))


def _is_amount_empty(place: _Place) -> bool:
    """接种率达，绿地面积达到。增加到，预算数为，其中团员3人，占，; not 四通八达, 行为, 认识到."""
    before = place.before
    if place.found in "在于於破过過":
        return place.found in "在于於" or _is_limit_empty(before)
    if place.found in "占佔":
        return _is_share_clause(last_clause(before)) or before.endswith(_SHARED)
    if before.endswith(("分别", "分別")):
        return _LIST_BEHIND.match(place.after) is None
    if place.found in "到至":
        reached = place.found == "到" and before.endswith(("达", "達")) and _calls_for_figure(before[:-1], bare=True)
        return reached or before.endswith(CHANGE_VERBS)
    if place.found in "为為":
        return _LIST_BEHIND.match(place.after) is None and (_names_figure(before) or before.endswith(_CHANGED))
    return _calls_for_figure(before) or (not place.after.startswith("、") and _is_thing_reached(before))


def _is_thing_reached(before: str) -> bool:
    """Tell whether what stands before 达 is a thing that is counted: 高新技术企业达，; not 四通八达."""
    return _ADVERBS.sub("", before).endswith(REACHING_NOUNS)


def _is_limit_empty(before: str) -> bool:
    """总投资超过，财政收入突破。; not 取得突破, 力争超过."""
    noun = before[:-1]
    return noun.endswith(FIGURE_NOUNS) and not _names_no_figure(noun)


def _is_growth_empty(place: _Place) -> bool:
    """财政收入12亿元、增长，存贷款余额分别增长、年均增长，同比增长。; not 持续增长, 同比下降."""
    before = place.before
    if place.found in _CHANGED_BY and _GROWTH_BEHIND_FIGURE.search(before):
        return True
    if place.found not in _GREW or _GROWS_SOMEHOW.search(last_clause(before)):
        return False
    grows = place.found[-1] not in "加少"
    if before.endswith(_COMPARED) or (_COMPARED_WITH.search(before) and (grows or before.endswith("同期"))):
        return True
    if place.found not in _GROWTH or not before.endswith(FIGURE_NOUNS) or _names_no_figure(before):
        return False
    beside = not place.after.startswith("、") and _GROWTH_BESIDE.search(before) is not None
    return beside or _GROWTH_NEXT.match(place.after) is not None


def _calls_for_figure(before: str, *, bare: bool = False) -> bool:
    """Tell whether what stands before 达 calls for a figure: the name of one, or, where it may be bare, nothing."""
    if bare and (not before or before.endswith(_CLAUSE_MARKS) or _IS_REACHED.search(before)):
        return True
    return _names_figure(before) or (not _names_no_figure(before) and "人均" in last_clause(before))


def _names_figure(before: str) -> bool:
    return _ADVERBS.sub("", before).endswith(FIGURE_NOUNS) and not _names_no_figure(before)


def _names_no_figure(before: str) -> bool:
    return _ADVERBS.sub("", before).endswith(OTHER_NOUNS)


def _is_part_empty(place: _Place) -> bool:
    """占总人口的，; not 侵占."""
    return place.before[-1:] not in tuple(_TAKING)


def _is_share_clause(clause: str) -> bool:
    return clause in ("", "约", "各", "仅", "分别", "約", "僅", "分別") or _FIGURE_AT_END.search(clause) is not None


def _is_rate_empty(place: _Place) -> bool:
    """已查648人，检查率，; not 提高覆盖率，."""
    if place.after.startswith(("（", "(")):
        gloss = _CLOSED_BRACKET.match(place.after)
        if gloss is None or _GIVEN.match(place.after, gloss.end()):
            return False
    match = _NAME_BEHIND_FIGURE.search(place.before)
    return match is not None and not _NOT_A_NAME.search(match[1]) and not _FIGURE_FOLLOWS.match(place.after)


def _is_measured_object_empty(place: _Place) -> bool:
    """新改建公里排水管网, 由平方公里扩大到132平方公里, 安排亿元专项资金; not 新增亿元企业."""
    before = place.before
    if place.found.endswith("元"):
        return before.endswith(_SPENT) and not place.after.startswith(_OF_THAT_SIZE)
    if before.endswith(("全长", "全長", "面积", "面積")):
        return True
    return before[-2:] in COUNTING_VERBS or before.endswith(
        ("新改建", "由", "整治", "修复", "拆除", "达", "近", "达到")
    )


def _is_month_of_year_empty(place: _Place) -> bool:
    """2009年月，去年月以来; not 同年月25日, 本年月均."""
    return place.before[-2:-1] != "同" and not place.before.endswith("何年")


def _is_date_empty(place: _Place) -> bool:
    """于月日召开, 4月日，; not 岁月, 日月."""
    before = place.before.removesuffix("月")
    return not before or before[-1].isdecimal() or before[-1] in "，。；、,.;（(于於自从從至到定"


def _is_month_empty(place: _Place) -> bool:
    """从月1日开始; not 本月8日, nor a month torn off at the end of the line before."""
    return place.before[-1:] in tuple("，。；、（(于於自从從至到")


# 266亿吨公里, 44万载重吨, 23万皮长公里, 0.4元/吨公里: what stands before the unit is the rest of it.
_UNIT_GOES_ON = Pattern(
    rf"(?:[{NUMERALS}{VAGUE_NUMBERS}][ ]?|[/／])(?:[吨噸人车車标標皮孔芯沟溝]"
    r"|[载載]重|[总總]|皮[长長]|管[孔程道]|[线線]路|杆路|光[纤纜缆]"
    r"|[计計收][费費]|[换換]算|延[人吨噸]|客位?|[货貨]物?|[标標]准|標準|桩|作业|播种|立体)$"
)
# 百镇万亩、千村千亩; 每亩产千斤粮、值万元: a bare power of ten beside others is meant so.
_ROUND_BESIDE = Pattern(
    rf"[百千]{CHINESE}(?:[、，]{CHINESE}{{0,3}})?$|[百千]{CHINESE}{{1,2}}[、，]{CHINESE}{{0,3}}$|每[^，。；]{{0,12}}[，、]?[^，。；]{{0,10}}$|万[亩畝斤吨噸人户戶元]或{CHINESE}{{0,4}}$"
)
_ROUND_BEHIND = Pattern(rf"[ ]?[、，]{CHINESE}{{0,3}}[百千](?:[^分兆米]|$)")
_LIST_BEHIND = Pattern(rf"[，,][ ]?{CHINESE}{{1,6}}[\d０-９]")
"""分别为，内科75%、外科82%: the figures are there behind a mark too many."""
_COLUMN_HEAD = Pattern("[单單]位[：:][^，。；]{0,6}$")
_LEADING_TO = (*CHANGE_VERBS, "达", "達")
_CLAUSE_MARKS = ("，", "。", "；", "：", "、", ",", ";", ":")
_NOT_COUNTED = ("单位", "單位", "进入", "迈入", "跨入", "步入", "跃入", "進入", "邁入")
_ADVERBS = Pattern(
    r"(?:已|均|都|将|將|仅|僅|就|共|又|可|高|要|各|约|約|也|分别|分別|平均|预计|預計|累计|累計|[总總]共|[总總][计計]|合[计計])+$"
)
_NAME_BEHIND_FIGURE = Pattern(rf"\d[ ]*{CHINESE}{{0,3}}[)）]?[，,；;（(][ ]*({CHINESE}{{1,9}})$")
_NOT_A_NAME = Pattern(
    "提高|提升|巩固|鞏固|稳定|穩定|维持|維持|除|不|降低|增强|增加|确保|保证|加快|扩大|改善|控制|减少|优化|注重|推进|实现|达到|考核|保持|增強|確保|保證|擴大|控制"
    "|[的其按据據与與和及为為有讲講比]|[效概利汇匯税稅费費频頻速表斜功]$"
)
_CHANGED = ("下降", "增加", "调降", "調降", "减少", "減少", "调增", "調增", "降低")
_IS_REACHED = Pattern(
    rf"(?:{CHINESE}{{3}}|\d{CHINESE}{{0,3}}|[）)”])(?<![能够夠可会會未没沒有法要须須以的即中])(?<!全部)(?<!目的)(?<!目[标標])(?<!效果)(?<!标准)$"
)
_GROWTH = ("增长", "增長", "成長")
_CHANGED_BY = (*_GROWTH, "提高", "增加", "减少", "減少", "下降", "上升", "降低")
# fmt: off
_SPENT = (
    "安排", "投入", "下拨", "拨付", "补助", "编列", "冻结", "筹集", "筹措", "减列", "增列", "发放", "争取", "补贴",
    "奖励", "撥付", "補助", "編列", "凍結", "籌集", "籌措", "減列", "發放", "爭取", "補貼", "獎勵", "整合", "追加",
    "減免",
)
_OF_THAT_SIZE = (
    "企业", "企業", "生产", "生產", "级", "級", "以", "产值", "項目", "项目", "大", "GDP", "户", "村", "楼",
    "工程", "增加值",
)
# fmt: on
_GREW = (*_GROWTH, "提高", "增加", "减少", "減少")
# 1.55亿元、增长，; 12.5万户，同比下降。
_GROWTH_BEHIND_FIGURE = Pattern(
    r"[\d０-９](?:[%％]|[万萬亿億]?(?:[美]?元|人次?|[户戶个個家件项項吨噸亩畝辆輛台套所处座次宗条起头只]|标箱|標箱|公里|平方米|千瓦时?))"
    r"[、，（(](?:同比|[比较較](?:[上去]年|年初|\d{2,4}年)(?:同期)?|分别|分別|实际|名义)?$"
)
_COMPARED = ("年均", "平均", "分别", "分別", "年均分别")
_COMPARED_WITH = Pattern(r"(?:同比|[比较較](?:[上去]年|年初|\d{2,4}年(?:度)?|[上去]年度?同期|同期))$")
_GROWS_SOMEHOW = Pattern(
    "力争|力爭|实现|實現|保持|确保|確保|(?<![人年户戶])均|[都首再皆略也又]|有所|连续|連續|持续|持續|明显|高于|高於|快于|快於|大幅|相应|推动|促进|带动|拉动|可望|以(?!上)|呈|(?<!发)达|预计|位数|个|有(?!色|限)|控制"
)
_GROWTH_BESIDE = Pattern(
    r"(?:增长|增長|成長|下降|提高)[了约約]?\d{1,4}(?:\.\d{1,2})?[%％](?:左右|以上)?[，；、]\D{2,20}$"
)
_GROWTH_NEXT = Pattern(rf"[，；、]{CHINESE}{{2,14}}(?:增长|增長|成長|下降|提高)[了约約]?[\d０-９]")
_SHARED = ("产值", "產值", "增加值", "比重", "天数", "天數", "收入", "人数", "人數", "人口")
_TAKING = "侵被强強抢搶霸挤擠乱亂多少征徵违違圈"
_FIGURE_AT_END = Pattern(rf"[\d０-９][ ]?(?:[%％]|{CHINESE}{{0,2}}[^{_TAKING}])$")
_UNIT_LABEL = Pattern(r"[单單]位[：:][^，。；\n]{0,8}$")
# 5千万计费吨, 194亿延人公里.
_COMPOUND_UNIT = Pattern(
    r"[\d万萬亿億千百十][余餘多]?千?(?:[计計]费|[计計]費|收费|收費|延[人吨噸]|[人车車吨噸净淨]|[载載]重|[标標][准準])$"
)
_CLOSED_BRACKET = Pattern(r"[（(][^）)\n]{0,22}[）)]")
_GIVEN = Pattern(r"[达達为為是约約仅僅均\d]")
_TABLE_ROW = Pattern(r"\||[^|\n]{0,80} \| ")
_LONGEST_ROW = 2000
_COMPLETED = ("完成", "达成", "達成")
_OF_A_YEAR = Pattern("[0-9今去上]年的$")
_FIGURE_BEFORE_BRACKET = Pattern(rf"[\d０-９][万萬亿億]?{CHINESE}{{1,2}}[（(]$")
_FIGURE_FOLLOWS = Pattern(
    r"(?:[（(][^（()）]{0,60}[）)]|.)[ ]{0,40}(?:除|[达達为為是约約仅僅均]|[\d０-９]|[^，,；;。、（(\d]{0,10}率)"
)


# A unit stands for a figure only where its phrase ends behind it: 亿元企业, 万元户 and 亩产 go on.
_MARK = r"[ \t　]*(?:[，。；！,;）)]|\.(?![0-9A-Za-z]))"
_PHRASE_END = (
    rf"(?={_MARK}"
    r"|[ ]*(?:(?:同|环|環)比|[比较較][上去]|[增减減](?!加值|收)|下降|上升|提高|左右"
    r"|用于|用於|[和与與]|及(?!以上|其以上)|、(?![ ]*[\d０-９])))"
)
# A pattern begins with a set of characters or a word, which is what the search is fast by, and no digit stands before.
_SLOTS = (
    _Slot(Pattern(r"[%％‰](?<!\d.)(?![\d０-９A-Za-z])"), _is_share_empty),
    _Slot(Pattern(r"[个個](?<!\d.)百分[点點]"), _is_share_empty),
    _Slot(Pattern(rf"百分之(?<!\d...)(?={_MARK})"), _is_always_empty),
    _Slot(
        Pattern(
            r"[万萬亿億](?<!\d.)(?:[美港欧歐]?元|[吨噸亩畝斤人户戶名套台个個件份辆輛次家座宗张張场場封]|人次|公斤|公[里顷頃]|平方公?[米尺里]"
            rf"|立方米|千瓦[时時]?|标箱|標箱|[头頭只隻株羽]|){_PHRASE_END}"
        ),
        _is_magnitude_empty,
    ),
    _Slot(
        Pattern(
            r"[平立公千亩畝吨噸](?<!\d.)(?:(?<=平)方(?:公[里尺]|米)|(?<=立)方公?[米尺]|(?<=公)[里顷頃吨噸斤尺]|(?<=千)(?:克|瓦[时時]?)"
            rf"|(?<=[亩畝吨噸])){_PHRASE_END}"
        ),
        _is_measure_empty,
    ),
    _Slot(
        Pattern(
            r"[公平亩畝万萬亿億](?<!\d.)(?:(?<=公)[里顷頃]|(?<=[万萬亿億])元|(?<=平)方公?[里米]|(?<=[亩畝])(?![均产產]))"
            rf"(?={CHINESE}{{2}})"
        ),
        _is_measured_object_empty,
    ),
    _Slot(Pattern(rf"元(?<!\d.){_PHRASE_END}"), _is_money_empty),
    _Slot(Pattern(rf"倍(?<!\d.)(?={_MARK})"), _is_multiple_empty),
    _Slot(
        Pattern(
            r"[人个個件項项次份条條辆輛例名户戶篇起宗家所座台臺场場期支张張块塊册冊幅套处處头頭株間间栋棟](?<!\d.)(?:(?<=人)[次份])?"
            rf"(?:(?={_MARK}|、[\u4e00-\u9fff]{{2,8}}\d{{1,6}}[人件项項份条條名户戶家所座]|以[上内下](?![级級])|左右)"
            r"|(?<=[个個])(?=、|（|：))"
        ),
        _is_count_empty,
    ),
    _Slot(
        Pattern("|".join(rf"{word}(?<!\d.)(?![{words}])(?={CHINESE}{{2}})" for word, words in WORD_BEGINNINGS.items())),
        _is_object_empty,
    ),
    _Slot(
        Pattern(
            "|".join(rf"{word}(?<!\d.)(?=[{words}]{CHINESE})" for word, words in OBJECTS.items())
            + rf"|名(?<!\d.)(?=(?:干部|幹部|学生|學生|教师|教師|党员|群众|患者|同志|职工|农民|劳动|儿童|孤){CHINESE})"
        ),
        _is_object_empty,
    ),
    _Slot(
        Pattern(
            rf"名(?<=(?:配备|配備|选派|選派|聘请|聘請|招聘|抽调|抽調|吸收|选举|選舉|安排)了名)(?={CHINESE})(?![师師医醫校企优優家牌贵貴特称稱单單录錄义義额額人中老])"
        ),
        _is_always_empty,
    ),
    _Slot(Pattern(r"第(?<!\d.)[ ]*(?:[届屆位名]|[次期批轮輪](?![一二三四五六七八九十])|季度|个|個)"), _is_rank_empty),
    _Slot(
        Pattern(
            rf"[达達到为為占佔至在于於破过過](?<!\d.)(?={_MARK}|(?<=[别別].)、|(?<=[达達]到)、)"
            "(?:(?<=[达達到为為占佔至])|(?<=保持在|稳定在|穩定在|控制在|不低于|不低於|不少于|不少於)|(?<=突破|超过|超過))"
        ),
        _is_amount_empty,
    ),
    _Slot(Pattern(rf"[增成提下减減上降][长長加高降少升低](?<!\d..)(?={_MARK}|、)"), _is_growth_empty),
    _Slot(
        Pattern(
            rf"[占佔](?<!\d.){CHINESE}{{0,8}}(?:(?<![多少])[数數量额額]|人口|面[积積]|全[省市县縣区區镇鎮乡鄉村]|任[务務]|[计計][划劃])的"
            rf"(?={_MARK})"
        ),
        _is_part_empty,
    ),
    _Slot(Pattern(r"率(?<!\d.)(?=[，。；,;(（])"), _is_rate_empty),
    _Slot(Pattern(r"[和与與及](?<=[%％].)(?=[，。；,;])"), _is_always_empty),
    _Slot(Pattern(r"月(?=[1-3]?\d日)"), _is_month_empty),
    _Slot(Pattern(r"月(?<=[\d今去上本]年月)(?!日|均|度)"), _is_month_of_year_empty),
    _Slot(Pattern(r"日(?<=\d月日)(?![均常益本程前照期报報用])"), _is_always_empty),
    _Slot(Pattern("日(?<=月日)(?=[，,；;。、—至到召]|上午|下午|晚)"), _is_date_empty),
)
