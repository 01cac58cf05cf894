"""A plugin whose rule never returns."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report import Document, Finding, NoOptions, Rule, hookimpl
from lint_report_troubles.rules import Example


class Hanging(Example):
    __doc__ = Example.__doc__
    name = "hanging-rule"
    code = "T805"

    def check(self, document: Document) -> Iterator[Finding]:
        while document:
            pass
        yield from super().check(document)


@hookimpl
def register_rules() -> list[type[Rule[NoOptions]]]:
    return [Hanging]
