"""The command line."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lint_report.config import default_settings
from lint_report.document import Report, Section
from lint_report.linter import lint
from lint_report.outline import read_outline
from lint_report.plugins import load_registry
from lint_report.readers import read_source
from lint_report.reporters.json import JsonReporter
from lint_report.reporters.text import TextReporter
from lint_report.rule import Json
from lint_report.source import Position


def run(arguments: Sequence[str]) -> int:
    """Run the program and give its exit status."""
    words = list(arguments)
    command = words.pop(0) if words and words[0] in ("check", "outline") else "check"
    parser = argparse.ArgumentParser(prog="lint-report")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--format", default="text")
    options = parser.parse_args(words)
    files = [
        Path(f)
        for path in options.paths
        for f in (sorted(Path(path).rglob("*.txt")) if os.path.isdir(path) else [path])
    ]
    if command == "outline":
        print(json.dumps({"version": 1, "files": [_outline(path) for path in files]}, ensure_ascii=False))
        return 0
    registry = load_registry()
    settings = default_settings(registry)
    results = [lint(path.read_bytes(), str(path), settings) for path in files]
    reporter = JsonReporter("zh") if options.format == "json" else TextReporter("zh")
    reporter.write(results, sys.stdout)
    for result in results:
        for error in result.errors:
            print(error.text("zh"), file=sys.stderr)
    if any(result.errors for result in results):
        return 2
    return int(any(result.issues for result in results))


def _outline(path: Path) -> Json:
    document = read_outline(read_source(path.read_bytes(), str(path)))
    return {
        "path": str(path),
        "reports": [_report(document.position(r.span.start).line, r, document.position) for r in document.reports],
    }


def _report(line: int, report: Report, position: Callable[[int], Position]) -> Json:
    return {
        "line": line,
        "title": report.title,
        "kind": report.kind.value,
        "sections": [_section(s, position) for s in report.sections],
    }


def _section(section: Section, position: Callable[[int], Position]) -> Json:
    return {
        "level": section.level,
        "line": position(section.heading.span.start).line,
        "marker": section.heading.marker,
        "title": section.heading.title,
        "parts": [str(part) for part in sorted(section.parts)],
        "sections": [_section(child, position) for child in section.sections],
    }
