"""The first files of a rule or a plugin: complete, with tests that pass, to be changed into what is wanted."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from string import Template

from lint_report.hookspecs import API_VERSION
from lint_report.messages import UserError
from lint_report.plugins import Registry
from lint_report.system_errors import cannot_write

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{1,4}\d{3}")
_STATED_CODE = re.compile(r"""^\s*code\s*[:=]\s*["']?([A-Z]{1,4}\d{3})\b""", re.MULTILINE)
_FIRST, _LAST = 101, 1000

PYTHON_RULE = '''\
"""$code $name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lint_report import Document, Finding, Message, Rule, Severity, Span


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule, which a configuration may set."""

    words: tuple[str, ...] = field(
        default=("旧名称",),
        metadata={"zh": "要报告的词语", "en": "the words to report"},
    )


class $class_name(Rule[Options]):
    """不再使用的词语。 / A word that is not used any more.

    What:
        zh: 列在选项 words 里的词语。
        en: The words that the option `words` lists.
    Why:
        zh: 写明为什么要改，作者才愿意改。
        en: Say why it should be changed, so that writers agree.
    Bad:
        会议听取了旧名称的工作汇报。
    Good:
        会议听取了新名称的工作汇报。
    Source:
        The standard, decision or experience that the rule comes from.
    """

    name = "$name"
    code = "$code"
    severity = Severity.WARNING
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each place where such a word stands."""
        for word in self.options.words:
            at = document.text.find(word)
            while at >= 0:
                message = Message(
                    f"“{word}”不再使用，请改用现在的名称",
                    f"{word!r} is not used any more: use the new name",
                )
                yield Finding(Span(at, at + len(word)), message, data={"text": word})
                at = document.text.find(word, at + len(word))
'''

CASES = """\
bad:
- name: one word
  text: |
    今年以来，各项工作平稳推进。
    会议听取了旧名称的工作汇报。
  findings:
  - {line: 2, column: 6, marked: 旧名称, message: 不再使用, data: {text: 旧名称}}
- name: a word of the options
  options: {words: [青石镇]}
  text: |
    青石镇完成了道路改造。
  findings:
  - {line: 1, column: 1, marked: 青石镇, message: 不再使用}
good:
- name: the new name
  text: |
    会议听取了新名称的工作汇报。
- name: a near miss
  text: |
    会议讨论了陈旧的名称问题。
"""

YAML_RULE = """\
# A file of rules. Name it under `plugins` in .lint-report.yaml; `lint-report test` runs its examples.
rules:
- name: $name
  code: $code
  kind: forbidden              # or required, substitution, count, length, order, consistency, compare
  words: [旧名称]               # or pattern: a regular expression
  except: [旧名称对照表]         # longer words in which it does not count
  # scope: {kinds: [half-year-summary], part: achievements, in: [heading, body]}
  severity: warning            # info, warning or error
  message:
    zh: “{text}”不再使用，请改用现在的名称
    en: "{text} is not used any more: use the new name"
  explanation:
    zh: 写明为什么要改，作者才愿意改。
    en: Say why it should be changed, so that writers agree.
  bad:                         # texts that it must report
  - 会议听取了旧名称的工作汇报。
  good:                        # texts that it must leave alone: near misses above all
  - 会议听取了新名称的工作汇报。
  - 附件：旧名称对照表。
"""

PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "lint-report-$plugin"
version = "0.1.0"
description = "Rules for lint-report"
readme = "README.md"
requires-python = ">=3.11"
dependencies = ["lint-report"]

[project.optional-dependencies]
dev = ["pytest>=8"]

[project.entry-points.lint_report]
$plugin = "$package"

[tool.hatch.build.targets.wheel]
packages = ["src/$package"]

[tool.pytest.ini_options]
testpaths = ["tests"]
"""

PACKAGE = '''\
"""Rules for lint-report."""

from __future__ import annotations

from lint_report import Rule, hookimpl

from $package.$module import $class_name

LINT_REPORT_API = $api


@hookimpl
def register_rules() -> list[type[Rule[object]]]:
    """Give the rules of this plugin."""
    return [$class_name]
'''

README = """\
# lint-report-$plugin

Rules for lint-report, in Python.

    pip install -e '.[dev]'
    pytest
    lint-report rules

`src/$package/$module.py` is a rule, `tests/$name.cases.yaml` its cases. For another rule,
`lint-report new-rule NAME` writes both; add it to `register_rules` in `src/$package/__init__.py`.
"""

DOCUMENTATION_TEST = '''\
"""The examples in the rules' docstrings hold."""

from __future__ import annotations

import pytest
from lint_report.testing import Case, check_case, example_cases

from $package.$module import $class_name


@pytest.mark.parametrize("case", list(example_cases($class_name)), ids=lambda case: case.name)
def test_example(case: Case) -> None:
    assert check_case($class_name, case) == []
'''


def check_name(name: str) -> str:
    """Give a name of a rule or plugin.

    Raises:
        UserError: It is not in kebab case.
    """
    if not _NAME.fullmatch(name):
        raise UserError(
            f"名称“{name}”须为小写字母、数字和连字符，如 old-town",
            f"the name {name!r} must be small letters and digits with hyphens, such as old-town",
        )
    return name


def choose_code(code: str | None, registry: Registry, folder: str = ".") -> str:
    """Give the code that the user chose, or the first of the letter X that no rule has.

    Args:
        code: What the user chose; None for nothing.
        registry: The rules that there are.
        folder: Where the new rule will stand; what the rules in it say of their codes is heeded, used or not.

    Raises:
        UserError: It is no code, or is taken.
    """
    taken = _codes_beside(folder) | {registered.rule.code: name for name, registered in registry.rules.items()}
    if code is None:
        return next(free for number in range(_FIRST, _LAST) if (free := f"X{number}") not in taken)
    if not _CODE.fullmatch(code) or code in taken:
        owner = taken.get(code, "-")
        raise UserError(
            f"代码“{code}”须为大写字母加三位数字，且没有用过（现属：{owner}）",
            f"the code {code!r} must be capital letters and three digits, and not be taken (now: {owner})",
        )
    return code


def _codes_beside(folder: str) -> dict[str, str]:
    """Give the codes that files of rules in a folder state, with the names of the files."""
    found: dict[str, str] = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith((".rules.yaml", ".rules.yml", ".py")) and os.path.isfile(os.path.join(folder, name)):
            try:
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    text = file.read()
            except (OSError, UnicodeDecodeError):
                continue
            found.update((code, name) for code in _STATED_CODE.findall(text))
    return found


def rule_files(name: str, code: str) -> dict[str, str]:
    """Give the files of a rule in Python: its path and content."""
    words = _words(name, code)
    return {f"{words['module']}.py": _filled(PYTHON_RULE, words), f"{name}.cases.yaml": CASES}


def yaml_rule_files(name: str, code: str) -> dict[str, str]:
    """Give the file of a rule in YAML, which holds its examples."""
    return {f"{name}.rules.yaml": _filled(YAML_RULE, _words(name, code))}


def plugin_files(plugin: str, name: str, code: str) -> dict[str, str]:
    """Give the files of a plugin: a package with one rule, its cases and what installs it."""
    package = f"lint_report_{plugin.replace('-', '_')}"
    words = _words(name, code) | {"plugin": plugin, "package": package, "api": str(API_VERSION)}
    source = f"src/{package}"
    files = {
        "pyproject.toml": PROJECT,
        "README.md": README,
        f"{source}/__init__.py": PACKAGE,
        f"{source}/py.typed": "",
        f"{source}/{words['module']}.py": PYTHON_RULE,
        f"tests/{name}.cases.yaml": CASES,
        "tests/test_documentation.py": DOCUMENTATION_TEST,
    }
    return {path: _filled(text, words) for path, text in files.items()}


def write_files(folder: str, files: Mapping[str, str]) -> None:
    """Write files, none of which is there yet.

    Raises:
        UserError: One is there already, and nothing was written; or a file cannot be written.
    """
    paths = {os.path.join(folder, path): text for path, text in files.items()}
    for path in paths:
        if os.path.lexists(path):
            raise UserError("文件已经存在，没有改动任何文件", "is there already; nothing was written", path=path)
    for path, text in paths.items():
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise cannot_write(path, error) from None


def _words(name: str, code: str) -> dict[str, str]:
    class_name = "".join(word.capitalize() for word in name.split("-"))
    return {"name": name, "code": code, "module": name.replace("-", "_"), "class_name": class_name}


def _filled(text: str, words: Mapping[str, str]) -> str:
    return Template(text).substitute(words)
