"""E101 left-from-earlier."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

from lint_report import Document, Finding, Message, Rule, Severity, Span
from lint_report_earlier_report.comparison import find_losses, find_old_years, find_taken_over
from lint_report_earlier_report.earlier import Dated, Search, dated_reports, find_earlier


@dataclass(frozen=True, slots=True)
class Options:
    """Where the earlier report is, and what is compared."""

    earlier: str = field(
        default="*",
        metadata={
            "zh": "上一期报告的路径，相对于所查的文件，可用通配符；默认在同一文件夹里按标题的年份、时段去找",
            "en": "path of the earlier report, relative to the file that is checked, or a pattern with * and ?; left "
            "out, it is looked for in the same folder by the years and periods in the titles",
        },
    )
    required: bool = field(
        default=True,
        metadata={"zh": "找不到上一期报告时要说明", "en": "say where no earlier report was found"},
    )
    shortest: int = field(
        default=40,
        metadata={"zh": "照搬的段落至少有多少字才提示", "en": "characters that a paragraph taken over must have"},
    )


class LeftFromEarlier(Rule[Options]):
    """与上一期报告对照：数字倒退、照搬旧段、留着旧年份。 / The report before this one shows through.

    What:
        zh: 累计数比上一期报告还小；整段照搬上一期；把上一期的年份当作今年。没有上一期可对照时会说明。
        en: Totals that are smaller than in the report before, paragraphs taken over word for word, and the year of
            that report in the place of this one. Where there is no earlier report, that is said.
    Why:
        zh: 新稿多在旧稿上改成，改漏的地方只看新稿看不出来。
        en: Reports are written over the last one, and what was forgotten does not show in the new one alone.
    Bad:
        青山镇2024年上半年工作总结

        一、主要成绩
        累计建成道路110公里。
    Good:
        各项工作有序推进。
    Source:
        An example of lint-report.
    """

    name = "left-from-earlier"
    code = "E101"
    severity = Severity.WARNING
    options_type = Options
    reads_files = True

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield what each report of the file has from the one before it.

        A report that does not say what time it covers has none before it, and standard input lies in no folder.
        """
        for this in dated_reports(document) if document.source.path != "-" else ():
            search = find_earlier(this, self.options.earlier)
            if self.options.required and (search.found is None or search.left_out):
                yield self._unsure(this, search)
            if search.found is not None:
                yield from self._compare(this, search.found)

    def _unsure(self, this: Dated, search: Search) -> Finding:
        """Say that nothing was compared, or perhaps not with the right report."""
        looked = self.options.earlier
        zh, en = f"看了 {looked} 的 {search.looked_at} 个文件", f"of {looked}, {search.looked_at} files were looked at"
        if search.left_out:
            zh += f"，没有看 {'、'.join(search.left_out[:3])} 等 {len(search.left_out)} 个（过多、过大或读不出来）"
            en += f", {len(search.left_out)} were not ({', '.join(search.left_out[:3])}: too many, large or unreadable)"
        found = search.found is not None
        message = Message(
            f"上一期报告{'可能不是最近的一份' if found else '没有找到，未作对照'}（{zh}），请用选项 earlier 指明",
            f"{'there may be a later' if found else 'there is no'} earlier report ({en}): name it in the option "
            "earlier",
        )
        span = this.report.title_span or Span(this.report.span.start, this.report.span.start + 1)
        return Finding(span, message, data={"problem": "no-earlier-report", "files": search.looked_at})

    def _compare(self, this: Dated, earlier: Dated) -> Iterator[Finding]:
        name = os.path.basename(earlier.source.path)
        for loss in find_losses(this, earlier):
            message = Message(
                f"“{loss.label}{loss.now}”比上一期（{name}）的{loss.then}还少，请核对",
                f"{loss.label}{loss.now}: it was {loss.then} in {name}, check both",
            )
            yield Finding(loss.span, message, data={"problem": "smaller", "now": loss.now, "then": loss.then})
        for span, line in find_taken_over(this, earlier, self.options.shortest):
            message = Message(
                f"这一段与上一期（{name} 第 {line} 行）一字不差，请写本期的情况",
                f"the same paragraph stands in {name}, line {line}: write what was done this time",
            )
            yield Finding(span, message, data={"problem": "taken-over", "line": line})
        for span, year in find_old_years(this, earlier):
            message = Message(
                f"{year}年是上一期报告的年份，这里应是本期的",
                f"{year} is the year of the earlier report: write that of this one",
            )
            yield Finding(span, message, data={"problem": "old-year", "year": year})
