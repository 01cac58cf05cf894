"""Which rules there are where a configuration names plugins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lint_report.config.layers import Layer
from lint_report.messages import UserError
from lint_report.plugins import Registry

if TYPE_CHECKING:
    from lint_report.plugin_sources import PluginSource


class ConfiguredRules:
    """Loads what configurations name as plugins, once for each configuration.

    Attributes:
        everything: All rules that were met so far, for reports over files of several configurations; it grows.

    Args:
        registry: The rules that there are everywhere.
        trust_found: Whether a configuration that was only found may name code.
    """

    def __init__(self, registry: Registry, *, trust_found: bool) -> None:
        self._base = registry
        self._trust_found = trust_found
        self._by_file: dict[str | None, Registry] = {}
        self.everything = registry._replace(rules=dict(registry.rules))

    def registry(self, layers: Sequence[Layer], file: str | None, *, given: bool) -> Registry:
        """Give the rules that there are for the files of a configuration.

        Args:
            layers: Its layers.
            file: The file that it stands in; None where there is none.
            given: Whether the user named it, so that it may name code.
        """
        if not any("plugins" in layer.values for layer in layers):
            return self._base
        if file not in self._by_file:
            self._by_file[file] = self._load(layers, file, given=given)
            self._note(self._by_file[file])
        return self._by_file[file]

    def failures(self, registry: Registry) -> tuple[UserError, ...]:
        """Give what failed beyond what fails everywhere."""
        return registry.failures[len(self._base.failures) :]

    def _load(self, layers: Sequence[Layer], file: str | None, *, given: bool) -> Registry:
        from lint_report.plugin_sources import find_sources, load_sources  # most runs have no such plugins

        sources, failures = find_sources(layers)
        code = [source for source in sources if source.is_code]
        if code and file and not (given or self._trust_found):
            try:
                trusted = _is_trusted(file, code)
            except UserError as error:
                trusted = False
                failures.append(error)
            if not trusted:
                failures += [_refusal(source, file) for source in code]
                sources = [source for source in sources if not source.is_code]
        return load_sources(self._base, sources, failures)

    def _note(self, registry: Registry) -> None:
        rules = self.everything.rules
        added = {**registry.rules, **rules}
        rules.clear()
        rules.update(sorted(added.items(), key=lambda item: item[1].rule.code))


def _is_trusted(file: str, code: Sequence[PluginSource]) -> bool:
    from lint_report.trust import is_trusted

    return is_trusted(file, code)


def _refusal(source: PluginSource, file: str) -> UserError:
    from lint_report.plugin_sources import shown_path

    shown = shown_path(file)
    return source.value.error(
        f"插件 {source.value.raw} 是程序代码，而这个配置只是在文件夹里找到的，没有加载；"
        f"确认来源可靠后运行 lint-report trust {shown}，或用 --config {shown} 指定它",
        f"the plugin {source.value.raw} is code, and this configuration was only found, so it was not loaded; if you "
        f"know where it comes from, run `lint-report trust {shown}`, or name it with `--config {shown}`",
    )
