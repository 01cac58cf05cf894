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
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import TypeAlias

from lint_report.character_pairs import character_pairs, last_pairs, middle_pairs
from lint_report.config.layers import check_keys
from lint_report.config.values import Value, read_yaml
from lint_report.document import Document, Report, Script
from lint_report.messages import UserError
from lint_report.records import NamedTuple
from lint_report.resources import shipped_folder
from lint_report.rule import Edit, Fix
from lint_report.running_text import RunningText
from lint_report.source import Span
from lint_report.system_errors import cannot_read

COLUMNS = ("wrong", "right", "before", "after", "script", "certainty", "note", "bad", "good")
_ALL_COLUMNS = list(COLUMNS)
_HEADER = ",".join(COLUMNS)
_QUOTE = '"'
_SCRIPTS = ("", Script.SIMPLIFIED.value, Script.TRADITIONAL.value)
_CERTAINTIES = ("", "weak")
_STRETCH = 20_000
_SIZES = range(2, 51)
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


class WordMatch(NamedTuple):
    """An entry and where its wrong text stands in the document."""

    span: Span
    entry: WordEntry

    def fix(self, *, safe: bool) -> Fix | None:
        """Give the fix: none where the writer must choose, or where the end of a line tears the word."""
        choices = self.entry.suggestions
        torn = self.span.end - self.span.start > len(self.entry.wrong)
        return None if torn or len(choices) != 1 else Fix((Edit(self.span, choices[0]),), safe=safe)


_Place: TypeAlias = tuple[int, int, WordEntry]
"""Offset in the running text, length negated (so that the longer comes first), entry."""


class WordIndex:
    """Entries, so arranged that those which a text may hold are found at once.

    Args:
        entries: The entries of one or more lists.
        rows: What rows of lists that are as they should be have wrong, and the row. They are read when a text may hold
            that: reading all of those that are shipped takes as long as half of a short draft.
    """

    def __init__(self, entries: Iterable[WordEntry], rows: Sequence[tuple[str, str]] = ()) -> None:
        self._by_middle: defaultdict[int, list[WordEntry]] = defaultdict(list)
        self._add(entries)
        heads = [head for head, _ in rows]
        self._unread: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        self._read: set[str] = set()
        for middle, end, (_, row) in zip(middle_pairs(heads), last_pairs(heads), rows, strict=True):
            self._unread[middle].append((end, row))

    def _add(self, entries: Iterable[WordEntry]) -> None:
        found = list(entries)
        for middle, entry in zip(middle_pairs([entry.wrong for entry in found]), found, strict=True):
            self._by_middle[middle].append(entry)

    def possible(self, pairs: set[int]) -> Iterator[WordEntry]:
        """Yield the entries whose wrong text may stand in a text with these pairs of characters."""
        wanted: list[str] = []
        for middle in pairs & self._unread.keys():
            unread = self._unread[middle]
            found = [row for end, row in unread if end in pairs]
            if not found:
                continue
            wanted += found
            if len(found) == len(unread):
                del self._unread[middle]
            else:
                self._unread[middle] = [(end, row) for end, row in unread if end not in pairs]
        wanted = [row for row in dict.fromkeys(wanted) if row not in self._read]
        if wanted:
            self._read.update(wanted)
            self._add(_from_csv("\n".join((_HEADER, *wanted)), ""))
        for middle in pairs & self._by_middle.keys():
            for entry in self._by_middle[middle]:
                if _pairs_of(entry.wrong) <= pairs:
                    yield entry


@cache
def index_words(paths: tuple[str, ...]) -> WordIndex:
    """Give the index of some lists; it is made once.

    Raises:
        UserError: As `load_words`.
    """
    shipped = [path for path in paths if os.path.dirname(path) == os.path.dirname(shipped_list(""))]
    entries = [entry for path in paths if path not in shipped for entry in load_words(path)]
    rows: list[tuple[str, str]] = []
    for path in shipped:
        header, *lines = _read(path).splitlines()
        read_now = [header]
        for line in lines:
            head = line.partition(",")[0]
            if not head or head[0] == _QUOTE:
                read_now.append(line)
            else:
                rows += ((wrong, line) for wrong in _alternatives(head))
        entries += _from_csv("\n".join(read_now), path)
    return WordIndex(entries, rows)


def find_words(document: Document, words: WordIndex) -> Iterator[WordMatch]:
    """Yield where entries count in a document, in order.

    Of two that overlap, the certain one counts, then the earlier, then the longer one. Words torn at the end of a line
    are found. A report whose script is not known counts as simplified.
    """
    running = document.once(RunningText)
    scripts = {"", *(_script_of(report) for report in document.reports)}
    found = sorted(place for place in _candidates(document, words) if place[2].script in scripts)
    certain = _apart([place for place in found if not place[2].weak])
    likely = _apart([place for place in found if place[2].weak and not _overlaps(place, certain)])
    for at, length, entry in sorted(certain + likely):
        span = running.span_of(at, at - length)
        report = document.report_at(span.start)
        if not entry.script or (report and entry.script == _script_of(report)):
            yield WordMatch(span, entry)


def has_traditional(document: Document) -> bool:
    """Tell whether a document holds a report in traditional characters, for which such lists are worth reading."""
    return any(report.script is Script.TRADITIONAL for report in document.reports)


def _apart(places: Sequence[_Place]) -> list[_Place]:
    """Give places, in order, without those that overlap one before them."""
    kept: list[_Place] = []
    for place in places:
        if not kept or kept[-1][0] - kept[-1][1] <= place[0]:
            kept.append(place)
    return kept


def _overlaps(place: _Place, others: Sequence[_Place]) -> bool:
    """Tell whether a place overlaps one of others that are in order and apart."""
    after = bisect_left(others, place[0] - place[1], key=itemgetter(0))
    return after > 0 and others[after - 1][0] - others[after - 1][1] > place[0]


@cache
def _pairs_of(word: str) -> set[int]:
    return character_pairs(word)


def _pairs(document: Document) -> list[tuple[int, set[int]]]:
    """Give the pairs of neighbouring characters, stretch by stretch of the running text, with where each begins."""
    text = document.once(RunningText).text
    return [
        (start, character_pairs(text[start : start + _STRETCH + _SIZES.stop]))
        for start in range(0, len(text), _STRETCH)
    ]


def _candidates(document: Document, words: WordIndex) -> Iterator[_Place]:
    """Yield offset, negated length and entry of what is found, stretch by stretch of the text."""
    text = document.once(RunningText).text
    for start, pairs in document.once(_pairs):
        for entry in words.possible(pairs):
            size = len(entry.wrong)
            last = start + _STRETCH + size - 1
            yield from ((at, -size, entry) for at in _places(text, entry, start, last))


def _script_of(report: Report) -> str:
    return (Script.TRADITIONAL if report.script is Script.TRADITIONAL else Script.SIMPLIFIED).value


def _places(text: str, entry: WordEntry, start: int, end: int) -> Iterator[int]:
    at = text.find(entry.wrong, start, end)
    while at >= 0:
        if entry.stands_in(text, at):
            yield at
        at = text.find(entry.wrong, at + 1, end)


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
    if len(wrongs) != len(rights) or not all(len(wrong) in _SIZES for wrong in wrongs) or row.wrong == row.right:
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
