"""Runs a rule over its own examples, with which it must agree before it is used."""

from __future__ import annotations

from collections.abc import Sequence

from lint_report.config.values import Value
from lint_report.document import Document, Part
from lint_report.messages import UserError
from lint_report.outline import read_outline
from lint_report.readers import read_source
from lint_report.rule import Edit, Finding, NoOptions, Rule
from lint_report.yaml_rules.rule import Definition


def check_examples(
    rule: type[Rule[object]], definition: Definition, bad: Sequence[Value], good: Sequence[Value]
) -> None:
    """Check that a rule reports its bad examples and leaves its good ones, and that its fixes mend what it reports.

    Raises:
        UserError: An example says otherwise; the message names its line.
    """
    for example in bad:
        text = example.text("bad")
        findings, document = _run(rule, text)
        if not findings:
            raise _not_reported(example, definition, document)
        mended = _mended(text, findings)
        if mended is not None and _run(rule, mended)[0]:
            raise example.error(
                f"规则 {definition.name} 改正 bad 示例之后仍会报告：{mended.strip()!r}",
                f"rule {definition.name} reports its bad example even after its own fix: {mended.strip()!r}",
            )
    for example in good:
        findings, document = _run(rule, example.text("good"))
        if findings:
            span = findings[0].span
            marked = document.text[span.start : span.end]
            raise example.error(
                f"规则 {definition.name} 报告了 good 示例中的“{marked}”：{findings[0].message.zh}",
                f"rule {definition.name} reports {marked!r} in its good example: {findings[0].message.en}",
            )


def _run(rule: type[Rule[object]], text: str) -> tuple[list[Finding], Document]:
    document = read_outline(read_source(text.encode(), "example.txt"))
    return list(rule(NoOptions()).check(document)), document


def _mended(text: str, findings: Sequence[Finding]) -> str | None:
    """Give the text with all fixes; None where a finding has none."""
    edits: list[Edit] = []
    for finding in findings:
        if finding.fix is None:
            return None
        edits += finding.fix.edits
    for span, replacement in sorted(edits, reverse=True):
        text = text[: span.start] + replacement + text[span.end :]
    return text


def _not_reported(example: Value, definition: Definition, document: Document) -> UserError:
    """Give the error for a bad example that is not reported, with how it was read where the scope depends on that."""
    zh = f"规则 {definition.name} 没有报告这个 bad 示例"
    en = f"rule {definition.name} does not report this bad example"
    scope = definition.scope
    if scope.kinds or scope.parts or scope.under:
        kinds = ", ".join(report.kind for report in document.reports)
        parts = ", ".join(
            part for part in Part if any(True for report in document.reports for _ in report.serving(part))
        )
        zh += f"（示例读作 {kinds}，含部分：{parts or '无'}）"
        en += f" (it was read as {kinds} with the parts {parts or 'none'})"
    return example.error(f"{zh}；请改规则或示例", f"{en}: mend the rule or the example")
