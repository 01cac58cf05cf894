"""The XML of Word files, read block by block so that a long file takes no more memory than its longest block.

Names come with the prefixes that ECMA-376 uses (`w:p`), whatever the file calls them and whichever of the two
conformance classes it follows. A document type declaration, with which entity bombs and external entities begin, is
refused where it starts: no part of a Word file may have one (ECMA-376 Part 2, 7.2.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn
from xml.etree.ElementTree import Element
from xml.parsers import expat

if TYPE_CHECKING:
    from lint_report.readers.docx.package import Package

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://www.w3.org/XML/1998/namespace": "xml:",
    "http://schemas.openxmlformats.org/package/2006/relationships": "",
}
_TEXTS = frozenset(("w:t", "m:t", "w:instrText"))  # the only elements whose text is read
_CHUNK = 1 << 20


def read_tree(content: bytes, package: Package, part: str) -> Element:
    """Read a whole part.

    Args:
        content: The part.
        package: The package that it belongs to, for limits and errors.
        part: What to call it in errors.

    Raises:
        UserError: It is not well-formed, or beyond a limit.
    """
    return next(read_blocks(content, package, part, frozenset(("",))))


def read_blocks(content: bytes, package: Package, part: str, inside: frozenset[str]) -> Iterator[Element]:
    """Yield every element that stands directly inside an element of one of the names given.

    An empty name stands for the part itself. The arguments are those of `read_tree`.
    """
    blocks = _Blocks(package, part, inside)
    for start in range(0, max(len(content), 1), _CHUNK):
        blocks.feed(content[start : start + _CHUNK], last=start + _CHUNK >= len(content))
        yield from blocks.finished
        blocks.finished.clear()


def child(element: Element | None, *path: str) -> Element | None:
    """Give the first child of a name, or what a path of names leads to.

    The searches of `xml.etree` take the colon in our names for a prefix of their own.
    """
    for name in path:
        for found in element if element is not None else ():
            if found.tag == name:
                element = found
                break
        else:
            return None
    return element


class _Blocks:
    """Builds the elements as the parser reports what it meets."""

    def __init__(self, package: Package, part: str, inside: frozenset[str]) -> None:
        self.finished: list[Element] = []
        self._package = package
        self._part = part
        self._inside = inside
        self._names: dict[str, str] = {}
        self._outer: list[str] = [""]
        self._open: list[Element] = []
        self._text: list[str] = []
        self._parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, content: bytes, *, last: bool) -> None:
        """Read a piece of the part."""
        try:
            self._parser.Parse(content, last)
        except (expat.ExpatError, ValueError, LookupError) as error:
            line = self._parser.CurrentLineNumber
            raise self._package.error(
                f"其中的 {self._part} 第 {line} 行不是完好的 XML（{error}）；请在 Word 或 WPS 中打开，另存后再检查",
                f"line {line} of its part {self._part} is no well-formed XML ({error}); open the file in Word or WPS "
                "and save it anew",
            ) from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = self._names.get(name) or self._short(name)
        if not self._open and self._outer[-1] not in self._inside:
            self._outer.append(name)
        else:
            names = self._names
            element = Element(name)
            for key, value in attributes.items():
                element.set(names.get(key) or self._short(key), value)
            if self._open:
                self._open[-1].append(element)
            self._open.append(element)
        if len(self._open) + len(self._outer) > self._package.limits.depth:
            raise self._package.error(
                f"其中的 {self._part} 嵌套超过 {self._package.limits.depth} 层，没有读取",
                f"its part {self._part} is nested more than {self._package.limits.depth} deep and was not read",
            )
        self._text.clear()

    def _end(self, _name: str) -> None:
        if not self._open:
            self._outer.pop()
            return
        element = self._open.pop()
        if element.tag in _TEXTS:
            element.text = "".join(self._text)
        self._text.clear()
        if not self._open:
            self.finished.append(element)

    def _short(self, name: str) -> str:
        namespace, _, local = name.rpartition("}")
        short = self._names[name] = _PREFIXES.get(namespace, "?:" if namespace else "") + local
        return short

    def _refuse(self, *_declaration: object) -> NoReturn:
        raise self._package.error(
            f"其中的 {self._part} 含有文档类型声明（DTD），没有读取：正常的 Word 文件不会有",
            f"its part {self._part} has a document type declaration and was not read: no sound Word file has one",
        )
