"""What a configuration names as plugins: YAML files of rules, folders of them, Python files, installed packages.

Rules in YAML are data and are always loaded. Python files and packages are code: what names them must be trusted.
"""

from __future__ import annotations

import enum
import hashlib
import importlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING

from lint_report.config.values import Value
from lint_report.messages import UserError
from lint_report.plugin_checks import describe_failure, rules_of_module
from lint_report.plugins import AnyRule, RegisteredRule, Registry
from lint_report.time_limit import import_limit

if TYPE_CHECKING:
    from lint_report.config.layers import Layer

YAML_ENDINGS = (".yaml", ".yml")
CASE_ENDINGS = (".cases.yaml", ".cases.yml")
_MODULE = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")
_HOOKS_OF_PACKAGES = ("register_readers", "register_reporters", "register_presets", "register_word_lists")


class SourceKind(enum.StrEnum):
    """What a source of rules is."""

    YAML = "yaml"
    PYTHON = "python"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class PluginSource:
    """Something that brings rules.

    Attributes:
        kind: What it is.
        target: Its absolute path, or the name of the package.
        value: Where a configuration names it.
    """

    kind: SourceKind
    target: str
    value: Value

    @property
    def is_code(self) -> bool:
        """Tell whether loading it runs code."""
        return self.kind is not SourceKind.YAML


def find_sources(layers: Iterable[Layer]) -> tuple[list[PluginSource], list[UserError]]:
    """Give what the key `plugins` of some layers names, and what is wrong with it."""
    found: list[PluginSource] = []
    failures: list[UserError] = []
    for layer in layers:
        for value in layer.values["plugins"].items("plugins") if "plugins" in layer.values else ():
            try:
                found += _sources(value, layer.folder)
            except UserError as error:
                failures.append(error)
    return list(dict.fromkeys(found)), failures


def load_sources(registry: Registry, sources: Iterable[PluginSource], failures: Iterable[UserError]) -> Registry:
    """Give a registry with the rules of further sources; each that fails is named, and the others are loaded."""
    rules: list[RegisteredRule] = []
    failed = list(failures)
    for source in sources:
        if source.kind is SourceKind.YAML:
            from lint_report.yaml_rules import load_rules  # most runs have no such rules

            path = shown_path(source.target)
            loaded = load_rules(path)
            rules += [RegisteredRule(defined.rule, f"{path}:{defined.line}") for defined in loaded.rules]
            failed += loaded.failures
            continue
        try:
            rules += _rules_of_code(source)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # whatever it raises is named, and the run goes on
            failed.append(_failure(source, error))
    return registry.extended(rules, failed)


def load_file(path: str) -> list[AnyRule]:
    """Run a Python file and give the rules that it defines.

    Raises:
        Exception: Whatever the file raises, or what is wrong with its rules.
    """
    return _rules_of_module(_run_file(path))


def fingerprint(sources: Sequence[PluginSource]) -> str:
    """Give a digest of all code that some sources would run: names of packages, paths and contents of files."""
    digest = hashlib.sha256()
    for source in sorted(sources, key=lambda source: (source.kind, source.target)):
        digest.update(f"{source.kind}\0{source.target}\0".encode())
        if source.kind is SourceKind.PYTHON:
            try:
                with open(source.target, "rb") as file:
                    digest.update(hashlib.sha256(file.read()).digest())
            except OSError:
                digest.update(b"unreadable")
    return digest.hexdigest()


def shown_path(path: str) -> str:
    """Give a path as the user is shown it: relative where it lies in the current folder."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        return path
    return path if relative.startswith(os.pardir) else relative


def _sources(value: Value, folder: str) -> Iterator[PluginSource]:
    text = value.text("plugins")
    path = os.path.normpath(os.path.join(folder, text))
    if text.endswith((*YAML_ENDINGS, ".py")) and os.path.isfile(path):
        kind = SourceKind.PYTHON if text.endswith(".py") else SourceKind.YAML
        yield PluginSource(kind, path, value)
    elif os.path.isdir(path):
        names = sorted(
            name
            for name in os.listdir(path)
            if name.endswith(YAML_ENDINGS) and not name.endswith(CASE_ENDINGS) and not name.startswith(".")
        )
        if not names:
            raise value.error(
                f"plugins 中的文件夹 {text} 里没有 YAML 规则文件", f"the folder {text} of plugins holds no YAML file"
            )
        yield from (PluginSource(SourceKind.YAML, os.path.join(path, name), value) for name in names)
    elif _MODULE.fullmatch(text) and not text.endswith((".py", ".yaml", ".yml")):
        yield PluginSource(SourceKind.PACKAGE, text, value)
    else:
        raise value.error(
            f"plugins 中的 {text} 找不到；可写 YAML 规则文件、放规则文件的文件夹、Python 文件或已安装的包名",
            f"plugins names {text}, which is not there; name YAML files of rules, folders of them, Python files or "
            "installed packages",
        )


def _rules_of_code(source: PluginSource) -> list[RegisteredRule]:
    if source.kind is SourceKind.PACKAGE:
        return [RegisteredRule(rule, source.target) for rule in _rules_of_package(source.target)]
    return [RegisteredRule(rule, shown_path(source.target)) for rule in load_file(source.target)]


def _rules_of_package(name: str) -> list[AnyRule]:
    with import_limit():
        module = importlib.import_module(name)
    return _rules_of_module(module)


def _rules_of_module(module: ModuleType) -> list[AnyRule]:
    hook = next((hook for hook in _HOOKS_OF_PACKAGES if hasattr(module, hook)), None)
    if hook:
        raise TypeError(f"{hook} works only in an installed package with an entry point")
    return rules_of_module(module)


def _run_file(path: str) -> ModuleType:
    """Run a Python file as a module of its own; a file that two configurations name is run once."""
    with open(path, "rb") as file:
        digest = hashlib.sha256(path.encode() + b"\0" + file.read()).hexdigest()
    name = f"lint_report_file_{digest[:16]}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # data classes look their module up while it is run
    try:
        with import_limit():
            spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _failure(source: PluginSource, error: BaseException) -> UserError:
    cause = describe_failure(error)
    name = source.target if source.kind is SourceKind.PACKAGE else shown_path(source.target)
    return source.value.error(f"插件 {name} 无法加载：{cause}", f"plugin {name} could not be loaded: {cause}")
