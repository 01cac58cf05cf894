"""The pytest plugin: runs `….cases.yaml` and the examples in `….rules.yaml`, one test for each case.

It is loaded by every run of pytest where lint-report is installed, so it imports nothing until such a file is met, and
it leaves files of these names alone that are somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from lint_report.rule_tests import RuleTest, RuleTests

_CASES = re.compile(rb"^(?:bad|good)[ ]*:", re.MULTILINE)
_RULES = re.compile(rb"^rules[ ]*:", re.MULTILINE)
_EXAMPLES = re.compile(rb"^[ -]+(?:bad|good)[ ]*:", re.MULTILINE)
_ENDINGS = (".yaml", ".yml")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a file of cases or rules."""
    if file_path.suffix not in _ENDINGS or not _is_ours(file_path):
        return None
    file: RuleTestFile = RuleTestFile.from_parent(parent, path=file_path)
    return file


def _is_ours(path: Path) -> bool:
    stem = Path(path.stem).suffix
    if stem not in (".cases", ".rules"):
        return False
    try:
        content = path.read_bytes()
    except OSError:
        return False
    if stem == ".cases":
        return _CASES.search(content) is not None
    return _RULES.search(content) is not None and _EXAMPLES.search(content) is not None


class RuleTestFile(pytest.File):
    """A file of cases or rules."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield one item for each case or example, and one for each rule that does not load."""
        from lint_report.language import language_of_locale

        found = _rule_tests(self.config).find(str(self.path))
        if found.errors and not found.tests:
            raise self.CollectError("\n".join(error.text(language_of_locale()) for error in found.errors))
        for test in found.tests:
            yield RuleTestItem.from_parent(self, name=test.name, test=test)
        for error in found.errors:
            yield UnloadedRule.from_parent(
                self, name=f"line {error.line or '?'}", message=error.text(language_of_locale())
            )


class RuleTestItem(pytest.Item):
    """One case or example."""

    def __init__(self, *, test: RuleTest, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]  # pytest passes name and parent
        self._test = test

    def runtest(self) -> None:
        """Run the rule over the text; show expected and found marks where they differ."""
        from lint_report.language import language_of_locale

        differences = self._test.run(language_of_locale())
        if differences:
            place = f"{self._test.path}:{self._test.line or 1}: {self._test.name}"
            pytest.fail("\n".join([place, *differences]), pytrace=False)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Give file, line and name."""
        return self.path, max(self._test.line - 1, 0), self.name


class UnloadedRule(pytest.Item):
    """A rule that does not load, with the reason."""

    def __init__(self, *, message: str, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]  # pytest passes name and parent
        self._message = message

    def runtest(self) -> None:
        """Fail."""
        pytest.fail(self._message, pytrace=False)


_KEY: pytest.StashKey[RuleTests] = pytest.StashKey()


def _rule_tests(config: pytest.Config) -> RuleTests:
    if _KEY not in config.stash:
        from lint_report.rule_tests import RuleTests

        config.stash[_KEY] = RuleTests()
    return config.stash[_KEY]
