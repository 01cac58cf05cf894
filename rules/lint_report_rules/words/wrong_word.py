"""W702 wrong-word."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.document import Document
from lint_report.messages import Message
from lint_report.misspellings import Misspelling, find_misspellings
from lint_report.records import dataclass, field
from lint_report.rule import Edit, Finding, Fix, Rule
from lint_report.word_lists import load_words, shipped_list
from lint_report.word_search import WordMatch, find_words, has_traditional, index_words

_LISTS = ("characters.csv", "idioms.csv", "usage.csv", "particles.csv", "traditional.csv")
# What the lists above say of simplified writing, in traditional characters, less what Taiwan and Hong Kong write.
_TRADITIONAL_LIST = "traditional-parallels.csv"


@dataclass(frozen=True, slots=True)
class Options:
    """What may be set.

    Attributes:
        lists: Files with further entries.
    """

    lists: tuple[str, ...] = field(
        default=(),
        metadata={
            "zh": "另加的词表文件（CSV 或 YAML），列名与自带词表相同，路径相对于配置文件；或插件词表的名称",
            "en": "files with further words (CSV or YAML), with the columns of the shipped lists, relative to "
            "the configuration file; or names of word lists of plugins",
            "path": "word-list",
        },
    )

    def __post_init__(self) -> None:
        for path in self.lists:
            load_words(path)


class WrongWord(Rule[Options]):
    """错别字、误用的词。 / A word is written wrong.

    What:
        zh: 词表中的错别字（关健、真知酌见）、不规范的写法（帐户、座落）、误用的词（截止6月30日、群众反应强烈的问题）
            和状语后误用的“的”（圆满的完成）；每一条都写明前后不能有什么，可以另加自己的词表。
            词表之外，常用词里有一个字错成音同、形近的字，而同一篇里别处写对了的，也报（新建相目12个）。
        en: Words of the lists: wrong characters (关健, 真知酌见), forms that the standards replaced (帐户, 座落), words
            taken for others (截止6月30日) and 的 for 地 (圆满的完成). Each entry says what must not stand
            around it; lists of one's own can be added. Beyond the lists, frequent words with one
            character taken for another that is read or written alike, where the text has the word right elsewhere.
    Why:
        zh: 错别字不影响读懂，却最伤文件的可信；拼音输入法选错的词，自己看多少遍也看不出来。
        en: A wrong character hardly hinders reading, yet nothing costs a document more trust; writers overlook the
            words that their input method chose for them.
    Bad:
        我镇紧紧抓住项目建设这个关健，各项工作取得新进展。
        ---
        截止6月30日，全镇共完成造林1200亩。
        ---
        我镇圆满的完成了全年的各项任务。
        ---
        全年新建相目12个，重点项目全部开工。
    Good:
        我镇紧紧抓住项目建设这个关键，各项工作取得新进展。
        ---
        报名于6月30日截止，全镇共有120人参加。
        ---
        这是圆满的完成情况报告。
        ---
        全年新建项目12个，引进相目公司，支持相目公司投产。
    Source:
        《现代汉语词典》（第7版）；《第一批异形词整理表》（GF 1001—2001）；《通用规范汉字表》（2013年）。
    """

    name = "wrong-word"
    code = "W702"

    options: Options
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each word of the lists that stands where its entry counts."""
        names = (*_LISTS, _TRADITIONAL_LIST) if has_traditional(document) else _LISTS
        listed = list(find_words(document, index_words((*map(shipped_list, names), *self.options.lists))))
        yield from map(_finding, listed)
        for slip in find_misspellings(document):
            if all(slip.span.end <= match.span.start or match.span.end <= slip.span.start for match in listed):
                yield _misspelt(slip)


def _finding(match: WordMatch) -> Finding:
    span, entry = match
    choices = entry.suggestions
    why = f"（{entry.note}）" if entry.note else ""
    zh = f"，应改为{'或'.join(f'“{choice}”' for choice in choices)}" if choices else "，请改正"
    en = f"write {' or '.join(choices)}" if choices else "correct it"
    return Finding(
        span,
        Message(f"“{entry.wrong}”有误{zh}{why}", f"{entry.wrong!r} is a wrong word: {en}"),
        data={"text": entry.wrong, "suggestions": list(choices)},
        fix=match.fix(safe=not entry.weak),
    )


def _misspelt(slip: Misspelling) -> Finding:
    span, wrong, right = slip
    return Finding(
        span,
        Message(f"“{wrong}”疑是“{right}”之误，请核对", f"{wrong!r} seems to be a slip for {right!r}: check it"),
        data={"text": wrong, "suggestions": [right]},
        fix=Fix((Edit(span, right),), safe=False) if span.end - span.start == len(right) else None,
    )
