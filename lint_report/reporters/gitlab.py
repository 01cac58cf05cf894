"""GitLab's code quality report: a list of violations with stable fingerprints."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from lint_report.baseline import content_key
from lint_report.linter import FileResult, Issue
from lint_report.messages import UserError
from lint_report.paths import repository_path
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.json_text import json_text
from lint_report.rule import Json

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReporter(Reporter):
    """The JSON list that the artifact `codequality` holds; what could not be done stands in it as well."""

    name = "gitlab"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the list; see `Reporter.write`."""
        rows: list[Json] = []
        for result in results:
            path = repository_path(result.path)
            seen: Counter[tuple[str, str]] = Counter()
            for issue in result.issues:
                content = content_key(result.source, issue.span) if result.source else ""
                seen[issue.rule, content] += 1
                rows.append(self._violation(path, issue, (issue.rule, content, str(seen[issue.rule, content]))))
            rows += [self._failure(path, error) for error in result.errors]
        out.write(json_text(rows, indent=1) + "\n")

    def _violation(self, path: str, issue: Issue, content: tuple[str, ...]) -> Json:
        return {
            "description": issue.message.text(self.language),
            "check_name": issue.rule,
            "fingerprint": _fingerprint(path, *content),
            "severity": _SEVERITIES[issue.severity.value],
            "location": {"path": path, "lines": {"begin": issue.start.line, "end": issue.end.line}},
        }

    def _failure(self, path: str, error: UserError) -> Json:
        return {
            "description": error.message.text(self.language),
            "check_name": "lint-report",
            "fingerprint": _fingerprint(path, error.message.en),
            "severity": "critical",
            "location": {"path": path, "lines": {"begin": error.line or 1}},
        }


def _fingerprint(*facts: str) -> str:
    """Give what stays the same while the finding does; lines are no part of it, for edits elsewhere move them."""
    return hashlib.sha256("\0".join(facts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
