"""From bytes to text: one file a format.

The built-in readers are imported when a file of their kind comes, so that a run over plain text never loads the parsers
of Markdown, HTML or Word.
"""

from __future__ import annotations

from lint_report.readers.base import Reader
from lint_report.readers.registry import Readers, load_readers
from lint_report.readers.signatures import CONVERTIBLE_SUFFIXES
from lint_report.source import Source

__all__ = ["CONVERTIBLE_SUFFIXES", "Reader", "Readers", "load_readers", "read_source"]

_BUILT_IN_READERS = Readers()


def read_source(
    content: bytes, path: str, encoding: str | None = None, *, readers: Readers = _BUILT_IN_READERS
) -> Source:
    """Read a file by the reader for its name, or for its content where the name says nothing.

    Args:
        content: The whole file.
        path: What to call it; the suffix chooses the reader. For standard input the name that the user gave for it,
            or `-`.
        encoding: The encoding that the user named; it always wins.
        readers: The readers of this run.

    Raises:
        UserError: The content cannot be read; the message says why and what to do.
    """
    return readers.find(path, content).read(content, path, encoding)
