"""Makes OpenDocument files for the tests."""

from __future__ import annotations

import zipfile
from io import BytesIO

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
    }.items()
)
MIME = "application/vnd.oasis.opendocument.text"


def content(body: str, styles: str = "") -> str:
    """Give content.xml with this body and these automatic styles."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def styles_part(styles: str) -> str:
    """Give styles.xml with these styles."""
    return f"<office:document-styles {_NAMES}><office:styles>{styles}</office:styles></office:document-styles>"


def odt(body: str = "", *, styles: str = "", parts: dict[str, str | bytes] | None = None) -> bytes:
    """Give a file with this body; parts are added, or stand in the place of what would be there."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {"mimetype": MIME, "content.xml": content(body, styles), **(parts or {})}.items():
            archive.writestr(name, part)
    return out.getvalue()


def paragraphs(*texts: str) -> str:
    """Give paragraphs."""
    return "".join(f"<text:p>{text}</text:p>" for text in texts)
