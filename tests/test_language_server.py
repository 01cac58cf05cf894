"""The language server, spoken to over its standard input and output by a real client."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT, Run

pytest.importorskip("pygls")
from lsprotocol import types
from pygls.lsp.client import LanguageClient

DRAFT = """𠮷村20xx年工作总结

一、主要工作

2023年，𠮷村完成财政收入3200万元。20xx年，各项工作平稳，，群众满意。

二、存在的不足

工作中还存在不少不足，服务意识有待增强。

三、下一步打算

2024年，将加快道路建设，完成农村公路改造12公里。
"""
PATIENCE = 60.0


class Editor:
    """An editor with one document."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.version = 0

        def published(params: types.PublishDiagnosticsParams) -> None:
            self.shown.put_nowait(params)

        def registered(_: types.RegistrationParams) -> None:
            return None

        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        client.feature(types.CLIENT_REGISTER_CAPABILITY)(registered)

    def uri(self, name: str = "draft.txt") -> str:
        return (self.folder / name).as_uri()

    def identifier(self, name: str = "draft.txt") -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri(name))

    async def open(self, text: str, name: str = "draft.txt") -> list[types.Diagnostic]:
        item = types.TextDocumentItem(self.uri(name), "plaintext", self.version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.diagnostics()

    def type(self, text: str) -> None:
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri())
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def diagnostics(self) -> list[types.Diagnostic]:
        published = await asyncio.wait_for(self.shown.get(), PATIENCE)
        return list(published.diagnostics)

    async def actions(self, at: types.Range, only: list[types.CodeActionKind] | None = None) -> list[types.CodeAction]:
        context = types.CodeActionContext(diagnostics=[], only=only)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(self.identifier(), at, context)
        )
        assert found is not None
        return [action for action in found if isinstance(action, types.CodeAction)]


@asynccontextmanager
async def editor(folder: Path, *words: str) -> AsyncIterator[Editor]:
    client = LanguageClient("test", "1")
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'rules'}"}
    await client.start_io(sys.executable, "-m", "lint_report", "lsp", "--lang", "zh", *words, env=environment)
    capabilities = types.ClientCapabilities(
        workspace=types.WorkspaceClientCapabilities(
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        )
    )
    started = Editor(client, folder)
    await client.initialize_async(types.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri()))
    client.initialized(types.InitializedParams())
    try:
        yield started
    finally:
        await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]  # the library leaves it so


def with_editor(folder: Path, act: Callable[[Editor], Awaitable[None]], *words: str) -> None:
    async def run() -> None:
        async with editor(folder, *words) as started:
            await act(started)

    asyncio.run(run())


def marked(text: str, found: types.Range) -> str:
    """Give what a range covers, counted in UTF-16 as the protocol does."""
    assert found.start.line == found.end.line
    units = text.split("\n")[found.start.line].encode("utf-16-le")
    return units[found.start.character * 2 : found.end.character * 2].decode("utf-16-le")


def applied(text: str, edits: list[types.TextEdit]) -> str:
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        assert edit.range.start.line == edit.range.end.line
        units = lines[edit.range.start.line].encode("utf-16-le")
        start, end = edit.range.start.character * 2, edit.range.end.character * 2
        mended = units[:start] + edit.new_text.encode("utf-16-le") + units[end:]
        lines[edit.range.start.line] = mended.decode("utf-16-le")
    return "\n".join(lines)


def changes(action: types.CodeAction) -> list[types.TextEdit]:
    assert action.edit
    assert action.edit.changes
    ((_, edits),) = action.edit.changes.items()
    return list(edits)


def test_findings_are_shown_where_they_are_and_follow_what_is_typed(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        found = await editor.open(DRAFT)
        assert [(one.code, marked(DRAFT, one.range)) for one in found] == [
            ("P201", "20xx年"), ("P201", "20xx年"), ("U602", "，，"),
        ]  # fmt: skip
        assert found[0].severity is types.DiagnosticSeverity.Error
        assert found[0].source == "lint-report"
        for written in ("2", "202", "2023年"):
            editor.type(DRAFT.replace("20xx年", written))
        assert [one.code for one in await editor.diagnostics()] == ["U602"]
        assert editor.shown.empty(), "what is typed quickly is checked once"
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.identifier()))
        assert await editor.diagnostics() == []

    with_editor(tmp_path, act, "--select", "P201,U602")


def test_hover_explains_the_rule(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        found = await editor.open(DRAFT)
        (year, *_) = [one for one in found if one.code == "P201"]
        inside = types.Position(year.range.start.line, year.range.start.character + 2)
        hover = await editor.client.text_document_hover_async(types.HoverParams(editor.identifier(), inside))
        assert hover
        assert isinstance(hover.contents, types.MarkupContent)
        assert "P201 placeholder-year" in hover.contents.value
        assert year.message.split("“")[0] in hover.contents.value
        nothing = types.HoverParams(editor.identifier(), types.Position(2, 3))
        assert await editor.client.text_document_hover_async(nothing) is None

    with_editor(tmp_path, act)


def test_fixes_are_offered_and_mend_the_text(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        (mark,) = await editor.open(DRAFT)
        fix, ignore, everything = await editor.actions(mark.range)
        assert fix.is_preferred
        assert fix.kind == types.CodeActionKind.QuickFix
        mended = DRAFT.replace("，，", "，")
        assert applied(DRAFT, changes(fix)) == mended
        assert everything.kind == types.CodeActionKind.SourceFixAll
        assert applied(DRAFT, changes(everything)) == mended
        silenced = applied(DRAFT, changes(ignore))
        assert "群众满意。 <!-- lint-report: 忽略 punctuation -->\n" in silenced
        elsewhere = types.Range(types.Position(0, 0), types.Position(0, 0))
        (only,) = await editor.actions(elsewhere)
        assert only.kind == types.CodeActionKind.SourceFixAll
        assert await editor.actions(mark.range, [types.CodeActionKind.Refactor]) == []
        assert [a.kind for a in await editor.actions(mark.range, [types.CodeActionKind.Source])] == [everything.kind]
        editor.type(silenced)
        assert await editor.diagnostics() == []

    with_editor(tmp_path, act, "--select", "punctuation")


def test_symbols_are_the_outline(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        await editor.open(DRAFT)
        symbols = await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(editor.identifier())
        )
        assert symbols
        (report,) = symbols
        assert isinstance(report, types.DocumentSymbol)
        assert report.name == "𠮷村20xx年工作总结"
        assert report.children
        assert [(child.name, child.detail) for child in report.children] == [
            ("一、主要工作", "成绩"), ("二、存在的不足", "不足"), ("三、下一步打算", "打算"),
        ]  # fmt: skip
        for child in report.children:
            assert report.range.start.line <= child.range.start.line <= child.selection_range.start.line
            assert child.range.end.line <= report.range.end.line

    with_editor(tmp_path, act)


def test_configuration_holds_and_is_read_again_when_it_changes(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        config = tmp_path / ".lint-report.yaml"
        config.write_text("select: [P201]\nrules: {placeholder-year: info}\n", encoding="utf-8")
        one, _ = await editor.open(DRAFT)
        assert one.severity is types.DiagnosticSeverity.Information
        config.write_text("select: [P201]\nignore: [P201]\n", encoding="utf-8")
        event = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert await editor.diagnostics() == []
        config.write_text("selct: [P201]\n", encoding="utf-8")
        editor.client.text_document_did_save(types.DidSaveTextDocumentParams(editor.identifier()))
        (wrong,) = await editor.diagnostics()
        assert wrong.severity is types.DiagnosticSeverity.Error
        assert ".lint-report.yaml" in wrong.message
        assert "selct" in wrong.message

    with_editor(tmp_path, act)


def test_other_encodings_line_ends_and_formats_do_not_disturb(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        (tmp_path / ".lint-report.yaml").write_text("encoding: gb18030\nselect: [P201]\n", encoding="utf-8")
        (one,) = await editor.open("题\u2028目\x0c\r\n𠮷𠮷20xx年\r结束\n")
        assert (one.range.start.line, one.range.start.character, one.range.end.character) == (1, 4, 9)
        (other,) = await editor.open("# 标题\n\n正文**20xx年**平稳。\n", "notes.md")
        assert (other.range.start.line, other.range.start.character) == (2, 4)
        assert await editor.open("", "empty.txt") == []
        assert await editor.open("20xx年\ud800", "half.txt") != []

    with_editor(tmp_path, act)


def test_excluded_files_are_left_alone(tmp_path: Path) -> None:
    async def act(editor: Editor) -> None:
        (tmp_path / ".lint-report.yaml").write_text("exclude: [old/]\n", encoding="utf-8")
        assert await editor.open(DRAFT, "old/draft.txt") == []
        assert await editor.open(DRAFT) != []

    with_editor(tmp_path, act)


def test_without_the_extra_the_user_is_told_what_to_install(run: Run, tmp_path: Path) -> None:
    hidden = tmp_path / "sitecustomize.py"
    hidden.write_text("import sys\nsys.modules['pygls'] = None\n", encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), str(ROOT), str(ROOT / "rules")))
    outcome = run("lsp", env={"PYTHONPATH": path})
    assert outcome.status == 2
    assert "lint-report[lsp]" in outcome.err
    assert len(outcome.err.splitlines()) == 1
