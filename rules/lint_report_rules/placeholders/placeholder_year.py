"""P201 placeholder-year."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.placeholders import Kind, find_placeholders
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.rule import Finding, NoOptions, Rule, Severity


class PlaceholderYear(Rule[NoOptions]):
    """年份没有填写。 / A year was not filled in.

    What:
        zh: 20xx年、201x年、202_年、20_年、xx年、二〇××年、20**年、20  年等仍是占位符的年份，
            连同后面没有填写的月、日算一处。
        en: A year that is still a placeholder, such as 20xx年, 201x年, 202_年, 20_年, xx年, 二〇××年, 20**年 or 20  年;
            a month and day left open after it belong to the same finding.
    Why:
        zh: 年份是套用旧稿或范文时最常漏填的一处，印发之后一眼就会被看出来。
        en: The year is what is most often left open when an old draft or a template is reused.
    Bad:
        20xx年，我镇完成财政收入3200万元。
        ---
        ○○年度施政計畫執行情形。
    Good:
        2023年，我镇完成财政收入3200万元。
        ---
        文件名统一命名为“20XX年工作总结”。
        ---
        一○○年度施政計畫執行情形。
    Source:
        GB/T 15835-2011《出版物上数字用法》4.1：公历年份用阿拉伯数字，写全四位。
    """

    name = "placeholder-year"
    code = "P201"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such year."""
        for placeholder in document.once(find_placeholders):
            if placeholder.kind is not Kind.YEAR:
                continue
            year = document.text[placeholder.span.start : placeholder.span.end]
            yield Finding(
                placeholder.span,
                Message(f"年份“{year}”没有填写，请补上实际年份", f"the year “{year}” was not filled in: give the year"),
                data={"text": year},
            )
