"""Completion in the shells that are installed, and for every subcommand."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from lint_report.cli import COMMANDS
from lint_report.commands.completion import commands
from lint_report.completion.shells import SHELLS
from tests.conftest import Run, call


@pytest.fixture
def scripts(run: Run, tmp_path: Path) -> Path:
    for shell in SHELLS:
        outcome = run("completion", shell)
        assert outcome.status == 0
        (tmp_path / shell).write_text(outcome.out, encoding="utf-8")
    return tmp_path


def test_every_subcommand_is_completed_with_its_options() -> None:
    found = {command.name: command for command in commands("zh")}
    assert tuple(found) == COMMANDS
    for command in found.values():
        assert {"--help", "--lang"} <= {name for option in command.options for name in option.names}
    assert "placeholder-year" in found["explain"].values
    assert not found["explain"].files
    assert found["check"].files


def bash_completes(script: Path, line: str) -> list[str]:
    """Give what bash offers for the last word of a line, which may be empty."""
    words = line.split(" ")
    given = f"COMP_WORDS=({' '.join(shlex.quote(word) for word in words)}) COMP_CWORD={len(words) - 1}"
    program = f'source {shlex.quote(str(script))}; {given}; _lint_report; printf "%s\\n" "${{COMPREPLY[@]}}"'
    return call(["bash", "-c", program]).split()


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("lint-report o", ["outline"]),
        ("lint-report --form", ["--format"]),
        ("lint-report --format sa", ["sarif"]),
        ("lint-report draft.txt --fail-on w", ["warning"]),
        ("lint-report check --preset duty", ["duty-report"]),
        ("lint-report outline --form", ["--format"]),
        ("lint-report outline --format j", ["json"]),
        ("lint-report explain placeholder-y", ["placeholder-year"]),
        ("lint-report completion f", ["fish"]),
        ("lint-report --config dra", []),
        ("lint-report draft.t", []),
    ],
)
def test_bash_offers(scripts: Path, line: str, offered: list[str]) -> None:
    assert bash_completes(scripts / "bash", line) == offered


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_fish_offers(scripts: Path) -> None:
    def completes(line: str) -> list[str]:
        program = f"source {shlex.quote(str(scripts / 'fish'))}; complete -C {shlex.quote(line)}"
        shown = call(["fish", "--no-config", "-c", program], cwd=scripts)
        return [row.split("\t")[0] for row in shown.splitlines()]

    assert completes("lint-report outl") == ["outline"]
    assert completes("lint-report --format sar") == ["sarif"]
    assert completes("lint-report outline --format j") == ["json"]
    assert completes("lint-report explain placeholder-y") == ["placeholder-year"]
    assert "--write-baseline" in completes("lint-report --write")


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh_offers(scripts: Path) -> None:
    def completes(line: str) -> str:
        """Type into a zsh behind a pseudo-terminal and give what it shows after a tabulator."""
        typed = shlex.quote(line + "\t")
        program = f"""
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell 'PS1=; autoload -Uz compinit; compinit -u -D; source {scripts / "zsh"}; echo re''ady'
            zpty -r shell seen '*ready*'
            zpty -w -n shell {typed}
            for i in {{1..40}}; do
                sleep 0.1
                while zpty -r -t shell part; do seen+=$part; done
            done
            print -r -- "$seen"
        """
        done = subprocess.run(["zsh", "-f", "-c", program], capture_output=True, check=False, timeout=60)
        return done.stdout.decode(errors="replace").rpartition("ready")[2]

    call(["zsh", "-n", str(scripts / "zsh")])
    assert "--format sarif" in completes("lint-report --format sar")
    assert "outline --format json" in completes("lint-report outline --format j")
    assert "explain placeholder-year" in completes("lint-report explain placeholder-y")
