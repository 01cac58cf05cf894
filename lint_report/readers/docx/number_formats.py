"""How Word writes a number: the values of ST_NumberFormat (ECMA-376 Part 1, 17.18.59) that reports may use.

Formats of other languages are written in Arabic digits.
"""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_COUNTING = "零一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_COUNTED = 9999


def format_number(value: int, number_format: str) -> str:
    """Write a number in one of Word's formats; in Arabic digits where the format has no such number."""
    write = _WRITERS.get(number_format)
    return (write(value) if write is not None and value > 0 else None) or str(value)


def _counting(digits: str, units: str, *, bare_ten: bool) -> Callable[[int], str | None]:
    """Write in words: 一百零五. A bare ten is 十, not 一十."""

    def write(value: int) -> str | None:
        if value > _LARGEST_COUNTED:
            return None
        words, gap = "", False
        for place in (3, 2, 1, 0):
            digit = value // 10**place % 10
            if digit:
                words += ("零" if gap and words else "") + digits[digit] + ("", *units)[place]
            gap = not digit
        return words[1:] if bare_ten and words.startswith(digits[1] + units[0]) else words

    return write


def _digit_by_digit(zero: str) -> Callable[[int], str]:
    digits = zero + _DIGITS[1:]
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _hundred_then_digits(zero: str) -> Callable[[int], str | None]:
    """Write in words to 99 and digit by digit above: 九十九, 一〇〇."""
    words, digits = _counting(_COUNTING, "十百千", bare_ten=True), _digit_by_digit(zero)
    return lambda value: words(value) if value < 100 else digits(value)  # noqa: PLR2004


def _one_of(first: str, count: int) -> Callable[[int], str | None]:
    """Take a character from a row of Unicode."""
    return lambda value: chr(ord(first) + value - 1) if value <= count else None


def _from(characters: str) -> Callable[[int], str | None]:
    return lambda value: characters[value - 1] if value <= len(characters) else None


def _circled(value: int) -> str | None:
    for first, count, offset in (("①", 20, 0), ("㉑", 15, 20), ("㊱", 15, 35)):
        if offset < value <= offset + count:
            return chr(ord(first) + value - offset - 1)
    return None


def _letters(first: str) -> Callable[[int], str | None]:
    """Write a letter, doubled in the second round, as Word does: z, aa, bb."""

    def write(value: int) -> str | None:
        rounds, letter = divmod(value - 1, 26)
        return chr(ord(first) + letter) * (rounds + 1) if rounds < 30 else None  # noqa: PLR2004

    return write


def _roman(value: int) -> str | None:
    if value >= 4000:  # noqa: PLR2004
        return None
    written = ""
    for unit, letters in _ROMAN:
        written += letters * (value // unit)
        value %= unit
    return written


def _lower_roman(value: int) -> str | None:
    written = _roman(value)
    return written and written.lower()


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_WRITERS: dict[str, Callable[[int], str | None]] = {
    "chineseCounting": _hundred_then_digits("〇"),
    "chineseCountingThousand": _counting(_COUNTING, "十百千", bare_ten=True),
    "chineseLegalSimplified": _counting(_LEGAL_SIMPLIFIED, "拾佰仟", bare_ten=False),
    "taiwaneseCounting": _hundred_then_digits("○"),
    "taiwaneseCountingThousand": _counting(_COUNTING, "十百千", bare_ten=True),
    "taiwaneseDigital": _digit_by_digit("○"),
    "ideographDigital": _digit_by_digit("〇"),
    "ideographLegalTraditional": _counting(_LEGAL_TRADITIONAL, "拾佰仟", bare_ten=True),
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _one_of("㊀", 10),
    "japaneseCounting": _counting(_COUNTING, "十百千", bare_ten=True),
    "japaneseDigitalTenThousand": _digit_by_digit("〇"),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _one_of("⒈", 20),
    "decimalEnclosedParen": _one_of("⑴", 20),
    "decimalFullWidth": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda value: str(value).translate(_FULL_WIDTH),
    "decimalZero": "{:02d}".format,
    "numberInDash": "- {} -".format,
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": _lower_roman,
}
