"""Look for inputs that crash the program or take too long: `python -m tests.fuzzing TARGET [OPTIONS OF LIBFUZZER]`.

Targets: `text` puts texts together from pieces that rules look for, `bytes` gives the readers anything,
`configuration` and `rules` give anything to what reads YAML. Needs `pip install atheris`. An hour for one target:

    python -m tests.fuzzing text -max_total_time=3600 -timeout=10

What it finds is printed and written to a file `crash-…`; the case belongs into `tests/test_hostile.py`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module

from tests.fuzzing.pieces import PIECES, SETTINGS_PIECES

atheris = import_module("atheris")  # only who fuzzes has it

with atheris.instrument_imports(include=["lint_report", "lint_report_rules"]):
    from lint_report.config.settings import default_settings
    from lint_report.linter import lint
    from lint_report.messages import UserError
    from lint_report.plugins import load_registry
    from lint_report.run import Plan, Run
    from lint_report.yaml_rules.reading import load_rules

_NAMES = ("a.txt", "a.md", "a.html", "-")
_BINARY_NAMES = ("a.txt", "a.docx", "a.html", "a.md")
_REGISTRY = load_registry(entry_points=False)
_SETTINGS = default_settings(_REGISTRY)
_FILE = os.path.join(tempfile.mkdtemp(prefix="lint-report-fuzzing-"), "own.yaml")


def main() -> None:
    """Run the target that the first word names."""
    if len(sys.argv) < 2 or sys.argv[1] not in _TARGETS:
        sys.exit(__doc__)
    target = _TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


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


_TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": _text,
    "bytes": _bytes,
    "configuration": _configuration,
    "rules": _rules,
}

if __name__ == "__main__":
    main()
