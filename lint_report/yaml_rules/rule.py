"""The rule that a definition in YAML becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint_report.document import Document
from lint_report.documentation import RuleDocumentation
from lint_report.messages import Message
from lint_report.rule import Finding, Rule, Severity
from lint_report.yaml_rules.check import Check
from lint_report.yaml_rules.fields import fill
from lint_report.yaml_rules.scope import Scope, views


@dataclass(frozen=True, slots=True)
class Definition:
    """A rule as a file defines it.

    Attributes:
        name: In kebab case.
        code: X and what follows.
        severity: How loud it is unless the configuration says otherwise.
        message: What is wrong and what to do; may name facts in braces.
        check: What it looks for.
        scope: Where it looks.
        documentation: What `explain` says.
        line: Where it stands in its file.
    """

    name: str
    code: str
    severity: Severity
    message: Message
    check: Check
    scope: Scope
    documentation: RuleDocumentation
    line: int


def rule_class(definition: Definition) -> type[Rule[object]]:
    """Give the rule class of a definition."""

    class DefinedRule(Rule[object]):
        """Looks for what its definition says."""

        name = definition.name
        code = definition.code
        severity = definition.severity
        documentation = definition.documentation

        def check(self, document: Document) -> Iterator[Finding]:
            """Yield what the definition finds in each report."""
            for view in views(document, definition.scope):
                for hit in definition.check.look(view):
                    message = fill(definition.message, hit.facts)
                    yield Finding(hit.span, message, hit.facts, hit.fix, hit.places)

    return DefinedRule
