"""Case files: texts that a rule must report or leave alone, checked whole.

A case file is named after its rule: `tests/cases/old-town.yaml`, or `old-town.cases.yaml` anywhere:

    bad:
      - name: what the case shows
        text: |
          20xx年，我镇……
        findings:
          - {line: 1, column: 1, marked: 20xx年, message: 没有填写}
    good:
      - name: a near miss
        text: |
          2023年，我镇……

Every finding of a bad case is listed: a finding more is a failure as much as one less. `line` and `message` (a part of
the Chinese message) are required, `column`, `marked` (the words under the mark) and `data` (the facts that must be
among the finding's data) may be given. A bad case may state `fixed`, the text after all its fixes. A case of either
sort may set `options` of the rule and the `path` that the text is read under (`draft.txt` unless it says otherwise).

`pytest` runs files that are called `….cases.yaml`, and the examples in files called `….rules.yaml`, one test each;
`lint-report test` does the same without pytest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lint_report.config.layers import check_keys
from lint_report.config.options import build_options
from lint_report.config.settings import RuleSettings
from lint_report.config.values import Value, read_yaml
from lint_report.documentation import read_documentation
from lint_report.linter import Issue, run_rule
from lint_report.messages import Language, Message, UserError
from lint_report.outline import read_outline
from lint_report.plugins import AnyRule
from lint_report.readers import read_source
from lint_report.reporters.excerpts import display_width, show
from lint_report.rule import Json, Severity
from lint_report.source import Source

__all__ = ["Case", "ExpectedFinding", "apply_fixes", "check_case", "example_cases", "load_cases"]

_KEYS = ("name", "text", "path", "options")
_BAD_KEYS = (*_KEYS, "findings", "fixed")
_FINDING_KEYS = ("line", "column", "message", "marked", "data")


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A finding that a case states.

    Attributes:
        line: Its line in the text, from 1.
        message: A part of its Chinese message.
        column: Its column, from 1; None where the case does not say.
        marked: The words under the mark; None where the case does not say.
        data: Facts that must be among the finding's data.
    """

    line: int
    message: str
    column: int | None = None
    marked: str | None = None
    data: Mapping[str, Json] = field(default_factory=dict[str, Json])


@dataclass(frozen=True, slots=True)
class Case:
    """One text and what the rule must say of it.

    Attributes:
        name: Begins with `bad: ` or `good: `.
        text: The text.
        findings: All findings; None where there must be some, but the case does not say which.
        path: What the text is read as.
        options: Options of the rule.
        fixed: The text after all fixes; None where the case does not say.
        line: Where the case stands in its file; 0 for an example in a rule's documentation.
    """

    name: str
    text: str
    findings: tuple[ExpectedFinding, ...] | None = ()
    path: str = "draft.txt"
    options: Mapping[str, Value] = field(default_factory=dict[str, Value])
    fixed: str | None = None
    line: int = 0


def load_cases(path: Path | str) -> Iterator[Case]:
    """Read a case file.

    Raises:
        UserError: It cannot be read or is not of the form above; the message names file and line.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"无法读取：{error}", f"cannot be read: {error}", path=str(path)) from None
    content = read_yaml(text, str(path)).mapping("cases")
    check_keys(content, ("bad", "good"))
    for verdict, rows in content.items():
        for row in rows.items(verdict):
            yield _case(verdict, row)


def example_cases(rule: AnyRule) -> Iterator[Case]:
    """Give the examples in a rule's documentation as cases."""
    documentation = read_documentation(rule)
    for number, text in enumerate(documentation.bad, start=1):
        yield Case(f"bad: example {number}", text, None)
    for number, text in enumerate(documentation.good, start=1):
        yield Case(f"good: example {number}", text)


def check_case(rule: AnyRule, case: Case, language: Language = "en") -> list[str]:
    """Run a rule over a case.

    Args:
        rule: The rule.
        case: The case.
        language: In which language differences are told.

    Returns:
        Nothing when all is as stated; otherwise the lines of the text that differ with the expected and the found marks
        under them, and what else differs.

    Raises:
        UserError: The case sets an option that the rule does not have.
    """
    source = read_source(case.text.encode(), case.path)
    settings = RuleSettings(rule, Severity.WARNING, build_options(rule, case.options))
    issues = sorted(run_rule(read_outline(source), settings), key=_start)
    if case.findings is None:
        nothing = Message("应有至少一处问题，却没有找到：", "expected a finding, and there is none:").text(language)
        return [] if issues else [nothing, *(f"    {show(line)}" for line in source.text.splitlines())]
    lines = _differences(source, issues, case.findings, language)
    if case.fixed is not None:
        mended = apply_fixes(source.text, issues)
        if mended != case.fixed:
            lines += _fixes_differ(case.fixed, mended, language)
    return lines


def apply_fixes(text: str, issues: Sequence[Issue]) -> str:
    """Give the text with every fix of the issues applied, from the end."""
    edits = sorted((edit for issue in issues if issue.fix for edit in issue.fix.edits), reverse=True)
    for span, replacement in edits:
        text = text[: span.start] + replacement + text[span.end :]
    return text


def _case(verdict: str, row: Value) -> Case:
    entry = row.mapping(verdict)
    check_keys(entry, _BAD_KEYS if verdict == "bad" else _KEYS)
    for key in ("name", "text", "findings") if verdict == "bad" else ("name", "text"):
        if key not in entry or entry[key].content in (None, "", []):
            raise row.error(f"案例缺少 {key}", f"the case lacks {key}")
    findings = tuple(_finding(value) for value in entry["findings"].items("findings")) if verdict == "bad" else ()
    return Case(
        name=f"{verdict}: {entry['name'].text('name')}",
        text=entry["text"].text("text"),
        findings=findings,
        path=entry["path"].text("path") if "path" in entry else "draft.txt",
        options=entry["options"].mapping("options") if "options" in entry else {},
        fixed=entry["fixed"].text("fixed") if "fixed" in entry else None,
        line=row.line or 0,
    )


def _finding(value: Value) -> ExpectedFinding:
    entry = value.mapping("findings")
    check_keys(entry, _FINDING_KEYS)
    for key in ("line", "message"):
        if key not in entry:
            raise value.error(f"findings 的每一项都要有 {key}", f"each item of findings needs {key}")
    data = entry["data"].mapping("data") if "data" in entry else {}
    return ExpectedFinding(
        line=_number(entry["line"], "line"),
        message=entry["message"].text("message"),
        column=_number(entry["column"], "column") if "column" in entry else None,
        marked=entry["marked"].text("marked") if "marked" in entry else None,
        data={key: _plain(item) for key, item in data.items()},
    )


def _number(value: Value, key: str) -> int:
    if not isinstance(value.content, int) or isinstance(value.content, bool):
        raise value.wrong_type(key, int)
    return value.content


def _plain(value: Value) -> Json:
    if isinstance(value.content, list):
        return [_plain(item) for item in value.content]
    if isinstance(value.content, dict):
        return {key: _plain(item) for key, item in value.content.items()}
    return value.content


@dataclass(frozen=True, slots=True)
class _Mark:
    """A finding that was expected or found, as it is shown under its line."""

    sign: str
    line: int
    column: int | None
    words: str
    text: str


def _differences(
    source: Source, issues: Sequence[Issue], expected: Sequence[ExpectedFinding], language: Language
) -> list[str]:
    left = list(issues)
    marks: list[_Mark] = []
    for wanted in expected:
        found = next((issue for issue in left if _agrees(source, issue, wanted)), None)
        if found is None:
            facts = f"  {dict(wanted.data)}" if wanted.data else ""
            words = wanted.marked or ""
            marks.append(_Mark("-", wanted.line, wanted.column, words, f"“{wanted.message}”{facts}"))
        else:
            left.remove(found)
            marks.append(_found_mark("=", source, found))
    marks += [_found_mark("+", source, issue) for issue in left]
    if all(mark.sign == "=" for mark in marks):
        return []
    return _side_by_side(source, marks, language)


def _found_mark(sign: str, source: Source, issue: Issue) -> _Mark:
    facts = f"  {dict(issue.data)}" if issue.data else ""
    return _Mark(sign, issue.start.line, issue.start.column, _marked(source, issue), f"{issue.message.zh}{facts}")


def _side_by_side(source: Source, marks: Sequence[_Mark], language: Language) -> list[str]:
    """Show each line that has marks, with what was expected (-), found (+) or both (=) under it."""
    legend = Message("- 应有而没有，+ 有而不应有，= 相符", "- expected and not found, + found and not expected, = both")
    lines = [legend.text(language)]
    last = source.position(len(source.text)).line
    for line in sorted({mark.line for mark in marks}):
        text = show(source.line_text(line)) if 1 <= line <= last else ""
        lines.append(f"{line:>6} | {text}")
        here = sorted((mark for mark in marks if mark.line == line), key=_by_column)
        lines += [f"     {mark.sign} | {_underline(text, mark)}  {line}:{_column(mark)} {mark.text}" for mark in here]
    return lines


def _underline(text: str, mark: _Mark) -> str:
    start = mark.column - 1 if mark.column else max(text.find(mark.words), 0)
    width = max(display_width(show(mark.words.split("\n", 1)[0])), 1)
    return " " * display_width(text[:start]) + "^" * width


def _by_column(mark: _Mark) -> tuple[int, str]:
    return mark.column or 0, mark.sign


def _column(mark: _Mark) -> str:
    column = "?" if mark.column is None else str(mark.column)
    return f"{column} {show(mark.words)}" if mark.words else column


def _fixes_differ(expected: str, mended: str, language: Language) -> list[str]:
    import difflib

    title = Message("改正之后与 fixed 不同：", "after the fixes the text is not what fixed says:").text(language)
    difference = difflib.unified_diff(expected.splitlines(), mended.splitlines(), "fixed", "found", lineterm="")
    return [title, *difference]


def _agrees(source: Source, issue: Issue, wanted: ExpectedFinding) -> bool:
    return (
        issue.start.line == wanted.line
        and wanted.column in (None, issue.start.column)
        and wanted.marked in (None, _marked(source, issue))
        and wanted.message in issue.message.zh
        and all(issue.data.get(key) == value for key, value in wanted.data.items())
    )


def _marked(source: Source, issue: Issue) -> str:
    return source.text[issue.span.start : issue.span.end]


def _start(issue: Issue) -> tuple[int, int]:
    return issue.span
