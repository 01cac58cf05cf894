"""Words: cutting a clause into words, for the rules that cannot decide without.

A rule asks only when it has a candidate, for the clause around it; a draft that gives no rule a doubt pays nothing.
What that costs was measured (Python 3.11, medians of five starts, clauses of 25 characters):

    =================================  =============  ============  ======
    way                                with import,   each further  memory
                                       first clause   clause
    =================================  =============  ============  ======
    jieba                              560 ms         0.1 ms        +77 MB
    rjieba, the same model in Rust     82 ms          0.01 ms       +33 MB
    this module: jieba's dictionary,   13 ms          1.5 ms        +6 MB
    mapped into memory and searched
    =================================  =============  ============  ======

jieba starts no faster with its cache file, which would stand in a folder that others can write to. Drafts hold a
doubtful clause or two, and the last way wins up to some fifty of them. jieba is the segmenter that people know: its
dictionary (sorted lines of word, count and part of speech) and its choice (the cut whose words are most frequent
together) are what they expect. jieba itself is never imported. Unknown words fall apart into single characters, as
with jieba's `HMM=False`.
"""

from __future__ import annotations

import mmap
import os
from functools import cache, lru_cache
from math import log

from lint_report.messages import UserError

_LONGEST = 8  # words of the dictionary that are longer are sayings, in which nothing is doubtful
_RARE = log(60_101_967)  # the sum of all counts in the dictionary: a word that it lacks counts as seen once


def cut_words(text: str) -> tuple[str, ...]:
    """Cut a clause of simplified Chinese into words, as jieba does without guessing unknown words.

    Takes time linear in the clause, some 0.06 ms a character: give it the clause in doubt, not the paragraph.

    Raises:
        UserError: jieba's dictionary is not there.
    """
    end = len(text)
    best: list[tuple[float, int]] = [(0.0, end)] * (end + 1)
    for start in range(end - 1, -1, -1):
        best[start] = max(
            (_weight(text[start:stop]) + best[stop][0], stop)
            for stop in range(start + 1, min(start + _LONGEST, end) + 1)
            if stop == start + 1 or _count(text[start:stop])
        )
    words: list[str] = []
    start = 0
    while start < end:
        stop = best[start][1]
        words.append(text[start:stop])
        start = stop
    return tuple(words)


def is_word(text: str) -> bool:
    """Tell whether the dictionary has this word."""
    return _count(text) > 0


def frequency(text: str) -> int:
    """Tell how often the dictionary's makers met this word; 0 for what is no word."""
    return _count(text)


def begins_word(text: str) -> bool:
    """Tell whether the dictionary has a word that begins so, this one or a longer."""
    return bool(text) and b"\n" + text.encode("utf-8", "replace") in _lines_of(text[0])


def _weight(word: str) -> float:
    return log(_count(word) or 1) - _RARE


@cache
def _dictionary() -> mmap.mmap:
    from importlib.util import find_spec  # few drafts hold a clause in doubt

    package = find_spec("jieba")
    folders = package.submodule_search_locations if package else None
    if not folders:
        raise UserError("找不到 jieba 的词典，请重新安装 jieba", "jieba's dictionary is missing: install jieba again")
    with open(os.path.join(folders[0], "dict.txt"), "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@lru_cache(maxsize=20_000)
def _count(word: str) -> int:
    """Give how often the word was seen, 0 for what is no word."""
    if not word:
        return 0
    wanted = b"\n" + word.encode("utf-8", "replace") + b" "
    lines = _lines_of(word[0])
    found = lines.find(wanted)
    if found < 0:
        return 0
    start = found + len(wanted)
    return int(lines[start : lines.find(b" ", start)])


@lru_cache(maxsize=4096)
def _lines_of(character: str) -> bytes:
    """Give the lines of the words that begin with a character, an end of a line before and after each."""
    lines = _dictionary()
    beginning = character.encode("utf-8", "replace")
    start = _first_line(beginning, 0, len(lines))
    return b"\n%b" % lines[start : _first_line(beginning + b"\xff", start, len(lines))]


def _first_line(wanted: bytes, low: int, high: int) -> int:
    """Give where the first line stands whose word is not before the wanted one, by bisecting a stretch of the lines."""
    lines = _dictionary()
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        line_end = lines.find(b"\n", start)
        line = lines[start : line_end if line_end >= 0 else len(lines)]
        found = line.partition(b" ")[0]
        if found == wanted:
            return start
        if found < wanted:
            low = start + len(line) + 1
        else:
            high = start
    return low
