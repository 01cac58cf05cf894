"""Reads a file of rules, and tries each rule on its own examples."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from lint_report.config.layers import check_keys
from lint_report.config.resolver import choose, severity_of
from lint_report.config.values import Value, read_yaml
from lint_report.documentation import RuleDocumentation
from lint_report.messages import UserError
from lint_report.rule import Rule, Severity
from lint_report.system_errors import cannot_read
from lint_report.yaml_rules.examples import check_examples
from lint_report.yaml_rules.fields import Entry, fill, need, read_message
from lint_report.yaml_rules.kinds import KINDS
from lint_report.yaml_rules.rule import Definition, rule_class
from lint_report.yaml_rules.scope import read_scope

_KEYS = ("name", "code", "kind", "severity", "scope", "message", "explanation", "source", "bad", "good")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CODE = re.compile(r"X[A-Z]{0,3}\d{3}")
_LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class DefinedRule:
    """A rule of a file, with the line at which it stands."""

    rule: type[Rule[object]]
    line: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file of rules brought.

    Attributes:
        rules: The rules that agree with their examples.
        failures: One error for each rule that cannot be used, or one for the whole file.
    """

    rules: tuple[DefinedRule, ...]
    failures: tuple[UserError, ...]


def load_rules(path: str) -> Loaded:
    """Load the rules of a YAML file; one that is wrong costs itself alone.

    Args:
        path: The file, as complaints are to name it.
    """
    rules: list[DefinedRule] = []
    failures: list[UserError] = []
    try:
        entries = _entries(path)
    except UserError as error:
        return Loaded((), (error,))
    for value in entries:
        try:
            definition, bad, good = _define(value)
            rule = rule_class(definition)
            check_examples(rule, definition, bad, good)
        except UserError as error:
            failures.append(error)
        else:
            rules.append(DefinedRule(rule, definition.line))
    return Loaded(tuple(rules), tuple(failures))


def _entries(path: str) -> list[Value]:
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > _LARGEST:
            raise UserError("不是规则文件，或超过 2 MB", "is no file of rules, or has more than 2 MB", path=path)
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        raise cannot_read(path, error) from None
    except UnicodeDecodeError:
        raise UserError("规则文件须为 UTF-8 编码", "a file of rules must be UTF-8", path=path) from None
    content = read_yaml(text, path)
    top = content.mapping("rules")
    check_keys(top, ("rules",))
    entries = top["rules"].items("rules") if "rules" in top else []
    if not entries:
        raise content.error("文件中没有规则：须有 rules 列表", "there is no rule in the file: it needs a list `rules`")
    return entries


def _define(value: Value) -> tuple[Definition, list[Value], list[Value]]:
    entry = value.mapping("rules")
    kind = KINDS[choose(need(entry, "kind", value), list(KINDS), "kind")]
    check_keys(dict(entry), (*_KEYS, *kind.keys))
    name, code = _name(entry, value), _code(entry, value)
    message = read_message(need(entry, "message", value), "message", kind.facts)
    check = kind.read(entry, value)
    bad, good = _examples(entry, "bad", value), _examples(entry, "good", value)
    documentation = RuleDocumentation(
        summary=fill(message, {}),
        what=check.describe(),
        why=read_message(need(entry, "explanation", value), "explanation"),
        bad=tuple(example.text("bad").strip("\n") for example in bad),
        good=tuple(example.text("good").strip("\n") for example in good),
        source=entry["source"].text("source") if "source" in entry else value.place,
    )
    severity = severity_of(entry["severity"], "severity") if "severity" in entry else Severity.WARNING
    scope = read_scope(entry.get("scope"))
    return Definition(name, code, severity, message, check, scope, documentation, value.line or 1), bad, good


def _name(entry: Entry, value: Value) -> str:
    name = need(entry, "name", value)
    if not _NAME.fullmatch(name.text("name")):
        raise name.error(
            "name 须为小写字母、数字和连字符，如 budget-rate",
            "name must be small letters and digits with hyphens, such as budget-rate",
        )
    return name.text("name")


def _code(entry: Entry, value: Value) -> str:
    code = need(entry, "code", value)
    if not _CODE.fullmatch(code.text("code")):
        raise code.error(
            "code 须以 X 开头、以三位数字结尾，如 X101、XQH101（其他字母留给内置规则）",
            "code must begin with X and end in three digits, such as X101 or XQH101 (other letters are those of the "
            "built-in rules)",
        )
    return code.text("code")


def _examples(entry: Entry, key: str, value: Value) -> list[Value]:
    examples = need(entry, key, value).items(key)
    if not examples:
        raise value.error(f"{key} 至少要有一个示例", f"{key} needs one example at least")
    for example in examples:
        example.text(key)
    return examples
