"""What a reader is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from lint_report.source import Source


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
