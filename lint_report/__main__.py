"""Start the program: `lint-report` and `python -m lint_report`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    from lint_report.cli import run  # an interrupt during the imports must end quietly too

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
