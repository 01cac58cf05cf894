"""Look for inputs that crash the program or take too long: `python -m tests.fuzzing TARGET [OPTIONS OF LIBFUZZER]`.

Targets: `text` puts texts together from pieces that rules look for, `bytes` gives the readers anything,
`configuration` and `rules` give anything to what reads YAML. Needs `pip install atheris`. An hour for one target:

    python -m tests.fuzzing text -max_total_time=3600 -timeout=10

It begins with the inputs in `tests/fuzzing/corpus`. What it finds is printed and written to a file `crash-…`; the case
belongs into `tests/test_hostile.py`.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path

atheris = import_module("atheris")  # only who fuzzes has it

with atheris.instrument_imports(include=["lint_report", "lint_report_rules"]):
    from tests.fuzzing.targets import TARGETS, corpus


def main() -> None:
    """Run the target that the first word names."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(__doc__)
    target = sys.argv.pop(1)
    folder = Path(tempfile.mkdtemp(prefix="lint-report-corpus-"))
    for number, known in enumerate(corpus(target)):
        (folder / str(number)).write_bytes(known)
    atheris.Setup([*sys.argv, str(folder)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
