"""A JSON schema of the configuration, for editors: made from the rules' own options."""

from __future__ import annotations

import dataclasses
import typing
from typing import TYPE_CHECKING

from lint_report.config.layers import FILE_KEYS, LAYER_KEYS, preset_names
from lint_report.document import Kind
from lint_report.documentation import read_documentation
from lint_report.messages import Language
from lint_report.rule import Json, Severity

if TYPE_CHECKING:
    from lint_report.plugins import AnyRule, Registry

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SEVERITY: Json = {"enum": [str(severity) for severity in Severity]}
_TEXT: Json = {"type": "string"}
_TEXTS: Json = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}


def configuration_schema(registry: Registry, language: Language) -> Json:
    """Give the schema of `.lint-report.yaml`, with every rule that there is and what each option does."""
    layer: dict[str, Json] = {
        "kind": {"enum": [str(kind) for kind in Kind]},
        "select": _TEXTS,
        "ignore": _TEXTS,
        "rules": _rules(registry, language),
        "allow": _allow(),
        "lexicon": {"type": "object", "additionalProperties": _TEXTS},
        "encoding": _TEXT,
        "fail-on": _SEVERITY,
    }
    override: Json = {
        "type": "object",
        "properties": {"paths": _TEXTS, **{key: layer[key] for key in LAYER_KEYS}},
        "required": ["paths"],
        "additionalProperties": False,
    }
    preset: Json = {"anyOf": [{"enum": list[Json](preset_names())}, {"type": "string", "pattern": r"\.(ya?ml|toml)$"}]}
    properties: dict[str, Json] = {
        **layer,
        "extends": {"anyOf": [preset, {"type": "array", "items": preset}]},
        "exclude": _TEXTS,
        "overrides": {"type": "array", "items": override},
        "lang": {"enum": ["zh", "en"]},
        "plugins": _TEXTS,
    }
    return {
        "$schema": _DIALECT,
        "title": "lint-report",
        "type": "object",
        "properties": {key: properties[key] for key in FILE_KEYS},
        "additionalProperties": False,
    }


def _allow() -> Json:
    lists: Json = {
        "type": "object",
        "properties": {"words": _TEXTS, "patterns": _TEXTS, "files": _TEXTS},
        "additionalProperties": False,
    }
    return {"anyOf": [_TEXTS, lists]}


def _rules(registry: Registry, language: Language) -> Json:
    properties: dict[str, Json] = {
        name: _rule(registered.rule, language) for name, registered in registry.rules.items()
    }
    return {"type": "object", "properties": properties}


def _rule(rule: AnyRule, language: Language) -> Json:
    properties: dict[str, Json] = {"severity": _SEVERITY}
    if dataclasses.is_dataclass(rule.options_type):
        types = typing.get_type_hints(rule.options_type)
        defaults = rule.options_type()
        for option in dataclasses.fields(rule.options_type):
            described: dict[str, Json] = {"description": str(option.metadata.get(language, ""))}
            default = getattr(defaults, option.name)
            described["default"] = list(default) if isinstance(default, tuple) else default
            properties[option.name.replace("_", "-")] = {**_type(types[option.name]), **described}
    settings: Json = {"type": "object", "properties": properties, "additionalProperties": False}
    summary = read_documentation(rule).summary.text(language)
    return {"description": f"{rule.code} {summary}", "anyOf": [_SEVERITY, settings]}


def _type(hint: object) -> dict[str, Json]:
    origin = typing.get_origin(hint)
    if origin is tuple:
        item = _type(typing.get_args(hint)[0])
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if origin is typing.Literal:
        return {"enum": list[Json](map(str, typing.get_args(hint)))}
    names = {bool: "boolean", int: "integer", float: "number"}
    return {"type": names.get(hint, "string")} if isinstance(hint, type) else {"type": "string"}
