"""Applies the edits of findings to a file: all that do not overlap, again until nothing changes."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lint_report.linter import FileResult, Issue
from lint_report.messages import UserError
from lint_report.rule import Edit, Fix
from lint_report.source import Source, Span
from lint_report.system_errors import cannot_write

_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after its fixes.

    Attributes:
        content: What the file is to hold.
        result: What the mended text still gives.
        count: How many findings were fixed.
    """

    content: bytes
    result: FileResult
    count: int


def mend(content: bytes, result: FileResult, lint_again: Callable[[bytes], FileResult], *, unsafe: bool) -> Mended:
    """Apply the fixes of a file's findings and lint it again, until nothing changes.

    Args:
        content: What the file holds.
        result: What was found in it.
        lint_again: Lints other content as the same file.
        unsafe: Whether fixes that are only likely are applied too.

    Raises:
        UserError: The mended text cannot be written in the file's encoding.
    """
    count = 0
    for _ in range(_ROUNDS):
        source = result.source
        if source is None or not source.editable:
            break
        edits, fixed = choose_edits(source, result.issues, unsafe=unsafe)
        if not edits:
            break
        text = apply_edits(source.text if source.raw is None else source.raw, edits)
        mended = _encode(text, source)
        again = lint_again(mended)
        if again.source is None:
            break
        content, result, count = mended, again, count + fixed
    return Mended(content, result, count)


def choose_edits(source: Source, issues: Sequence[Issue], *, unsafe: bool) -> tuple[list[Edit], int]:
    """Give the edits to apply together, in offsets of the file's own text, and the number of findings that they fix.

    A fix is taken whole or not at all; of two that touch the same characters the earlier one is taken now, the other
    when the text was linted again.
    """
    chosen: list[Edit] = []
    count = 0
    for issue in issues:
        if issue.fix is None or not (issue.fix.safe or unsafe):
            continue
        edits = [edit for edit in (_in_file(source, edit) for edit in issue.fix.edits) if edit]
        if len(edits) < len(issue.fix.edits) or not all(_is_free(edit, chosen) for edit in edits):
            continue
        for edit in edits:
            insort(chosen, edit)
        count += 1
    return chosen, count


def applies(source: Source, fix: Fix) -> bool:
    """Tell whether a fix can be made in the file's own text: no markup stands between the characters of its edits."""
    return all(source.raw_span(edit.span) for edit in fix.edits)


def _is_free(edit: Edit, chosen: Sequence[Edit]) -> bool:
    """Tell whether an edit touches none of those that are chosen, which are in order and touch one another nowhere."""
    at = bisect_left(chosen, edit)
    return not any(_collide(edit.span, other.span) for other in chosen[max(at - 1, 0) : at + 1])


def _collide(one: Span, other: Span) -> bool:
    """Tell whether two edits touch the same characters, or insert at the same place."""
    return (
        one.overlaps(other)
        or one == other
        or (one.start == other.start and min(one.end - one.start, other.end - other.start) == 0)
    )


def _in_file(source: Source, edit: Edit) -> Edit | None:
    """Give an edit in offsets of the file's own text; None where markup stands between its characters."""
    span = source.raw_span(edit.span)
    return Edit(span, edit.text) if span else None


def apply_edits(text: str, edits: Sequence[Edit]) -> str:
    """Give the text after edits that are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for span, replacement in edits:
        pieces += (text[at : span.start], replacement)
        at = span.end
    return "".join((*pieces, text[at:]))


def _encode(text: str, source: Source) -> bytes:
    try:
        return ("\ufeff" * source.bom + text).encode(source.encoding)
    except UnicodeEncodeError as error:
        bad = text[error.start : error.end]
        raise UserError(
            f"修正后的“{bad}”无法用 {source.encoding} 编码，文件未改动",
            f"the mended {bad!r} cannot be written in {source.encoding}; the file was left as it was",
            path=source.path,
        ) from None


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """Replace a file's content: the old file or the new one, never a third thing.

    The new content is written beside the file, brought to the disk, and renamed over it; permissions are kept, and a
    link stays a link to the replaced file.

    Raises:
        UserError: The file changed since it was read, or cannot be written.
    """
    target = os.path.realpath(path)
    try:
        with open(target, "rb") as file:
            changed = file.read() != before
        if not changed:
            _replace(target, after)
    except OSError as error:
        raise cannot_write(path, error) from None
    if changed:
        raise UserError("文件在检查期间被改动，未作修正", "changed while it was checked; left as it is", path=path)


def _replace(target: str, content: bytes) -> None:
    folder = os.path.dirname(target)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".lint-report-", suffix=".tmp", delete=False) as new:
        try:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
            new.close()
            shutil.copymode(target, new.name)
            os.replace(new.name, target)
        except BaseException:  # an interrupt too leaves nothing half-written
            with contextlib.suppress(OSError):
                os.unlink(new.name)
            raise
