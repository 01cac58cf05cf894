"""P204 redaction."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.placeholders import Kind, find_placeholders
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_WORDS = Pattern(
    r"[【\[［〔（(](?:敏感[词詞](?:[汇彙])?|违禁[词詞]|屏蔽[词詞]?|已屏蔽|和谐词?|马赛克|馬賽克|打码|打碼|已?删除|已?過濾|已?过滤)[】\]］〕）)]"
)
_CONTEXT = 4


class Redaction(Rule[NoOptions]):
    """文字被符号替换。 / Characters were cut out and replaced by a sign.

    What:
        zh: 网站屏蔽词语后留下的***、**、_、■■、&*、【敏感词】，如“区_会”“人大***的领导”“第十一届_第二次会议”。
            脚注星号、列表符号、分隔线、Markdown加粗、文件名不算。
        en: What a site's word filter leaves in place of words: ***, **, _, ■■, &*, 【敏感词】. Footnote stars, bullets,
            separators, Markdown's bold and file names are left alone.
    Why:
        zh: 被替换的往往正是机关名称和重要提法，缺了它句子就不成立。
        en: What was cut out is mostly the name of a body or a political phrase, without which the sentence fails.
    Bad:
        教工委在区_会的领导下开展工作。
        ---
        在镇人大***的正确指导和领导下，各项工作有序推进。
        ---
        认真学习【敏感词】重要讲话精神。
    Good:
        附件名为 report_2023_final.docx，会议室面积为3*5米。
        ---
        **强化领导**，全面推进各项工作。
        ---
        工作总结_范文网
    Source:
        网络转载的工作总结中常见的残缺；GB/T 15834-2011 没有以星号、下划线代替文字的用法（隐讳号为×）。
    """

    name = "redaction"
    code = "P204"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each place where characters were cut out."""
        for placeholder in document.once(find_placeholders):
            if placeholder.kind is Kind.REDACTION:
                yield _finding(document.text, placeholder.span)
        if any(
            word in document.text
            for word in ("敏感", "屏蔽", "禁", "谐", "赛克", "賽克", "打码", "打碼", "删除", "滤", "濾")
        ):
            for match in _WORDS.finditer(document.text):
                yield _finding(document.text, Span(*match.span()))


def _finding(text: str, span: Span) -> Finding:
    sign = text[span.start : span.end]
    before = text[max(0, span.start - _CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _CONTEXT].partition("\n")[0]
    return Finding(
        span,
        Message(
            f"“{before}{sign}{after}”中的“{sign}”替换了原文，请补回被删去的文字",
            f"“{sign}” in “{before}{sign}{after}” stands where words were cut out: put them back",
        ),
        data={"text": sign},
    )
