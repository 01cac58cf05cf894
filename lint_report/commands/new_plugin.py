"""`lint-report new-plugin NAME`: write a package of rules."""

from __future__ import annotations

import os
from collections.abc import Sequence

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOTHING
from lint_report.config import Resolver
from lint_report.messages import Language, Message
from lint_report.plugins import load_registry
from lint_report.scaffolds import check_name, choose_code, plugin_files, write_files

_RULE = "retired-word"


def run(words: Sequence[str], language: Language) -> int:
    """Write a plugin into a folder of its own; give the exit status."""
    options = make_parser(language).parse_args(words)
    name = check_name(options.name).removeprefix("lint-report-")
    code = choose_code(None, Resolver(load_registry()).registry("-"))
    folder = f"lint-report-{name}"
    files = plugin_files(name, _RULE, code)
    write_files(folder, files)
    for path in files:
        print(os.path.join(folder, *path.split("/")))
    step = Message(f"接下来：cd {folder}，", f"next: cd {folder} && ").text(language)
    print(f"{step}pip install -e '.[dev]' && pytest && lint-report rules")
    return NOTHING


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    description = Message(
        "写出一个规则包：可以安装，测试能通过，别人装上就能用。",
        "Write a package of rules: it installs, its tests pass, and others can use it at once.",
    )
    parser = Parser("lint-report new-plugin", description, language)
    words = parser.words
    parser.add_argument("name", metavar=words("名称", "NAME"), help=words("如 qinghe-style", "such as qinghe-style"))
    parser.add_common()
    return parser
