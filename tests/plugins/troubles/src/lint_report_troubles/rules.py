"""A rule to make others of."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report import Document, Finding, Message, NoOptions, Rule, Span


class Example(Rule[NoOptions]):
    """一个字。 / A character.

    What:
        zh: 甲字。
        en: The character 甲.
    Why:
        zh: 用于测试。
        en: For tests.
    Bad:
        甲。
    Good:
        乙。
    Source:
        A test.
    """

    name = "example-rule"
    code = "T801"

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield the first 甲."""
        at = document.text.find("甲")
        if at >= 0:
            yield Finding(Span(at, at + 1), Message("有甲", "there is a 甲"))
