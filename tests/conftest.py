"""What tests share: running the program, and an environment into which it was installed as users install it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from lint_report import cli

ROOT = Path(__file__).parent.parent
settings.register_profile("untimed", deadline=None)  # a slow day is no failure
settings.load_profile("untimed")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as it is for what a shell starts in the background
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the expected findings of seeds/ anew")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the program gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # what the program printed is looked into freely
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run the program of this tree in a scratch folder."""
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'rules'}",
        "XDG_CACHE_HOME": str(tmp_path_factory.mktemp("cache")),
    }
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR", "NO_COLOR"):
        environment.pop(name, None)

    def start(*words: str | Path, given: bytes = b"", env: dict[str, str] | None = None) -> Outcome:
        command = [sys.executable, "-m", "lint_report", *map(str, words)]
        done = subprocess.run(
            command, cwd=tmp_path, input=given, capture_output=True, check=False, env={**environment, **(env or {})}
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return start


@pytest.fixture
def run_here(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run the program's command line in this process, in a scratch folder, where many runs are to be fast."""
    monkeypatch.chdir(tmp_path)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))

    def start(*words: str | Path) -> Outcome:
        capsys.readouterr()
        status = cli.run([*map(str, words)])
        printed = capsys.readouterr()
        return Outcome(status, printed.out, printed.err)

    return start


@dataclass(frozen=True, slots=True)
class Installed:
    """A fresh environment with this project in it, built as a wheel; nothing of this tree is seen from there."""

    python: Path
    program: Path
    wheel: Path

    def pip(self, *words: str) -> None:
        self.call("pip", "--quiet", "--disable-pip-version-check", *words)

    def run(self, *words: str | Path, cwd: Path) -> Outcome:
        """Run the program."""
        return self._run([str(self.program), *map(str, words)], cwd)

    def call(self, module: str, *words: str | Path, cwd: Path | None = None) -> str:
        """Run a module of Python that must succeed; give what it printed."""
        outcome = self.attempt(module, *words, cwd=cwd)
        assert outcome.status == 0, f"{module} {words}: {outcome.out}{outcome.err}"
        return outcome.out

    def attempt(self, module: str, *words: str | Path, cwd: Path | None = None) -> Outcome:
        """Run a module of Python."""
        return self._run([str(self.python), "-m", module, *map(str, words)], cwd)

    def _run(self, command: Sequence[str], cwd: Path | None) -> Outcome:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, check=False)
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and install it with its dependencies where nothing else is."""
    folder = tmp_path_factory.mktemp("installed")
    call([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)])
    (wheel,) = folder.glob("lint_report-*.whl")
    venv.create(folder / "venv", with_pip=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    environment = Installed(scripts / "python", scripts / "lint-report", wheel)
    environment.pip("install", str(wheel))
    return environment


def call(command: Sequence[str], cwd: Path | None = None) -> str:
    """Run a command that must succeed; give what it printed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout.decode()}{done.stderr.decode()}"
    return done.stdout.decode()
