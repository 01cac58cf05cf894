"""N306 inconsistent-period."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.dates import Date, Period, Relative, covered_period, find_dates
from lint_report.document import Document, Paragraph, Part, Report, Section
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_DONE = Pattern(
    r"了|已|[召展]开|[召展]開|举[办辦行]|舉[辦行]|组织|組織|开展|開展|完成|参[加与與]|參[加與]|协助|協助|视察|視察|听取|聽取|荣获|榮獲"
    r"|进行|進行|成立|审议|審議|[签簽籤][订訂约約]|簽[訂約]|接待|检查|檢查|调研|調研|走访|走訪|[评評][为為]|印发|印發|启动|啟動|通过|通過|邀请|邀請"
)
_NOT_DONE = Pattern(
    r"将|將|[计計]划|計畫|计畫|预计|預計|拟|擬|下半年|力争|力爭|预期|預期|争取|爭取|确保|確保|下一步|下步|准备|準備|打算|安排在|目标|目標|之前|以前"
    r"|年底|届时|屆時|可望|有望|即[将將]|尚未|今后|今後|后续|後續|规划|規劃|部署|同期|去年|上年|前年|往年|[历歷曆]年|每年|以来|以來"
    r"|(?<![主重需纲綱摘必概紧緊])要(?![求点點素闻聞])|截[至止]|明年|[应應]于|為期|为期"
)
_OPEN_END = Pattern(r"^\s?(?:底|末|初|份|中旬|下旬|上旬)?\s?(?:之|以)?(?:前|起|后|後|开始|開始|至|到|[—–~～-])")
_OPEN_START = Pattern(r"(?:[自从從于至到期在截—–~～-]|\d|截[至止])\s?$")
_QUOTED = Pattern(r"《[^《》\n]{0,80}》|“[^“”\n]{0,80}”|「[^「」\n]{0,80}」|（[^（）\n]{0,40}）|\([^()\n]{0,40}\)")
_SENTENCE = Pattern(r"[^。！？!?；;\n]+")
_PLAN_HEADING = Pattern(
    r"下半年|下一步|下步|下阶段|下階段|[计計]划|計畫|打算|安排|今后|今後|明年|[来來]年|思路|设想|設想|展望"
)
_SUMMARY = Pattern(r"总结|總結|小结|小結|述职|述職|工作(?:情况|情況)?(?:[汇匯彙][报報]|匯報)|工作回[顾顧]")
_CLAIM = Pattern(
    r"(?:^|(?<=[。！\n\s]))(?P<year>(?:19|20)\d\d)年(?:度|上半年|下半年|以来|以來)?[，,]?\s?(?:我|全[县市区镇乡村校局院省縣區鎮鄉]|在|本[单單镇鎮乡鄉局校]|是)"
    r"|今年[（(](?P<now>(?:19|20)\d\d)年?[）)]"
)
_HEADING_LENGTH = 20
_LAST_MONTH = 12
_SETTLED_DAY = 10


class InconsistentPeriod(Rule[NoOptions]):
    """所写的时间超出报告所覆盖的时段。 / A time outside the period that the report covers.

    What:
        zh: 半年总结把下半年的事写成已经做完的工作，季度总结写到了下一季度，标题是一个年份、正文通篇却是另一个年份。
        en: A half-year report that tells of work done in the second half, a quarter's report that tells of the next, a
            body that is of another year than the title throughout.
    Why:
        zh: 多半是套用旧稿或把全年材料拼入半年总结留下的痕迹，读者会怀疑事情是否真的发生。
        en: It mostly comes from an old draft or another report's paragraph, and readers doubt whether it happened.
    Bad:
        2022年上半年工作总结

        一、主要工作

        9月18日，镇人大组织代表视察了食品安全工作。
    Good:
        2022年上半年工作总结

        一、主要工作

        6月18日，镇人大组织代表视察了食品安全工作。

        二、下半年工作计划

        9月组织代表视察食品安全工作。
    Source:
        《党政机关公文处理工作条例》第十九条（内容真实、时间准确）；半年总结中混入下半年活动的真实例子。
    """

    name = "inconsistent-period"
    code = "N306"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield work told as done after the end of the period, and the first sign that the body is of another year."""
        for report in document.reports:
            headings = [section.heading.title for section in report.sections]
            opening = "".join(paragraph.joined for paragraph in report.paragraphs[:2])[:400]
            period = covered_period(report.title, opening, headings)
            if period is None:
                continue
            if period.last < _LAST_MONTH:
                for paragraph in _reporting(report, document.text):
                    yield from _late(paragraph, period)
            if period.year and report.title and _SUMMARY.search(report.title):
                yield from _other_year(document, report, period.year)


def _reporting(report: Report, text: str) -> Iterator[Paragraph]:
    """Yield the paragraphs, and the titles of sections, that report and do not plan."""
    plans = [passage.span for passage in report.passages if passage.part is Part.NEXT_STEPS]
    pending: list[Report | Section] = [report]
    while pending:
        node = pending.pop()
        paragraphs = node.paragraphs
        if isinstance(node, Section):
            title = node.heading.title
            if Part.NEXT_STEPS in node.parts or (len(title) <= _HEADING_LENGTH and _PLAN_HEADING.search(title)):
                continue
            paragraphs = (Paragraph(node.heading.title_span, text), *paragraphs)
        for paragraph in paragraphs:
            if not any(plan.overlaps(paragraph.span) for plan in plans):
                yield paragraph
        pending.extend(node.sections)


def _late(paragraph: Paragraph, period: Period) -> Iterator[Finding]:
    text = paragraph.joined
    if "月" not in text:
        return
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    for sentence in _SENTENCE.finditer(text):
        if "月" not in sentence.group() or _NOT_DONE.search(sentence.group()):
            continue
        dates = list(find_dates(text, *sentence.span()))
        if any(_of_another_year(date, period) for date in dates):
            continue
        for date in dates:
            if not _is_late(date, period) or any(span.overlaps(date.span) for span in quoted):
                continue
            before, after = text[max(0, date.span.start - 3) : date.span.start], text[date.span.end : date.span.end + 4]
            if (
                _OPEN_START.search(before)
                or _OPEN_END.match(after)
                or not _DONE.search(text, date.span.end, sentence.end())
            ):
                continue
            yield _late_finding(paragraph.span_of(*date.span), text[date.span.start : date.span.end], period)
            break


def _of_another_year(date: Date, period: Period) -> bool:
    return date.relative not in (None, Relative.THIS) or (date.year is not None and date.year != period.year)


def _is_late(date: Date, period: Period) -> bool:
    """Tell whether a date lies after the period; the first days after its end are when the report is written."""
    if date.first is None or date.first != date.last or date.first <= period.last:
        return False
    return date.first > period.last + 1 or date.day is None or date.day > _SETTLED_DAY


def _late_finding(span: Span, stated: str, period: Period) -> Finding:
    months = f"{period.first}—{period.last}月" if period.first < period.last else f"{period.last}月"
    return Finding(
        span,
        Message(
            f"报告覆盖的是{months}，“{stated}”的工作不在其中，请核对日期，或移到下一阶段的计划里",
            f"the report covers months {period.first} to {period.last}, but tells of work done on {stated!r}: check the"
            " date, or move it to the plans",
        ),
        data={"date": stated, "first_month": period.first, "last_month": period.last},
    )


def _other_year(document: Document, report: Report, year: int) -> Iterator[Finding]:
    """Yield the first sentence that takes another year for the current one, if none takes that of the title."""
    start = report.title_span.end if report.title_span else report.span.start
    body = document.text[start : report.span.end]
    if f"{year}年" in body or f"{year}." in body or f"{year}-" in body:
        return
    claims = list(_CLAIM.finditer(body))
    years = {match["year"] or match["now"] for match in claims}
    if len(years) != 1:
        return
    stated = years.pop()
    group = "year" if claims[0]["year"] else "now"
    yield Finding(
        Span(start + claims[0].start(group), start + claims[0].end(group) + 1),
        Message(
            f"标题是{year}年，正文却以{stated}年为当年，请核对后统一",
            f"the title is of {year}, but the body takes {stated} for the current year: use one",
        ),
        data={"title_year": year, "body_year": int(stated), "claims": len(claims)},
    )
