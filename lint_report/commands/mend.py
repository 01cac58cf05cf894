"""`--fix`, `--unsafe-fixes` and `--diff` of `lint-report check`."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator
from typing import Protocol

from lint_report.fix import Mended, mend, replace_file
from lint_report.linter import FileResult
from lint_report.messages import Message, UserError
from lint_report.paths import STANDARD_INPUT, Found
from lint_report.run import Run
from lint_report.source import Source


class Says(Protocol):
    """Tells the user something."""

    def tell(self, message: Message) -> None:
        """Say it in the user's language."""


def mend_files(work: Run, files: Iterable[Found], says: Says, *, unsafe: bool) -> Iterator[FileResult]:
    """Mend files and yield what each still gives.

    Args:
        work: How files are checked.
        files: The files.
        says: Where to say how much was mended.
        unsafe: Whether fixes that are only likely are applied too.
    """
    for found in files:
        content, result = work.check(found)
        try:
            mended = _mend(work, content, result, unsafe=unsafe)
            _write(found, content, mended)
        except UserError as error:
            yield result._replace(errors=(*result.errors, error))
            continue
        source = result.source
        if source and not source.editable and any(issue.fix for issue in result.issues):
            says.tell(
                Message(
                    f"{result.path}: 这种格式不能自动修正，请在原来的程序里改",
                    f"{result.path}: files of this format are not mended here: change it in its own program",
                )
            )
        if mended.count:
            says.tell(
                Message(f"{result.path}: {mended.count} 处已修正", f"{result.path}: {mended.count} findings fixed")
            )
        yield work.excused(mended.result)


def show_difference(work: Run, files: Iterable[Found], *, unsafe: bool) -> Iterator[FileResult]:
    """Print what fixes would change, as a unified diff; a file that would change counts as failed."""
    for found in files:
        content, result = work.check(found)
        try:
            mended = _mend(work, content, result, unsafe=unsafe)
        except UserError as error:
            yield result._replace(errors=(*result.errors, error))
            continue
        if result.source and mended.content != content:
            _print_difference(result.source, content, mended.content)
        yield result._replace(issues=(), failed=mended.content != content)


def _mend(work: Run, content: bytes, result: FileResult, *, unsafe: bool) -> Mended:
    def lint_again(again: bytes) -> FileResult:
        return work.lint(again, result.path)

    return mend(content, result, lint_again, unsafe=unsafe)


def _write(found: Found, content: bytes, mended: Mended) -> None:
    if found.path == STANDARD_INPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(mended.content)
        sys.stdout.buffer.flush()
    elif mended.content != content:
        replace_file(found.path, content, mended.content)


def _print_difference(source: Source, before: bytes, after: bytes) -> None:
    old, new = (text.decode(source.encoding).splitlines(keepends=True) for text in (before, after))
    for line in difflib.unified_diff(old, new, f"a/{source.path}", f"b/{source.path}"):
        print(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n", end="")
