"""GitLab's code quality report: a list of violations with stable fingerprints."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import TextIO

from lint_report.baseline import content_key
from lint_report.linter import FileResult
from lint_report.reporters import Reporter, Tally
from lint_report.rule import Json

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitlabReporter(Reporter):
    """The JSON list that the artifact `codequality` holds."""

    name = "gitlab"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the list; see `Reporter.write`."""
        rows: list[Json] = []
        for result in results:
            seen: Counter[str] = Counter()
            for issue in result.issues:
                content = content_key(result.source, issue.span) if result.source else ""
                key = f"{result.path}\0{issue.rule}\0{content}"
                seen[key] += 1
                rows.append(
                    {
                        "description": issue.message.text(self.language),
                        "check_name": issue.rule,
                        "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest()[:32],
                        "severity": _SEVERITIES[issue.severity.value],
                        "location": {
                            "path": result.path.replace("\\", "/"),
                            "lines": {"begin": issue.start.line, "end": issue.end.line},
                        },
                    }
                )
        json.dump(rows, out, ensure_ascii=False, indent=1)
        out.write("\n")
