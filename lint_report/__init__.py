"""A plugin-based linter for Chinese work reports.

What is named here is the interface for plugins; everything else may change without notice.
"""

from __future__ import annotations

from lint_report.document import (
    Document,
    Heading,
    Kind,
    Paragraph,
    Part,
    Passage,
    Report,
    Script,
    Section,
    Sentence,
)
from lint_report.hookspecs import API_VERSION, hookimpl
from lint_report.messages import Message, UserError
from lint_report.patterns import Pattern
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule, Severity
from lint_report.source import Position, Source, Span

__all__ = [
    "API_VERSION",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Heading",
    "Kind",
    "Message",
    "NoOptions",
    "Paragraph",
    "Part",
    "Passage",
    "Pattern",
    "Position",
    "Report",
    "Rule",
    "Script",
    "Section",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "UserError",
    "hookimpl",
]
