"""Word lists as tables: which of thousands of entries a text may hold is told without reading the others.

Reading the lists that are shipped takes as long as half of all work on a short draft. Their tables are therefore kept
beside the bytecode of this package (see `lint_report.kept`) for as long as the list is the same file.

What stands in a kept table, one after the other: how many entries there are (8 bytes); for each, in the order of these
numbers, the pair of characters in the middle of what is wrong (8 bytes), then for each the pair at its beginning, then
for each the pair at its end, then for each how many bytes its text has (4 bytes); and the texts, in UTF-8: the cells of
each entry but its examples, which nothing but the tests of the list asks for.
"""

from __future__ import annotations

import os
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lint_report.character_pairs import first_pairs, last_pairs, middle_pairs
from lint_report.kept import kept_in, read_kept, write_kept
from lint_report.word_lists import WordEntry, load_words

_PAIR, _SIZE = 8, 4  # bytes of a pair of characters, and of a size
_EXAMPLES = -2  # the last two cells
_CELL = "\x1f"  # what Unicode has for parting cells; nobody types it


class WordTable:
    """The entries of a word list, each read when a text may hold it.

    Args:
        content: The table, as the module's text says.
    """

    def __init__(self, content: memoryview) -> None:
        (count,) = content[:_PAIR].cast("Q")
        pairs = content[_PAIR : _PAIR + 3 * _PAIR * count].cast("Q")
        self._middles, self._firsts, self._lasts = (pairs[start * count :][:count] for start in range(3))
        sizes = _PAIR + len(pairs) * _PAIR
        texts = sizes + _SIZE * count
        self._cuts = list(accumulate(content[sizes:texts].cast("I"), initial=texts))
        self._content = content
        self._known = frozenset(self._middles)
        self._places: dict[int, list[tuple[int, int, int]]] = {}
        self._entries: dict[int, WordEntry] = {}

    @classmethod
    def of(cls, entries: Sequence[WordEntry]) -> WordTable:
        """Make the table of some entries."""
        return cls(memoryview(b"".join(_content(entries))))

    def possible(self, pairs: set[int]) -> Iterator[WordEntry]:
        """Yield the entries whose wrong text may stand in a text with these pairs of characters."""
        for middle in pairs & self._known:
            for first, last, at in self._places.get(middle) or self._find(middle):
                if last in pairs and first in pairs:
                    yield self._entries.get(at) or self._read(at)

    def _find(self, middle: int) -> list[tuple[int, int, int]]:
        """Give the first pair, the last pair and the place in the table of all entries with this pair in the middle."""
        at = bisect_left(self._middles, middle)
        found = self._places[middle] = []
        while at < len(self._middles) and self._middles[at] == middle:
            found.append((self._firsts[at], self._lasts[at], at))
            at += 1
        return found

    def _read(self, at: int) -> WordEntry:
        text = str(self._content[self._cuts[at] : self._cuts[at + 1]], "utf-8", "surrogatepass")
        entry = self._entries[at] = WordEntry(*text.split(_CELL))
        return entry


def kept_table(path: str) -> WordTable:
    """Give the table of a list that is shipped.

    Raises:
        UserError: As `load_words`.
    """
    kept = kept_in(os.path.basename(path))
    about = os.stat(path)
    holds_for = f"3 {sys.byteorder} {about.st_size} {about.st_mtime_ns} {path}"
    content = read_kept(kept, holds_for)
    if content is not None:
        return WordTable(content)
    parts = _content(load_words(path))
    write_kept(kept, holds_for, parts)
    return WordTable(memoryview(b"".join(parts)))


def _content(entries: Sequence[WordEntry]) -> list[bytes]:
    from array import array  # a kept table is made once

    wrong = [entry.wrong for entry in entries]
    pairs = zip(middle_pairs(wrong), first_pairs(wrong), last_pairs(wrong), strict=True)
    rows = sorted(zip(pairs, (_CELL.join(entry[:_EXAMPLES]) for entry in entries), strict=True))
    texts = [text.encode("utf-8", "surrogatepass") for _, text in rows]
    return [
        array("Q", [len(rows)]).tobytes(),
        *(array("Q", [pairs[which] for pairs, _ in rows]).tobytes() for which in range(3)),
        array("I", map(len, texts)).tobytes(),
        *texts,
    ]
