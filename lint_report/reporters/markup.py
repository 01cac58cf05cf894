"""Text that goes into XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Escape text for an element; characters that XML 1.0 cannot hold (its production 2) become U+FFFD."""
    return escape(_NOT_IN_XML.sub("\ufffd", text))


def xml_attribute(text: str) -> str:
    """Give text as a quoted attribute value, escaped likewise."""
    return quoteattr(_NOT_IN_XML.sub("\ufffd", text))
