"""The XML of a part, read element by element; a document type declaration is refused where it starts.

With such declarations entity bombs and references to other files begin, and no part of the format has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn, Protocol
from xml.parsers import expat

from lint_report_odt.package import Package

_CHUNK = 1 << 20
_NAMESPACES = "urn:oasis:names:tc:opendocument:xmlns:"


class Listener(Protocol):
    """Is told what a part holds, in order. Names are like `text:p`, whatever prefix the file uses."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def characters(self, text: str) -> None:
        """Text stands in the innermost element."""


def read_part(package: Package, part: str, listener: Listener) -> bool:
    """Tell a listener what a part holds.

    Args:
        package: The file.
        part: The name of the part.
        listener: Who is told.

    Returns:
        Whether there is such a part.

    Raises:
        UserError: It is damaged, is no well-formed XML, or is beyond a limit.
    """
    content = package.read(part)
    if content is None:
        return False
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > package.limits.depth:
            raise package.error(
                f"其中的 {part} 嵌套超过 {package.limits.depth} 层，没有读取",
                f"its part {part} is nested more than {package.limits.depth} deep and was not read",
            )
        listener.start(_short(name), {_short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        listener.end(_short(name))

    def refuse(*_declaration: object) -> NoReturn:
        raise package.error(
            f"其中的 {part} 含有文档类型声明（DTD），没有读取",
            f"its part {part} has a document type declaration and was not read",
        )

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = listener.characters
    parser.StartDoctypeDeclHandler = refuse
    try:
        for at in range(0, max(len(content), 1), _CHUNK):
            parser.Parse(content[at : at + _CHUNK], at + _CHUNK >= len(content))
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise package.error(
            f"其中的 {part} 不是完好的 XML（{error}）", f"its part {part} is no well-formed XML ({error})"
        ) from None
    return True


def _short(name: str) -> str:
    """Give `text:p` for the full name of an element; what other vendors added is `other:p`."""
    namespace, _, local = name.rpartition("}")
    if not namespace:
        return local
    if not namespace.startswith(_NAMESPACES):
        return f"other:{local}"
    return f"{namespace.removeprefix(_NAMESPACES).partition(':')[0]}:{local}"
