"""From text to section tree."""

from __future__ import annotations

from lint_report.document import Document, Kind, Paragraph, Report, Script
from lint_report.source import Source, Span


def read_outline(source: Source) -> Document:
    """Give the section tree of a source."""
    text = source.text
    paragraphs: list[Paragraph] = []
    at = 0
    for line in text.splitlines(keepends=True):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        if start < end:
            paragraphs.append(Paragraph(Span(start, end), text))
        at += len(line)
    if not paragraphs:
        return Document(source, ())
    span = Span(paragraphs[0].span.start, paragraphs[-1].span.end)
    report = Report(span, None, None, Kind.OTHER, Script.UNKNOWN, tuple(paragraphs), (), ())
    return Document(source, (report,))
