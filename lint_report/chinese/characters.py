"""Sets of characters for use inside the brackets of a regular expression."""

from __future__ import annotations

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
"""Chinese characters, 〇 among them."""

KANA = "\u3041-\u3096\u30a1-\u30fa"
"""Japanese syllables."""

OPENING = "“‘《〈「『【〔（"
"""Marks that open something, full-width."""

CLOSING = "”’》〉」』】〕）"
"""Marks that close something, full-width, in the order of `OPENING`."""
