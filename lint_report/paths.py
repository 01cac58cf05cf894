"""From what the user named to the files that are checked."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence

from lint_report.gitignore import GitIgnore
from lint_report.messages import UserError
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.system_errors import cannot_read

STANDARD_INPUT = "-"
_HERE = os.path.join(os.curdir, "")
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})
_MAGIC = Pattern(r"[*?\[]")


class Found(NamedTuple):
    """A file to check, or the reason why something that was named is not checked."""

    path: str
    error: UserError | None = None


def find_files(
    paths: Sequence[str], suffixes: Sequence[str], excluded: Callable[[str], bool], *, foreign: Sequence[str] = ()
) -> Iterator[Found]:
    """Yield the files that the user means, each once, in the order named and by name within a folder.

    A file that is named is taken whatever it is called. In a folder, and its folders, the files are taken whose names
    end in one of the suffixes; folders whose names begin with a dot are not entered, links to folders are not followed,
    and what git ignores is left out. A draft in a format that cannot be read is named, not passed over. A pattern that
    the shell left as it is (quoted, or on Windows) is looked for in the same way, `**` standing for any folders.

    Args:
        paths: Files, folders, patterns, or `-` for standard input.
        suffixes: In lower case with the dot.
        excluded: Tells of a path found in a folder whether it is to be left out.
        foreign: Endings of drafts in formats that cannot be read.
    """
    seen: set[str] = set()
    for path in paths:
        if path == STANDARD_INPUT:
            yield Found(path)
        elif os.path.isdir(path):
            inside = _walk(path, tuple(suffixes), tuple(foreign), excluded)
            yield from (found for found in inside if found.error or _is_new(found.path, seen))
        elif _MAGIC.search(path) and not os.path.lexists(path):
            matching = _matching(path, tuple(suffixes), tuple(foreign), excluded)
            yield from (found for found in matching if found.error or _is_new(found.path, seen))
        elif _is_new(path, seen):
            yield Found(path, _complaint(path))


def repository_path(path: str) -> str:
    """Give a path as services that show findings in a repository want it.

    Relative to the working folder where it lies in that, as it is named where not; with slashes.
    """
    if path == STANDARD_INPUT:
        return path
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        relative = path
    outside = relative == os.pardir or relative.startswith(os.pardir + os.sep)
    return (path if outside else relative).replace(os.sep, "/")


def _is_new(path: str, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    new = real not in seen
    seen.add(real)
    return new


def _walk(
    folder: str, suffixes: tuple[str, ...], foreign: tuple[str, ...], excluded: Callable[[str], bool]
) -> Iterator[Found]:
    errors: list[OSError] = []
    ignored = GitIgnore(folder)

    def is_left_out(path: str, *, is_folder: bool) -> bool:
        return ignored.ignores(path, is_folder=is_folder) or excluded(path)

    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in SKIPPED_FOLDERS
            and not is_left_out(os.path.join(parent, name), is_folder=True)
        )
        for name in sorted(names):
            path = os.path.join(parent, name).removeprefix(_HERE)
            if not name.lower().endswith((*suffixes, *foreign)) or name.startswith((".", "~$")):
                continue
            if not is_left_out(path, is_folder=False):
                readable = name.lower().endswith(suffixes)
                yield Found(path, _complaint(path) if readable else _foreign_format(path))
        while errors:
            yield _unreadable(errors.pop())
    while errors:
        yield _unreadable(errors.pop())


def _matching(
    pattern: str, suffixes: tuple[str, ...], foreign: tuple[str, ...], excluded: Callable[[str], bool]
) -> Iterator[Found]:
    """Yield the files that a pattern means; a pattern that gives an ending (`*.dat`) means files of any format."""
    from pathspec import GitIgnoreSpec

    names = pattern.replace(os.sep, "/").split("/")
    first = next(at for at, name in enumerate(names) if _MAGIC.search(name))
    folder = "/".join(names[:first]) or ("/" if pattern.startswith("/") else os.curdir)
    spec = GitIgnoreSpec.from_lines(["/" + "/".join(names[first:])])
    if "." in names[-1]:
        suffixes, foreign = ("",), ()
    empty = True
    for found in _walk(folder, suffixes, foreign, excluded):
        if spec.match_file(os.path.relpath(found.path, folder)):
            empty = False
            yield found
    if empty:
        yield Found(pattern, UserError("没有符合这个模式的文件", "no file matches this pattern", path=pattern))


def _foreign_format(path: str) -> UserError:
    return UserError(
        "不能直接读取这种格式，未检查；请另存为 .docx，或用 exclude 排除",
        "is in a format that cannot be read, and was not checked; save it as .docx, or exclude it",
        path=path,
    )


def _unreadable(error: OSError) -> Found:
    path = str(error.filename)
    return Found(path, cannot_read(path, error))


def _complaint(path: str) -> UserError | None:
    """Give the reason why a path is not to be opened: it is not there, or reading it may never end."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        return cannot_read(path, error)
    if stat.S_ISREG(mode):
        return None
    return UserError(
        "不是普通文件（管道、设备等），已跳过", "is no regular file (a pipe or device), skipped", path=path
    )
