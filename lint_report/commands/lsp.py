"""`lint-report lsp`: the language server for editors, over standard input and output."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOTHING
from lint_report.messages import Language, Message, UserError
from lint_report.run import Plan


def run(words: Sequence[str], language: Language) -> int:
    """Serve until the editor ends; give the exit status."""
    options = make_parser(language).parse_args(words)
    if find_spec("pygls") is None:
        raise UserError(
            "语言服务器需要 pygls，请安装：pip install 'lint-report[lsp]'",
            "the language server needs pygls; install it: pip install 'lint-report[lsp]'",
        )
    from lint_report.language_server.server import make_server

    settings: dict[str, object] = {}
    for name in ("select", "ignore"):
        given = getattr(options, name)
        if given:
            settings[name] = [word.strip() for word in given.split(",") if word.strip()]
    make_server(Plan(options.config, options.preset, settings), language).start_io()
    return NOTHING


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    description = Message(
        "语言服务器：在编辑器中边写边查（标准输入输出）。",
        "The language server: checks in editors while you write (over standard input and output).",
    )
    parser = Parser("lint-report lsp", description, language)
    words = parser.words
    group = parser.group(Message("选项", "options"))
    group.add_argument("--config", metavar="FILE", help=words("用这个配置文件", "use this configuration file"))
    group.add_argument("--preset", metavar="NAME", help=words("用这个预设", "use this preset"))
    group.add_argument(
        "--select", metavar="RULES", help=words("只用这些规则，逗号分隔", "only these rules, with commas")
    )
    group.add_argument("--ignore", metavar="RULES", help=words("不用这些规则", "not these rules"))
    group.add_argument(
        "--stdio", action="store_true", help=words("编辑器常带此选项，可有可无", "what editors add; it may be left out")
    )
    parser.add_common()
    return parser
