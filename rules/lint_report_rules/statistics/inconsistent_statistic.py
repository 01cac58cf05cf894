"""N304 inconsistent-statistic."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.arithmetic import (
    FIGURES,
    Relation,
    RelationKind,
    find_announced_lists,
    find_mentions,
    find_relations,
)
from lint_report.chinese.numerals import numeral_value
from lint_report.document import Document, Paragraph, Part, Report, Section
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_ANNOUNCED = Pattern(
    r"(?<![第前其每余餘多各数數几幾的\d一二三四五六七八九十百])(?P<number>[二两兩三四五六七八九十]{1,3}|\d{1,2})"
    r"[个個项項种種条條点點类類件大方步](?!百分|月|小时|小時)[^，。；：:“”‘’、\n0-9]{0,12}"
    r"(?:[：:]|(?:方面|工作|任务|任務|措施|重点|重點|问题|問題|要点|要點|环节|環節|关系|關係|文章|原则|原則|事|转变|轉變)。)$"
)
_NUMBER_OF = Pattern(r"([二两兩三四五六七八九十]{1,3}|\d{1,2})[”」]?[个個项項种種条條点點类類件大方步]")
_LEAD_IN = 60
_MOST = 12
_LAST_MARK = 6
_HAN = "一二三四五六七八九十"
_ZH = {
    RelationKind.SUM: "“{stated}”与各项之和不符（{working}），请核对后改正",
    RelationKind.PART: "“{stated}”多于它所属的“{figure}”，请核对后改正",
    RelationKind.POINTS: "百分数之差应写作百分点：“{stated}”应为“{expected}”（{working}），请改正",
    RelationKind.DIRECTION: "“{stated}”与所说的增减方向相反（{working}），请核对后改正",
    RelationKind.COUNT: "写明的“{stated}”与实际列出的{expected}项不符，请核对后改正",
    RelationKind.MENTION: "“{working}”前文作“{figure}”，此处作“{stated}”，请核对后统一",
    RelationKind.MAGNITUDE: "同一数量前文作“{figure}”，此处作“{stated}”，相差万倍，请核对后统一",
}
_EN = {
    RelationKind.SUM: "{stated!r} is not the sum of its parts ({working}): check the figures",
    RelationKind.PART: "{stated!r} is more than the {figure!r} that it is part of: check the figures",
    RelationKind.POINTS: "percentages differ by percentage points: write {expected!r} for {stated!r} ({working})",
    RelationKind.DIRECTION: "{stated!r} goes against the direction that the verb says ({working}): check the figures",
    RelationKind.COUNT: "{stated!r} announces another number than the {expected} items that follow: check them",
    RelationKind.MENTION: "{working!r} is {figure!r} before and {stated!r} here: check them and use one",
    RelationKind.MAGNITUDE: "the same quantity is {figure!r} before and {stated!r} here: use one of the two",
}
_ZH_DERIVED = "“{stated}”与文中数字不符，应为{working}，请核对后改正"
_EN_DERIVED = "{stated!r} does not follow from the figures, it should be {working}: check them"


class InconsistentStatistic(Rule[NoOptions]):
    """文中的数字自相矛盾。 / Figures in the text contradict one another.

    What:
        zh: 参会率、占比、合计、增幅、人均等数字与同句其他数字算不拢；分项之和不等于总数；写明三个方面却列出四项；
            同一个数前后写法不一，而且显然是抄错（增幅相同，或只差一位、相邻两位颠倒）。
        en: A rate, share, sum, growth, difference or average that the other figures of the sentence contradict; parts
            that do not add up; an announced number of points that is not the number that follows; one quantity with
            two values where one is plainly miscopied (the same growth behind both, one digit apart, two swapped).
    Why:
        zh: 前后算不拢的数字会使整篇报告失去可信度，往往是套用旧稿时只改了一处。
        en: A sum that does not come out costs a report its credit; mostly one figure of an old draft was left in place.
    Bad:
        应到代表54名，实到53人，参会率达98.9%。
        ---
        共抽查企业27家：其中木材加工厂13家、加气站2家、汽车修理厂3家、废品收购点6家。
        ---
        森林覆盖率由35%提高到40%，提高5%。
        ---
        全镇完成财政总收入12345万元，增长8.6%。

        这一年，全镇财政总收入12354万元，增长8.6%，再创新高。
    Good:
        应到代表54名，实到53人，参会率达98.1%。
        ---
        共抽查企业27家，其中木材加工厂13家、加气站2家。
        ---
        森林覆盖率由35%提高到40%，提高5个百分点。
        ---
        全镇完成财政总收入12345万元，增长8.6%。

        明年，全镇财政总收入力争达到13000万元，增长8.6%。
    Source:
        《党政机关公文处理工作条例》第十九条（表述准确）；真实例子：应到54名、实到53人，参会率写作98.9%。
    """

    name = "inconsistent-statistic"
    code = "N304"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each figure that no reading of the others gives."""
        text = document.text
        titles = (section.heading.title_span for section in document.headings)
        figured = (Paragraph(title, text) for title in titles if FIGURES.search(text, *title))
        for paragraph in (*document.paragraphs_holding(FIGURES), *figured):
            for relation in find_relations(paragraph.joined):
                if not relation.holds:
                    yield _finding(relation, paragraph.span_of(*relation.span))
        for report in document.reports:
            announced = tuple(find_announced_lists(text, *report.span))
            listed = {relation.span for relation in announced if not relation.holds}
            for relation in (
                *announced,
                *find_mentions(text, *report.span, plans=_plans(report)),
            ):
                if not relation.holds:
                    yield _finding(relation, relation.span)
            nodes: tuple[Report | Section, ...] = (report, *report.walk())
            for node in nodes:
                yield from (found for found in _announced_sections(document, report, node) if found.span not in listed)


def _plans(report: Report) -> list[Span]:
    """Give the stretches of a report that tell of what is to be done, joined where they overlap."""
    joined: list[Span] = []
    for stretch in report.serving(Part.NEXT_STEPS):
        if joined and stretch.span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, stretch.span.end))
        else:
            joined.append(stretch.span)
    return joined


def _announced_sections(document: Document, report: Report, node: Report | Section) -> Iterator[Finding]:
    """Compare 抓好以下三个方面的工作： with the sections that follow it at once."""
    if not node.sections:
        return
    first = node.sections[0].heading
    if (first.marker or "").endswith(("是", "要")):  # read as a list already
        return
    before = [paragraph for paragraph in node.paragraphs if paragraph.span.end <= first.span.start]
    match = _ANNOUNCED.search(before[-1].joined[-_LEAD_IN:]) if before else None
    announced = numeral_value(match["number"]) if match else None
    if match is None or announced is None or announced > _MOST:
        return
    listed = [section for section in node.sections if section.heading.form == first.form]
    deeper = sum(len(section.sections) for section in listed)
    numbered = [section.heading.number for section in listed] == list(range(1, len(listed) + 1))
    if (
        len(listed) in (0, announced)
        or announced == deeper
        or not numbered
        or _goes_on(document, report, node, len(listed) + 1)
        or len(listed) in _other_numbers(before[-1].joined[-_LEAD_IN:], match.start())
    ):
        return
    shift = len(before[-1].joined) - len(before[-1].joined[-_LEAD_IN:])
    span = before[-1].span_of(match.start() + shift, match.end() + shift - 1)
    count = len(listed)
    relation = Relation(
        RelationKind.COUNT, span, (), document.text[span.start : span.end], str(count), str(count), holds=False
    )
    yield _finding(relation, span)


def _other_numbers(lead: str, end: int) -> set[int | None]:
    """Give the other numbers of things that the lead names: 打好三大会战，深化三项改革，加强三项建设."""
    numbers = [numeral_value(match[1]) for match in _NUMBER_OF.finditer(lead, 0, end)]
    return {*numbers, len(numbers) + 1}


def _goes_on(document: Document, report: Report, node: Report | Section, number: int) -> bool:
    """Tell whether a further item may stand in the text in a form that is no section, or behind a heading between."""
    text = document.text[node.sections[-1].span.start : node.span.end]
    rest = document.text[node.span.end : report.span.end]
    han = _HAN[number - 1] if number <= len(_HAN) else str(number)
    marks = (
        f"{han}要",
        f"{han}、",
        f"（{han}）",
        f"({han})",
        f"{han}是",
        f"第{han}",
        f"{number}.",
        f"{number}、",
        f"{number}．",
    )
    starts = {line.lstrip()[:_LAST_MARK].replace(" ", "") for line in rest.split("\n")}
    return any(mark in text for mark in marks) or any(start.startswith(marks) for start in starts)


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
        places=(relation.earlier, span) if relation.earlier else (),
    )
