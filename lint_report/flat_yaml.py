"""The YAML that needs no YAML library: a flat mapping of words, as presets and the lexicon are.

Importing the library takes longer than checking a short draft. What is written in any other way than the few told
here is left to the library, and what is read here is read there just so.
"""

from __future__ import annotations

from lint_report.patterns import Pattern
from lint_report.records import NamedTuple

_WORD = r"[a-z]+(?:-[a-z]+)*"
_ENTRY = Pattern(rf"({_WORD}):(?: (>-|{{}}|{_WORD}))?")
_NO_TEXT = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_INDENT = "  "


class FlatEntry(NamedTuple):
    """One key with its value.

    Attributes:
        key: The key.
        text: The value; None for an empty mapping.
        line: Its line, from 1.
    """

    key: str
    text: str | None
    line: int


def read_flat_yaml(text: str) -> list[FlatEntry] | None:
    """Read `key: word`, `key: {}` and `key: >-` with indented lines of text under it; None if there is anything else.

    Words are of small ASCII letters and hyphens; `off` and the like, which are no text in YAML, are something else.
    """
    entries: list[FlatEntry] = []
    keys: set[str] = set()
    block: list[str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if block is not None and line.startswith(_INDENT):
            if line[2:3] in ("", " ") or line[-1] == " " or not line.isprintable():
                return None
            block.append(line[2:])
            continue
        if block is not None:
            if not block:
                return None
            entries[-1] = entries[-1]._replace(text=" ".join(block))
            block = None
        if not line or (line.startswith("#") and line.isprintable()):
            continue
        match = _ENTRY.fullmatch(line)
        if match is None or match[1] in keys or match[2] is None or not _NO_TEXT.isdisjoint(match.groups()):
            return None
        keys.add(match[1])
        block = [] if match[2] == ">-" else None
        entries.append(FlatEntry(match[1], None if match[2] == "{}" else match[2], number))
    return entries if entries and block is None else None
