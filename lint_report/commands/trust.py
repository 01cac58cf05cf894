"""`lint-report trust FILE`: let a configuration that is found in its folder name code."""

from __future__ import annotations

import os
from collections.abc import Sequence

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOTHING
from lint_report.config.layers import file_layers, find_file
from lint_report.messages import Language, Message, UserError
from lint_report.plugin_sources import PluginSource, find_sources, shown_path
from lint_report.plugins import load_registry
from lint_report.trust import set_trusted, trust_file


def run(words: Sequence[str], language: Language) -> int:
    """Trust a configuration with the code that it names now, or trust it no more; give the exit status."""
    options = make_parser(language).parse_args(words)
    file = _file(options.file)
    shown = shown_path(file)
    if options.remove:
        set_trusted(file, None)
        print(Message(f"{shown}：不再信任", f"{shown}: not trusted any more").text(language))
        return NOTHING
    code = _code(file)
    if not code:
        print(Message(f"{shown}：没有用到程序代码，不需要信任", f"{shown}: names no code").text(language))
        return NOTHING
    set_trusted(file, code)
    print(Message(f"{shown}：已信任，今后会运行：", f"{shown}: trusted; from now on this is run:").text(language))
    for source in code:
        print(f"  {source.target}")
    changed = Message("内容改动后须重新信任", "when it changes, it must be trusted again")
    print(f"{changed.text(language)} ({trust_file()})")
    return NOTHING


def _file(path: str) -> str:
    found = find_file(os.path.abspath(path)) if os.path.isdir(path) else path
    if found is None:
        raise UserError("这个文件夹没有配置文件", "there is no configuration for this folder", path=path)
    return os.path.abspath(found)


def _code(file: str) -> list[PluginSource]:
    sources, failures = find_sources(file_layers(file, load_registry().files.presets))
    for failure in failures:
        raise failure
    return [source for source in sources if source.is_code]


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    description = Message(
        "信任一个配置：它写在 plugins 里的 Python 文件和包以后会被加载。\n"
        "规则文件（YAML）是数据，不需要信任；用 --config 指定的配置也不需要。",
        "Trust a configuration: the Python files and packages that it names under plugins will be loaded.\n"
        "Rules in YAML are data and need no trust, nor does a configuration that is named with --config.",
    )
    parser = Parser("lint-report trust", description, language)
    words = parser.words
    parser.add_argument("file", metavar=words("配置文件", "FILE"))
    parser.add_argument("--remove", action="store_true", help=words("不再信任", "trust it no more"))
    parser.add_common()
    return parser
