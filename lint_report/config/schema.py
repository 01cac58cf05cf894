"""A JSON schema of the configuration, for editors: made from the rules' own options."""

from __future__ import annotations

import dataclasses
import typing
from typing import TYPE_CHECKING

from lint_report.config.layers import FILE_KEYS, LAYER_KEYS, preset_names
from lint_report.document import Kind
from lint_report.documentation import read_documentation
from lint_report.messages import Language, Message
from lint_report.rule import Json, Severity

if TYPE_CHECKING:
    from lint_report.plugins import AnyRule, Registry

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SEVERITY: dict[str, Json] = {"enum": [str(severity) for severity in Severity]}
_TEXT: dict[str, Json] = {"type": "string"}
_TEXTS: dict[str, Json] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_DESCRIPTIONS = {
    "extends": Message(
        "预设的名称，或旁边的配置文件；本文件的设置盖过它们。不写时，每篇报告用它所属种类的预设",
        "presets, or configuration files beside this one; what this file sets wins over them. "
        "Left out, the preset of its kind holds for each report",
    ),
    "kind": Message(
        "每篇报告都当作这一种，不再从文中判断", "every report is taken as one of this kind, whatever its text says"
    ),
    "select": Message("只用这些规则：名称、代码或类别", "the only rules to run: names, codes or families"),
    "ignore": Message("不用这些规则：名称、代码或类别", "rules not to run: names, codes or families"),
    "rules": Message(
        "每条规则的级别，或级别和选项", "for each rule its severity, or a mapping of its severity and options"
    ),
    "allow": Message(
        "任何规则都不报的文字：一列词语，或分写 words、patterns、files",
        "text that no rule may flag: a list of words, or words, patterns and files apart",
    ),
    "lexicon": Message(
        "添进词表的词语；报告的种类、各部分的标题据此判断",
        "words added to the lists by which kinds of report and the headings of parts are told",
    ),
    "encoding": Message(
        "纯文本文件的编码；不写就自动判断", "the encoding of text files; left out, it is told from them"
    ),
    "fail-on": Message("从哪一级起退出状态为 1", "the lowest severity that makes the exit status 1"),
    "exclude": Message(
        "不看文件夹中的这些文件：路径的通配符，相对于本文件，** 可跨文件夹",
        "files in folders to leave out: globs relative to this file, in which ** crosses folders",
    ),
    "overrides": Message(
        "只对一部分文件的设置：paths 说明哪些文件，其余键同上",
        "settings for some of the files: paths says which, the other keys are those of the file",
    ),
    "lang": Message("提示语的语言", "the language of messages"),
    "plugins": Message(
        "更多规则的来处：规则文件（YAML）、文件夹、Python 文件或包；后两种须先信任",
        "where further rules come from: YAML files, folders, Python files or packages; the last two must be trusted",
    ),
    "paths": Message("哪些文件：写法同 exclude", "which files, written as in exclude"),
    "words": Message("词语", "words"),
    "patterns": Message("正则表达式", "regular expressions"),
    "files": Message(
        "词语文件：每行一个，CSV 取第一列", "files of words: one on each line, of a CSV file the first column"
    ),
}


def configuration_schema(registry: Registry, language: Language) -> Json:
    """Give the schema of `.lint-report.yaml`, with every rule that there is and what each option does."""
    layer: dict[str, dict[str, Json]] = {
        "kind": {"enum": [str(kind) for kind in Kind]},
        "select": _TEXTS,
        "ignore": _TEXTS,
        "rules": _rules(registry, language),
        "allow": _allow(language),
        "lexicon": {"type": "object", "additionalProperties": _TEXTS},
        "encoding": _TEXT,
        "fail-on": _SEVERITY,
    }
    override: Json = {
        "type": "object",
        "properties": _described({"paths": _TEXTS, **{key: layer[key] for key in LAYER_KEYS}}, language),
        "required": ["paths"],
        "additionalProperties": False,
    }
    preset: Json = {
        "anyOf": [
            {"enum": list[Json]([*preset_names(), *registry.files.presets])},
            {"type": "string", "pattern": r"\.(ya?ml|toml)$"},
        ]
    }
    properties: dict[str, dict[str, Json]] = {
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
        "properties": _described({key: properties[key] for key in FILE_KEYS}, language),
        "additionalProperties": False,
    }


def _described(properties: dict[str, dict[str, Json]], language: Language) -> dict[str, Json]:
    return {key: {"description": _DESCRIPTIONS[key].text(language), **schema} for key, schema in properties.items()}


def _allow(language: Language) -> dict[str, Json]:
    lists: Json = {
        "type": "object",
        "properties": _described({"words": _TEXTS, "patterns": _TEXTS, "files": _TEXTS}, language),
        "additionalProperties": False,
    }
    return {"anyOf": [_TEXTS, lists]}


def _rules(registry: Registry, language: Language) -> dict[str, Json]:
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
