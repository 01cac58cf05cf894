"""W703 spun-synonym."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lint_report.document import Document, Report
from lint_report.messages import Message
from lint_report.records import dataclass, field
from lint_report.rule import Finding, Rule
from lint_report.word_lists import load_words, shipped_list
from lint_report.word_search import WordMatch, find_words, has_traditional, index_words

_LIST = "spun-synonyms.csv"
# 透過 is what Taiwan and Hong Kong write for 通過, so that there it is evidence only beside other phrases.
_TRADITIONAL_LIST = "spun-synonyms-traditional.csv"


@dataclass(frozen=True, slots=True)
class Options:
    """What may be set.

    Attributes:
        evidence: How many certain phrases a report must hold for those that are only likely to be reported.
        lists: Files with further phrases.
    """

    evidence: int = field(
        default=2,
        metadata={
            "zh": "同一篇报告中至少有几处确定的替换，才提示单独看尚不能确定的（如“期望大家”）",
            "en": "how many certain phrases a report must hold for likely ones (期望大家) to be reported",
        },
    )
    lists: tuple[str, ...] = field(
        default=(),
        metadata={
            "zh": "另加的词表文件（CSV 或 YAML），列名与自带词表相同，路径相对于配置文件；或插件词表的名称",
            "en": "files with further phrases (CSV or YAML), with the columns of the shipped list, relative to "
            "the configuration file; or names of word lists of plugins",
            "path": "word-list",
        },
    )

    def __post_init__(self) -> None:
        for path in self.lists:
            load_words(path)


class SpunSynonym(Rule[Options]):
    """被同义词替换过的词。 / A synonym was swapped in by a rewriting tool.

    What:
        zh: 洗稿工具把常用词换成近义词，落在不能这样搭配的词组里：透过会议（通过）、必须成绩（一定）、职责心（责任）、
            精神礼貌（文明）、用心性（积极）。单独看尚可的词组，同一篇里另有确定的替换时才提示。
        en: Rewriting tools swap common words for synonyms, also in phrases in which the synonym cannot stand - 透过会议
            for 通过, 必须成绩 for 一定, 职责心 for 责任, 精神礼貌 for 文明. Phrases that might be right are reported
            only in reports that hold certain ones.
    Why:
        zh: 这样的词组说明文稿是从网上改写来的，读者一眼就能看出。
        en: Such phrases show every reader that the text was copied and rewritten.
    Bad:
        透过学习，全体党员增强了职责心。
        ---
        一年来，我镇精神礼貌建设取得了必须的成绩。
    Good:
        要透过现象看本质，认真履行岗位职责，讲究礼貌待人。
        ---
        通过学习，全体党员增强了责任心。
    Source:
        网络范文中成批出现的“伪原创”改写；词语搭配据《现代汉语词典》（第7版）。
    """

    name = "spun-synonym"
    code = "W703"

    options: Options
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each phrase of the list, the likely ones only in reports with enough certain ones."""
        names = (_LIST, _TRADITIONAL_LIST) if has_traditional(document) else (_LIST,)
        phrases = index_words((*map(shipped_list, names), *self.options.lists))

        def report_of(match: WordMatch) -> Report | None:
            return document.report_at(match.span.start)

        for _, group in groupby(find_words(document, phrases), report_of):
            matches = list(group)
            certain = sum(not match.entry.weak for match in matches)
            for match in matches:
                if not match.entry.weak or certain >= self.options.evidence:
                    yield _finding(match)


def _finding(match: WordMatch) -> Finding:
    span, entry = match
    choices = entry.suggestions
    zh = f"疑为改写工具替换的词，原词应是{'或'.join(f'“{choice}”' for choice in choices)}，请改回"
    return Finding(
        span,
        Message(
            f"“{entry.wrong}”{zh}",
            f"{entry.wrong!r} seems to be a synonym that a rewriting tool swapped in: write {' or '.join(choices)}",
        ),
        data={"text": entry.wrong, "suggestions": list(choices), "certain": not entry.weak},
        fix=match.fix(safe=False),
    )
