"""Word's automatic numbers, worked out from the definitions of numbering (ECMA-376 Part 1, 17.9).

The numbers are not in the text: a paragraph names an instance of numbering and a level, the instance an abstract
definition, and the count runs on over all instances of one definition. An instance that sets a start counts from there
when it first comes up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from lint_report.readers.docx.markup import child
from lint_report.readers.docx.number_formats import format_number
from lint_report.readers.docx.styles import Inherited, NumberingReference, Styles, integer, is_on, value_of

_PLACE = re.compile(r"%([1-9])")
_NO_NUMBER = "0"  # 17.9.18: the instance by which a paragraph takes off the numbering of its style
_LONGEST_CHAIN = 10


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a definition (17.9.6)."""

    start: int
    number_format: str
    text: str
    suffix: str
    restart: int | None
    legal: bool
    style: str | None


@dataclass(slots=True)
class _Definition:
    """An abstract definition (17.9.1) and how far each of its levels has been counted."""

    levels: dict[int, _Level]
    style_link: str | None
    counts: dict[int, int] = field(default_factory=dict[int, int])


@dataclass(frozen=True, slots=True)
class _Instance:
    """An instance (17.9.15), with what it puts in place of its definition."""

    definition: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Gives each paragraph its number, in the order in which they stand."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions: dict[str, _Definition] = {}
        self._instances: dict[str, _Instance] = {}
        self._started: set[tuple[str, int]] = set()
        for element in part if part is not None else ():
            if element.tag == "w:abstractNum":
                identifier = element.get("w:abstractNumId", "")
                self._definitions[identifier] = _Definition(_read_levels(element), value_of(element, "w:numStyleLink"))
            elif element.tag == "w:num":
                self._instances[element.get("w:numId", "")] = _read_instance(element)

    def number(self, reference: NumberingReference | None, style: str | None) -> str:
        """Count a paragraph and give its number as it shows, with a space after it where one shows.

        Args:
            reference: What the paragraph itself says.
            style: The identifier of its style.
        """
        resolved = self._resolve(reference, style)
        if resolved is None:
            return ""
        name, instance, definition, level = resolved
        levels = {**definition.levels, **instance.levels}
        if level not in levels:
            return ""
        self._count(name, instance, definition, levels, level)
        return _show(levels, definition.counts, level)

    def _resolve(
        self, reference: NumberingReference | None, style: str | None
    ) -> tuple[str, _Instance, _Definition, int] | None:
        """Find the instance, definition and level of a paragraph; None when it has no number."""
        name = reference.instance if reference else None
        level = reference.level if reference else None
        inherited = self._styles.resolve(style)
        if name is None and inherited.numbering is not None:
            name = inherited.numbering.instance
        if name is None or name == _NO_NUMBER:
            return None
        found = self._find(name)
        if found is None:
            return None
        instance, definition = found
        if level is None and inherited.numbering is not None and inherited.numbering.instance == name:
            level = _level_of_style(definition, inherited)
        return name, instance, definition, level or 0

    def _find(self, name: str) -> tuple[_Instance, _Definition] | None:
        """Give an instance and its definition, following the link of a definition to a style (17.9.21)."""
        instance = self._instances.get(name)
        first = instance
        for _ in range(_LONGEST_CHAIN):
            definition = self._definitions.get(instance.definition) if instance else None
            if definition is None or first is None:
                return None
            if definition.style_link is None or definition.levels:
                return first, definition
            linked = self._styles.resolve(definition.style_link).numbering
            instance = self._instances.get(linked.instance or "") if linked else None
        return None

    def _count(
        self, name: str, instance: _Instance, definition: _Definition, levels: dict[int, _Level], level: int
    ) -> None:
        counts = definition.counts
        for higher in range(level):
            if higher in levels:
                counts.setdefault(higher, instance.starts.get(higher, levels[higher].start))
        start = instance.starts.get(level)
        if start is not None and (name, level) not in self._started:
            counts[level] = start
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level].start
        self._started.add((name, level))
        for lower in [lower for lower in counts if lower > level and _restarts(levels.get(lower), lower, level)]:
            del counts[lower]


def _level_of_style(definition: _Definition, inherited: Inherited) -> int | None:
    """Give the level that is linked to a style (17.9.23), or else the one that the style names."""
    for style in inherited.styles:
        for number, level in definition.levels.items():
            if level.style == style:
                return number
    return inherited.numbering.level if inherited.numbering else None


def _restarts(lower: _Level | None, lower_number: int, used: int) -> bool:
    """Tell whether a level begins anew after another was used (17.9.10): after any higher one unless it says which."""
    restart = lower.restart if lower is not None else None
    if restart is None or restart > lower_number:
        return True
    return used < restart


def _show(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    shown = levels[level]
    if shown.number_format == "bullet":
        return ""

    def write(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if place not in levels or levels[place].number_format in ("none", "bullet"):
            return ""
        number_format = "decimal" if shown.legal else levels[place].number_format
        return format_number(counts.get(place, levels[place].start), number_format)

    text = _PLACE.sub(write, shown.text)
    # A tab aligns the text after the number; it is a space to the reader only where no mark parts the two.
    spaced = shown.suffix == "space" or (shown.suffix == "tab" and (text[-1:].isalpha() or text[-1:].isdecimal()))
    return text + " " if text and spaced else text


def _read_levels(parent: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for element in parent:
        number = integer(element.get("w:ilvl"))
        if element.tag == "w:lvl" and number is not None:
            levels[number] = _read_level(element)
    return levels


def _read_level(element: Element) -> _Level:
    form = next(element.iter("w:numFmt"), None)  # newer formats stand in mc:AlternateContent
    legal = child(element, "w:isLgl")
    return _Level(
        start=integer(value_of(element, "w:start")) or 0,
        number_format=form.get("w:val", "decimal") if form is not None else "decimal",
        text=value_of(element, "w:lvlText") or "",
        suffix=value_of(element, "w:suff") or "tab",
        restart=integer(value_of(element, "w:lvlRestart")),
        legal=legal is not None and is_on(legal.get("w:val")),
        style=value_of(element, "w:pStyle"),
    )


def _read_instance(element: Element) -> _Instance:
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for override in element:
        number = integer(override.get("w:ilvl"))
        if override.tag != "w:lvlOverride" or number is None:
            continue
        level, start = child(override, "w:lvl"), integer(value_of(override, "w:startOverride"))
        if level is not None:
            levels[number] = _read_level(level)
        if start is not None:
            starts[number] = start
    return _Instance(value_of(element, "w:abstractNumId") or "", levels, starts)
