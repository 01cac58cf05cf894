"""A plugin whose rule raises in mid-document, after a finding."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report import Document, Finding, NoOptions, Rule, hookimpl
from lint_report_troubles.rules import Example


class Crashing(Example):
    __doc__ = Example.__doc__
    name = "crashing-rule"
    code = "T804"

    def check(self, document: Document) -> Iterator[Finding]:
        yield from super().check(document)
        raise ZeroDivisionError("in mid-document")


@hookimpl
def register_rules() -> list[type[Rule[NoOptions]]]:
    return [Crashing]
