"""What stands in a draft for something that was to be filled in or was cut out: 20xx年, XX镇, 约__万元, ***.

Four rules share these signs, and each sign is to be reported by one of them: they are found and told apart here, once
for a document, by the words that stand next to them. `document.once(find_placeholders)` gives them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.placeholders.blanks import find_blanks
from lint_report.chinese.placeholders.dates import date_of
from lint_report.chinese.placeholders.marks import Mark, read_marks
from lint_report.chinese.placeholders.names import name_of
from lint_report.chinese.placeholders.numbers import number_of
from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.chinese.placeholders.redactions import Redactions
from lint_report.chinese.placeholders.unnamed import find_unnamed
from lint_report.chinese.placeholders.zeros import find_zeros
from lint_report.document import Document
from lint_report.patterns import Pattern

_VARIABLES = Pattern(r"[+＋－—-][ ]?X|[0-9XＸ+＋、，为每][ ]?N[个個家名项項]|[、，到]N[个個家名项項]|若干[个個]")

__all__ = ["Kind", "Placeholder", "find_placeholders"]


def find_placeholders(document: Document) -> tuple[Placeholder, ...]:
    """Give the placeholders of a document, in the order in which they stand; no two overlap."""
    text = document.text
    found: list[Placeholder] = []
    for placeholder in sorted([*_classified(document), *find_zeros(text), *find_blanks(text), *find_unnamed(text)]):
        if not found or placeholder.span.start >= found[-1].span.end:
            found.append(placeholder)
    return tuple(found)


def _classified(document: Document) -> Iterator[Placeholder]:
    redactions = Redactions(document.text)
    taken = 0
    for mark in read_marks(document):
        if mark.start < taken or mark.is_quoted_pattern or _is_variable(document.text, mark):
            continue
        placeholder = date_of(mark) or number_of(mark) or name_of(mark) or redactions.read(mark)
        if placeholder:
            taken = placeholder.span.end
            yield placeholder


def _is_variable(text: str, mark: Mark) -> bool:
    """Tell a letter that a scheme such as 3+X names from one that was to be filled in: 3个主导产业、X个特色产业."""
    if mark.text not in ("X", "Ｘ"):
        return False
    start = text.rfind("\n", 0, mark.start) + 1
    end = text.find("\n", mark.start)
    return _VARIABLES.search(text, start, end if end >= 0 else len(text)) is not None
