"""Results of files that have not changed since, nor what they were checked with.

One small JSON file for each checked file, in the user's own cache folder; the entry is used when the digest of all that
the result depends on is the same: the content, the name, the settings, the rules and their code, and the versions.
Whatever is amiss with an entry or the folder, the file is checked anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from typing import Any

from lint_report.config.settings import FileSettings, Settings
from lint_report.document import Kind
from lint_report.linter import FileResult, Issue
from lint_report.messages import Message, UserError
from lint_report.plugins import BUILT_IN, Registry
from lint_report.readers import Readers, read_source
from lint_report.resources import shipped_folder
from lint_report.rule import Edit, Fix, Severity
from lint_report.source import Position, Span

_FORMAT = 1
_CODE = (".py", ".yaml", ".yml", ".csv", ".txt")


def default_folder() -> str:
    """Give the cache folder of the platform: XDG_CACHE_HOME or ~/.cache, ~/Library/Caches, %LOCALAPPDATA%."""
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        given = os.environ.get("XDG_CACHE_HOME", "")
        base = given if os.path.isabs(given) else os.path.join(home, ".cache")
    return os.path.join(base, "lint-report")


class Cache:
    """Keeps results between runs.

    Args:
        folder: Where. It is made for its owner alone; one that others may write to is not used.
        unused: Whether remarks that silence nothing are findings in this run.
    """

    def __init__(self, folder: str, *, unused: bool = False) -> None:
        self._folder = folder
        self._unused = unused
        self._usable = _prepare(folder)
        self._digests: dict[int, tuple[FileSettings, str | None]] = {}

    def find(self, content: bytes, name: str, settings: FileSettings) -> FileResult | None:
        """Give what came of the file when it was last checked, if that still holds."""
        key = self._key(content, name, settings)
        if key is None:
            return None
        try:
            with open(self._path(name), encoding="utf-8") as file:
                entry = json.load(file)
            if entry["key"] != key:
                return None
            readers = settings.registry.readers if settings.registry else Readers()
            source = read_source(content, name, settings.encoding, readers=readers)
            return FileResult(
                name,
                source,
                tuple(map(_read_issue, entry["issues"])),
                (),
                tuple(map(_read_issue, entry["silenced"])),
                bool(entry["failed"]),
                settings.kind,
                settings.lexicon,
            )
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, UserError):
            return None

    def keep(self, content: bytes, name: str, settings: FileSettings, result: FileResult) -> None:
        """Note what came of a file; what ended in an error is tried again each time."""
        key = None if result.errors or result.source is None else self._key(content, name, settings)
        if key is None:
            return
        entry = {
            "key": key,
            "issues": list(map(_written_issue, result.issues)),
            "silenced": list(map(_written_issue, result.silenced)),
            "failed": result.failed,
        }
        _write(self._path(name), entry)

    def _key(self, content: bytes, name: str, settings: FileSettings) -> str | None:
        if not self._usable:
            return None
        if id(settings) not in self._digests:
            self._digests[id(settings)] = settings, _digest_of(settings)
        digest = self._digests[id(settings)][1]
        if digest is None:
            return None
        parts = (str(_FORMAT), digest, str(self._unused), name, hashlib.sha256(content).hexdigest())
        return _digest("\0".join(parts))

    def _path(self, name: str) -> str:
        digest = _digest(os.path.abspath(name))
        return os.path.join(self._folder, digest[:2], f"{digest[2:34]}.json")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _prepare(folder: str) -> bool:
    """Make the folder; tell whether it is one that only its owner can write to."""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        found = os.stat(folder)
    except OSError:
        return False
    if sys.platform == "win32":
        return True  # folders of a user's profile are closed to others by inheritance
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(path: str, entry: dict[str, Any]) -> None:
    temporary = ""
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        text = json.dumps(entry, ensure_ascii=True, separators=(",", ":"))
        handle, temporary = tempfile.mkstemp(dir=os.path.dirname(path))
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
        os.replace(temporary, path)
    except (OSError, ValueError, TypeError):  # a full disk, or data of a plugin that is no JSON
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)


def _digest_of(settings: FileSettings) -> str | None:
    """Give a digest of all but the file that results depend on; None where that cannot be known."""
    code = list(_code(settings.registry)) if settings.registry else []
    if None in code or settings.failures:
        return None
    kinds = [settings.for_kind(kind) for kind in Kind] if settings.of_kind else []
    if any(rule.rule.reads_files for held in (settings.base, *kinds) for rule in held.rules.values()):
        return None
    named = settings.registry.rules.items() if settings.registry else ()
    parts = (
        sys.version,
        *code,
        *_stamps(os.path.dirname(__file__)),
        *_stamps(shipped_folder()),
        *_files(settings.registry),
        *(repr((name, found.rule.code, found.rule.aliases, found.origin)) for name, found in named),
        *map(_described, (settings.base, *kinds)),
        repr((settings.kind, settings.encoding, settings.lexicon, settings.fail_on)),
    )
    return _digest("\n".join(map(str, parts)))


def _files(registry: Registry | None) -> Iterator[str]:
    """Yield the state of the presets and word lists of plugins."""
    for named in registry.files if registry else ():
        yield from (f"{name} {_stamp(path)}" for name, path in named.items())


def _described(settings: Settings) -> str:
    rules = [(name, rule.severity, rule.options, list(_lists(rule.options))) for name, rule in settings.rules.items()]
    return repr((rules, settings.allowed))


def _lists(options: object) -> Iterator[str]:
    """Yield the state of the files that options name."""
    for name, field in getattr(options, "__dataclass_fields__", {}).items():
        if "path" in field.metadata:
            value = getattr(options, name)
            yield from map(_stamp, [value] if isinstance(value, str) else value)


def _code(registry: Registry) -> Iterator[str | None]:
    """Yield the state of the code that rules and readers consist of; None for code that may import anything."""
    for registered in registry.rules.values():
        file = registered.origin.rpartition(":")[0]
        if registered.origin != BUILT_IN and file.endswith((".yaml", ".yml")):
            yield _stamp(file)
        else:
            yield from _package_of(registered.rule)
    for reader in registry.readers.added:
        yield from _package_of(reader)


def _package_of(defined: type) -> Iterator[str | None]:
    top = sys.modules.get(defined.__module__.partition(".")[0])
    folders = list(getattr(top, "__path__", ()))
    if not folders:
        yield None
    for folder in folders:
        yield from _stamps(folder)


@cache
def _stamps(folder: str) -> tuple[str, ...]:
    """Give the state of all code and data in a folder; that of a running process does not change."""
    paths = [os.path.join(parent, name) for parent, _, names in os.walk(folder) for name in names]
    return tuple(_stamp(path) for path in sorted(paths) if path.endswith(_CODE))


def _stamp(path: str) -> str:
    try:
        found = os.stat(path)
    except OSError:
        return f"{path} is not there"
    return f"{path} {found.st_size} {found.st_mtime_ns}"


def _written_issue(issue: Issue) -> list[Any]:
    fix = issue.fix and [issue.fix.safe, [[*edit.span, edit.text] for edit in issue.fix.edits]]
    places = [*issue.span, *issue.start, *issue.end]
    return [issue.rule, issue.code, issue.severity.value, *issue.message, places, dict(issue.data), fix, issue.known]


def _read_issue(row: list[Any]) -> Issue:
    rule, code, severity, zh, en, places, data, fix, known = row
    start, end, line, column, end_line, end_column = map(int, places)
    edits = tuple(Edit(Span(int(first), int(last)), str(text)) for first, last, text in fix[1]) if fix else ()
    return Issue(
        str(rule),
        str(code),
        Severity(severity),
        Message(str(zh), str(en)),
        Span(start, end),
        Position(line, column),
        Position(end_line, end_column),
        dict(data),
        Fix(edits, bool(fix[0])) if fix else None,
        str(known),
    )
