"""Layers of configuration: a preset, a file, an override in it, the command line; later ones win, key by key."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from lint_report.config.values import Value, from_plain, read_yaml
from lint_report.messages import UserError
from lint_report.records import NamedTuple
from lint_report.resources import shipped_folder
from lint_report.system_errors import cannot_read

FILE_NAMES = (".lint-report.yaml", ".lint-report.yml")
LAYER_KEYS = ("kind", "select", "ignore", "rules", "allow", "lexicon", "encoding", "fail-on")
FILE_KEYS = (*LAYER_KEYS, "extends", "exclude", "overrides", "lang", "plugins")
OVERRIDE_KEYS = (*LAYER_KEYS, "paths")


class Layer(NamedTuple):
    """One layer.

    Attributes:
        values: Its keys, checked to be known ones; their values are not.
        folder: What relative paths and globs in it are relative to.
        preset: Whether it is a shipped preset.
        paths: The globs that it is limited to; None for all files.
    """

    values: dict[str, Value]
    folder: str
    preset: bool = False
    paths: tuple[str, ...] | None = None


def preset_names() -> list[str]:
    """Give the names of the shipped presets."""
    return sorted(name[:-5] for name in os.listdir(shipped_folder()) if name.endswith(".yaml"))


def preset_layers(name: Value, added: Mapping[str, str]) -> list[Layer]:
    """Give the layers of a preset or file that `extends` or `--preset` names.

    Args:
        name: The name of a preset, or the path of a file.
        added: The paths of the presets of plugins, by their names.

    Raises:
        UserError: There is no such preset or file; the message has the nearest name.
    """
    return _named_layers(name, os.getcwd(), (), added)


def file_layers(path: str, added: Mapping[str, str]) -> list[Layer]:
    """Give the layers of a configuration file, those that it extends first.

    Args:
        path: The file.
        added: The paths of the presets of plugins, by their names.

    Raises:
        UserError: It cannot be read, is broken, or has unknown keys; the message names the line.
    """
    return _file_layers(path, (), added)


def find_file(folder: str) -> str | None:
    """Give the configuration file that holds for a folder: the nearest one upwards."""
    while True:
        for name in FILE_NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return path
        project = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(project) and _has_table(project):
            return project
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent


def _has_table(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return b"[tool.lint-report" in file.read()
    except OSError:
        return False


def _file_layers(path: str, within: tuple[str, ...], added: Mapping[str, str]) -> list[Layer]:
    if path in within:
        raise UserError("extends 绕成了圈", "extends runs in a circle", path=path)
    content = _read(path)
    folder = os.path.dirname(os.path.abspath(path))
    check_keys(content, FILE_KEYS)
    layers: list[Layer] = []
    if "extends" in content:
        for name in content["extends"].items("extends"):
            layers.extend(_named_layers(name, folder, (*within, path), added))
    preset = os.path.dirname(path) == shipped_folder()
    layers.append(Layer(content, folder, preset))
    if "overrides" in content:
        layers.extend(_override(override, folder) for override in content["overrides"].items("overrides"))
    return layers


def _override(value: Value, folder: str) -> Layer:
    entries = value.mapping("overrides")
    check_keys(entries, OVERRIDE_KEYS)
    if "paths" not in entries:
        raise value.error("overrides 的每一项都要有 paths", "each item of overrides needs paths")
    values = {key: item for key, item in entries.items() if key != "paths"}
    return Layer(values, folder, paths=entries["paths"].texts("paths"))


def _named_layers(name: Value, folder: str, within: tuple[str, ...], added: Mapping[str, str]) -> list[Layer]:
    text = name.text("extends")
    if text in preset_names():
        return _file_layers(os.path.join(shipped_folder(), f"{text}.yaml"), within, added)
    if text in added:
        return _file_layers(added[text], within, added)
    path = os.path.join(folder, text)
    if text.endswith((".yaml", ".yml", ".toml")) and os.path.isfile(path):
        return _file_layers(path, within, added)
    known = [*preset_names(), *added]
    near = nearest(text, known)
    raise name.error(
        f"没有名为“{text}”的预设或文件{near.zh}；现有预设：{'、'.join(known)}",
        f"there is no preset or file {text!r}{near.en}; presets are {', '.join(known)}",
    )


def _read(path: str) -> dict[str, Value]:
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except OSError as error:
        raise cannot_read(path, error) from None
    except UnicodeDecodeError:
        raise UserError("配置文件须为 UTF-8 编码", "a configuration must be UTF-8", path=path) from None
    if not path.endswith(".toml"):
        return read_yaml(text, path).mapping("configuration")
    import tomllib

    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"TOML 写法有误：{error}", f"broken TOML: {error}", path=path) from None
    return from_plain(content.get("tool", {}).get("lint-report", {}), path).mapping("tool.lint-report")


class Suggestion(NamedTuple):
    """The end of a message about an unknown word: the word that may have been meant, or nothing."""

    zh: str
    en: str


def nearest(word: str, known: Iterable[str]) -> Suggestion:
    """Give the suggestion for an unknown word."""
    from difflib import get_close_matches  # only a slip needs it

    found = get_close_matches(word, list(known), n=1)
    return Suggestion(f"，是否指“{found[0]}”", f" (did you mean {found[0]!r}?)") if found else Suggestion("", "")


def check_keys(entries: dict[str, Value], known: tuple[str, ...]) -> None:
    """Check that all keys are known.

    Raises:
        UserError: One is not; the message has the nearest known one and the line.
    """
    for key, value in entries.items():
        if key not in known:
            near = nearest(key, known)
            raise value.error(
                f"未知的键“{key}”{near.zh}；可用：{'、'.join(known)}",
                f"unknown key {key!r}{near.en}; known are {', '.join(known)}",
            )
