"""Numerals as they stand in headings and dates: 十二, 廿三, 拾壹, ③, １２."""

from __future__ import annotations

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("〇壹贰叁肆伍陆柒捌玖", range(10), strict=True)),
    "貳": 2,
    "參": 3,
    "叄": 3,
    "陸": 6,
    "弍": 2,
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "拾": 10, "廿": 20, "卅": 30}
_HUNDREDS = "百佰"
HAN_DIGITS = "一二三四五六七八九十百零〇廿卅两兩"
FORMAL_DIGITS = "壹贰叁肆伍陆柒捌玖拾貳參叄陸佰"
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
