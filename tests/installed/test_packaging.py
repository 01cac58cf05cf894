"""The wheel, as users get it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.conftest import ROOT, Installed


def test_wheel_installs_two_names_and_every_preset(installed: Installed) -> None:
    names = zipfile.ZipFile(installed.wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"lint_report", "lint_report_rules"}
    shipped = {name.removeprefix("lint_report/configs/") for name in names if name.startswith("lint_report/configs/")}
    assert shipped == {
        path.relative_to(ROOT / "configs").as_posix() for path in (ROOT / "configs").rglob("*") if path.is_file()
    }
    for package in ("lint_report", "rules/lint_report_rules"):
        kept = {path for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts}
        assert {path.relative_to((ROOT / package).parent).as_posix() for path in kept} <= set(names)
    assert "lint_report/py.typed" in names
    assert "lint_report_rules/py.typed" in names


def test_folders_of_the_checkout_stay_what_packaging_needs() -> None:
    assert not (ROOT / "rules" / "__init__.py").exists(), "a package named rules exists elsewhere"
    assert not list((ROOT / "configs").rglob("*.py")), "an editable install cannot rename Python packages"


def test_installed_program_checks_a_draft(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("20xx年，我镇完成财政收入3200万元。\n", encoding="utf-8")
    outcome = installed.run("draft.txt", "--format", "json", "--select", "placeholder-year", cwd=tmp_path)
    assert outcome.status == 1, outcome.err
    assert [issue["rule"] for issue in outcome.json["files"][0]["issues"]] == ["placeholder-year"]
