"""What the scaffolds write, used in a fresh environment as somebody would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Installed

DRAFT = "会议听取了旧名称的工作汇报。\n"


@pytest.fixture
def with_pytest(installed: Installed) -> Installed:
    installed.pip("install", "pytest>=8")
    return installed


@pytest.fixture
def plugin(with_pytest: Installed, tmp_path: Path) -> Iterator[Path]:
    outcome = with_pytest.run("new-plugin", "qinghe-style", cwd=tmp_path)
    assert outcome.status == 0, outcome.err
    folder = tmp_path / "lint-report-qinghe-style"
    with_pytest.pip("install", "--no-deps", "--editable", str(folder))
    yield folder
    with_pytest.pip("uninstall", "--yes", "lint-report-qinghe-style")


def test_new_plugin_installs_passes_its_tests_and_is_used_elsewhere(
    with_pytest: Installed, plugin: Path, tmp_path: Path
) -> None:
    tested = with_pytest.call("pytest", "-v", "-W", "error", cwd=plugin)
    assert "retired-word.cases.yaml::retired-word: bad: one word PASSED" in tested
    assert "6 passed" in tested
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = with_pytest.run("draft.txt", "--select", "retired-word", "--format", "json", cwd=elsewhere)
    assert outcome.status == 1, outcome.err
    assert [issue["code"] for issue in outcome.json["files"][0]["issues"]] == ["X101"]
    listed = with_pytest.run("rules", "--format", "json", cwd=elsewhere).json["rules"]
    assert {row["name"]: row["origin"] for row in listed}["retired-word"] == "lint-report-qinghe-style 0.1.0"


def test_new_rules_are_tested_by_pytest_and_without_it(with_pytest: Installed, tmp_path: Path) -> None:
    for words in (["old-town"], ["house-style", "--yaml", "--code", "X102"]):
        assert with_pytest.run("new-rule", *words, cwd=tmp_path).status == 0
    assert with_pytest.run("test", "--lang", "en", cwd=tmp_path).out == "9 passed, 0 failed\n"
    assert "7 passed" in with_pytest.call("pytest", cwd=tmp_path)


def test_the_pytest_plugin_is_quiet_in_other_projects(with_pytest: Installed, tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import sys\n\n\ndef test_it():\n    assert 'yaml' not in sys.modules\n", encoding="utf-8"
    )
    assert "1 passed" in with_pytest.call("pytest", "-W", "error", cwd=tmp_path)
