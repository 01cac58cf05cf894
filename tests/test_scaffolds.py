"""`lint-report new-rule` and `new-plugin`: what they write works as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

DRAFT = "会议听取了旧名称的工作汇报。\n"


@pytest.mark.parametrize(("option", "file", "tests"), [([], "old_town.py", 6), (["--yaml"], "old-town.rules.yaml", 3)])
def test_new_rule_passes_its_tests_and_reports(
    run_here: Run, tmp_path: Path, option: list[str], file: str, tests: int
) -> None:
    written = run_here("new-rule", "old-town", *option)
    assert written.status == 0, written.err
    assert written.out.splitlines()[0] == file
    tested = run_here("test", file, "--lang", "en")
    assert tested.out == f"{tests} passed, 0 failed\n", tested.out + tested.err
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / ".lint-report.yaml").write_text(f"plugins: [{file}]\n", encoding="utf-8")
    assert run_here("trust", ".").status == 0
    outcome = run_here("draft.txt", "--select", "X101", "--format", "json")
    assert outcome.status == 1, outcome.err
    assert [issue["rule"] for issue in outcome.json["files"][0]["issues"]] == ["old-town"]
    assert "旧名称" in run_here("explain", "X101").out


def test_new_rule_heeds_the_codes_of_rules_that_are_not_used_yet(run_here: Run, tmp_path: Path) -> None:
    for name, options in (("first", ["--yaml"]), ("second", []), ("third", ["--yaml"])):
        assert run_here("new-rule", name, *options).status == 0
    assert 'code = "X102"' in (tmp_path / "second.py").read_text(encoding="utf-8")
    assert "code: X103" in (tmp_path / "third.rules.yaml").read_text(encoding="utf-8")
    assert "second.py" in run_here("new-rule", "fourth", "--code", "X102").err


def test_new_rule_takes_a_free_code(run_here: Run, tmp_path: Path) -> None:
    run_here("new-rule", "first", "--yaml")
    (tmp_path / ".lint-report.yaml").write_text("plugins: [first.rules.yaml]\n", encoding="utf-8")
    run_here("new-rule", "second", "--yaml")
    assert "code: X102" in (tmp_path / "second.rules.yaml").read_text(encoding="utf-8")
    run_here("new-rule", "third", "--code", "QH901")
    assert 'code = "QH901"' in (tmp_path / "third.py").read_text(encoding="utf-8")
    taken = run_here("new-rule", "fourth", "--code", "X101")
    assert taken.status == 2
    assert "first" in taken.err


@pytest.mark.parametrize("words", [["Old"], ["old_town"], ["a/b"], ["old-town", "--code", "x1"], []])
def test_wrong_name_or_code_writes_nothing(run_here: Run, tmp_path: Path, words: list[str]) -> None:
    assert run_here("new-rule", *words).status == 2
    assert not list(tmp_path.iterdir())


def test_nothing_is_overwritten(run_here: Run, tmp_path: Path) -> None:
    (tmp_path / "old-town.cases.yaml").write_text("mine\n", encoding="utf-8")
    outcome = run_here("new-rule", "old-town")
    assert outcome.status == 2
    assert "old-town.cases.yaml" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["old-town.cases.yaml"]
    assert run_here("new-plugin", "qinghe").status == 0
    assert run_here("new-plugin", "lint-report-qinghe").status == 2
