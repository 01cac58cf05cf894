"""Runs rules over one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lint_report.config import RuleSettings, Settings
from lint_report.document import Document
from lint_report.messages import Message, UserError
from lint_report.outline import read_outline
from lint_report.readers import read_source
from lint_report.rule import Finding, Fix, Json, Severity
from lint_report.source import Position, Source, Span


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding with all that the core adds to it."""

    rule: str
    code: str
    severity: Severity
    message: Message
    span: Span
    start: Position
    end: Position
    data: Mapping[str, Json]
    fix: Fix | None


@dataclass(frozen=True, slots=True)
class FileResult:
    """What came of one file.

    Attributes:
        path: The file as the user named it.
        source: Its text; None when it could not be read.
        issues: In the order in which they stand.
        errors: What could not be done.
    """

    path: str
    source: Source | None
    issues: tuple[Issue, ...]
    errors: tuple[UserError, ...]


def lint(content: bytes, path: str, settings: Settings) -> FileResult:
    """Read one file and run the rules over it."""
    try:
        source = read_source(content, path, settings.encoding)
    except UserError as error:
        return FileResult(path, None, (), (error,))
    document = read_outline(source)
    issues: list[Issue] = []
    errors: list[UserError] = []
    for rule_settings in settings.rules.values():
        try:
            issues.extend(run_rule(document, rule_settings))
        except Exception as error:  # noqa: BLE001  # a crash in one rule costs that rule alone, and is said
            errors.append(_crash(rule_settings, error, path))
    issues.sort(key=_order)
    return FileResult(path, source, tuple(issues), tuple(errors))


def run_rule(document: Document, settings: RuleSettings) -> list[Issue]:
    """Run one rule over a document."""
    rule = settings.rule(settings.options)
    return [_locate(document.source, settings, finding) for finding in rule.check(document)]


def _locate(source: Source, settings: RuleSettings, finding: Finding) -> Issue:
    data = dict(finding.data)
    if finding.places:
        places: list[Json] = [list(source.position(place.start)) for place in finding.places]
        data["places"] = places
    return Issue(
        rule=settings.rule.name,
        code=settings.rule.code,
        severity=settings.severity,
        message=finding.message,
        span=finding.span,
        start=source.position(finding.span.start),
        end=source.end_position(finding.span),
        data=data,
        fix=finding.fix,
    )


def _order(issue: Issue) -> tuple[int, int, str]:
    return issue.span.start, issue.span.end, issue.code


def _crash(settings: RuleSettings, error: Exception, path: str) -> UserError:
    cause = f"{type(error).__name__}: {error}"
    name = settings.rule.name
    return UserError(
        f"规则 {name} 出错：{cause}；其余规则照常检查，请向该规则的作者报告",
        f"rule {name} crashed: {cause}; the other rules ran, please report this to its author",
        path=path,
    )
