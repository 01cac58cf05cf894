"""Which characters stand side by side in a text: the quickest way to tell which of thousands of words it may hold.

Taking the pairs of a text costs as much as searching it for some fifty words, and then answers for any number of them:
a word can only be there if each pair of its characters is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cached_property

_WIDTH = 4  # bytes of a character in UTF-32


def character_pairs(text: str) -> set[int]:
    """Give the pairs of neighbouring characters of a text or word, each as a number that stands for these two.

    The numbers compare with those of any other text::

        >>> character_pairs("落实") <= character_pairs("狠抓落实")
        True
    """
    units = memoryview(text.encode("utf-32-le", "surrogatepass"))
    pairs: set[int] = set()
    for first in (0, _WIDTH):  # pairs that begin at even, then at odd places
        whole = (len(units) - first) // (2 * _WIDTH) * 2 * _WIDTH
        pairs.update(units[first : first + whole].cast("Q"))
    return pairs


def middle_pairs(words: Iterable[str]) -> list[int]:
    """Give, for words of at least two characters, the number of the pair in the middle of each.

    Of a phrase of four characters it is the rarest: mostly two words meet there.
    """
    return _numbers(word[len(word) // 2 - 1 : len(word) // 2 + 1] for word in words)


def first_pairs(words: Iterable[str]) -> list[int]:
    """Give, for words of at least two characters, the number of the pair that each begins with."""
    return _numbers(word[:2] for word in words)


def last_pairs(words: Iterable[str]) -> list[int]:
    """Give, for words of at least two characters, the number of the pair that each ends with."""
    return _numbers(word[-2:] for word in words)


class ManyPairs:
    """Thousands of pairs, to be looked for in texts.

    Args:
        text: The pairs, one after the other: `关健通迅` are two.
    """

    def __init__(self, text: str) -> None:
        self._numbers = memoryview(text.encode("utf-32-le", "surrogatepass")).cast("Q")
        self._asked = False

    def among(self, pairs: set[int]) -> set[int]:
        """Give those of some pairs that are of these."""
        if not self._asked:  # making a set of the numbers costs as much as four goes through them
            self._asked = True
            return pairs.intersection(self._numbers)
        return pairs & self._set

    @cached_property
    def _set(self) -> frozenset[int]:
        return frozenset(self._numbers)


def characters_of(pair: int) -> str:
    """Give the two characters that a number stands for."""
    return pair.to_bytes(2 * _WIDTH, sys.byteorder).decode("utf-32-le", "surrogatepass")


def _numbers(pairs: Iterable[str]) -> list[int]:
    return memoryview("".join(pairs).encode("utf-32-le", "surrogatepass")).cast("Q").tolist()
