"""A sentence with its figures, and the words between them."""

from __future__ import annotations

import re
from functools import cached_property

from lint_report.chinese.quantities import Quantity, find_quantities
from lint_report.patterns import Pattern


class Statement:
    """A sentence as the checks see it. It keeps its figures once they were asked for.

    Args:
        text: The text that the sentence stands in.
        start: Where the sentence begins.
        end: Where it ends, exclusive.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures of the sentence, without ages (35岁以下的24名) and times ago (五年前)."""
        found = find_quantities(self.text, self.start, self.end)
        return tuple(
            quantity
            for quantity in found
            if self.text[quantity.span.end : quantity.span.end + 1] not in (_AGO if quantity.unit == "年" else _AGE)
        )

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """The words before each figure back to the one before it, and those after the last.

        Folded, without spaces, without the approximate words that belong to a figure (约, 以上), and without dates.
        """
        edges = [self.start, *(edge for quantity in self.quantities for edge in quantity.span), self.end]
        return tuple(_spoken(self.between(edges[at], edges[at + 1])) for at in range(0, len(edges), 2))

    def between(self, start: int, end: int) -> str:
        """Give a stretch of the text in the forms that the patterns of the checks use.

        That is in simplified characters and full-width punctuation, as far as the patterns need it; every character
        stays in its place.
        """
        stretch = self.text[start:end]
        return stretch.translate(_FOLDED) if _UNFOLDED.search(stretch) else stretch

    def words(self, quantity: Quantity) -> str:
        """Give a figure as it stands, without spaces."""
        return _SPACE.sub("", self.text[quantity.span.start : quantity.span.end])


def _spoken(words: str) -> str:
    """Leave out dates, spaces, and what belongs to the figures on both sides."""
    may_be_silent = words[:1] in _FIRST_SILENT or words[-1:] in _LAST_SILENT or _DIGIT_OR_SPACE.search(words)
    return _SILENT.sub("", words) if may_be_silent else words


_AGE = ("岁", "歲")
_AGO = ("前", "来", "來")
_SPACE = Pattern(r"\s")
_SILENT = Pattern(
    r"(?:\d{1,3}岁(?:以?[上下])?|\d{2,4}年(?:度|底|末|初|同期)?|(?<!\d)\d{1,2}月(?:\d{1,2}日|份|底|末|初)?)的?|"
    r"^(?:以上|以下|以内|之内|左右|上下)|(?:大?(?<![签节契合公预])约|将?近|接近|逾|超过?|突破|不足|不到|[低高]于|至[少多]|不少于|不低于|不超过)达?\s?$|\s"
)
_FIRST_SILENT = tuple("以之左上")
_LAST_SILENT = tuple("约近逾超过破足到于少多达")
_DIGIT_OR_SPACE = Pattern(r"[\d\s]")
_FOLDED = str.maketrans(
    ",;:()＜＞應實會參達為總數較減長總計餘僅辦結佔個項種點從與淨歲執滿縮擴單標務資產劃預類條級員選贊對棄權號責領頭見體據構動團長兩幾"
    "區縣鎮鄉國間時開關進過還無別後現屬環報導編決審額獲認訪農戶場處業經費稅發當擬組織採購議員調檢問題"
    "幅跌漲負虧損轉達產複覆續歷屆屆際擔聯"
    "連協約婦學專職稱貸訓評課簽綜貢獻匯積蓋綠請內將補貼獎勵贈幫紅躍壓變徑義億",
    "，；：（）<>应实会参达为总数较减长总计余仅办结占个项种点从与净岁执满缩扩单标务资产划预类条级员选赞对弃权号责领头见体据构动团长两几"
    "区县镇乡国间时开关进过还无别后现属环报导编决审额获认访农户场处业经费税发当拟组织采购议员调检问题"
    "幅跌涨负亏损转达产复复续历届届际担联"
    "连协约妇学专职称贷训评课签综贡献汇积盖绿请内将补贴奖励赠帮红跃压变径义亿",
)
_UNFOLDED = Pattern(f"[{re.escape(''.join(map(chr, _FOLDED)))}]")
