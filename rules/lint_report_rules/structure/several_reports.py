"""S108 several-reports."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lint_report.document import Document, Kind, Report
from lint_report.messages import Message
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_LONGEST_COVER = 1500


class SeveralReports(Rule[NoOptions]):
    """一个文件里有几篇报告。 / A file holds more than one report.

    What:
        zh: 文件里有两篇以上的报告：有几个标题（篇一、篇二……），或者前一篇结束之后又从头写起。
        en: A file with two or more reports, told by their titles (篇一, 篇二) or by a text that begins anew after the
            one before has ended.
    Why:
        zh: 要印发的稿子只应是一篇；几篇连在一起，多半是从范文合集里复制来的。各篇分别检查，所以在此说明。
        en: A draft is one report; several in one file mostly come from a collection of samples. Each is checked by
            itself, which is why this is said.
    Bad:
        乡人大工作总结篇一
        一、主要工作
        召开会议3次。
        二、存在问题
        调研不够。
        乡人大工作总结篇二
        一、主要工作
        视察5次。
        二、存在问题
        宣传不够。
    Good:
        乡人大工作总结
        一、主要工作
        召开会议3次。
        二、存在问题
        调研不够。
    Source:
        网上的“工作总结大全5篇”一类合集：常见于从网页复制的稿件
    """

    name = "several-reports"
    code = "S108"
    severity = Severity.INFO

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding where the second report begins; its places are the beginnings of all."""
        reports = _without_cover(document.reports)
        count = len(reports)
        if count > 1:
            yield Finding(
                _beginning(reports[1]),
                Message(
                    f"文件里有 {count} 篇报告，这里是第二篇的开头；各篇已分别检查，如只应有一篇，请拆分文件",
                    f"the file holds {count} reports, the second begins here; each was checked by itself:"
                    " split the file if it should hold one",
                ),
                data={"reports": count},
                places=tuple(_beginning(report) for report in reports),
            )


def _without_cover(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """Leave out what is no report: the notice, or the resolution, that the first report is published with."""
    for first, second in pairwise(reports[:2]):
        short = first.span.end - first.span.start <= _LONGEST_COVER
        if short and first.kind is Kind.OTHER and not first.sections and second.kind is not Kind.OTHER:
            return reports[1:]
    return reports


def _beginning(report: Report) -> Span:
    if report.title_span:
        return report.title_span
    first = report.paragraphs[0].span if report.paragraphs else report.sections[0].heading.span
    return first if first.start == report.span.start else report.sections[0].heading.span
