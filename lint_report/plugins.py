"""The plugin manager: built-in rules by import, everyone else's by entry point."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from lint_report import hookspecs
from lint_report.messages import Message, UserError
from lint_report.plugin_files import PluginFiles, load_files
from lint_report.plugin_hooks import Implementation, ask_plugins, implementations_of
from lint_report.readers import Readers, load_readers
from lint_report.records import NamedTuple
from lint_report.rule import Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    import pluggy

    from lint_report.reporters import Reporter

BUILT_IN = "lint-report"
AnyRule: TypeAlias = type[Rule[object]]


class RegisteredRule(NamedTuple):
    """A rule and where it came from: `lint-report`, the name and version of a package, or a file and line."""

    rule: AnyRule
    origin: str


class Registry(NamedTuple):
    """All that plugins brought.

    Attributes:
        rules: By name, in the order of their codes.
        failures: One error for each plugin that could not be loaded, or whose rule had to be left out.
        readers: The readers of file formats.
        reporters: The reporters of plugins.
        files: The presets and word lists of plugins.
    """

    rules: dict[str, RegisteredRule]
    failures: tuple[UserError, ...]
    readers: Readers
    reporters: tuple[type[Reporter], ...] = ()
    files: PluginFiles = PluginFiles()

    def find(self, word: str) -> RegisteredRule | None:
        """Give the rule that has this name, code or alias."""
        found = self.rules.get(word)
        if found is None:
            for registered in self.rules.values():
                if word.upper() == registered.rule.code or word in registered.rule.aliases:
                    return registered
        return found

    def named(self, word: str) -> list[str]:
        """Give the names of the rules that a name, code, alias, family (the start of codes) or `all` stands for."""
        return [name for name, registered in self.rules.items() if _is_called(registered.rule, word)]

    def nearest(self, word: str) -> str | None:
        """Give the name of a rule that the word may be a slip of."""
        from difflib import get_close_matches  # only a slip needs it

        names = get_close_matches(word, list(self.rules), n=1)
        return names[0] if names else None

    def extended(self, rules: Iterable[RegisteredRule], failures: Iterable[UserError]) -> Registry:
        """Give a registry with further rules and failures; a rule whose name or code is taken becomes a failure."""
        found = dict(self.rules)
        failed = [*self.failures, *failures]
        _add(found, failed, rules)
        return self._replace(rules=_sorted(found), failures=tuple(failed))


def _is_called(rule: AnyRule, word: str) -> bool:
    if word in (rule.name, "all") or word in rule.aliases:
        return True
    upper = word.upper()
    return upper[:1].isalpha() and rule.code.startswith(upper)


def load_registry(*, entry_points: bool = True) -> Registry:
    """Load the built-in rules and, unless told otherwise, the plugins of installed packages.

    A plugin that cannot be loaded is named with its cause in `failures`; all others are loaded.
    """
    import lint_report_rules  # the core knows its built-in rules only here, as one plugin

    failures: list[UserError] = []
    origins = {BUILT_IN: BUILT_IN}
    if not (entry_points and _any_entry_point()):  # one plugin needs no pluggy, which takes long to import
        built_in = Implementation(BUILT_IN, lint_report_rules.register_rules)
        rules = _collect_rules([built_in], origins, failures)
        return Registry(rules, tuple(failures), Readers())
    manager = hookspecs.make_manager()
    manager.register(lint_report_rules, BUILT_IN)
    _load_entry_points(manager, origins, failures)
    rules = _collect_rules(implementations_of(manager.hook.register_rules), origins, failures)
    readers, unread = load_readers(manager, origins)
    reporters, unwritten = _load_reporters(manager, origins)
    files, unusable = load_files(manager, origins)
    return Registry(rules, (*failures, *unread, *unwritten, *unusable), readers, reporters, files)


def _load_reporters(
    manager: pluggy.PluginManager, origins: Mapping[str, str]
) -> tuple[tuple[type[Reporter], ...], list[UserError]]:
    if not manager.hook.register_reporters.get_hookimpls():
        return (), []
    from lint_report.reporters.registry import load_reporters  # it builds on this module

    return load_reporters(manager, origins)


def _load_entry_points(manager: pluggy.PluginManager, origins: dict[str, str], failures: list[UserError]) -> None:
    import importlib.metadata  # costs as much as the rest of the start; most runs have no plugin

    for point in importlib.metadata.entry_points(group=hookspecs.PROJECT):
        origin = f"{point.dist.name} {point.dist.version}" if point.dist else point.value
        try:
            _load_entry_point(manager, point, origins)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever it raises is named, and the run goes on
            from lint_report.plugin_checks import describe_failure

            cause = describe_failure(error)
            if point.name not in origins and manager.has_plugin(point.name):
                manager.unregister(name=point.name)
            failures.append(
                UserError(
                    f"插件 {point.name}（{origin}）无法加载：{cause}",
                    f"plugin {point.name} ({origin}) could not be loaded: {cause}",
                )
            )
        else:
            origins[point.name] = origin


def _load_entry_point(manager: pluggy.PluginManager, point: EntryPoint, origins: Mapping[str, str]) -> None:
    from lint_report.plugin_checks import check_api
    from lint_report.time_limit import import_limit

    if point.name in origins:
        raise ValueError(f"{origins[point.name]} has an entry point of this name too")
    with import_limit():
        plugin = point.load()
    check_api(plugin)
    manager.register(plugin, point.name)
    manager.check_pending()


def _collect_rules(
    implementations: Iterable[Implementation], origins: Mapping[str, str], failures: list[UserError]
) -> dict[str, RegisteredRule]:
    """Ask each plugin for its rules."""
    found: dict[str, RegisteredRule] = {}

    def take(given: object, origin: str) -> None:
        rules = listed_rules(given)
        if origin != BUILT_IN:
            from lint_report.plugin_checks import check_rules

            check_rules(rules)
        _add(found, failures, (RegisteredRule(rule, origin) for rule in rules))

    failures += ask_plugins(implementations, origins, Message("规则", "rules"), take)
    return _sorted(found)


def listed_rules(given: object) -> list[AnyRule]:
    """Give what a hook gave as a list.

    Raises:
        TypeError: Something in it is no rule.
    """
    rules: list[AnyRule] = []
    for rule in given if isinstance(given, Iterable) else (given,):
        if not (isinstance(rule, type) and issubclass(rule, Rule)):
            raise TypeError(f"register_rules gave {rule!r}, which is no subclass of lint_report.Rule")
        rules.append(rule)
    return rules


def _add(found: dict[str, RegisteredRule], failures: list[UserError], rules: Iterable[RegisteredRule]) -> None:
    """Add rules; one whose name or code is taken is left out and named, with the one that has it."""
    codes = {registered.rule.code: registered for registered in found.values()}
    for registered in rules:
        other = found.get(registered.rule.name) or codes.get(registered.rule.code)
        if other is not None:
            failures.append(_clash(registered, other))
            continue
        found[registered.rule.name] = codes[registered.rule.code] = registered


def _sorted(rules: dict[str, RegisteredRule]) -> dict[str, RegisteredRule]:
    return dict(sorted(rules.items(), key=lambda item: item[1].rule.code))


def _clash(registered: RegisteredRule, other: RegisteredRule) -> UserError:
    here = f"{registered.rule.code} {registered.rule.name} ({registered.origin})"
    there = f"{other.rule.code} {other.rule.name} ({other.origin})"
    return UserError(
        f"规则 {here} 与 {there} 的名称或代码相同，前者未启用；请改用别的名称和代码",
        f"rule {here} has the name or code of {there} and was left out; give it another name and code",
    )


def _any_entry_point() -> bool:
    """Tell cheaply whether any installed package may have a plugin for us.

    Reading all metadata with importlib.metadata takes longer than linting a short report, so the entry point files
    are looked through for our group first. Where the search path holds something else than folders, they are asked.
    """
    wanted = f"[{hookspecs.PROJECT}]".encode()
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or ".")
        except NotADirectoryError:
            if not folder.endswith(".zip") or os.path.exists(folder):
                return True
            continue
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                try:
                    with open(os.path.join(folder, name, "entry_points.txt"), "rb") as file:
                        if wanted in file.read():
                            return True
                except OSError:
                    continue
    return False
