"""`lint-report completion SHELL`: print a script that completes commands, options, rules, presets and formats."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOTHING
from lint_report.completion import Command, read_command
from lint_report.completion.shells import SHELLS
from lint_report.messages import Language, Message


def run(words: Sequence[str], language: Language) -> int:
    """Print the script; give the exit status."""
    options = make_parser(language).parse_args(words)
    print("\n".join(SHELLS[options.shell](commands(language))))
    return NOTHING


def commands(language: Language) -> list[Command]:
    """Give all subcommands as their parsers have them, the default one first."""
    from lint_report.cli import COMMANDS
    from lint_report.config.layers import preset_names
    from lint_report.plugins import load_registry
    from lint_report.reporters.registry import reporter_names
    from lint_report.rule import Severity

    registry = load_registry()
    rules = list(registry.rules)
    formats = reporter_names(registry)
    values = {
        "--select": rules,
        "--ignore": rules,
        "rule": rules,
        "--preset": [*preset_names(), *registry.files.presets],
        "--format": formats,
        "--output-file": [f"{name}=" for name in formats],
        "--fail-on": [severity.value for severity in Severity if severity is not Severity.OFF],
    }
    modules = {name: "check_parser" if name == "check" else name.replace("-", "_") for name in COMMANDS}
    return [
        read_command(name, import_module(f"lint_report.commands.{module}").make_parser(language), values)
        for name, module in modules.items()
    ]


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    description = Message(
        '输出 shell 的补全脚本，例如：eval "$(lint-report completion bash)"',
        'Print a completion script for a shell, for example: eval "$(lint-report completion bash)"',
    )
    parser = Parser("lint-report completion", description, language)
    parser.add_argument("shell", choices=tuple(SHELLS))
    parser.add_common()
    return parser
