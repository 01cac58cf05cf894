"""The plugins in examples/, used as somebody would who has just built the wheel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Installed

EXAMPLES = ROOT / "examples"
HOUSE_STYLE = EXAMPLES / "qinghe-house-style"
PACKAGES = ("lint-report-earlier-report", "lint-report-odt")
FOUND_IN_BAD_DRAFT = [
    "1:1 XQH201", "3:5 W702", "5:1 XQH202", "5:1 XQH205", "8:1 XQH301", "8:1 XQH302", "9:5 XQH101", "9:24 XQH102",
    "9:44 XQH104", "9:72 XQH103", "9:95 XQH303",
]  # fmt: skip


@pytest.fixture(scope="module")
def with_examples(installed: Installed) -> Iterator[Installed]:
    installed.pip("install", "pytest>=8")
    installed.pip("install", "--no-deps", *(str(EXAMPLES / name) for name in PACKAGES))
    yield installed
    installed.pip("uninstall", "--yes", *PACKAGES)


def test_every_example_is_tested_here() -> None:
    assert {path.name for path in EXAMPLES.iterdir() if path.is_dir()} == {HOUSE_STYLE.name, *PACKAGES}


@pytest.mark.parametrize("name", PACKAGES)
def test_package_passes_its_own_tests(with_examples: Installed, name: str) -> None:
    words = ("-p", "no:cacheprovider", "-W", "error")
    assert " passed" in with_examples.call("pytest", *words, cwd=EXAMPLES / name)


def test_tests_of_the_house_style_pass(with_examples: Installed) -> None:
    outcome = with_examples.run("test", ".", "--lang", "en", cwd=HOUSE_STYLE)
    assert (outcome.status, outcome.out) == (0, "38 passed, 0 failed\n"), outcome.err
    assert "38 passed" in with_examples.call("pytest", "-p", "no:cacheprovider", cwd=HOUSE_STYLE)


def test_house_style_finds_what_is_wrong_in_the_bad_draft_alone(with_examples: Installed) -> None:
    outcome = with_examples.run("drafts", "--no-cache", "--ignore", "E101", "--format", "json", cwd=HOUSE_STYLE)
    assert (outcome.status, outcome.err) == (1, "")
    found = {
        Path(file["path"]).as_posix(): sorted(
            f"{issue['line']}:{issue['column']} {issue['code']}" for issue in file["issues"]
        )
        for file in outcome.json["files"]
    }
    assert found == {"drafts/bad.txt": sorted(FOUND_IN_BAD_DRAFT), "drafts/good.txt": []}
