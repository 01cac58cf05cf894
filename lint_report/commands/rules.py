"""`lint-report rules`: list the rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOT_WHOLE, NOTHING
from lint_report.config import Resolver
from lint_report.documentation import read_documentation
from lint_report.messages import Language, Message
from lint_report.plugins import load_registry

_HEAD = {
    "code": Message("代码", "code"),
    "name": Message("名称", "name"),
    "severity": Message("级别", "severity"),
    "summary": Message("检查", "finds"),
    "origin": Message("来自", "from"),
}


def run(words: Sequence[str], language: Language) -> int:
    """List the rules with where they come from, and what holds for them here; give the exit status."""
    options = make_parser(language).parse_args(words)
    resolver = Resolver(load_registry(), config=options.config)
    registry, settings = resolver.registry("-"), resolver.settings("-")
    rows: list[dict[str, str]] = []
    for name, registered in registry.rules.items():
        running = settings.base.rules.get(name)
        rows.append(
            {
                "code": registered.rule.code,
                "name": name,
                "severity": str(running.severity) if running else "off",
                "summary": read_documentation(registered.rule).summary.text(language),
                "origin": registered.origin,
            }
        )
    if options.format == "json":
        json.dump({"version": 1, "rules": rows}, sys.stdout, ensure_ascii=False)
        print()
    elif options.format == "markdown":
        print("\n".join(_markdown(rows, language)))
    else:
        _print_table(rows, language)
    for failure in registry.failures:
        print(failure.text(language), file=sys.stderr)
    return NOT_WHOLE if registry.failures else NOTHING


def _markdown(rows: Sequence[dict[str, str]], language: Language) -> Iterator[str]:
    yield "| " + " | ".join(title.text(language) for title in _HEAD.values()) + " |"
    yield "|" + " --- |" * len(_HEAD)
    for row in rows:
        yield "| " + " | ".join(row[key].replace("|", "\\|") for key in _HEAD) + " |"


def _print_table(rows: Sequence[dict[str, str]], language: Language) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for title in _HEAD.values():
        table.add_column(title.text(language), overflow="fold")
    for row in rows:
        table.add_row(*(row[key] for key in _HEAD), style="dim" if row["severity"] == "off" else "")
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 200
    console.print(table)


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    parser = Parser("lint-report rules", Message("列出规则。", "List the rules."), language)
    group = parser.group(Message("选项", "options"))
    group.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    group.add_argument("--config", metavar="FILE", help=parser.words("用这个配置文件", "use this configuration file"))
    parser.add_common()
    return parser
