"""A plugin-based linter for Chinese work reports.

What `__all__` names here is the interface for plugins, with `lint_report.testing`; everything else may change without
notice. A name is imported when it is first used, so that a run pays for nothing that it does not need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint_report import testing
    from lint_report.chinese.dates import Date, Period, Relative, covered_period, find_dates
    from lint_report.chinese.quantities import Bounds, Exactness, Quantity, find_quantities, read_number
    from lint_report.chinese.script import tell_script
    from lint_report.chinese.sentences import split_sentences
    from lint_report.chinese.words import cut_words, is_word
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
    from lint_report.linter import FileResult, Issue
    from lint_report.messages import Language, Message, UserError
    from lint_report.outline import read_outline
    from lint_report.patterns import Pattern
    from lint_report.plugins import Registry
    from lint_report.readers import Reader, read_source
    from lint_report.reporters import Reporter, Tally
    from lint_report.rule import Edit, Finding, Fix, Json, NoOptions, Rule, Severity
    from lint_report.source import Directive, HeadingMark, Position, Source, Span
    from lint_report.word_lists import WordEntry, load_words
    from lint_report.word_search import WordMatch, find_words, index_words

__all__ = [
    "API_VERSION",
    "Bounds",
    "Date",
    "Directive",
    "Document",
    "Edit",
    "Exactness",
    "FileResult",
    "Finding",
    "Fix",
    "Heading",
    "HeadingMark",
    "Issue",
    "Json",
    "Kind",
    "Language",
    "Message",
    "NoOptions",
    "Paragraph",
    "Part",
    "Passage",
    "Pattern",
    "Period",
    "Position",
    "Quantity",
    "Reader",
    "Registry",
    "Relative",
    "Report",
    "Reporter",
    "Rule",
    "Script",
    "Section",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Tally",
    "UserError",
    "WordEntry",
    "WordMatch",
    "covered_period",
    "cut_words",
    "find_dates",
    "find_quantities",
    "find_words",
    "hookimpl",
    "index_words",
    "is_word",
    "load_words",
    "read_number",
    "read_outline",
    "read_source",
    "split_sentences",
    "tell_script",
    "testing",
]

_PLACES = {
    "API_VERSION": "hookspecs",
    "Bounds": "chinese.quantities",
    "Date": "chinese.dates",
    "Directive": "source",
    "Document": "document",
    "Edit": "rule",
    "Exactness": "chinese.quantities",
    "FileResult": "linter",
    "Finding": "rule",
    "Fix": "rule",
    "Heading": "document",
    "HeadingMark": "source",
    "Issue": "linter",
    "Json": "rule",
    "Kind": "document",
    "Language": "messages",
    "Message": "messages",
    "NoOptions": "rule",
    "Paragraph": "document",
    "Part": "document",
    "Passage": "document",
    "Pattern": "patterns",
    "Period": "chinese.dates",
    "Position": "source",
    "Quantity": "chinese.quantities",
    "Reader": "readers",
    "Registry": "plugins",
    "Relative": "chinese.dates",
    "Report": "document",
    "Reporter": "reporters",
    "Rule": "rule",
    "Script": "document",
    "Section": "document",
    "Sentence": "document",
    "Severity": "rule",
    "Source": "source",
    "Span": "source",
    "Tally": "reporters",
    "UserError": "messages",
    "WordEntry": "word_lists",
    "WordMatch": "word_search",
    "covered_period": "chinese.dates",
    "cut_words": "chinese.words",
    "find_dates": "chinese.dates",
    "find_quantities": "chinese.quantities",
    "find_words": "word_search",
    "index_words": "word_search",
    "hookimpl": "hookspecs",
    "is_word": "chinese.words",
    "load_words": "word_lists",
    "read_number": "chinese.quantities",
    "read_outline": "outline",
    "read_source": "readers",
    "split_sentences": "chinese.sentences",
    "tell_script": "chinese.script",
}


def __dir__() -> list[str]:
    return [*globals(), *__all__]


if not TYPE_CHECKING:  # type checkers would take every name for one that is there

    def __getattr__(name: str) -> object:
        if name == "testing":
            return import_module("lint_report.testing")
        if name not in _PLACES:
            raise AttributeError(f"module 'lint_report' has no attribute {name!r}")
        found: object = getattr(import_module(f"lint_report.{_PLACES[name]}"), name)
        globals()[name] = found
        return found
