"""Checks what stands in an editor, which need not be what stands in the file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from lsprotocol import types
from pygls.workspace import PositionCodec

from lint_report.config.settings import FileSettings
from lint_report.language_server.positions import Positions
from lint_report.linter import FileResult, Issue, lint
from lint_report.messages import Language, UserError
from lint_report.plugins import Registry
from lint_report.run import Plan, Run

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_SUFFIXES = {"markdown": ".md", "html": ".html"}
_NAME = "lint-report"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one version of a document.

    Attributes:
        version: The version that the editor gave it.
        result: What was found; without a source when nothing could be read or it is excluded.
        diagnostics: The same as the editor shows them, then one for each error.
        positions: Converts places in it; None without a source.
        settings: What holds for it; None where the configuration is wrong.
    """

    version: int | None
    result: FileResult
    diagnostics: tuple[types.Diagnostic, ...]
    positions: Positions | None
    settings: FileSettings | None


class Checker:
    """Checks documents as the command line checks files of the same name.

    Args:
        plan: How files are checked.
        registry: The rules.
        language: The language of messages.
    """

    def __init__(self, plan: Plan, registry: Registry, language: Language) -> None:
        self.registry = registry
        self.language: Language = language
        self._plan = plan
        self._run: Run | None = None

    def reload(self) -> None:
        """Read the configuration anew at the next check."""
        self._run = None

    def check(self, path: str, text: str, version: int | None, codec: PositionCodec) -> Checked:
        """Check a text.

        Args:
            path: The file that it is written to, which tells format and configuration.
            text: What the editor holds.
            version: The editor's number for it.
            codec: Counts the code units of places.
        """
        settings: FileSettings | None = None
        try:
            if self._run is None:
                self._run = Run(self._plan, self.registry)
            settings = self._run.resolver.settings(path)._replace(encoding="utf-8")
            result = self._lint(self._run, path, text, settings)
        except UserError as error:
            result = FileResult(path, None, (), (error,))
        if not text.strip():
            result = result._replace(errors=())  # a draft that is about to be written is no error
        positions = Positions(result.source, codec) if result.source else None
        found = [_diagnostic(issue, positions, self.language) for issue in result.issues if positions]
        found += [_complaint(error, self.language) for error in result.errors]
        return Checked(version, result, tuple(found), positions, settings)

    def _lint(self, run: Run, path: str, text: str, settings: FileSettings) -> FileResult:
        if os.path.isabs(path) and run.resolver.excluded(path):
            return FileResult(path, None, (), ())
        content = text.encode("utf-8", "replace")  # halves of surrogate pairs become question marks, one for one
        return lint(content, path, settings)


def path_of(path: str | None, uri: str, language_id: str | None) -> str:
    """Give the path by which a document is checked; one that was never saved is called after its language.

    Args:
        path: The file, where there is one.
        uri: The document.
        language_id: What the editor takes its text for.
    """
    if path and uri.startswith("file:"):
        return path
    return f"untitled{_SUFFIXES.get(language_id or '', '.txt')}"


def _diagnostic(issue: Issue, positions: Positions, language: Language) -> types.Diagnostic:
    return types.Diagnostic(
        range=positions.range(issue.start, issue.end),
        severity=_SEVERITIES[issue.severity.value],
        code=issue.code,
        source=_NAME,
        message=issue.message.text(language),
        data={"rule": issue.rule},
    )


def _complaint(error: UserError, language: Language) -> types.Diagnostic:
    """Show an error at the top of the document: what was not done must not look like nothing found."""
    start = types.Position(0, 0)
    elsewhere = f"{error.path}: " if error.path else ""
    return types.Diagnostic(
        range=types.Range(start, start),
        severity=types.DiagnosticSeverity.Error,
        source=_NAME,
        message=f"{elsewhere}{error.message.text(language)}",
    )


def overlapping(
    checked: Checked, wanted: types.Range, positions: Positions
) -> Sequence[tuple[Issue, types.Diagnostic]]:
    """Give the findings that share a place with a range; one that only touches it counts."""
    start, end = positions.offset(wanted.start), positions.offset(wanted.end)
    found: list[tuple[Issue, types.Diagnostic]] = []
    for issue, diagnostic in zip(checked.result.issues, checked.diagnostics, strict=False):
        first, last = positions.offset(diagnostic.range.start), positions.offset(diagnostic.range.end)
        if first <= end and start <= last:
            found.append((issue, diagnostic))
    return found
