"""Plugins outside of this tree, checked by mypy and pyright, both strict, against the installed wheel."""

from __future__ import annotations

import json
import shutil
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT, Installed

SLIP = """
from lint_report import Document, Finding, Message, NoOptions, Rule, Span, no_such_name

def find(document: Document) -> Finding:
    return Finding(document.text, Message("only Chinese"))
"""


@pytest.fixture(scope="module")
def checkers(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Give a second environment with the type checkers, so that the first has what users have and no more."""
    folder = tmp_path_factory.mktemp("checkers")
    venv.create(folder, with_pip=True)
    environment = Installed(folder / installed.python.parent.name / "python", installed.program, installed.wheel)
    environment.pip("install", "mypy>=1.15", "pyright[nodejs]>=1.1.414")
    return environment


def complaints(checkers: Installed, installed: Installed, source: Path, scratch: Path) -> tuple[str, str]:
    """Give what mypy and pyright say of a folder, empty where they find nothing.

    It is copied out of this tree, so that they cannot see the tree in the place of the wheel.
    """
    shutil.copytree(source, scratch / "checked" / "src")
    words = ["--strict", "--python-executable", str(installed.python), "--cache-dir", str(scratch / "mypy")]
    mypy = checkers.attempt("mypy", *words, "src", cwd=scratch / "checked")
    settings = scratch / "checked" / "pyrightconfig.json"
    settings.write_text(json.dumps({"include": ["src"], "typeCheckingMode": "strict"}), encoding="utf-8")
    words = ["--project", str(settings), "--pythonpath", str(installed.python)]
    pyright = checkers.attempt("pyright", *words, cwd=scratch / "checked")
    assert "No source files" not in pyright.out
    return mypy.out if mypy.status else "", pyright.out if pyright.status else ""


@pytest.mark.parametrize(
    "name", ["examples/lint-report-earlier-report", "examples/lint-report-odt", "tests/plugins/every_hook"]
)
def test_plugin_is_well_typed(checkers: Installed, installed: Installed, name: str, tmp_path: Path) -> None:
    assert complaints(checkers, installed, ROOT / name / "src", tmp_path) == ("", "")


def test_new_plugin_is_well_typed(checkers: Installed, installed: Installed, tmp_path: Path) -> None:
    assert installed.run("new-plugin", "qinghe-style", cwd=tmp_path).status == 0
    source = tmp_path / "lint-report-qinghe-style" / "src"
    assert complaints(checkers, installed, source, tmp_path) == ("", "")


def test_slips_are_seen(checkers: Installed, installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "slip.py").write_text(SLIP, encoding="utf-8")
    for said in complaints(checkers, installed, tmp_path / "source", tmp_path):
        assert "no_such_name" in said
        assert "Span" in said
        assert '"en"' in said or '"Message"' in said
