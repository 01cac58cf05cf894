"""What the styles of a Word file say of a paragraph (ECMA-376 Part 1, 17.7): its level and its numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from lint_report.readers.docx.markup import child

_HEADING_NAME = re.compile(r"(?:heading|标题|標題) ?([1-9])")
_TITLE_NAMES = {"title": 0, "subtitle": None}
_CONTENTS_NAME = re.compile(r"toc [1-9]|toc heading|table of figures|wpsoffice手动目录 ?[1-9]")
_BODY_TEXT_LEVEL = 9  # 17.3.1.20: the value 9 says that there is no level
_LONGEST_CHAIN = 50


@dataclass(frozen=True, slots=True)
class NumberingReference:
    """What a paragraph or style says of numbering (17.3.1.19); None where it says nothing."""

    instance: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A style, as far as it matters here.

    Attributes:
        identifier: By which paragraphs name it.
        name: Built-in styles have the same name in every language of Word.
        parent: The identifier of the style that it is based on.
        outline_level: From 0; None where the style does not say.
        numbering: Where the style has any.
    """

    identifier: str
    name: str
    parent: str | None
    outline_level: int | None
    numbering: NumberingReference | None


@dataclass(frozen=True, slots=True)
class Inherited:
    """What a paragraph has from its style.

    Attributes:
        heading_level: From 1; 0 for the title of the document, None for what is no heading.
        is_contents: Whether it belongs to a table of contents.
        numbering: What the nearest style that has any says of it.
        styles: The identifiers from the paragraph's style to that one.
    """

    heading_level: int | None
    is_contents: bool
    numbering: NumberingReference | None
    styles: tuple[str, ...]


class Styles:
    """The styles of a file."""

    def __init__(self, part: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        self._resolved: dict[str | None, Inherited] = {}
        for element in part if part is not None else ():
            identifier = element.get("w:styleId")
            if element.tag != "w:style" or identifier is None:
                continue
            self._styles[identifier] = _read_style(element, identifier)
            if element.get("w:type") == "paragraph" and is_on(element.get("w:default", "0")):
                self._default = identifier

    def chain(self, identifier: str | None) -> Iterator[Style]:
        """Yield the style of a paragraph and those it is based on, nearest first."""
        style = self._styles.get(identifier or self._default or "")
        for _ in range(_LONGEST_CHAIN):
            if style is None:
                return
            yield style
            style = self._styles.get(style.parent or "")

    def resolve(self, identifier: str | None) -> Inherited:
        """Give what a paragraph has from its style."""
        found = self._resolved.get(identifier)
        if found is None:
            chain = tuple(self.chain(identifier))
            numbered = next((style for style in chain if style.numbering and style.numbering.instance), None)
            found = self._resolved[identifier] = Inherited(
                heading_level=_heading_level(chain),
                is_contents=any(_CONTENTS_NAME.fullmatch(style.name) for style in chain),
                numbering=numbered.numbering if numbered else None,
                styles=tuple(style.identifier for style in chain[: chain.index(numbered) + 1]) if numbered else (),
            )
        return found


def read_numbering_reference(properties: Element | None) -> NumberingReference | None:
    """Read `w:numPr` from the properties of a paragraph."""
    element = child(properties, "w:numPr")
    if element is None:
        return None
    return NumberingReference(value_of(element, "w:numId"), integer(value_of(element, "w:ilvl")))


def level_of_outline(outline_level: int) -> int | None:
    """Give the level of a heading, from 1, for an outline level; None for body text."""
    return outline_level + 1 if outline_level < _BODY_TEXT_LEVEL else None


def value_of(element: Element | None, name: str) -> str | None:
    """Give the value of a property, from the child of that name."""
    found = child(element, name)
    return None if found is None else found.get("w:val")


def integer(text: str | None) -> int | None:
    """Read a number of at most nine digits; None for anything else."""
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def is_on(value: str | None) -> bool:
    """Tell whether a toggle is set (17.17.4, ST_OnOff); without a value it is."""
    return value not in ("0", "false", "off")


def _read_style(element: Element, identifier: str) -> Style:
    properties = child(element, "w:pPr")
    return Style(
        identifier=identifier,
        name=(value_of(element, "w:name") or "").lower(),
        parent=value_of(element, "w:basedOn"),
        outline_level=integer(value_of(properties, "w:outlineLvl")),
        numbering=read_numbering_reference(properties),
    )


def _heading_level(chain: tuple[Style, ...]) -> int | None:
    for style in chain:
        if style.name in _TITLE_NAMES:  # their outline level, where they have one, is that of sections
            return _TITLE_NAMES[style.name]
        if style.outline_level is not None:
            return level_of_outline(style.outline_level)
        heading = _HEADING_NAME.fullmatch(style.name)
        if heading:
            return int(heading[1])
    return None
