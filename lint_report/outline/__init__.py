"""From text to section tree."""

from __future__ import annotations

from lint_report.document import Document, Paragraph, Report
from lint_report.outline.blocks import read_blocks
from lint_report.outline.boundaries import Draft, split_abstracts, split_drafts
from lint_report.outline.glued import cut_glued_headings
from lint_report.outline.headings import read_entries, settle_numbers
from lint_report.outline.tree import build_report
from lint_report.source import Source, Span


def read_outline(source: Source) -> Document:
    """Give the section tree of a source."""
    text = source.text
    blocks = split_abstracts(text, read_blocks(source))
    blocks = cut_glued_headings(text, settle_numbers(text, blocks))
    drafts, furniture = split_drafts(text, read_entries(text, blocks))
    reports = tuple(_finish_report(draft) for draft in drafts)
    return Document(source, reports, tuple(Paragraph(Span(entry.start, entry.end), text) for entry in furniture))


def _finish_report(draft: Draft) -> Report:
    """Build the tree of one report; parts, kind and script are told here."""
    return build_report(draft.entries, draft.title, draft.title_span)
