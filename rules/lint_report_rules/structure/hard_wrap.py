"""S106 hard-wrap."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.document import Document, Report
from lint_report.messages import Message
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule, Severity
from lint_report.source import Span

_MANY = 10
_OPEN = frozenset("，、,（(“‘「『《")
_NEVER_FIRST = frozenset("，、；：。！？）”’」』》,;")


class HardWrap(Rule[NoOptions]):
    """段落在句子中间断行。 / A paragraph is broken in mid-sentence.

    What:
        zh: 一句话没有说完就换了行（中间或有空行）；署名、地址、诗句、表格里的换行不算。
        en: A line end, with or without an empty line, in the middle of a sentence; not those in signatures, addresses,
            verse and tables.
    Why:
        zh: 多半是从分页的网页、PDF 复制时带来的换行，排版后会多出一段。
        en: Such line ends come with text copied from paged web sites and PDF files, and make two paragraphs of one.
    Bad:
        今年以来，镇党委高度重视安全生产工作，春节期间共排查各类场所465家，确保了春节期间安

        全生产形势整体平稳。
    Good:
        今年以来，镇党委高度重视安全生产工作，春节期间共排查各类场所465家，形势整体平稳。
        ---
        以上报告，敬请
        各位委员指教。
    Source:
        GB/T 9704-2012《党政机关公文格式》7.3.3：正文每个自然段左空二字，回行顶格，一段之内不断行。
    """

    name = "hard-wrap"
    code = "S106"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such place; where a report is wrapped throughout, one finding for all its places."""
        for report in document.reports:
            tears = [tear for tear in _tears(report) if not _is_soft(document, tear)]
            if len(tears) <= _MANY:
                yield from (_torn(document, tear) for tear in tears)
            else:
                yield _wrapped(document, tears)


def _tears(report: Report) -> list[Span]:
    tears = [tear for paragraph in report.paragraphs for tear in paragraph.tears]
    for section in report.walk():
        tears.extend(section.heading.tears)
        tears.extend(tear for paragraph in section.paragraphs for tear in paragraph.tears)
    return sorted(tears)


def _is_soft(document: Document, tear: Span) -> bool:
    """Tell whether a line end shows on no page: in Markdown only a blank line parts paragraphs."""
    return document.source.format == "markdown" and document.text.count("\n", tear.start, tear.end) <= 1


def _torn(document: Document, tear: Span) -> Finding:
    before, after = _around(document, tear)
    return Finding(
        Span(tear.start - len(before), tear.end + len(after)),
        Message(
            f"句子在“{before}”与“{after}”之间断行，请接成一段",
            f"a sentence is broken between {before!r} and {after!r}: join the lines",
        ),
        data={"before": before, "after": after},
        fix=Fix((_join(document, tear),), safe=_is_certain(document, tear)),
    )


def _wrapped(document: Document, tears: list[Span]) -> Finding:
    edits = tuple(_join(document, tear) for tear in tears)
    return Finding(
        Span(tears[0].start - 1, tears[0].end + 1),
        Message(
            f"全文有 {len(tears)} 处在句子中间断行，请把同一段接成一行",
            f"sentences are broken in {len(tears)} places throughout the report: put each paragraph on one line",
        ),
        data={"count": len(tears)},
        fix=Fix(edits, safe=all(_is_certain(document, tear) for tear in tears)),
        places=tuple(Span(tear.start - 1, tear.end + 1) for tear in tears),
    )


def _around(document: Document, tear: Span) -> tuple[str, str]:
    """Give a few words on either side, none of which is another line's."""
    before = document.text[max(tear.start - 4, 0) : tear.start].rpartition("\n")[2]
    return before, document.text[tear.end : tear.end + 4].partition("\n")[0]


def _join(document: Document, tear: Span) -> Edit:
    """Join two lines; Latin words and figures on both sides keep a space between them."""
    before, after = document.text[tear.start - 1], document.text[tear.end]
    latin = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return Edit(tear, " " if latin else "")


def _is_certain(document: Document, tear: Span) -> bool:
    """Tell whether the marks themselves show that the sentence goes on."""
    return document.text[tear.start - 1] in _OPEN or document.text[tear.end] in _NEVER_FIRST
