"""The guide's examples work: every rule loads, every command prints what the guide says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

GUIDE = ROOT / "docs" / "guide"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = {"rules-in-yaml.md": "en", "rules-in-yaml.zh-CN.md": "zh"}


def blocks(page: str) -> list[tuple[str, str, str]]:
    return _BLOCK.findall((GUIDE / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize(("page", "language"), PAGES.items())
def test_files_and_commands_of_the_page_work_together(
    run_here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, language: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    commands = 0
    for sort, name, text in blocks(page):
        if name:
            (tmp_path / name).write_text(text, encoding="utf-8")
        if sort != "console":
            continue
        for part in text.split("$ ")[1:]:
            command, _, expected = part.partition("\n")
            outcome = run_here(*shlex.split(command)[1:])
            assert outcome.out.endswith(expected), (command, outcome)
            commands += 1
    assert commands >= 3


@pytest.mark.parametrize("page", PAGES)
def test_every_rule_of_the_page_agrees_with_its_examples(run_here: Run, tmp_path: Path, page: str) -> None:
    kinds: set[str] = set()
    for _, _, text in blocks(page):
        if text.startswith("rules:"):
            (tmp_path / "shown.rules.yaml").write_text(text, encoding="utf-8")
            outcome = run_here("test", "shown.rules.yaml")
            assert outcome.status == 0, outcome.err
            kinds.update(re.findall(r"^  kind: (\w+)", text, re.MULTILINE))
    assert kinds == {
        "forbidden", "required", "substitution", "count", "length", "order", "consistency", "compare",
    }  # fmt: skip
