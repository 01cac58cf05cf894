"""Where rules come from besides installed packages: files that a configuration names, which of them are trusted, and
what is said of those that fail."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent

import pytest

from lint_report import time_limit
from tests.conftest import Run

DRAFT = "20xx年，青石镇以党建为抓手，完成了道路改造。\n"
YAML_RULE = """\
rules:
- name: empty-slogan
  code: X101
  kind: forbidden
  words: [抓手]
  message: 不用“{text}”
  explanation: 空话。
  bad: [抓手。]
  good: [引领。]
"""
PYTHON_RULE = '''\
"""A rule of one town."""

from collections.abc import Iterator

from lint_report import Document, Finding, Message, NoOptions, Rule, Span


class OldTown(Rule[NoOptions]):
    """旧镇名。 / An old name.

    What:
        zh: 旧名。
        en: An old name.
    Why:
        zh: 已撤并。
        en: It is no more.
    Bad:
        青石镇。
    Good:
        青山街道。
    Source:
        A test.
    """

    name = "old-town"
    code = "X901"

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield the first such name."""
        at = document.text.find("青石镇")
        if at >= 0:
            yield Finding(Span(at, at + 3), Message("旧镇名", "old name"))
'''


@pytest.fixture
def write(tmp_path: Path) -> Path:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def put(folder: Path, **files: str) -> None:
    """Write files; the last underscore of a name stands for a dot, and `config` is the configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        stem, _, ending = name.rpartition("_")
        path = folder / (".lint-report.yaml" if name == "config" else f"{stem}.{ending}")
        path.write_text(dedent(text), encoding="utf-8")


def codes(run: Run, *words: str, status: int = 1) -> list[str]:
    outcome = run("draft.txt", "--select", "X,P201", "--format", "json", *words)
    assert outcome.status == status, outcome.err
    return sorted(issue["code"] for issue in outcome.json["files"][0]["issues"])


def test_found_configuration_runs_no_code_and_says_how_to_trust_it(run_here: Run, write: Path) -> None:
    marker = write / "ran"
    code = f"open({str(marker)!r}, 'w').close()\n{PYTHON_RULE}"
    put(write, config="plugins:\n- house.yaml\n- towns.py\n- this_package\n", house_yaml=YAML_RULE, towns_py=code)
    outcome = run_here("draft.txt", "--select", "X,P201", "--format", "json")
    assert outcome.status == 2
    assert not marker.exists()
    assert [issue["code"] for issue in outcome.json["files"][0]["issues"]] == ["P201", "X101"]
    first, second = outcome.err.splitlines()
    assert ".lint-report.yaml:3:" in first
    assert "towns.py" in first
    assert "lint-report trust .lint-report.yaml" in first
    assert "--config .lint-report.yaml" in first
    assert "this_package" in second
    assert run_here("rules").status == 2
    assert run_here("explain", "X101").status == 2
    assert not marker.exists()


def test_configuration_that_is_named_runs_its_code(run_here: Run, write: Path) -> None:
    put(write, config="plugins: [towns.py]\n", towns_py=PYTHON_RULE)
    assert codes(run_here, "--config", ".lint-report.yaml") == ["P201", "X901"]
    listed = run_here("rules", "--config", ".lint-report.yaml", "--format", "json").json["rules"]
    assert [row["origin"] for row in listed if row["code"] == "X901"] == ["towns.py"]
    assert "旧镇名" in run_here("explain", "old-town", "--config", ".lint-report.yaml").out


def test_trust_holds_until_the_code_changes(run_here: Run, write: Path) -> None:
    put(write, config="plugins: [towns.py]\n", towns_py=PYTHON_RULE)
    trusted = run_here("trust", ".lint-report.yaml")
    assert trusted.status == 0
    assert "towns.py" in trusted.out
    assert codes(run_here) == ["P201", "X901"]
    put(write, config="plugins: [towns.py]\nrules: {old-town: info}\n")
    assert codes(run_here) == ["P201", "X901"], "what is trusted is the code"
    put(write, towns_py=PYTHON_RULE + "# changed\n")
    assert codes(run_here, status=2) == ["P201"]
    assert run_here("trust", ".").status == 0
    assert codes(run_here) == ["P201", "X901"]
    put(write, config="plugins: [towns.py, other.py]\n", other_py=PYTHON_RULE)
    assert codes(run_here, status=2) == ["P201"], "another file is other code"
    assert run_here("trust", ".lint-report.yaml", "--remove").status == 0
    put(write, config="plugins: [towns.py]\n")
    assert codes(run_here, status=2) == ["P201"]


def test_trust_covers_what_a_trusted_configuration_extends(run_here: Run, write: Path) -> None:
    put(write, config="extends: [house/base.yaml]\n")
    put(write / "house", base_yaml="plugins: [towns.py]\n", towns_py=PYTHON_RULE)
    assert codes(run_here, status=2) == ["P201"]
    run_here("trust", ".lint-report.yaml")
    assert codes(run_here) == ["P201", "X901"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_record_of_trust_is_the_users_own(run_here: Run, write: Path) -> None:
    put(write, config="plugins: [towns.py]\n", towns_py=PYTHON_RULE)
    run_here("trust", ".lint-report.yaml")
    record = write / "own" / "lint-report" / "trusted.json"
    assert record.stat().st_mode & 0o777 == 0o600
    assert record.parent.stat().st_mode & 0o777 == 0o700
    record.chmod(0o666)
    outcome = run_here("draft.txt", "--select", "X,P201")
    assert outcome.status == 2
    assert "trusted.json" in outcome.err
    record.chmod(0o600)
    record.write_text("[]", encoding="utf-8")
    assert run_here("draft.txt").status == 2


def test_nothing_to_trust_and_nothing_there(run_here: Run, write: Path) -> None:
    put(write, config="plugins: [house.yaml]\n", house_yaml=YAML_RULE)
    assert run_here("trust", ".lint-report.yaml").status == 0
    assert not (write / "own").exists()
    assert run_here("trust", "gone.yaml").status == 2


def test_configuration_is_shown_with_its_plugins(run_here: Run, write: Path) -> None:
    put(write, config="plugins:\n- house.yaml\nrules: {empty-slogan: info}\n", house_yaml=YAML_RULE)
    shown = run_here("config", "draft.txt")
    assert shown.status == 0
    assert "  - house.yaml  # " in shown.out
    schema = run_here("config", "--schema").json
    assert {"empty-slogan", "placeholder-year"} <= set(schema["properties"]["rules"]["properties"])
    assert "plugins" in schema["properties"]


def test_folder_of_rules(run_here: Run, write: Path) -> None:
    second = YAML_RULE.replace("X101", "X102").replace("empty-slogan", "other-rule")
    put(write, config="plugins: [rules]\n")
    put(write / "rules", a_yaml=YAML_RULE, b_yml=second, readme_txt="no rules")
    (write / "rules" / "a.cases.yaml").write_text("good: []\n", encoding="utf-8")
    assert codes(run_here) == ["P201", "X101", "X102"]


DEFECTS = {
    "a missing library": ("import no_such_library\n" + PYTHON_RULE, ["no_such_library", "towns.py:1"]),
    "an error in line 3": ("x = 1\n\nraise KeyError('x')\n", ["KeyError", "towns.py:3"]),
    "it leaves the program": ("import sys\nsys.exit(0)\n", ["SystemExit"]),
    "broken Python": ("def x(:\n", ["SyntaxError", "towns.py"]),
    "no rule": ("x = 1\n", ["no rule"]),
    "another interface": ("LINT_REPORT_API = 2\n" + PYTHON_RULE, ["version 2", "version 1"]),
    "no code": (PYTHON_RULE.replace('    code = "X901"\n', ""), ["OldTown", "code"]),
    "a strange code": (PYTHON_RULE.replace('"X901"', '"town"'), ["OldTown", "town"]),
    "no explanation": (PYTHON_RULE.replace("    Why:", "    Because:"), ["Why"]),
    "no check": (PYTHON_RULE.replace("def check", "def czech"), ["check"]),
    "the code of a built-in rule": (PYTHON_RULE.replace("X901", "P201"), ["P201", "placeholder-year", "lint-report"]),
    "the name of a built-in rule": (PYTHON_RULE.replace("old-town", "placeholder-year"), ["placeholder-year"]),
    "a preset": (PYTHON_RULE + "\ndef register_presets(): return {}\n", ["register_presets"]),
    "a reader": (PYTHON_RULE + "\ndef register_readers(): return []\n", ["register_readers"]),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_plugin_that_fails_is_named_and_the_rest_runs(run_here: Run, write: Path, name: str) -> None:
    code, words = DEFECTS[name]
    put(write, house_yaml="plugins: [towns.py, rules.yaml]\n", rules_yaml=YAML_RULE, towns_py=code)
    outcome = run_here("draft.txt", "--config", "house.yaml", "--select", "X,P201", "--format", "json")
    assert outcome.status == 2
    (message,) = outcome.err.splitlines()
    assert all(word in message for word in words), message
    assert [issue["code"] for issue in outcome.json["files"][0]["issues"]] == ["P201", "X101"]


@pytest.mark.parametrize("named", ["gone.yaml", "gone.py", "no_such_package", "empty", "../[x]"])
def test_plugin_that_is_not_there_is_named_with_its_line(run_here: Run, write: Path, named: str) -> None:
    (write / "empty").mkdir()
    put(write, house_yaml=f"# ours\nplugins: ['{named}']\n")
    outcome = run_here("draft.txt", "--config", "house.yaml")
    assert outcome.status == 2
    (message,) = outcome.err.splitlines()
    assert "house.yaml:2:" in message
    assert named in message


def test_two_plugins_with_one_code_are_both_named(run_here: Run, write: Path) -> None:
    put(write, config="plugins: [a.yaml, b.yaml]\n", a_yaml=YAML_RULE, b_yaml=YAML_RULE.replace("slogan", "phrase"))
    outcome = run_here("draft.txt", "--select", "X", "--format", "json")
    assert outcome.status == 2
    (message,) = outcome.err.splitlines()
    assert all(word in message for word in ("X101", "empty-phrase", "b.yaml:2", "empty-slogan", "a.yaml:2"))
    assert [issue["rule"] for issue in outcome.json["files"][0]["issues"]] == ["empty-slogan"]


CRASHES = {
    "raises after a finding": ("            raise ValueError('what now')\n", ["ValueError", "what now", "towns.py:"]),
    "leaves the program": ("            raise SystemExit(0)\n", ["SystemExit"]),
    "yields nonsense": ("            yield 'nonsense'\n", ["nonsense"]),
    "yields a span outside": ("            yield Finding(Span(5, 10**9), Message('', ''))\n", ["1000000000"]),
}


@pytest.mark.parametrize("name", CRASHES)
def test_rule_that_crashes_costs_itself_alone(run_here: Run, write: Path, name: str) -> None:
    more, words = CRASHES[name]
    put(write, house_yaml="plugins: [towns.py, rules.yaml]\n", rules_yaml=YAML_RULE, towns_py=PYTHON_RULE + more)
    outcome = run_here("draft.txt", "--config", "house.yaml", "--select", "X,P201", "--format", "json")
    assert outcome.status == 2
    (message,) = outcome.err.splitlines()
    assert message.startswith("draft.txt: ")
    assert all(word in message for word in ("old-town", *words)), message
    assert [issue["code"] for issue in outcome.json["files"][0]["issues"]] == ["P201", "X101"]


def test_rule_that_says_what_it_lacks_is_named_with_that(run_here: Run, write: Path) -> None:
    more = "            raise UserError('没有对照表', 'there is no table', path='table.csv', line=3)\n"
    code = PYTHON_RULE.replace("Rule, Span", "Rule, Span, UserError") + more
    put(write, house_yaml="plugins: [towns.py]\n", towns_py=code)
    outcome = run_here("draft.txt", "--config", "house.yaml", "--select", "X,P201", "--lang", "en")
    assert outcome.status == 2
    assert outcome.err == "draft.txt: rule old-town: table.csv:3: there is no table\n"


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.parametrize("waits", ["import time; time.sleep(60)", "while True: pass"])
def test_plugin_whose_import_never_returns_is_named(
    run_here: Run, write: Path, monkeypatch: pytest.MonkeyPatch, waits: str
) -> None:
    monkeypatch.setattr(time_limit, "IMPORT_SECONDS", 0.3)
    put(write, house_yaml="plugins: [towns.py, rules.yaml]\n", rules_yaml=YAML_RULE, towns_py=f"\n{waits}\n")
    outcome = run_here("draft.txt", "--config", "house.yaml", "--select", "X,P201", "--lang", "en", "--format", "json")
    assert outcome.status == 2
    assert "was not imported within 0.3 seconds (towns.py:2)" in outcome.err
    assert [issue["code"] for issue in outcome.json["files"][0]["issues"]] == ["P201", "X101"]


def test_rules_of_a_folder_hold_for_its_files_alone(run: Run, write: Path) -> None:
    other = YAML_RULE.replace("抓手", "道路").replace("empty-slogan", "no-roads")
    put(write / "east", config="plugins: [rules.yaml]\n", rules_yaml=YAML_RULE, draft_txt=DRAFT)
    put(write / "west", config="plugins: [rules.yaml]\n", rules_yaml=other, draft_txt=DRAFT)
    for jobs in ("1", "2"):
        outcome = run("draft.txt", "east", "west", "--select", "X101", "--format", "sarif", "--jobs", jobs)
        assert outcome.status == 1, outcome.err
        (sarif,) = outcome.json["runs"]
        found = [
            (result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], result["properties"]["rule"])
            for result in sarif["results"]
        ]
        assert found == [("east/draft.txt", "empty-slogan"), ("west/draft.txt", "no-roads")]
        described = {rule["properties"]["tags"][0] for rule in sarif["tool"]["driver"]["rules"]}
        assert {"empty-slogan", "no-roads", "placeholder-year"} <= described
    wrong = run("draft.txt", "east", "--select", "X102")
    assert wrong.status == 2
    assert "X102" in wrong.err


HANGING = {
    "in a pattern": "            import re; re.match('(a+)+b', 'a' * 64)\n",
    "in Python": "            while True: pass\n",
}


@pytest.mark.parametrize("name", HANGING)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_rule_that_never_returns_costs_itself_on_that_file(run: Run, write: Path, name: str, jobs: str) -> None:
    put(
        write,
        house_yaml="plugins: [towns.py, rules.yaml]\n",
        rules_yaml=YAML_RULE,
        towns_py=PYTHON_RULE + HANGING[name],
        other_txt="红旗镇以党建为抓手。\n",
    )
    words = (
        "--config",
        "house.yaml",
        "--select",
        "X,P201",
        "--format",
        "json",
        "--rule-timeout",
        "1.5",
        "--jobs",
        jobs,
    )
    outcome = run("draft.txt", "other.txt", *words)
    assert outcome.status == 2
    (message,) = outcome.err.splitlines()
    assert message.startswith("draft.txt: ")
    assert "old-town" in message
    first, second = outcome.json["files"]
    assert [issue["code"] for issue in first["issues"]] == ["P201", "X101"]
    assert [issue["code"] for issue in second["issues"]] == ["X101"]
    assert not second["errors"]


def test_time_limit_holds_for_standard_input_and_for_fixes(run: Run, write: Path) -> None:
    fixing = YAML_RULE.replace("forbidden", "substitution").replace(
        "words: [抓手]", "replace: {抓手: 引领}\n  fix: safe"
    )
    put(write, house_yaml="plugins: [towns.py, rules.yaml]\n", rules_yaml=fixing)
    put(write, towns_py=PYTHON_RULE + HANGING["in Python"])
    words = ("--config", "house.yaml", "--select", "X", "--rule-timeout", "1.5", "--fix")
    outcome = run("-", *words, given=DRAFT.encode())
    assert outcome.status == 2
    assert outcome.out.startswith(DRAFT.replace("抓手", "引领"))


@pytest.mark.parametrize("seconds", ["0", "-1", "soon", "nan"])
@pytest.mark.usefixtures("write")
def test_time_limit_is_a_number_above_zero(run_here: Run, seconds: str) -> None:
    assert run_here("draft.txt", "--rule-timeout", seconds).status == 2


def test_pattern_of_a_configuration_that_may_never_end_is_refused(run_here: Run, write: Path) -> None:
    put(write, config="allow:\n  patterns: ['(x+)+年']\n")
    outcome = run_here("draft.txt")
    assert outcome.status == 2
    assert ".lint-report.yaml:2:" in outcome.err
    put(write, config="allow: {patterns: ['(?P<a>20)xx', '(?P<a>x)']}\n")
    assert run_here("draft.txt", "--select", "P201").status == 1, "patterns do not disturb one another"
