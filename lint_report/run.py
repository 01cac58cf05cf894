"""A run over many files: reads them, lints them, one after the other or in several processes, always in one order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lint_report.baseline import Baseline
from lint_report.config import Resolver
from lint_report.linter import FileResult, lint
from lint_report.messages import UserError
from lint_report.paths import STANDARD_INPUT, Found


@dataclass(frozen=True, slots=True)
class Run:
    """How files are checked.

    Attributes:
        resolver: Tells what holds for each.
        stdin_filename: What to call standard input.
        baseline: Findings that are known already.
        unused: Whether remarks that silence nothing are findings.
    """

    resolver: Resolver
    stdin_filename: str = STANDARD_INPUT
    baseline: Baseline | None = None
    unused: bool = False

    def name_of(self, found: Found) -> str:
        """Give what a file is called in the report."""
        return self.stdin_filename if found.path == STANDARD_INPUT else found.path

    def check(self, found: Found) -> tuple[bytes, FileResult]:
        """Check one file; give its content and what came of it."""
        name = self.name_of(found)
        if found.error:
            return b"", FileResult(name, None, (), (found.error,))
        try:
            content = read_bytes(found.path)
            return content, self.lint(content, name)
        except OSError as error:
            return b"", FileResult(name, None, (), (unreadable(name, error),))

    def lint(self, content: bytes, name: str) -> FileResult:
        """Check content as a file of this name."""
        try:
            settings = self.resolver.settings(name)
        except UserError as error:
            return FileResult(name, None, (), (error,))
        return lint(content, name, settings, baseline=self.baseline, unused=self.unused)

    def check_all(self, files: Iterable[Found]) -> Iterator[FileResult]:
        """Check files one after the other."""
        for found in files:
            yield self.check(found)[1]


def read_bytes(path: str) -> bytes:
    """Read a file, or standard input.

    Raises:
        OSError: It cannot be read.
    """
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def unreadable(path: str, error: OSError) -> UserError:
    """Give the message for a file that cannot be read."""
    cause = error.strerror or os.strerror(error.errno or 0)
    return UserError(f"无法读取：{cause}", f"cannot be read: {cause}", path=path)
