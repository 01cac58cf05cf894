"""Checks files in several processes, in order; a process that dies costs its file, not the run."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children
from typing import TYPE_CHECKING

from lint_report.linter import FileResult
from lint_report.messages import UserError
from lint_report.paths import STANDARD_INPUT, Found

if TYPE_CHECKING:
    from lint_report.run import Plan, Run

_AHEAD = 8


def check_in_processes(
    plan: Plan, files: Iterable[Found], jobs: int, check_here: Callable[[Found], tuple[bytes, FileResult]]
) -> Iterator[FileResult]:
    """Yield the results of files in the order given.

    Args:
        plan: How files are checked.
        files: The files; standard input, and what cannot be opened, is dealt with in this process.
        jobs: How many processes work.
        check_here: Checks a file in this process.
    """
    pool = _Pool(plan, jobs)
    waiting: deque[tuple[Found, Future[FileResult] | FileResult]] = deque()
    try:
        for found in files:
            here = found.error is not None or found.path == STANDARD_INPUT
            waiting.append((found, check_here(found)[1] if here else pool.submit(found)))
            if len(waiting) > jobs * _AHEAD:
                yield pool.take(waiting)
        while waiting:
            yield pool.take(waiting)
    except BaseException:  # an interrupt, or nobody wants the rest: what is at work must not be waited for
        pool.abandon()
        raise
    pool.close()


class _Pool:
    """Processes that are replaced when one of them dies."""

    def __init__(self, plan: Plan, jobs: int) -> None:
        self._plan = plan
        self._jobs = jobs
        self._executor = self._start(jobs)

    def submit(self, found: Found) -> Future[FileResult]:
        """Have a file checked."""
        try:
            return self._executor.submit(_check, found)
        except BrokenProcessPool:
            broken: Future[FileResult] = Future()
            broken.set_exception(BrokenProcessPool())
            return broken

    def take(self, waiting: deque[tuple[Found, Future[FileResult] | FileResult]]) -> FileResult:
        """Give the result of the first file that waits."""
        found, pending = waiting.popleft()
        if isinstance(pending, FileResult):
            return pending
        try:
            return pending.result()
        except BrokenProcessPool:
            self._restart()
            result = self._check_alone(found)
            self._submit_again(waiting)
            return result

    def close(self) -> None:
        """Stop the processes; what they have not begun is not begun."""
        self._executor.shutdown(cancel_futures=True)

    def abandon(self) -> None:
        """Stop the processes in the middle of what they do; they only read."""
        for process in active_children():
            process.terminate()
        self.close()

    def _submit_again(self, waiting: deque[tuple[Found, Future[FileResult] | FileResult]]) -> None:
        """Hand out anew what the dead process and its fellows left."""
        for at, (found, pending) in enumerate(waiting):
            if isinstance(pending, Future) and not (pending.done() and pending.exception() is None):
                waiting[at] = found, self.submit(found)

    def _check_alone(self, found: Found) -> FileResult:
        """Check a file in a process of its own, to know whether it was the one that kills."""
        executor = self._start(1)
        try:
            return executor.submit(_check, found).result()
        except BrokenProcessPool:
            error = UserError(
                "检查此文件的进程意外终止（可能内存不足或被杀死），其余文件照常检查",
                "the process that checked this file died (out of memory, or killed); the other files were checked",
                path=found.path,
            )
            return FileResult(found.path, None, (), (error,))
        finally:
            executor.shutdown()

    def _restart(self) -> None:
        self.close()
        self._executor = self._start(self._jobs)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, initializer=_begin, initargs=(self._plan,))


_runs: list[Run] = []  # one for the life of a worker process, which knows nothing else


def _begin(plan: Plan) -> None:
    """Set a worker process up: an interrupt ends it quietly, for the parent says what there is to say.

    Expressions that it is the first to call for are kept when it ends, as those of the parent are.
    """
    import signal
    from multiprocessing.util import Finalize

    from lint_report.compiled import use_kept_expressions
    from lint_report.run import Run

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Finalize(None, use_kept_expressions().keep, exitpriority=0)
    _runs.append(Run(plan))


def _check(found: Found) -> FileResult:
    return _runs[0].check(found)[1]
