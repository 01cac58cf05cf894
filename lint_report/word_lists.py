"""Word lists: what is written wrong, what it should be, and where it does not count.

A list is a file that a clerk can edit: CSV (UTF-8, with or without a byte-order mark; spreadsheets open it) or YAML.
In CSV the first row names the columns; in YAML the file is a list of mappings with the same keys:

    wrong      the text that is wrong; required
    right      what it should be; several, parted by `|`, where the writer must choose
    before     texts that must stand right before it, parted by `|`; with `!` in front, texts that must not
    after      the same for what follows it
    script     `hans` or `hant` where the entry holds in reports of one script alone; empty for both
    certainty  `weak` where the entry counts only beside others that are certain; empty where it is certain itself
    note       why, in a few words, for the message
    bad        an example in which it must be found
    good       an example that must be left alone

In `before` and `after`, `#` stands for any digit, Chinese or Arabic, `。` for any mark, space or end of the text, and
`{促进|推动}{了|全}` for each of the one side followed by each of the other. Braces in `wrong` make several entries of
a row: `{圆满|出色}的` with `{圆满|出色}地` in `right`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from lint_report.config.layers import check_keys
from lint_report.config.values import Value, read_yaml
from lint_report.document import Script
from lint_report.messages import UserError
from lint_report.records import NamedTuple
from lint_report.resources import shipped_folder
from lint_report.system_errors import cannot_read

COLUMNS = ("wrong", "right", "before", "after", "script", "certainty", "note", "bad", "good")
_ALL_COLUMNS = list(COLUMNS)
_SCRIPTS = ("", Script.SIMPLIFIED.value, Script.TRADITIONAL.value)
_CERTAINTIES = ("", "weak")
SIZES = range(2, 51)
_DIGITS = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万萬亿億两兩"
_MARKS = "，。、；：！？,.;:!?（）()《》〈〉“”‘’「」『』【】—…·\"' \t\n\r\u3000"


class WordEntry(NamedTuple):
    """One row of a list, its cells as they are written there."""

    wrong: str
    right: str = ""
    before: str = ""
    after: str = ""
    script: str = ""
    certainty: str = ""
    note: str = ""
    bad: str = ""
    good: str = ""

    @property
    def suggestions(self) -> tuple[str, ...]:
        """What may stand instead."""
        return tuple(self.right.split("|")) if self.right else ()

    @property
    def weak(self) -> bool:
        """Whether it counts only beside others."""
        return self.certainty == "weak"

    def stands_in(self, text: str, at: int) -> bool:
        """Tell whether the wrong text that stands at an offset does so where the entry counts."""
        end = at + len(self.wrong)
        return (not self.before or _condition(self.before).holds_before(text, at)) and (
            not self.after or _condition(self.after).holds_after(text, end)
        )


class _Condition(NamedTuple):
    """A cell of `before` or `after`: what must stand there, and what must not; tokens apart from plain texts."""

    wanted: tuple[str, ...]
    wanted_tokens: tuple[str, ...]
    refused: tuple[str, ...]
    refused_tokens: tuple[str, ...]

    def holds_before(self, text: str, at: int) -> bool:
        """Tell whether the condition holds for what stands before an offset."""

        def stands(plain: tuple[str, ...], tokens: tuple[str, ...]) -> bool:
            return text.endswith(plain, 0, at) or any(_fits(text, at - len(token), token) for token in tokens)

        return self._holds(stands)

    def holds_after(self, text: str, at: int) -> bool:
        """Tell whether the condition holds for what stands at an offset."""

        def stands(plain: tuple[str, ...], tokens: tuple[str, ...]) -> bool:
            return text.startswith(plain, at) or any(_fits(text, at, token) for token in tokens)

        return self._holds(stands)

    def _holds(self, stands: Callable[[tuple[str, ...], tuple[str, ...]], bool]) -> bool:
        if stands(self.refused, self.refused_tokens):
            return False
        return not (self.wanted or self.wanted_tokens) or stands(self.wanted, self.wanted_tokens)


@cache
def _condition(cell: str) -> _Condition:
    words = _alternatives(cell)
    plain = [word for word in words if "#" not in word and "。" not in word]
    tokens = [word for word in words if "#" in word or "。" in word]
    return _Condition(
        tuple(word for word in plain if word[0] != "!"),
        tuple(word for word in tokens if word[0] != "!"),
        tuple(word[1:] for word in plain if word[0] == "!"),
        tuple(word[1:] for word in tokens if word[0] == "!"),
    )


def _alternatives(cell: str) -> list[str]:
    """Split a cell at its `|`, those in braces apart, and write the braces out."""
    if "{" not in cell:
        return [*filter(None, cell.split("|"))]
    words: list[str] = []
    begun = [""]
    for at, piece in enumerate(cell.replace("}", "{").split("{")):
        choices = piece.split("|")
        if at % 2:  # in braces
            begun = [f"{start}{choice}" for start in begun for choice in choices]
            continue
        for choice in choices[:-1]:
            words += (f"{start}{choice}" for start in begun)
            begun = [""]
        begun = [f"{start}{choices[-1]}" for start in begun]
    return [*filter(None, (*words, *begun))]


def _fits(text: str, at: int, word: str) -> bool:
    """Tell whether a text with tokens stands at an offset."""
    for step, character in enumerate(word):
        found = text[at + step] if 0 <= at + step < len(text) else "\n"
        if found not in (_DIGITS if character == "#" else _MARKS if character == "。" else character):
            return False
    return True


def shipped_list(name: str) -> str:
    """Give the path of a list that is installed with the package."""
    return os.path.join(shipped_folder(), "words", name)


@cache
def load_words(path: str) -> tuple[WordEntry, ...]:
    """Read a list.

    Raises:
        UserError: It cannot be read or is not of the form above; the message names the file and the line.
    """
    text = _read(path)
    return tuple(_from_yaml(text, path) if path.endswith((".yaml", ".yml")) else _from_csv(text, path))


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()
    except OSError as error:
        raise cannot_read(path, error) from None
    except UnicodeDecodeError:
        raise UserError(
            "词表须为 UTF-8 编码，请另存为“CSV UTF-8”", "a word list must be UTF-8: save it as CSV UTF-8", path=path
        ) from None


def _from_csv(text: str, path: str) -> Iterator[WordEntry]:
    import csv

    rows = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        columns = next(rows, [])
        check_keys({name: Value(name, path, 1, name) for name in columns}, COLUMNS)
        for row in rows:
            if any(row):
                yield from _entries(_row(columns, row, path, rows.line_num), path, rows.line_num)
    except csv.Error as error:
        raise UserError(f"CSV 写法有误：{error}", f"broken CSV: {error}", path=path, line=rows.line_num) from None


def _row(columns: Sequence[str], cells: Sequence[str], path: str, line: int) -> WordEntry:
    if columns == _ALL_COLUMNS and len(cells) == len(columns):
        return WordEntry(*cells)
    if len(cells) > len(columns):
        raise UserError(
            "这一行的列数多于表头，含逗号的内容要加英文引号",
            "this row has more cells than the header: put quotes around a cell with a comma",
            path=path,
            line=line,
        )
    return WordEntry(**{"wrong": ""} | dict(zip(columns, cells, strict=False)))


def _from_yaml(text: str, path: str) -> Iterator[WordEntry]:
    for row in read_yaml(text, path).items("words"):
        cells = row.mapping("words")
        check_keys(cells, COLUMNS)
        words = WordEntry(**{"wrong": ""} | {key: "|".join(cell.texts(key)) for key, cell in cells.items()})
        yield from _entries(words, path, row.line)


def _entries(row: WordEntry, path: str, line: int | None) -> Iterator[WordEntry]:
    """Check a row and yield its entries: one, or as many as the braces of `wrong` name."""
    if row.script not in _SCRIPTS or row.certainty not in _CERTAINTIES:
        raise UserError(
            "script 只能是 hans、hant 或空，certainty 只能是 weak 或空",
            "script must be hans, hant or empty, and certainty weak or empty",
            path=path,
            line=line,
        )
    braces = "{" in row.wrong
    wrongs, rights = (_alternatives(row.wrong), _alternatives(row.right)) if braces else ([row.wrong], [row.right])
    if len(wrongs) != len(rights) or not all(len(wrong) in SIZES for wrong in wrongs) or row.wrong == row.right:
        raise UserError(
            "wrong 要填写有错的词（2 至 50 个字），不能与 right 相同；有花括号时 right 要一一对应",
            "wrong must be a text of 2 to 50 characters that differs from right; where it has braces, right must have "
            "the same",
            path=path,
            line=line,
        )
    if not braces:
        yield row
        return
    for wrong, right in zip(wrongs, rights, strict=True):
        yield row._replace(wrong=wrong, right=right)
