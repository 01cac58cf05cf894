"""SARIF 2.1.0 (OASIS Standard), for code scanning services."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.metadata import version
from typing import TextIO
from urllib.parse import quote

from lint_report.baseline import content_key
from lint_report.documentation import read_documentation
from lint_report.linter import FileResult, Issue
from lint_report.plugins import AnyRule
from lint_report.reporters import Reporter, Tally
from lint_report.rule import Edit, Json
from lint_report.source import Position, Source

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class SarifReporter(Reporter):
    """One run with all rules, all results (silenced ones marked as suppressed) and what could not be done."""

    name = "sarif"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the log; see `Reporter.write`."""
        rows: list[Json] = []
        notifications: list[Json] = []
        for result in results:
            if result.source:
                every = sorted((*result.issues, *result.silenced), key=_order)
                rows += [self._result(result.path, result.source, issue) for issue in every]
            notifications += [
                {
                    "level": "error",
                    "message": {"text": error.message.text(self.language)},
                    "locations": [_file(result.path)],
                }
                for error in result.errors
            ]
        invocation: Json = {
            "executionSuccessful": not tally.errors and not self.registry.failures,
            "toolExecutionNotifications": notifications,
        }
        rules: list[Json] = [self._rule(registered.rule) for registered in self.registry.rules.values()]
        driver: Json = {"name": "lint-report", "semanticVersion": version("lint-report"), "rules": rules}
        run: Json = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "invocations": [invocation],
            "results": rows,
        }
        json.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=1)
        out.write("\n")

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

    def _result(self, path: str, source: Source, issue: Issue) -> Json:
        location: Json = {
            "physicalLocation": {
                "artifactLocation": {"uri": _uri(path)},
                "region": _region(issue.start, issue.end),
            }
        }
        result: dict[str, Json] = {
            "ruleId": issue.code,
            "level": _LEVELS[issue.severity.value],
            "message": {"text": issue.message.text(self.language)},
            "locations": [location],
            "partialFingerprints": {"lintReportContent/v1": content_key(source, issue.span)},
            "properties": {"rule": issue.rule, "data": dict(issue.data)},
        }
        if issue.known:
            result["suppressions"] = [{"kind": "inSource" if issue.known == "remark" else "external"}]
        if issue.fix and source.editable:
            replacements: list[Json] = [_replacement(source, edit) for edit in issue.fix.edits]
            change: Json = {"artifactLocation": {"uri": _uri(path)}, "replacements": replacements}
            result["fixes"] = [{"artifactChanges": [change]}]
        return result


def _order(issue: Issue) -> tuple[int, int, str]:
    return issue.span.start, issue.span.end, issue.code


def _file(path: str) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/"))


def _region(start: Position, end: Position) -> Json:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _replacement(source: Source, edit: Edit) -> Json:
    region = _region(source.position(edit.span.start), source.end_position(edit.span))
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
