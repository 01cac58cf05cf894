"""A plugin with one rule: towns that were merged away are not named any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lint_report import Document, Finding, Message, Rule, Severity, Span, hookimpl


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule."""

    names: tuple[str, ...] = field(default=("青石镇",), metadata={"zh": "已撤并的乡镇", "en": "towns that are no more"})


class MergedTown(Rule[Options]):
    """已撤并的乡镇。 / A town that was merged away.

    What:
        zh: 已撤并乡镇的名称。
        en: The name of a town that is no more.
    Why:
        zh: 撤并之后的报告不应再出现旧名。
        en: A report written after the merger does not use the old name.
    Bad:
        青石镇今年完成了道路改造。
    Good:
        青山街道今年完成了道路改造。
    Source:
        An example of this project.
    """

    name = "merged-town"
    code = "T901"
    severity = Severity.WARNING
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each place that names such a town."""
        for name in self.options.names:
            at = document.text.find(name)
            while at >= 0:
                message = Message(f"“{name}”已撤并，请改用现名", f"{name!r} was merged away: use the present name")
                yield Finding(Span(at, at + len(name)), message)
                at = document.text.find(name, at + 1)


@hookimpl
def register_rules() -> list[type[Rule[Options]]]:
    """Give the rule."""
    return [MergedTown]
