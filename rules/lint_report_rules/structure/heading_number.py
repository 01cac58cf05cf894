"""S104 heading-number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint_report.chinese.numerals import numeral_value, write_numeral
from lint_report.chinese.transitions import turns_to_another_subject
from lint_report.document import Document, Heading, Report, Section
from lint_report.messages import Message
from lint_report.outline.numbering import ENUMERATIONS
from lint_report.patterns import Pattern
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule, Severity
from lint_report.source import Span

_NUMERAL = Pattern(r"[一二三四五六七八九十廿卅〇]+|[壹贰叁肆伍陆柒捌玖拾貳參参叄陸]+|[0-9]+|[０-９]+|[①-⑳]")
_FORMS_OF_HEADINGS = frozenset({"壹、", "一、", "(一)"})
_SECOND = 2
_MARKERS = {
    "一、": "(?<![一-鿿])(?:{0})[、.．](?![二三]、)",  # not 第一、第二产业 nor 一、二、三产业
    "壹、": "(?:{0})[、.．]",
    "(一)": "[（(〔](?:{0})[）)〕]",
    "(1)": "[（(](?:{0})[）)]",
    "1.": "(?<![0-9０-９.])(?:{0})[、.．]",
    "1)": "(?<![0-9０-９.])(?:{0})[）)]",
    "①": "(?:{0})",
}


class HeadingNumber(Rule[NoOptions]):
    """标题序号有误。 / The number of a heading is wrong.

    What:
        zh: 同级标题的序号重复、跳号、颠倒，没有上级标题就重新从一开始，或者用错了层次的序号。
        en: Among headings that count together, a number that is doubled, skipped or out of order, a count that begins
            again without a heading above it, and a number in the form of another level.
    Why:
        zh: 增删段落之后忘了顺延序号，或者中间丢了一段；引用“第三部分”时就会对不上。
        en: Parts were added, moved or lost and the numbers not mended; references to them go wrong.
    Bad:
        一、主要工作
        （一）加强监督。听取报告5项。
        （二）开展视察。视察4次。
        （二）办理建议。办结建议27件。
        （三）联系群众。走访300户。
        ---
        一、主要工作
        听取报告5项。
        二、存在问题
        调研不够。
        四、下一步打算
        加强调研。
    Good:
        一、主要工作
        1.加强监督。听取报告5项。
        2.开展视察。视察4次。
        二、下一步打算
        1.加强调研。
        2.办好实事。
    Source:
        GB/T 9704-2012《党政机关公文格式》7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。
    """

    name = "heading-number"
    code = "S104"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each number that an editor would change; not those that only follow from it."""
        for report in document.reports:
            counted = _numbers_before(report)
            yield from _Group(document, None, report.sections, (), counted).check()
            for parent, uncles in _parents(report):
                yield from _Group(document, parent, parent.sections, uncles, counted).check()


def _numbers_before(report: Report) -> dict[int, int]:
    """Give, for the offset of each heading, the last number of its form before it in the report."""
    last: dict[str, int] = {}
    before: dict[int, int] = {}
    for section in report.walk():
        heading = section.heading
        if heading.form is None or heading.number is None:
            continue
        before[heading.span.start] = last.get(heading.form, 0)
        last[heading.form] = heading.number
    return before


def _parents(report: Report) -> Iterator[tuple[Section, tuple[Section, ...]]]:
    """Yield every section that has sections, with the sections that stand beside it."""
    pending = [(section, report.sections) for section in reversed(report.sections)]
    while pending:
        section, beside = pending.pop()
        if section.sections:
            yield section, beside
            pending.extend((child, section.sections) for child in reversed(section.sections))


# A report counts its chapters once, whatever stands between them.
_HIGHEST = "一、"
# A number that stands in a private-use character, which another rule reports.
_UNREADABLE = Pattern(r"^[ \t　]*[\ue000-\uf8ff][ \t　]?[、.．，]?", re.MULTILINE)
_ARTICLE = Pattern(r"^[ \t　]*第[^條条\n]{1,14}[條条款][ 　]{1,3}一[、 　]", re.MULTILINE)


class _Group:
    """The sections directly under one heading, or at the top of a report."""

    def __init__(
        self,
        document: Document,
        parent: Section | None,
        sections: Sequence[Section],
        uncles: Sequence[Section],
        counted: dict[int, int],
    ) -> None:
        self.document = document
        self.parent = parent
        self.sections = sections
        self.uncles = uncles
        self.counted = counted
        # The number after which a count began again, 0 for none: the count that was broken off may go on later.
        self.interrupted = 0

    def check(self) -> Iterator[Finding]:
        """Yield what is wrong with the numbers of the group."""
        runs: dict[str, list[Section]] = {}
        for section in self.sections:
            form = section.heading.form
            if form is not None and form not in ENUMERATIONS:
                runs.setdefault(form, []).append(section)
        for run in runs.values():
            yield from self._check_run(run)

    def _check_run(self, run: list[Section]) -> Iterator[Finding]:
        last = 0
        swapped = False
        widths: dict[bool, int] = {}
        for at, section in enumerate(run):
            number, following = _number(section), _number(run[at + 1]) if at + 1 < len(run) else None
            before = run[at - 1] if at else None
            widths, apart = _count_by_width(widths, section)
            apart = apart or (before is not None and self._is_of_article(before, section))
            if number == last + 1 or swapped or (before and (_prefix(before) != _prefix(section) or apart)):
                swapped = False
                last = number if number == 1 or apart else max(number, last)
                continue
            if before is None:
                finding = self._start(section)
            elif following == last + 2:
                finding = self._misnumbered(section, before, last + 1)
                number = last + 1
            elif number == last:
                finding = self._doubled(section, before)
            elif number == 1:
                finding = self._restarted(section, before)
            elif number == last + 2 and following == last + 1:
                finding = self._misplaced(section, run[at + 1], before)
                swapped = finding is not None
            elif number > last + 1:
                finding = self._skipped(section, before, last + 1)
            else:
                finding = self._out_of_order(section, before, last + 1)
            last = number
            if finding:
                yield finding

    def _start(self, section: Section) -> Finding | None:
        """Judge a count that does not begin with one."""
        heading, number = section.heading, _number(section)
        if self.counted.get(heading.span.start) == number - 1:
            return None
        if self.parent and self._stands_for_uncle(number):
            expected = _written(self.parent.heading, number)
            return _finding(
                heading,
                Message(
                    f"序号“{heading.marker}”与前后的同级标题形式不同，应为“{expected}”",
                    f"the number {heading.marker!r} is in the form of another level: write {expected!r}",
                ),
                "level",
                number,
            )
        start = self.parent.span.start if self.parent else self._report_start(section)
        if heading.form not in _MARKERS or (heading.item and heading.form not in _FORMS_OF_HEADINGS):
            return None
        excerpt = self.parent is None and number > _SECOND
        if excerpt or self._stand_inside(heading, range(number - 1, number), start, heading.span.start):
            return None
        first = _written(heading, 1)
        return _finding(
            heading,
            Message(
                f"序号从“{heading.marker}”开始，前面缺少“{first}”，请补上或改正序号",
                f"the numbers begin with {heading.marker!r}: {first!r} is missing before it, add it or mend the number",
            ),
            "start",
            1,
        )

    def _report_start(self, section: Section) -> int:
        report = self.document.report_at(section.span.start)
        return report.span.start if report else 0

    def _stands_for_uncle(self, number: int) -> bool:
        """Tell whether the number is the one that is missing beside the parent."""
        parent = self.parent
        if parent is None or parent.heading.number != number - 1:
            return False
        beside = [uncle for uncle in self.uncles if uncle.heading.form == parent.heading.form]
        at = beside.index(parent)
        return at + 1 < len(beside) and beside[at + 1].heading.number == number + 1

    def _misnumbered(self, section: Section, before: Section, expected: int) -> Finding | None:
        """Report a number whose neighbours leave no doubt of what it must be."""
        heading = section.heading
        written = _written(heading, expected)
        if self._is_copy(section, before):
            return None
        kind = "doubled" if section.heading.number == before.heading.number else "order"
        fix = Fix((Edit(_marker_span(heading), written),), safe=True) if written else None
        return _finding(
            heading,
            Message(
                f"序号“{heading.marker}”有误，按前后标题应为“{written}”",
                f"the number {heading.marker!r} is wrong: by the headings around it, it must be {written!r}",
            ),
            kind,
            expected,
            fix,
        )

    def _doubled(self, section: Section, before: Section) -> Finding | None:
        heading = section.heading
        if self._is_copy(section, before) or self._resumes(section):
            return None
        if heading.number == 1 and (heading.item or self._is_introduced(before, section)):
            return None
        line = self.document.position(before.heading.span.start).line
        return _finding(
            heading,
            Message(
                f"序号“{heading.marker}”与第 {line} 行重复，请改正并顺延后面的序号",
                f"the number {heading.marker!r} already stands on line {line}: mend it and the numbers after it",
            ),
            "doubled",
            (heading.number or 0) + 1,
        )

    def _is_copy(self, section: Section, before: Section) -> bool:
        """Tell whether the whole heading stands twice, which is another rule's finding."""
        return section.heading.title == before.heading.title and section.heading.number == before.heading.number

    def _restarted(self, section: Section, before: Section) -> Finding | None:
        if self._may_begin_anew(before, section):
            return None
        self.interrupted = _number(before)
        heading = section.heading
        return _finding(
            heading,
            Message(
                f"“{before.heading.marker}”之后序号又从“{heading.marker}”开始，中间没有上级标题，请补上标题或改正序号",
                f"after {before.heading.marker!r} the numbers begin again with {heading.marker!r} and no heading above"
                " them: add the heading or mend the number",
            ),
            "restart",
            (before.heading.number or 0) + 1,
        )

    def _may_begin_anew(self, before: Section, section: Section) -> bool:
        """Tell whether something between two headings may introduce a new count: a heading, or words of its own."""
        if self._is_introduced(before, section):
            return True
        if self.parent is None and section.heading.form == _HIGHEST:
            return False
        leaf = self.sections[self.sections.index(section) - 1]
        while leaf.sections:
            leaf = leaf.sections[-1]
        own_line = leaf.heading.run_in or leaf.heading.item
        paragraphs = list(leaf.paragraphs[1:] if leaf.heading.run_in else leaf.paragraphs)
        if paragraphs:
            return own_line or len(paragraphs) > 1 or paragraphs[0].text.endswith(("：", ":"))
        return self._text_between(leaf, section)

    def _is_introduced(self, before: Section, section: Section) -> bool:
        """Tell whether a heading without a number or the words of the text introduce a new count."""
        first, last = self.sections.index(before), self.sections.index(section)
        if any(other.heading.form is None for other in self.sections[first + 1 : last]):
            return True
        return turns_to_another_subject(self.document.text, before.heading.span.end, section.heading.span.start)

    def _text_between(self, leaf: Section, section: Section) -> bool:
        paragraphs = self.parent.paragraphs if self.parent else ()
        return any(leaf.span.end <= paragraph.span.start < section.span.start for paragraph in paragraphs)

    def _misplaced(self, section: Section, following: Section, before: Section) -> Finding | None:
        heading = following.heading
        return _finding(
            heading,
            Message(
                f"序号“{heading.marker}”排在“{section.heading.marker}”之后，请核对顺序",
                f"the number {heading.marker!r} stands after {section.heading.marker!r}: check the order",
            ),
            "order",
            (before.heading.number or 0) + 1,
        )

    def _skipped(self, section: Section, before: Section, expected: int) -> Finding | None:
        heading = section.heading
        between = range(expected, _number(section))
        if self._stand_inside(before.heading, between, before.span.start, section.span.start):
            return None
        if _UNREADABLE.search(self.document.text, before.span.start, section.heading.span.start):
            return None
        if (
            self._resumes(section)
            or any(child.heading.number == expected for child in before.sections[:1])
            or self._is_level(before, expected)
        ):
            return None
        missing = _written(before.heading, expected)
        return _finding(
            heading,
            Message(
                f"序号从“{before.heading.marker}”跳到“{heading.marker}”，缺少“{missing}”，请补上或改正序号",
                f"the numbers go from {before.heading.marker!r} to {heading.marker!r}, {missing!r} is missing:"
                " add it or mend the number",
            ),
            "skipped",
            expected,
        )

    def _is_level(self, before: Section, expected: int) -> bool:
        """Tell whether the missing number stands under the heading before in another form (reported there)."""
        starts: dict[str | None, int | None] = {}
        for child in before.sections:
            starts.setdefault(child.heading.form, child.heading.number)
        return expected in starts.values() and expected != 1

    def _resumes(self, section: Section) -> bool:
        """Tell whether a count goes on that another broke off (reported there)."""
        return self.interrupted > 0 and _number(section) == self.interrupted + 1

    def _out_of_order(self, section: Section, before: Section, expected: int) -> Finding | None:
        if self._resumes(section):
            return None
        heading = section.heading
        return _finding(
            heading,
            Message(
                f"序号“{heading.marker}”排在“{before.heading.marker}”之后，请核对顺序",
                f"the number {heading.marker!r} stands after {before.heading.marker!r}: check the order",
            ),
            "order",
            expected,
        )

    def _is_of_article(self, before: Section, section: Section) -> bool:
        """Tell whether the number is the second of an article of law, whose first stands behind 第六條."""
        start, end = before.heading.span.end, section.heading.span.start
        return _number(section) == _SECOND and _ARTICLE.search(self.document.text, start, end) is not None

    def _stand_inside(self, heading: Heading, numbers: range, start: int, end: int) -> bool:
        """Tell whether numbers stand in the middle of the text, and not as part of a list that goes beyond them."""
        template = _MARKERS.get(heading.form or "")
        if template is None:
            return False

        def stands(number: int) -> bool:
            numeral = _numeral_like(heading, number)
            pattern = Pattern(template.format(numeral)) if numeral else None
            return pattern is not None and pattern.search(self.document.text, start, end) is not None

        return all(map(stands, numbers)) and not stands(numbers.stop)


def _count_by_width(widths: dict[bool, int], section: Section) -> tuple[dict[bool, int], bool]:
    """Count the numbers of each width apart; tell whether this one goes on with those of its width alone.

    Where (1) and （1） are two levels, they are told apart by nothing else.
    """
    number, full = _number(section), (section.heading.marker or "").startswith("（")
    nested = len(widths) > (full in widths) and number in (1, widths.get(full, 0) + 1)
    return {**widths, full: number}, nested


def _number(section: Section) -> int:
    return section.heading.number or 0


def _prefix(section: Section) -> str:
    """Give what stands before the last component of a number such as 1.2.3."""
    marker = section.heading.marker or ""
    return marker.rstrip(".．、").rpartition(".")[0] if (section.heading.form or "").startswith("1.1") else ""


def _numeral_like(heading: Heading, number: int) -> str | None:
    match = _NUMERAL.search(heading.marker or "")
    return write_numeral(number, match.group()) if match else None


def _written(heading: Heading, number: int) -> str:
    """Write a number in the form of a heading's marker."""
    marker = heading.marker or ""
    matches = [match for match in _NUMERAL.finditer(marker) if numeral_value(match.group()) == heading.number]
    numeral = write_numeral(number, matches[-1].group()) if matches else None
    return marker[: matches[-1].start()] + numeral + marker[matches[-1].end() :] if numeral else ""


def _marker_span(heading: Heading) -> Span:
    return Span(heading.span.start, heading.span.start + len(heading.marker or ""))


def _finding(heading: Heading, message: Message, kind: str, expected: int, fix: Fix | None = None) -> Finding:
    data = {"kind": kind, "marker": heading.marker, "number": heading.number, "expected": expected}
    return Finding(_marker_span(heading), message, data=data, fix=fix)
