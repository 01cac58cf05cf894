"""The short way to read YAML gives what the long way gives, or leaves the text to it."""

from __future__ import annotations

import os

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lint_report.flat_yaml import read_flat_yaml
from lint_report.resources import shipped_folder

PIECES = (
    "a",
    "kind",
    "off",
    ":",
    ": ",
    ">-",
    "{}",
    "\n",
    "\n  ",
    "  ",
    "#",
    "# x",
    "字",
    "，",
    "-",
    "[P]",
    "'",
    "\t",
    "\r",
)


def flat_files() -> list[str]:
    folder = shipped_folder()
    presets = [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".yaml")]
    return [*sorted(presets), os.path.join(folder, "lexicons", "parts.yaml")]


def read(text: str) -> dict[str, object] | None:
    entries = read_flat_yaml(text)
    return None if entries is None else {entry.key: {} if entry.text is None else entry.text for entry in entries}


@pytest.mark.parametrize("path", flat_files(), ids=os.path.basename)
def test_shipped_files_read_as_yaml_reads_them(path: str) -> None:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    found = read(text)
    assert found is None or found == yaml.safe_load(text)


@pytest.mark.parametrize("name", ["default.yaml", "plan.yaml", "annual-summary.yaml", "lexicons/parts.yaml"])
def test_what_every_run_reads_takes_no_library(name: str) -> None:
    with open(os.path.join(shipped_folder(), name), encoding="utf-8") as file:
        assert read(file.read()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a:\n",
        "a: off\n",
        "a: b\na: c\n",
        "a: >-\n",
        "a: >-\n  b\n\n  c\n",
        "a: >-\n   b\n",
        "a: 1\n",
        "a: [b]\n",
        "- a\n",
    ],
)
def test_anything_else_is_left_to_the_library(text: str) -> None:
    assert read_flat_yaml(text) is None


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_is_read_is_what_yaml_reads(text: str) -> None:
    found = read(text)
    if found is not None:
        assert found == yaml.safe_load(text)
