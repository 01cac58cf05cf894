"""The words by which headings, passages and kinds of report are told."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from functools import cache

from lint_report.chinese.folding import fold
from lint_report.flat_yaml import read_flat_yaml
from lint_report.records import NamedTuple
from lint_report.resources import shipped_folder

Words = tuple[str, ...]


class Lexicon(NamedTuple):
    """Lists of words, folded (see `lint_report.chinese.folding`).

    `configs/lexicons/parts.yaml` says of each list what it is for.
    """

    review_headings: Words = ()
    outcome_headings: Words = ()
    reflection_headings: Words = ()
    past_times: Words = ()
    future_times: Words = ()
    plan_headings: Words = ()
    plan_pieces: Words = ()
    fault_nouns: Words = ()
    problem_nouns: Words = ()
    problem_supports: Words = ()
    fault_tails: Words = ()
    subject_marks: Words = ()
    remedies: Words = ()
    self_examinations: Words = ()
    introduction_headings: Words = ()
    closing_headings: Words = ()
    appendix_headings: Words = ()
    acknowledgements: Words = ()
    perceptions: Words = ()
    contrasts: Words = ()
    modest_claims: Words = ()
    shortfalls: Words = ()
    inspections: Words = ()
    resolutions: Words = ()
    aims: Words = ()
    measure_verbs: Words = ()
    done_marks: Words = ()
    intentions: Words = ()
    closings: Words = ()
    other_titles: Words = ()
    government_titles: Words = ()
    duty_titles: Words = ()
    congress_titles: Words = ()
    half_year_words: Words = ()
    annual_words: Words = ()
    summary_titles: Words = ()
    plan_titles: Words = ()
    government_openings: Words = ()
    congress_openings: Words = ()
    duty_openings: Words = ()
    other_openings: Words = ()
    leadership_phrases: Words = ()
    report_phrases: Words = ()
    period_phrases: Words = ()
    first_persons: Words = ()

    def list_names(self) -> list[str]:
        """Give the names of the lists, as the file and a configuration write them."""
        return [name.replace("_", "-") for name in self._fields]

    def merge(self, additions: Mapping[str, str | Sequence[str]]) -> Lexicon:
        """Give a lexicon with words added to its lists.

        Args:
            additions: Words by the name of their list, as in the file (`review-headings`): a list, or a text in which
                they are parted by space.

        Raises:
            ValueError: There is no list of that name; the message gives the name.
        """
        lists = self._asdict()
        for key, words in additions.items():
            name = key.replace("-", "_")
            if name not in lists:
                raise ValueError(f"the lexicon has no list {key!r}")
            added = fold(words).split() if isinstance(words, str) else map(fold, words)
            lists[name] = tuple(dict.fromkeys((*lists[name], *added)))
        return Lexicon(**lists)


@cache
def shipped_lexicon() -> Lexicon:
    """Give the word lists that are installed with the package."""
    with open(os.path.join(shipped_folder(), "lexicons", "parts.yaml"), encoding="utf-8") as file:
        lists = read_flat_yaml(file.read())
    if lists is None:
        raise ValueError("configs/lexicons/parts.yaml must be flat: `key: >-` with lines of words under it")
    return Lexicon().merge({entry.key: entry.text or "" for entry in lists})


def one_of(*lists: Words, ways: Sequence[str] = ()) -> str:
    """Give a pattern for any word of some lists, the longest first; always the same for the same lists.

    Args:
        lists: The words.
        ways: Patterns for what else may stand there.
    """
    words = sorted(dict.fromkeys(word for words in lists for word in words), key=len, reverse=True)
    alternatives = (*map(re.escape, words), *ways)
    return f"(?:{'|'.join(alternatives)})" if alternatives else "(?!)"
