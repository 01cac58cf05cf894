"""From configured values to a rule's options."""

from __future__ import annotations

import os
import typing
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from lint_report.config.layers import nearest
from lint_report.config.values import Value

if TYPE_CHECKING:
    import dataclasses

    from lint_report.plugins import AnyRule

WORD_LIST = "word-list"
_NONE: Mapping[str, str] = MappingProxyType({})


def build_options(rule: AnyRule, values: Mapping[str, Value], word_lists: Mapping[str, str] = _NONE) -> object:
    """Give a rule's options with the configured values in place of the defaults.

    The texts of an option with `path` in its metadata name files, relative to the file that they stand in; where that
    says `word-list`, they may also be names of the word lists of plugins.

    Args:
        rule: The rule.
        values: What is configured.
        word_lists: The paths of the word lists of plugins, by their names.

    Raises:
        UserError: An option is unknown or has a wrong type; the message names file, line and the nearest option.
    """
    if not values:
        return rule.options_type()
    types = typing.get_type_hints(rule.options_type)
    paths = {field.name: field.metadata["path"] for field in _fields(rule) if "path" in field.metadata}
    arguments: dict[str, object] = {}
    for key, value in values.items():
        name = key.replace("-", "_")
        if name not in types:
            known = option_names(rule)
            near = nearest(key, known)
            listed = "、".join(known) or "（无）"
            raise value.error(
                f"规则 {rule.name} 没有选项“{key}”{near.zh}；它的选项：{listed}",
                f"rule {rule.name} has no option {key!r}{near.en}; its options are {', '.join(known) or 'none'}",
            )
        converted = _converted(value, types[name], f"rules.{rule.name}.{key}")
        if name in paths:
            named = word_lists if paths[name] == WORD_LIST else _NONE
            converted = _located(converted, value, named)
        arguments[name] = converted
    try:
        return rule.options_type(**arguments)
    except ValueError as error:
        value = next(iter(values.values()))
        raise value.error(f"规则 {rule.name} 的选项有误：{error}", f"options of rule {rule.name}: {error}") from None


def option_names(rule: AnyRule) -> list[str]:
    """Give the names of a rule's options as the configuration writes them."""
    return [field.name.replace("_", "-") for field in _fields(rule)]


def _fields(rule: AnyRule) -> tuple[dataclasses.Field[object], ...]:
    import dataclasses  # a run without configured options asks for none

    return dataclasses.fields(rule.options_type) if dataclasses.is_dataclass(rule.options_type) else ()


def _located(paths: object, value: Value, named: Mapping[str, str]) -> object:
    """Give paths relative to the folder of the file that they stand in; the command line is in the current folder."""
    folder = os.path.dirname(os.path.abspath(value.path)) if value.line is not None else os.getcwd()
    if isinstance(paths, tuple):
        return tuple(named.get(str(path)) or os.path.join(folder, str(path)) for path in paths)
    return named.get(str(paths)) or os.path.join(folder, str(paths))


def _converted(value: Value, wanted: object, key: str) -> object:
    origin = typing.get_origin(wanted)
    if origin is tuple:
        item = typing.get_args(wanted)[0]
        return tuple(_converted(entry, item, key) for entry in value.items(key))
    if origin is typing.Literal:
        return _chosen(value, [str(choice) for choice in typing.get_args(wanted)], key)
    if wanted is str:
        return value.text(key)
    if wanted is float and isinstance(value.content, int | float) and not isinstance(value.content, bool):
        return float(value.content)
    if wanted in (bool, int) and type(value.content) is wanted:
        return value.content
    raise value.wrong_type(key, wanted if isinstance(wanted, type) and wanted in (bool, int, float) else str)


def _chosen(value: Value, choices: list[str], key: str) -> str:
    text = value.text(key)
    if text not in choices:
        near = nearest(text, choices)
        raise value.error(
            f"{key} 不能是“{text}”{near.zh}；可选：{'、'.join(choices)}",
            f"{key} cannot be {text!r}{near.en}; choices are {', '.join(choices)}",
        )
    return text
