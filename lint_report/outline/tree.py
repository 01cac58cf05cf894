"""The tree: headings nested in the order in which the report itself nests their forms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lint_report.document import Heading, Kind, Paragraph, Report, Script, Section
from lint_report.outline.annexes import is_annex
from lint_report.outline.headings import Entry
from lint_report.outline.numbering import ENUMERATIONS, rank
from lint_report.patterns import Pattern
from lint_report.source import Span


class _Node:
    """A section under construction."""

    __slots__ = ("declared", "end", "heading", "level", "paragraphs", "parent", "sections")

    def __init__(self, entry: Entry, heading: Heading, parent: int, level: int) -> None:
        self.heading = heading
        self.declared = entry.declared
        self.parent = parent
        self.level = level
        self.end = entry.end
        self.paragraphs = [entry.body] if entry.body else []
        self.sections: list[Section] = []


_ROOT = -1
# Unnumbered headings that stand at the top, whatever stands before them.
_TOP = Pattern(
    r".{0,8}(?:[结結][语語]|[结結]束[语語]|名[词詞](?:解[释釋]|[注註]解)|[术術][语語]解[释釋]|附件|附[录錄])[：:]?\Z"
    r"|.{0,16}(?:问题|問題|不足|困[难難]|打算|计划|計畫|計劃|安排|思路)\Z"
)


def build_report(entries: Sequence[Entry], title: str | None, title_span: Span | None) -> Report:
    """Build the tree of one report from its entries, which do not hold its title."""
    nodes: list[_Node] = []
    loose: list[Paragraph] = []
    nesting = _Nesting(entries, nodes)
    for at, entry in enumerate(entries):
        if entry.heading is None:
            nesting.leave_item()
            if entry.body:
                (nodes[nesting.stack[-1]].paragraphs if nesting.stack else loose).append(entry.body)
            continue
        nesting.make_room(at, entry)
        parent = nesting.stack[-1] if nesting.stack else _ROOT
        level = nodes[parent].level + 1 if nesting.stack else 1
        nesting.stack.append(len(nodes))
        nodes.append(_Node(entry, entry.heading, parent, level))
    start = title_span.start if title_span else entries[0].start
    end = entries[-1].end if entries else title_span.end if title_span else start
    sections = _finish(nodes)
    strays = tuple(entry.stray for entry in entries if entry.stray)
    return Report(Span(start, end), title, title_span, Kind.OTHER, Script.UNKNOWN, tuple(loose), sections, (), strays)


class _Nesting:
    """The headings that are open at a place, from the highest to the lowest."""

    def __init__(self, entries: Sequence[Entry], nodes: list[_Node]) -> None:
        self.nodes = nodes
        self.stack: list[int] = []
        self.parents: dict[str, str | None] = {}
        self.next_numbered, self.alike = _look_ahead(entries)

    def leave_item(self) -> None:
        """Close a sentence that is counted off (一是……。): what follows it stands beside it, not under it."""
        if self.stack:
            heading = self.nodes[self.stack[-1]].heading
            if heading.form in ENUMERATIONS and (heading.run_in or heading.span.end > heading.title_span.end):
                self.stack.pop()

    def make_room(self, at: int, entry: Entry) -> None:
        """Close what a heading does not stand under."""
        heading = entry.heading
        if heading is None:
            return
        if entry.declared is not None:
            self._close_declared(entry.declared)
        elif heading.form is None:
            self._close_for_plain(at, heading)
        else:
            self._close_for_numbered(at, heading.form)

    def _close_declared(self, level: int) -> None:
        while self.stack:
            declared = self.nodes[self.stack[-1]].declared
            if declared is not None and declared < level:
                return
            self.stack.pop()

    def _close_for_numbered(self, at: int, form: str) -> None:
        if self._close_to(form):
            return
        while self.stack and self._usually_below(at, form):
            self.stack.pop()
        self.parents.setdefault(form, self.nodes[self.stack[-1]].heading.form if self.stack else None)

    def _usually_below(self, at: int, form: str) -> bool:
        """Tell whether the innermost open heading is one that the form usually stands above, and here too."""
        top = self.nodes[self.stack[-1]]
        if top.declared is not None or top.heading.form is None or rank(top.heading.form) < rank(form):
            return False
        if self.parents.get(form) == top.heading.form:
            return False
        alike = self.alike[top.heading.form]
        following = bisect_left(alike, (-at, 0)) - 1
        return following < 0 or alike[following][1] != (top.heading.number or 0) + 1

    def _close_to(self, form: str) -> bool:
        """Close the heading of a form, and all under it; tell whether one was open."""
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.nodes[self.stack[depth]].heading.form == form:
                del self.stack[depth:]
                return True
        return False

    def _close_for_plain(self, at: int, heading: Heading) -> None:
        if is_annex(heading.title):
            self.stack.clear()
            return
        following = self.next_numbered[at]
        form, number = following or (None, None)
        if form and number == 1 and self._close_to(form):
            if self.stack and self._is_plain(self.stack[-1]):
                self.stack.pop()
        elif form and number != 1 and self._depth_of(form) is not None:
            self._close_plain_above(self._depth_of(form) or 0)
        elif not self._close_plain_above(-1) and (_TOP.match(heading.title) or not self.stack):
            self.stack.clear()

    def _depth_of(self, form: str) -> int | None:
        depths = (depth for depth, node in enumerate(self.stack) if self.nodes[node].heading.form == form)
        return next(depths, None)

    def _close_plain_above(self, lowest: int) -> bool:
        """Close the innermost open heading without a number that stands above a depth of the stack."""
        for depth in range(len(self.stack) - 1, lowest, -1):
            if self._is_plain(self.stack[depth]):
                del self.stack[depth:]
                return True
        return False

    def _is_plain(self, node: int) -> bool:
        return self.nodes[node].heading.form is None and self.nodes[node].declared is None


def _look_ahead(entries: Sequence[Entry]) -> tuple[list[tuple[str, int] | None], dict[str, list[tuple[int, int]]]]:
    """Give form and number of the next numbered heading after each entry, and the entries and numbers of each form."""
    following: list[tuple[str, int] | None] = [None] * len(entries)
    alike: dict[str, list[tuple[int, int]]] = {}
    last: tuple[str, int] | None = None
    for at in range(len(entries) - 1, -1, -1):
        following[at] = last
        heading = entries[at].heading
        if heading is None or heading.form is None or heading.number is None:
            continue
        if heading.form not in ENUMERATIONS:
            last = (heading.form, heading.number)
        alike.setdefault(heading.form, []).append((-at, heading.number))
    return following, alike


def _finish(nodes: list[_Node]) -> tuple[Section, ...]:
    """Make the sections, from the last to the first, so that what stands under a heading is made before it."""
    top: list[Section] = []
    for node in reversed(nodes):
        end = node.sections[0].span.end if node.sections else node.end
        if node.paragraphs:
            end = max(end, node.paragraphs[-1].span.end)
        section = Section(
            heading=node.heading,
            level=node.level,
            span=Span(node.heading.span.start, end),
            paragraphs=tuple(node.paragraphs),
            sections=tuple(reversed(node.sections)),
            parts=frozenset(),
        )
        (top if node.parent == _ROOT else nodes[node.parent].sections).append(section)
    return tuple(reversed(top))
