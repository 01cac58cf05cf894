"""Adding a built-in rule touches two files: everything else is made from them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

RULE = '''\
"""W799 lucky-number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lint_report.document import Document
from lint_report.messages import Message
from lint_report.rule import Finding, Rule
from lint_report.source import Span


@dataclass(frozen=True, slots=True)
class Options:
    """What may be set."""

    number: str = field(default="888", metadata={"zh": "哪个数字", "en": "which number"})


class LuckyNumber(Rule[Options]):
    """讨口彩的数字。 / A number chosen for luck.

    What:
        zh: 讨口彩的数字。
        en: A number that was chosen for luck.
    Why:
        zh: 数字要真实。
        en: Figures are to be true.
    Bad:
        全镇新增就业888人。
    Good:
        全镇新增就业887人。
    Source:
        A test.
    """

    name = "lucky-number"
    code = "W799"
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield the first such number."""
        at = document.text.find(self.options.number)
        if at >= 0:
            yield Finding(Span(at, at + len(self.options.number)), Message("请核对数字", "check the number"))
'''
CASES = """\
bad:
- name: eights
  text: 新增就业888人。
  findings:
  - {line: 1, column: 5, marked: '888', message: 请核对数字}
good:
- name: no luck
  text: 新增就业887人。
"""
STAGE = """
import pathlib, sys
sys.path.insert(0, "docs")
import build
for language in ("zh", "en"):
    build.stage(pathlib.Path("staged") / language, language)
    print(build.site_configuration(language))
"""


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the project, and put a rule and its cases into the copy."""
    folder = tmp_path_factory.mktemp("scratch")
    leave = shutil.ignore_patterns("__pycache__", ".*", "build", "dist", "benchmarks", "installed")
    shutil.copytree(ROOT, folder, ignore=leave, dirs_exist_ok=True)
    (folder / "rules" / "lint_report_rules" / "words" / "lucky_number.py").write_text(RULE, encoding="utf-8")
    (folder / "tests" / "cases" / "lucky-number.yaml").write_text(CASES, encoding="utf-8")
    return folder


def python(folder: Path, *words: str) -> str:
    environment = {**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{folder / 'rules'}", "LC_ALL": "en_US.UTF-8"}
    done = subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
    return done.stdout.decode()


def test_rule_is_listed_and_explained(scratch: Path) -> None:
    listed = json.loads(python(scratch, "-m", "lint_report", "rules", "--format", "json"))["rules"]
    assert {"name": "lucky-number", "code": "W799"}.items() <= next(
        row for row in listed if row["code"] == "W799"
    ).items()
    explained = python(scratch, "-m", "lint_report", "explain", "W799")
    assert "chosen for luck" in explained
    assert "which number" in explained


def test_rule_is_in_the_schema(scratch: Path) -> None:
    schema = json.loads(python(scratch, "-m", "lint_report", "config", "--schema"))
    settings = schema["properties"]["rules"]["properties"]["lucky-number"]["anyOf"][1]
    assert settings["properties"]["number"]["default"] == "888"


def test_rule_is_in_the_documentation_of_both_languages(scratch: Path) -> None:
    navigation = python(scratch, "-c", STAGE).splitlines()
    assert [line.count("rules/lucky-number.md") for line in navigation] == [1, 1]
    for language, words in (("zh", "讨口彩的数字"), ("en", "chosen for luck")):
        page = (scratch / "staged" / language / "rules" / "lucky-number.md").read_text(encoding="utf-8")
        assert words in page
        assert "[lucky-number](lucky-number.md)" in (scratch / "staged" / language / "rules" / "index.md").read_text(
            "utf-8"
        )


def test_cases_and_examples_of_the_rule_run_and_all_else_holds(scratch: Path) -> None:
    tests = ("tests/test_rule_cases.py", "tests/test_layering.py", "tests/test_seeds.py")
    ran = python(scratch, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", "lucky or layering or seeds")
    assert " passed" in ran
    assert "failed" not in ran
    named = python(scratch, "-m", "pytest", "-q", "--collect-only", "-p", "no:cacheprovider", tests[0], "-k", "lucky")
    assert "lucky-number" in named
    assert "eights" in named
