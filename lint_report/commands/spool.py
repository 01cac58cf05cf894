"""Results that are read more than once, without keeping those of a hundred thousand files in memory."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from lint_report.linter import FileResult


class Spool:
    """Gives results again and again; the first time they are taken from where they come from, and written to the disk.

    The file has no name, so that nobody but this process can write what is read back, and it goes with the process.

    Args:
        results: Taken once, at the first reading, which must be one to the end.
    """

    def __init__(self, results: Iterable[FileResult]) -> None:
        self._results: Iterable[FileResult] | None = results
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  # closed at the end of the `with` that this serves

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Drop what was kept."""
        self._file.close()

    def __iter__(self) -> Iterator[FileResult]:
        """Yield the results in order."""
        if self._results is not None:
            for result in self._results:
                pickle.dump(result, self._file)
                yield result
            self._results = None
            return
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            result = pickle.load(self._file)  # noqa: S301  # written above, to a file that has no name
            yield result
