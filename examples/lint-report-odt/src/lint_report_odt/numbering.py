"""The numbers that the program puts before list items and headings: they do not stand in the file as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_DIGITS = "零一二三四五六七八九"
_TEN, _HUNDRED = 10, 100
_CIRCLED = 20
_LEVEL_STYLES = ("text:list-level-style-number", "text:outline-level-style")
OUTLINE = "outline"


class Form(NamedTuple):
    """How the numbers of one level are written."""

    form: str
    prefix: str
    suffix: str
    start: int

    def write(self, number: int) -> str | None:
        """Give a number as it is printed; None for a form that is not known here."""
        written = _written(number, self.form)
        return None if written is None else f"{self.prefix}{written}{self.suffix}"


@dataclass(slots=True)
class Numbering:
    """Collects the styles of numbering, and counts.

    Attributes:
        unknown: Whether a number had to be left out because its form is not known.
    """

    unknown: bool = False
    _forms: dict[tuple[str, int], Form] = field(default_factory=dict[tuple[str, int], Form])
    _counts: dict[tuple[str, int], int] = field(default_factory=dict[tuple[str, int], int])
    _style: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take in an element of a part with styles."""
        if name == "text:list-style":
            self._style = attributes.get("style:name", "")
        elif name == "text:outline-style":
            self._style = OUTLINE
        elif name in _LEVEL_STYLES and attributes.get("style:num-format"):
            self._forms[self._style, _integer(attributes.get("text:level"), 1)] = Form(
                attributes["style:num-format"],
                attributes.get("style:num-prefix", ""),
                attributes.get("style:num-suffix", ""),
                _integer(attributes.get("text:start-value"), 1),
            )

    def end(self, name: str) -> None:
        """Do nothing: styles have no text."""

    def characters(self, text: str) -> None:
        """Do nothing: styles have no text."""

    def next(self, style: str, level: int) -> str:
        """Count one further at a level, and give the number as it is printed; empty where there is none."""
        form = self._forms.get((style, level))
        if form is None:
            return ""
        for counted in [key for key in self._counts if key[0] == style and key[1] > level]:
            del self._counts[counted]
        number = self._counts[style, level] = self._counts.get((style, level), form.start - 1) + 1
        written = form.write(number)
        self.unknown |= written is None
        return written or ""

    def restart(self, style: str) -> None:
        """Count a list from its start again."""
        for counted in [key for key in self._counts if key[0] == style]:
            del self._counts[counted]


def _written(number: int, form: str) -> str | None:
    first = form[0]
    if first == "1":
        return str(number)
    if first == "１":
        return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    if first == "①" and 1 <= number <= _CIRCLED:
        return chr(ord("①") + number - 1)
    if first in "一壹" and 0 < number < _HUNDRED:
        tens, ones = divmod(number, _TEN)
        front = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
        return front + (_DIGITS[ones] if ones else "")
    if first in "aA" and 0 < number <= ord("z") - ord("a") + 1:
        return chr(ord(first) + number - 1)
    return None


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < _TEN else otherwise
