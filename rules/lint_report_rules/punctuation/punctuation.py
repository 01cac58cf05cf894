"""U602 punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.numerals import FORMAL_DIGITS, HAN_DIGITS
from lint_report.chinese.words import frequency, is_word
from lint_report.document import Document, Paragraph, Report, Script, Section
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import dataclass, field
from lint_report.rule import Edit, Finding, Fix, Rule
from lint_report.source import Span

# A pattern begins with a set of characters, which is what the search is fast by.
_CLASH = Pattern(
    r"[，。；：、！？,;](?=[ ，。；：、！？,;.])(?:(?<=[，。；：、])(?: ?[，。；：、！？,;]|\.(?![\d.]))+"
    r"|(?<=[！？])(?: ?[，。；：、])+|(?<=[,;])(?<![a-z].)[，。；：、]+"
    rf"|(?<=[,;])[,;.](?={CHINESE}|[“（]))|\.[,;](?<={CHINESE}[.][,;])(?={CHINESE})"
)
_TWO_MARKS = Pattern("[，。；：、！？,;.][ ，。；：、！？,;.]")
_LONE_MARK = Pattern(r"^[ \t\u3000]*([.,;:，。；：、])[ \t\u3000\r]*$", re.MULTILINE)
_DOTS = Pattern(rf"([.。．·・])\1(?<=(?:{CHINESE}|[”》）])..)\1{{1,4}}(?![.．·・。\s0-9A-Za-z])")
_TWO_DOTS = Pattern(r"([.。．·・])\1")
_BEFORE_CONJUNCTION = Pattern(
    r"、(以及|及(?![时早格第物])|和其他|和其它|和有关|和相关|并且"
    r"|等(?=[，。；、）]|[各多]|方面|工作|活动|措施|问题|内容|部门|单位|方式|形式))"
)
# 和 that joins the last of a list; 与险情斗争、和时间赛跑 is another 和, 和谐 and names begin with it.
_BEFORE_AND = Pattern(rf"、{CHINESE}{{1,10}}、和(?={CHINESE}{{2}})", needs=["、和"])
_WITH = Pattern("[与和同跟]")
_LEAST_FREQUENT = 500
_AFTER_ORDINAL = Pattern(r"(?:首先|其次|再次)、", needs=["先、", "次、"])
_BEFORE_ORDINAL = Pattern(r"(?:^|[，。；：！？])\s{0,9}$")
# The half-width marks of running Chinese; in figures and English they are other marks.
_HALF_MARK = Pattern(rf"[,;:](?<={CHINESE}.|[”」》）)%].)(?=\s?(?:{CHINESE}|[“「《（(0-9])|$)")
_WIDE = {",": "，", ";": "；", ":": "："}
_ADJACENT = Pattern(r"、(?<=[》”]、)(?=[《“])")

_ITEM = r"[^，、。；：！？“”《》（）「」『』\s]"
_PLAIN_LISTS = (
    Pattern(
        rf"(?:通过|采取|采用|运用|利用|通過|採取|採用|運用){_ITEM}{{2,12}}(，){_ITEM}{{2,12}}等(?:多种|各种|不同|多種|各種)?"
        r"(?:方式|形式|手段|途径|途徑|措施|方法|办法|辦法|渠道|管道)"
    ),
    Pattern(rf"(?:负责|包括|包含|涵盖|涉及|明确|負責|涵蓋|明確){_ITEM}{{2,12}}(，){_ITEM}{{2,12}}等(?=[；。])"),
    # In 一律平等, 列丙等, 不能等 it ends no list.
    Pattern(
        rf"(，)(?<={_ITEM}{_ITEM}，)(?![如像例]){_ITEM}{{2,4}}(?<![平均相同優优特上中下初高甲乙丙丁一二三能得不要])等(?=[；。，])"
    ),
    Pattern(
        rf"(?:针对|對於|[针針][对對]于|針對|对于){_ITEM}{{3,14}}、{_ITEM}{{2,12}}(，)"
        rf"{_ITEM}{{2,12}}的(?:情况|问题|现象|局面|困难|状况|形[势勢]|情況|問題|現象|困難|狀況|情勢)"
    ),
    Pattern(
        r"(?:广大|全体|各级|全[镇鎮]|全[县縣]|全市|全[乡鄉]|廣大|全體|各級)(?:党员|干部|职工|群[众眾衆]|[师師]生|黨員|幹部|職工|民眾)(，)"
        r"(?:党员|干部|职工|群[众眾衆]|[师師]生|黨員|幹部|職工|民眾)(?!要|[应應]|带头|帶頭|率先|必[须須]|[积積]极|主[动動])"
    ),
)
_LIST_WORD = Pattern(
    "等[；。，多各不方形手途措办辦渠管]|的[情问现局困状形問現狀]|广.{1,3}，|廣.{1,3}，|全.{1,3}，|各.{1,3}，"
)
# What stands in a block with such a list.
_SIGN_OF_LIST = Pattern(
    r"[等的广廣全各\d“「](?:(?<=等)[；。，;,.多各不方形手途措办辦渠管]|(?<=的)[情问现局困状形問現狀]"
    rf"|(?<=[广廣全各]).{{1,3}}[，,]|(?<=\d){CHINESE}{{1,2}}、|(?<=[“「]){CHINESE}{{2,8}}[，、,])"
)
_COUNTED = Pattern(
    rf"(?:：|其中|其中有|包括)(?:其中)?((?:{CHINESE}{{2,12}}\d{{1,6}}{CHINESE}{{1,2}}[，、]){{2,30}}{CHINESE}{{2,12}}\d{{1,6}}{CHINESE}{{1,2}})"
    r"(?=[，、。；）])"
)
_COUNTED_UNIT = Pattern(rf"\d{{1,6}}({CHINESE}{{1,2}})(?:[，、]|$)")
_QUOTED_LIST = Pattern(rf"[“「]((?:{CHINESE}{{2,8}}[，、]){{3,9}}{CHINESE}{{2,8}})[”」]")
_FIRST_OF_SERIES = Pattern("一是")
_SERIES_ITEM = Pattern(r"(^|[；;。，：:])([一二三四五六七八九十])是(?!否)")

_UNFINISHED = Pattern(rf"(?:{CHINESE}|[0-9%％》”])$")
_FIGURE_NEXT = Pattern(rf"\s{{0,100}}\d[\d.,%]{{0,40}}(?:\s|{CHINESE})")
_ENDED_QUOTATION = Pattern(r"[。！？…]”$")
_NUMERAL = rf"[{HAN_DIGITS}{FORMAL_DIGITS}\d]{{1,3}}"
_SUBHEADING = Pattern(rf"[ \u3000]{{0,100}}(?:[（(]?{_NUMERAL}[)）、.．]|第{_NUMERAL}[，、章节條条部])")
_LEAST_RUNNING = 30
_LEAST_CLAUSE = 12
_LEAST_ITEMS = 2
_LEAST_SENTENCE = 60
_LEAST_COMMAS = 2
_TABLE_ROW = Pattern(r"\||[^|\n]{0,80} \| ")
_LEAST_STYLE = 4
_STYLE_SHARE = 10


@dataclass(frozen=True, slots=True)
class Options:
    """What may be set.

    Attributes:
        adjacent_titles: Whether 、 between adjacent titles or quotations is reported.
        final_mark: Whether a paragraph without final mark is reported.
    """

    adjacent_titles: bool = field(
        default=False,
        metadata={
            "zh": "书名号、引号并列时中间的顿号（《甲》、《乙》）也提示删去",
            "en": "report the 、 between adjacent titles or quotations (《甲》、《乙》)",
        },
    )
    final_mark: bool = field(
        default=True,
        metadata={
            "zh": "检查段末缺少句号的段落",
            "en": "report paragraphs of running text that lack their final mark",
        },
    )


class Punctuation(Rule[Options]):
    """标点用得不对。 / Punctuation is wrong.

    What:
        zh: 标点重复（。。）或相撞（。，），或独占一行；省略号写成 ... 或 。。。；顿号之后又用“以及”“等”；
            “首先”之后用顿号；成段的话末尾没有标点；并列的词语之间误用逗号（采取汇报，督查等方式）、
            一组用分号的分项里夹着一个句号或逗号。
            书名号、引号之间的顿号默认不报。
        en: Marks that are doubled (。。), clash (。，) or stand on a line of their own; dots for an ellipsis; 、 before
            以及 and 等, and behind 首先; a paragraph of running text without its final mark; a comma between the words
            of a list, and one full stop or comma in a series joined by semicolons. The 、 between adjacent titles is
            not reported unless asked for.
    Why:
        zh: 重复、相撞的标点多是删改时留下的，往往连着漏掉的数字或名称；逗号与顿号混用使层次不清。
        en: Doubled and clashing marks are left by editing, often where a figure or name was lost; commas and 、 mixed
            in a list hide what belongs together.
    Bad:
        人口自然增长率控制在5.78‰。。一年来，我们加强了服务。
        ---
        全市人民得到更多实惠。，较好地完成了各项任务。
        ---
        督查组采取听汇报，现场督查等方式进行跟踪督办。
    Good:
        会议学习了《宪法》、《监督法》和“十四五”规划，提高了认识！
        ---
        我们加强学习，提高认识，完成签约、开工、投产等工作……
    Source:
        GB/T 15834-2011《标点符号用法》4.1（句号）、4.4（逗号）、4.5（顿号）、4.6（分号）、4.11（省略号）。
    """

    name = "punctuation"
    code = "U602"
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each fault, by report and block."""
        yield from _lone_marks(document.text)
        for report in document.reports:
            for sign, find in (
                (_TWO_MARKS, _clashes),
                (_TWO_DOTS, _dots),
                (_SIGN_OF_LIST, _mixed_lists),
                (_FIRST_OF_SERIES, _stop_in_series),
            ):
                for block in document.blocks_holding(report, sign):
                    if not _is_table_row(block.joined):
                        yield from find(block, block.joined)
            yield from _after_ordinals(document, report)
            yield from self._needless(document, report)
            if self.options.final_mark:
                yield from _without_final_mark(document.text, report)
                yield from _items_without_final_mark(report)

    def _needless(self, document: Document, report: Report) -> Iterator[Finding]:
        if report.script is Script.SIMPLIFIED:
            for block, match in _matches(document, report, _BEFORE_CONJUNCTION):
                yield _remove(
                    block.span_of(match.start(), match.start() + 1),
                    f"“{match[1]}”之前不用顿号，请删去",
                    f"no 、 stands before {match[1]}: remove it",
                )
            for block, match in _matches(document, report, _BEFORE_AND):
                items, word = match.group()[:-1], block.joined[match.end() : match.end() + 2]
                if _WITH.search(items) or is_word(f"和{word[0]}") or frequency(word) < _LEAST_FREQUENT:
                    continue
                yield _remove(
                    block.span_of(match.end() - 2, match.end() - 1),
                    "“和”之前不用顿号，请删去",
                    "no 、 stands before 和: remove it",
                )
        if self.options.adjacent_titles:
            for block, match in _matches(document, report, _ADJACENT):
                yield _remove(
                    block.span_of(*match.span()),
                    "并列的书名号、引号之间通常不用顿号，请删去",
                    "no 、 is needed between adjacent titles or quotations: remove it",
                )


def _after_ordinals(document: Document, report: Report) -> Iterator[Finding]:
    for block, match in _matches(document, report, _AFTER_ORDINAL):
        if _BEFORE_ORDINAL.search(block.joined[: match.start()][-10:]):
            span = block.span_of(match.end() - 1, match.end())
            yield Finding(
                span,
                Message(
                    f"“{match.group()[:-1]}”之后用逗号，请把这里的顿号改为“，”",
                    f"a comma stands after {match.group()[:-1]}: write ， for this 、",
                ),
                data={"suggestion": "，"},
                fix=Fix((Edit(span, "，"),), safe=True),
            )


def _matches(document: Document, report: Report, pattern: Pattern) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Yield the matches of a pattern in the blocks of a report that are no rows of a table."""
    for block in document.blocks_holding(report, pattern):
        if not _is_table_row(block.joined):
            yield from ((block, match) for match in pattern.finditer(block.joined))


def _is_table_row(text: str) -> bool:
    return "|" in text and _TABLE_ROW.match(text) is not None


def _lone_marks(text: str) -> Iterator[Finding]:
    """Yield lines that hold a mark and nothing else: what was left when the sentence was deleted or torn."""
    for match in _LONE_MARK.finditer(text):
        mark = match.group(1)
        span = Span(*match.span(1))
        yield Finding(
            span,
            Message(
                f"这一行只有标点“{mark}”，请删去，或补上漏掉的话",
                f"this line holds only {mark!r}: remove it, or add what is missing",
            ),
            data={"text": mark},
            fix=Fix((Edit(span, ""),), safe=False),
        )


def _clashes(block: Paragraph, text: str) -> Iterator[Finding]:
    for match in _CLASH.finditer(text):
        marks = match.group().replace(" ", "")
        first = marks[0]
        if marks.startswith("。。。"):
            continue
        span = block.span_of(*match.span())
        same = marks == first * len(marks)
        if same:
            message = Message(f"“{marks}”重复，请只留一个", f"{marks!r} is doubled: keep one")
        else:
            message = Message(
                f"“{marks}”几个标点连用，请只留一个，并看是否漏了内容",
                f"{marks!r} stand together: keep one, and see whether something was left out",
            )
        yield Finding(span, message, data={"text": marks}, fix=Fix((Edit(span, first),), safe=True) if same else None)


def _dots(block: Paragraph, text: str) -> Iterator[Finding]:
    for match in _DOTS.finditer(text):
        span = block.span_of(*match.span())
        yield Finding(
            span,
            Message(f"省略号应当写作“……”，请改正“{match.group()}”", f"write the ellipsis as ……, not {match.group()!r}"),
            data={"text": match.group(), "suggestion": "……"},
            fix=Fix((Edit(span, "……"),), safe=True),
        )


def _mixed_lists(block: Paragraph, text: str) -> Iterator[Finding]:
    if "，" not in text and "," not in text:
        return
    block_text, text = text, _HALF_MARK.sub(lambda mark: _WIDE[mark.group()], text)
    found: set[int] = set()
    if _LIST_WORD.search(text):
        found.update(match.start(1) for pattern in _PLAIN_LISTS for match in pattern.finditer(text))
    for match in _COUNTED.finditer(text) if "、" in text else ():
        items = match[1]
        units = {unit[1] for unit in _COUNTED_UNIT.finditer(items)}
        if len(units) == 1 and items.count("，") == 1 and items.count("、") > 1:
            found.add(match.start(1) + items.index("，"))
    for match in _QUOTED_LIST.finditer(text) if "、" in text else ():
        items = match[1]
        if _is_uneven(items):
            rare = min("，、", key=items.count)
            found.add(match.start(1) + items.index(rare))
    for at in sorted(found):
        mark, wanted = block_text[at], "、" if text[at] == "，" else "，"
        span = block.span_of(at, at + 1)
        yield Finding(
            span,
            Message(
                f"并列的词语之间混用逗号和顿号，请把这里的“{mark}”改为“{wanted}”",
                f"the words of one list are parted by commas and 、: write {wanted} for this {mark}",
            ),
            data={"text": block_text[max(at - 6, 0) : at + 7], "suggestion": wanted},
            fix=Fix((Edit(span, wanted),), safe=False),
        )


def _is_uneven(items: str) -> bool:
    """Tell whether equal phrases are parted by both marks, and the rarer one parts no groups from one another.

    A lone comma may: 甲、乙，丙、丁 pairs off, and 甲，乙、丙、丁 names the whole and its parts.
    """
    marks = [mark for mark in items if mark in "，、"]
    lengths = {len(item) for item in re.split("[，、]", items)}
    commas = marks.count("，")
    return len(lengths) == 1 and 0 < commas < len(marks) and commas > marks.count("、")


def _stop_in_series(block: Paragraph, text: str) -> Iterator[Finding]:
    series: list[tuple[str, int]] = []
    expected = 0
    for match in _SERIES_ITEM.finditer(text):
        number = "一二三四五六七八九十".index(match[2])
        if number != expected or number == 0:
            yield from _odd_stop(block, series)
            series, expected = [], 0
        if number == expected:
            expected = number + 1
            if number:
                series.append((match[1], match.start()))
    yield from _odd_stop(block, series)


def _odd_stop(block: Paragraph, series: list[tuple[str, int]]) -> Iterator[Finding]:
    odd = [(mark, at) for mark, at in series if mark in "。，"]
    if len(odd) == 1 and sum(mark in "；;" for mark, _ in series) == len(series) - 1 > 1:
        mark, at = odd[0]
        span = block.span_of(at, at + 1)
        zh, en = ("句号", "a full stop") if mark == "。" else ("逗号", "a comma")
        yield Finding(
            span,
            Message(
                f"这一组分项都以分号相隔，只有这里用{zh}，请改为“；”",
                f"the items of this series are parted by semicolons and only this one by {en}: write ；",
            ),
            data={"suggestion": "；"},
            fix=Fix((Edit(span, "；"),), safe=False),
        )


def _items_without_final_mark(report: Report) -> Iterator[Finding]:
    """Yield the one item of a list that has no final mark, where each beside it is a sentence with one."""
    for siblings in (report.sections, *(section.sections for section in report.walk())):
        items: dict[str | None, list[Section]] = {}
        for section in siblings:
            items.setdefault(section.heading.form, []).append(section)
        for alike in items.values():
            bare = [item for item in alike if not (item.heading.closed or item.heading.run_in)]
            if len(bare) == 1 and len(alike) > _LEAST_ITEMS and _is_sentence(bare[0]):
                yield _lacks(bare[0].heading.span.end)


def _is_sentence(section: Section) -> bool:
    title = section.heading.title
    whole = not (section.paragraphs or section.sections) and section.heading.form is not None
    return whole and len(title) >= _LEAST_RUNNING and "，" in title and _UNFINISHED.search(title[-1:]) is not None


def _without_final_mark(text: str, report: Report) -> Iterator[Finding]:
    paragraphs = [
        paragraph
        for paragraph in report.every_paragraph()
        if paragraph.span.end < report.span.end and _runs(paragraph.joined)
    ]
    found = [
        paragraph
        for paragraph in paragraphs
        if _lacks_final_mark(paragraph.joined) and not _FIGURE_NEXT.match(text, paragraph.span.end)
    ]
    if len(found) >= _LEAST_STYLE and len(found) * _STYLE_SHARE > len(paragraphs):
        return
    for paragraph in found:
        yield _lacks(paragraph.span.end)


def _lacks(end: int) -> Finding:
    return Finding(
        Span(end - 1, end),
        Message(
            "这一段末尾没有标点，请补上句号，或补全漏掉的话",
            "the paragraph has no final mark: add it, or what was cut off",
        ),
        fix=Fix((Edit(Span(end, end), "。"),), safe=False),
    )


def _runs(text: str) -> bool:
    """Tell whether a paragraph is running text: sentences, or one long sentence that is no heading or item."""
    if _is_table_row(text):
        return False
    if "。" in text[:-1]:
        return len(text) >= _LEAST_RUNNING
    commas = text.count("，") + text.count(",")
    return len(text) >= _LEAST_SENTENCE and commas >= _LEAST_COMMAS and not _SUBHEADING.match(text)


def _lacks_final_mark(text: str) -> bool:
    """Tell whether running text breaks off without a mark, and not in a heading that was glued to its end."""
    if not _UNFINISHED.search(text[-1:]) or _ENDED_QUOTATION.search(text[-2:]):
        return False
    last = text[text.rfind("。") + 1 :]
    return len(last) >= _LEAST_CLAUSE and not _SUBHEADING.match(last)


def _remove(span: Span, zh: str, en: str) -> Finding:
    return Finding(span, Message(zh, en), fix=Fix((Edit(span, ""),), safe=False))
