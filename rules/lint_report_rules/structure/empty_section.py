"""S102 empty-section."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.document import Document
from lint_report.messages import Message
from lint_report.outline.emptiness import empty_sections
from lint_report.rule import Finding, NoOptions, Rule, Severity


class EmptySection(Rule[NoOptions]):
    """标题下面没有内容。 / A heading has nothing under it.

    What:
        zh: 同级标题都有内容，而这个标题之后就是下一个标题或全文结尾；各条只有一句话的列举不算。
        en: A heading that is followed at once by the next one, or by the end of the report, while the headings beside
            it have text or headings under them; lists whose items are one sentence each are complete as they stand.
    Why:
        zh: 空标题多半是正文漏写、漏粘贴，或者抓取、转换时丢失了。
        en: The text under such a heading was mostly forgotten, or lost in copying.
    Bad:
        一、组织例会，开好人代会
        3月25日，乡人大主席团召开了第六次会议。
        二、开展视察，提升履职能力
        5月，组织26名代表视察了乡林业站。
        三、加强宣传，反映代表心声
        四、督办议案，落实代表意见
        全年共办结议案7件。
    Good:
        一、组织例会，开好人代会
        3月25日，乡人大主席团召开了第六次会议。
        二、开展视察，提升履职能力
        5月，组织26名代表视察了乡林业站。
        ---
        一、主要问题
        （一）经济基础薄弱
        （二）税源有限
        （三）人才不足
        二、下一步打算
        抓好三项工作。
    Source:
        GB/T 9704-2012《党政机关公文格式》7.3.3：结构层次序数依次标注，各层次之下为正文。
    """

    name = "empty-section"
    code = "S102"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such heading, and each title with no report under it."""
        for report in document.reports:
            if report.title and report.title_span and not report.sections and not report.paragraphs:
                yield Finding(
                    report.title_span,
                    Message(
                        f"标题“{report.title}”之后没有正文，请补上正文或删去标题",
                        f"nothing follows the title {report.title!r}: add the text or delete the title",
                    ),
                    data={"title": report.title},
                )
            for section in empty_sections(report):
                heading = section.heading
                name = f"{heading.marker or ''}{heading.title}"
                yield Finding(
                    heading.span,
                    Message(
                        f"标题“{name}”下面没有内容，请补上正文或删去标题",
                        f"the heading {name!r} has nothing under it: add the text or delete the heading",
                    ),
                    data={"marker": heading.marker, "title": heading.title},
                )
