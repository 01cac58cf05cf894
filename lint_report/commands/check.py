"""`lint-report [check]`: check files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence

from lint_report.commands.arguments import Parser
from lint_report.config import Resolver
from lint_report.linter import FileResult, lint
from lint_report.messages import Language, Message, UserError
from lint_report.paths import STANDARD_INPUT, Found, find_files
from lint_report.plugins import Registry, load_registry
from lint_report.readers import suffixes
from lint_report.reporters.registry import load_reporter, reporter_names

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
        print(failure.text(language), file=sys.stderr)
    resolver = Resolver(registry, config=options.config, preset=options.preset, command_line=_settings_of(options))
    if options.format not in reporter_names(registry.manager):
        raise UserError(
            f"没有名为“{options.format}”的格式；可选：{'、'.join(reporter_names(registry.manager))}",
            f"there is no format {options.format!r}; choices are {', '.join(reporter_names(registry.manager))}",
        )
    resolver.check_command_line()
    results = list(check_files(options, registry, resolver))
    _write(options, registry, results, language)
    return _status(options, registry, results, language)


def check_files(options: argparse.Namespace, registry: Registry, resolver: Resolver) -> Iterator[FileResult]:
    """Yield the result of each file that the options name."""
    excluded = _Excluded(resolver, options.exclude or ())
    for found in find_files(options.paths, suffixes(registry.manager), excluded):
        if found.error:
            yield FileResult(found.path, None, (), (found.error,))
        else:
            yield _check(found, options, resolver)


def _check(found: Found, options: argparse.Namespace, resolver: Resolver) -> FileResult:
    name = options.stdin_filename or STANDARD_INPUT if found.path == STANDARD_INPUT else found.path
    try:
        settings = resolver.settings(name)
        content = read_bytes(found.path)
    except UserError as error:
        return FileResult(name, None, (), (error,))
    except OSError as error:
        return FileResult(name, None, (), (unreadable(name, error),))
    return lint(content, name, settings)


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
    cause = error.strerror or type(error).__name__
    return UserError(f"无法读取：{cause}", f"cannot be read: {cause}", path=path)


class _Excluded:
    """Tells whether a path in a folder is left out, by the command line or by its configuration."""

    def __init__(self, resolver: Resolver, globs: Sequence[str]) -> None:
        self._resolver = resolver
        self._globs = globs

    def __call__(self, path: str) -> bool:
        from lint_report.config.resolver import matches

        try:
            return matches(os.path.abspath(path), self._globs, os.getcwd()) or self._resolver.excluded(path)
        except UserError:
            return False  # a wrong configuration is said of each file that it holds for


def _write(options: argparse.Namespace, registry: Registry, results: Sequence[FileResult], language: Language) -> None:
    reporter = load_reporter(options.format, registry.manager)(language, color=_in_color(options.color))
    reporter.write(results, sys.stdout)
    sys.stdout.flush()
    said = dict.fromkeys(line for result in results for line in _complaints(result, language))
    for line in said:
        print(line, file=sys.stderr)


def _complaints(result: FileResult, language: Language) -> Iterator[str]:
    for notice in result.source.notices if result.source else ():
        yield f"{result.path}: {notice.text(language)}"
    for error in result.errors:
        yield error.text(language)


def _status(options: argparse.Namespace, registry: Registry, results: Sequence[FileResult], language: Language) -> int:
    if not results:
        message = Message("没有可检查的文件：请给出文件或文件夹", "there is no file to check: name files or folders")
        print(message.text(language), file=sys.stderr)
        return NOT_WHOLE
    if registry.failures or any(result.errors for result in results):
        return NOT_WHOLE
    if options.exit_zero:
        return NOTHING
    return FINDINGS if any(result.failed for result in results) else NOTHING


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
    words = parser.words
    parser.add_argument(
        "paths",
        nargs="*",
        metavar=words("路径", "PATH"),
        help=words("文件、文件夹，或 -（标准输入）", "files, folders, or - for standard input"),
    )
    chosen = parser.group(Message("检查什么", "what is checked"))
    chosen.add_argument("--config", metavar="FILE", help=words("用这个配置文件", "use this configuration file"))
    chosen.add_argument(
        "--preset", metavar="NAME", help=words("用这个预设（报告种类）", "use this preset (kind of report)")
    )
    chosen.add_argument(
        "--select",
        metavar="RULES",
        action="append",
        help=words("只用这些规则：名称、代码或类别，逗号分隔", "only these rules: names, codes or families"),
    )
    chosen.add_argument("--ignore", metavar="RULES", action="append", help=words("不用这些规则", "not these rules"))
    chosen.add_argument(
        "--exclude",
        metavar="GLOB",
        action="append",
        help=words("不看文件夹中的这些文件", "leave out these files of folders"),
    )
    chosen.add_argument(
        "--encoding",
        metavar="NAME",
        help=words("文件的编码（默认自动判断）", "encoding of the files (default: found out)"),
    )
    chosen.add_argument(
        "--stdin-filename", metavar="NAME", help=words("标准输入的文件名", "what to call standard input")
    )
    shown = parser.group(Message("怎样输出", "how it is shown"))
    shown.add_argument("--format", metavar="NAME", default="text", help=words("text、json", "text, json"))
    shown.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help=words("是否用颜色", "whether to use colours"),
    )
    shown.add_argument(
        "--fail-on",
        metavar="SEVERITY",
        help=words("从哪一级起退出状态为 1（默认 warning）", "severity from which the status is 1 (default warning)"),
    )
    shown.add_argument(
        "--exit-zero", action="store_true", help=words("有问题也以 0 退出", "leave with 0 even with findings")
    )
    shown.add_argument("--version", action="store_true", help=words("显示版本", "show the version"))
    parser.add_common()
    return parser
