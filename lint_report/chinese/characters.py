"""Sets of characters for use inside the brackets of a regular expression."""

from __future__ import annotations

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
"""Chinese characters, 〇 among them."""

CHINESE = r"[^\W\d_a-zA-Z\u2150-\u218b\u2460-\u24ff\u3041-\u30ff\uff21-\uff5a]"
"""A Chinese character, as a whole set, brackets and all; what other scripts (Greek, Cyrillic) have counts as well.

Where that makes no difference it is the better way to write `[HAN]`: Python takes a millisecond to compile a range of
twenty thousand characters, which is the time of a page of checking, and these small ones take a tenth of it.
"""

KANA = "\u3041-\u3096\u30a1-\u30fa"
"""Japanese syllables."""

OPENING = "“‘《〈「『【〔（"
"""Marks that open something, full-width."""

CLOSING = "”’》〉」』】〕）"
"""Marks that close something, full-width, in the order of `OPENING`."""
