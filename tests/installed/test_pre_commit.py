"""The pre-commit hook, run by the real pre-commit in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, call

BAD = "20xx年，我镇完成财政收入3200万元。\n"
GOOD = "2023年，我镇完成财政收入3200万元。\n"
_GIT = ("git", "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "init.defaultBranch=main")
_PARTS = ("lint_report", "rules", "configs")
_FILES = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


@pytest.fixture
def hook_source(tmp_path: Path) -> Path:
    """Commit this tree to a repository of its own, so that what is tested is what stands here."""
    source = tmp_path / "hook-source"
    for part in _PARTS:
        shutil.copytree(ROOT / part, source / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in _FILES:
        shutil.copy(ROOT / name, source / name)
    call([*_GIT, "init", "--quiet"], source)
    call([*_GIT, "add", "--all"], source)
    call([*_GIT, "commit", "--quiet", "--message", "all"], source)
    return source


class Documents:
    """A repository with drafts, in which one hook of ours runs at each commit."""

    def __init__(self, folder: Path, hook_source: Path, hook: str, *arguments: str) -> None:
        self.folder = folder / "documents"
        self.folder.mkdir()
        self._environment = {**os.environ, "PRE_COMMIT_HOME": str(folder / "cache"), "SKIP": ""}
        call([*_GIT, "init", "--quiet"], self.folder)
        revision = call(["git", "rev-parse", "HEAD"], hook_source).strip()
        (self.folder / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {hook_source.as_uri()}\n  rev: {revision}\n  hooks:\n  - id: {hook}\n"
            f"    args: [{', '.join(arguments)}]\n",
            encoding="utf-8",
        )
        call([sys.executable, "-m", "pre_commit", "install"], self.folder)

    def write(self, text: str) -> None:
        (self.folder / "draft.txt").write_text(text, encoding="utf-8")

    def commit(self) -> tuple[int, str]:
        """Commit all that there is; give the status and what was said."""
        call([*_GIT, "add", "--all"], self.folder)
        command = [*_GIT, "commit", "--message", "a draft"]
        done = subprocess.run(command, cwd=self.folder, env=self._environment, capture_output=True, check=False)
        return done.returncode, (done.stdout + done.stderr).decode()


def test_bad_draft_is_refused_and_good_one_passes(hook_source: Path, tmp_path: Path) -> None:
    documents = Documents(tmp_path, hook_source, "lint-report", "--select", "placeholder-year")
    documents.write(BAD)
    status, said = documents.commit()
    assert status == 1
    assert "placeholder-year" in said
    documents.write(GOOD)
    status, said = documents.commit()
    assert status == 0, said
    assert call(["git", "log", "--format=%s"], documents.folder).strip() == "a draft"


def test_fixing_hook_mends_the_draft_and_lets_it_be_looked_at(hook_source: Path, tmp_path: Path) -> None:
    documents = Documents(tmp_path, hook_source, "lint-report-fix", "--select", "punctuation")
    documents.write(GOOD.replace("，", "，，"))
    status, said = documents.commit()
    assert status == 1
    assert "files were modified by this hook" in said
    assert (documents.folder / "draft.txt").read_text(encoding="utf-8") == GOOD
    status, said = documents.commit()
    assert status == 0, said
