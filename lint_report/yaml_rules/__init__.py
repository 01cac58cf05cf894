"""Rules without code: what to look for is written in YAML, and checked against its own examples before it is used."""

from __future__ import annotations

from lint_report.yaml_rules.reading import Loaded, load_rules

__all__ = ["Loaded", "load_rules"]
