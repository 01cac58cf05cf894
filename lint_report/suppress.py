"""Remarks in the text that silence findings: for a line, a passage or a file, by rule.

A remark reads `<!-- lint-report: ignore placeholder-year -->` in text, Markdown and HTML, in plain text also
`【lint-report：忽略 placeholder-year】`, or is a Word comment with the words `lint-report: ignore placeholder-year`.
The verbs:

    ignore RULES        忽略          the line that it stands in; standing alone, the next line with text
    ignore-file RULES   忽略全文      the whole file
    ignore-begin RULES  忽略开始      from here …
    ignore-end          忽略结束      … to here, or to the end of the file

RULES are names, codes or families, parted by spaces or commas; none means all. What follows `--` is the reason.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.plugins import Registry
from lint_report.records import NamedTuple
from lint_report.source import Directive, Source, Span

_VERBS = {
    "ignore": "line",
    "忽略": "line",
    "ignore-file": "file",
    "忽略全文": "file",
    "ignore-begin": "begin",
    "忽略开始": "begin",
    "ignore-end": "end",
    "忽略结束": "end",
}
_WORD = Pattern(r"[^\s,，、:：]+")


class Suppression(NamedTuple):
    """A stretch of text in which rules are silent.

    Attributes:
        offset: Where the remark stands.
        span: Where it holds.
        rules: The names of the rules that it silences; None for all.
    """

    offset: int
    span: Span
    rules: frozenset[str] | None

    @property
    def end(self) -> int:
        """Where it ceases to hold; it holds at one place at least."""
        return max(self.span.end, self.span.start + 1)


class Complaint(NamedTuple):
    """Something wrong with a remark, which the user is told as a finding."""

    offset: int
    message: Message


def read_suppressions(source: Source, registry: Registry) -> tuple[list[Suppression], list[Complaint]]:
    """Read the remarks of a source.

    A remark that cannot be understood silences nothing and is complained about, with the nearest right word.
    """
    suppressions: list[Suppression] = []
    complaints: list[Complaint] = []
    open_from: list[tuple[int, frozenset[str] | None]] = []
    for directive in source.directives:
        words = [match[0] for match in _WORD.finditer(directive.text.partition("--")[0])]
        verb = _VERBS.get(words[0]) if words else None
        if verb is None:
            complaints.append(_unknown_verb(directive, words[0] if words else ""))
            continue
        rules, unknown = _rules_named(words[1:], registry)
        complaints += [_unknown_rule(directive, word, registry) for word in unknown]
        if unknown and not rules:
            continue
        if verb == "begin":
            open_from.append((directive.offset, rules))
        elif verb == "end" and open_from:
            start, begun = open_from.pop()
            suppressions.append(Suppression(start, Span(start, directive.offset), begun))
        elif verb == "file":
            suppressions.append(Suppression(directive.offset, Span(0, len(source.text) + 1), rules))
        elif verb == "line":
            suppressions.append(Suppression(directive.offset, _line_meant(source.text, directive.offset), rules))
    suppressions += [Suppression(start, Span(start, len(source.text) + 1), rules) for start, rules in open_from]
    return suppressions, complaints


def silence(
    suppressions: Sequence[Suppression], findings: Sequence[tuple[str, int]]
) -> tuple[list[bool], set[Suppression]]:
    """Tell which findings are silenced: those that begin where a remark holds that is for their rule.

    Args:
        suppressions: The remarks.
        findings: The rule of each finding, and where it begins, in the order in which they stand.

    Returns:
        For each finding whether it is silenced, and the remarks that silenced one.
    """
    coming = deque(sorted(suppressions, key=lambda remark: remark.span.start))
    holding: dict[tuple[int, frozenset[str] | None], list[Suppression]] = {}  # idle ones, by their end and rules
    silenced: list[bool] = []
    used: set[Suppression] = set()
    for rule, start in findings:
        while coming and coming[0].span.start <= start:
            remark = coming.popleft()
            holding.setdefault((remark.end, remark.rules), []).append(remark)
        for over in [key for key in holding if key[0] <= start]:
            del holding[over]
        silencing = [key for key in holding if key[1] is None or rule in key[1]]
        for key in silencing:
            used.update(holding[key])
            holding[key] = []
        silenced.append(bool(silencing))
    return silenced, used


def _rules_named(words: Sequence[str], registry: Registry) -> tuple[frozenset[str] | None, list[str]]:
    if not words:
        return None, []
    names: set[str] = set()
    unknown: list[str] = []
    for word in words:
        found = set(registry.named(word))
        names |= found
        if not found:
            unknown.append(word)
    return frozenset(names), unknown


def _line_meant(text: str, offset: int) -> Span:
    """Give the line of the remark where that holds text, the next line with text where not."""
    start = text.rfind("\n", 0, offset) + 1
    for end in _line_ends(text, offset):
        if text[start:end].strip():
            return Span(start, end)
        start = end + 1
    return Span(start, start)


def _line_ends(text: str, offset: int) -> Iterator[int]:
    end = text.find("\n", offset)
    while end >= 0:
        yield end
        end = text.find("\n", end + 1)
    yield len(text)


def _unknown_verb(directive: Directive, word: str) -> Complaint:
    from difflib import get_close_matches  # only a slip needs it

    near = get_close_matches(word, list(_VERBS), n=1)
    zh = f"，是否指“{near[0]}”" if near else ""
    en = f" (did you mean {near[0]!r}?)" if near else ""
    return Complaint(
        directive.offset,
        Message(
            f"看不懂的 lint-report 注记“{directive.text.strip()}”{zh}；可用：忽略、忽略全文、忽略开始、忽略结束",
            f"a lint-report remark that says {directive.text.strip()!r}{en}; "
            "known are ignore, ignore-file, ignore-begin, ignore-end",
        ),
    )


def _unknown_rule(directive: Directive, word: str, registry: Registry) -> Complaint:
    near = registry.nearest(word)
    zh = f"，是否指“{near}”" if near else ""
    en = f" (did you mean {near!r}?)" if near else ""
    return Complaint(
        directive.offset,
        Message(
            f"lint-report 注记中没有名为“{word}”的规则{zh}，它未起作用",
            f"a lint-report remark names the rule {word!r}, which there is not{en}; it silences nothing",
        ),
    )
