"""The reporters that there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from lint_report.messages import Message, UserError
from lint_report.plugin_hooks import ask_plugins, implementations_of
from lint_report.plugins import Registry
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


def reporter_names(registry: Registry) -> list[str]:
    """Give the names of all formats: the built-in ones first, then those of plugins."""
    return [*BUILT_IN, *(reporter.name for reporter in registry.reporters)]


def load_reporter(name: str, registry: Registry) -> type[Reporter]:
    """Give the reporter of a format; of the built-in ones only the one that is asked for is imported.

    Raises:
        KeyError: There is none.
    """
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        found: type[Reporter] = getattr(import_module(f"lint_report.reporters.{module}"), attribute)
        return found
    return {reporter.name: reporter for reporter in registry.reporters}[name]


def load_reporters(
    manager: pluggy.PluginManager, origins: Mapping[str, str]
) -> tuple[tuple[type[Reporter], ...], list[UserError]]:
    """Collect the reporters of plugins.

    Args:
        manager: The plugins.
        origins: For the name of each plugin its package and version.

    Returns:
        The reporters, and one error for each plugin whose reporters had to be left out, with the cause.
    """
    added: list[type[Reporter]] = []

    def take(given: object, _: str) -> None:
        added.extend(_reporters_of(given, {*BUILT_IN, *(reporter.name for reporter in added)}))

    implementations = implementations_of(manager.hook.register_reporters)
    failures = ask_plugins(implementations, origins, Message("输出格式", "reporters"), take)
    return tuple(added), failures


def _reporters_of(given: object, taken: set[str]) -> list[type[Reporter]]:
    reporters: list[type[Reporter]] = []
    for reporter in given if isinstance(given, Iterable) else (given,):
        if not (isinstance(reporter, type) and issubclass(reporter, Reporter)):
            raise TypeError(f"register_reporters gave {reporter!r}, which is no subclass of lint_report.Reporter")
        name = getattr(reporter, "name", None)
        if not isinstance(name, str) or not name or name in taken:
            raise ValueError(f"the name of {reporter.__name__} is {name!r}, which is no text or is taken")
        reporters.append(reporter)
        taken.add(name)
    return reporters
