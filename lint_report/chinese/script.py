"""Which script a text is written in."""

from __future__ import annotations

from lint_report.document import Script

# The most frequent characters of reports that the other script writes otherwise: twenty a side make up about a tenth
# of any report, so that a few sentences decide, and counting them costs less than looking each character up.
_SIMPLIFIED = "业发进国设实产会动区经务资农开为们学来过"
_TRADITIONAL = "業國務會為動關與計資員機於經發進們學來過"
# Of a longer text as many stretches are looked at, each of as many characters, from its beginning to its end.
_STRETCHES, _STRETCH = 16, 250


def tell_script(text: str) -> Script:
    """Tell the script of most characters of a text, unknown when neither outweighs the other."""
    if len(text) > 2 * _STRETCHES * _STRETCH:
        step = len(text) // _STRETCHES
        text = "".join(text[start : start + _STRETCH] for start in range(0, len(text), step))
    traditional = sum(map(text.count, _TRADITIONAL))
    if not traditional:
        return Script.SIMPLIFIED if any(character in text for character in _SIMPLIFIED) else Script.UNKNOWN
    simplified = sum(map(text.count, _SIMPLIFIED))
    if simplified == traditional:
        return Script.UNKNOWN
    return Script.SIMPLIFIED if simplified > traditional else Script.TRADITIONAL
