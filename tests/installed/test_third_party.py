"""Plugins by other people, installed by pip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Installed

PLUGINS = ROOT / "tests" / "plugins"
DRAFT = "青石镇今年完成了道路改造。20xx年，我镇平稳。\n"
EVERY_HOOK = "- 清河县以党建为抓手，财政收入3亿元。\n"
YAML_WRONG_IN_LINE_7 = """\
rules:
- name: empty-slogan
  code: X101
  kind: forbidden
  words: [抓手]
  message: 不用
  explanation: [套话
"""


@pytest.fixture
def with_plugin(installed: Installed) -> Iterator[Installed]:
    installed.pip("install", "--no-deps", str(PLUGINS / "town_names"))
    yield installed
    installed.pip("uninstall", "--yes", "lint-report-town-names")


@pytest.fixture
def with_every_hook(installed: Installed) -> Iterator[Installed]:
    installed.pip("install", "--no-deps", str(PLUGINS / "every_hook"))
    yield installed
    installed.pip("uninstall", "--yes", "lint-report-every-hook")


@pytest.fixture
def with_troubles(with_plugin: Installed) -> Iterator[Installed]:
    with_plugin.pip("install", "--no-deps", str(PLUGINS / "troubles"))
    yield with_plugin
    with_plugin.pip("uninstall", "--yes", "lint-report-troubles")


@pytest.mark.usefixtures("with_plugin")
def test_rule_of_a_plugin_runs_is_listed_and_configured(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = installed.run("draft.txt", "--format", "json", "--select", "T901,P201", cwd=tmp_path)
    assert outcome.status == 1, outcome.err
    found = [(issue["rule"], issue["column"]) for issue in outcome.json["files"][0]["issues"]]
    assert found == [("merged-town", 1), ("placeholder-year", 14)]
    listed = installed.run("rules", "--format", "json", cwd=tmp_path).json["rules"]
    origins = {row["name"]: row["origin"] for row in listed}
    assert origins["merged-town"] == "lint-report-town-names 1.2.0"
    assert origins["placeholder-year"] == "lint-report"
    config = "rules:\n  merged-town:\n    names: [红旗乡]\nselect: [merged-town]\n"
    (tmp_path / ".lint-report.yaml").write_text(config, encoding="utf-8")
    assert installed.run("draft.txt", cwd=tmp_path).status == 0


def test_every_hook_of_a_plugin_is_used(with_every_hook: Installed, tmp_path: Path) -> None:
    def run(*words: str, status: int = 1) -> str:
        outcome = with_every_hook.run(*words, "--lang", "zh", cwd=tmp_path)
        assert (outcome.status, outcome.err) == (status, ""), outcome
        return outcome.out

    (tmp_path / "draft.dash").write_text(EVERY_HOOK, encoding="utf-8")
    preset = ("--preset", "qinghe-county", "--no-cache")
    found = [line.split()[2] for line in run(".", "--format", "concise", *preset).splitlines()]
    assert found == ["W702", "XQH801", "T850"]
    assert run("draft.dash", "--format", "count", *preset) == "draft.dash 3\n共 3\n"
    (tmp_path / ".lint-report.yaml").write_text("extends: [qinghe-county]\nrules: {round-figure: off}\n", "utf-8")
    lines = run("draft.dash", "--format", "concise").splitlines()
    assert lines[0].startswith("draft.dash:1:1: warning W702 “清河县”有误，应改为“清禾县”")
    assert [line.split()[2] for line in lines] == ["W702", "XQH801"]
    (tmp_path / ".lint-report.yaml").write_text("select: [W702]\nrules: {wrong-word: {lists: qinghe-names}}\n", "utf-8")
    assert len(run("draft.dash", "--format", "concise").splitlines()) == 1
    assert '"qinghe-county"' in run("config", "--schema", status=0)
    assert "qinghe-county" in run("completion", "bash", status=0)
    slip = with_every_hook.run("draft.dash", "--preset", "qinghe-count", "--lang", "zh", cwd=tmp_path)
    assert slip.status == 2
    assert "是否指“qinghe-county”" in slip.err


TROUBLES = {
    "second-rule": ["T801", "example-rule", "lint-report-troubles 0.4.0"],
    "c-other-version": ["lint-report-troubles 0.4.0", "made for version 2", "has version 1"],
    "d-raises": ["lint-report-troubles 0.4.0", "no such table", "raises.py:3"],
    "g-readers": ["lint-report-troubles 0.4.0", "int", "Reader"],
    "h-reporters": ["lint-report-troubles 0.4.0", "no reporters today", "reporters.py:8"],
    "presets of plugin i-files": ["gone", "/no/such/preset.yaml"],
    "word lists of plugin i-files": ["Town Names"],
    "j-hook": ["register_rulez"],
    "crashing-rule": ["draft.txt", "in mid-document", "crashes.py:18"],
    "hanging-rule": ["draft.txt", "2 seconds"],
    "wrong.rules.yaml:7": [],
}


def test_whatever_is_wrong_with_plugins_is_named_and_the_rest_is_whole(
    with_troubles: Installed, tmp_path: Path
) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT + "甲。\n", encoding="utf-8")
    (tmp_path / "wrong.rules.yaml").write_text(YAML_WRONG_IN_LINE_7, encoding="utf-8")
    (tmp_path / ".lint-report.yaml").write_text("plugins: [wrong.rules.yaml]\n", encoding="utf-8")
    words = ("--select", "T,P201", "--rule-timeout", "2", "--format", "json", "--lang", "en")
    outcome = with_troubles.run("draft.txt", *words, cwd=tmp_path)
    assert outcome.status == 2
    assert [issue["code"] for issue in outcome.json["files"][0]["issues"]] == ["T901", "P201", "T801"]
    said = outcome.err.splitlines()
    for name, words_of_it in TROUBLES.items():
        (line,) = [line for line in said if name in line]
        assert all(word in line for word in words_of_it), line
    assert len(said) == len(TROUBLES), said
    listed = with_troubles.run("rules", "--lang", "en", cwd=tmp_path)
    assert listed.status == 2
    assert "merged-town" in listed.out
