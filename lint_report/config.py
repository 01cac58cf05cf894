"""Settings: which rules run, how loud they are, and their options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lint_report.plugins import AnyRule, Registry
from lint_report.rule import Severity


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """How one rule runs."""

    rule: AnyRule
    severity: Severity
    options: object


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a file.

    Attributes:
        rules: The rules that run, by name.
        encoding: The encoding that the user named.
    """

    rules: Mapping[str, RuleSettings]
    encoding: str | None = None


def default_settings(registry: Registry) -> Settings:
    """Give the settings that hold where nothing is configured."""
    return Settings(
        {
            name: RuleSettings(registered.rule, registered.rule.severity, registered.rule.options_type())
            for name, registered in registry.rules.items()
            if registered.rule.severity is not Severity.OFF
        }
    )
