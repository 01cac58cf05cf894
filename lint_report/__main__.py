"""Start the program: `lint-report` and `python -m lint_report`."""

from __future__ import annotations

import gc
import sys

_MANY = 50_000  # objects: more than the start and a draft of usual length leave, with nothing among them to collect


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.set_threshold(_MANY)
    from lint_report.cli import run  # an interrupt during the imports must end quietly too

    status = run(sys.argv[1:])
    gc.freeze()  # or Python would look through all that is left once more, to free what ends with the process
    sys.exit(status)


if __name__ == "__main__":
    main()
