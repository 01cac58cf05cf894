"""Tests of rules: `lint-report test`, the pytest plugin, and what is said of cases that fail or are malformed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run
from tests.test_plugin_sources import PYTHON_RULE, YAML_RULE

CASES = """\
bad:
- name: the old name
  text: |
    今年以来，
    我们在青石镇开会。
  findings:
  - {line: 2, column: 4, marked: 青石镇, message: 旧镇名}
good:
- name: the present name
  text: 青山街道。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old_town.py").write_text(PYTHON_RULE, encoding="utf-8")
    (tmp_path / "old-town.cases.yaml").write_text(CASES, encoding="utf-8")
    (tmp_path / "house.rules.yaml").write_text(YAML_RULE, encoding="utf-8")
    return tmp_path


def run_pytest(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'rules'}", "LANG": "en_US.UTF-8"}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"  # it may be installed here or not: it is loaded by name
    command = [sys.executable, "-m", "pytest", "-p", "lint_report.pytest_plugin", "-p", "no:cacheprovider", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.usefixtures("folder")
def test_tests_of_a_folder_are_found_and_pass(run_here: Run) -> None:
    outcome = run_here("test", "--lang", "en")
    assert outcome.status == 0, outcome.out + outcome.err
    assert outcome.out == "6 passed, 0 failed\n", "examples of two rules, and cases"
    assert run_here("test", "old_town.py", "--lang", "en").out == "4 passed, 0 failed\n", "docstring and cases"
    assert run_here("test", "old-town.cases.yaml", "--lang", "en").out == "2 passed, 0 failed\n", "cases alone"
    assert run_here("test", "house.rules.yaml", "--lang", "en").out == "2 passed, 0 failed\n"
    every = (".", "old_town.py", "old-town.cases.yaml", "house.rules.yaml")
    assert run_here("test", *every, "--lang", "en").out == "6 passed, 0 failed\n", "each once"
    other = ("old-town.cases.yaml", "old_town.py")
    assert run_here("test", *other, "--lang", "en").out == "4 passed, 0 failed\n", "whatever comes first"


def test_rules_in_yaml_take_their_cases_with_them(run_here: Run, folder: Path) -> None:
    cases = "bad:\n- name: one\n  text: 以抓手。\n  findings: [{line: 1, message: 抓手}]\n"
    (folder / "empty-slogan.cases.yaml").write_text(cases, encoding="utf-8")
    assert run_here("test", ".", "--lang", "en").out == "7 passed, 0 failed\n"
    assert run_here("test", "empty-slogan.cases.yaml", "--lang", "en").out == "1 passed, 0 failed\n"
    (folder / "house.rules.yaml").rename(folder / "house.yaml")
    assert run_here("test", "house.yaml", "--lang", "en").out == "3 passed, 0 failed\n"


def test_python_files_without_cases_are_not_run_in_a_folder(run_here: Run, folder: Path) -> None:
    (folder / "setup.py").write_text("raise SystemExit('was run')\n", encoding="utf-8")
    assert run_here("test").status == 0
    assert run_here("test", "setup.py").status == 2


def test_cases_folder_and_files_of_any_name(run_here: Run, folder: Path) -> None:
    (folder / "cases").mkdir()
    (folder / "old-town.cases.yaml").rename(folder / "cases" / "old-town.yaml")
    (folder / "house.rules.yaml").rename(folder / "house.yaml")
    assert run_here("test", "cases", "house.yaml", "--lang", "en").out == "6 passed, 0 failed\n"
    assert run_here("test", "old_town.py", "--lang", "en").out == "4 passed, 0 failed\n"


def test_rule_of_a_configuration_is_found_for_its_cases(run_here: Run, folder: Path) -> None:
    (folder / "house.rules.yaml").rename(folder / "house.yaml")
    (folder / "old_town.py").rename(folder / "towns.py")
    (folder / ".lint-report.yaml").write_text("plugins: [house.yaml, towns.py]\n", encoding="utf-8")
    cases = (
        "good: [{name: none, text: 引领。}]\nbad: [{name: one, text: 抓手。, findings: [{line: 1, message: 抓手}]}]\n"
    )
    (folder / "empty-slogan.cases.yaml").write_text(cases, encoding="utf-8")
    assert run_here("test", ".", "--lang", "en").out == "4 passed, 0 failed\n"


FAILING = """\
bad:
- name: another place
  text: |
    今年以来，
    我们在青石镇开会。
  findings:
  - {line: 1, column: 1, marked: 今年, message: 旧镇名}
"""


def test_failing_case_shows_the_text_with_expected_and_found_marks(run_here: Run, folder: Path) -> None:
    (folder / "old-town.cases.yaml").write_text(FAILING, encoding="utf-8")
    outcome = run_here("test", "old-town.cases.yaml", "--lang", "en")
    assert outcome.status == 1
    assert outcome.out == (
        "old-town.cases.yaml:2: old-town: bad: another place\n"
        "  - expected and not found, + found and not expected, = both\n"
        "       1 | 今年以来，\n"
        "       - | ^^^^  1:1 今年 “旧镇名”\n"
        "       2 | 我们在青石镇开会。\n"
        "       + |       ^^^^^^  2:4 青石镇 旧镇名\n"
        "\n"
        "0 passed, 1 failed\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("line: 2", "line: 1"),
        ("column: 4", "column: 3"),
        ("marked: 青石镇", "marked: 青石"),
        ("message: 旧镇名", "message: 新镇名"),
        ("message: 旧镇名}", "message: 旧镇名, data: {count: 2}}"),
        ("青山街道", "青石镇"),
        ("message: 旧镇名}", "message: 旧镇名}\n  - {line: 1, message: 旧镇名}"),
        ("  findings:", "  fixed: 别的\n  findings:"),
    ],
)
def test_whatever_differs_fails(run_here: Run, folder: Path, old: str, new: str) -> None:
    (folder / "old-town.cases.yaml").write_text(CASES.replace(old, new), encoding="utf-8")
    assert run_here("test", "old-town.cases.yaml").status == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("bad:", "bda:", 2, ["bda", "bad"]),
        ("- name: the old name\n  text", "- text", 2, ["name"]),
        ("  text: 青山街道。\n", "", 9, ["text"]),
        ("findings:", "finding:", 7, ["finding", "findings"]),
        ("{line: 2, ", "{", 7, ["line"]),
        (", message: 旧镇名", "", 7, ["message"]),
        ("line: 2", "line: two", 7, ["line", "整数"]),
        ("marked:", "marks:", 7, ["marks", "marked"]),
        ("  text: 青山", "  findings: []\n  text: 青山", 10, ["findings"]),
        ("bad:\n", "bad: {\n", 2, ["YAML"]),
        (
            "  findings:\n  - {line: 2, column: 4, marked: 青石镇, message: 旧镇名}\n",
            "  findings: []\n",
            2,
            ["findings"],
        ),
    ],
)
def test_malformed_case_file_is_named_with_its_line(
    run_here: Run, folder: Path, *, old: str, new: str, line: int, words: list[str]
) -> None:
    assert old in CASES
    (folder / "old-town.cases.yaml").write_text(CASES.replace(old, new), encoding="utf-8")
    outcome = run_here("test", "old-town.cases.yaml")
    assert outcome.status == 2
    (message,) = outcome.err.splitlines()
    assert message.startswith(f"old-town.cases.yaml:{line}:"), message
    assert all(word in message for word in words), message


def test_what_cannot_be_tested_is_named_and_the_rest_runs(run_here: Run, folder: Path) -> None:
    (folder / "no-such-rule.cases.yaml").write_text(CASES, encoding="utf-8")
    broken = YAML_RULE.replace("bad: [抓手。]", "bad: [别的。]").replace("rules:", "").replace("X101", "X102")
    (folder / "house.rules.yaml").write_text(YAML_RULE + broken.replace("empty-slogan", "other"), encoding="utf-8")
    outcome = run_here("test", ".", "--lang", "en")
    assert outcome.status == 2
    assert "no-such-rule" in outcome.err
    assert "house.rules.yaml:17: rule other does not report this bad example" in outcome.err
    assert outcome.out == "6 passed, 0 failed\n"
    (folder / "old_town.py").write_text("x = \n", encoding="utf-8")
    outcome = run_here("test", "old_town.py")
    assert outcome.status == 2
    assert "SyntaxError" in outcome.err


def test_option_of_a_case_is_checked(run_here: Run, folder: Path) -> None:
    cases = CASES.replace("  text: 青山", "  options: {colour: red}\n  text: 青山")
    (folder / "old-town.cases.yaml").write_text(cases, encoding="utf-8")
    outcome = run_here("test", "old-town.cases.yaml")
    assert outcome.status == 1
    assert "old-town.cases.yaml:10:" in outcome.out
    assert "colour" in outcome.out


def test_no_tests_is_no_success(run_here: Run) -> None:
    assert run_here("test").status == 2
    assert run_here("test", "gone.cases.yaml").status == 2


def test_pytest_runs_each_case_by_its_own_name(folder: Path) -> None:
    done = run_pytest(folder, "-v")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "old-town.cases.yaml::old-town: bad: the old name PASSED" in done.stdout
    assert "house.rules.yaml::empty-slogan: good: example 1 PASSED" in done.stdout
    assert "4 passed" in done.stdout
    one = run_pytest(folder, "old-town.cases.yaml", "-k", "present")
    assert "1 passed, 1 deselected" in one.stdout


def test_pytest_shows_marks_and_reasons(folder: Path) -> None:
    (folder / "old-town.cases.yaml").write_text(FAILING, encoding="utf-8")
    (folder / "broken.cases.yaml").write_text("bad:\n- nmae: x\n", encoding="utf-8")
    (folder / "house.rules.yaml").write_text(YAML_RULE.replace("words: [抓手]", r"pattern: \b抓手"), encoding="utf-8")
    done = run_pytest(folder)
    assert done.returncode == 2 or "errors" in done.stdout, done.stdout
    assert "broken.cases.yaml:2: unknown key 'nmae' (did you mean 'name'?)" in done.stdout
    assert "never holds between Chinese characters" in done.stdout
    done = run_pytest(folder, "old-town.cases.yaml")
    assert "       + |       ^^^^^^  2:4 青石镇 旧镇名".strip() in done.stdout
    assert "Traceback" not in done.stdout


def test_pytest_leaves_other_peoples_files_alone(tmp_path: Path) -> None:
    (tmp_path / "alerts.rules.yaml").write_text("groups:\n- name: x\n  rules: []\n", encoding="utf-8")
    (tmp_path / "code.rules.yaml").write_text("rules:\n- id: x\n  pattern: y\n", encoding="utf-8")
    (tmp_path / "court.cases.yaml").write_text("cases: [1, 2]\n", encoding="utf-8")
    (tmp_path / "other.yaml").write_text("bad: [1]\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(
        "import sys\n\ndef test_it():\n    assert 'lint_report.rule_tests' not in sys.modules\n", encoding="utf-8"
    )
    done = run_pytest(tmp_path)
    assert "1 passed" in done.stdout, done.stdout
