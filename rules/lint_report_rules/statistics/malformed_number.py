"""N303 malformed-number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lint_report.chinese.characters import CHINESE
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule, Severity
from lint_report.source import Span


class _Mending(NamedTuple):
    """What a number was meant to be, and whether that is certain."""

    text: str
    safe: bool


class _Form(NamedTuple):
    """One way in which a number is spoilt.

    Attributes:
        zh: What is wrong with it, in Chinese.
        en: The same in English.
        holds: Tells from the words before the number and from the number whether it is spoilt indeed.
        mend: Gives what was meant, None where that would be a guess.
    """

    zh: str
    en: str
    holds: Callable[[str, str], bool]
    mend: Callable[[str], _Mending | None]


class MalformedNumber(Rule[NoOptions]):
    """数字写法有误。 / A number is malformed.

    What:
        zh: 小数点误作句号、顿号、逗号或空格（98。9%、3、5万平方米、1 3亿元），字母混作数字（10.l%、1O2家），
            年份连写（20222022），小数点重复或多余（12.5.6%、2015.年），分节有误（1,23,456元），百分号重复（5%%）或缺失（同比增长17.8；），
            小数中有空格（3. 5%），发文字号的年份缺括号（县发202327号）。
        en: A number whose decimal point became another mark (98。9%, 3、5万平方米, 1 3亿元), with letters for digits
            (10.l%, 1O2家), two years run together (20222022), a doubled or stray point, wrong grouping, a doubled or
            missing per cent sign, a space inside a decimal, or a document number without its brackets (202327号).
    Why:
        zh: 录入、识别或批量替换时留下的错误，读者无法确定原来的数值。
        en: Left by typing, recognition or search-and-replace; the reader cannot be sure of the value.
    Bad:
        应到代表54名，参会率达到98。9%。
        ---
        公司总占地面积3、5万平方米，年产值1、3亿元。
        ---
        办理提案120件，满意率95.l%，纲要（20222022）顺利实施。
    Good:
        《意见》（国发〔2018〕59号）3、4月份印发，8:30开会，每月1、15日接访，增长8.5%，投资1.2—3.5亿元。
    Source:
        GB/T 15835-2011《出版物上数字用法》5.1.1（多位数分节）、5.1.2（小数点）、5.2.1（概数用汉字数字，不加顿号）。
    """

    name = "malformed-number"
    code = "N303"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such number, once."""
        text = document.text
        taken: set[int] = set()
        for pattern in _PATTERNS:
            for match in pattern.finditer(text):
                form = _FORMS[match.lastgroup or ""]
                start = match.start() - _leading_digits(text, match.start())
                span = Span(start, match.end())
                before = text[max(0, start - _REACH) : start]
                if taken.isdisjoint(range(*span)) and form.holds(before, text[start : span.end]):
                    taken.update(range(*span))
                    yield _finding(form, text[start : span.end], span)


def _finding(form: _Form, number: str, span: Span) -> Finding:
    mending = form.mend(number)
    if mending and mending.safe:
        zh, en = f"应为“{mending.text}”", f"write {mending.text!r}"
    elif mending:
        zh, en = f"疑为“{mending.text}”，请核对", f"{mending.text!r} is likely meant: look it up"
    else:
        zh, en = "请核对原数", "look up what was meant"
    return Finding(
        span,
        Message(f"数字“{number}”{form.zh}，{zh}", f"the number {number!r} {form.en}: {en}"),
        data={"text": number, "expected": mending.text if mending else None},
        fix=Fix((Edit(span, mending.text),), mending.safe) if mending else None,
    )


def _leading_digits(text: str, end: int) -> int:
    """Count the digits and points that lead up to an offset."""
    leading = _LEADING.search(text, max(0, end - 16), end)
    return len(leading[0]) if leading else 0


def _stands_in_text(before: str, number: str) -> bool:
    """Tell whether the number follows a word of the sentence and is no list marker, rank, code or end of a list."""
    return bool(_IN_TEXT.search(before)) and not _RANK.search(before) and not _YEAR.match(number)


def _is_no_rank(before: str, _number: str) -> bool:
    """Tell whether the number is neither a rank (第3. ) nor the number of a heading (1.2.3 at the start of a line)."""
    return bool(before.rpartition("\n")[2].strip()) and not _RANK.search(before)


def _is_single_value(before: str, number: str) -> bool:
    """Tell a decimal whose point became a comma from two values: not 分别增长3、5%, 20、30万元."""
    whole, _, fraction = _SEPARATOR.sub(" ", number).partition(" ")
    if not whole.isdecimal():
        return False
    ascending = len(fraction) > 1 and len(whole) <= len(fraction) and int(whole) < int(fraction)
    if ascending and "0" not in (whole, fraction[0]) and (len(whole) > 1 or fraction.endswith(("0", "5"))):
        return False
    if before.endswith(","):  # 样本5,233，95%信心水准
        return False
    return _stands_in_text(before, number) and ("，" in number or not _SEVERAL_VALUES.search(before))


def _is_wrongly_grouped(before: str, number: str) -> bool:
    """1,23,456 and 1,2345; not 1,234,567, nor a list such as 1,2,3."""
    first, *groups = number.split(",")
    if not 1 <= len(first) <= _GROUP or before[-1:] == ",":
        return False
    if len(groups) == 1:
        return len(groups[0]) > _GROUP
    return len(groups[-1]) == _GROUP and any(len(group) != _GROUP for group in groups)


def _has_letter_for_digit(before: str, number: str) -> bool:
    """10.l%, 1O2家, 20l0年; not O2O, 5l, O157, nor ozone."""
    if _NO_NUMBER.search(number):
        return False
    return not before[-1:].isascii() or before[-1:] in " \t\n(,;:-"


def _are_years(before: str, _number: str) -> bool:
    """（20222022）, 20182020年; not a telephone number or a date."""
    return before[-1:] not in ("-", "－", ":", "：", "号", "號") and "电话" not in before


def _is_one_figure(before: str, number: str) -> bool:
    """108 3%, 1 3亿元; not 2014 3亿元, 6 5 0亿元 or the last figure of a table row."""
    whole = number.partition(" ")[0]
    return len(whole) <= _GROUP and _FIGURE_WORD.search(before) is not None


def _lacks_nothing_before(before: str, number: str) -> bool:
    """增长05%; not what was torn from the digits before it, nor a row of zeros kept open."""
    return not before.rstrip()[-1:].isdecimal() and any(digit not in "0０" for digit in number)


def _is_percentage(before: str, number: str) -> bool:
    """占年计划的58.2, 增长17.8; not 指数增长6.3, 分别增长8.5、9.2%."""
    if "分别" in before or "分別" in before or "各" in before[-_NEAR:]:
        return False
    if _SHARE.search(before):
        return True
    growth = _GROWTH.search(before)
    return growth is not None and ("." in number or bool(growth[1])) and not _INDEX.search(before)


def _always(_before: str, _number: str) -> bool:
    return True


def _with_point(number: str) -> _Mending:
    return _Mending(_SEPARATOR.sub(".", number), safe=False)


def _with_point_for_stop(number: str) -> _Mending:
    return _Mending(number.replace("。", "."), safe=True)


def _with_digits(number: str) -> _Mending | None:
    mended = number.translate(_DIGIT_OF_LETTER)
    return _Mending(mended, safe=True) if _PLAIN.fullmatch(mended) else None


def _with_dash(number: str) -> _Mending | None:
    first, second = number[:4], number[4:]
    return _Mending(f"{first}—{second}", safe=False) if first < second else None


def _with_point_for_blank(number: str) -> _Mending:
    return _Mending(number.replace(" ", "."), safe=False)


def _without_blanks(number: str) -> _Mending:
    return _Mending(_BLANKS.sub("", number), safe=True)


def _with_one_point(number: str) -> _Mending:
    return _Mending(_POINTS.sub(".", number), safe=False)


def _without_point(number: str) -> _Mending:
    return _Mending(_POINTS.sub("", number), safe=True)


def _with_one_percent(number: str) -> _Mending:
    if number.startswith("百分之"):
        bare = number.removeprefix("百分之")
        return _Mending(bare if bare[0].isdecimal() else number[:-1], safe=True)
    return _Mending(number.rstrip("%％ ") + number[-1], safe=True)


def _with_percent_behind(number: str) -> _Mending:
    return _Mending(number[1:] + number[0], safe=False)


def _with_percent_sign(number: str) -> _Mending:
    return _Mending(number + "%", safe=False)


def _in_brackets(number: str) -> _Mending | None:
    year, rest = number[:4], number[4:-1]
    return None if rest == year else _Mending(f"〔{year}〕{rest}{number[-1]}", safe=False)


def _with_zero(number: str) -> _Mending:
    return _Mending("0" + number, safe=False)


def _unknown(_number: str) -> None:
    return None


_REACH = 40
_GROUP = 3
_LEADING = Pattern(r"[\d.．]+$|$")
_SEPARATOR = Pattern("[、，,]")
_POINTS = Pattern(r"[.．]+")
_BLANKS = Pattern(r"[ \t　]+")
_PLAIN = Pattern(r"(?:[1-9]\d*|0)(?:[.．]\d+)?")
_YEAR = Pattern(r"(?:19|20)\d\d(?!\d)")
_IN_TEXT = Pattern(rf"(?:{CHINESE}|[”》），,、])[ ]?$")
_RANK = Pattern(r"(?:第|前|列|居|附件|[图圖表号號]|得分|总分|總分|分数|分數|得票|编号|編號)[ ]?$")
_NO_NUMBER = Pattern(r"^[OＯ][3３]$|．[OＯ][2２]$")
"""Ozone, and online-to-offline, also where the number of a note stands before it (17．Ｏ2Ｏ)."""
_SEVERAL_VALUES = Pattern(r"[、，,][ ]?$|(?:分别|分別|各自?|依次|逐年|先后|先後|[两兩二三]者)[^。；，\d]{0,12}$")
_NEAR = 12
_SHARE = Pattern(rf"[占佔]{CHINESE}{{0,10}}(?:任[务務]|[计計][划劃]|目[标標]|比重|比例|人口|[总總][数數量额額])的?$")
_GROWTH = Pattern(r"([同环環]比)?(?:增[长長]|下降)$")
_FIGURE_WORD = Pattern(rf"{CHINESE}$")
_INDEX = Pattern("[指系][数數]|比分?值|[得积積]分|浓度|濃度|[名位]次|比[，,]|性[别別]比")
_DIGIT_OF_LETTER = str.maketrans("lIOoＯ", "11000")

_UNIT = (
    r"(?=[ \t]?(?:[%％‰]|[个個]百分|[万萬亿億](?!吨?[级級])|倍|[美港]?元|公[里顷頃斤]|[吨噸](?![级級])|平方|立方"
    "|[亩畝]|千瓦))"
)
_COUNTED = r"(?:[%％‰年月日]|[个個][^体體]|[万萬亿億倍元家件项項户戶人次名平公亩畝吨噸])"
# The number from the mark that spoils it on; its digits before that are found by going back. Each pattern begins with a
# set of characters, which is what the search is fast by; its groups name the forms.
_PATTERNS = (
    Pattern(rf"。(?<=\d。)(?P<stop>\d{{1,4}}{_UNIT})"),
    Pattern(rf"[、，,](?<=\d[、，,])(?:(?P<comma>\d{{1,2}}{_UNIT})|(?P<grouping>(?<=,)\d+(?:,\d+){{0,4}}{_UNIT}))"),
    Pattern(
        r"[lIOoＯ](?P<letter>(?:(?<=\d[lIOoＯ])|(?<=\d[.．][lIOoＯ]))[\dlIOoＯ.．]{0,8}(?<![.．])(?![A-Za-z])"
        rf"(?:(?=[ ]?{_COUNTED})|(?<=\d)(?![\d.．]))"
        r"|(?<=[lIOＯ])(?<![A-Za-z\d.．].)[\dlIOoＯ]{0,6}(?:[.．][\dlIOo]{1,4})?(?<=[\dlIOo.．].)"
        rf"(?=[ ]?{_COUNTED}))",
        needs="lIOoＯ",
    ),
    Pattern(r"[12](?P<years>(?<!\d.)(?:(?<=1)9|(?<=2)0)\d\d(?:19|20)\d\d(?=[ ]?(?:学?年|[號号]|[）)》])))"),
    Pattern(
        r"[.．](?:(?<=\d[.．])(?:"
        rf"(?P<points>\d+[.．]\d+{_UNIT})"
        rf"|(?P<doubled>[.．]{{1,2}}\d+{_UNIT})"
        r"|(?P<open>(?=[ ]?[%％‰]))"
        r"|(?P<open_amount>(?=[ ]?[万萬亿億]))"
        r"|(?P<stray>(?<=(?:19|20)\d\d.)(?=年))"
        rf"|(?P<blank>[ \t　]{{1,3}}\d+{_UNIT}))"
        r"|(?P<zero>(?<=[长長达達为為占佔约約降升高加少率到至了比].)\d{1,3}(?=[ ]?[%％‰])))"
    ),
    Pattern(
        r"[ ](?<=[长長降高到达達占佔为為少加升][1-9] )(?P<gap>\d{1,2}\.\d{1,2}(?=[%％]))"
        r"|[ ](?<=[长長降高到达達占佔为為少加升][1-9]\d )(?P<gap_after_two>\d\.\d{1,2}(?=[%％]))"
    ),
    Pattern(rf"[ \t　](?<=\d[ \t　])(?P<blank>[ \t　]{{0,2}}[.．][ ]?\d+{_UNIT})"),
    Pattern(
        r"[%％](?:(?<=\d[%％])(?:(?P<percents>[ ]?[%％])|(?P<percent_points>[个個]?百分[点點]))"
        rf"|(?P<leading>(?<={CHINESE}.)\d+(?:[.．]\d+)?(?![\d%％.．A-Za-z_-])))"
    ),
    Pattern(r"百分之(?P<percents>(?:\d+(?:[.．]\d+)?|[零一二三四五六七八九十百点點]+)[%％])"),
    Pattern(r"[-－—~～](?<=\d.)(?P<range>[-－—~～]?[%％])"),
    Pattern(r"[万萬亿億](?<=\d.)(?P<magnitudes>(?:[万萬](?!元?户)|(?<=[亿億])[亿億]))"),
    Pattern(r"[ ](?P<split>(?<=\d[ ])\d{1,2}(?=[ ]?(?:[%％]|[万萬亿億][元吨噸亩畝])))"),
    Pattern(r"年(?P<long_year>(?:(?<=(?<!\d)(?:19|20)\d{3}年)(?![以的])|(?<=(?<!\d)20[012]\d{3}年))(?<!00年)(?!前))"),
    Pattern(r"\d(?P<bare>(?<![\d.．]\d)\d{0,3}(?:\.\d+)?(?=[，。；;）)（(]|、(?!\d)))"),
    Pattern(r"2(?P<code>(?<=[发發字函办辦文令]2)0[012]\d[1-9]\d{0,3}[号號])"),
    Pattern(r"0(?P<leading_zero>(?<![\d.．,，:：/A-Za-z_＿第—~～-]0)\d+(?:[.．]\d+)?(?=[ ]?[%％‰万萬亿億元]))"),
    Pattern(r"[一二三四五六七八九](?<=[达達为為有共约約超近到].)(?P<mixed>\d{2,}(?=[个個家人户戶名万萬亿億元项項次]))"),
)
_FORMS = {
    "stop": _Form("的小数点误作句号", "has a full stop for its decimal point", _stands_in_text, _with_point_for_stop),
    "comma": _Form("的小数点误作顿号或逗号", "has a comma for its decimal point", _is_single_value, _with_point),
    "grouping": _Form("的分节有误", "is grouped wrongly", _is_wrongly_grouped, _unknown),
    "letter": _Form("中有字母混作数字", "has a letter for a digit", _has_letter_for_digit, _with_digits),
    "years": _Form("是两个连写的年份", "is two years run together", _are_years, _with_dash),
    "points": _Form("有两个小数点", "has two decimal points", _is_no_rank, _unknown),
    "doubled": _Form("的小数点重复", "has its decimal point doubled", _is_no_rank, _with_one_point),
    "open": _Form("的小数点后没有数字", "has no digit behind its decimal point", _is_no_rank, _unknown),
    "open_amount": _Form("的小数点后没有数字", "has no digit behind its decimal point", _stands_in_text, _unknown),
    "split": _Form("的小数点变成了空格", "has a space for its decimal point", _is_one_figure, _with_point_for_blank),
    "stray": _Form("与“年”之间多了一点", "has a stray point before 年", _always, _without_point),
    "blank": _Form("的小数点旁有空格", "has a space beside its decimal point", _stands_in_text, _without_blanks),
    "gap": _Form("中间有空格", "has a space inside", _stands_in_text, _without_blanks),
    "gap_after_two": _Form("中间有空格", "has a space inside", _stands_in_text, _without_blanks),
    "zero": _Form("的小数点前没有数字", "has no digit before its decimal point", _always, _with_zero),
    "percents": _Form("的百分号重复", "has its per cent sign doubled", _always, _with_one_percent),
    "percent_points": _Form(
        "既有百分号又有“百分点”", "is in per cent and in percentage points at once", _always, _unknown
    ),
    "leading": _Form("的百分号在数字前", "has its per cent sign before it", _always, _with_percent_behind),
    "range": _Form("的范围缺了后一个数", "is a range without its second number", _always, _unknown),
    "magnitudes": _Form("的“万”“亿”重复", "has 万 or 亿 twice", _always, _unknown),
    "long_year": _Form("作年份多了一位", "is a year of five digits", _always, _unknown),
    "leading_zero": _Form(
        "以0开头，疑缺小数点", "begins with 0 and has likely lost its point", _lacks_nothing_before, _unknown
    ),
    "bare": _Form("之后缺少百分号", "lacks its per cent sign", _is_percentage, _with_percent_sign),
    "code": _Form(
        "作发文字号缺少年份的括号", "is a document number without brackets for its year", _always, _in_brackets
    ),
    "mixed": _Form("汉字与阿拉伯数字混写", "mixes Chinese and Arabic digits", _always, _unknown),
}
