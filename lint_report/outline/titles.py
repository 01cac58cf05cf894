"""What a heading says of the section under it.

A heading is read piece by piece (存在的不足 / 下一步工作计划), and a piece by its end, where a Chinese noun phrase has
its head: 工作计划完成情况 is a review, not a plan. A piece that opens with a verb (落实各项措施, 着力解决突出问题)
reports a measure and says nothing of the part.
"""

from __future__ import annotations

from functools import cache

from lint_report.chinese.folding import fold
from lint_report.chinese.numerals import numeral_value
from lint_report.document import Part
from lint_report.outline.annexes import is_annex
from lint_report.outline.lexicon import Lexicon, Words, one_of
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple

_CLAUSE_ENDS = Pattern(r"[，。；：！？\s（）()【】〔〕]+")
_PIECE_ENDS = Pattern(r"以及|[和与及暨、/／]")
_CLOSING_WORDS = Pattern(r"(?:如下|如次|部分|部份)$")
_YEAR = Pattern(r"(?<!\d)(?:(?:19|20)\d\d|二[〇○零]\S\S|[12]\d\d)(?=年)")
_WORK_OF_YEAR = Pattern(r"年(?:度)?的?[^，。；：和与及暨、]{0,4}工作(?:[和与及暨、]|以及)")
_OPENING_YEAR = Pattern(r"^.{0,6}(?:\d{2,4}|[xX_×]{2}|二[〇○零]..)年|^(?:今年|本年)")
# 完成目标任务 and 提出合理化的建议 are deeds, whatever they end in.
_DEED = Pattern("完成|达成|超额|兑现|下达|提出|征求|听取|采纳|收集|征集|办理|督办|不能|没有")
# A heading longer than this is a sentence; its parts are told from its body.
_LONGEST = 80
_NONE: frozenset[Part] = frozenset()
# 正视问题和不足 names the faults; with a longer object it is what was done about them.
_LONGEST_EXAMINATION = 10


class TitleReading(NamedTuple):
    """What a heading says.

    Attributes:
        parts: The parts that it names.
        outcome: Whether it names achievements only as what comes of the work (成效, 进展), which a plan may hope for.
        work_of_year: Whether it names the work of a year and no more: a review or a plan, as the year may be.
        year: The first year that it names.
        appendix: Whether what stands under it is no part of the report (名词解释, 附件).
    """

    parts: frozenset[Part]
    outcome: bool = False
    work_of_year: bool = False
    year: int | None = None
    appendix: bool = False


class TitleReader:
    """Reads headings by the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = lexicon
        self._future_time = Pattern(one_of(lexicon.future_times))

    def read(self, title: str) -> TitleReading:
        """Read a heading, given without its number."""
        title = fold(title[:_LONGEST])
        if title.endswith(self._words.appendix_headings) or is_annex(title):
            return TitleReading(_NONE, appendix=True)
        found: set[Part] = set()
        outcome = reflection = work_of_year = False
        for clause in filter(None, _CLAUSE_ENDS.split(title)):
            pieces = [_CLOSING_WORDS.sub("", piece) for piece in _PIECE_ENDS.split(clause)]
            if self._names_faults(clause, pieces):
                found.add(Part.SHORTCOMINGS)
            for piece in filter(None, pieces):
                part = self._part_of_piece(piece, clause)
                if part:
                    found.add(part)
                elif piece.endswith(self._words.outcome_headings):
                    outcome = outcome or "虽" not in clause
                elif piece.endswith(self._words.reflection_headings):
                    reflection = True
                elif piece.endswith("工作") and _OPENING_YEAR.match(piece):
                    work_of_year = True
        if _reviews_before_planning(title, found):
            found.add(Part.ACHIEVEMENTS)
        year = _YEAR.search(title) if "年" in title else None
        weak = outcome or (reflection and not found)
        parts = frozenset(found | {Part.ACHIEVEMENTS}) if weak else frozenset(found)
        return TitleReading(
            parts,
            outcome=weak and Part.ACHIEVEMENTS not in found,
            work_of_year=work_of_year and not parts,
            year=numeral_value(year.group()) if year else None,
        )

    def _part_of_piece(self, piece: str, clause: str) -> Part | None:
        words = self._words
        if piece in words.introduction_headings:
            return Part.INTRODUCTION
        if piece in words.closing_headings:
            return Part.CLOSING
        plan = _ending(piece, words.plan_headings)
        review = _ending(piece, words.review_headings)
        if review > plan:
            return Part.ACHIEVEMENTS
        if self._future_time.search(piece) or piece in words.plan_pieces:
            return Part.NEXT_STEPS
        if plan and plan > _ending(piece, words.outcome_headings):
            return Part.NEXT_STEPS if self._names_plan(piece, clause, plan) else None
        return self._part_of_work(piece) if piece.endswith("工作") else None

    def _names_plan(self, piece: str, clause: str, ending: int) -> bool:
        """Tell whether a piece that ends like a plan is one, and no report of 完成目标任务 or 强化工作部署."""
        if _DEED.search(piece):
            return False
        if piece in self._words.plan_headings or piece[-ending:].startswith("的"):
            return True
        return not clause.startswith(self._words.measure_verbs) and not piece.startswith(self._words.measure_verbs)

    def _part_of_work(self, piece: str) -> Part | None:
        """Tell the part of 过去五年的工作, 做好2024年工作."""
        if _holds(piece, self._words.past_times):
            return Part.ACHIEVEMENTS
        if ("做好" in piece or "抓好" in piece) and _YEAR.search(piece):
            return Part.NEXT_STEPS
        return None

    def _names_faults(self, clause: str, pieces: list[str]) -> bool:
        words = self._words
        faults = [self._without_tail(piece) for piece in pieces]
        plain = [fault for fault in faults if fault.endswith(words.fault_nouns)]
        doubtful = [fault for fault in faults if fault.endswith(words.problem_nouns)]
        if not plain and not doubtful:
            return False
        bare = any(fault in words.problem_nouns for fault in doubtful)
        if not plain and not bare and not _holds(clause, words.problem_supports):
            return False
        if clause.startswith(words.self_examinations):
            return len(clause) <= _LONGEST_EXAMINATION
        last = max(clause.rfind(fault) + len(fault) for fault in (*plain, *doubtful))
        return not _holds(clause, words.subject_marks) and not _holds(clause[:last], words.remedies)

    def _without_tail(self, piece: str) -> str:
        if not piece.endswith(self._words.fault_tails):
            return piece
        tail = next(tail for tail in self._words.fault_tails if piece.endswith(tail))
        return piece[: -len(tail)] or piece


def _reviews_before_planning(title: str, found: set[Part]) -> bool:
    """Tell whether a heading names the work of one year and the plan of a later one: 2020年的工作和2021年的目标."""
    if found != {Part.NEXT_STEPS}:
        return False
    years = [numeral_value(match.group()) or 0 for match in _YEAR.finditer(title)]
    work = _WORK_OF_YEAR.search(title)
    return work is not None and len(years) > 1 and years[0] < years[1]


@cache
def title_reader(lexicon: Lexicon) -> TitleReader:
    """Give the reader for a lexicon; its patterns are made once."""
    return TitleReader(lexicon)


def _holds(text: str, words: Words) -> bool:
    return any(word in text for word in words)


def _ending(piece: str, words: Words) -> int:
    return max(len(word) for word in words if piece.endswith(word)) if piece.endswith(words) else 0
