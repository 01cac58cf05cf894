"""What an editor offers at a finding: to mend it, to mend all that is certain, to leave it be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from lint_report.fix import choose_edits
from lint_report.language_server.positions import Positions
from lint_report.linter import Issue
from lint_report.messages import Language, Message
from lint_report.reporters.excerpts import show
from lint_report.rule import Edit
from lint_report.source import Source

_LONGEST = 30


def actions_for(
    uri: str,
    source: Source,
    every: tuple[Issue, ...],
    here: Iterable[tuple[Issue, types.Diagnostic]],
    *,
    positions: Positions,
    language: Language,
) -> Iterator[types.CodeAction]:
    """Yield the actions for the findings at a place, then the one for the whole file.

    Args:
        uri: The document.
        source: Its text.
        every: All findings of the document.
        here: The findings at the place, with what the editor shows of them.
        positions: Converts places.
        language: The language of the titles.
    """

    def edit(edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """Give edits of the file's own text as the protocol has them."""
        rows = [types.TextEdit(positions.range_in_file(span), text) for span, text in edits]
        return types.WorkspaceEdit(changes={uri: rows})

    ignored: set[tuple[int, str]] = set()
    for issue, diagnostic in here:
        edits, _ = choose_edits(source, (issue,), unsafe=True)
        if issue.fix and edits:
            yield types.CodeAction(
                title=_title(source, issue, edits).text(language),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                is_preferred=issue.fix.safe,
                edit=edit(edits),
            )
        if (issue.start.line, issue.rule) not in ignored:
            ignored.add((issue.start.line, issue.rule))
            yield _ignore(uri, issue, diagnostic, positions, language)
    certain, count = choose_edits(source, every, unsafe=False)
    if certain:
        title = Message(f"改正全文有把握的问题（{count} 处）", f"Mend what is certain in this file ({count})")
        yield types.CodeAction(title=title.text(language), kind=types.CodeActionKind.SourceFixAll, edit=edit(certain))


def _title(source: Source, issue: Issue, edits: list[Edit]) -> Message:
    raw = source.text if source.raw is None else source.raw
    (start, end), new = edits[0]
    old = raw[start:end]
    certain = issue.fix is not None and issue.fix.safe
    begin = Message("改正", "Mend") if certain else Message("可能的改正，请核对", "Likely fix, please check")
    if len(edits) > 1 or max(len(old), len(new)) > _LONGEST or not old.strip() + new.strip():
        return Message(f"{begin.zh}（{issue.rule}）", f"{begin.en} ({issue.rule})")
    if not new:
        return Message(f"{begin.zh}：删去“{show(old)}”", f"{begin.en}: delete “{show(old)}”")
    if not old:
        return Message(f"{begin.zh}：补上“{show(new)}”", f"{begin.en}: insert “{show(new)}”")
    return Message(f"{begin.zh}：“{show(old)}”改为“{show(new)}”", f"{begin.en}: “{show(old)}” to “{show(new)}”")


def _ignore(
    uri: str, issue: Issue, diagnostic: types.Diagnostic, positions: Positions, language: Language
) -> types.CodeAction:
    """Give the action that writes a remark at the end of the line."""
    place = positions.line_end(issue.start.line)
    remark = Message(f" <!-- lint-report: 忽略 {issue.rule} -->", f" <!-- lint-report: ignore {issue.rule} -->")
    rows = [types.TextEdit(types.Range(place, place), remark.text(language))]
    title = Message(f"这一行忽略 {issue.rule}", f"Ignore {issue.rule} in this line")
    return types.CodeAction(
        title=title.text(language),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=types.WorkspaceEdit(changes={uri: rows}),
    )
