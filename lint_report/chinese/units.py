"""Units and measure words as they stand behind the figures of a report, in both scripts.

Plain tuples, so that a rule can build its pattern from the groups that it needs. The groups part what behaves
differently in prose: a money unit never begins a word, a measure word often does (个人, 项目, 条例).
"""

from __future__ import annotations

from collections.abc import Iterable

MAGNITUDES = (
    *("百万", "千万", "十万", "万亿", "百亿", "千亿", "万", "亿"),
    *("百萬", "千萬", "十萬", "萬億", "百億", "千億", "萬", "億", "兆"),
)
"""Powers of ten that may stand between a figure in digits and its unit."""

CURRENCIES = (
    *("元", "元人民币", "美元", "港元", "欧元", "日元", "英镑", "美金", "港币", "新台币", "人民币"),
    *("圓", "元人民幣", "歐元", "日圓", "英鎊", "港幣", "新臺幣", "新台幣", "人民幣"),
)
AREAS = (
    *("平方公里", "平方千米", "平方米", "公顷", "公亩", "亩", "顷"),
    *("平方公尺", "公頃", "公畝", "畝", "頃", "坪", "㎡"),
)
LENGTHS = ("公里", "千米", "公尺", "厘米", "公分", "毫米", "海里", "海浬", "华里", "華里", "米", "里", "km", "㎞")
VOLUMES = ("立方米", "立方公尺", "立方", "毫升", "公升", "升", "标箱", "標箱", "m³", "㎥")
WEIGHTS = (
    *("吨标准煤", "吨公里", "吨", "公吨", "公斤", "千克", "市斤", "斤", "毫克", "担"),
    *("噸標準煤", "噸公里", "噸", "公噸", "擔", "kg", "㎏"),
)
ENERGY = ("千瓦时", "千瓦時", "千瓦", "兆瓦", "度电", "度電", "千伏安", "千伏", "马力", "馬力", "瓦")
PHYSICAL = (*AREAS, *LENGTHS, *VOLUMES, *WEIGHTS, *ENERGY)
"""Areas, lengths, volumes, weights, and units of energy and power."""

DURATIONS = (
    *("年", "个月", "个工作日", "天", "日", "周", "小时", "分钟", "秒", "课时", "学时"),
    *("個月", "個工作日", "週", "小時", "分鐘", "課時", "學時"),
)
PERCENT = ("%", "％", "﹪", "‰")
SHARES = (*PERCENT, "个百分点", "個百分點", "百分点", "百分點", "个千分点", "個千分點", "倍", "成")

PEOPLE = ("人次", "人份", "人", "名", "位", "户次", "户", "例", "对", "口", "戶次", "戶", "對")
MEASURE_WORDS = (
    *("个", "件", "项", "次", "期", "场", "场次", "份", "篇", "条", "处", "座", "所", "台", "套", "辆", "头", "只"),
    *("羽", "株", "家", "起", "宗", "批", "批次", "间", "栋", "幢", "部", "本", "册", "张", "块", "幅", "届", "班"),
    *("班次", "门", "种", "类", "艘", "架", "架次", "列", "根", "眼", "口", "尾", "匹", "枚", "支", "盏", "扇", "面"),
    *("棵", "袋", "箱", "瓶", "桶", "车次", "票", "席", "张床位", "床", "款", "则", "句", "字", "页", "步", "层"),
    *("级", "轮", "趟", "回", "度", "标段", "宗地", "点", "频次", "台次", "套次", "件次"),
    *("個", "項", "場", "場次", "條", "處", "臺", "輛", "頭", "隻", "間", "棟", "冊", "張", "塊", "屆", "門", "種"),
    *("類", "盞", "車次", "張床位", "則", "頁", "層", "級", "輪", "標段", "點", "頻次", "臺次"),
)
"""Measure words of things and events. Most of them begin or end other words too: what stands around them decides."""


def alternation(*groups: Iterable[str]) -> str:
    """Give the source of a regular expression, in parentheses, that matches any of the units, the longest first."""
    units = {unit for group in groups for unit in group}
    return f"(?:{'|'.join(sorted(units, key=_longest_first))})"


def _longest_first(unit: str) -> tuple[int, str]:
    return -len(unit), unit
