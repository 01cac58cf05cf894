"""Make the pictures of the README from real runs: `python docs/make_pictures.py`.

Run it where the project is installed; it writes `docs/pictures/*.svg`.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURES = {
    "output-zh": ["seeds/half_year_town.txt", "--lang", "zh"],
    "output-en": ["seeds/half_year_town.txt", "--lang", "en"],
    "outline": ["outline", "seeds/clean_congress.txt", "--lang", "zh"],
}


def main() -> None:
    """Run each command as if on a terminal and draw what it printed."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": "118"}
    for name, words in PICTURES.items():
        command = [sys.executable, "-m", "lint_report", *words]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, env=environment)  # noqa: S603
        console = Console(record=True, width=118, file=open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        console.print(Text(f"$ lint-report {' '.join(words[:-2])}", style="bold"))
        console.print(Text.from_ansi(done.stdout.decode()))
        picture = _WIDTHS.sub(_widened, console.export_svg(title="lint-report"))
        (ROOT / "docs" / "pictures" / f"{name}.svg").write_text(picture, encoding="utf-8")


_WIDTHS = re.compile(r'textLength="([0-9.]+)"([^>]*)>([^<]*)<')


def _widened(match: re.Match[str]) -> str:
    """Give a text the room that its wide characters need: rich counts a column for each."""
    text = html.unescape(match[3])
    length = float(match[1]) / max(len(text), 1) * cell_len(text)
    return f'textLength="{length:.1f}"{match[2]}>{match[3]}<'


if __name__ == "__main__":
    main()
