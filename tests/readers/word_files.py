"""Word files made for tests: the parts that matter, as Word and WPS write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def paragraph(text: str, *, style: str | None = None, number: tuple[int, int] | None = None, more: str = "") -> str:
    """Give a paragraph; the number is a pair (instance, level)."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{run(text)}</w:p>"


def run(text: str) -> str:
    """Give a run of text."""
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def level(number: int, text: str, form: str = "decimal", *, more: str = "") -> str:
    """Give a level of a numbering definition that starts at one."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def definition(number: int, *levels: str, more: str = "") -> str:
    """Give an abstract numbering definition."""
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def instance(number: int, abstract: int, *, more: str = "") -> str:
    """Give an instance of a numbering definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def word_file(body: str, *, namespace: str = W, raw_parts: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """Give a Word file.

    Args:
        body: What stands in the body.
        namespace: The conformance class.
        raw_parts: Further files of the package, or others in place of those made here.
        parts: What stands in other parts: numbering, styles, footnotes, endnotes, comments, header1, footer1…
    """
    roots = {"footnotes": "footnotes", "header": "hdr", "footer": "ftr"}
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relationships({"word/document.xml": "officeDocument"}),
        "word/document.xml": _part("document", f"<w:body>{body}<w:sectPr/></w:body>", namespace),
        "word/_rels/document.xml.rels": _relationships({f"{name}.xml": name.rstrip("0123456789") for name in parts}),
    }
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        files[f"word/{name}.xml"] = _part(roots.get(kind, kind), content, namespace)
    files.update(raw_parts or {})
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    """Give a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def _part(root: str, content: str, namespace: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:{root} xmlns:w="{namespace}" {_NAMESPACES}>{content}</w:{root}>'
    )


def _relationships(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONSHIP}{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
