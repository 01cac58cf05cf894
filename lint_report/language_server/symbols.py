"""The outline of a draft as an editor's list of symbols."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from lint_report.document import Document, Part, Report, Section
from lint_report.language_server.positions import Positions
from lint_report.messages import Language
from lint_report.reporters.excerpts import show
from lint_report.reporters.names import PARTS

_DEEPEST = 20  # editors walk the tree by recursion


def outline_symbols(document: Document, positions: Positions, language: Language) -> list[types.DocumentSymbol]:
    """Give a symbol for each report that has a title, and under it one for each section."""
    return [symbol for report in document.reports for symbol in _of_report(report, positions, language)]


def _of_report(report: Report, positions: Positions, language: Language) -> Iterator[types.DocumentSymbol]:
    sections = _of_sections(report.sections, positions, language)
    if report.title_span is None:
        yield from sections
        return
    yield types.DocumentSymbol(
        name=show(report.title or "") or "—",
        kind=types.SymbolKind.File,
        range=positions.range_of(report.span),
        selection_range=positions.range_of(report.title_span),
        children=sections,
    )


def _of_sections(sections: tuple[Section, ...], positions: Positions, language: Language) -> list[types.DocumentSymbol]:
    """Build the tree from a stack, for it may be deeper than Python's own; what is too deep goes up."""
    top: list[types.DocumentSymbol] = []
    pending = [(section, top, 1) for section in reversed(sections)]
    while pending:
        section, siblings, depth = pending.pop()
        children: list[types.DocumentSymbol] = []
        heading = section.heading
        siblings.append(
            types.DocumentSymbol(
                name=show(f"{heading.marker or ''}{heading.title}") or "—",
                detail="、".join(PARTS[part].text(language) for part in Part if part in section.parts),
                kind=types.SymbolKind.String if heading.item else types.SymbolKind.Module,
                range=positions.range_of(section.span),
                selection_range=positions.range_of(heading.span),
                children=children,
            )
        )
        below = children if depth < _DEEPEST else siblings
        pending.extend((child, below, depth + 1) for child in reversed(section.sections))
    return top
