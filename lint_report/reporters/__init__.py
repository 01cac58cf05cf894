"""From findings to output: one file a format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, TextIO

from lint_report.linter import FileResult
from lint_report.messages import Language


class Reporter(ABC):
    """Writes the results of a run in one format.

    Attributes:
        name: What `--format` calls it.
        language: In which language messages are written.
        color: Whether the output goes to a terminal that shows colours.
    """

    name: ClassVar[str]

    def __init__(self, language: Language, *, color: bool = False) -> None:
        self.language: Language = language
        self.color = color

    @abstractmethod
    def write(self, results: Sequence[FileResult], out: TextIO) -> None:
        """Write the results of all files, in the order given."""
