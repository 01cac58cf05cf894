"""N306 inconsistent-period."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.dates import Date, Period, Relative, covered_period, find_dates
from lint_report.document import Document, Paragraph, Part, Report, Section
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
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
_GIVEN = Pattern(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?P<month>1[0-2]|[1-9])月\d{1,2}日[ ]?"
    r"(?:(?:在|于|於)[^\n]{2,40}(?:会|會)[^\n]{0,12}上?[ ]*(?:\n|$)|[）)]?[ ]*\n(?=\s*[\u4e00-\u9fff"
    r" ]{0,14}\n?\s*各位代表))"
)
_REVIEWED = Pattern(
    r"(?<![\d至—－-])(?P<year>(?:19|20)\d\d)年度?(?:[政府我本全的主要简簡要基本各项項市省县縣区區镇鎮乡鄉校局]{0,8})(?:工作)?(?:的)?(?:[简主]要)?"
    r"(?:回[顾顧]|[总總][结結]|完成情[况況]|情[况況])"
)
_PLANNED_FOR = Pattern(
    r"(?<![\d至—－到-])(?P<year>(?:19|20)\d\d)年度?(?:[政府我本全的主要各项項市省县縣区區镇鎮乡鄉校局]{0,8})(?:工作)?(?:的)?"
    r"(?:安排|[计計][划劃畫]|打算|思路|部署|重[点點]工作|工作重[点點]|目[标標]任[务務]|工作任[务務]|工作建[议議]|工作要[点點])"
)
_PLANS = ("安排", "计划", "計劃", "計畫", "打算", "思路", "部署")
_CARRIED_OUT = Pattern(".{0,6}(?:[执執]行|完成|落[实實])")
_TELLS_OF_DONE = Pattern("回[顾顧]|[总總][结結]|完成|[执執]行")
_DATED = Pattern(r"(?<![\d.])(?P<year>(?:19|20)\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?")
_IN_HAND = Pattern(
    "力促|推[进進]|[实實][现現]|全面|[开開]工|建成|投[产產用]|通[车車]|竣工|到位|[启啟][动動用]|[运運][营營]|完工|要求|[启啟]用"
)
"""What plans say with a date as well as reports do."""
_OPENING = 600
_SPRING = 4
_SETTLED_MONTH = 3
_FAR_AHEAD = 3
_HEADING_LENGTH = 20
_LAST_MONTH = 12
_SETTLED_DAY = 10


class InconsistentPeriod(Rule[NoOptions]):
    """所写的时间超出报告所覆盖的时段。 / A time outside the period that the report covers.

    What:
        zh: 半年总结把下半年的事写成已经做完的工作，季度总结写到了下一季度，标题是一个年份、正文通篇却是另一个年份，
            把报告之后的日期写成已经发生的事，总结与计划的标题年份对不上（2013年工作总结里的“2013年工作计划”）。
        en: A half-year report that tells of work done in the second half, a quarter's report that tells of the next, a
            body that is of another year than the title throughout, a date after the report that is told as past, and
            headings of review and plans whose years do not go together (2013年工作计划 in a report on 2013).
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
            given = _given(report, document.text)
            yield from _years_of_headings(report, given)
            latest = given or (
                _Month(period.year + 1, _SETTLED_MONTH) if period and period.year and report.title else None
            )
            if latest:
                for paragraph in _reporting(report, document.text):
                    yield from _told_too_early(paragraph, latest)
            if period is None:
                continue
            if period.last < _LAST_MONTH:
                for paragraph in _reporting(report, document.text):
                    yield from _late(paragraph, period)
            if period.year and report.title and _SUMMARY.search(report.title):
                yield from _other_year(document, report, period.year)


class _Month(NamedTuple):
    """A month of a year."""

    year: int
    month: int


def _given(report: Report, text: str) -> _Month | None:
    """Give the month in which a report was given, by the line under its title: ——2014年1月14日在……会议上."""
    match = _GIVEN.search(text, report.span.start, min(report.span.end, report.span.start + _OPENING))
    return _Month(int(match["year"]), int(match["month"])) if match else None


def _years_of_headings(report: Report, given: _Month | None) -> Iterator[Finding]:
    """Compare the years that the headings review and plan with each other, and with that of the title or the date."""
    reviewed = planned = None
    if given and given.month <= _SPRING:
        reviewed, planned = given.year - 1, given.year
    elif report.title and _SUMMARY.search(report.title) and (match := _REVIEWED.search(report.title)):
        reviewed, planned = int(match["year"]), int(match["year"]) + 1
    for section in report.sections:
        title, start = section.heading.title, section.heading.title_span.start
        if match := _REVIEWED.search(title):
            year = int(match["year"])
            if reviewed is not None and year != reviewed:
                yield _year_finding(Span(start + match.start("year"), start + match.end("year") + 1), year, reviewed)
            else:
                reviewed, planned = year, year + 1
        for match in _PLANNED_FOR.finditer(title):
            year = int(match["year"])
            if (section is report.sections[0] or _TELLS_OF_DONE.search(title)) and not match.group().endswith(_PLANS):
                continue
            if _CARRIED_OUT.match(title, match.end()):
                continue
            if planned is not None and year != planned and year < planned + _FAR_AHEAD:
                yield _year_finding(Span(start + match.start("year"), start + match.end("year") + 1), year, planned)


def _year_finding(span: Span, stated: int, expected: int) -> Finding:
    return Finding(
        span,
        Message(
            f"按报告的时间，此处应为{expected}年，却写作{stated}年，请核对后改正",
            f"by the time of the report this should be {expected}, not {stated}: check the year",
        ),
        data={"year": stated, "expected": expected},
    )


def _told_too_early(paragraph: Paragraph, latest: _Month) -> Iterator[Finding]:
    """Yield the dates after the report that are told as past: 2015年12月，召开了…… in a report on 2013."""
    text = paragraph.joined
    if not _DATED.search(text):
        return
    quoted = [Span(*match.span()) for match in _QUOTED.finditer(text)]
    for sentence in _SENTENCE.finditer(text):
        match = _DATED.search(text, *sentence.span())
        if match is None or _NOT_DONE.search(sentence.group()) or _IN_HAND.search(sentence.group()):
            continue
        date = _Month(int(match["year"]), int(match["month"]))
        span = Span(*match.span())
        if date <= latest or date.year > latest.year + _FAR_AHEAD or any(other.overlaps(span) for other in quoted):
            continue
        before, after = text[max(0, span.start - 3) : span.start], text[span.end : span.end + 4]
        if _OPEN_START.search(before) or _OPEN_END.match(after) or not _DONE.search(text, span.end, sentence.end()):
            continue
        stated = text[span.start : span.end]
        yield Finding(
            paragraph.span_of(*span),
            Message(
                f"报告时间为{latest.year}年，“{stated}”尚未到来，却写成已经发生，请核对日期",
                f"the report is of {latest.year}, but tells of {stated!r} as past: check the date",
            ),
            data={"date": stated, "year": latest.year, "month": latest.month},
        )


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
