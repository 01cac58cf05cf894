"""Sentences in which a speaker turns to another subject, behind which headings and numbers begin anew.

What is read to a council is often several reports in one text: 接下來就「監獄人權」提出報告, and 壹、前言 once more.
"""

from __future__ import annotations

from lint_report.patterns import Pattern

_TURNS = Pattern(
    r"(?:接[下著着]|其次|另外|此外|[继繼][续續]|[现現]在|再[来來就者]|以下|最[后後]|第[二三四五](?:部分|[个個项項]|[，是]))"
    r"[^。\n]{0,120}(?:[报報]告|[说說]明|[议議][题題]|[专專][题題]|如[下次])"
    r"|[有就][关關]?[^。\n]{2,100}[，,][^。，\n]{0,8}(?:[报報]告|[说說]明)(?:如[下次])?[：:。]|主席、各位"
)
_LEAD = Pattern(r"(?:如[下次]|以下|下列|分述)[^。\n]{0,12}[：:][ \t　\r]*$")
_LONGEST = 200
_TAIL = 20


def turns_to_another_subject(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of text, such as that between two headings, turns to another subject.

    A line in it says so, or its last leads in what follows.
    """
    at = start
    while at < end:
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        if _TURNS.match(text, at, min(line_end, at + _LONGEST)):
            return True
        at = line_end + 1
    last = start + len(text[start:end].rstrip())
    return _LEAD.search(text, max(start, last - _TAIL), last) is not None
