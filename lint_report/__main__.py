"""Start the program: `lint-report` and `python -m lint_report`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

_MANY = 50_000  # objects: more than the start and a draft of usual length leave, with nothing among them to collect


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_MANY)
    from lint_report.cli import run  # an interrupt during the imports must end quietly too

    _leave(run(sys.argv[1:]))


def _leave(status: int) -> None:
    """End the process with a status, at once where nothing is registered to be done in the end and nothing runs on.

    To take apart what ends with the process anyway takes Python as long as to check a page.
    """
    if {"atexit", "threading"}.isdisjoint(sys.modules):
        with suppress(OSError):  # what could not be written was said
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)
    gc.freeze()  # or Python would look through all that is left once more
    sys.exit(status)


if __name__ == "__main__":
    main()
