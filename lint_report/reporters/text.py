"""What a person reads: the place, what is wrong, and the line with the words marked under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from lint_report.linter import FileResult, Issue
from lint_report.messages import Language
from lint_report.records import NamedTuple
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.excerpts import Excerpt, cut_excerpt, show, show_line
from lint_report.reporters.names import SEVERITIES
from lint_report.source import Source

_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold cyan"}
_EXCERPT_WIDTH = 96


class Piece(NamedTuple):
    """A piece of output and how a terminal shows it."""

    text: str
    style: str = ""


class TextReporter(Reporter):
    """A block for each finding and a closing count."""

    name = "text"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the findings; see `Reporter.write`."""
        lines = render(results, tally, self.language)
        if self.color:
            _print_styled(lines, out)
            return
        out.writelines("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


def render(results: Iterable[FileResult], tally: Tally, language: Language) -> Iterator[list[Piece]]:
    """Yield the lines of the report as pieces with their style."""
    for result in results:
        for issue in result.issues:
            if result.source:
                yield from _block(result.path, result.source, issue, language)
    yield [Piece(summary(tally, language), "bold")]


def summary(tally: Tally, language: Language) -> str:
    """Give the closing count."""
    return _english_summary(tally) if language == "en" else _chinese_summary(tally)


def _chinese_summary(tally: Tally) -> str:
    counts, known = tally.severities, tally.silenced.total()
    each = "，".join(f"{SEVERITIES[name].zh} {counts[name]}" for name in SEVERITIES if counts[name])
    found = f"共 {counts.total()} 处问题（{each}）" if counts else "没有发现问题"
    checked = f"检查了 {tally.read} 个文件，{found}" if tally.read else "没有检查任何文件"
    also = f"；另有 {known} 处已知或已忽略" if known else ""
    undone = f"；有 {tally.errors} 件事没能完成" if tally.errors else ""
    return f"{checked}{also}{undone}"


def _english_summary(tally: Tally) -> str:
    counts, known = tally.severities, tally.silenced.total()
    plural = {name: name if name == "info" or counts[name] == 1 else f"{name}s" for name in SEVERITIES}
    each = ", ".join(f"{counts[name]} {plural[name]}" for name in SEVERITIES if counts[name])
    findings = f"{counts.total()} {'finding' if counts.total() == 1 else 'findings'} ({each})"
    found = findings if counts else "no findings"
    checked = f"{found} in {tally.read} {'file' if tally.read == 1 else 'files'}" if tally.read else "no file checked"
    also = f"; {known} more are known or silenced" if known else ""
    undone = f"; {tally.errors} {'thing' if tally.errors == 1 else 'things'} could not be done" if tally.errors else ""
    return f"{checked}{also}{undone}"


def _block(path: str, source: Source, issue: Issue, language: Language) -> Iterator[list[Piece]]:
    label = source.label(issue.span.start)
    where = f" {show(label.text(language))}" if label else ""
    yield [
        Piece(show_line(path), "bold"),
        Piece(f":{issue.start.line}:{issue.start.column}:{where} "),
        Piece(SEVERITIES[issue.severity.value].text(language), _STYLES[issue.severity.value]),
        Piece(f" {issue.code} {issue.rule}", "dim"),
        Piece(f"  {show(issue.message.text(language))}"),
    ]
    gutter = f"{issue.start.line:>6} | "
    excerpt = cut_excerpt(source, issue.start, issue.end, _EXCERPT_WIDTH)
    yield [Piece(gutter, "dim"), *_excerpt_pieces(excerpt, _STYLES[issue.severity.value])]
    blank = " " * (len(gutter) - 2) + "| "
    yield [Piece(blank, "dim"), Piece(" " * excerpt.indent + "^" * excerpt.width, _STYLES[issue.severity.value])]


def _excerpt_pieces(excerpt: Excerpt, style: str) -> list[Piece]:
    return [Piece(excerpt.before), Piece(excerpt.marked, style), Piece(excerpt.after)]


def _print_styled(lines: Iterator[list[Piece]], out: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, force_terminal=True, soft_wrap=True, highlight=False)
    for line in lines:
        console.print(Text.assemble(*((piece.text, piece.style) for piece in line)))
