"""Text that was read in the wrong encoding: 锟斤拷, 涓枃 for 中文, æˆ‘ for 我, 牞 for ，."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span

# First halves of common characters and marks of UTF-8 read as GBK, then the lead bytes of UTF-8 read as Latin-1.
_CLUE = Pattern("[牎牞牗牶牷輥瑏锟烫屯锛銆鈥鐨鏄鍦鎴涓浜鍙鍥骞宸鏈琛缁浠鍏ÂÃâãäåæçèéï]")
# Numbers in circles that a typesetting system kept in three-byte codes come out as 輥輯訛 and 瑏瑠瑡.
_LOST = Pattern(r"輥[輥-輻]訛|瑏[瑠-瑨]瑡|锟斤[锟斤拷]*|烫{3,}|屯{3,}|[锛銆鈥][?？\ufffd]|ï»¿")
_LATIN = Pattern(
    "(?:[\u00c2-\u00f4][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]{1,3})+"
)  # a lead byte, and following bytes as Latin-1 or Windows-1252 shows them
# Full-width marks whose first byte lost two bits: A0 for A3.
_MARKS = dict(zip("牎牗牞牶牷", "！（，：；", strict=True))
_WINDOW = 32
_ENOUGH = 2


class Mojibake(NamedTuple):
    """A stretch of such text, with what it was when that can be told."""

    span: Span
    meant: str | None


def find_mojibake(text: str) -> Iterator[Mojibake]:
    """Yield the stretches of text that were read in the wrong encoding, in the order in which they stand."""
    taken = 0
    for clue in _CLUE.finditer(text):
        if clue.start() < taken:
            continue
        found = _mark(clue) or _lost(text, clue.start()) or _latin(text, clue.start()) or _chinese(text, clue.start())
        if found:
            taken = found.span.end
            yield found


def _mark(clue: re.Match[str]) -> Mojibake | None:
    meant = _MARKS.get(clue.group())
    return Mojibake(Span(*clue.span()), meant) if meant else None


def _lost(text: str, start: int) -> Mojibake | None:
    match = _LOST.match(text, start)
    return Mojibake(Span(*match.span()), None) if match else None


def _latin(text: str, start: int) -> Mojibake | None:
    """UTF-8 read as Latin-1 or Windows-1252."""
    match = _LATIN.match(text, start)
    if not match:
        return None
    try:
        meant = b"".join(map(_byte, match.group())).decode()
    except UnicodeError:
        return None
    return Mojibake(Span(*match.span()), meant)


def _byte(character: str) -> bytes:
    return character.encode("latin-1" if character <= "\xff" else "cp1252")


def _chinese(text: str, start: int) -> Mojibake | None:
    """UTF-8 read as GBK."""
    content = text[start : start + _WINDOW].partition("\n")[0].encode("gb18030", "ignore")
    meant = content.decode("utf-8", "replace").partition("\ufffd")[0]
    while meant and not _is_common(meant[-1]):
        meant = meant[:-1]
    if len(meant) < _ENOUGH or not all(map(_is_common, meant[:_ENOUGH])):
        return None
    shown = content[: len(meant.encode())].decode("gb18030", "ignore")
    return Mojibake(Span(start, start + len(shown)), meant)


def _is_common(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) > 1
    except UnicodeEncodeError:
        return False
