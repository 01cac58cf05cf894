"""A plugin that brings a rule, a reader, a reporter, a preset and a word list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from lint_report import (
    Document,
    FileResult,
    Finding,
    Message,
    NoOptions,
    Reader,
    Reporter,
    Rule,
    Severity,
    Source,
    Span,
    Tally,
    find_quantities,
    hookimpl,
)

LINT_REPORT_API = 1
FOLDER = Path(__file__).parent


class RoundFigure(Rule[NoOptions]):
    """整数过多。 / A figure that is too round.

    What:
        zh: 整亿元的数字。
        en: Figures of whole hundred millions.
    Why:
        zh: 整数多半是估的。
        en: Round figures are guesses.
    Bad:
        财政收入3亿元。
    Good:
        财政收入3.2亿元。
    Source:
        A test.
    """

    name = "round-figure"
    code = "T850"
    severity = Severity.OFF

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each figure of whole hundred millions."""
        for quantity in find_quantities(document.text):
            if quantity.unit == "元" and quantity.value % 100_000_000 == 0:
                yield Finding(Span(*quantity.span), Message("数字过整", "a round figure"))


class DashReader(Reader):
    """Reads files in which every paragraph begins with a dash."""

    name = "dashes"
    suffixes = (".dash",)

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:
        """Take the dashes out."""
        text = content.decode(encoding or "utf-8").replace("- ", "")
        return Source(path, text, format=self.name, editable=False)


class CountReporter(Reporter):
    """Writes how many findings there are."""

    name = "count"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write one number for each file, and the sum."""
        for result in results:
            print(result.path, len(result.issues), file=out)
        print(self.words("共", "all"), sum(tally.rules.values()), file=out)


@hookimpl
def register_rules() -> list[type[Rule[NoOptions]]]:
    """Give the rule."""
    return [RoundFigure]


@hookimpl
def register_readers() -> list[type[Reader]]:
    """Give the reader."""
    return [DashReader]


@hookimpl
def register_reporters() -> list[type[Reporter]]:
    """Give the reporter."""
    return [CountReporter]


@hookimpl
def register_presets() -> Mapping[str, Path]:
    """Give the preset."""
    return {"qinghe-county": FOLDER / "qinghe-county.yaml"}


@hookimpl
def register_word_lists() -> Mapping[str, Path]:
    """Give the word list."""
    return {"qinghe-names": FOLDER / "names.csv"}
