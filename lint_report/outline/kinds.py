"""What sort of report it is, told from its title or, where that says nothing, from how it begins."""

from __future__ import annotations

from lint_report.chinese.folding import fold
from lint_report.document import Kind, Part
from lint_report.outline.lexicon import Lexicon, Words
from lint_report.outline.titles import title_reader
from lint_report.patterns import Pattern

# What a report says of itself, it says in its first lines: salutation, occasion, period, under whose lead.
_BEGINNING = 600
# A longer first line is a sentence.
_LONGEST_TITLE = 60
_INVISIBLE: dict[int, str | None] = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xAD))
_COMMENT = Pattern(r"<!--[^<>]{0,200}-->")  # a page's caption names the reporter who took the picture
# A period, a lead, a first person, a 现将…汇报如下: a news item or an article has one of them now and then.
_MARKS_OF_A_SUMMARY = 2


def tell_kind(title: str | None, text: str, lexicon: Lexicon) -> Kind:
    """Tell the kind of a report.

    Args:
        title: The report's title, None for an untitled one.
        text: The text of the report, title included, folded (see `lint_report.chinese.folding`); its beginning is
            enough.
        lexicon: The words to go by.
    """
    beginning = _COMMENT.sub("", text[:_BEGINNING].translate(_INVISIBLE))
    if title:
        kind = _kind_of_title(fold(title), beginning, lexicon)
    else:
        first = beginning.lstrip().partition("\n")[0].rstrip()
        other = len(first) <= _LONGEST_TITLE and first.endswith(lexicon.other_titles)
        kind = Kind.OTHER if other else None
    return kind or _kind_of_beginning(beginning, lexicon)


def _kind_of_title(title: str, beginning: str, lexicon: Lexicon) -> Kind | None:
    if _holds(title, lexicon.government_titles):
        return Kind.GOVERNMENT_REPORT
    if _holds(title, lexicon.duty_titles):
        return Kind.DUTY_REPORT
    summary = _holds(title, lexicon.summary_titles)
    other = title.endswith(lexicon.other_titles) or (_holds(title, lexicon.other_titles) and not summary)
    if other or _holds(beginning, lexicon.other_openings):
        return Kind.OTHER
    plan = _holds(title, lexicon.plan_titles)
    if summary or (plan and Part.ACHIEVEMENTS in title_reader(lexicon).read(title).parts):
        return _kind_of_summary(title, beginning, lexicon)
    return Kind.PLAN if plan else None


def _kind_of_summary(title: str, beginning: str, lexicon: Lexicon) -> Kind:
    if _holds(title, lexicon.half_year_words):
        return Kind.HALF_YEAR_SUMMARY
    if _holds(title, lexicon.congress_titles):
        return Kind.CONGRESS_REPORT
    if _holds(beginning, lexicon.government_openings):
        return Kind.GOVERNMENT_REPORT
    return Kind.ANNUAL_SUMMARY if _holds(title, lexicon.annual_words) else Kind.WORK_SUMMARY


def _kind_of_beginning(beginning: str, lexicon: Lexicon) -> Kind:
    openings = (
        (lexicon.other_openings, Kind.OTHER),
        (lexicon.government_openings, Kind.GOVERNMENT_REPORT),
        (lexicon.duty_openings, Kind.DUTY_REPORT),
    )
    for words, kind in openings:
        if _holds(beginning, words):
            return kind
    marks = (lexicon.leadership_phrases, lexicon.report_phrases, lexicon.period_phrases, lexicon.first_persons)
    if sum(_holds(beginning, words) for words in marks) < _MARKS_OF_A_SUMMARY:
        return Kind.OTHER
    sorts = (
        (lexicon.congress_openings, Kind.CONGRESS_REPORT),
        (lexicon.half_year_words, Kind.HALF_YEAR_SUMMARY),
        (lexicon.annual_words, Kind.ANNUAL_SUMMARY),
    )
    beginning = beginning.replace("每半年", "")
    return next((kind for words, kind in sorts if _holds(beginning, words)), Kind.WORK_SUMMARY)


def _holds(text: str, words: Words) -> bool:
    return any(word in text for word in words)
