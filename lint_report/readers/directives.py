"""Remarks to lint-report in a text: `<!-- lint-report: ignore RULE -->`, `<!-- lint-report：忽略 RULE -->`.

They have the form of an HTML comment in every text format, so that they show up neither on a page made from Markdown
nor in a browser. In plain text, where nothing hides them, brackets in one line will do: `[lint-report: ignore RULE]`,
`【lint-report：忽略 RULE】`. What a remark asks for is not the readers' matter: they take it out of the text and
keep what follows the colon. A remark that has its lines to itself goes with them, and stands for the line after; any
other stands for the line that it is in.
"""

from __future__ import annotations

import re

from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple

NAME = "lint-report"
_OPENING = Pattern(r"(?:<!--[ \t\r\n\u3000]{0,100}|[\[【])lint-report[ \t]{0,100}[:：]")
_CLOSING = {"<": "-->", "[": "]", "【": "】"}
_REMARK = Pattern(r"[ \t\r\n\u3000]{0,100}lint-report[ \t]{0,100}[:：]")
_LONGEST_IN_BRACKETS = 200
_BLANKS = " \t\u3000"


class Remark(NamedTuple):
    """A remark in a text.

    Attributes:
        start: Where what must be taken out begins.
        end: Where it ends.
        text: What follows `lint-report:`, without surrounding space.
    """

    start: int
    end: int
    text: str


def remark_of(comment: str) -> str | None:
    """Give what a comment asks of lint-report, from the text between its marks; None for any other comment."""
    match = _REMARK.match(comment) if NAME in comment else None
    return comment[match.end() :].strip() if match else None


def find_remarks(text: str) -> tuple[list[Remark], Message | None]:
    """Give the remarks in a plain text, in the order in which they stand, and a warning where one has no end."""
    remarks: list[Remark] = []
    warning: Message | None = None
    at = 0
    for match in _OPENING.finditer(text):
        if match.start() < at:
            continue
        closing = _CLOSING[match[0][0]]
        close = _close_of(text, match.end(), closing)
        if close < 0:
            warning = warning or _unclosed(text, match, closing)
            if closing == _CLOSING["<"]:
                break  # what follows stands in a comment without an end
            continue
        start, end = _widen(text, match.start(), close + len(closing))
        remarks.append(Remark(max(start, at), end, text[match.end() : close].strip()))
        at = end
    return remarks, warning


def _close_of(text: str, start: int, closing: str) -> int:
    if closing == _CLOSING["<"]:
        return text.find(closing, start)
    close = text.find(closing, start, start + _LONGEST_IN_BRACKETS)
    return close if text.find("\n", start, max(close, start)) < 0 else -1


def _unclosed(text: str, match: re.Match[str], closing: str) -> Message:
    line = text.count("\n", 0, match.start()) + 1
    return Message(
        f"第 {line} 行的 {match[0]} 没有以 {closing} 结束，未起作用",
        f"{match[0]} in line {line} has no {closing} and does nothing",
    )


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the blanks that a remark would leave at an end of its line, and the end of a line without other text."""
    first, last = start, end
    while first and text[first - 1] in _BLANKS:
        first -= 1
    while last < len(text) and text[last] in _BLANKS:
        last += 1
    opens = not first or text[first - 1] in "\r\n"
    closes = last == len(text) or text[last] in "\r\n"
    if opens and closes:
        return first, last + (2 if text.startswith("\r\n", last) else 1 if last < len(text) else 0)
    return first if closes else start, last if opens or closes else end
