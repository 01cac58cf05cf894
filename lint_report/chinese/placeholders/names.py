"""Names: XX镇, ○○縣, ××局, xx同志, 目前正在xx筹备, 报告人：XXX."""

from __future__ import annotations

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.placeholders.marks import (
    BLOCK,
    CIRCLE,
    CROSS,
    DIGIT,
    HAN_DIGIT,
    LINE,
    SIGN,
    SPACE,
    STAR,
    Mark,
)
from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.chinese.placeholders.words import NAMED, SURNAMES
from lint_report.patterns import Pattern

_DOCUMENT_CODE = Pattern(rf"{CHINESE}{{1,4}}[〔\[［【（(]{SPACE}(?:[12][09]|[{CROSS}])")
_REAL_AFTER = Pattern(r"型|世[纪紀]|染色体|染色體|[码碼]|[光轴軸]|射[线線]")
_ANONYMOUS_BEFORE = Pattern(
    rf"(?:^|[，。；、（(“民人员員长長任生师師工属屬者妇婦翁友告官理警男女孩童户戶主]){SPACE}[{SURNAMES}]$"
)
_SURNAME_BEFORE = Pattern(f"[{SURNAMES}]$")
_PSEUDONYM_AFTER = Pattern(rf"{CHINESE}{{0,4}}[（(]化名")
_CHROMOSOME_BEFORE = Pattern(r"染色[体體][为為是]?$")
_CODE_BEFORE = Pattern(r"[@\\=&+＋$~/#]$|[A-Za-z0-9][.:\-]$|[A-Za-zＡ-Ｚａ-ｚ0-9０-９]$|[A-Za-z] $")
_CODE_AFTER = Pattern(r"[@\\=&+＋$~#0-9０-９]|[./:_-][A-Za-z0-9]| ?[A-Za-z]")
_DIGIT_BEFORE = Pattern(rf"(?:{DIGIT}|{HAN_DIGIT}|[十百千万萬亿億兆])$")
_ZERO_BEFORE = Pattern(rf"(?:{DIGIT}|{HAN_DIGIT}|[十百千万萬亿億兆])[、，,.．‧·]?$")
_ZERO_AFTER = Pattern(rf"[、，,.．‧·]?(?:{DIGIT}|{HAN_DIGIT}|[十百千])")
_FORMULA = Pattern(r"[=＝÷]|(?:100|１００)[%％]")
_STAR_BEFORE = Pattern(rf"(?:{CHINESE}|[，。、；：（])$")
_LINE_START = Pattern(r"^\s*$")
_FORM_BEFORE = Pattern(rf"[：:]{SPACE}$")
_FORM_AFTER = Pattern(rf"\s*(?:$|[（(]?(?:[签簽][字名]|[盖蓋]章|公章)|(?<=\s){CHINESE}{{1,8}}[：:])")
_LONGEST_NAME = 12
_LONGEST_GIVEN_NAME = 2
_SHORTEST_BLANK = 3


def name_of(mark: Mark) -> Placeholder | None:
    """Take a mark for a name: by the noun after it, or because it can be nothing else."""
    if mark.sort == BLOCK or _CODE_BEFORE.search(mark.before) or _CODE_AFTER.match(mark.after):
        return None
    named = NAMED.match(mark.after)
    if mark.sort == CIRCLE and _is_zero(mark, before=_DIGIT_BEFORE if named else _ZERO_BEFORE):
        return None
    if named:
        return mark.placeholder(Kind.NAME, ahead=named.end()) if _may_name(mark) else None
    return mark.placeholder(Kind.NAME) if _stands_for_words(mark) else None


def _is_zero(mark: Mark, *, before: Pattern) -> bool:
    return bool(before.search(mark.before) or _ZERO_AFTER.match(mark.after))


def _may_name(mark: Mark) -> bool:
    if mark.text in STAR:
        return bool(_STAR_BEFORE.search(mark.before))
    if mark.length > 1:
        return not (mark.sort in (STAR, SIGN) and _LINE_START.match(mark.before))
    if mark.sort == CROSS:
        return not _FORMULA.search(mark.before + mark.after) and not is_anonymous(mark)
    return mark.sort == LINE


def _stands_for_words(mark: Mark) -> bool:
    if mark.sort == LINE:
        return mark.length >= _SHORTEST_BLANK and not mark.fills_line and not _is_form_line(mark)
    if mark.sort == CROSS and mark.length == 1:
        return bool(_DOCUMENT_CODE.match(mark.after))
    if mark.sort not in (CROSS, CIRCLE) or mark.length == 1 or "O" in mark.text or _REAL_AFTER.match(mark.after):
        return False
    if mark.fills_line and (mark.length > _LONGEST_NAME or mark.sort == CIRCLE):
        return False
    return not is_anonymous(mark)


def is_anonymous(mark: Mark) -> bool:
    """Tell a person or place that is not to be named from a name left open: 村民李××, as 李某某; X村（化名）."""
    if _PSEUDONYM_AFTER.match(mark.after) or _CHROMOSOME_BEFORE.search(mark.before):
        return True
    if mark.length > _LONGEST_GIVEN_NAME:
        return False
    # 檢察官詹○○, 經理陳○○: circles are what minutes and judgments of Taiwan put for the given name.
    return bool(_ANONYMOUS_BEFORE.search(mark.before) or (mark.sort == CIRCLE and _SURNAME_BEFORE.search(mark.before)))


def _is_form_line(mark: Mark) -> bool:
    """Tell a line to sign on from a blank in a sentence: 签字：______."""
    return bool(_FORM_BEFORE.search(mark.before) and _FORM_AFTER.match(mark.after))
