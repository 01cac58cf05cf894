"""`lint-report new-rule NAME`: write the first files of a rule."""

from __future__ import annotations

from collections.abc import Sequence

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOTHING
from lint_report.config import Resolver
from lint_report.messages import Language, Message
from lint_report.plugins import load_registry
from lint_report.scaffolds import check_name, choose_code, rule_files, write_files, yaml_rule_files


def run(words: Sequence[str], language: Language) -> int:
    """Write a rule with its cases into the current folder; give the exit status."""
    options = make_parser(language).parse_args(words)
    name = check_name(options.name)
    code = choose_code(options.code, Resolver(load_registry()).registry("-"))
    files = yaml_rule_files(name, code) if options.yaml else rule_files(name, code)
    write_files(".", files)
    first = next(iter(files))
    for path in files:
        print(path)
    for step in _next_steps(first, code, yaml=options.yaml):
        print(step.text(language))
    return NOTHING


def _next_steps(path: str, code: str, *, yaml: bool) -> list[Message]:
    steps = [
        Message(f"运行它的测试：lint-report test {path}", f"run its tests:  lint-report test {path}"),
        Message(
            f"启用：在 .lint-report.yaml 里写 plugins: [{path}]",
            f"enable it:      plugins: [{path}] in .lint-report.yaml",
        ),
    ]
    if not yaml:
        steps.append(
            Message("Python 文件须信任：lint-report trust .", "trust the code: lint-report trust .  (in that folder)")
        )
    return [
        *steps,
        Message(f"只用这条规则：lint-report --select {code} 文件", f"use it alone:   lint-report --select {code} FILE"),
    ]


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    description = Message(
        "在当前文件夹写出一条新规则和它的测试，内容完整可用，改成想要的样子即可。",
        "Write a new rule with its tests into the current folder: complete, to be changed into what is wanted.",
    )
    parser = Parser("lint-report new-rule", description, language)
    words = parser.words
    parser.add_argument("name", metavar=words("名称", "NAME"), help=words("如 old-town", "such as old-town"))
    parser.add_argument("--yaml", action="store_true", help=words("不写程序，用 YAML", "in YAML, without code"))
    parser.add_argument("--code", metavar="CODE", help=words("规则代码（默认：没用过的 X 代码）", "its code"))
    parser.add_common()
    return parser
