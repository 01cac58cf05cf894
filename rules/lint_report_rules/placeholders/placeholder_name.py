"""P202 placeholder-name."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.chinese.placeholders import Kind, find_placeholders
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.rule import Finding, NoOptions, Rule, Severity


class PlaceholderName(Rule[NoOptions]):
    """名称没有填写。 / A name was not filled in.

    What:
        zh: XX镇、xx中学、X区、××局、○○縣、__镇、某某镇、*县、xx同志，以及句中代替名称的xx、00（跑遍了00的每一个企业）。
            隐去姓名的周某某、李××，型号、染色体、算式中的X不算。
        en: A placeholder for a name, such as XX镇, xx中学, X区, ××局, ○○縣, __镇, 某某镇, *县 or xx同志, and xx or
            00 where a name must stand in a sentence. People who are not to be named (周某某, 李××), types, chromosomes
            and sums are left alone.
    Why:
        zh: 范文和模板用这些符号代替地名、单位名、人名，漏改一处就说明稿子是套来的。
        en: Templates use these signs for places, bodies and people; one that stays shows where the draft came from.
    Bad:
        全面完成了XX镇党委下达的任务。
        ---
        在这几年里，我跑遍了00的每一个企业。
        ---
        本縣與○○鄉共同辦理。
    Good:
        受害人周某某已得到赔偿。
        ---
        医院新购X光机2台，单价×数量为总价。
        ---
        00后干部占三成。
    Source:
        GB/T 9704-2012《党政机关公文格式》7.2.5：发文机关署名用全称或规范化简称。
    """

    name = "placeholder-name"
    code = "P202"
    severity = Severity.ERROR

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such name."""
        for placeholder in document.once(find_placeholders):
            if placeholder.kind is not Kind.NAME:
                continue
            name = document.text[placeholder.span.start : placeholder.span.end]
            yield Finding(
                placeholder.span,
                Message(
                    f"“{name}”处没有填写名称，请补上实际名称", f"a name was not filled in at “{name}”: give the name"
                ),
                data={"text": name},
            )
