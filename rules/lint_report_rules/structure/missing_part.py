"""S101 missing-part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from lint_report.document import Document, Kind, Part, Report, Script
from lint_report.messages import Message
from lint_report.outline.lexicon import shipped_lexicon
from lint_report.outline.titles import title_reader
from lint_report.patterns import Pattern
from lint_report.records import dataclass, field
from lint_report.rule import Finding, Rule, Severity
from lint_report.source import Span

RequiredPart = Literal["achievements", "shortcomings", "next-steps"]

_ALL = (Part.ACHIEVEMENTS, Part.SHORTCOMINGS, Part.NEXT_STEPS)
_REQUIRED = {Kind.PLAN: (Part.NEXT_STEPS,), Kind.OTHER: ()}
# A 施政報告 before a legislature says what will be done; it owns no shortcomings.
_REQUIRED_OF_TRADITIONAL_GOVERNMENT = (Part.NEXT_STEPS,)

# As many characters of an untitled report are marked as tell which it is.
_LONGEST_MARK = 12

_ABRIDGED = Pattern(r"摘要|摘登|摘编|摘編|摘录|摘錄|节选|節選|节录|節錄|简版|簡版")

_NAMES = {
    Part.ACHIEVEMENTS: Message("工作成绩", "what was done"),
    Part.SHORTCOMINGS: Message("存在的问题和不足", "the shortcomings"),
    Part.NEXT_STEPS: Message("下一步工作打算", "the next steps"),
}
_HINTS = {
    Part.ACHIEVEMENTS: Message("请补写做了哪些工作、取得哪些成效", "tell what was done and what came of it"),
    Part.SHORTCOMINGS: Message("请补写一节或一段", "add a section or a paragraph"),
    Part.NEXT_STEPS: Message("请补写具体措施，只表决心的话不算", "add measures, a mere resolution is not enough"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """Options of missing-part."""

    required: tuple[RequiredPart, ...] = field(
        default=(),
        metadata={
            "zh": "报告必须有的部分：achievements（成绩）、shortcomings（不足）、next-steps（打算）；不填则按种类定",
            "en": "the parts that a report must have; empty: as its kind asks",
        },
    )
    shortest: int = field(
        default=200,
        metadata={
            "zh": "正文不足这么多字的不算报告，不检查",
            "en": "a text with fewer characters than this is no report and is not checked",
        },
    )


class MissingPart(Rule[Options]):
    """报告缺少应有的部分。 / A report lacks a part that it should have.

    What:
        zh: 总结、汇报、述职报告和人大、政府工作报告应当有成绩、不足和下一步打算，写成一节或一段都可以。工作计划只要求
            打算；预算报告、业务报告、专题报告、讲话等不作要求；繁体的施政报告只要求打算。
        en: A summary, a duty report, a report of a people's congress or government has achievements, shortcomings and
            next steps, as a section or as a passage. A plan needs next steps only; budget and business reports,
            reports on one subject and speeches need none; a traditional policy address needs next steps only.
    Why:
        zh: 只讲成绩、不讲问题，或者只有总结、没有打算，是退稿最常见的原因；摘自网上的范文常常只剩一半。
        en: A report that owns no shortcomings or has no plan is sent back; what was copied from a site is often half.
    Bad:
        2023年镇农业服务中心工作总结

        一、抓好粮食生产
        今年以来，我镇落实粮食播种面积3.2万亩，组织技术人员下村指导120人次，发放农资补贴86万元，推广优良品种5个，
        全年粮食总产量达到1.4万吨，比上年增长2.1%，超额完成了县里下达的任务，种粮大户由12户增加到19户，建成高标准农田2600亩。
        二、做强特色产业
        全镇新发展大棚蔬菜320亩，引进加工企业2家，带动210户农户增收，注册商标3个，举办采摘节2次，实现旅游收入140万元，
        农民人均可支配收入达到2.1万元，村集体经济收入全部超过10万元，产业结构得到进一步优化，农产品加工率明显提高。
    Good:
        2023年镇农业服务中心工作总结

        一、抓好粮食生产
        今年以来，我镇落实粮食播种面积3.2万亩，组织技术人员下村指导120人次，发放农资补贴86万元，推广优良品种5个，
        全年粮食总产量达到1.4万吨，比上年增长2.1%，超额完成了县里下达的任务，种粮大户由12户增加到19户，建成高标准农田2600亩。
        在肯定成绩的同时，我们也清醒地看到，农田水利设施老化，农技人员不足，农产品销路不够宽。
        二、明年工作打算
        整修干渠6公里，新建提灌站2座；招聘农技人员3名；与3家超市签订直供协议，新增订单种植500亩。
    Source:
        《党政机关公文处理工作条例》对报告的要求（汇报工作、反映情况）；各级工作总结的通行体例：成绩、问题、打算。
    """

    name = "missing-part"
    code = "S101"
    severity = Severity.ERROR
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each part that a report lacks."""
        for report in document.reports:
            required = self._required(report)
            if not required or _length(report) < self.options.shortest:
                continue
            place = _place(report)
            for part in required:
                if next(report.serving(part), None) is None:
                    yield Finding(place, _message(report, part), data={"part": part.value})

    def _required(self, report: Report) -> tuple[Part, ...]:
        if self.options.required:
            return tuple(Part(name) for name in self.options.required)
        if report.title and _ABRIDGED.search(report.title):
            return ()
        if report.kind is Kind.GOVERNMENT_REPORT and report.script is Script.TRADITIONAL:
            return _REQUIRED_OF_TRADITIONAL_GOVERNMENT
        return _REQUIRED.get(report.kind, _ALL)


def _message(report: Report, part: Part) -> Message:
    name, hint = _NAMES[part], _HINTS[part]
    if (
        report.title
        and part is not Part.ACHIEVEMENTS
        and part in title_reader(shipped_lexicon()).read(report.title).parts
    ):
        return Message(
            f"标题写明有{name.zh}，正文却没有，{hint.zh}",
            f"the title promises {name.en} and the report has none: {hint.en}",
        )
    return Message(f"报告没有{name.zh}，{hint.zh}", f"the report lacks {name.en}: {hint.en}")


def _place(report: Report) -> Span:
    """Give the title, or the first words of an untitled report."""
    if report.title_span is not None:
        return report.title_span
    first = min(_spans(report), default=report.span)
    start = first.start
    return Span(start, min(start + _LONGEST_MARK, first.end))


def _length(report: Report) -> int:
    return sum(span.end - span.start for span in _spans(report))


def _spans(report: Report) -> Iterator[Span]:
    """Yield the spans of a report's headings and paragraphs."""
    yield from (paragraph.span for paragraph in report.paragraphs)
    for section in report.walk():
        yield section.heading.span
        yield from (paragraph.span for paragraph in section.paragraphs)
