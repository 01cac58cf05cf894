"""`lint-report [check]`: check files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from lint_report.baseline import Baseline, content_key, read_baseline, write_baseline
from lint_report.commands.arguments import Parser
from lint_report.config import Resolver
from lint_report.config.resolver import matches
from lint_report.linter import FileResult
from lint_report.messages import Language, Message, UserError
from lint_report.paths import STANDARD_INPUT, Found, find_files
from lint_report.plugins import Registry, load_registry
from lint_report.readers import suffixes
from lint_report.reporters import Tally
from lint_report.reporters.registry import load_reporter, reporter_names
from lint_report.run import Run

NOTHING, FINDINGS, NOT_WHOLE = 0, 1, 2


def run(words: Sequence[str], language: Language) -> int:
    """Check the files and write the report; give the exit status."""
    options = _parser(language).parse_args(words)
    if options.version:
        from lint_report.commands.version import version_text

        print(version_text())
        return NOTHING
    registry = load_registry()
    for failure in registry.failures:
        say(failure, language)
    check_format(options.format, registry)
    session = _Session(options, registry, _work(options, registry), language)
    if options.write_baseline:
        return session.write_baseline()
    if options.diff:
        return session.show_difference()
    return session.report()


def _work(options: argparse.Namespace, registry: Registry) -> Run:
    resolver = Resolver(registry, config=options.config, preset=options.preset, command_line=_settings_of(options))
    resolver.check_command_line()
    return Run(
        resolver,
        stdin_filename=options.stdin_filename or STANDARD_INPUT,
        baseline=_baseline(options),
        unused=options.warn_unused_ignores,
    )


class _Session:
    """One run of the command: the files, what they gave, and what is said of them."""

    def __init__(self, options: argparse.Namespace, registry: Registry, work: Run, language: Language) -> None:
        self._options = options
        self._registry = registry
        self._work = work
        self._language: Language = language
        self._tally = Tally()
        self._said = Complaints(language)

    def report(self) -> int:
        """Write the report, after mending if that is wanted; give the exit status."""
        options = self._options
        results = self._work.check_all(self._files())
        out = sys.stdout
        if options.fix or options.unsafe_fixes:
            from lint_report.commands.mend import mend_files

            results = mend_files(self._work, self._files(), self._said, unsafe=options.unsafe_fixes)
            out = sys.stderr if STANDARD_INPUT in options.paths else sys.stdout
        reporter = load_reporter(options.format, self._registry.manager)
        if options.quiet and options.format == "text":
            self._exhaust(results)
        else:
            reporter(self._language, color=_in_color(options.color)).write(self._counted(results), self._tally, out)
        self._say_statistics()
        out.flush()
        return self._status()

    def show_difference(self) -> int:
        """Show what fixes would change; the exit status is that of findings where there is anything."""
        from lint_report.commands.mend import show_difference

        results = show_difference(self._work, self._files(), unsafe=self._options.unsafe_fixes)
        self._exhaust(results)
        sys.stdout.flush()
        return self._status()

    def write_baseline(self) -> int:
        """Write what is found as a baseline; give the exit status."""
        path = self._options.write_baseline
        findings = [
            (result.path, issue.rule, content_key(result.source, issue.span))
            for result in self._counted(self._work.check_all(self._files()))
            for issue in result.issues
            if result.source
        ]
        count = write_baseline(path, findings)
        say(Message(f"{path}：记下了 {count} 处已知问题", f"{path}: {count} known findings written"), self._language)
        return NOTHING if self._whole() else NOT_WHOLE

    def _files(self) -> Iterator[Found]:
        excluded = _Excluded(self._work.resolver, self._options.exclude or ())
        return find_files(self._options.paths, suffixes(self._registry.manager), excluded)

    def _counted(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        for result in results:
            self._tally.add(result)
            self._said.about(result)
            yield result

    def _exhaust(self, results: Iterable[FileResult]) -> None:
        for _ in self._counted(results):
            pass

    def _say_statistics(self) -> None:
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
        return bool(self._tally.files) and not self._registry.failures and not self._tally.errors

    def _status(self) -> int:
        if not self._whole():
            return NOT_WHOLE
        return FINDINGS if self._tally.failed and not self._options.exit_zero else NOTHING


def check_format(name: str, registry: Registry) -> None:
    """Check that there is a format.

    Raises:
        UserError: There is none; the message lists those that there are.
    """
    names = reporter_names(registry.manager)
    if name not in names:
        raise UserError(
            f"没有名为“{name}”的格式；可选：{'、'.join(names)}",
            f"there is no format {name!r}; choices are {', '.join(names)}",
        )


def say(message: Message, language: Language) -> None:
    """Tell the user something that is no finding."""
    print(message.text(language), file=sys.stderr)


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

    def say(self, line: str) -> None:
        """Say one line, unless it was said."""
        if line not in self._said:
            self._said.add(line)
            print(line, file=sys.stderr)


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


def _baseline(options: argparse.Namespace) -> Baseline | None:
    if not options.baseline:
        return None
    return read_baseline(options.baseline)


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


def _parser(language: Language) -> Parser:
    parser = Parser(
        "lint-report",
        Message(
            "检查中文工作报告：缺少的部分、没填的占位符、缺失的数字、对不上的合计、混用的字体……\n"
            "子命令：check（默认）、outline、rules、explain、config；lint-report 子命令 --help 有各自的说明。",
            "Check Chinese work reports: parts and numbers that are missing, placeholders left in, sums that do not\n"
            "add up, scripts that are mixed. Subcommands: check (the default), outline, rules, explain, config.",
        ),
        language,
    )
    paths = parser.words("文件、文件夹，或 -（标准输入）", "files, folders, or - for standard input")
    parser.add_argument("paths", nargs="*", metavar=parser.words("路径", "PATH"), help=paths)
    _add_what(parser)
    _add_fixes(parser)
    _add_output(parser)
    parser.add_common()
    return parser


def _add_what(parser: Parser) -> None:
    group, words = parser.group(Message("检查什么", "what is checked")), parser.words
    group.add_argument("--config", metavar="FILE", help=words("用这个配置文件", "use this configuration file"))
    group.add_argument(
        "--preset", metavar="NAME", help=words("用这个预设（报告种类）", "use this preset (kind of report)")
    )
    select = words("只用这些规则：名称、代码或类别，逗号分隔", "only these rules: names, codes, families, with commas")
    group.add_argument("--select", metavar="RULES", action="append", help=select)
    group.add_argument("--ignore", metavar="RULES", action="append", help=words("不用这些规则", "not these rules"))
    exclude = words("不看文件夹中的这些文件", "leave out these files of folders")
    group.add_argument("--exclude", metavar="GLOB", action="append", help=exclude)
    encoding = words("文件的编码（默认自动判断）", "encoding of the files (default: found out)")
    group.add_argument("--encoding", metavar="NAME", help=encoding)
    group.add_argument(
        "--stdin-filename", metavar="NAME", help=words("标准输入的文件名", "what to call standard input")
    )
    group.add_argument("--baseline", metavar="FILE", help=words("已知问题的基线", "baseline of known findings"))
    write = words("把现有问题写成基线", "write the findings as a baseline")
    group.add_argument("--write-baseline", metavar="FILE", help=write)
    unused = words("指出没有压住任何问题的忽略注记", "report remarks that silence nothing")
    group.add_argument("--warn-unused-ignores", action="store_true", help=unused)


def _add_fixes(parser: Parser) -> None:
    group, words = parser.group(Message("修正", "fixes")), parser.words
    group.add_argument("--fix", action="store_true", help=words("改正有把握的问题", "mend what is certain"))
    unsafe = words("连同可能的改正一并采用", "also mend what is only likely")
    group.add_argument("--unsafe-fixes", action="store_true", help=unsafe)
    diff = words("只显示会怎样改，不改文件", "show what would change, change nothing")
    group.add_argument("--diff", action="store_true", help=diff)


def _add_output(parser: Parser) -> None:
    group, words = parser.group(Message("怎样输出", "how it is shown")), parser.words
    group.add_argument("--format", metavar="NAME", default="text", help=words("text、json", "text, json"))
    color = words("是否用颜色", "whether to use colours")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=color)
    group.add_argument(
        "--quiet", action="store_true", help=words("不显示问题，只给退出状态", "show nothing, only the status")
    )
    statistics = words("按规则统计", "count findings by rule")
    group.add_argument("--statistics", action="store_true", help=statistics)
    fail_on = words("从哪一级起退出状态为 1（默认 warning）", "severity from which the status is 1 (default warning)")
    group.add_argument("--fail-on", metavar="SEVERITY", help=fail_on)
    group.add_argument(
        "--exit-zero", action="store_true", help=words("有问题也以 0 退出", "leave with 0 even with findings")
    )
    group.add_argument("--version", action="store_true", help=words("显示版本", "show the version"))
