"""What plugins may use: each public name is there, is documented, and the guides use no other."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

import pytest

import lint_report
from lint_report import scaffolds, testing
from tests.conftest import ROOT

_PYTHON = re.compile(r"^```python[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REFERENCE = "reference/python.md"
SHOWN = {
    **{path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "docs").rglob("*.md"))},
    "README.md": ROOT / "README.md",
    "README.zh-CN.md": ROOT / "README.zh-CN.md",
}
WRITTEN = {
    "rule": scaffolds.PYTHON_RULE,
    "package": scaffolds.PACKAGE,
    "documentation test": scaffolds.DOCUMENTATION_TEST,
}


def imports(code: str) -> Iterator[tuple[str, str]]:
    """Yield module and name of what a text imports from lint_report."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "lint_report":
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names if alias.name.startswith("lint_report."))


def private(code: str) -> list[tuple[str, str]]:
    """Give what a text imports that is not public."""
    public = {("lint_report", name) for name in lint_report.__all__}
    public |= {("lint_report.testing", name) for name in testing.__all__}
    return [found for found in imports(code) if found not in public]


def test_every_public_name_is_there_and_sorted() -> None:
    for name in lint_report.__all__:
        assert getattr(lint_report, name) is not None
    assert lint_report.__all__ == sorted(lint_report.__all__)
    assert set(lint_report.__all__) <= set(dir(lint_report))
    with pytest.raises(AttributeError):
        _ = lint_report.no_such_name  # type: ignore[attr-defined]


def test_type_checkers_see_the_names_that_are_there() -> None:
    tree = ast.parse((ROOT / "lint_report" / "__init__.py").read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        (alias.asname or alias.name): node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    places = {name: f"lint_report.{module}" for name, module in vars(lint_report)["_PLACES"].items()}
    assert seen == {**places, "testing": "lint_report"}
    assert set(seen) == set(lint_report.__all__)


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys, lint_report; print(*[name for name in sys.modules if name.startswith('lint_report.')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_public_names_of_testing_are_all_that_it_defines() -> None:
    own = {name for name, value in vars(testing).items() if getattr(value, "__module__", "") == testing.__name__}
    assert {name for name in own if not name.startswith("_")} == set(testing.__all__)


@pytest.mark.parametrize("name", SHOWN)
def test_guide_imports_public_names_only(name: str) -> None:
    for code in _PYTHON.findall(SHOWN[name].read_text(encoding="utf-8")):
        assert private(code) == []


@pytest.mark.parametrize("name", WRITTEN)
def test_scaffold_imports_public_names_only(name: str) -> None:
    words = {"name": "a", "code": "X101", "module": "a", "class_name": "A", "package": "p", "plugin": "p", "api": "1"}
    assert private(Template(WRITTEN[name]).substitute(words)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "examples").rglob("*.py")), ids=lambda path: path.stem)
def test_example_imports_public_names_only(path: Path) -> None:
    assert private(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("language", ["", ".zh-CN"])
def test_reference_describes_every_public_name(language: str) -> None:
    text = (ROOT / "docs" / REFERENCE.replace(".md", f"{language}.md")).read_text(encoding="utf-8")
    described = set(re.findall(r"`(?:lint_report\.)?(?:testing\.)?(\w+)", text))
    assert set(lint_report.__all__) | set(testing.__all__) <= described
