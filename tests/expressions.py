"""Every regular expression of the project, found where it stands."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import lint_report
import lint_report_rules
from lint_report.outline.lexicon import shipped_lexicon
from lint_report.outline.phrases import PhraseReader
from lint_report.outline.titles import TitleReader
from lint_report.patterns import Pattern

_DEEPEST = 4


def every_expression() -> dict[str, Pattern | re.Pattern[str]]:
    """Give all expressions of modules, and those that are made of the lexicon, by the place where they stand."""
    found: dict[str, Pattern | re.Pattern[str]] = {}
    for package in (lint_report, lint_report_rules):
        for entry in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not entry.name.endswith("__main__"):
                module = importlib.import_module(entry.name)
                for name, value in vars(module).items():
                    found.update(_expressions(f"{entry.name}.{name}", value, 0))
    lexicon = shipped_lexicon()
    for reader in (PhraseReader(lexicon), TitleReader(lexicon)):
        for name, attribute in vars(type(reader)).items():
            if isinstance(attribute, cached_property):
                found.update(_expressions(f"{type(reader).__name__}.{name}", getattr(reader, name), 0))
    by_source: dict[tuple[str, int], str] = {}
    for place, pattern in found.items():
        source = pattern.source if isinstance(pattern, Pattern) else pattern.pattern
        by_source.setdefault((source, pattern.flags & ~re.UNICODE), place)
    return {place: found[place] for place in by_source.values()}


def _expressions(place: str, value: object, depth: int) -> Iterator[tuple[str, Pattern | re.Pattern[str]]]:
    if isinstance(value, Pattern) or (isinstance(value, re.Pattern) and isinstance(value.pattern, str)):
        yield place, value
    elif depth < _DEEPEST and isinstance(value, tuple | list):
        for at, item in enumerate(value):
            yield from _expressions(f"{place}[{at}]", item, depth + 1)
    elif depth < _DEEPEST and isinstance(value, Mapping):
        for key, item in value.items():
            yield from _expressions(f"{place}[{key!r}]", item, depth + 1)
