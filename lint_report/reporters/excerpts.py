"""A line of the source with a stretch of it marked, cut to a width and safe to print."""

from __future__ import annotations

import sys
import unicodedata
from functools import lru_cache

from lint_report.records import NamedTuple
from lint_report.source import Position, Source

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


def cut_excerpt(source: Source, start: Position, end: Position, width: int) -> Excerpt:
    """Cut a line around a stretch of it.

    Args:
        source: The text.
        start: Where the stretch begins.
        end: Where it ends (exclusive); on a later line, it reaches to the end of this one.
        width: Columns of the terminal that the excerpt may take; a long stretch is cut as well.
    """
    reach = width * 2 + 1  # no more is looked at, because a line may hold the whole file
    line, first = start.line, start.column - 1
    last = end.column - 1 if end.line == line else sys.maxsize - reach
    marked = _from_left(source.line_text(line, first, min(last, first + reach)), max(width * 2 // 3, 1))
    room = max(width - display_width(marked), 2)
    before = source.line_text(line, max(first - reach, 0), first)
    before = _from_right(before.lstrip(" \t\u3000") if first <= reach else before, room // 2)
    after = source.line_text(line, last, last + reach)
    after = _from_left(after.rstrip() if len(after) < reach else after, room - display_width(before))
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


@lru_cache(maxsize=4096)
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
