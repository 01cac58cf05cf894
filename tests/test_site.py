"""The documentation says what is true: its files and commands work as shown, with this tree and with the wheel."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from docx import Document as WordFile

from lint_report.config.schema import configuration_schema
from lint_report.messages import Language
from lint_report.plugins import load_registry
from tests.conftest import ROOT, Installed, Outcome, Run, call

DOCS = ROOT / "docs"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CHINESE = ".zh-CN.md"
_WITHOUT_COMMANDS = {"outline", "ci", "editors", "python"}
_OF_ANOTHER_TEST = {"rules-in-yaml", "plugins"}
PAGES = [
    path.relative_to(DOCS).as_posix()
    for path in sorted(DOCS.rglob("*.md"))
    if path.name.partition(".")[0] not in _WITHOUT_COMMANDS | _OF_ANOTHER_TEST
]


class Block(NamedTuple):
    """A block of code: its language, the name of the file that it is, its text."""

    sort: str
    name: str
    text: str


class Step(NamedTuple):
    """A command of a page, and what the page says that it prints."""

    words: list[str]
    printed: str


def blocks(path: Path) -> list[Block]:
    return [Block(*found) for found in _BLOCK.findall(path.read_text(encoding="utf-8"))]


def steps(block: Block) -> Iterator[Step]:
    for part in block.text.split("$ ")[1:]:
        command, _, printed = part.partition("\n")
        yield Step(shlex.split(command), printed)


def follow(page: str, folder: Path, start: Callable[..., Outcome]) -> int:
    """Write the files of a page and run its commands, in the order in which they stand; give how many there were."""
    make_drafts(folder)
    count = status = 0
    for block in blocks(DOCS / page):
        if block.name:
            path = folder / block.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        for step in steps(block) if block.sort == "console" else ():
            if step.words == ["echo", "$?"]:
                assert step.printed == f"{status}\n", page
                continue
            assert step.words[0] == "lint-report"
            outcome = start(*step.words[1:])
            status = outcome.status
            assert "Traceback" not in outcome.err
            assert step.printed in ("", outcome.out, outcome.err, outcome.err + outcome.out), (step, outcome)
            assert step.printed or status < 2, (step, outcome)
            count += 1
    return count


def make_drafts(folder: Path) -> None:
    """Make what the pages name and cannot show: a folder of reports, Word files."""
    (folder / "reports").mkdir()
    (folder / "reports" / "draft.txt").write_text("20xx年，我镇完成财政收入3200万元。\n", encoding="utf-8")
    (folder / "draft.txt").write_text("2023年，我镇完成财政收入3200万元。\n", encoding="utf-8")
    for name in ("draft.docx", "稿子.docx"):
        word = WordFile()
        word.add_paragraph("青山镇20xx年工作总结")
        word.add_paragraph("全镇财政收入万元，比上年增长6.1%。")
        word.save(str(folder / name))


@pytest.mark.parametrize("page", PAGES)
def test_page_can_be_followed(page: str, run_here: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8" if page.endswith(_CHINESE) else "en_US.UTF-8")
    assert follow(page, tmp_path, run_here) >= 1


@pytest.mark.parametrize(
    "page",
    [
        f"{name}{ending}"
        for name in ("index", "guide/rules-in-python", "guide/rules-in-yaml", "guide/word-lists")
        for ending in (".md", _CHINESE)
    ],
)
def test_guide_can_be_followed_with_the_wheel(
    page: str, installed: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_elsewhere(page, tmp_path, monkeypatch)
    assert follow(page, tmp_path, lambda *words: installed.run(*words, cwd=tmp_path)) >= 1


@pytest.mark.parametrize("page", ["guide/plugins.md", "guide/plugins.zh-CN.md"])
def test_plugin_of_the_guide_works_with_the_wheel(
    page: str, installed: Installed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live_elsewhere(page, tmp_path, monkeypatch)
    for block in blocks(DOCS / page):
        if block.name.startswith(("src/", "pyproject")):
            path = tmp_path / "package" / block.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
    installed.pip("install", "--no-deps", str(tmp_path / "package"))
    try:
        assert follow(page, tmp_path, lambda *words: installed.run(*words, cwd=tmp_path)) == 2
    finally:
        installed.pip("uninstall", "--yes", "lint-report-qinghe")


def live_elsewhere(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Speak the language of a page, and keep away from the user's own folders."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8" if page.endswith(_CHINESE) else "en_US.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "own"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))


def test_plugin_of_the_readme_works_with_the_wheel(installed: Installed, tmp_path: Path) -> None:
    shown = blocks(ROOT / "README.md")
    (code,) = (block.text for block in shown if block.sort == "python")
    (entry_points,) = (block.text for block in shown if block.sort == "toml")
    (module,) = tomllib.loads(entry_points)["project"]["entry-points"]["lint_report"].values()
    source = tmp_path / "source"
    source.mkdir()
    (source / f"{module}.py").write_text(code, encoding="utf-8")
    project = '[project]\nname = "our-house-style"\nversion = "1"\n'
    backend = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
    (source / "pyproject.toml").write_text(backend + project + entry_points, encoding="utf-8")
    target = tmp_path / "target"
    installed.pip("install", "--no-deps", "--target", str(target), str(source))
    (tmp_path / "draft.txt").write_text("青石镇完成了道路改造。\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(target), "LC_ALL": "en_US.UTF-8"}
    command = [str(installed.program), "--select", "T901", "--format", "concise", "draft.txt"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.stdout.decode() == "draft.txt:1:1: warning T901 use the present name\n"
    assert done.stderr == b""


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs/guide/developers.md"])
def test_configurations_shown_are_valid(name: str, run_here: Run, tmp_path: Path) -> None:
    shown = [block for block in blocks(ROOT / name) if block.sort == "yaml" and "rules:" in block.text]
    assert shown
    for word_list in ("names.txt", "terms.csv"):
        (tmp_path / word_list).touch()
    for block in shown:
        (tmp_path / ".lint-report.yaml").write_text(block.text, encoding="utf-8")
        outcome = run_here("config", "draft.txt")
        assert (outcome.status, outcome.err) == (0, "")


@pytest.mark.parametrize(
    "page",
    [
        "index.md",
        "guide/clerks.md",
        "guide/ci.md",
        "guide/outline.md",
        "guide/plugins.md",
        "guide/word-lists.md",
        "reference/python.md",
    ],
)
def test_both_languages_show_the_same_blocks(page: str) -> None:
    english, chinese = blocks(DOCS / page), blocks(DOCS / page.replace(".md", _CHINESE))
    assert [block[:2] for block in english] == [block[:2] for block in chinese]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_key_of_the_configuration_is_described(language: Language) -> None:
    schema = configuration_schema(load_registry(entry_points=False), language)
    assert isinstance(schema, dict)
    properties = schema["properties"]
    assert isinstance(properties, dict)
    for key, value in properties.items():
        assert isinstance(value, dict), key
        assert value["description"], key


def test_navigation_names_every_page() -> None:
    for name, ending in (("mkdocs.yml", _CHINESE), ("mkdocs.en.yml", ".md")):
        navigation = (ROOT / name).read_text(encoding="utf-8")
        listed = set(re.findall(r": (\S+\.md)$", navigation, re.MULTILINE))
        pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob(f"*{ending}")}
        written = {page for page in pages if page.endswith(_CHINESE) == (ending == _CHINESE)}
        made = {"rules/index.md", "reference/configuration.md", "changelog.md"}
        assert listed == {page.removesuffix(ending) + ".md" for page in written} | made
        assert yaml.safe_load(navigation)["nav"]


def test_staged_site_has_a_page_for_every_rule_in_both_languages(tmp_path: Path) -> None:
    script = (
        "import pathlib, sys; sys.path.insert(0, 'docs'); import build; "
        f"[build.stage(pathlib.Path({str(tmp_path)!r}) / language, language) for language in ('zh', 'en')]"
    )
    call([sys.executable, "-c", script], cwd=ROOT)
    for name, registered in load_registry(entry_points=False).rules.items():
        for language in ("zh", "en"):
            text = (tmp_path / language / "rules" / f"{name}.md").read_text(encoding="utf-8")
            assert text.partition("\n")[0].partition(" {")[0] == f"# {registered.rule.code} {name}"
    assert "(rules-in-python.md)" not in (tmp_path / "zh" / "guide" / "rules-in-python.md").read_text(encoding="utf-8")
    assert ".zh-CN.md" not in (tmp_path / "zh" / "index.md").read_text(encoding="utf-8")
    for path in (tmp_path / "zh").rglob("*.md"):
        outside = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        headings = re.findall(r"^#+ .*$", outside, re.MULTILINE)
        if path.name != "changelog.md":
            assert all(re.search(r" \{#[a-z0-9_-]+\}$", heading) for heading in headings), path
            assert headings
    assert "](rules-in-yaml.md#files-folders-trust)" in (tmp_path / "zh" / "guide" / "plugins.md").read_text("utf-8")
