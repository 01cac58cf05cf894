"""SARIF 2.1.0 (OASIS Standard), for code scanning services."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import TextIO
from urllib.parse import quote

from lint_report.baseline import content_key
from lint_report.documentation import read_documentation
from lint_report.fix import applies
from lint_report.linter import FileResult, Issue
from lint_report.messages import Message
from lint_report.paths import repository_path
from lint_report.plugins import AnyRule
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.json_text import json_text
from lint_report.rule import Edit, Json
from lint_report.source import Position, Source

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class SarifReporter(Reporter):
    """One run with all rules, all results (silenced ones marked as suppressed) and what could not be done."""

    name = "sarif"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the log; see `Reporter.write`."""
        rows: list[dict[str, Json]] = []
        said: list[Json] = []
        for result in results:
            if result.source:
                every = sorted((*result.issues, *result.silenced), key=_order)
                rows += [self._result(result.path, result.source, issue) for issue in every]
                said += [self._notification("note", notice, result.path) for notice in result.source.notices]
            said += [self._notification("error", error.message, result.path) for error in result.errors]
        invocation: Json = {
            "executionSuccessful": not tally.errors and not self.registry.failures,
            "toolConfigurationNotifications": [
                self._notification("error", failure.message) for failure in self.registry.failures
            ],
            "toolExecutionNotifications": said,
        }
        indices = {registered.rule.code: at for at, registered in enumerate(self.registry.rules.values())}
        for row in rows:
            if row["ruleId"] in indices:
                row["ruleIndex"] = indices[str(row["ruleId"])]
        rules: list[Json] = [self._rule(registered.rule) for registered in self.registry.rules.values()]
        driver: Json = {"name": "lint-report", "semanticVersion": version("lint-report"), "rules": rules}
        run: Json = {
            "tool": {"driver": driver},
            "language": "en-US" if self.language == "en" else "zh-CN",
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "invocations": [invocation],
            "results": list(rows),
        }
        out.write(json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n")

    def _notification(self, level: str, message: Message, path: str | None = None) -> Json:
        place: dict[str, Json] = {} if path is None else {"locations": [_file(path)]}
        return {"level": level, "message": {"text": message.text(self.language)}, **place}

    def _rule(self, rule: AnyRule) -> Json:
        documentation = read_documentation(rule)
        what, why = documentation.what.text(self.language), documentation.why.text(self.language)
        return {
            "id": rule.code,
            "name": "".join(word.capitalize() for word in rule.name.split("-")),
            "shortDescription": {"text": documentation.summary.text(self.language)},
            "fullDescription": {"text": what},
            "help": {"text": f"{what}\n{why}", "markdown": f"{what}\n\n{why}"},
            "defaultConfiguration": {"level": _LEVELS.get(rule.severity.value, "none")},
            "properties": {"tags": [rule.name]},
        }

    def _result(self, path: str, source: Source, issue: Issue) -> dict[str, Json]:
        location: dict[str, Json] = {
            "physicalLocation": {
                "artifactLocation": {"uri": _uri(path)},
                "region": _region(issue.start, issue.end),
            }
        }
        label = source.label(issue.span.start)
        if label:
            location["message"] = {"text": label.text(self.language)}
        result: dict[str, Json] = {
            "ruleId": issue.code,
            "level": _LEVELS[issue.severity.value],
            "message": {"text": issue.message.text(self.language)},
            "locations": [location],
            "partialFingerprints": {"lintReportContent/v1": content_key(source, issue.span)},
            "suppressions": _suppressions(issue),
            "properties": {"rule": issue.rule, "data": dict(issue.data)},
        }
        if issue.fix and source.editable and applies(source, issue.fix):
            replacements: list[Json] = [_replacement(source, edit) for edit in issue.fix.edits]
            change: Json = {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
            result["fixes"] = [{"artifactChanges": [change]}]
        return result


def _suppressions(issue: Issue) -> Json:
    """Say whether a finding does not count: on every result, for clause 3.27.23 wants it on all or on none."""
    return [{"kind": "inSource" if issue.known == "remark" else "external"}] if issue.known else []


def _order(issue: Issue) -> tuple[int, int, str]:
    return issue.span.start, issue.span.end, issue.code


def _file(path: str) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}


def _uri(path: str) -> str:
    """Give a path as a URI reference; one that lies elsewhere is absolute."""
    relative = repository_path(path)
    return Path(relative).as_uri() if os.path.isabs(relative) else quote(os.fsencode(relative))


def _region(start: Position, end: Position) -> Json:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _replacement(source: Source, edit: Edit) -> Json:
    region = _region(source.position(edit.span.start), source.end_position(edit.span))
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
