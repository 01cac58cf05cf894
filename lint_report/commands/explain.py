"""`lint-report explain RULE`: say what a rule finds, why, and with what examples."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator, Sequence

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOT_WHOLE, NOTHING
from lint_report.config import Resolver
from lint_report.config.resolver import unknown_rule
from lint_report.config.values import from_plain
from lint_report.documentation import read_documentation
from lint_report.messages import Language, Message
from lint_report.plugins import AnyRule, RegisteredRule, load_registry


def run(words: Sequence[str], language: Language) -> int:
    """Explain a rule that is named by its name, code or alias; give the exit status."""
    options = make_parser(language).parse_args(words)
    registry = Resolver(load_registry(), config=options.config).registry("-")
    registered = registry.find(options.rule)
    for failure in registry.failures:
        print(failure.text(language), file=sys.stderr)
    if registered is None:
        raise unknown_rule(from_plain(options.rule, "explain"), options.rule, registry)
    print("\n".join(explain(registered, language)))
    return NOT_WHOLE if registry.failures else NOTHING


def explain(registered: RegisteredRule, language: Language) -> Iterator[str]:
    """Yield the lines of a rule's explanation."""
    rule = registered.rule
    documentation = read_documentation(rule)
    yield f"{rule.code} {rule.name}  [{rule.severity}]  {registered.origin}"
    yield documentation.summary.text(language)
    yield ""
    yield documentation.what.text(language)
    yield documentation.why.text(language)
    for title, examples in (
        (Message("不好：", "Bad:"), documentation.bad),
        (Message("好：", "Good:"), documentation.good),
    ):
        yield ""
        yield title.text(language)
        for example in examples:
            yield from (f"    {line}" for line in example.splitlines())
            if example is not examples[-1]:
                yield ""
    options = list(describe_options(rule, language))
    if options:
        yield ""
        yield Message("选项：", "Options:").text(language)
        yield from (f"    {line}" for line in options)
    yield ""
    yield Message("依据：", "Source:").text(language) + documentation.source


def describe_options(rule: AnyRule, language: Language) -> Iterator[str]:
    """Yield a line for each option of a rule: its name, its default, and what it does."""
    if not dataclasses.is_dataclass(rule.options_type):
        return
    defaults = rule.options_type()
    for field in dataclasses.fields(rule.options_type):
        name = field.name.replace("_", "-")
        default = getattr(defaults, field.name)
        shown = ", ".join(map(str, default)) if isinstance(default, tuple) else str(default)
        yield f"{name} ({shown}): {field.metadata.get(language, '')}"


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    parser = Parser("lint-report explain", Message("说明一条规则。", "Explain a rule."), language)
    parser.add_argument("rule", metavar=parser.words("规则", "RULE"))
    group = parser.group(Message("选项", "options"))
    group.add_argument("--config", metavar="FILE", help=parser.words("用这个配置文件", "use this configuration file"))
    parser.add_common()
    return parser
