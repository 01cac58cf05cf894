"""What git leaves alone, lint-report leaves alone too, in folders that it walks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"


class GitIgnore:
    """Tells whether the `.gitignore` files from a folder up to the top of its repository leave a path out.

    As in git, the nearest file that says something of a path decides, and the last line in it.

    Args:
        folder: The folder that is walked.
    """

    def __init__(self, folder: str) -> None:
        self._specs: dict[str, GitIgnoreSpec | None] = {}
        self._top = _repository_of(os.path.abspath(folder))

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Tell whether a path is left out."""
        if self._top is None:
            return False
        absolute = os.path.abspath(path)
        folder = os.path.dirname(absolute)
        while True:
            spec = self._spec(folder)
            if spec is not None:
                relative = os.path.relpath(absolute, folder).replace(os.sep, "/")
                said = spec.check_file(f"{relative}/" if is_folder else relative).include
                if said is not None:
                    return said
            if folder == self._top:
                return False
            folder = os.path.dirname(folder)

    def _spec(self, folder: str) -> GitIgnoreSpec | None:
        if folder not in self._specs:
            self._specs[folder] = _read(os.path.join(folder, _NAME))
        return self._specs[folder]


def _repository_of(folder: str) -> str | None:
    """Give the top folder of the repository that a folder is in."""
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return folder


def _read(path: str) -> GitIgnoreSpec | None:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)
