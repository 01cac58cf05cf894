"""Misspelt words: one character taken for another that is read or written alike.

A list names the slips that were seen before; which of thousands of words the next hand will spoil, no list can tell.
What is looked for here is a pair of characters that comes of such a slip and that published reports never hold, and it
counts only where all of this is so:

* with a character that is read or written alike in its place, the two are a word of the dictionary, or part of a longer
  one that stands there whole;
* that word goes with the characters before and after it, as their pairs are frequent in reports;
* neither character belongs to a word with its other neighbour;
* the pair stands in the text once, and the word that it should be stands there too.

Names and coined words fail one of these. In 26 million characters of reports that had no part in making the tables, 41
places were found, a dozen of them misspelt.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from lint_report.character_pairs import ManyPairs, characters_of
from lint_report.chinese.words import frequency, is_word
from lint_report.document import Document, Script
from lint_report.records import NamedTuple
from lint_report.running_text import RunningText
from lint_report.source import Span
from lint_report.word_search import pair_stretches

_LONGEST_WORD = 4
_LEAST_FREQUENT = 20
_LEAST_FREQUENT_OF_THREE = 10
_MARK, _DIGIT = "。", "0"
_MARKS = "，。、；：！？（）《》,.;:!?()\r\n\t \u3000"
_NEAR = 2
_FAR = 50_000  # so far around a slip the text is searched for the same pair and for the word that it should be


class Misspelling(NamedTuple):
    """A misspelt word.

    Attributes:
        span: Where it stands in the document.
        wrong: The word as it is written.
        right: The word as it should be, in the script of its report.
    """

    span: Span
    wrong: str
    right: str


class _Word(NamedTuple):
    """A word that a slip has spoilt: where it begins in a text, what it should be, and which character is wrong.

    Attributes:
        start: Offset of its first character.
        right: As it should be.
        wrong_at: Offset of the wrong character.
        least: How often the text must hold it elsewhere.
    """

    start: int
    right: str
    wrong_at: int
    least: int


def find_misspellings(document: Document) -> Iterator[Misspelling]:
    """Yield the misspelt words of a document, in no order."""
    running = document.once(RunningText)
    text = running.text
    scripts = {report.script is Script.TRADITIONAL for report in document.reports}
    done: set[int] = set()
    for start, pairs in document.once(pair_stretches):
        for traditional in scripts:
            for pair in _suspects(traditional=traditional).among(pairs):
                at = text.find(characters_of(pair), start)
                report = document.report_at(running.offset(at)) if at >= 0 and at not in done else None
                if report and (report.script is Script.TRADITIONAL) is traditional:
                    done.add(at)
                    yield from _misspellings(running, at, traditional=traditional)


def _misspellings(running: RunningText, at: int, *, traditional: bool) -> Iterator[Misspelling]:
    text = running.text
    start = max(at - _LONGEST_WORD - 1, 0)
    window = text[start : at + _LONGEST_WORD + 3]
    word = _spoilt_word(window.translate(_to_simplified()) if traditional else window, at - start)
    if not word:
        return
    first = start + word.start
    wrong = text[first : first + len(word.right)]
    place = word.wrong_at - word.start
    character = word.right[place]
    right = wrong[:place] + (character.translate(_to_traditional()) if traditional else character) + wrong[place + 1 :]
    around = text[max(at - _FAR, 0) : at + _FAR]
    if around.count(text[at : at + 2]) == 1 and around.count(right) >= word.least:
        yield Misspelling(running.span_of(first, first + len(wrong)), wrong, right)


def _spoilt_word(text: str, at: int) -> _Word | None:
    """Give the word that the two characters at an offset of a simplified text are, or belong to, but for a slip."""
    common = _common()
    near = text[max(at - _NEAR, 0) : at] + text[at + 2 : at + 2 + _NEAR]
    found: _Word | None = None
    for wrong_at, kept_at in ((at, at + 1), (at + 1, at)):
        wrong, kept = text[wrong_at], text[kept_at]
        if wrong in near:  # 优粮优价, 应推尽推: coined in pairs
            continue
        for right in _alike(wrong):
            pair = right + kept if wrong_at == at else kept + right
            if pair[1] not in common.get(pair[0], ""):
                continue
            longer = _longer_word(text, at, wrong_at, right)
            if longer:
                return longer
            whole = not found and kept not in near and _fits(text, at, pair) and frequency(pair) >= _LEAST_FREQUENT
            if whole and not any(_belongs_outside(text, each, at) for each in (wrong_at, kept_at)):
                usual = _goes_with_neighbour(text, wrong_at, at)
                found = _Word(at, pair, wrong_at, least=2 if usual else 1)
    return found


def _longer_word(text: str, at: int, wrong_at: int, right: str) -> _Word | None:
    """Give the word of three or four characters that stands around a pair, but for the wrong one."""
    for size in range(_LONGEST_WORD, 2, -1):
        for start in range(max(wrong_at - size + 1, 0), min(at, len(text) - size) + 1):
            end = start + size
            if end < at + 2:
                continue
            word = text[start:wrong_at] + right + text[wrong_at + 1 : end]
            least = _LEAST_FREQUENT_OF_THREE if size < _LONGEST_WORD else 3
            if not _is_common(word) or frequency(word) < least or is_word(text[start:end]):
                continue
            if _belongs_outside(text, wrong_at, at):
                return None
            if _begins_before(text, start) or _ends_after(text, end - 1):
                continue
            if size == _LONGEST_WORD:
                return _Word(start, word, wrong_at, least=0)
            if _fits(text, start, word):
                return _Word(start, word, wrong_at, least=1)
    return None


def _belongs_outside(text: str, at: int, pair_at: int) -> bool:
    """Tell whether one of a pair makes a word with what stands on its other side."""
    return _begins_before(text, at) if at == pair_at else _ends_after(text, at)


def _begins_before(text: str, at: int) -> bool:
    """Tell whether a word ends with a character that began before it."""
    return any(is_word(text[start : at + 1]) for start in range(max(at - 3, 0), at))


def _ends_after(text: str, at: int) -> bool:
    """Tell whether a word begins with a character that ends after it."""
    return any(is_word(text[at:end]) for end in range(at + 2, min(at + 4, len(text)) + 1))


def _is_common(word: str) -> bool:
    """Tell whether all pairs of a word are frequent, which spares looking it up."""
    common = _common()
    return all(second in common.get(first, "") for first, second in pairwise(word))


def _fits(text: str, at: int, word: str) -> bool:
    """Tell whether a word, put at an offset, makes frequent pairs with its neighbours."""
    common = _common()
    return word[0] in common.get(_kind(text, at - 1), "") and _kind(text, at + len(word)) in common.get(word[-1], "")


def _goes_with_neighbour(text: str, at: int, pair_at: int) -> bool:
    """Tell whether one of a pair, as it is written, makes a frequent pair with what stands on its other side."""
    first, second = (at - 1, at) if at == pair_at else (at, at + 1)
    return _kind(text, second) in _common().get(_kind(text, first), "")


def _kind(text: str, at: int) -> str:
    """Give the character at an offset, one sign for all marks and ends, and one for all digits."""
    character = text[at] if 0 <= at < len(text) else _MARK
    return _MARK if character in _MARKS else _DIGIT if character.isdecimal() else character


@cache
def _suspects(*, traditional: bool) -> ManyPairs:
    from lint_report.chinese.misspelling_tables import SUSPECTS

    return ManyPairs(SUSPECTS.translate(_to_traditional()) if traditional else SUSPECTS)


@cache
def _common() -> dict[str, str]:
    from lint_report.chinese.misspelling_tables import COMMON

    return {group[0]: group[1:] for group in COMMON.split(" ")}


@cache
def _alike(character: str) -> str:
    """Give the characters that are read or written like this one."""
    from lint_report.chinese.misspelling_tables import ALIKE

    groups = [group for group in ALIKE.split(" ") if character in group]
    return "".join(dict.fromkeys("".join(groups).replace(character, "")))


@cache
def _to_traditional() -> dict[int, int]:
    from lint_report.chinese.misspelling_tables import SIMPLIFIED_FORMS, TRADITIONAL_FORMS

    return str.maketrans(SIMPLIFIED_FORMS, TRADITIONAL_FORMS)


@cache
def _to_simplified() -> dict[int, int]:
    from lint_report.chinese.misspelling_tables import SIMPLIFIED_FORMS, TRADITIONAL_FORMS

    return str.maketrans(TRADITIONAL_FORMS, SIMPLIFIED_FORMS) | {ord("畫"): ord("划")}  # 計畫 and 計劃 are both written
