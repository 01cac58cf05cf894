"""Measure words whose number is not there: 查处案件件, 完成条小街巷改造, 引进家外资企业.

Most measure words are also the end or the beginning of other words (事项, 条件, 国家, 个人). Of those with few such
words (项, 条, 座) all are known, and whatever else stands before them was to be counted; of the others (家, 户, 人) the
things are known that they count.
"""

from __future__ import annotations

from lint_report.chinese.figures import (
    ATTENDANCE_VERBS,
    COUNTED_THINGS,
    COUNTING_VERBS,
    DETERMINERS,
    FIGURE_NOUNS,
    MADE_THINGS,
    NUMERALS,
    OBJECTS,
    REACHING_NOUNS,
    TOTAL_VERBS,
    VAGUE_NUMBERS,
    WORD_BEGINNINGS,
    WORD_ENDINGS,
)
from lint_report.patterns import Pattern

BLANKS = " \t\u3000\xa0"


def lacks_number(before: str, word: str) -> bool:
    """Tell whether a measure word at the end of a phrase lacks its number: 查处案件件, 发放资料份; not 证件, 家家户户.

    Args:
        before: The words before it on its line, without blanks at their end.
        word: The measure word.
    """
    if before.endswith(_ENDS_A_WORD.get(word, ())) or (word == "人次" and _names_travellers(before)):
        return False
    if before.endswith(("余", "餘")):
        bare = without_remainder(before)
        return bare != before and ends_in_word(bare)
    return _is_called_for(before, word) or _is_thing(before, word) or _counts(before, word) or _is_made(before, word)


def lacks_number_before(before: str, word: str, after: str) -> bool:
    """Tell whether a measure word lacks its number that stands before what it counts: 新建个活动室, 辖个村.

    Args:
        before: The words before it on its line, without blanks at their end.
        word: The measure word, of a single character.
        after: What stands right behind it.
    """
    if after[0] in WORD_BEGINNINGS.get(word, "") or word in (before[-1:], after[0]) or after.startswith(_IDIOMS):
        return False
    if before[-2:] in COUNTING_VERBS or before.endswith(_MADE) or (word == "名" and before.endswith("派出")):
        return before[-1] not in WORD_ENDINGS.get(word, "") and (
            word in WORD_BEGINNINGS or after[0] in OBJECTS.get(word, "")
        )
    if before.endswith(_PREPOSITIONS) and after.startswith(_THINGS_BEHIND.get(word, ())):
        return True
    if word not in WORD_BEGINNINGS:
        return False
    if before.endswith(_CLAUSE_MARKS):
        return word in "个個" and not after.startswith(_GRADED)
    return _counts(before, word) and before[-1] not in _COLLOQUIAL


def ends_in_word(before: str) -> bool:
    """Tell whether a text ends in a Chinese character that is no part of an amount."""
    if not "\u4e00" <= before[-1:] <= "\u9fff":
        return False
    return before[-1] not in _AMOUNT_ENDINGS or before.endswith(_COUNTS)


def without_remainder(before: str) -> str:
    """Give the text without a 余 or 多 that a figure should stand before: 培训群众余人次."""
    bare = before[:-1].rstrip(BLANKS)
    if before.endswith(("余", "餘", "多")) and not before.endswith(_WORDS_IN_REMAINDER):
        return bare
    return before


def last_clause(before: str) -> str:
    """Give what stands behind the last punctuation mark."""
    return _LAST_CLAUSE.sub("", before)


def _counts(before: str, word: str) -> bool:
    """Tell whether a measure word that ends few other words ends none here: 建议条; not 链条, 该条."""
    endings = WORD_ENDINGS.get(word)
    return (
        endings is not None
        and ends_in_word(before)
        and before[-1] not in endings
        and before[-1] not in DETERMINERS + word
        and not before.endswith(("若干", *_ARRIVALS))
    )


def _is_called_for(before: str, word: str) -> bool:
    """Tell whether a verb or adverb before a measure word calls for a number: 实到人, 共计户, 合作社累计达家."""
    if word in ("人", "名", "人次") and before.endswith(ATTENDANCE_VERBS):
        return not before.endswith(("落实到", "落實到"))
    if before.endswith(TOTAL_VERBS) or (before.endswith(_COUNTS_AND_VERBS) and word != "例"):
        return True
    if (word in "场場" and before.endswith("了")) or (word in "人家户戶" and before.endswith(("逾", "僅"))):
        return True
    in_all = word in "人户戶名家" and _COUNTED_IN_ALL.search(last_clause(before)) is not None
    return in_all or _is_reached(before, word)


def _is_thing(before: str, word: str) -> bool:
    """Tell 发放资料份 and 举办活动场 from 家家户户 and 室外活动场."""
    if before.endswith("》") and word in "份册冊本期":
        return True
    if not before.endswith(COUNTED_THINGS.get(word, ())):
        return False
    if word in "场場" and before.endswith(("活动", "活動", "培训", "訓練")):
        return _HELD.search(last_clause(before)) is not None
    return not before.endswith(("家家户", "家家戶"))


def _is_reached(before: str, word: str) -> bool:
    """Tell 养殖户超户 and 合作社累计达家 from 送达户 and 通村达户."""
    if before.endswith("超"):
        return word in "家户戶人所处處"
    if word in "家所处處":
        return before.endswith(("达", "達")) and not before.endswith(_ARRIVALS)
    reached = before.removesuffix("达").removesuffix("達")
    return reached != before and word in "户戶人" and reached.endswith((*REACHING_NOUNS, *FIGURE_NOUNS))


def _is_made(before: str, word: str) -> bool:
    """Tell 新增龙头企业家 from 培育科技企业家, which speaks of people."""
    if before[-2:] in COUNTING_VERBS:
        return word in "套座条辆輛所家户戶" and not before.endswith(("设立", "設立", "下设", "下設"))
    if not before.endswith(MADE_THINGS.get(word, ())):
        return False
    made = _COME_TO if word == "家" and before.endswith(("企业", "企業", "银行", "銀行")) else _MADE_BEFORE
    return made.search(last_clause(before)) is not None


def _names_travellers(before: str) -> bool:
    """Tell 来台旅客人次，, which names a statistic, from 接待旅客人次，, which lacks one."""
    if before.endswith(_TRAVELLERS) and not before[:-2].endswith(_RECEIVED):
        return True
    return _MORE_OF.search(last_clause(before)) is not None


_ENDS_A_WORD = {
    "项": ("立",),
    "項": ("立",),
    "期": ("突破", "增加", "减少", "減少"),
    "块": ("发展板",),
    "例": ("为", "為"),
    "个": ("转",),
    "人": ("突破",),
    "起": ("本次事件",),
    "所": ("卫生院", "衛生院"),
    "次": ("超过", "突破"),
}
_AMOUNT_ENDINGS = frozenset(NUMERALS + VAGUE_NUMBERS)
_COUNTS = (
    *("人数", "户数", "件数", "次数", "总数", "人數", "戶數", "件數", "次數", "總數", "执行数", "预算数", "執行數"),
    "預算數",
)
# 退休人數人, 承保人數已達人, 上限調整為人.
_COUNTS_AND_VERBS = (
    *(
        f"{noun}{verb}"
        for noun in ("人数", "户数", "家数", "件数", "人數", "戶數", "家數", "件數")
        for verb in ("", "为", "為", "共", "已达", "已達")
    ),
    "调整为",
    "調整為",
)
_COUNTED_IN_ALL = Pattern(
    r"(?:总计|共计|合计|累计|總計|共計|合計|累計|总共|總共|(?<![设設预預统統估問问会會审審])[计計])[\u4e00-\u9fff][^\W万萬千百]$"
    "|(?<![节節预預公契合制相违違民])[约約]$"
)
_MADE_BEFORE = Pattern(
    "新[增建培引认認登投改开開]|净增|淨增|培育|引进|引進|[建创創]成|创建|創建|改造|认定|認定|获评|獲評|入驻|入駐|提请|提請|审[议查]|審[議查]|打造|[发發]放"
    "|签约|簽約|[开開]工|实施|實施|[达達超]|扶持|清理|制定|申请|申請|落户|落戶"
)
_HELD = Pattern("[举舉][办辦行]|[开開]展|[组組][织織]|策[划劃]|承[办辦]|各[类類]|[辦办]理|系列|累[计計]|[进進]行")
_COME_TO = Pattern("新[增认認登引]|净增|淨增|认定|認定|入驻|入駐|[达達超]|[现現共]有")
"""With these before it 企业家 counts; 培育龙头企业家 may speak of people."""
_MORE_OF = Pattern("增加|提[升高]|扩大|擴大|[将將以及]")
_TRAVELLERS = ("旅客", "游客", "遊客", "观众", "觀眾")
_RECEIVED = ("接待", "接待了", "吸引", "吸引了", "服务", "服務", "运送", "運送", "发送", "發送", "共计", "共計")
_MADE = (
    *(
        "新改扩建",
        "新改建",
        "续建",
        "創成",
        "改扩建",
        "招引",
        "引育",
        "汇聚",
        "集聚",
        "出台",
        "整治",
        "拆除",
        "更新",
        "购置",
    ),
    *(
        "盘活",
        "认定",
        "获评",
        "獲評",
        "遴选",
        "推出",
        "编制",
        "辦理",
        "修建",
        "修復",
        "治理",
        "打通",
        "开通",
        "開通",
        "改造",
        "累计",
    ),
    *(
        "累計",
        "入规",
        "新开",
        "选派",
        "招聘",
        "聘请",
        "完工",
        "举办",
        "舉辦",
        "召开",
        "召開",
        "續建",
        "落实",
        "受理",
    ),
)
_PREPOSITIONS = ("与", "和", "对", "在", "與", "對", "等", "为", "為", "及", "向", "从", "從")
_PEOPLE_BEHIND = (
    "干部",
    "幹部",
    "学生",
    "學生",
    "教师",
    "教師",
    "党员",
    "群众",
    "患者",
    "同志",
    "职工",
    "农民",
    "劳动",
    "儿童",
    "孤",
)
_THINGS_BEHIND: dict[str, tuple[str, ...]] = {
    "家": ("企业", "企業", "单位", "單位", "公司", "银行", "銀行", "医院", "醫院", "机构", "機構", "市级", "省级"),
    "所": ("学校", "學校", "高校", "大学", "大學", "中学", "小学", "医院", "中小学"),
    "户": ("企业", "困难", "贫困", "特困", "农户", "群众"),
    "名": _PEOPLE_BEHIND,
}
_IDIOMS = ("中三", "中滋", "中原", "水落")  # 个中滋味, 查个水落石出
_GRADED = ("大", "小", "高")  # 苹果个大、皮薄
_COLLOQUIAL = (
    "给給做当當是开開打来來了搞弄找讨討要想问問说說看讲講学學写寫吃喝玩走跑睡洗拼蹦么麼过過得图圖出安交留画畫个個"
    "作查带帶大办辦"
)
"""Verbs behind which 个 is 一个 in speech: 给个说法, 做个好人."""
_CLAUSE_MARKS = ("，", "。", "；", "：", "、", ",", ";", ":")
_WORDS_IN_REMAINDER = (
    *("剩余", "其余", "结余", "富余", "盈余", "节余", "业余", "之余", "有余", "年余", "月余", "天余"),
    *("许多", "众多", "很多", "诸多", "繁多", "太多", "更多", "最多", "不多", "大多", "好多", "较多", "过多", "年多"),
    *("剩餘", "其餘", "結餘", "盈餘", "節餘", "業餘", "之餘", "有餘", "許多", "眾多", "諸多", "較多", "過多", "倍多"),
)
_LAST_CLAUSE = Pattern(r"^.*(?:[，,；;。、：:（()）]|(?<=[\u4e00-\u9fff])\.)")
_ARRIVALS = tuple(f"{verb}{arrive}" for verb in "到抵直送表传傳通发發四" for arrive in "达達")
