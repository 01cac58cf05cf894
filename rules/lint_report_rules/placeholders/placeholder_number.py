"""P203 placeholder-number."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.placeholders import Kind, find_placeholders
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.rule import Finding, NoOptions, Rule, Severity


class PlaceholderNumber(Rule[NoOptions]):
    """数字没有填写。 / A number was not filled in.

    What:
        zh: X件、XX次、xx万元、X%、xx.x%、第xx届、党的xx大、x月x日、约__万元、（  ）人等仍是占位符的数字。
        en: A number that is still a placeholder, such as X件, XX次, xx万元, X%, 第xx届, 党的xx大, x月x日,
            约__万元 or （  ）人.
    Why:
        zh: 数字是报告的依据，空着就无法说明完成了多少。
        en: A report rests on its numbers; one that is left open says nothing of what was done.
    Bad:
        全年共受理信访X件，办结率XX%。
        ---
        深入学习贯彻党的xx届五中全会精神。
        ---
        投入资金约__万元。
    Good:
        全年共受理信访36件，办结率100%。
        ---
        会议室面积为3×5米，购置X光机1台。
        ---
        补贴总额=单价×件数。
    Source:
        GB/T 15835-2011《出版物上数字用法》4.1：用于计量的数字、编号用阿拉伯数字。
    """

    name = "placeholder-number"
    code = "P203"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such number."""
        for placeholder in document.once(find_placeholders):
            if placeholder.kind is not Kind.NUMBER:
                continue
            number = document.text[placeholder.span.start : placeholder.span.end]
            yield Finding(
                placeholder.span,
                Message(
                    f"“{number}”的数字没有填写，请补上实际数字",
                    f"the number of “{number}” was not filled in: give the number",
                ),
                data={"text": number},
            )
