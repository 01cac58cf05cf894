"""Runs of signs that may stand for something, with what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.document import Document
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span

CROSS = "xX×ＸｘХх✕╳"
CIRCLE = "○◯〇OＯ"
STAR = "*＊"
LINE = "_＿"
BLOCK = "■▇█▉▓◼"
SIGN = "△▲◎●#＃"

SPACE = r"[ \u3000]?"
DIGIT = "[0-9０-９]"
HAN_DIGIT = "[〇○零一二三四五六七八九]"
OPEN = rf"[{CROSS}{STAR}{LINE}□]"  # what can stand for one digit, beside any
OPEN_OR_CIRCLE = rf"[{CROSS}{STAR}{LINE}□○◯〇]"  # the same beside 20, where a circle is no zero

_ANY = f"[{CROSS}{CIRCLE}{STAR}{LINE}{BLOCK}{SIGN}]"
_MARK = Pattern(rf"{_ANY}{_ANY}*+(?![A-Za-zＡ-Ｚａ-ｚ])")
_SORTS = {character: sort for sort in (CROSS, CIRCLE, STAR, LINE, BLOCK, SIGN) for character in sort}
_WINDOW = 24

_TALK_BEFORE = Pattern(
    r"(?:格式|形式|样式|樣式|[写寫][成作为為]|[标標](?:为|為|注|註|明)|命名|[形例譬]如|改用|使用|不[得要]用)[为為是成如：:]{0,2}"
    r"[“‘「『《][^”’」』》]*$"
    r"|(?:[改更]名|名[称稱])[为為是：:]{0,2}[“‘「『《][^”’」』》]*$|(?:[例譬比]如|[。；，（(]如[：:])[^。；]{0,16}$"
)
_TALK_AFTER = Pattern(
    r"[^“‘「『《》”’」』]{0,16}"
    r"(?:[”’」』》](?:的?格式|的?形式|字[样樣]|[样樣]式|命名|的?印章|的?公章|代替|占位|表示)|(?:模板|[范範样樣]本|[样樣]式|格式)[》”])"
)


class Mark(NamedTuple):
    """A run of signs.

    Attributes:
        text: The run itself.
        start: Where it starts in the document.
        sort: One of the groups of signs above: that of its last sign, because the circle in 二○×× is a digit.
        before: Up to 24 characters before it on its line.
        after: Up to 24 characters after it on its line, or beyond a tear of the paragraph.
    """

    text: str
    start: int
    sort: str
    before: str
    after: str

    @property
    def length(self) -> int:
        """How many signs it has."""
        return len(self.text)

    @property
    def fills_line(self) -> bool:
        """Whether nothing else stands near it on its line."""
        return not self.before.strip() and not self.after.strip()

    @property
    def is_quoted_pattern(self) -> bool:
        """Whether the text speaks of the sign: 格式为“20XX年”, 《20XX年工作总结模板》."""
        return speaks_of_sign(self.before, self.after)

    def placeholder(self, kind: Kind, *, back: int = 0, ahead: int = 0) -> Placeholder:
        """Take it for a placeholder, together with some characters before and after it."""
        return Placeholder(Span(self.start - back, self.start + self.length + ahead), kind)


def speaks_of_sign(before: str, after: str) -> bool:
    """Tell from the text on both sides whether it speaks of the sign between: 格式为“20XX年”."""
    return bool(_TALK_BEFORE.search(before) or _TALK_AFTER.match(after))


def read_marks(document: Document) -> Iterator[Mark]:
    """Yield the runs of signs of a document that do not run on into a Latin word."""
    text = document.text
    for match in _MARK.finditer(text):
        start, end = match.span()
        before = text[max(0, start - _WINDOW) : start].rpartition("\n")[2]
        if before[-1:].isascii() and before[-1:].isalpha() and end - start == 1:
            continue
        after, torn, _ = text[end : end + _WINDOW].partition("\n")
        if torn and not after.strip():
            after = _beyond_tear(document, end)
        yield Mark(match.group(), start, _SORTS[text[end - 1]], before, after)


def _beyond_tear(document: Document, offset: int) -> str:
    paragraph = document.paragraph_at(offset - 1)
    for tear in paragraph.tears if paragraph else ():
        if tear.start <= offset <= tear.end:
            return document.text[tear.end : tear.end + _WINDOW].partition("\n")[0]
    return ""
