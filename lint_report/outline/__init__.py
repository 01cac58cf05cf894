"""From text to section tree."""

from __future__ import annotations

from lint_report.chinese.folding import fold, fold_widths
from lint_report.chinese.script import tell_script
from lint_report.document import Document, Kind, Paragraph, Report, Script
from lint_report.outline.blocks import read_blocks
from lint_report.outline.boundaries import Draft, split_abstracts, split_drafts
from lint_report.outline.glued import cut_glued_headings
from lint_report.outline.headings import read_entries, settle_numbers
from lint_report.outline.kinds import tell_kind
from lint_report.outline.lexicon import Lexicon, shipped_lexicon
from lint_report.outline.parts import assign_parts
from lint_report.outline.tree import build_report
from lint_report.source import Source, Span


def read_outline(source: Source, kind: Kind | None = None, lexicon: Lexicon | None = None) -> Document:
    """Give the section tree of a source.

    Args:
        source: The text.
        kind: The kind of every report in it, where the user said it; None to tell it from title and text.
        lexicon: The words by which kinds and parts are told; None for those that are shipped.
    """
    text = source.text
    blocks = split_abstracts(text, read_blocks(source))
    blocks = cut_glued_headings(text, settle_numbers(text, blocks))
    folded = fold_widths(text) if tell_script(text) is Script.SIMPLIFIED else fold(text)
    drafts, furniture = split_drafts(folded, read_entries(text, blocks))
    words = lexicon or shipped_lexicon()
    reports = tuple(_finish_report(draft, text, folded, kind, words) for draft in drafts)
    return Document(source, reports, tuple(Paragraph(Span(entry.start, entry.end), text) for entry in furniture))


def _finish_report(draft: Draft, text: str, folded: str, kind: Kind | None, lexicon: Lexicon) -> Report:
    title = text[draft.title_span.start : draft.title_span.end] if draft.title_span else None
    report = build_report(draft.entries, title, draft.title_span)
    start, end = report.span
    told = kind or tell_kind(title, folded[start:end], lexicon)
    return assign_parts(report._replace(kind=told, script=tell_script(text[start:end])), folded, lexicon)
