"""Numerals as they stand in headings and dates: 十二, 廿三, 拾壹, ③, １２."""

from __future__ import annotations

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    "貳": 2,
    "參": 3,
    "参": 3,
    "叄": 3,
    "陸": 6,
    "弍": 2,
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30}
_HUNDREDS = "百佰"
HAN_DIGITS = "一二三四五六七八九十百零〇廿卅两兩"
FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖拾貳參参叄陸佰"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def numeral_value(numeral: str) -> int | None:
    """Give the value of a numeral to 999, None for what is not one.

    Takes Chinese numerals in both scripts and in formal characters, digits of both widths, and circled numbers. A row
    of Chinese digits without tens is read digit by digit (二〇 is 20).
    """
    if numeral.isdecimal():
        return int(numeral)
    if len(numeral) == 1 and numeral in CIRCLED:
        return CIRCLED.index(numeral) + 1
    if all(character in _DIGITS for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral)) if numeral else None
    return _positional_value(numeral)


def _positional_value(numeral: str) -> int | None:
    total, digit = 0, None
    for character in numeral:
        if character in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[character]
        elif character in _TENS:
            total += _TENS[character] * (1 if digit is None or character in "廿卅" else digit)
            digit = None
        elif character in _HUNDREDS:
            total += 100 * (1 if digit is None else digit)
            digit = None
        else:
            return None
    return total + (digit or 0)


def write_numeral(value: int, like: str) -> str | None:
    """Write a value from 1 to 99 in the manner of another numeral: Chinese, formal, circled, digits of either width.

    Gives None where that manner does not reach (circled numbers end at 20).
    """
    if like.isdecimal():
        digits = str(value)
        return digits if like.isascii() else digits.translate({ord("0") + at: chr(ord("０") + at) for at in range(10)})
    if like in CIRCLED:
        return CIRCLED[value - 1] if value <= len(CIRCLED) else None
    formal = any(character in FORMAL_DIGITS for character in like)
    digits = (
        ("壹贰叁肆伍陆柒捌玖" if not set(like) & set("貳參叄陸") else "壹貳參肆伍陸柒捌玖")
        if formal
        else "一二三四五六七八九"
    )
    ten = "拾" if formal else "十"
    tens, ones = divmod(value, 10)
    head = "" if tens == 0 else ten if tens == 1 else digits[tens - 1] + ten
    return head + (digits[ones - 1] if ones else "")
