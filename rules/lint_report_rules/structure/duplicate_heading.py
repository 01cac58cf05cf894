"""S103 duplicate-heading."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.transitions import turns_to_another_subject
from lint_report.document import Document, Report, Script, Section
from lint_report.messages import Message
from lint_report.outline.annexes import annex_start
from lint_report.patterns import Pattern
from lint_report.rule import Finding, NoOptions, Rule, Severity

_LONGEST_FIELD = 30
_ITEM_FORMS = ("1.", "(1)", "①")
_IGNORED = Pattern(r"[\s　，、。：；,.:;“”\"‘’'《》「」]+")
_SHORTEST_TITLE = 2
_SHORTEST_OF_SECTION = 5
_SHORTEST_STATEMENT = 10


class DuplicateHeading(Rule[NoOptions]):
    """同一标题出现两次。 / The same heading stands twice.

    What:
        zh: 同一上级标题之下有两个文字相同的标题，一部分之首的标题与这一部分的标题相同，简体报告里一部分的标题、
            由两个分句组成的标题在别处又用一次；不同标题之下都有的“主要做法”之类不算。
        en: Two headings with the same words under the same heading, or both at the top, a first heading like the one
            that it stands under, and in simplified reports the heading of a section, or one of two clauses, used
            elsewhere; headings such as 主要做法 that recur under different headings are left alone, and so are items of
            lists.
    Why:
        zh: 多半是同一段粘贴了两次，或者套用上一个标题之后忘了改。
        en: A passage was pasted twice, or a heading was copied and not changed.
    Bad:
        一、加强学习
        全年集中学习12次。
        二、联系群众
        走访群众300户。
        三、加强学习
        撰写心得体会4篇。
    Good:
        一、教育工作
        （一）主要做法
        新建学校2所。
        二、卫生工作
        （一）主要做法
        新建卫生室5个。
    Source:
        GB/T 9704-2012《党政机关公文格式》7.3.3：结构层次序数依次标注，各层次之下为正文。
    """

    name = "duplicate-heading"
    code = "S103"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield the second and every later of such headings."""
        for report in document.reports:
            yield from _repeated(document, report.sections)
            for section in report.walk():
                yield from _repeated(document, section.sections)
            yield from _repeated_elsewhere(document, report)


def _repeated(document: Document, siblings: tuple[Section, ...]) -> Iterator[Finding]:
    seen: dict[str, Section] = {}
    before: Section | None = None
    for section in siblings:
        heading = section.heading
        words = _IGNORED.sub("", heading.title + _field(document.text, section))
        if seen and heading.number == 1 and _begins_anew(document.text, before, section):
            seen.clear()
        before = section
        if heading.item or len(words) < _SHORTEST_TITLE:
            continue
        first = seen.setdefault(words, section)
        if first is not section:
            yield _finding(document, section, first)


def _repeated_elsewhere(document: Document, report: Report) -> Iterator[Finding]:
    """Yield headings like that of the section which they begin, and in simplified reports those used for another.

    A noun (主要做法) may head a part of each section, and 加强政府自身建设 the review as well as the plan; but a
    heading of two clauses is written for one place, and that of a section is not that of a part of a later one.
    """
    first_use: dict[str, tuple[Section, Section | None]] = {}
    path: list[Section] = []
    annex = annex_start(document.text, report)
    for section in report.walk():
        if section.heading.span.start >= annex:
            return
        del path[section.level - 1 :]
        parent = path[-1] if path else None
        words = "" if section.heading.item else _IGNORED.sub("", section.heading.title)
        if len(words) >= _SHORTEST_OF_SECTION:
            first, above = first_use.setdefault(words, (section, parent))
            begins = first is parent and section.heading.number == 1
            elsewhere = report.script is Script.SIMPLIFIED and first is not section and above is not parent
            if begins or (elsewhere and _is_of_one_place(section, first, words)):
                yield _finding(document, section, first)
        path.append(section)


def _is_of_one_place(section: Section, first: Section, words: str) -> bool:
    """Tell whether a heading that stands under two others can be right in one place only."""
    of_section = first.level < section.level and not section.heading.run_in
    return of_section or (len(words) >= _SHORTEST_STATEMENT and "，" in section.heading.title)


def _finding(document: Document, section: Section, first: Section) -> Finding:
    heading = section.heading
    line = document.position(first.heading.span.start).line
    return Finding(
        heading.span,
        Message(
            f"标题“{heading.title}”与第 {line} 行的标题重复，请改写或合并",
            f"the heading {heading.title!r} already stands on line {line}: reword or merge",
        ),
        data={"title": heading.title, "line": line},
    )


def _field(text: str, section: Section) -> str:
    """Give what a form has behind the name of its field, which is no heading: 提案者：王委員等三人."""
    heading = section.heading
    if not heading.run_in or not heading.title or text[heading.span.end - 1] not in "：:":
        return ""
    line_end = text.find("\n", heading.span.end)
    rest = text[heading.span.end : line_end if line_end >= 0 else len(text)].strip()
    return rest if len(rest) <= _LONGEST_FIELD and "。" not in rest[:-1] else ""


def _begins_anew(text: str, before: Section | None, section: Section) -> bool:
    """Tell whether a new count of headings begins: one that the text turns to, or the items under another table."""
    if before is None:
        return False
    if section.heading.form in _ITEM_FORMS:
        return before.heading.form == section.heading.form and (before.heading.number or 0) > 1
    return turns_to_another_subject(text, before.heading.span.end, section.heading.span.start)
