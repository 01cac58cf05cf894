"""A line of the source with a stretch of it marked, cut to a width and safe to print."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from lint_report.source import Position

_ELLIPSIS = "…"
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_WIDE = frozenset({"W", "F"})


class Excerpt(NamedTuple):
    """A cut line.

    Attributes:
        before: What stands before the marked stretch.
        marked: The marked stretch.
        after: What stands after it.
    """

    before: str
    marked: str
    after: str

    @property
    def indent(self) -> int:
        """Columns of a terminal before the marked stretch."""
        return display_width(self.before)

    @property
    def width(self) -> int:
        """Columns of a terminal that the marked stretch takes, at least one."""
        return max(display_width(self.marked), 1)


def cut_excerpt(line: str, start: Position, end: Position, width: int) -> Excerpt:
    """Cut a line around a stretch of it.

    Args:
        line: The whole line, without its end.
        start: Where the stretch begins; its column counts.
        end: Where it ends (exclusive); on a later line, it reaches to the end of this one.
        width: Columns of the terminal that the excerpt may take; a long stretch is cut as well.
    """
    first = min(start.column - 1, len(line))
    last = min(end.column - 1, len(line)) if end.line == start.line else len(line)
    marked = _from_left(line[first:last], max(width * 2 // 3, 1))
    room = max(width - display_width(marked), 2)
    before = _from_right(line[:first].lstrip(" \t\u3000"), room // 2)
    after = _from_left(line[last:].rstrip(), room - display_width(before))
    return Excerpt(before, marked, after)


def show(text: str) -> str:
    """Give text that is safe to print: a tab is a space, what cannot be seen is named by its code point.

    Control characters of a document must not reach the terminal, where they could move the cursor or recolour it.
    """
    if text.isprintable():
        return text
    return "".join(
        " " if character == "\t" else f"<U+{ord(character):04X}>" if _is_invisible(character) else character
        for character in text
    )


def show_line(line: str) -> str:
    """Give a line that begins with a path, safe to print, and no command to a service that reads logs.

    GitHub takes a line that begins with `::` for one, and a file may be called so.
    """
    shown = show(line)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def display_width(text: str) -> int:
    """Give the columns that text takes on a terminal.

    Ambiguous characters such as “” count as narrow, as Unicode Standard Annex #11 recommends and terminals do.
    """
    return sum(map(_character_width, text))


def _character_width(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE


def _from_left(text: str, width: int) -> str:
    """Give as much of the text's beginning as fits."""
    shown = show(text[: width * 2])
    if len(text) <= width * 2 and display_width(shown) <= width:
        return shown
    used = display_width(_ELLIPSIS)
    for at, character in enumerate(shown):
        used += _character_width(character)
        if used > width:
            return shown[:at] + _ELLIPSIS
    return shown + _ELLIPSIS


def _from_right(text: str, width: int) -> str:
    """Give as much of the text's end as fits."""
    shown = show(text[-width * 2 :]) if width else ""
    if len(text) <= width * 2 and display_width(shown) <= width:
        return shown
    used = display_width(_ELLIPSIS)
    for at in range(len(shown) - 1, -1, -1):
        used += _character_width(shown[at])
        if used > width:
            return _ELLIPSIS + shown[at + 1 :]
    return _ELLIPSIS + shown
