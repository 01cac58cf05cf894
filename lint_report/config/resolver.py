"""From layers to settings."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from lint_report.config.configured_rules import ConfiguredRules
from lint_report.config.layers import Layer, file_layers, find_file, nearest, preset_layers, preset_names
from lint_report.config.options import build_options
from lint_report.config.settings import Allowed, FileSettings, RuleSettings, Settings
from lint_report.config.values import Value, from_plain
from lint_report.document import Kind
from lint_report.messages import UserError
from lint_report.records import NamedTuple
from lint_report.rule import Severity

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from lint_report.outline.lexicon import Lexicon
    from lint_report.plugins import Registry

COMMAND_LINE = "command line"


class Merged(NamedTuple):
    """All layers that hold for a file and a kind of report, one on top of the other.

    Attributes:
        single: Keys with one value; the last layer won.
        rules: For each rule what is configured of it, key by key.
        select: Families, codes and names of the only rules to run; None for all.
        ignore: Families, codes and names of rules not to run, of all layers.
        words: Allowed words of all layers.
        patterns: Allowed patterns of all layers.
        lexicon: Words added to the lists by which kinds and parts are told, of all layers.
        plugins: What brings further rules, of all layers.
    """

    single: dict[str, Value]
    rules: dict[str, dict[str, Value]]
    select: Value | None
    ignore: tuple[Value, ...]
    words: tuple[Value, ...]
    patterns: tuple[Value, ...]
    lexicon: dict[str, list[Value]]
    plugins: tuple[Value, ...]


class Resolver:
    """Tells what holds for a file. It keeps what it has read, so that a folder's configuration is read once.

    Args:
        registry: The rules that there are.
        config: The configuration file that the user named; None to look for the nearest of each file.
        preset: The preset that the user named; None to tell it from the kind of each report.
        command_line: What the options of the command line set, as a configuration would say it.
        search: Whether configuration files are looked for at all.
        trust_found: Whether a configuration that was only found may name code, as where the user runs tests.
    """

    def __init__(
        self,
        registry: Registry,
        *,
        config: str | None = None,
        preset: str | None = None,
        command_line: dict[str, object] | None = None,
        search: bool = True,
        trust_found: bool = False,
    ) -> None:
        self._presets = registry.files.presets
        self._rules = ConfiguredRules(registry, trust_found=trust_found)
        self._config = config
        self._preset = from_plain(preset, "--preset") if preset else None
        values = from_plain(command_line or {}, COMMAND_LINE).mapping(COMMAND_LINE)
        self._command_line = Layer(values, os.getcwd())
        self._search = search
        self._file_by_folder: dict[str, str | None] = {}
        self._layers_by_folder: dict[str, list[Layer]] = {}
        self._settings: dict[tuple[int, ...], FileSettings] = {}

    @property
    def everything(self) -> Registry:
        """All rules that were met so far, those that configurations brought included; it grows with the files."""
        return self._rules.everything

    def registry(self, path: str) -> Registry:
        """Give the rules that there are for a file, and what could not be loaded of its configuration's plugins.

        Raises:
            UserError: A configuration is wrong; the message names file and line.
        """
        folder = _folder_of(path)
        return self._rules.registry(self._folder_layers(folder), self._file_of(folder), given=self._config is not None)

    def settings(self, path: str) -> FileSettings:
        """Give what holds for a file.

        Raises:
            UserError: A configuration is wrong; the message names file and line.
        """
        layers = self.layers(path)
        key = tuple(id(layer.values) for layer in layers)
        if key not in self._settings:
            self._settings[key] = self._build(layers, self.registry(path))
        return self._settings[key]

    def check_command_line(self, paths: Sequence[str] = ()) -> None:
        """Check what the user said of this run, before any file is looked at.

        Args:
            paths: What is to be checked; the configurations found there may bring rules that an option names.

        Raises:
            UserError: An option names a rule, preset or file that is not there, or the named file is wrong.
        """
        layers = preset_layers(self._preset, self._presets) if self._preset else []
        layers += file_layers(self._config, self._presets) if self._config else []
        given = self._rules.registry(layers, self._config, given=True)
        self._settings_of(merge([*layers, self._command_line], given), given)
        registries = [given, *self._registries(["-", *paths])]
        for key in ("select", "ignore"):
            for value in self._command_line.values[key].items(key) if key in self._command_line.values else ():
                word = value.text(key)
                if not any(registry.failures or registry.named(word) for registry in registries):
                    raise unknown_rule(value, word, self.everything)

    def layers(self, path: str) -> list[Layer]:
        """Give the layers that hold for a file, the weakest first; presets by kind are not among them."""
        absolute = os.path.abspath(path)
        return [layer for layer in self._folder_layers(_folder_of(path)) if _holds_for(layer, absolute)]

    def merged(self, path: str, kind: Kind | None) -> Merged:
        """Give all that is configured for a file and a kind of report."""
        return merge(self._with_kind(self.layers(path), kind), self.registry(path))

    def excluded(self, path: str) -> bool:
        """Tell whether a configuration excludes a file or folder that was found in a folder."""
        absolute = os.path.abspath(path)
        for layer in self.layers(path):
            if "exclude" in layer.values:
                globs = layer.values["exclude"].texts("exclude")
                if matches(absolute, globs, layer.folder):
                    return True
        return False

    def language(self, path: str) -> str | None:
        """Give the language that a configuration sets."""
        merged = self.merged(path, None)
        value = merged.single.get("lang")
        return choose(value, ["zh", "en"], "lang") if value else None

    def _folder_layers(self, folder: str) -> list[Layer]:
        if folder not in self._layers_by_folder:
            layers = preset_layers(from_plain("default", COMMAND_LINE), self._presets)
            if self._preset:
                layers += preset_layers(self._preset, self._presets)
            file = self._file_of(folder)
            if file:
                layers += self._file(file)
            self._layers_by_folder[folder] = [*layers, self._command_line]
        return self._layers_by_folder[folder]

    def _file_of(self, folder: str) -> str | None:
        if folder not in self._file_by_folder:
            self._file_by_folder[folder] = self._config or (find_file(folder) if self._search else None)
        return self._file_by_folder[folder]

    def _registries(self, paths: Sequence[str]) -> Iterator[Registry]:
        """Yield the rules that there are at some paths; a wrong configuration is said of its files."""
        for path in paths:
            with contextlib.suppress(UserError):
                yield self.registry(os.path.join(path, "-") if os.path.isdir(path) else path)

    def _file(self, path: str) -> list[Layer]:
        if path not in self._layers_by_folder:
            self._layers_by_folder[path] = file_layers(path, self._presets)
        return self._layers_by_folder[path]

    def _with_kind(self, layers: Sequence[Layer], kind: Kind | None) -> list[Layer]:
        """Put the preset of a kind of report under what the user wrote, unless the user chose presets."""
        chosen = any("extends" in layer.values and not layer.preset for layer in layers) or self._preset
        if chosen or kind is None or kind.value not in preset_names():
            return list(layers)
        own = preset_layers(from_plain(kind.value, COMMAND_LINE), self._presets)
        default = [layer for layer in layers if layer.preset]
        return [*default, *own, *(layer for layer in layers if not layer.preset)]

    def _build(self, layers: Sequence[Layer], registry: Registry) -> FileSettings:
        base = merge(layers, registry)
        settings = self._settings_of(base, registry)
        kind = base.single.get("kind")
        encoding = base.single.get("encoding")
        fail_on = base.single.get("fail-on")
        return FileSettings(
            base=settings,
            of_kind=_Kinds(self, layers, settings, registry).settings,
            kind=Kind(choose(kind, [str(known) for known in Kind], "kind")) if kind else None,
            encoding=encoding.text("encoding") if encoding else None,
            lexicon=_lexicon_with(base.lexicon) if base.lexicon else None,
            registry=registry,
            fail_on=severity_of(fail_on, "fail-on") if fail_on else Severity.WARNING,
            failures=self._rules.failures(registry),
        )

    def settings_of_kind(self, layers: Sequence[Layer], kind: Kind, registry: Registry) -> Settings | None:
        """Give what holds for a kind of report where it has a preset of its own."""
        stacked = self._with_kind(layers, kind)
        return self._settings_of(merge(stacked, registry), registry) if len(stacked) > len(layers) else None

    def _settings_of(self, merged: Merged, registry: Registry) -> Settings:
        selected = _chosen(merged.select.items("select"), registry) if merged.select else None
        ignored = _chosen(merged.ignore, registry)
        rules: dict[str, RuleSettings] = {}
        for name, registered in registry.rules.items():
            values = dict(merged.rules.get(name, {}))
            severity = values.pop("severity", None)
            level = severity_of(severity, f"rules.{name}.severity") if severity else registered.rule.severity
            options = build_options(registered.rule, values, registry.files.word_lists)
            if severity is None and level is Severity.OFF and selected is not None and name in selected:
                level = Severity.WARNING
            if level is not Severity.OFF and name not in ignored and (selected is None or name in selected):
                rules[name] = RuleSettings(registered.rule, level, options)
        words = tuple(word.text("allow") for word in merged.words)
        return Settings(rules, Allowed(words, tuple(pattern.text("allow") for pattern in merged.patterns)))


class _Kinds:
    """The settings of kinds of report, made when a report of the kind is met."""

    def __init__(self, resolver: Resolver, layers: Sequence[Layer], base: Settings, registry: Registry) -> None:
        self._resolver = resolver
        self._registry = registry
        self._layers = layers
        self._base = base
        self._known: dict[Kind, Settings] = {}

    def settings(self, kind: Kind) -> Settings:
        if kind not in self._known:
            self._known[kind] = self._resolver.settings_of_kind(self._layers, kind, self._registry) or self._base
        return self._known[kind]


def _chosen(words: Sequence[Value], registry: Registry) -> set[str]:
    """Give the names of the rules that families, codes and names stand for."""
    found: set[str] = set()
    for value in words:
        word = value.text("select")
        names = registry.named(word)
        if not names and not _may_be_elsewhere(value, registry):
            raise unknown_rule(value, word, registry)
        found.update(names)
    return found


def _may_be_elsewhere(value: Value, registry: Registry) -> bool:
    """Tell whether an unknown rule is no slip: a plugin failed (and is named), or another configuration has the rule.

    What the command line names was looked for in all configurations when the run began.
    """
    return bool(registry.failures) or value.path == COMMAND_LINE


def merge(layers: Sequence[Layer], registry: Registry) -> Merged:
    """Put layers one on top of the other, key by key."""
    single: dict[str, Value] = {}
    rules: dict[str, dict[str, Value]] = {}
    select: Value | None = None
    lists: dict[str, list[Value]] = {"ignore": [], "plugins": []}
    words: list[Value] = []
    patterns: list[Value] = []
    lexicon: dict[str, list[Value]] = {}
    for layer in layers:
        for key, value in layer.values.items():
            if key == "rules":
                _merge_rules(rules, value, registry)
            elif key == "select":
                select = value
            elif key in lists:
                lists[key] += value.items(key)
            elif key == "allow":
                _merge_allowed(words, patterns, value, layer.folder)
            elif key == "lexicon":
                for name, additions in value.mapping("lexicon").items():
                    lexicon.setdefault(name, []).extend(additions.items(f"lexicon.{name}"))
            elif key in ("kind", "encoding", "fail-on", "lang"):
                single[key] = value
    ignore, plugins = (tuple(lists[key]) for key in ("ignore", "plugins"))
    return Merged(single, rules, select, ignore, tuple(words), tuple(patterns), lexicon, plugins)


def _lexicon_with(additions: dict[str, list[Value]]) -> Lexicon:
    """Give the shipped words with those that the user added to their lists."""
    from lint_report.outline.lexicon import shipped_lexicon

    lexicon = shipped_lexicon()
    for name, values in additions.items():
        try:
            lexicon = lexicon.merge({name: [value.text(f"lexicon.{name}") for value in values]})
        except ValueError:
            known = lexicon.list_names()
            near = nearest(name, known)
            raise values[0].error(
                f"lexicon 没有词表“{name}”{near.zh}；可用：{'、'.join(known)}",
                f"lexicon has no list {name!r}{near.en}; known are {', '.join(known)}",
            ) from None
    return lexicon


def _merge_rules(rules: dict[str, dict[str, Value]], value: Value, registry: Registry) -> None:
    for word, entry in value.mapping("rules").items():
        registered = registry.find(word)
        if registered is None:
            if _may_be_elsewhere(entry, registry):
                continue
            raise unknown_rule(entry, word, registry)
        known = rules.setdefault(registered.rule.name, {})
        if isinstance(entry.content, dict):
            known.update(entry.content)
        else:
            known["severity"] = entry


def _merge_allowed(words: list[Value], patterns: list[Value], value: Value, folder: str) -> None:
    if not isinstance(value.content, dict):
        words += value.items("allow")
        return
    for key, entry in value.content.items():
        if key == "words":
            words += entry.items("allow.words")
        elif key == "patterns":
            for pattern in entry.items("allow.patterns"):
                _check_pattern(pattern)
                patterns.append(pattern)
        elif key == "files":
            for name in entry.items("allow.files"):
                words += _listed_words(name, folder)
        else:
            raise entry.error(
                f"allow 没有键“{key}”；可用：words、patterns、files",
                f"allow has no key {key!r}; known are words, patterns, files",
            )


def _check_pattern(pattern: Value) -> None:
    from lint_report.pattern_check import check_pattern

    reason = check_pattern(pattern.text("allow.patterns"))
    if reason:
        raise pattern.error(f"allow.patterns：{reason.zh}", f"allow.patterns: {reason.en}")


def _listed_words(name: Value, folder: str) -> list[Value]:
    """Read a list of words: one on each line of a .txt, the first column of a .csv; # begins a remark."""
    import csv

    path = os.path.join(folder, name.text("allow.files"))
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise name.error(f"无法读取词表 {path}：{error}", f"the word list {path} cannot be read: {error}") from None
    lines = text.splitlines()
    rows = [row[0] if row else "" for row in csv.reader(lines)] if path.endswith(".csv") else lines
    found: list[Value] = []
    for line, row in enumerate(rows, start=1):
        word = row.partition("#")[0].strip()
        if word:
            found.append(Value(word, path, line, word))
    return found


def severity_of(value: Value, key: str) -> Severity:
    """Read a severity.

    Raises:
        UserError: It is none.
    """
    return Severity(choose(value, [str(severity) for severity in Severity], key))


def choose(value: Value, choices: list[str], key: str) -> str:
    """Read one of a few words.

    Raises:
        UserError: It is none of them; the message has the nearest.
    """
    text = value.text(key)
    if text not in choices:
        near = nearest(text, choices)
        raise value.error(
            f"{key} 不能是“{text}”{near.zh}；可选：{'、'.join(choices)}",
            f"{key} cannot be {text!r}{near.en}; choices are {', '.join(choices)}",
        )
    return text


def unknown_rule(value: Value, word: str, registry: Registry) -> Exception:
    """Give the error for a rule that there is not."""
    near = nearest(word, list(registry.rules))
    return value.error(
        f"没有名为“{word}”的规则{near.zh}；lint-report rules 列出全部规则",
        f"there is no rule {word!r}{near.en}; `lint-report rules` lists them",
    )


def matches(path: str, globs: Sequence[str], folder: str) -> bool:
    """Tell whether a path is under one of the globs.

    Globs are read as git reads them: relative to a folder where they hold a slash, of any folder where not; `*` stays
    within a folder, `**` crosses folders, and a folder stands for all that it holds.
    """
    if not globs:
        return False
    try:
        relative = os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return False
    return _glob_spec(tuple(globs)).match_file(relative)


@cache
def _glob_spec(globs: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # most runs have no globs

    return GitIgnoreSpec.from_lines(globs)


def _folder_of(path: str) -> str:
    return os.path.dirname(os.path.abspath(path)) if path != "-" else os.getcwd()


def _holds_for(layer: Layer, path: str) -> bool:
    return layer.paths is None or matches(path, layer.paths, layer.folder)
