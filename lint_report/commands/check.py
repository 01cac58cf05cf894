"""`lint-report [check]`: check files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TextIO

from lint_report.commands.check_parser import make_parser
from lint_report.config import Resolver
from lint_report.config.resolver import matches
from lint_report.linter import FileResult
from lint_report.messages import Language, Message, UserError
from lint_report.paths import STANDARD_INPUT, Found, find_files
from lint_report.plugins import Registry, load_registry
from lint_report.readers import CONVERTIBLE_SUFFIXES
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.excerpts import show_line
from lint_report.reporters.registry import load_reporter, reporter_names
from lint_report.run import Plan, Run
from lint_report.system_errors import cannot_write

NOTHING, FINDINGS, NOT_WHOLE = 0, 1, 2
_FEW = 40


def run(words: Sequence[str], language: Language) -> int:
    """Check the files and write the report; give the exit status."""
    options = make_parser(language).parse_args(words)
    if options.version:
        from lint_report.commands.version import version_text

        print(version_text())
        return NOTHING
    registry = load_registry()
    for failure in registry.failures:
        say(failure, language)

    def begin() -> Session:
        return Session(options, _work(options, registry), language)

    if options.watch:
        from lint_report.commands.watch import watch

        if STANDARD_INPUT in options.paths:
            raise UserError("--watch 不能用于标准输入", "--watch cannot watch standard input")
        watch(begin, filter(None, (options.config, options.baseline)), language)
    return begin().act()


def _work(options: argparse.Namespace, registry: Registry) -> Run:
    plan = Plan(
        options.config,
        options.preset,
        _settings_of(options),
        unused=options.warn_unused_ignores,
        rule_timeout=options.rule_timeout,
        cache=_cache_folder(options),
    )
    baseline = None
    if options.baseline:
        from lint_report.baseline import read_baseline

        baseline = read_baseline(options.baseline)
    work = Run(plan, registry, stdin_filename=options.stdin_filename or STANDARD_INPUT, baseline=baseline)
    work.resolver.check_command_line(options.paths)
    if options.profile:
        from lint_report.profile import Profile

        work.profile = Profile()
    return work


def _cache_folder(options: argparse.Namespace) -> str | None:
    """Give where results are kept: for folders, unless the user says otherwise, and never where files are mended."""
    mends = options.fix or options.unsafe_fixes or options.diff
    if options.no_cache or options.profile or options.rule_timeout or mends:
        return None
    if options.cache_dir:
        return str(options.cache_dir)
    if not any(map(os.path.isdir, options.paths)):
        return None
    from lint_report.cache import default_folder

    return default_folder()


class Session:
    """One run of the command: the files, what they gave, and what is said of them."""

    def __init__(self, options: argparse.Namespace, work: Run, language: Language) -> None:
        self._options = options
        self._work = work
        self._language: Language = language
        self._tally = Tally()
        self._said = Complaints(language)

    def act(self) -> int:
        """Do what the options ask for; give the exit status."""
        if self._options.write_baseline:
            return self.write_baseline()
        if self._options.diff:
            return self.show_difference()
        return self.report()

    def report(self) -> int:
        """Write the report, after mending if that is wanted; give the exit status."""
        options = self._options
        outputs = self._outputs()
        if options.fix or options.unsafe_fixes:
            from lint_report.commands.mend import mend_files

            results = mend_files(self._work, self.files(), self._said, unsafe=options.unsafe_fixes)
        else:
            results = self._checked()
        counted = self._counted(results)
        if len(outputs) == 1:
            outputs[0].write(counted, self._tally)
        elif outputs:
            from lint_report.commands.spool import Spool  # a second report is seldom asked for

            with Spool(counted) as spool:
                for output in outputs:
                    output.write(spool, self._tally)
        else:
            self._exhaust(results)
        self._say_statistics()
        return self._status()

    def _outputs(self) -> list[Output]:
        """Give where the report goes, in which formats; a file that cannot be written is found out here."""
        options = self._options
        color = _in_color(options.color)
        mended_to_stdout = (options.fix or options.unsafe_fixes) and STANDARD_INPUT in options.paths
        chosen = [(options.format, options.output)] if not options.quiet or options.output else []
        chosen += [_format_and_path(given) for given in options.output_file or ()]
        outputs: list[Output] = []
        for name, path in chosen:
            check_format(name, self._work.registry)
            if path is not None:
                _refuse_to_overwrite(path, options.paths)
            reporter = load_reporter(name, self._work.registry)(
                self._language, registry=self._work.registry, color=color and path is None
            )
            outputs.append(Output(reporter, path, sys.stderr if mended_to_stdout else sys.stdout))
        return outputs

    def _checked(self) -> Iterator[FileResult]:
        """Check the files, with a bar where somebody waits."""
        files, jobs = self._with_jobs(self.files())
        if self._options.quiet or not sys.stderr.isatty():
            return self._work.check_all(files, jobs)
        from lint_report.commands.progress import with_progress

        every = list(files)
        return with_progress(self._work.check_all(every, jobs), len(every))

    def _with_jobs(self, files: Iterator[Found]) -> tuple[Iterable[Found], int]:
        """Give the files and in how many processes to check them: one for few files, unless the user says more."""
        if self._options.jobs:
            return files, self._options.jobs
        first = list(islice(files, _FEW))
        if len(first) < _FEW:
            return first, 1
        return chain(first, files), os.cpu_count() or 1

    def show_difference(self) -> int:
        """Show what fixes would change; the exit status is that of findings where there is anything."""
        from lint_report.commands.mend import show_difference

        results = show_difference(self._work, self.files(), unsafe=self._options.unsafe_fixes)
        self._exhaust(results)
        sys.stdout.flush()
        return self._status()

    def write_baseline(self) -> int:
        """Write what is found as a baseline; give the exit status."""
        from lint_report.baseline import content_key, write_baseline

        path = self._options.write_baseline
        findings = [
            (result.path, issue.rule, content_key(result.source, issue.span))
            for result in self._counted(self._work.check_all(self.files()))
            for issue in result.issues
            if result.source
        ]
        count = write_baseline(path, findings)
        say(Message(f"{path}：记下了 {count} 处已知问题", f"{path}: {count} known findings written"), self._language)
        return NOTHING if self._whole() else NOT_WHOLE

    def files(self) -> Iterator[Found]:
        """Yield the files that the user means."""
        excluded = _Excluded(self._work.resolver, self._options.exclude or ())
        readable = self._work.registry.readers.suffixes
        return find_files(self._options.paths, readable, excluded, foreign=CONVERTIBLE_SUFFIXES)

    def _counted(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        for result in results:
            self._tally.add(result)
            self._said.about(result)
            yield result

    def _exhaust(self, results: Iterable[FileResult]) -> None:
        for _ in self._counted(results):
            pass

    def _say_statistics(self) -> None:
        if self._work.profile:
            print(self._work.profile.table(self._language), file=sys.stderr)
        if self._options.statistics:
            for rule, count in self._tally.rules.most_common():
                print(f"{count:>6}  {rule}", file=sys.stderr)
        baseline = self._work.baseline
        for stale in baseline.stale() if baseline else ():
            say(stale.message(baseline.path if baseline else ""), self._language)

    def _whole(self) -> bool:
        """Tell whether all the work could be done."""
        if not self._tally.files:
            nothing = Message(
                "没有可检查的文件：请给出文件或文件夹", "there is no file to check: name files or folders"
            )
            say(nothing, self._language)
        return bool(self._tally.files) and not self._work.registry.failures and not self._tally.errors

    def _status(self) -> int:
        if not self._whole():
            return NOT_WHOLE
        return FINDINGS if self._tally.failed and not self._options.exit_zero else NOTHING


class Output:
    """Where a report goes.

    Whether the file can be written is found out now, not after the work; nothing is changed until then.

    Args:
        reporter: Writes the format.
        path: The file; None for the stream.
        stream: The stream, where there is no file.

    Raises:
        UserError: The file cannot be written.
    """

    def __init__(self, reporter: Reporter, path: str | None, stream: TextIO) -> None:
        self.reporter = reporter
        self.path = path
        self.stream = stream
        if path is not None:
            new = not os.path.lexists(path)
            try:
                with open(path, "ab"):
                    pass
                if new:
                    os.unlink(path)
            except OSError as error:
                raise cannot_write(path, error) from None

    def write(self, results: Iterable[FileResult], tally: Tally) -> None:
        """Write the report; into a file only when it is whole, so that an interrupted run leaves the old one."""
        if self.path is None:
            self.reporter.write(results, tally, self.stream)
            self.stream.flush()
            return
        import shutil
        import tempfile

        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="backslashreplace", newline="\n") as whole:
            self.reporter.write(results, tally, whole)
            whole.seek(0)
            try:
                with open(self.path, "w", encoding="utf-8", newline="\n") as file:
                    shutil.copyfileobj(whole, file)
            except OSError as error:
                raise cannot_write(self.path, error) from None


def _refuse_to_overwrite(path: str, inputs: Sequence[str]) -> None:
    """Check that a report does not replace a draft.

    Raises:
        UserError: It would.
    """
    if os.path.realpath(path) in {os.path.realpath(given) for given in inputs}:
        raise UserError(
            "这是要检查的文件，报告不能写在它上面", "is a file to check; the report cannot replace it", path=path
        )


def _format_and_path(given: str) -> tuple[str, str]:
    name, equals, path = given.partition("=")
    if not equals or not path:
        raise UserError(
            f"--output-file 应写成 格式=路径，而不是“{given}”", f"--output-file wants FORMAT=PATH, not {given!r}"
        )
    return name, path


def check_format(name: str, registry: Registry) -> None:
    """Check that there is a format.

    Raises:
        UserError: There is none; the message lists those that there are.
    """
    names = reporter_names(registry)
    if name not in names:
        raise UserError(
            f"没有名为“{name}”的格式；可选：{'、'.join(names)}",
            f"there is no format {name!r}; choices are {', '.join(names)}",
        )


def say(message: Message | UserError, language: Language) -> None:
    """Tell the user something that is no finding."""
    print(show_line(message.text(language)), file=sys.stderr)


class Complaints:
    """Tells the user what could not be done, each thing once."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._said: set[str] = set()

    def about(self, result: FileResult) -> None:
        """Say the notices and errors of a file."""
        for notice in result.source.notices if result.source else ():
            self.say(f"{result.path}: {notice.text(self._language)}")
        for error in result.errors:
            self.say(error.text(self._language))

    def tell(self, message: Message) -> None:
        """Say a message in the user's language, unless it was said."""
        self.say(message.text(self._language))

    def say(self, line: str) -> None:
        """Say one line, unless it was said."""
        if line not in self._said:
            self._said.add(line)
            print(show_line(line), file=sys.stderr)


class _Excluded:
    """Tells whether a path in a folder is left out, by the command line or by its configuration."""

    def __init__(self, resolver: Resolver, globs: Sequence[str]) -> None:
        self._resolver = resolver
        self._globs = globs

    def __call__(self, path: str) -> bool:
        try:
            return matches(os.path.abspath(path), self._globs, os.getcwd()) or self._resolver.excluded(path)
        except UserError:
            return False  # a wrong configuration is said of each file that it holds for


def _in_color(choice: str) -> bool:
    """Tell whether to colour the output: by the option, then NO_COLOR and FORCE_COLOR, then by the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _settings_of(options: argparse.Namespace) -> dict[str, object]:
    """Give what the options say as a configuration would say it."""
    settings: dict[str, object] = {}
    if options.select:
        settings["select"] = _split(options.select)
    if options.ignore:
        settings["ignore"] = _split(options.ignore)
    if options.encoding:
        settings["encoding"] = options.encoding
    if options.fail_on:
        settings["fail-on"] = options.fail_on
    return settings


def _split(lists: Sequence[str]) -> list[str]:
    return [word.strip() for given in lists for word in given.split(",") if word.strip()]
