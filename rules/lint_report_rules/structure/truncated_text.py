"""S107 truncated-text."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.document import Document, Paragraph, Report, Section
from lint_report.messages import Message
from lint_report.outline.emptiness import empty_sections, is_bare, last_section
from lint_report.patterns import Pattern
from lint_report.rule import Finding, NoOptions, Rule, Severity
from lint_report.source import Span

_SENTENCE_MARK = Pattern(r"[。；！？;!?]|\.(?=[一-鿿])")
_COMMA = Pattern(r"[，,]")
_ELLIPSIS = Pattern(r"(?:\.{3,}|…+)[\s”’」』）)]*\Z")
_PAUSE = frozenset("，、,")
_CUSTOMARY = Pattern(
    r"[|\t│]| {3}|　{3}|[敬谨謹恭][请請祈]|[敬并並]\s?祝|此致|敬礼|敬禮|报告人|述职人"
    r"|[0-9〇一二三四五六七八九十]{1,4}\s?[日号號]\s?\Z|https?:"
)
_LONGEST_TAIL = 30
_SHORTEST_PROSE = 16
_SHORTEST_SENTENCE = 25


class TruncatedText(Rule[NoOptions]):
    """报告或某一部分没有写完。 / A report or section breaks off.

    What:
        zh: 全文以标题、省略号或没有标点的半句结尾；某一部分停在“，”之类的标点上。
        en: A report that ends in a heading, in a sentence without its mark, or in an ellipsis; a section that ends in a
            comma.
    Why:
        zh: 稿子在复制、转换、抓取时被截断，后面的内容丢了。
        en: The text was cut off when it was copied, converted or scraped.
    Bad:
        一、主要工作
        全年听取报告5项，组织视察4次。
        二、下一步打算
        全镇人大代表要进一步团结起来，开拓进取。我们要抢抓机遇，攻坚克难，为
    Good:
        一、主要工作
        全年听取报告5项，组织视察4次。
        二、下一步打算
        全镇人大代表要进一步团结起来，开拓进取。

        石桥镇人大主席团
        2024年1月18日
    Source:
        GB/T 15834-2011《标点符号用法》4.1：句末点号用于句末，表示停顿和语气。
    """

    name = "truncated-text"
    code = "S107"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield where a report or section breaks off."""
        for report in document.reports:
            yield from _ends_in_heading(report)
            yield from (_cut(paragraph) for paragraph in _unfinished(report))


def _ends_in_heading(report: Report) -> Iterator[Finding]:
    last = last_section(report)
    if last is None or not is_bare(last):
        return
    if not _is_cut_item(report, last) and not any(section is last for section in empty_sections(report)):
        return
    heading = last.heading
    name = f"{heading.marker or ''}{heading.title}"
    yield Finding(
        heading.span,
        Message(
            f"报告到标题“{name}”就结束了，后面的内容可能丢失，请补全",
            f"the report ends with the heading {name!r}: what follows it seems to be lost, add it",
        ),
        data={"end": name},
    )


def _is_cut_item(report: Report, last: Section) -> bool:
    """Tell whether a numbered line lacks its end: it is a sentence, or those beside it go on after their title."""
    if last.heading.closed:
        return False
    title = last.heading.title
    parent = report.sections
    while parent[-1] is not last:
        parent = parent[-1].sections
    beside = [section.heading for section in parent[:-1] if section.heading.form == last.heading.form]
    sentences = sum(heading.run_in or heading.closed for heading in beside)
    return sentences * 2 > len(beside) or (len(title) >= _SHORTEST_SENTENCE and _COMMA.search(title) is not None)


def _unfinished(report: Report) -> Iterator[Paragraph]:
    """Yield the paragraphs, last in their report or section or an excerpt, that do not end as a text ends."""
    if report.stray_headings:
        yield from (paragraph for paragraph in report.paragraphs[:1] if _ELLIPSIS.search(paragraph.text))
    final = _final_paragraph(report)
    if final and _breaks_off(final):
        yield final
    for section in report.walk():
        last = section.paragraphs[-1] if section.paragraphs else None
        if last and last is not final and _is_prose(last) and last.text[-1] in _PAUSE:
            yield last


def _final_paragraph(report: Report) -> Paragraph | None:
    """Give the paragraph that a report ends with, None when it ends with a heading."""
    paragraphs = list(report.paragraphs[-1:])
    section: Section | None = None
    sections = report.sections
    while sections:
        section = sections[-1]
        paragraphs.extend(section.paragraphs[-1:])
        sections = section.sections
    return max(
        (paragraph for paragraph in paragraphs if paragraph.span.end == report.span.end), default=None, key=_start
    )


def _breaks_off(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if _ELLIPSIS.search(text):
        return text.endswith("...")
    return text[-1].isalnum() or text[-1] in "，、," if _is_prose(paragraph) else False


def _is_prose(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is sentences, not a signature, a date or a row of a table."""
    text = paragraph.text
    if len(text) < _SHORTEST_PROSE or _CUSTOMARY.search(text[-_LONGEST_TAIL:]):
        return False
    return _SENTENCE_MARK.search(text) is not None or (
        len(text) >= _SHORTEST_SENTENCE and _COMMA.search(text) is not None
    )


def _cut(paragraph: Paragraph) -> Finding:
    end = paragraph.text[-8:]
    return Finding(
        Span(paragraph.span.end - len(end), paragraph.span.end),
        Message(
            f"文字到“{end}”就断了，请补全后面的内容或句末标点",
            f"the text breaks off at {end!r}: add what is missing, or the mark that ends the sentence",
        ),
        data={"end": end},
    )


def _start(paragraph: Paragraph) -> int:
    return paragraph.span.start
