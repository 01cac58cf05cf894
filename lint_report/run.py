"""A run over many files: reads them, lints them, one after the other or in several processes, always in one order."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from lint_report.config import Resolver
from lint_report.linter import FileResult, RuleWatch, fails, lint
from lint_report.messages import UserError
from lint_report.paths import STANDARD_INPUT, Found
from lint_report.plugins import Registry, load_registry
from lint_report.records import NamedTuple
from lint_report.system_errors import cannot_read

if TYPE_CHECKING:
    from lint_report.baseline import Baseline
    from lint_report.cache import Cache
    from lint_report.profile import Profile
    from lint_report.timed import TimedLinter


class Plan(NamedTuple):
    """What a process must be told to check files as any other process of the run does.

    Attributes:
        config: The configuration file that the user named.
        preset: The preset that the user named.
        command_line: What the options of the command line set, as a configuration would say it.
        unused: Whether remarks that silence nothing are findings.
        rule_timeout: How many seconds one rule may take on one file; None for no limit.
        cache: The folder in which results are kept; None to keep none.
    """

    config: str | None = None
    preset: str | None = None
    command_line: dict[str, object] | None = None
    unused: bool = False
    rule_timeout: float | None = None
    cache: str | None = None


class Run:
    """Checks files as a plan says.

    Attributes:
        resolver: Tells what holds for each file.
        baseline: Findings that are known already.
        profile: Keeps the time, where that is wanted; files are then checked in this process.

    Args:
        plan: How files are checked.
        registry: The rules, where they are loaded already.
        stdin_filename: What to call standard input.
        baseline: Findings that are known already.
    """

    def __init__(
        self,
        plan: Plan,
        registry: Registry | None = None,
        *,
        stdin_filename: str = STANDARD_INPUT,
        baseline: Baseline | None = None,
    ) -> None:
        self.baseline = baseline
        self.resolver = Resolver(
            registry or load_registry(), config=plan.config, preset=plan.preset, command_line=plan.command_line
        )
        self.profile: Profile | None = None
        self._cache = _open_cache(plan)
        self._plan = plan
        self._stdin_filename = stdin_filename
        self._timed: TimedLinter | None = None

    @property
    def registry(self) -> Registry:
        """The rules that were met so far; those of configurations are met with the files that they hold for."""
        return self.resolver.everything

    def check(self, found: Found) -> tuple[bytes, FileResult]:
        """Check one file; give its content and what came of it."""
        name = self._stdin_filename if found.path == STANDARD_INPUT else found.path
        if found.error:
            return b"", _failure(name, found.error)
        try:
            content = read_bytes(found.path)
        except OSError as error:
            return b"", _failure(name, cannot_read(name, error))
        except UserError as error:
            return b"", _failure(name, error)
        return content, self.lint(content, name)

    def lint(self, content: bytes, name: str, watch: RuleWatch | None = None) -> FileResult:
        """Check content as a file of this name.

        Args:
            content: What the file holds.
            name: Its path.
            watch: Is told which rule begins.
        """
        if self._plan.rule_timeout is not None:
            return self._lint_in_time(content, name, self._plan.rule_timeout)
        try:
            settings = self.resolver.settings(name)
        except UserError as error:
            return _failure(name, error)
        cached = self._cache.find(content, name, settings) if self._cache else None
        if cached is not None:
            return cached
        result = lint(content, name, settings, unused=self._plan.unused, watch=watch, profile=self.profile)
        if self.profile:
            self.profile.begin("report")
        if self._cache:
            self._cache.keep(content, name, settings, result)
        return result

    def _lint_in_time(self, content: bytes, name: str, seconds: float) -> FileResult:
        from lint_report.timed import TimedLinter  # another process, for those who ask for it

        self._timed = self._timed or TimedLinter(self._plan, seconds)
        return self._timed.lint(content, name)

    def check_all(self, files: Iterable[Found], jobs: int = 1) -> Iterator[FileResult]:
        """Check files in the order given; what the baseline knows is marked as known.

        Args:
            files: The files.
            jobs: How many processes work; with one, this one does.
        """
        if jobs > 1 and self.profile is None:
            from lint_report.workers import check_in_processes

            results = check_in_processes(self._plan, self._met(files), jobs, self.check)
        else:
            results = (self.check(found)[1] for found in files)
        yield from (self.excused(result) for result in results)

    def _met(self, files: Iterable[Found]) -> Iterator[Found]:
        """Pass files on, with the rules of their configurations met in this process too, which writes the report."""
        for found in files:
            with contextlib.suppress(UserError):
                self.resolver.registry(found.path)
            yield found

    def excused(self, result: FileResult) -> FileResult:
        """Take the findings that the baseline knows out of those that count."""
        baseline, source = self.baseline, result.source
        if baseline is None or source is None:
            return result
        from lint_report.baseline import content_key

        baseline.mark_checked(result.path)
        known = {
            at
            for at, issue in enumerate(result.issues)
            if baseline.excuse(result.path, issue.rule, content_key(source, issue.span))
        }
        if not known:
            return result
        issues = tuple(issue for at, issue in enumerate(result.issues) if at not in known)
        excused = tuple(issue._replace(known="baseline") for at, issue in enumerate(result.issues) if at in known)
        failed = fails(source, issues, self.resolver.settings(result.path).fail_on)
        return result._replace(issues=issues, silenced=(*result.silenced, *excused), failed=failed)


def _open_cache(plan: Plan) -> Cache | None:
    if plan.cache is None:
        return None
    from lint_report.cache import Cache  # a run over named files keeps nothing

    return Cache(plan.cache, unused=plan.unused)


def read_bytes(path: str) -> bytes:
    """Read a file, or standard input.

    No more is read than the file held when it was opened, so that one that somebody goes on writing to has an end.

    Raises:
        OSError: It cannot be read.
        UserError: It was written to meanwhile, so that what was read may be of two states.
    """
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        content = file.read(size + 1)
    if len(content) != size:
        raise UserError(
            "文件在读取时还在变化，未检查；请等它写完再检查",
            "was written to while it was read, and was not checked; check it when it is finished",
            path=path,
        )
    return content


def _failure(name: str, error: UserError) -> FileResult:
    return FileResult(name, None, (), (error,))
