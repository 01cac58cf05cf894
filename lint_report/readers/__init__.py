"""From bytes to text: one file a format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from lint_report.source import Source

if TYPE_CHECKING:
    import pluggy


class Reader(ABC):
    """Reads one file format.

    Attributes:
        name: What the format is called in `Source.format` and in the configuration.
        suffixes: The endings of file names that it reads, in lower case with the dot.
    """

    name: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]

    @abstractmethod
    def read(self, content: bytes, path: str, encoding: str | None) -> Source:
        """Read a file's content.

        Args:
            content: The whole file.
            path: What to call it.
            encoding: The encoding that the user named; it always wins. None to find out.

        Raises:
            UserError: The content cannot be read as this format; the message says why and what to do.
        """


def read_source(content: bytes, path: str, encoding: str | None = None) -> Source:
    """Read a file by the reader for its name.

    Raises:
        UserError: The content cannot be read; the message says why and what to do.
    """
    from lint_report.readers.text import TextReader  # readers import this module

    return TextReader().read(content, path, encoding)


def suffixes(manager: pluggy.PluginManager) -> tuple[str, ...]:
    """Give the endings of the names of files that are taken from folders."""
    given = manager.hook.register_readers()
    return (".txt", ".text", *(suffix for readers in given for reader in readers for suffix in reader.suffixes))
