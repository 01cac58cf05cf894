"""What holds for a file, ready for the linter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lint_report.records import NamedTuple
from lint_report.rule import Severity

if TYPE_CHECKING:
    from lint_report.document import Kind
    from lint_report.messages import UserError
    from lint_report.outline.lexicon import Lexicon
    from lint_report.plugins import AnyRule, Registry


class RuleSettings(NamedTuple):
    """How one rule runs."""

    rule: AnyRule
    severity: Severity
    options: object


class Allowed(NamedTuple):
    """What no rule may flag.

    Attributes:
        words: Names, places, terms.
        patterns: Regular expressions.
    """

    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


class Settings(NamedTuple):
    """What holds for the reports of one kind in a file.

    Attributes:
        rules: The rules that run, by name.
        allowed: What no rule may flag.
    """

    rules: Mapping[str, RuleSettings]
    allowed: Allowed = Allowed()


class FileSettings(NamedTuple):
    """What holds for a file.

    Attributes:
        base: The settings for what lies in no report, and for reports of a kind without a preset of its own.
        of_kind: Gives the settings for reports of a kind; None where every kind has the same.
        kind: The kind of report that the user said it is; None to tell it from the text.
        encoding: The encoding that the user named; None to find out.
        lexicon: The words by which kinds and parts are told, where the user added some; None for the shipped ones.
        registry: The rules that there are, to know the names in remarks of the text; None where remarks do not count.
        fail_on: The severity from which a finding counts for the exit status.
        failures: What the configuration names as plugins and could not be loaded.
    """

    base: Settings
    of_kind: Callable[[Kind], Settings] | None = None
    kind: Kind | None = None
    encoding: str | None = None
    lexicon: Lexicon | None = None
    registry: Registry | None = None
    fail_on: Severity = Severity.WARNING
    failures: tuple[UserError, ...] = ()

    def for_kind(self, kind: Kind | None) -> Settings:
        """Give the settings for a report of this kind, or for what lies in no report."""
        return self.of_kind(kind) if self.of_kind and kind else self.base


def default_settings(registry: Registry) -> FileSettings:
    """Give the settings that hold where nothing is configured: every rule as its author made it."""
    rules = {
        name: RuleSettings(registered.rule, registered.rule.severity, registered.rule.options_type())
        for name, registered in registry.rules.items()
        if registered.rule.severity is not Severity.OFF
    }
    return FileSettings(Settings(rules))
