"""Lints in a process of its own, which is ended when a rule takes too long.

A process, because nothing else is sure: `re` looks for a match without letting any other Python code run, a signal
handler included, and it cannot be told to stop.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

from lint_report.linter import FileResult
from lint_report.messages import UserError

if TYPE_CHECKING:
    from lint_report.run import Plan


class TimedLinter:
    """Lints files in a process that is ended, and begun anew, when a rule takes longer than it may.

    Args:
        plan: How files are checked.
        seconds: How long one rule may take on one file.
    """

    def __init__(self, plan: Plan, seconds: float) -> None:
        self._plan = plan._replace(rule_timeout=None)
        self._seconds = seconds
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def lint(self, content: bytes, name: str) -> FileResult:
        """Check content as a file of this name; a rule that takes too long costs that rule on this file."""
        late: list[str] = []
        while True:
            connection = self._started()
            try:
                connection.send((content, name, frozenset(late)))
                result = self._wait(connection)
            except (EOFError, OSError):
                self._end()
                return FileResult(name, None, (), (_died(name),))
            if isinstance(result, FileResult):
                errors = (*result.errors, *(self._too_late(rule, name) for rule in late))
                return result._replace(errors=errors)
            late.append(result)
            self._end()

    def _wait(self, connection: Connection) -> FileResult | str:
        """Give what came of the file, or the rule that took too long; reading the file is not timed."""
        running: str | None = None
        while connection.poll(None if running is None else self._seconds):
            message = connection.recv()
            if isinstance(message, FileResult):
                return message
            running = str(message)
        return running or ""

    def _started(self) -> Connection:
        if self._connection is None:
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._plan), daemon=True)
            self._process.start()
            theirs.close()
        return self._connection

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None

    def _too_late(self, rule: str, name: str) -> UserError:
        return UserError(
            f"规则 {rule} 超过 {self._seconds:g} 秒没有完成，已终止；此文件未经该规则检查，其余规则照常",
            f"rule {rule} took longer than {self._seconds:g} seconds and was stopped; the other rules ran on this file",
            path=name,
        )


def _died(name: str) -> UserError:
    return UserError(
        "检查此文件的进程意外终止（可能内存不足或被杀死），其余文件照常检查",
        "the process that checked this file died (out of memory, or killed); the other files were checked",
        path=name,
    )


def _serve(connection: Connection, plan: Plan) -> None:
    """Lint what is sent until no more comes, saying before each rule which one begins."""
    import signal

    from lint_report.compiled import use_kept_expressions
    from lint_report.run import Run

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_kept_expressions()
    run = Run(plan)
    while True:
        try:
            content, name, left_out = connection.recv()
        except EOFError:
            return
        connection.send(run.lint(content, name, watch=_Watch(connection.send, left_out)))


class _Watch:
    """Says which rule begins, and leaves out those that took too long before."""

    def __init__(self, say: Callable[[str], None], left_out: frozenset[str]) -> None:
        self._say = say
        self._left_out = left_out

    def __call__(self, rule: str) -> bool:
        if rule in self._left_out:
            return False
        self._say(rule)
        return True
