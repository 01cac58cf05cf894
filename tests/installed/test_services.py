"""The GitHub action, the GitLab job and the settings in the guide: as far as they can be run without those services."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, Installed

GUIDE = ROOT / "docs" / "guide"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
JOB = yaml.safe_load((ROOT / "templates" / "lint-report.gitlab-ci.yml").read_text(encoding="utf-8"))["lint-report"]
BAD = "20xx年，我镇平稳。\n"
needs_bash = pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="needs bash")


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def bash(script: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as both services do: it ends at the first command that fails."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    environment = {**os.environ, **variables}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, text=True)


def action_step(name: str) -> dict[str, Any]:
    (step,) = [step for step in ACTION["runs"]["steps"] if step.get("name") == name]
    return dict(step)


def test_action_uses_every_input_and_no_other() -> None:
    assert ACTION["runs"]["using"] == "composite"
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", (ROOT / "action.yml").read_text(encoding="utf-8")))
    assert used == set(ACTION["inputs"])
    for step in ACTION["runs"]["steps"]:
        assert ("uses" in step) is not ("shell" in step)
        assert "${{" not in step.get("run", ""), "what a caller writes must not become code"


@needs_bash
def test_action_installs_itself_and_shows_findings(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "-c.txt").write_text(BAD, encoding="utf-8")
    runner = {
        "RUNNER_TEMP": str(tmp_path / "runner"),
        "RUNNER_OS": "Linux",
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    installing = bash(action_step("Install lint-report")["run"], tmp_path, **runner)
    assert installing.returncode == 0, installing.stderr
    step = action_step("Check")
    inputs = {"paths": "a b.txt\n-c.txt\n", "options": "--select=placeholder-year\n", "sarif": "out.sarif", "html": ""}
    given = {name: inputs[re.sub(r"\W|inputs", "", value)] for name, value in step["env"].items()}
    checking = bash(step["run"], tmp_path, **runner, **given)
    assert checking.returncode == 1, checking.stderr
    lines = checking.stdout.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["::error file=a b.txt", "::error file=-c.txt"]
    assert "| P201 placeholder-year |" in (tmp_path / "summary.md").read_text(encoding="utf-8").replace("\\", "")
    assert len(json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 2


@needs_bash
def test_gitlab_job_writes_what_it_says_that_it_does(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(BAD, encoding="utf-8")
    variables = {name: str(value) for name, value in JOB["variables"].items()}
    path = f"{installed.python.parent}{os.pathsep}{os.environ['PATH']}"
    script = "\n".join(JOB["script"])
    refused = bash(script, tmp_path, **variables, PATH=path)
    assert refused.returncode != 0
    assert "say what pip is to install" in refused.stderr
    given = {"LINT_REPORT_PACKAGE": str(installed.wheel), "LINT_REPORT_OPTIONS": "--select=placeholder-year"}
    done = bash(script, tmp_path, **{**variables, **given}, PATH=path)
    assert done.returncode == 1, done.stderr
    reports = JOB["artifacts"]["reports"]
    (row,) = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    assert row["location"]["path"] == "draft.txt"
    assert "<failure" in (tmp_path / reports["junit"]).read_text(encoding="utf-8")
    for page in JOB["artifacts"]["paths"]:
        assert (tmp_path / page).read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("name", ["ci", "editors"])
def test_settings_in_the_guide_are_well_formed_and_alike_in_both_languages(name: str) -> None:
    english, chinese = GUIDE / f"{name}.md", GUIDE / f"{name}.zh-CN.md"
    readers: dict[str, Callable[[str], Any]] = {"yaml": yaml.safe_load, "json": json.loads, "toml": tomllib.loads}
    for language, read in readers.items():
        shown = [
            [read(re.sub(r"<[^>\n]+>", "it", block)) for block in blocks(path, language)] for path in (english, chinese)
        ]
        assert shown[0] == shown[1]
    assert blocks(english, "lua") == blocks(chinese, "lua")


def test_guide_names_inputs_hooks_and_variables_that_there_are() -> None:
    hooks, workflow, pipeline = (
        yaml.safe_load(re.sub("<[^>]+>", "it", block)) for block in blocks(GUIDE / "ci.md", "yaml")
    )
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for hook in hooks["repos"][0]["hooks"]} <= known
    (step,) = [step for step in workflow["jobs"]["reports"]["steps"] if step["uses"].startswith("it/it@")]
    assert set(step["with"]) <= set(ACTION["inputs"])
    assert set(pipeline["variables"]) <= set(JOB["variables"])


def test_editors_start_the_server_as_the_guide_says(installed: Installed, tmp_path: Path) -> None:
    text = (GUIDE / "editors.md").read_text(encoding="utf-8")
    helix = tomllib.loads(blocks(GUIDE / "editors.md", "toml")[0])["language-server"]["lint-report"]
    code = json.loads(blocks(GUIDE / "editors.md", "json")[0])
    assert [helix["command"], *helix["args"]] == [code["glspc.serverCommand"], *code["glspc.serverCommandArguments"]]
    assert "cmd = { 'lint-report', 'lsp' }" in text
    outcome = installed.run(*helix["args"], cwd=tmp_path)
    assert outcome.status == 2
    assert "lint-report[lsp]" in outcome.err, "the extra is not installed there"
