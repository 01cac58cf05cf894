"""Plugins by other people, installed by pip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Installed

PLUGINS = ROOT / "tests" / "plugins"
DRAFT = "青石镇今年完成了道路改造。20xx年，我镇平稳。\n"


@pytest.fixture
def with_plugin(installed: Installed) -> Iterator[Installed]:
    installed.pip("install", "--no-deps", str(PLUGINS / "town_names"))
    yield installed
    installed.pip("uninstall", "--yes", "lint-report-town-names")


@pytest.fixture
def with_broken_plugin(with_plugin: Installed) -> Iterator[Installed]:
    with_plugin.pip("install", "--no-deps", str(PLUGINS / "broken_import"))
    yield with_plugin
    with_plugin.pip("uninstall", "--yes", "lint-report-broken-import")


def test_rule_of_a_plugin_runs_and_is_listed(with_plugin: Installed, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = with_plugin.run("draft.txt", "--format", "json", "--select", "T901,P201", cwd=tmp_path)
    assert outcome.status == 1, outcome.err
    found = [(issue["rule"], issue["column"]) for issue in outcome.json["files"][0]["issues"]]
    assert found == [("merged-town", 1), ("placeholder-year", 14)]
    listed = with_plugin.run("rules", "--format", "json", cwd=tmp_path).json["rules"]
    origins = {row["name"]: row["origin"] for row in listed}
    assert origins["merged-town"] == "lint-report-town-names 1.2.0"
    assert origins["placeholder-year"] == "lint-report"


def test_option_of_a_plugin_rule_is_configured(with_plugin: Installed, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    config = "rules:\n  merged-town:\n    names: [红旗乡]\nselect: [merged-town]\n"
    (tmp_path / ".lint-report.yaml").write_text(config, encoding="utf-8")
    assert with_plugin.run("draft.txt", cwd=tmp_path).status == 0


def test_plugin_that_cannot_be_imported_is_named_and_the_rest_runs(
    with_broken_plugin: Installed, tmp_path: Path
) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    outcome = with_broken_plugin.run("draft.txt", "--format", "json", "--select", "T901,P201", cwd=tmp_path)
    assert outcome.status == 2
    assert "broken-import" in outcome.err
    assert "a_library_that_is_not_there" in outcome.err
    assert "lint-report-broken-import 0.3.0" in outcome.err
    assert "Traceback" not in outcome.err
    assert len(outcome.json["files"][0]["issues"]) == 2
    listed = with_broken_plugin.run("rules", cwd=tmp_path)
    assert listed.status == 2
    assert "merged-town" in listed.out
