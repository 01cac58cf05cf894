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


def test_bad_draft_is_refused_and_good_one_passes(hook_source: Path, tmp_path: Path) -> None:
    repository = tmp_path / "documents"
    repository.mkdir()
    call([*_GIT, "init", "--quiet"], repository)
    revision = call(["git", "rev-parse", "HEAD"], hook_source).strip()
    (repository / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hook_source.as_uri()}\n  rev: {revision}\n  hooks:\n  - id: lint-report\n"
        "    args: [--select, placeholder-year]\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "cache"), "SKIP": ""}
    call([sys.executable, "-m", "pre_commit", "install"], repository)

    def commit(text: str) -> subprocess.CompletedProcess[bytes]:
        (repository / "draft.txt").write_text(text, encoding="utf-8")
        call([*_GIT, "add", "--all"], repository)
        return subprocess.run(
            [*_GIT, "commit", "--message", "a draft"], cwd=repository, env=environment, capture_output=True, check=False
        )

    refused = commit(BAD)
    assert refused.returncode == 1
    assert "placeholder-year" in (refused.stdout + refused.stderr).decode()
    passed = commit(GOOD)
    assert passed.returncode == 0, (passed.stdout + passed.stderr).decode()
    assert call(["git", "log", "--format=%s"], repository).strip() == "a draft"
