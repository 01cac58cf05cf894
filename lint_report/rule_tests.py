"""Finds the tests in files: cases of rules, examples of rules in YAML, examples of rules in Python files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lint_report.config import Resolver
from lint_report.config.values import read_yaml
from lint_report.messages import Language, UserError
from lint_report.paths import SKIPPED_FOLDERS
from lint_report.plugin_checks import describe_failure
from lint_report.plugin_sources import CASE_ENDINGS, YAML_ENDINGS, load_file
from lint_report.plugins import AnyRule, load_registry
from lint_report.testing import Case, check_case, example_cases, load_cases
from lint_report.yaml_rules import load_rules

RULE_ENDINGS = (".rules.yaml", ".rules.yml")
_CASE_FOLDER = "cases"


@dataclass(frozen=True, slots=True)
class RuleTest:
    """One test.

    Attributes:
        name: The rule and what the case shows.
        path: The file that it stands in.
        line: Its line there; 0 where that is not known.
    """

    name: str
    path: str
    line: int
    _rule: AnyRule
    _case: Case

    def run(self, language: Language) -> list[str]:
        """Give what differs from the case, as lines to show; nothing when all is as stated."""
        try:
            return check_case(self._rule, self._case, language)
        except UserError as error:
            return [error.text(language)]
        except Exception as error:  # noqa: BLE001  # a rule that crashes fails its test
            return [describe_failure(error)]


@dataclass(frozen=True, slots=True)
class FoundTests:
    """The tests of a file.

    Attributes:
        path: The file.
        tests: Its tests.
        errors: What is wrong with the file, or with rules in it that cannot be loaded.
    """

    path: str
    tests: tuple[RuleTest, ...]
    errors: tuple[UserError, ...]


class RuleTests:
    """Finds tests, and the rules that they are for.

    The rule of a case file is looked for among the installed ones, in the plugins of the configuration that holds for
    the file, and beside it or one folder up in a Python file of its name (`old_town.py` for `old-town.cases.yaml`) and
    in files of rules (`….rules.yaml`). Running tests runs the code that they test: a configuration need not be trusted.
    """

    def __init__(self) -> None:
        self._resolver = Resolver(load_registry(), trust_found=True)
        self._rule_of_cases: dict[str, AnyRule] = {}

    def find(self, path: str) -> FoundTests:
        """Give the tests that stand in one file: a case file, a file of rules in YAML, or a Python file with rules.

        The examples in the docstrings of a Python file are its tests.
        """
        errors: Sequence[UserError] = ()
        try:
            if path.endswith(".py"):
                tests = _examples_of(path, _load(path))
            elif is_rule_file(path):
                tests, errors = _of_yaml_rules(path)
            else:
                tests = self._of_cases(path)
        except UserError as error:
            return FoundTests(path, (), (error,))
        return FoundTests(path, tuple(tests), tuple(errors))

    def find_all(self, paths: Sequence[str]) -> Iterator[FoundTests]:
        """Yield the tests of what a user names, each file once.

        Of a file of rules: those in it, and the case files of its rules that lie beside it or in a folder `cases`
        there. Of a case file: its cases. Of a folder: those of all such files in it, and of the Python files whose
        rules have cases there; other Python files are not run.
        """
        pending = list(reversed(list(find_test_files(paths))))
        seen: set[str] = set()
        while pending:
            path = pending.pop()
            if os.path.realpath(path) in seen:
                continue
            seen.add(os.path.realpath(path))
            yield self.find(path)
            pending += reversed(self._related(path, named=path in paths))

    def _related(self, path: str, *, named: bool) -> list[str]:
        """Give the case files that go with a file of rules; for a case file in a folder the Python file of its rule."""
        folder = os.path.dirname(path)
        if path.endswith(".py") or is_rule_file(path):
            try:
                rules = _load(path) if path.endswith(".py") else [defined.rule for defined in load_rules(path).rules]
            except UserError:
                return []  # it was said when its tests were looked for
            found = {cases: rule for rule in rules for cases in _case_files(rule.name, folder)}
            self._rule_of_cases.update((os.path.realpath(cases), rule) for cases, rule in found.items())
            return list(found)
        places = () if named else (folder, os.path.dirname(folder))
        module = f"{rule_name(path).replace('-', '_')}.py"
        return [file for place in places if os.path.isfile(file := os.path.join(place, module))]

    def _of_cases(self, path: str) -> list[RuleTest]:
        cases = list(load_cases(path))
        name = rule_name(path)
        rule = self._rule_of_cases.get(os.path.realpath(path)) or self._rule(name, path)
        return [RuleTest(f"{name}: {case.name}", path, case.line, rule, case) for case in cases]

    def _rule(self, name: str, path: str) -> AnyRule:
        registry = self._resolver.registry(path)
        registered = registry.rules.get(name)
        if registered:
            return registered.rule
        folder = os.path.dirname(os.path.abspath(path))
        for place in (folder, os.path.dirname(folder)):
            for rule in _rules_beside(name, place):
                if rule.name == name:
                    return rule
        causes = "".join(f"; {failure.text('en')}" for failure in registry.failures)
        raise UserError(
            f"没有名为“{name}”的规则：案例文件以规则命名；请安装它的包、写进配置的 plugins，或放在旁边{causes}",
            f"there is no rule {name!r}, after which the case file is named: install its package, name its file under "
            f"plugins in the configuration, or put it beside the cases{causes}",
            path=path,
        )


def find_test_files(paths: Sequence[str]) -> Iterator[str]:
    """Yield the files with tests: those that are named, and in folders those that are called as such files are."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        for parent, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
            in_cases = os.path.basename(os.path.abspath(parent)) == _CASE_FOLDER
            for name in sorted(names):
                if name.endswith((*CASE_ENDINGS, *RULE_ENDINGS)) or (in_cases and name.endswith(YAML_ENDINGS)):
                    yield os.path.normpath(os.path.join(parent, name))


def rule_name(path: str) -> str:
    """Give the name of the rule that a case file is for."""
    name = os.path.basename(path)
    for ending in (*CASE_ENDINGS, *YAML_ENDINGS):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def is_rule_file(path: str) -> bool:
    """Tell whether a YAML file holds rules and not cases."""
    if path.endswith(RULE_ENDINGS):
        return True
    if path.endswith(CASE_ENDINGS):
        return False
    try:
        with open(path, encoding="utf-8-sig") as file:
            content = read_yaml(file.read(), path).content
    except (OSError, UnicodeDecodeError, UserError):
        return False  # what is wrong with it is said when it is read as cases
    return isinstance(content, dict) and "rules" in content


def _examples_of(path: str, rules: Sequence[AnyRule]) -> list[RuleTest]:
    return [
        RuleTest(f"{rule.name}: {case.name}", path, 0, rule, case) for rule in rules for case in example_cases(rule)
    ]


def _of_yaml_rules(path: str) -> tuple[list[RuleTest], Sequence[UserError]]:
    loaded = load_rules(path)
    tests = [
        RuleTest(f"{defined.rule.name}: {case.name}", path, defined.line, defined.rule, case)
        for defined in loaded.rules
        for case in example_cases(defined.rule)
    ]
    return tests, loaded.failures


def _rules_beside(name: str, folder: str) -> Iterator[AnyRule]:
    """Yield the rules of the file that is called after a rule, and of the other files of rules in its folder."""
    own = [f"{name}{ending}" for ending in RULE_ENDINGS]
    for file in (*own, *sorted(file for file in os.listdir(folder or ".") if file.endswith(RULE_ENDINGS))):
        path = os.path.join(folder, file)
        if os.path.isfile(path):
            loaded = load_rules(path)
            for failure in loaded.failures if file in own else ():
                raise failure
            yield from (defined.rule for defined in loaded.rules)
    path = os.path.join(folder, f"{name.replace('-', '_')}.py")
    if os.path.isfile(path):
        yield from _load(path)


def _load(path: str) -> list[AnyRule]:
    try:
        return load_file(os.path.abspath(path))
    except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever the file raises is its failure
        cause = describe_failure(error)
        raise UserError(f"无法加载：{cause}", f"could not be loaded: {cause}", path=path) from None


def _case_files(name: str, folder: str) -> Iterator[str]:
    places = [os.path.join(folder, f"{name}{ending}") for ending in CASE_ENDINGS]
    places += [os.path.join(folder, _CASE_FOLDER, f"{name}{ending}") for ending in (*CASE_ENDINGS, *YAML_ENDINGS)]
    yield from (path for path in places if os.path.isfile(path))
