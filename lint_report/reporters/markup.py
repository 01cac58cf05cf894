"""Text that goes into XML."""

from __future__ import annotations

import re

_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Line ends would be lost in an attribute and could begin a line of a log; the others turn text around or are obeyed by
# terminals. A reader of the XML gets all of them as they were.
_REFERENCED = re.compile(
    '[\t\n\r&<>"\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]'
)


def xml_text(text: str) -> str:
    """Escape text for an element; characters that XML 1.0 cannot hold (its production 2) become U+FFFD."""
    return _REFERENCED.sub(_reference, _NOT_IN_XML.sub("\ufffd", text))


def xml_attribute(text: str) -> str:
    """Give text as a quoted attribute value, escaped likewise."""
    return f'"{xml_text(text)}"'


def _reference(match: re.Match[str]) -> str:
    character = match.group()
    return _SPECIAL.get(character) or f"&#x{ord(character):X};"
