"""Characters of symbol fonts (`w:sym`, ECMA-376 Part 1, 17.3.3.30), which mean nothing outside of their font."""

from __future__ import annotations

_PRIVATE_USE = range(0xE000, 0xF900)
_UNKNOWN = "•"
_SYMBOLS = {
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "❑",
        0x75: "◆",
        0x76: "❖",
        0x9F: "•",
        0xA1: "○",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xDF: "←",
        0xE0: "→",
        0xE1: "↑",
        0xE2: "↓",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
        **dict(zip(range(0x81, 0x8B), "①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
    },
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x4F: "✗", 0xA3: "□", 0x98: "●"},
    "symbol": {
        0xA3: "≤",
        0xA5: "∞",
        0xAE: "→",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "·",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xD6: "√",
        0xE5: "∑",
        0x44: "Δ",
        0x57: "Ω",
        0x61: "α",
        0x62: "β",
        0x6D: "μ",
        0x70: "π",
    },
}


def read_symbol(font: str, code: str) -> str:
    """Give the character that a symbol shows; a bullet for one that is not known.

    Args:
        font: The name of its font.
        code: Its number in hexadecimal, which may be moved into the private use area.
    """
    try:
        number = int(code[:8], 16)
    except ValueError:
        return _UNKNOWN
    if number in _PRIVATE_USE or font.lower() in _SYMBOLS:
        return _SYMBOLS.get(font.lower(), {}).get(number & 0xFF, _UNKNOWN)
    return chr(number) if 0x20 <= number < 0xD800 else _UNKNOWN  # noqa: PLR2004  # printable, below the surrogates
