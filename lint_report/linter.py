"""Runs rules over one file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from lint_report.config.settings import FileSettings, RuleSettings, Settings
from lint_report.document import Document, Kind, Report
from lint_report.messages import Message, UserError
from lint_report.outline import read_outline
from lint_report.plugins import Registry
from lint_report.readers import Readers, read_source
from lint_report.records import NamedTuple
from lint_report.rule import Finding, Fix, Json, Severity
from lint_report.source import Position, Source, Span

if TYPE_CHECKING:
    from lint_report.outline.lexicon import Lexicon
    from lint_report.profile import Profile

UNKNOWN_IGNORE = ("unknown-ignore", "L001")
UNUSED_IGNORE = ("unused-ignore", "L002")


class Issue(NamedTuple):
    """A finding with all that the core adds to it.

    Attributes:
        rule: Name of the rule.
        code: Its code.
        severity: As configured for this file and kind of report.
        message: What is wrong and what to do.
        span: Offsets in the source's text.
        start: Line and column of the first character.
        end: Line and column after the last character, on the line of the last character.
        data: The facts, for programs.
        fix: How to mend it.
        known: Why it does not count: a remark in the text silences it (`remark`), or it stands in the baseline
            (`baseline`); empty where it counts.
    """

    rule: str
    code: str
    severity: Severity
    message: Message
    span: Span
    start: Position
    end: Position
    data: Mapping[str, Json]
    fix: Fix | None
    known: str = ""


class FileResult(NamedTuple):
    """What came of one file.

    Attributes:
        path: The file as the user named it.
        source: Its text; None when it could not be read.
        issues: In the order in which they stand.
        errors: What could not be done.
        silenced: Findings that do not count, in the order in which they stand.
        failed: Whether a finding is loud enough for the exit status to say so.
        kind: The kind of report that the user said it is; None where that is told from the text.
        lexicon: The words by which kinds and parts are told, where the user added some.
    """

    path: str
    source: Source | None
    issues: tuple[Issue, ...]
    errors: tuple[UserError, ...]
    silenced: tuple[Issue, ...] = ()
    failed: bool = False
    kind: Kind | None = None
    lexicon: Lexicon | None = None

    def document(self) -> Document | None:
        """Read the outline as the rules saw it; None when the file could not be read."""
        return read_outline(self.source, self.kind, self.lexicon) if self.source else None


RuleWatch: TypeAlias = Callable[[str], bool]
"""Is told the name of each rule before it runs; False leaves the rule out."""


def lint(
    content: bytes,
    path: str,
    settings: FileSettings,
    *,
    unused: bool = False,
    watch: RuleWatch | None = None,
    profile: Profile | None = None,
) -> FileResult:
    """Read one file and run the rules over it.

    A file that cannot be read, and a rule that crashes, are errors of the result; whatever else can be done is done.

    Args:
        content: What the file holds.
        path: What to call it; its ending tells the format.
        settings: What holds for it.
        unused: Whether remarks that silence nothing are findings.
        watch: Is told which rule begins.
        profile: Keeps the time.
    """
    begin = profile.begin if profile else _no_clock
    begin("read")
    try:
        readers = settings.registry.readers if settings.registry else Readers()
        source = read_source(content, path, settings.encoding, readers=readers)
    except UserError as error:
        return FileResult(path, None, (), (error,))
    if not source.text.strip():
        return FileResult(path, source, (), (UserError("文件是空的，没有可检查的内容", "is empty", path=path),))
    begin("outline")
    document = read_outline(source, settings.kind, settings.lexicon)
    begin("rules")
    found, errors = lint_document(document, settings, profile.begin if profile else watch)
    begin("rules")
    if source.directives and settings.registry:
        found = _apply_remarks(source, found, settings.registry, unused=unused)
    issues = tuple(issue for issue in found if not issue.known)
    silenced = tuple(issue for issue in found if issue.known)
    return FileResult(
        path=path,
        source=source,
        issues=issues,
        errors=(*settings.failures, *errors),
        silenced=silenced,
        failed=fails(source, issues, settings.fail_on),
        kind=settings.kind,
        lexicon=settings.lexicon,
    )


def _no_clock(_: str) -> bool:
    return True


def fails(source: Source, issues: Iterable[Issue], fail_on: Severity) -> bool:
    """Tell whether a file's findings are loud enough for the exit status; a notice counts as information."""
    noticed = bool(source.notices) and fail_on.rank <= Severity.INFO.rank
    return noticed or any(issue.severity.rank >= fail_on.rank for issue in issues)


def lint_document(
    document: Document, settings: FileSettings, watch: RuleWatch | None = None
) -> tuple[list[Issue], list[UserError]]:
    """Run the rules over a document; each report is judged by the settings for its kind."""
    issues: list[Issue] = []
    errors: list[UserError] = []
    for rule_settings, scope in _runs(document, settings):
        if watch and not watch(rule_settings.rule.name):
            continue
        try:
            issues += _run_in_scope(document, rule_settings, scope)
        except UserError as error:  # what the rule needs is not there, and the user can mend that
            errors.append(_named(rule_settings, error, document.source.path))
        except (Exception, SystemExit) as error:  # noqa: BLE001  # a crash costs that rule alone, and is said
            errors.append(_crash(rule_settings, error, document.source.path))
    if issues and any(settings.base.allowed):
        from lint_report.allowed import AllowedText

        allowed = AllowedText(document.text, settings.base.allowed)
        issues = [issue for issue in issues if not allowed.holds(issue.span)]
    issues.sort(key=_order)
    return issues, errors


def _run_in_scope(document: Document, settings: RuleSettings, scope: _Scope) -> list[Issue]:
    source = document.source
    issues: list[Issue] = []
    for finding in settings.rule(settings.options).check(document):
        _check_finding(finding, len(source.text))
        if scope.covers(document, finding) and not source.is_skipped(finding.span):
            issues.append(_locate(source, settings, finding))
    return issues


def _check_finding(finding: object, size: int) -> None:
    """Check what a rule yielded, which may be anyone's code.

    Raises:
        TypeError: It is no finding.
        ValueError: It lies outside of the text.
    """
    if not isinstance(finding, Finding):
        raise TypeError(f"yielded {finding!r}, which is no Finding")
    edits = (edit.span for edit in finding.fix.edits) if finding.fix else ()
    for start, end in (finding.span, *finding.places, *edits):
        if not 0 <= start <= end <= size:
            raise ValueError(f"yielded the span {start}-{end} in a text of {size} characters")


class _Scope(NamedTuple):
    """The reports (by their place in the document; -1 for what lies in none) that one run of a rule is for."""

    reports: frozenset[int]
    whole: bool

    def covers(self, document: Document, finding: Finding) -> bool:
        if self.whole:
            return True
        at = bisect_right(document.reports, finding.span.start, key=_report_start) - 1
        inside = at >= 0 and finding.span.start < document.reports[at].span.end
        return (at if inside else -1) in self.reports


def _report_start(report: Report) -> int:
    return report.span.start


def _runs(document: Document, settings: FileSettings) -> Iterator[tuple[RuleSettings, _Scope]]:
    """Yield each rule with the settings that hold for the reports; most often one run for the whole file."""
    by_report: dict[int, Settings] = {-1: settings.base}
    for at, report in enumerate(document.reports):
        by_report[at] = settings.for_kind(report.kind)
    if len(document.reports) == 1:
        by_report[-1] = by_report[0]
    if all(found is by_report[-1] for found in by_report.values()):
        whole = _Scope(frozenset(by_report), whole=True)
        yield from ((rule, whole) for rule in by_report[-1].rules.values())
        return
    names = dict.fromkeys(name for found in by_report.values() for name in found.rules)
    for name in names:
        groups: dict[RuleSettings, set[int]] = {}
        for at, found in by_report.items():
            if name in found.rules:
                groups.setdefault(found.rules[name], set()).add(at)
        for rule, reports in groups.items():
            yield rule, _Scope(frozenset(reports), whole=len(reports) == len(by_report))


def run_rule(document: Document, settings: RuleSettings) -> list[Issue]:
    """Run one rule over a document, whatever the configuration says."""
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


def _apply_remarks(source: Source, issues: Sequence[Issue], registry: Registry, *, unused: bool) -> list[Issue]:
    """Mark what remarks in the text silence, and add what is wrong with the remarks."""
    from lint_report.suppress import read_suppressions, silence  # few drafts hold a remark

    suppressions, complaints = read_suppressions(source, registry)
    silenced, used = silence(suppressions, [(issue.rule, issue.span.start) for issue in issues])
    found = [issue._replace(known="remark") if quiet else issue for issue, quiet in zip(issues, silenced, strict=True)]
    found += [_remark_issue(source, UNKNOWN_IGNORE, complaint.offset, complaint.message) for complaint in complaints]
    if unused:
        idle = (remark for remark in suppressions if remark not in used)
        found += [_remark_issue(source, UNUSED_IGNORE, remark.offset, _UNUSED) for remark in idle]
    return sorted(found, key=_order)


_UNUSED = Message(
    "此处的 lint-report 注记没有压住任何问题，可以删去", "this lint-report remark silences nothing: remove it"
)


def _remark_issue(source: Source, rule: tuple[str, str], offset: int, message: Message) -> Issue:
    name, code = rule
    place = source.position(offset)
    return Issue(name, code, Severity.WARNING, message, Span(offset, offset), place, place, {}, None)


def _order(issue: Issue) -> tuple[int, int, str]:
    return issue.span.start, issue.span.end, issue.code


def _named(settings: RuleSettings, error: UserError, path: str) -> UserError:
    place = error.path if error.line is None else f"{error.path}:{error.line}"
    where = f"{place}: " if error.path else ""
    name = settings.rule.name
    return UserError(f"规则 {name}：{where}{error.message.zh}", f"rule {name}: {where}{error.message.en}", path=path)


def _crash(settings: RuleSettings, error: BaseException, path: str) -> UserError:
    from lint_report.plugin_checks import describe_failure

    cause = describe_failure(error)
    name = settings.rule.name
    return UserError(
        f"规则 {name} 出错：{cause}；其余规则照常检查，请向该规则的作者报告",
        f"rule {name} crashed: {cause}; the other rules ran, please report this to its author",
        path=path,
    )
