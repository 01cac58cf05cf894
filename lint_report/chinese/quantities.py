"""Quantities in running text: a number, its magnitude and its unit, read as the writer meant them.

`find_quantities` reads digits of both widths (54名, ３.２亿元, 10,285億元), numbers in parts (6億2,179萬5千元,
2億5千3百餘萬元), Chinese numerals (四千二百多万元, 百分之五, 三分之二, 七成), ranges (3—5名), and the words that make a
number approximate. Values are exact decimals; `Quantity.bounds` says what range of true values the words and digits
allow, which is what arithmetic on published figures must go by::

    >>> [quantity.value for quantity in find_quantities("应到代表54名，实到53人，参会率98.1%")]
    [Decimal('54'), Decimal('53'), Decimal('98.1')]
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from re import Match

from lint_report.chinese.units import CURRENCIES, DURATIONS, MEASURE_WORDS, PEOPLE, PHYSICAL, SHARES, alternation
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span


class Exactness(enum.StrEnum):
    """How a number is to be taken by the words around it.

    EXACT as it stands; ABOUT (约, 左右); OVER (以上, 超过, 逾); NEARLY (近, 不足: less, by less than one unit of the
    last digit that is not zero); AT_MOST (以内, 不超过); ODD (余, 多: more, by less than one such unit).
    """

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    NEARLY = "nearly"
    AT_MOST = "at-most"
    ODD = "odd"


class Bounds(NamedTuple):
    """The least and the greatest true value that a stated number may stand for; `high` is None where there is none."""

    low: Decimal
    high: Decimal | None


class Quantity(NamedTuple):
    """A number with what belongs to it.

    Attributes:
        span: Number, magnitude and unit as they stand, in offsets of the text searched; approximate words outside
            of the number (约, 以上) are not part of it.
        value: The magnitude (万, 亿) multiplied in; a share (%, ‰, 成, 百分之) in hundredths, so that 98.1% and
            百分之五 are 98.1 and 5.
        step: The value of one unit of the last digit stated: 0.1 for 98.1%, 10000000 for 3.2亿元.
        unit: In simplified characters and without magnitude: 元, 人次, 平方米; `%` for all shares, 百分点 for
            percentage points, empty for a bare number.
        exactness: How the number is to be taken.
        upper: The higher end of a range such as 3—5名, None for a single number.
    """

    span: Span
    value: Decimal
    step: Decimal
    unit: str
    exactness: Exactness = Exactness.EXACT
    upper: Decimal | None = None

    @property
    def counts(self) -> bool:
        """Tell whether it counts things one by one (54名, 27家), so that its digits are not rounded.

        Counts of whole thousands are not trusted to be exact.
        """
        return (
            self.step == 1 and self.unit in _counted_units() and (self.value < _THOUSAND or self.value % _THOUSAND != 0)
        )

    def bounds(self) -> Bounds | None:
        """Give the range of true values that the statement allows; None where a word such as 约 leaves it open.

        A number that is not a count may have been rounded at its last digit.
        """
        if self.exactness is Exactness.ABOUT:
            return None
        if self.exactness is Exactness.OVER:
            return Bounds(self.value, None)
        if self.exactness is Exactness.AT_MOST:
            return Bounds(Decimal(0), self.upper or self.value)
        if self.exactness is Exactness.ODD:
            return Bounds(self.value, self.value + self._last_place())
        if self.exactness is Exactness.NEARLY:
            return Bounds(self.value - self._last_place(), self.value)
        high = self.value if self.upper is None else self.upper
        return Bounds(self.value, high) if self.counts else Bounds(self.value - self.step / 2, high + self.step / 2)

    def rounded(self) -> Bounds | None:
        """Give the range of `bounds`, wider where the number ends in zeros and may be a round one: 450亿元, 1000亿元.

        It is wider by half of the last place that is no zero, and by two hundredths of the number at most.
        """
        bounds, place = self.bounds(), self._last_place()
        if bounds is None or self.exactness is not Exactness.EXACT or self.counts or place <= self.step:
            return bounds
        slack = min(place / 2, abs(self.value) / 50)
        high = self.value if self.upper is None else self.upper
        return Bounds(min(bounds.low, self.value - slack), max(high + self.step / 2, high + slack))

    def _last_place(self) -> Decimal:
        place = self.step
        while self.value and self.value % (place * 10) == 0:
            place *= 10
        return place


def find_quantities(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Quantity]:
    """Yield the quantities in a stretch of text, in the order in which they stand.

    Ordinals (第28次), years, days of the month and times of day are none. Chinese numerals count only before a unit,
    because most of them are part of words (统一, 三农).

    Args:
        text: Any text.
        start: Offset at which to begin.
        end: Offset at which to stop, exclusive; the end of the text by default.
    """
    done = start
    for number in _NUMBER.finditer(text, start, end):
        match = _QUANTITY.match(text, number.start(), end) if number.start() >= done else None
        if match is not None:
            done = match.end()
            quantity = _read(match, start)
            if quantity is not None:
                yield quantity


def read_number(number: str) -> tuple[Decimal, Decimal] | None:
    """Give the value of a number with its magnitudes, and the value of one unit of its last digit.

    Takes digits and Chinese numerals, also mixed and in parts: 3.2亿, 6億2,179萬5千, 四千二百万. Gives None for what
    is no number.
    """
    if number.isdecimal() and len(number) <= _MOST_DIGITS:
        return Decimal(number), _ONE
    total = section = Decimal(0)
    current: Decimal | None = None
    step, highest = Decimal(1), Decimal(0)
    for token in _TOKEN.finditer(number):
        power = _POWERS.get(token.group())
        if power is None:
            if current is not None:
                return None
            current, step = _digits(token.group())
        elif power < _MYRIAD:
            section += (_ONE if current is None else current) * power
            step = power if current is None else step * power
            current = None
        else:
            bare = current is None and not section
            section += current or 0
            if power > highest and total:
                total = (total + section) * power
            else:
                total += (_ONE if bare else section) * power
            current, section, step, highest = None, Decimal(0), step * power, max(power, highest)
    value = total + section + (current or 0)
    return value, step


@lru_cache(maxsize=512)
def simplify_unit(unit: str) -> str:
    """Give a unit as `Quantity.unit` has it: in simplified characters, 百分点 without its measure word."""
    simple = unit.translate(_SIMPLIFIED)
    return simple.removeprefix("个") if simple.endswith("分点") else simple


def _read(match: Match[str], start: int) -> Quantity | None:
    """Read a match; what stands before `start` is no part of the text."""
    share, digits, han, rest, upper, unit = match.group("share", "digits", "han", "rest", "upper", "unit")
    if share:
        return _read_share(match, start)
    if digits and _IN_THOUSANDS.search(match.string, max(0, match.start() - 3), match.end("digits")):
        return None
    if han and match.string[match.start() - 1 : match.start()] == "“":
        return None  # “三名”人才 is a name
    read = read_number((digits or han) + (rest or ""))
    if read is None or (han and not unit) or _is_date(match, unit or "", read[0]):
        return None
    value, step = read
    highest = read_number(upper) if upper else None
    scale = _SHARE_SCALES.get(unit)
    return Quantity(
        span=Span(match.start(), _number_end(match)),
        value=value * scale if scale else value,
        step=step * scale if scale else step,
        unit="%" if scale else simplify_unit(unit or ""),
        exactness=Exactness.ABOUT if unit == "成" else _exactness(match, start),
        upper=None if highest is None else highest[0] * scale if scale else highest[0],
    )


def _read_share(match: Match[str], start: int) -> Quantity | None:
    """Read 百分之五点三, 三分之二 and 一半; but for hundredths they are approximate."""
    span = Span(*match.span("share"))
    whole, _, part = match["share"].replace("點", "点").partition("分之")
    if not part:
        return Quantity(span, _HALF, Decimal(1), "%", Exactness.ABOUT)
    number, _, digits = part.partition("点")
    above, below = read_number(number), read_number(whole)
    if above is None or below is None or not below[0]:
        return None
    if whole != "百":
        return Quantity(span, above[0] * 100 / below[0], Decimal(1), "%", Exactness.ABOUT)
    step = Decimal(1).scaleb(-len(digits))
    decimals = int("".join(str(_HAN_DIGITS.get(digit, 0)) for digit in digits) or "0")
    return Quantity(span, above[0] + decimals * step, step, "%", _exactness(match, start))


def _number_end(match: Match[str]) -> int:
    return match.end() - len(match["after"] or "")


def _exactness(match: Match[str], start: int) -> Exactness:
    after = match["after"]
    before = _word_before(match.string, start, match.start())
    if after in ("左右", "上下") or before[:1] in ("约", "約", "大"):
        return Exactness.ABOUT
    if match["odd"]:
        return Exactness.ODD
    if after in ("以下", "以内", "以內", "之内"):
        return Exactness.AT_MOST
    if after:
        return Exactness.OVER
    return _BEFORE.get(before, Exactness.EXACT)


def _word_before(text: str, start: int, end: int) -> str:
    """Give the word that makes a number approximate and stands right before it, empty where there is none."""
    lead = text[max(start, end - _LONGEST_BEFORE) : end]
    match = _BEFORE_NUMBER.search(lead) if lead.rstrip()[-1:] in _BEFORE_ENDS else None
    if match is None:
        return ""
    word, at = match["word"], end - len(lead) + match.start()
    # 已签约300户 is no 约300户.
    return "" if word in ("约", "約") and text[at - 1 : at] in tuple("签簽节節契合公预預") else word


def _is_date(match: Match[str], unit: str, value: Decimal) -> bool:
    if unit == "年":
        return value >= _ROC_YEARS
    if unit == "日":
        return True
    return not unit and _DATE_AFTER.match(match.string, match.end()) is not None


def _digits(digits: str) -> tuple[Decimal, Decimal]:
    if digits[0] in _HAN_DIGITS:
        return Decimal("".join(str(_HAN_DIGITS[digit]) for digit in digits)), Decimal(1)
    whole, _, decimals = digits.translate(_PLAIN_MARKS).partition(".")
    return Decimal(f"{whole}.{decimals}" if decimals else whole), _STEPS[len(decimals)]


@cache
def _counted_units() -> frozenset[str]:
    return frozenset(simplify_unit(unit) for unit in (*PEOPLE, *MEASURE_WORDS))


_ONE = Decimal(1)
_MOST_DIGITS = 15
_STEPS = tuple(_ONE.scaleb(-places) for places in range(9))
_HALF = Decimal(50)
_THOUSAND = Decimal(1000)
_MYRIAD = Decimal(10_000)
_ROC_YEARS = 80
_HAN_DIGITS = {**dict(zip("零一二三四五六七八九", range(10), strict=True)), "〇": 0, "两": 2, "兩": 2}
_POWERS = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": _THOUSAND,
    **dict.fromkeys("万萬", _MYRIAD),
    **dict.fromkeys("亿億", Decimal(10**8)),
    "兆": Decimal(10**12),
}
_SHARE_SCALES = {"%": Decimal(1), "％": Decimal(1), "﹪": Decimal(1), "‰": Decimal("0.1"), "成": Decimal(10)}
_SIMPLIFIED = str.maketrans(
    "個項場條處臺輛頭隻間棟冊張塊屆門種類車頁層級檔輪頓點畝頃噸圓戶員對軍時週歲齣場盞紙",
    "个项场条处台辆头只间栋册张块届门种类车页层级档轮顿点亩顷吨元户员对军时周岁出场盏纸",
)
_BEFORE = {
    **dict.fromkeys(("近", "将近", "將近", "接近", "不足", "不到"), Exactness.NEARLY),
    **dict.fromkeys(("逾", "超过", "超過", "超", "突破", "高于", "高於", "至少", "不少于", "不低于"), Exactness.OVER),
    **dict.fromkeys(("低于", "低於", "至多", "不超过", "不超過"), Exactness.AT_MOST),
    **dict.fromkeys(("约", "約", "大约", "大約"), Exactness.ABOUT),
}
_BEFORE_ENDS = tuple({*(word[-1] for word in _BEFORE), *"达達"})
_BEFORE_NUMBER = Pattern(rf"(?P<word>{alternation(_BEFORE)})[达達]?\s?\Z")
_LONGEST_BEFORE = 5
_HAN = "一二三四五六七八九十百千万亿零〇两萬億兩"
_MAGNITUDE = "(?:[万亿萬億兆]|[十百千](?![米克瓦伏分年]))"
_FIGURE = r"\d{1,3}(?:,\d{3}){1,4}(?:[.．]\d{1,8})?|\d{1,15}(?:[.．]\d{1,8}|[。·]\d{1,2}(?=\s?[%％]))?"
_ANY_FIGURE = r"\d{1,15}(?:,\d{3}){0,4}(?:[.．。·]\d{1,8})?"
_PART = rf"(?:(?:{_FIGURE})(?:\s?{_MAGNITUDE}){{0,3}})"
_NUMBER = Pattern(rf"[\d{_HAN}](?:(?<![\d.．第A-Za-z].)|(?<=[{_HAN}]))")
_QUANTITY = Pattern(
    rf"(?:(?P<share>百分之[{_HAN}点點]{{1,8}}|[{_HAN}]{{1,3}}分之[{_HAN}]{{1,3}}|一半)"
    rf"|(?:(?<![\d.．第A-Za-z])(?<!\d[:：])(?P<digits>{_PART}(?:(?<!\d){_PART}){{0,4}})|(?<![第统初唯十])(?P<han>[{_HAN}]{{1,12}}))"
    r"(?:(?P<odd>[多余餘])(?P<rest>[十百千万亿萬億兆]{0,2}))?"
    rf"(?:[-—–~～－至到]{{1,2}}(?P<upper>{_PART}))?"
    rf"(?:\s{{0,2}}(?P<unit>{alternation(CURRENCIES, PHYSICAL, PEOPLE, MEASURE_WORDS, DURATIONS, SHARES)}))?)"
    r"(?P<after>以上|以下|以内|以內|之内|左右|上下)?"
)
_TOKEN = Pattern(rf"{_ANY_FIGURE}|[{_HAN[:9]}零〇两兩]+|[十百千万亿萬億兆]")
_DATE_AFTER = Pattern(r"\s{0,2}(?:[年月日号號時时]|[:：]\d\d)")
_PLAIN_MARKS = str.maketrans({"．": ".", "。": ".", "·": ".", ",": None})
_IN_THOUSANDS = Pattern(r"\d(?:，|, )\d{3}(?!\d)")
"""The second part of a number that a mark of the wrong width parts: 1，753亿元."""
