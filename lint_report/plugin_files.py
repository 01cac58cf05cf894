"""Data that plugins bring as files: presets and word lists, each under a name."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from lint_report.messages import Message, UserError
from lint_report.patterns import Pattern
from lint_report.plugin_hooks import Implementation, ask_plugins, implementations_of
from lint_report.records import NamedTuple

if TYPE_CHECKING:
    import pluggy

PluginPath: TypeAlias = "str | os.PathLike[str]"
_NAME = Pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PRESET_ENDINGS = (".yaml", ".yml")
_LIST_ENDINGS = (".csv", *_PRESET_ENDINGS)
_NONE: Mapping[str, str] = MappingProxyType({})


class PluginFiles(NamedTuple):
    """The files of all plugins, as absolute paths by their names.

    Attributes:
        presets: What `extends` and `--preset` may name beside the presets that are shipped.
        word_lists: What an option that takes word lists may name beside paths.
    """

    presets: Mapping[str, str] = _NONE
    word_lists: Mapping[str, str] = _NONE


def load_files(manager: pluggy.PluginManager, origins: Mapping[str, str]) -> tuple[PluginFiles, list[UserError]]:
    """Collect the presets and word lists of plugins.

    Args:
        manager: The plugins.
        origins: For the name of each plugin its package and version.

    Returns:
        The files, and one error for each plugin or name that had to be left out, with the cause.
    """
    presets: dict[str, str] = {}
    failures: list[UserError] = []
    implementations = implementations_of(manager.hook.register_presets)
    if implementations:
        from lint_report.config.layers import preset_names  # most runs have no plugin

        collector = _Collector(Message("预设", "presets"), _PRESET_ENDINGS, preset_names())
        presets, failures = collector.collect(implementations, origins)
    collector = _Collector(Message("词表", "word lists"), _LIST_ENDINGS)
    word_lists, unread = collector.collect(implementations_of(manager.hook.register_word_lists), origins)
    return PluginFiles(presets, word_lists), [*failures, *unread]


class _Collector(NamedTuple):
    """Collects files by name.

    Attributes:
        what: What they are, in the plural.
        endings: What the paths must end in.
        shipped: The names that lint-report has itself.
    """

    what: Message
    endings: tuple[str, ...]
    shipped: Sequence[str] = ()

    def collect(
        self, implementations: Iterable[Implementation], origins: Mapping[str, str]
    ) -> tuple[dict[str, str], list[UserError]]:
        """Give the files, and one error for each plugin or name that had to be left out."""
        found: dict[str, str] = {}
        owners = dict.fromkeys(self.shipped, "lint-report")
        clashes: list[UserError] = []

        def take(given: object, origin: str) -> None:
            for name, path in _files_of(given, self.endings):
                if name in owners:
                    clashes.append(_clash(self.what, name, origin, owners[name]))
                else:
                    found[name], owners[name] = path, origin

        failures = ask_plugins(implementations, origins, self.what, take)
        return found, [*failures, *clashes]


def _files_of(given: object, endings: tuple[str, ...]) -> list[tuple[str, str]]:
    if not isinstance(given, Mapping):
        raise TypeError(f"gave {given!r}, which is no mapping")
    return [(name, _path(name, path, endings)) for name, path in given.items()]


def _path(name: object, path: object, endings: tuple[str, ...]) -> str:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise ValueError(f"the name {name!r} must match {_NAME.source}")
    if not isinstance(path, str | os.PathLike):
        raise TypeError(f"{name} is {path!r} and no path")
    if not os.fspath(path).endswith(endings):
        raise ValueError(f"{name} is {os.fspath(path)!r}, which does not end in {' or '.join(endings)}")
    if not os.path.isfile(path):
        raise FileNotFoundError(f"{name} is {os.fspath(path)!r}, which is not there")
    return os.path.abspath(path)


def _clash(what: Message, name: str, origin: str, owner: str) -> UserError:
    return UserError(
        f"{what.zh}：{origin} 的“{name}”与 {owner} 的同名，前者未启用；请改用别的名称",
        f"{what.en}: {name!r} of {origin} has the name of one of {owner} and was left out; give it another name",
    )
