"""The server: documents come in, diagnostics go out, questions are answered."""

from __future__ import annotations

import asyncio
from importlib.metadata import version

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from lint_report.documentation import read_documentation
from lint_report.language_server.actions import actions_for
from lint_report.language_server.checking import Checked, Checker, overlapping, path_of
from lint_report.language_server.symbols import outline_symbols
from lint_report.messages import Language
from lint_report.plugins import RegisteredRule, load_registry
from lint_report.reporters.markdown import plain_markdown
from lint_report.run import Plan

_DELAY = 0.3  # seconds without a keystroke before a draft is checked
_CONFIGURATION = ("**/.lint-report.yaml", "**/pyproject.toml")


class Server(LanguageServer):
    """A language server for reports.

    Documents are taken whole: editors and libraries differ on where a line of a text with unusual line ends begins, and
    a draft is small.

    Args:
        plan: How files are checked.
        language: The language of messages.
    """

    def __init__(self, plan: Plan, language: Language) -> None:
        super().__init__("lint-report", version("lint-report"), text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.checker = Checker(plan, load_registry(), language)
        self._checked: dict[str, Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._one_at_a_time = asyncio.Lock()

    def check_soon(self, uri: str, delay: float = _DELAY) -> None:
        """Check a document after a while in which nothing is typed."""
        self._forget_task(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check_after(uri, delay))

    async def checked(self, uri: str) -> Checked | None:
        """Give what came of the document as it is now; None where it is not open."""
        if uri not in self.workspace.text_documents:
            return None
        known = self._checked.get(uri)
        if known is None or known.version != self.workspace.get_text_document(uri).version:
            await self._check(uri)
        return self._checked.get(uri)

    def check_all_again(self) -> None:
        """Check every open document anew, by the configuration as it is now."""
        self.checker.reload()
        for uri in self.workspace.text_documents:
            self._checked.pop(uri, None)
            self.check_soon(uri, 0)

    def close(self, uri: str) -> None:
        """Forget a document and what the editor shows of it."""
        self._forget_task(uri)
        self._checked.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def say_what_failed(self) -> None:
        """Tell the user of plugins that did not load."""
        for failure in self.checker.registry.failures:
            text = failure.text(self.checker.language)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, text))

    def _forget_task(self, uri: str) -> None:
        task = self._waiting.pop(uri, None)
        if task:
            task.cancel()

    async def _check_after(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        await self._check(uri)

    async def _check(self, uri: str) -> None:
        """Check a document beside the loop that answers the editor, and publish unless it has changed meanwhile."""
        async with self._one_at_a_time:
            document = self.workspace.get_text_document(uri)
            number = document.version
            path = path_of(document.path, uri, document.language_id)
            loop = asyncio.get_running_loop()
            checked = await loop.run_in_executor(
                None, self.checker.check, path, document.source, number, self.workspace.position_codec
            )
        current = self.workspace.text_documents.get(uri)
        if current is None or current.version != number:
            return
        self._checked[uri] = checked
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, list(checked.diagnostics), version=number)
        )


def make_server(plan: Plan, language: Language) -> Server:
    """Give a server that answers."""
    server = Server(plan, language)
    server.feature(types.INITIALIZED)(_initialized)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_configured)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_actions)
    server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)(_symbols)
    return server


async def _initialized(server: Server, _: types.InitializedParams) -> None:
    server.say_what_failed()
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if watched and watched.dynamic_registration:
        watchers = [types.FileSystemWatcher(glob_pattern=glob) for glob in _CONFIGURATION]
        wish = types.Registration(
            "lint-report-configuration",
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
            types.DidChangeWatchedFilesRegistrationOptions(watchers),
        )
        await server.client_register_capability_async(types.RegistrationParams([wish]))


async def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.check_soon(params.text_document.uri, 0)


async def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    server.check_soon(params.text_document.uri)


async def _saved(server: Server, _: types.DidSaveTextDocumentParams) -> None:
    server.check_all_again()  # what was saved may be the configuration, which not every editor watches


async def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    server.close(params.text_document.uri)


async def _configured(server: Server, _: types.DidChangeWatchedFilesParams) -> None:
    server.check_all_again()


async def _hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    checked = await server.checked(params.text_document.uri)
    if checked is None or checked.positions is None:
        return None
    at = types.Range(params.position, params.position)
    found = overlapping(checked, at, checked.positions)
    if not found:
        return None
    known = (checked.settings and checked.settings.registry) or server.checker.registry
    texts = [f"**{plain_markdown(diagnostic.message)}**" for _, diagnostic in found]
    for name in dict.fromkeys(issue.rule for issue, _ in found):
        registered = known.rules.get(name)
        if registered:
            texts.append(_explained(registered, server.checker.language))
    value = types.MarkupContent(types.MarkupKind.Markdown, "\n\n".join(texts))
    return types.Hover(value, found[0][1].range)


async def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    checked = await server.checked(uri)
    if checked is None or checked.positions is None or checked.result.source is None:
        return []
    here = overlapping(checked, params.range, checked.positions)
    offered = actions_for(
        uri,
        checked.result.source,
        checked.result.issues,
        here,
        positions=checked.positions,
        language=server.checker.language,
    )
    only = params.context.only
    return [action for action in offered if not only or _is_wanted(action, only)]


async def _symbols(server: Server, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
    checked = await server.checked(params.text_document.uri)
    document = checked.result.document() if checked else None
    if checked is None or checked.positions is None or document is None:
        return []
    return outline_symbols(document, checked.positions, server.checker.language)


def _is_wanted(action: types.CodeAction, only: object) -> bool:
    """Tell whether an action is of one of the kinds asked for; `source` stands for `source.fixAll` as well."""
    kinds = [str(getattr(kind, "value", kind)) for kind in only] if isinstance(only, (list, tuple)) else []
    kind = str(getattr(action.kind, "value", action.kind))
    return any(kind == wanted or kind.startswith(f"{wanted}.") for wanted in kinds)


def _explained(registered: RegisteredRule, language: Language) -> str:
    """Give a rule's explanation in Markdown."""
    rule, documentation = registered.rule, read_documentation(registered.rule)
    examples = "\n".join(f"    {line}" for line in documentation.good[0].splitlines())
    better = "好：" if language == "zh" else "Good:"
    paragraphs = (
        f"`{rule.code} {rule.name}`",
        documentation.what.text(language),
        documentation.why.text(language),
        better,
        examples,
    )
    return "\n\n".join(paragraphs)
