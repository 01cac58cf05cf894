"""S105 glued-heading."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.document import Document, Heading, Report
from lint_report.messages import Message
from lint_report.outline.glued import heading_gaps
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule, Severity
from lint_report.source import Span

_LONGEST_SPACE = 20


class GluedHeading(Rule[NoOptions]):
    """标题没有另起一行。 / A heading stands in the middle of a line.

    What:
        zh: 标题接在上一段末尾，或者与正文只隔一个空格，而同级的标题都独占一行。
        en: A heading at the end or in the middle of a line of text, or parted from its body by a space only, while the
            headings beside it have a line of their own.
    Why:
        zh: 换行在复制、转换时丢了；标题混在段落里，读者看不出层次。
        en: A line break was lost in copying, and the structure can no longer be seen.
    Bad:
        一、加强学习，提高素质
        全年集中学习12次，撰写心得4篇。 二、求真务实，履行职责
        办结议案7件。
        三、存在的不足
        调研不够深入。
    Good:
        一、加强学习，提高素质
        全年集中学习12次，撰写心得4篇。
        二、求真务实，履行职责
        办结议案7件。
        ---
        主要做了三项工作：一、开展视察；二、督办议案；三、走访代表。
    Source:
        GB/T 9704-2012《党政机关公文格式》7.3.3：结构层次序数各自起行。
    """

    name = "glued-heading"
    code = "S105"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such heading."""
        for report in document.reports:
            yield from (_glued(document, heading) for heading in _glued_headings(report))
            yield from _glued_bodies(document, report)


def _glued_headings(report: Report) -> Iterator[Heading]:
    yield from report.stray_headings
    yield from (section.heading for section in report.walk() if section.heading.glued)


def _glued(document: Document, heading: Heading) -> Finding:
    name = f"{heading.marker or ''}{heading.title}"
    start = heading.span.start
    before = document.text[max(start - _LONGEST_SPACE, 0) : start]
    space = start - len(before) + len(before.rstrip())
    return Finding(
        heading.span,
        Message(
            f"标题“{name}”接在上一行文字之后，请另起一行",
            f"the heading {name!r} stands in the middle of a line: put it on a line of its own",
        ),
        data={"marker": heading.marker, "title": heading.title},
        fix=Fix((Edit(Span(space, start), "\n"),), safe=False),
    )


def _glued_bodies(document: Document, report: Report) -> Iterator[Finding]:
    for heading, gap in heading_gaps(report, document.text):
        name = f"{heading.marker or ''}{heading.title}"
        yield Finding(
            Span(heading.span.start, gap.end),
            Message(
                f"标题“{name}”与正文只隔空格，请将正文另起一行",
                f"only a space parts the heading {name!r} from its text: put the text on a line of its own",
            ),
            data={"marker": heading.marker, "title": heading.title},
            fix=Fix((Edit(gap, "\n"),), safe=False),
        )
