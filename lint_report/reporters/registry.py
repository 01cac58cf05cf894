"""The reporters that there are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from lint_report.reporters import Reporter

if TYPE_CHECKING:
    import pluggy

BUILT_IN = {
    "text": "text:TextReporter",
    "concise": "concise:ConciseReporter",
    "json": "json:JsonReporter",
    "jsonl": "jsonl:JsonLinesReporter",
    "sarif": "sarif:SarifReporter",
    "github": "github:GithubReporter",
    "gitlab": "gitlab:GitlabReporter",
    "junit": "junit:JunitReporter",
    "checkstyle": "checkstyle:CheckstyleReporter",
    "rdjson": "rdjson:RdjsonReporter",
    "markdown": "markdown:MarkdownReporter",
    "html": "html:HtmlReporter",
}


def reporter_names(manager: pluggy.PluginManager | None) -> list[str]:
    """Give the names of all formats: the built-in ones first, then those of plugins."""
    return [*BUILT_IN, *(reporter.name for reporter in _of_plugins(manager))]


def load_reporter(name: str, manager: pluggy.PluginManager | None) -> type[Reporter]:
    """Give the reporter of a format; only the one that is asked for is imported.

    Raises:
        KeyError: There is none.
    """
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        found: type[Reporter] = getattr(import_module(f"lint_report.reporters.{module}"), attribute)
        return found
    return {reporter.name: reporter for reporter in _of_plugins(manager)}[name]


def _of_plugins(manager: pluggy.PluginManager | None) -> list[type[Reporter]]:
    return [] if manager is None else [reporter for given in manager.hook.register_reporters() for reporter in given]
