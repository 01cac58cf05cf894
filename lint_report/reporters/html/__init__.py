"""One page that needs nothing else: made to be sent by mail and read on a phone, with or without scripts."""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from string import Template
from typing import TextIO

from lint_report.document import Document, Heading, Part, Report, Script, Section
from lint_report.documentation import read_documentation
from lint_report.fix import applies
from lint_report.linter import FileResult, Issue
from lint_report.messages import Message
from lint_report.reporters import Reporter, Tally
from lint_report.reporters.excerpts import show
from lint_report.reporters.html.marked_text import Numbered, marked_blocks
from lint_report.reporters.names import PARTS, SEVERITIES
from lint_report.reporters.text import summary
from lint_report.source import Source, Span

_SCRIPTS = {Script.SIMPLIFIED: "zh-Hans", Script.TRADITIONAL: "zh-Hant", Script.UNKNOWN: "zh"}
_DEEPEST = 6
_LONGEST_FIX = 24


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What the page shows of one file: the outline at the left, the text, the findings."""

    outline: str
    text: str
    findings: str


class HtmlReporter(Reporter):
    """The outline at the left, the text with the findings marked in it, the findings with filters."""

    name = "html"

    def write(self, results: Iterable[FileResult], tally: Tally, out: TextIO) -> None:
        """Write the page; see `Reporter.write`."""
        pieces: list[_Pieces] = []
        number = 0
        for at, result in enumerate(results, start=1):
            pieces.append(self._file(at, result, number))
            number += len(result.issues)
        style, script = _part("page.css"), _part("page.js")
        out.write(
            Template(_part("page.html")).substitute(
                language="en" if self.language == "en" else "zh-CN",
                policy=f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}",
                style=style,
                script=script,
                title=self.words("报告检查结果", "Report check"),
                summary=escape(summary(tally, self.language)),
                outline="".join(piece.outline for piece in pieces),
                text="".join(piece.text for piece in pieces),
                findings="".join(piece.findings for piece in pieces),
                severities="".join(self._severity_filters(tally)),
                rules="".join(self._rule_choices(tally)),
                explanations="".join(self._explanations(tally)),
                **{name: message.text(self.language) for name, message in _WORDS.items()},
            )
        )

    def _file(self, at: int, result: FileResult, number: int) -> _Pieces:
        numbered = [Numbered(number + offset, issue) for offset, issue in enumerate(result.issues, start=1)]
        name = escape(show(result.path))
        said = [Message(*notice) for notice in result.source.notices] if result.source else []
        said += [error.message for error in result.errors]
        notes = "".join(f'<p class="note">{escape(show(message.text(self.language)))}</p>' for message in said)
        count = f"<b>{len(numbered)}</b>" if numbered else ""
        head = f'<summary><a href="#file{at}" data-file="{at}">{name}</a>{count}</summary>'
        outline, text, language = "", "", "zh"
        if document := result.document():
            language = _SCRIPTS[document.reports[0].script] if document.reports else "zh"
            outline = "".join(self._outline(at, document, result.issues))
            text = "".join(marked_blocks(at, document.text, numbered, _classes(document)))
        items = "".join(self._item(at, result.source, finding) for finding in numbered if result.source)
        return _Pieces(
            outline=f"<details open data-file={at}>{head}<ul>{outline}</ul></details>\n",
            text=f'<article class="file" id="file{at}" data-file="{at}"><h2>{name}</h2>{notes}\n'
            f'<div class="text" lang="{language}">\n{text}</div></article>\n',
            findings=f'<section data-file="{at}"><h3>{name}</h3>{notes}<ol>\n{items}</ol></section>\n',
        )

    def _outline(self, at: int, document: Document, issues: Sequence[Issue]) -> Iterator[str]:
        starts = [issue.span.start for issue in issues]

        def entry(node: Report | Section, place: Span, level: int, label: str) -> str:
            target = f"o{at}-{_line_start(document.text, place.start)}"
            count = bisect_left(starts, node.span.end) - bisect_left(starts, node.span.start)
            found = f"<b>{count}</b>" if count else ""
            link = f'<a href="#{target}" data-file="{at}">{label}</a>'
            return f'<li class="l{min(level, _DEEPEST)}">{link}{found}</li>\n'

        for report in document.reports:
            if report.title_span:
                yield entry(report, report.title_span, 0, escape(show(report.title or "")))
            for section in report.walk():
                yield entry(section, section.heading.span, section.level, self._label(section))

    def _label(self, section: Section) -> str:
        heading = section.heading
        serving = (part for part in Part if part in section.parts and section.level == 1)
        parts = "".join(f"<i>{PARTS[part].text(self.language)}</i>" for part in serving)
        return escape(show(f"{heading.marker or ''}{heading.title}")) + parts

    def _item(self, at: int, source: Source, finding: Numbered) -> str:
        number, issue = finding
        label = source.label(issue.span.start)
        place = label.text(self.language) if label else f"{issue.start.line}:{issue.start.column}"
        severity = SEVERITIES[issue.severity.value].text(self.language)
        places = issue.data.get("places")
        many = len(places) if isinstance(places, list) else 0
        also = self.words(f"（共 {many} 处）", f" ({many} places)") if many > 1 else ""
        return (
            f'<li id="f{number}" data-n="{number}" data-file="{at}" data-severity="{issue.severity}" '
            f'data-rule="{escape(issue.rule)}"><a class="go" href="#m{number}">'
            f'<span class="head"><b class="{issue.severity}">{severity}</b> <span>{escape(show(place))}</span></span>'
            f"{escape(show(issue.message.text(self.language)))}{also}</a>{self._fix(source, issue)}"
            f'<a class="why" href="#rule-{escape(issue.rule)}">{issue.code} {escape(issue.rule)}</a></li>\n'
        )

    def _fix(self, source: Source, issue: Issue) -> str:
        if not issue.fix or not applies(source, issue.fix):
            return ""
        span, new = issue.fix.edits[0]
        old = source.text[span.start : span.end]
        if len(issue.fix.edits) > 1 or max(len(old), len(new)) > _LONGEST_FIX:
            return ""
        return f'<p class="fix"><del>{escape(show(old))}</del><ins>{escape(show(new))}</ins></p>'

    def _severity_filters(self, tally: Tally) -> Iterator[str]:
        for severity, message in SEVERITIES.items():
            if count := tally.severities[severity]:
                yield (
                    f'<label class="{severity}"><input type="checkbox" checked value="{severity}">'
                    f"{message.text(self.language)} <b>{count}</b></label>"
                )

    def _rule_choices(self, tally: Tally) -> Iterator[str]:
        for rule, count in tally.rules.most_common():
            yield f'<option value="{escape(rule)}">{escape(self._summary(rule))} ({count})</option>'

    def _summary(self, rule: str) -> str:
        registered = self.registry.rules.get(rule)
        if registered is None:
            return rule
        return read_documentation(registered.rule).summary.text(self.language).rstrip("。.")

    def _explanations(self, tally: Tally) -> Iterator[str]:
        for rule in sorted(tally.rules):
            registered = self.registry.rules.get(rule)
            if registered is None:
                continue
            documentation = read_documentation(registered.rule)
            yield f'<article id="rule-{escape(rule)}"><h3>{registered.rule.code} {escape(rule)}</h3>'
            yield f"<p><b>{escape(documentation.summary.text(self.language))}</b></p>"
            for paragraph in (documentation.what, documentation.why):
                yield f"<p>{escape(paragraph.text(self.language))}</p>"
            for title, examples in (
                (self.words("不好", "bad"), documentation.bad),
                (self.words("好", "good"), documentation.good),
            ):
                yield f"<h4>{title}</h4>"
                yield from (f"<pre>{escape(example)}</pre>" for example in examples)
            yield f"<p><small>{self.words('依据：', 'Source: ')}{escape(documentation.source)}</small></p></article>\n"


_WORDS = {
    "word_outline": Message("大纲", "outline"),
    "word_text": Message("正文", "text"),
    "word_findings": Message("问题", "findings"),
    "word_all_rules": Message("全部规则", "all rules"),
    "word_rule": Message("规则", "rule"),
    "word_explanations": Message("规则说明", "the rules"),
    "word_close": Message("关闭", "close"),
    "word_previous": Message("上一处", "previous"),
    "word_next": Message("下一处", "next"),
    "word_list": Message("列表", "list"),
    "word_none": Message("没有符合条件的问题", "no finding is left"),
}


def _part(name: str) -> str:
    return (files("lint_report.reporters.html") / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """Name the only content that the browser may run, so that nothing in a report could be."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _classes(document: Document) -> dict[int, str]:
    """Give the CSS classes of lines by the offset of their first character."""
    classes = {
        section.heading.span.start: _heading_class(section.heading, section.level) for section in document.headings
    }
    classes |= {report.title_span.start: "title" for report in document.reports if report.title_span}
    return classes


def _heading_class(heading: Heading, level: int) -> str:
    return "" if heading.item or heading.run_in else f"h h{min(level, _DEEPEST)}"


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
