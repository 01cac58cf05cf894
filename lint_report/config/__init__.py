"""Settings: which rules run, how loud they are, and their options; read from presets, files and the command line."""

from __future__ import annotations

from lint_report.config.resolver import Resolver
from lint_report.config.settings import FileSettings, RuleSettings, Settings, default_settings

__all__ = ["FileSettings", "Resolver", "RuleSettings", "Settings", "default_settings"]
