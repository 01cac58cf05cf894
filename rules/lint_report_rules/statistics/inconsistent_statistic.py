"""N304 inconsistent-statistic."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.arithmetic import (
    Relation,
    RelationKind,
    find_announced_lists,
    find_mentions,
    find_relations,
)
from lint_report.document import Document, Paragraph
from lint_report.messages import Message
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_ZH = {
    RelationKind.SUM: "“{stated}”与各项之和不符（{working}），请核对后改正",
    RelationKind.PART: "“{stated}”多于它所属的“{figure}”，请核对后改正",
    RelationKind.POINTS: "百分数之差应写作百分点：“{stated}”应为“{expected}”（{working}），请改正",
    RelationKind.DIRECTION: "“{stated}”与所说的增减方向相反（{working}），请核对后改正",
    RelationKind.COUNT: "写明的“{stated}”与实际列出的{expected}项不符，请核对后改正",
    RelationKind.MAGNITUDE: "同一数量前文作“{figure}”，此处作“{stated}”，相差万倍，请核对后统一",
}
_EN = {
    RelationKind.SUM: "{stated!r} is not the sum of its parts ({working}): check the figures",
    RelationKind.PART: "{stated!r} is more than the {figure!r} that it is part of: check the figures",
    RelationKind.POINTS: "percentages differ by percentage points: write {expected!r} for {stated!r} ({working})",
    RelationKind.DIRECTION: "{stated!r} goes against the direction that the verb says ({working}): check the figures",
    RelationKind.COUNT: "{stated!r} announces another number than the {expected} items that follow: check them",
    RelationKind.MAGNITUDE: "the same quantity is {figure!r} before and {stated!r} here: use one of the two",
}
_ZH_DERIVED = "“{stated}”与文中数字不符，应为{working}，请核对后改正"
_EN_DERIVED = "{stated!r} does not follow from the figures, it should be {working}: check them"


class InconsistentStatistic(Rule[NoOptions]):
    """文中的数字自相矛盾。 / Figures in the text contradict one another.

    What:
        zh: 参会率、占比、合计、增幅、人均等数字与同句其他数字算不拢；分项之和不等于总数；写明三个方面却列出四项。
        en: A rate, share, sum, growth, difference or average that the other figures of the sentence contradict; parts
            that do not add up; an announced number of points that is not the number that follows.
    Why:
        zh: 前后算不拢的数字会使整篇报告失去可信度，往往是套用旧稿时只改了一处。
        en: A sum that does not come out costs a report its credit; mostly one figure of an old draft was left in place.
    Bad:
        应到代表54名，实到53人，参会率达98.9%。
        ---
        共抽查企业27家：其中木材加工厂13家、加气站2家、汽车修理厂3家、废品收购点6家。
        ---
        森林覆盖率由35%提高到40%，提高5%。
    Good:
        应到代表54名，实到53人，参会率达98.1%。
        ---
        共抽查企业27家，其中木材加工厂13家、加气站2家。
        ---
        森林覆盖率由35%提高到40%，提高5个百分点。
    Source:
        《党政机关公文处理工作条例》第十九条（表述准确）；真实例子：应到54名、实到53人，参会率写作98.9%。
    """

    name = "inconsistent-statistic"
    code = "N304"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each figure that no reading of the others gives."""
        titles = (Paragraph(section.heading.title_span, document.text) for section in document.headings)
        for paragraph in (*document.paragraphs, *titles):
            for relation in find_relations(paragraph.joined):
                if not relation.holds:
                    yield _finding(relation, paragraph.span_of(*relation.span))
        for report in document.reports:
            for find in (find_announced_lists, find_mentions):
                for relation in find(document.text, *report.span):
                    if not relation.holds:
                        yield _finding(relation, relation.span)


def _finding(relation: Relation, span: Span) -> Finding:
    facts = {
        "stated": relation.stated,
        "expected": relation.expected,
        "working": relation.working,
        "figure": relation.figures[0] if relation.figures else "",
    }
    return Finding(
        span,
        Message(
            _ZH.get(relation.kind, _ZH_DERIVED).format(**facts),
            _EN.get(relation.kind, _EN_DERIVED).format(**facts),
        ),
        data={
            "kind": relation.kind.value,
            "stated": relation.stated,
            "expected": relation.expected,
            "working": relation.working,
            "figures": list(relation.figures),
        },
    )
