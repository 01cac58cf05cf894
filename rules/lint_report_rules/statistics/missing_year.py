"""N302 missing-year."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.characters import CHINESE
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_REACH = 12
_QUOTED = 8


class MissingYear(Rule[NoOptions]):
    """年份缺失。 / The digits of a year are not there.

    What:
        zh: “年”字前面没有数字：本人是年3月…、年，我镇…、自年以来、年全省、由年第3位、于年月、落款处空着的“年 月 日”。
        en: 年 without the digits of a year before it, as in 本人是年3月, at the start of a sentence (年，我镇),
            in 自年以来, or in a signature left open as 年 月 日.
    Why:
        zh: 套用旧稿时删去年份而忘了补上，或复制时数字丢失，读者不知道说的是哪一年。
        en: The year was taken out of an old draft and not filled in, or was lost in copying.
    Bad:
        本人是年3月从镇党委副书记岗位转任人大主席的。
        ---
        年，我镇人大工作在镇党委领导下取得新的成绩。
        ---
        自年以来，全镇累计脱贫320户。
    Good:
        今年3月，我镇召开人代会；截至年底，全年任务如期完成，当年投产，年均增长5%。
    Source:
        GB/T 15835-2011《出版物上数字用法》4.1：公历年份用阿拉伯数字写全四位。
    """

    name = "missing-year"
    code = "N302"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each 年 without a year."""
        text = document.text
        found: set[int] = set()
        for match in (
            *_CANDIDATE.finditer(text),
            *_OPENING.finditer(text),
            *_BESIDE.finditer(text),
            *_BEHIND.finditer(text),
        ):
            start, end = match.span()
            before = text[max(0, start - _REACH) : start]
            if start not in found and _lacks_year(before, match.lastgroup or ""):
                found.add(start)
                words = _CLAUSE.sub("", before.rpartition("\n")[2]).strip()[-_QUOTED:] + text[start:end].rstrip()
                yield Finding(
                    Span(start, start + 1),
                    Message(f"“{words}”缺少年份，请补上", f"{words!r} lacks its year: give it"),
                    data={"text": words},
                )


def _lacks_year(before: str, kind: str) -> bool:
    """Tell whether no year stands before 年, where what follows it, one of the kinds of `_BEFORE`, calls for one."""
    line = before.rpartition("\n")[2]
    if _ITEM.fullmatch(line):
        return _BEFORE[kind].search("") is not None
    year = before.rstrip()[-1:]
    if year.isdecimal() or (year and year in _YEAR_ENDS) or (before[-1:] == "\n" and year and year in _TORN_WORDS):
        return False  # also where the line was torn behind the digits
    return _BEFORE[kind].search(line) is not None


# What ends a year that is no number: （101）年, 十三五年.
_YEAR_ENDS = "零〇○一二三四五六七八九十百千元几幾数數两兩半XxＸ×*＊_＿)）>＞］]lIOo"
_TORN_WORDS = "今去明当當每同本上前后後翌次某来近该首新历歷周整成多"
_ITEM = Pattern(
    r"[ \t　]{0,100}(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．])"
    r"[ 　]*"
)
_START = rf"(?:^|[，,。；;：:！？!?“「（(]|(?<={CHINESE}|[%％)）])\.)[ \t　]*$"
_PREPOSITION = "(?:[自从至到于由在從於]|截止)[ ]?$"
_BEFORE = {
    "month": Pattern(rf"{_START}|[^今去明当當每同本上前后後翌次某隔来來往近该該首新头頭这這那 \t　][ ]?$"),
    "blank": Pattern(r"(?:^|[ \t　]|[自从至到于由在從於])$"),
    "title": Pattern(rf"{_START}|(?:[《及和与與]|关于|關於|做好|回顾|回顧)[ ]?$"),
    "clause": Pattern(
        rf"{_START}|(?:力争|确保|预计|根据|按照|[贯貫][彻徹]|落[实實]|力爭|確保|預計|根據|《|关于|關於)[ ]?$"
        rf"|{_PREPOSITION}"
    ),
    "comparison": Pattern("[比较較是由从從][ ]?$"),
    "start": Pattern(r"(?:^|[。；])[ \t　]*$"),
    "against": Pattern("[^对對相][比较較][ ]?$"),
    "target": Pattern("[到至在从從由自比较較][ ]?$"),
    "bracket": Pattern(r"[（(][ ]?[—－～~至-]*[ ]?$"),
    "comma": Pattern(rf"{_START}|{_PREPOSITION}|(?:过去|過去)的$"),
    "other": Pattern(f"{_PREPOSITION}|[比较較]$"),
    "event": Pattern("[于於自在][ ]?$"),
    "era": Pattern("民[国國][ ]?$"),
    "about": Pattern("(?:关于|關於)[ ]?$"),
    "opening": Pattern(_START),
    "within": Pattern(r"[\u4e00-\u9fff]$"),
    "beside": Pattern("[^同相对對比]$"),
}
"""The words before 年 that leave the year open, by what follows it."""

# What a sentence goes on with that begins with a year, and none that begins with 年 alone: 年，我镇, 年全市.
_OF_A_PLACE = "全[市省县縣区區州国國球乡鄉镇鎮村院校系]|我[市省县縣区區州国國们們院部镇鎮乡鄉]|本[市省县縣]"
_STATISTIC = (
    "[财財][政税稅]|地[区區]生[产產]|GDP|[国國][内內]生|城[镇鎮乡](?!居民[医醫养養])|[农農][村民]居|[规規]模以"
    "|规上|外[贸貿]进|固定[资資]|一般公|公共[财财预]|社[会會]消"
)
_OPENING = Pattern(
    rf"年(?:(?<=[，。；：、！？“「《（)\n\r \u3000—]年)(?P<opening>{_OF_A_PLACE}|{_STATISTIC}|[预預][计計期]"
    rf"|[实實][现現](?!率)|[达達]到|[将將要拟擬]|力[争爭]"
    r"|前[，、]|[后後][，、]|[《‘]|习近平|[至—－-]\d|相比|以[来來]|起|的(?:主要|努力|政府|目[标標]|[发發]展|[奋奮]斗|[预預]期|工作|[实實][践踐])"
    r"|目[标標]的|[任目][务務标標][的完]|(?:主要)?工作任[务務]|[及和与與]\d{2,4}年|和[“今明]|召[开開]|[启啟][动動]|[获荣]|被|在(?![校建岗册崗冊])|[从從][^业業]"
    r"|是|主要[预預]期|各[项項]|[经經][济濟]社|[总總]体|基本[实實]|同\d{2,4}年|[极極]不|提高到|居全|又[增下]|[远遠]景|面[对對]|主要任[务務]|形[势勢]与|迄今|度?[与與]\d{2,4}年度|中[国國]|[国國][际際]|生产总|全部工|科技进步|[则則]|均[价價]\d|本[市省]"
    r")"
    rf"|(?<=[^\W今去明当當每同本上前后後翌次某来來近该該首新历歷周整成多往逐常隔青少中老童幼千百万萬亿億丰豐灾災闰閏农農学學财財生終终享拜跨贺賀元忘陈早晚"
    r"暮累连連积積有經经過过頭头昔凶半几幾数數一二三四五六七八九十两兩零〇○第年度全之均开開鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬丑寅卯辰巳午未申酉戌亥\d_a-zA-ZｘＸ]年)"
    rf"(?P<within>(?:全[市省县縣区區州国國]|我[市省])|{_STATISTIC}|政府工作|习近平|中国|世界|国家级|远景|春节|奥运|亚运|世博|“?两会|以来[，新]|《|[上下]半年|相比|\d{{1,2}}月))"
)
# Behind these words 年 alone begins no word but those that are named: 比年初, 由年均.
# 民國年底, 荣获年全国先进, 展望年，: no year follows these words but one in digits.
_BEHIND = Pattern(
    r"年(?:(?<=民[国國]年)(?P<era>)(?![间間代鉴鑑历曆刊])"
    r"|(?:(?<=[举舉][办辦]年)|(?<=[获獲][得评評]年)|(?<=[荣入][获獲选選]年)|(?<=[评評][为為]年)|(?<=申[办辦]年)"
    r"|(?<=[做抓]好年)(?=工作)|(?<=展望年)|(?<=面[对對]年)|(?<=[随隨][着著]年)|(?<=[过過]去的年)|(?<=[跨迈邁]入年))"
    r"(?P<within>(?![度代会會货貨终終夜味画畫报報鉴鑑轻輕级級薪青底末初关關轮中均产產龄齡内內发發博])[^\W_a-zA-Z]|(?<![办辦]年)[，、]))"
)
_BESIDE = Pattern(
    "年(?<=[比较較由从從自于於到至在]年)"
    "(?P<beside>(?![初度均人内內终終轻輕末底产產龄齡薪审審检檢金增销銷计計控平煤都老久幼月关關会會前间間耗代年节節华華画畫货貨报報级級份生中青首尾夜味俗])[^\\W_a-zA-Z]"
    "|(?<=[较較]年)度(?![计計预預目考任工]))"
)
_CLAUSE = Pattern("^.*[，,；;。.：:、！？!?]")
_WORK = (
    "(?:工作的?(?:简要|簡要|基本|总体|總體|主要)?(?:总结|總結|要点|要點|计划|计畫|計劃|报告|報告|情况|情況|回顾|回顧|安排|思路|打算"
    "|任务|任務|建议|建議|目标|目標|要求|指导思想|指導思想|重点|重點|部署)|(?:主要|重点|重點)工作(?:任务|任務)?|[惠民]民?生?实事)"
)
_CANDIDATE = Pattern(
    r"年(?:(?P<month>[ \t　]*(?:\d{1,2}(?:[至到—－~～-]\d{1,2})?|[一二三四五六七八九十]{1,3})[ ]?月(?![饼餅球嫂]))"
    rf"|(?P<blank>[ 　]{{0,8}}月(?:[ 　]{{0,8}}日(?!{CHINESE})|(?=[，,。；召至到开開竣完])))"
    rf"|(?P<title>(?![度终終中底末初关關轻輕会會级級龄齡])(?:(?![及和与與]年){CHINESE}){{0,12}}{_WORK}"
    r"(?=[ 　]*(?:[》\n]|$)|[和及、]))"
    r"|(?P<start>(?:经济社会|經濟社會|各[项項][工任]|本[市省县縣区區]|[总總][体體][安部要]|主要[预預]期|主要目[标標]|极不|極不|\d{1,2}件"
    "|城[乡鄉镇鎮]居民|[农農]村居民|[农農]民人均|地区生产总值|地區生產總值|[指][标標]|工作[，：:]|以来的|以來的|面[对對]))"
    "|(?P<against>末|底|累[计計]|分[别別]|同期)"
    r"|(?P<target>首次|基[础礎]|下降|增[长長]|[实實][现現]|建成|[达達]到|全[市省县縣区區面国國]|基本|工[业業]增|城[乡鄉]|[经經][济濟]|地[区區]|形成"
    "|初步|[规規]模以上|提前|比)"
    r"|(?P<clause>[ ]?[上下]半年|[ ]?第[一二三四]季度|(?:以来|以來)[，,]|[ ]?[至到—－-]+[ ]?\d{2,4}年|[ ]?是"
    r"|中央[^预預結结]"
    r"|全(?:年|国|國|省|市|县|縣|区|區|镇|鎮|乡|鄉|村|校|院|局|球)|[国國]民[经經][济濟]|[国國][内內]生[产產][总總]值|政府工作|我[市县縣区區镇鎮乡鄉省国國们們])"
    r"|(?P<comparison>[ ]?(?:提高|增加|增长|增長|下降|减少|減少|上升|翻|的[ ]?\d))"
    r"|(?<=[关關][于於]年)(?P<about>[^度终終中底末初关關轻輕会會级級龄齡检檢审審薪报報货貨产產金青限休节節内內均])"
    r"|(?P<bracket>[）)]》)"
    r"|(?P<comma>[，,])"
    r"|(?P<event>(?:正式|开始|開始|光荣|光榮|当)?(?:签订|簽訂|成立|召开|召開|通过|通過|建成|当选|當選|任职|任職|毕业|畢業|参加|參加"
    r"|[调調担擔]任|加入|入[党黨]|考[入取]|[获獲]得|被[评評选選任]|施行|[颁頒发發][布佈]|修正|修[订訂]|[实實]施))"
    r"|(?<=[国國]年)(?P<era>)(?![间間代鉴鑑历曆刊])"
    r"|(?P<other>度起|[。；;）)]|起|开始|開始|以来|以來|至年|到年|的(?![轻輕龄齡])|工作中))"
)
