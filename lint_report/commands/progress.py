"""A bar on the terminal that tells how far a long run has come; nothing of it in a pipe."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lint_report.linter import FileResult

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 1.0  # seconds after which a run is long
_INTERVAL = 0.1


def with_progress(results: Iterable[FileResult], total: int) -> Iterator[FileResult]:
    """Pass results on and show how many there were, once that takes long.

    The bar gives way while others write: what is printed of a result is printed before the next one is asked for.

    Args:
        results: What comes of the files, one by one.
        total: How many files there are.
    """
    bar = _Bar(total)
    try:
        for done, result in enumerate(results, start=1):
            if result.issues or result.errors or (result.source and result.source.notices):
                bar.hide()
            yield result
            bar.show(done)
    finally:
        bar.hide()


class _Bar:
    """Rich's bar, which is not even imported before it is needed."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._next = time.monotonic() + _PATIENCE
        self._progress: Progress | None = None
        self._shown = False

    def show(self, done: int) -> None:
        """Show how many files are done, unless that was just shown."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _INTERVAL
        if self._progress is None:
            self._progress = _make_progress()
            self._progress.add_task("", total=self._total)
        if not self._shown:
            self._progress.start()
            self._shown = True
        self._progress.update(self._progress.task_ids[0], completed=done, refresh=True)

    def hide(self) -> None:
        """Leave the line to others."""
        if self._progress and self._shown:
            self._progress.stop()
            self._shown = False


def _make_progress() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(
        *columns,
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
