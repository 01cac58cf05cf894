"""What a reader of a Word file sees of one paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from lint_report.readers.docx.markup import child
from lint_report.readers.docx.styles import is_on
from lint_report.readers.docx.symbols import read_symbol


def _elements(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Text that was deleted or moved away, code of fields, properties, readings above characters.
_UNREAD = _elements(
    "w:del w:moveFrom w:delText w:delInstrText w:instrText w:fldData w:pPr w:rPr w:sdtPr w:sdtEndPr w:smartTagPr "
    "w:customXmlPr w:rubyPr w:rt w:tblPr w:tblGrid"
)
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_WHITE_SPACE = " \t\r\n"


@dataclass(slots=True)
class Content:
    """The content of a paragraph.

    Attributes:
        pieces: Its text.
        length: The length of the text.
        anchors: Pairs (identifier of a comment, where it begins in the text).
        boxes: The text boxes that are anchored in it.
    """

    pieces: list[str] = field(default_factory=list[str])
    length: int = 0
    anchors: list[tuple[str, int]] = field(default_factory=list[tuple[str, int]])
    boxes: list[Element] = field(default_factory=list[Element])

    def add(self, text: str) -> None:
        """Append to the text."""
        self.pieces.append(text)
        self.length += len(text)


def read_content(element: Element, content: Content) -> None:
    """Read what is in a paragraph, run or anything else within a paragraph."""
    for part in element:
        name = part.tag
        if name in ("w:t", "m:t"):
            content.add(_text(part))
        elif name in _CHARACTERS:
            content.add(_CHARACTERS[name])
        elif name in _UNREAD or (name == "w:r" and _is_hidden(part)):
            continue
        elif name == "w:sym":
            content.add(read_symbol(part.get("w:font", ""), part.get("w:char", "")))
        elif name in ("w:commentRangeStart", "w:commentReference"):
            content.anchors.append((part.get("w:id", ""), content.length))
        elif name == "w:txbxContent":
            content.boxes.append(part)
        elif name == "mc:AlternateContent":
            chosen = choose_alternative(part)
            if chosen is not None:
                read_content(chosen, content)
        else:
            read_content(part, content)


def choose_alternative(element: Element) -> Element | None:
    """Give the form of a content that holds text, the newest first (ECMA-376 Part 3, 9.3)."""
    for form in element:
        if any(next(form.iter(name), None) is not None for name in ("w:txbxContent", "w:p", "w:t", "m:t")):
            return form
    return None


def _text(element: Element) -> str:
    """Give the text of `w:t`, whose outer white space counts only where it says so (17.3.3.31)."""
    text = element.text or ""
    if element.get("xml:space") != "preserve":
        text = text.strip(_WHITE_SPACE)
    for character in "\t\r\n":
        text = text.replace(character, " ")
    return text


def _is_hidden(run: Element) -> bool:
    vanish = child(run, "w:rPr", "w:vanish")
    return vanish is not None and is_on(vanish.get("w:val"))
