"""Known findings: kept in a file so that only new ones count.

An entry is keyed by rule and content, the marked words and a little of what stands around them, not by line: edits
elsewhere in the file do not wake it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint_report.messages import Message, UserError
from lint_report.records import NamedTuple
from lint_report.rule import Json
from lint_report.source import Source, Span
from lint_report.system_errors import cannot_read, cannot_write

_VERSION = 1
_AROUND = 12
_SPACE = re.compile(r"\s+")


class Key(NamedTuple):
    """What makes two findings the same."""

    path: str
    rule: str
    content: str


@dataclass(frozen=True, slots=True)
class Stale:
    """A known finding that is not there any more."""

    key: Key
    count: int

    def message(self, baseline: str) -> Message:
        """Say so, and what to do."""
        path, rule, _ = self.key
        return Message(
            f"{baseline}: {path} 中 {self.count} 处 {rule} 已不存在，可用 --write-baseline 更新",
            f"{baseline}: {self.count} of {rule} in {path} are gone; --write-baseline brings it up to date",
        )


class Baseline:
    """The known findings of a run. Each one excuses one finding of the same key.

    Args:
        path: The baseline file; paths in it are relative to its folder.
        counts: How often each finding is known.
    """

    def __init__(self, path: str, counts: Counter[Key]) -> None:
        self.path = path
        self._folder = os.path.dirname(os.path.abspath(path))
        self._left = Counter(counts)
        self._checked: set[str] = set()

    def excuse(self, path: str, rule: str, content: str) -> bool:
        """Tell whether a finding is known, and count it as seen."""
        key = Key(self.relative(path), rule, content)
        if self._left[key] <= 0:
            return False
        self._left[key] -= 1
        return True

    def mark_checked(self, path: str) -> None:
        """Note that a file was looked at, so that its entries may be called stale."""
        self._checked.add(self.relative(path))

    def stale(self) -> Iterator[Stale]:
        """Yield the entries of files that were looked at which excused nothing."""
        for key, count in sorted(self._left.items()):
            if count > 0 and key.path in self._checked:
                yield Stale(key, count)

    def relative(self, path: str) -> str:
        """Give a path as the baseline writes it."""
        try:
            return os.path.relpath(path, self._folder).replace(os.sep, "/")
        except ValueError:
            return path.replace(os.sep, "/")


def content_key(source: Source, span: Span) -> str:
    """Give the key of a finding's content: a digest of the marked words and what stands close around them."""
    text = source.text
    line_start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    line_end = text.find("\n", span.end)
    line_end = min(len(text) if line_end < 0 else line_end, span.end + _AROUND)
    around = "\0".join((text[line_start : span.start], text[span.start : span.end], text[span.end : line_end]))
    return hashlib.sha256(_SPACE.sub("", around).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_baseline(path: str) -> Baseline:
    """Read a baseline file.

    Raises:
        UserError: It cannot be read or is none; the message names it.
    """
    try:
        content = json.loads(Path(path).read_text(encoding="utf-8"))
        rows = {_VERSION: content["findings"]}[content["version"]]
        counts = Counter({Key(row["path"], row["rule"], row["content"]): int(row["count"]) for row in rows})
    except OSError as error:
        raise cannot_read(path, error) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise UserError(
            "不是 lint-report 的基线文件；可用 --write-baseline 重新生成",
            "is no baseline of lint-report; --write-baseline makes a new one",
            path=path,
        ) from None
    return Baseline(path, counts)


def write_baseline(path: str, findings: Iterable[tuple[str, str, str]]) -> int:
    """Write a baseline of findings (path, rule, content key); give their number.

    Raises:
        UserError: The file cannot be written.
    """
    empty = Baseline(path, Counter())
    counts = Counter(Key(empty.relative(file), rule, content) for file, rule, content in findings)
    rows: Sequence[Json] = [{**key._asdict(), "count": count} for key, count in sorted(counts.items())]
    text = json.dumps({"version": _VERSION, "findings": rows}, ensure_ascii=False, indent=1) + "\n"
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise cannot_write(path, error) from None
    return counts.total()
