"""From findings to output: one file a format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable
from typing import ClassVar, TextIO

from lint_report.linter import FileResult
from lint_report.messages import Language, Message
from lint_report.plugins import Registry


class Tally:
    """What a run came to; it grows as the results pass by.

    Attributes:
        files: Files that were looked at, whether or not they could be read.
        read: Files that could be read.
        severities: Findings by severity.
        rules: Findings by rule.
        silenced: Findings that do not count, by reason (`remark`, `baseline`).
        errors: What could not be done.
        failed: Files with a finding at or above the severity that counts.
    """

    def __init__(self) -> None:
        self.files = 0
        self.read = 0
        self.severities: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.silenced: Counter[str] = Counter()
        self.errors = 0
        self.failed = 0

    def add(self, result: FileResult) -> None:
        """Count a file."""
        self.files += 1
        self.read += result.source is not None
        self.severities.update(issue.severity.value for issue in result.issues)
        self.rules.update(issue.rule for issue in result.issues)
        self.silenced.update(issue.known for issue in result.silenced)
        self.errors += len(result.errors)
        self.failed += result.failed


class Reporter(ABC):
    """Writes the results of a run in one format.

    Attributes:
        name: What `--format` calls it.
        language: In which language messages are written.
        color: Whether the output goes to a terminal that shows colours.
        registry: The rules that there are, for formats that explain them.
    """

    name: ClassVar[str]

    def __init__(self, language: Language, *, registry: Registry, color: bool = False) -> None:
        self.language: Language = language
        self.registry = registry
        self.color = color

    @abstractmethod
    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the results of all files, in the order given.

        Args:
            results: Given one by one as they are found, so that a run over many files need not be kept; each is to be
                taken once.
            tally: Counts what has been taken from `results`; complete when all were.
            out: Where to write.
        """

    def words(self, zh: str, en: str) -> str:
        """Give words in the language of the report."""
        return Message(zh, en).text(self.language)
