"""What is fuzzed: functions that take any bytes, and fail where the program does."""

from __future__ import annotations

import base64
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from lint_report.config.settings import default_settings
from lint_report.linter import lint
from lint_report.messages import UserError
from lint_report.plugins import load_registry
from lint_report.run import Plan, Run
from lint_report.yaml_rules.reading import load_rules
from tests.fuzzing.pieces import PIECES, SETTINGS_PIECES

_CORPUS = Path(__file__).parent / "corpus"
_NAMES = ("a.txt", "a.md", "a.html", "-")
_BINARY_NAMES = ("a.txt", "a.docx", "a.html", "a.md")
_REGISTRY = load_registry(entry_points=False)
_SETTINGS = default_settings(_REGISTRY)
_FILE = os.path.join(tempfile.mkdtemp(prefix="lint-report-fuzzing-"), "own.yaml")


def corpus(target: str) -> list[bytes]:
    """Give the inputs that are kept for a target: each reached code that the others did not."""
    lines = (_CORPUS / f"{target}.txt").read_text(encoding="ascii").split()
    return [base64.b64decode(line) for line in lines]


def _text(data: bytes) -> None:
    text = _put_together(data[1:], PIECES)
    _lint(text.encode("utf-8", "surrogatepass"), _NAMES[data[0] % len(_NAMES)] if data else "-")


def _bytes(data: bytes) -> None:
    _lint(data[1:], _BINARY_NAMES[data[0] % len(_BINARY_NAMES)] if data else "-")


def _lint(content: bytes, name: str) -> None:
    result = lint(content, name, _SETTINGS, unused=True)
    for error in result.errors:
        if "crashed" in error.text("en"):
            raise AssertionError(error.text("en"))


def _configuration(data: bytes) -> None:
    _write(data)
    try:
        run = Run(Plan(config=_FILE), _REGISTRY)
        run.resolver.settings("draft.txt")
    except UserError:
        return


def _rules(data: bytes) -> None:
    _write(data)
    load_rules(_FILE)


def _write(data: bytes) -> None:
    """Write bytes as they are where the first is even, and else put together from words of a configuration."""
    whole = data[1:] if data and data[0] % 2 == 0 else _put_together(data[1:], SETTINGS_PIECES).encode()
    with open(_FILE, "wb") as file:
        file.write(whole)


def _put_together(data: bytes, pieces: tuple[str, ...]) -> str:
    return "".join(pieces[byte % len(pieces)] for byte in data)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": _text,
    "bytes": _bytes,
    "configuration": _configuration,
    "rules": _rules,
}
