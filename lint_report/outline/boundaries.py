"""Where one report ends and the next begins, and what belongs to none."""

from __future__ import annotations

from collections.abc import Sequence

from lint_report.chinese.characters import CHINESE
from lint_report.outline.blocks import Block
from lint_report.outline.headings import Entry
from lint_report.outline.numbering import ENUMERATIONS
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.source import Span


class Draft(NamedTuple):
    """What one report is built of.

    Attributes:
        title: Its title; None for an untitled report.
        title_span: Where the title stands.
        entries: Its headings and paragraphs.
    """

    title: str | None
    title_span: Span | None
    entries: Sequence[Entry]


_NUMBER = "[一二三四五六七八九十0-9１２３４５６７８９]{1,3}"
_GENRE = (
    "(?:[总總][结結]|[报報]告|汇报|彙報|匯報|述[职職]|小[结結]|计划|計畫|計劃|方案|要[点點]|[体體][会會]"
    "|[鉴鑒鑑]定|[讲講][话話]|[发發]言)"
)
_COUNT = rf"(?:第?(?:篇|范文|範文|范本|範本|范例|样本|樣本|模板|样文|例文|之){_NUMBER}|第{_NUMBER}篇)"
_SERIES = Pattern(
    rf".{{0,50}}?[（(【\[]?{_COUNT}[】）)\]]?(?:[：:、\s　].{{0,50}})?\Z|[（(【\[]{_COUNT}[】）)\]].{{0,50}}\Z"
)
_NEXT = Pattern(rf"[（(【\[]?(?:{_COUNT}|{_NUMBER})[】）)\]]?\Z")
_NUMBERED_GENRE = Pattern(rf"(?P<stem>.{{2,50}}?{_GENRE})[（(]?(?P<number>{_NUMBER})[）)]?\Z")
_TITLE = Pattern(
    r"[^。；，！？：;,!?]{2,50}(?:总结|總結|小结|小結|[总總][结結][报報]告|述[职職][报報]告|述廉[报報]告|工作[报報]告|业务报告|業務報告|"
    r"施政[报報]告|工作(?:汇报|彙報|匯報)|情[况況](?:汇报|彙報|匯報|报告|報告)|(?:汇报|彙報|匯報)材料|心得[体體][会會]|"
    r"自我[鉴鑒鑑]定)(?:[（(][^（）()]{1,20}[）)])?(?:范文|範文|范本|範本|精选|精選|模板)?\Z"
)
_YEAR_TITLE = Pattern(
    r"(?:20|19)\d\d年(?:度)?(?:上半年|下半年)?(?:政府)?工作(?:总结|總結|小结|小結|汇报|匯報|报告|報告)\Z"
)
_FIRST_TITLE = Pattern(rf"[^。；！？;!?]{{0,60}}{_GENRE}")
_NO_TITLE = Pattern(r"[—―－\-（(]{1,2}|.*(?:会议上|會議上|大会上)\Z|各位|尊敬|.*[：:。，；]\Z")
# ——2024年1月18日在石桥镇第十八届人民代表大会第四次会议上
_SUBTITLE = Pattern(
    r"(?:.{2,30}\s)?[—―－─\-]{2}\s?(?=.{0,16}(?:年|[在向])).{6,60}(?:[会會][议議]?上|大会上|[报報]告)\Z"
)
# What may stand between a title and the text: date, place, name and office.
_FRONT = Pattern(
    r"[（(][^（）()]{4,50}[）)]\Z|.{0,20}(?:[市省县縣区區州乡鄉镇鎮盟旗]长|主席|总理|院长|部長|主任|书记|報告人|报告人|述职人)"
    rf"[\s　：:]{{0,3}}(?:{CHINESE}|\s){{0,8}}\Z"
)
_DATE = Pattern(r"[0-9〇一二三四五六七八九十xX×]{2,4}\s?年.{1,6}月.{0,4}日?\Z")
_SALUTATION = Pattern(r"(?:尊敬的|敬[爱愛]的|各位|同志[们們]|女士[们們]|主席[，、,]).{0,40}[：:！!]\Z")
# Those who hear a report are addressed again and again in it.
_IN_SPEECH = Pattern(r"各位(?:代表|委[员員])|同志[们們][：:！!]")
_OPENING_WORDS = Pattern(
    r"(?:[0-9xX×_＿*]{2,4}年(?:度|[来來]|以[来來]|上半年|下半年|[，,])?|(?:今年|一年|半年|近年)(?:以)?[来來]|近期|上半年|本年度|今年|"
    r"回[顾顧首]|[过過]去的一年|[转轉]眼|[时時]光|光[阴陰]|[岁歲]月|不知不[觉覺]|本人|我[于於自叫]|自[0-9今去]|按照|根[据據]|[为為]了?|"
    r"在|[现現]在[，,]|大家好)"
)
_OPENING = Pattern(
    r"(?:[现現兹茲]|下面)[^。]{0,40}(?:如下|如次)|(?:领导|領導|支持|指导|指導|[帮幫]助|[关關]心|重[视視]|配合)下|述[职職][。.：:]|"
    r"(?:汇报|彙報|匯報|总结|總結|报告|報告)如下"
)
# The words with which a report to a congress or a committee begins, and which nothing else holds.
_ADDRESS = Pattern(
    r"(?:现在，?|下面，?|首先，?)?(?:由)?(?:我|受[^。，]{2,20}委托)[^。]{0,30}(?:报告工作|作[^。]{0,12}报告|報告工作)"
    rf"|{CHINESE}{{2,10}}：(?:（[^）]{{2,12}}）)?主席、各位委[員员]"
)
# 时光荏苒，转眼一年又过去了: so reports begin, and nothing else in them does.
_TIME_FLIES = Pattern(
    r"(?:一?转眼|时光|时间(?:过得|飞逝|如|一晃|匆匆)|光阴|岁月|日月如|白驹过隙|不知不觉|弹指)[^。]{0,50}?"
    r"(?:年|学期|个月|季度|试用期)[^。]{0,60}?(?:过去|结束|尾声|已|了|回[首顾]|总结|以来)"
)
_SELF_INTRODUCTION = Pattern(r"(?:(?:大家|领导|您|你们)好[！!，,。])?我叫[一-鿿*×xX_○]{1,8}[，,。]")
# 现将一年来的工作情况汇报如下：
_ANNOUNCEMENT = Pattern(
    r"(?:现|兹|下面|在此)(?![^。，；]{0,10}(?:打算|设想|计划|安排|措施|意见|建议))[^。；]{0,40}?(?:总结|汇报|报告|述职|小结)[^。；]{0,16}?(?:如下|如次)[^一-鿿]{0,2}\Z|述职[。：]\Z"
)
_GREETING = Pattern(r"(?:大家|您|你们|各位)?(?:早上|上午|中午|下午|晚上)?好[！!。]?\Z")
_SIGNATURE = Pattern(
    r"(?:述职|报告|汇报|总结)人[：: 　]|.{0,20}[0-9〇零一二三四五六七八九xX×_]{2,4}\s?年.{1,4}月.{0,4}日?\s?\Z"
)
_CLOSING = Pattern(
    r"[总總]之|[综綜]上|在?今[后後]|新的一年|展望|以上|下半年|下一步|明年|[谢謝][谢謝]|特此|此外|最[后後]"
)
_LONGEST_TITLE = 60
_SHORTEST_STEM = 5
_HEAD = 10
_SHORTEST_HEAD = 4
_SHORTEST_REPORT = 200
_SHORTEST_SIGNED_REPORT = 80
_SHORTEST_SPEECH = 500
_LONGEST_ANNOUNCEMENT = 80
_LONGEST_FRONT = 6
_LONGEST_ADDRESS = 120
# Paragraphs between the first of a report and its first heading.
_LONGEST_INTRODUCTION = 3
_FURNITURE = Pattern(
    r"(?:【[^】]{0,60}】|\[[^\]]{0,60}\])?(?:相[关關](?:文章|推荐|推薦|[阅閱][读讀])|推荐阅读|推薦閱讀|延伸[阅閱][读讀]|猜你喜[欢歡]|[热熱][门門]文章|"
    r"本文(?:[来來]源|地址|由|[转轉][载載])|文章[来來]源|[转轉][载載][请請]|[责責]任[编編][辑輯]|上一篇|下一篇|返回[顶頂]部|"
    r"更多[^。]{2,30}(?:[请請]|尽在|盡在|[关關]注)|以上就是[^。]{2,40}(?:全部|[内內]容|希望)|版[权權][声聲]明|[扫掃][码碼]|微信公[众眾][号號])"
)
_LONGEST_BLURB = 1500
_LAST_LINES = 12


def split_abstracts(text: str, blocks: list[Block]) -> list[Block]:
    """Cut off the abstract that a site puts after a title: the first words of the text, up to an ellipsis."""
    cut: list[Block] = []
    for at, block in enumerate(blocks):
        if not text.endswith(("...", "…"), block.start, block.end) or at + 1 == len(blocks):
            cut.append(block)
            continue
        following = blocks[at + 1]
        head = text[following.start : min(following.start + _HEAD, following.end)]
        found = text.find(head, block.start, block.end) if len(head) >= _SHORTEST_HEAD else -1
        if found < 0 or found - block.start > _LONGEST_TITLE:
            cut.append(block)
            continue
        before = tuple(tear for tear in block.tears if tear.end <= found)
        if found > block.start:
            end = before[-1].start if before and before[-1].end == found else found
            cut.append(block._replace(end=end, tears=tuple(tear for tear in before if tear.end < found)))
        cut.append(Block(found, block.end, block.tears[len(before) :], abstract=True))
    return cut


def split_drafts(text: str, entries: list[Entry]) -> tuple[list[Draft], list[Entry]]:
    """Tell the reports of a file apart; the second list is what belongs to none."""
    if not entries:
        return [], []
    last = _start_of_furniture(text, entries)
    furniture = entries[last:]
    entries = entries[:last]
    titles = _series(text, entries)
    starts = [0, *_starts(text, entries, titles)]
    if titles and titles[0] > 0 and _is_blurb(entries[: titles[0]]):
        furniture = entries[: titles[0]] + furniture
        starts = [start for start in starts if start >= titles[0]]
    ends = [*starts[1:], len(entries)]
    series = frozenset(titles)
    drafts = [_draft(text, entries[start:end], titled=start in series) for start, end in zip(starts, ends, strict=True)]
    return drafts, furniture


def _draft(text: str, entries: list[Entry], *, titled: bool) -> Draft:
    first = entries[0]
    if titled or _is_title(text, first) or _is_first_title(text, entries):
        return Draft(text[first.start : first.end], Span(first.start, first.end), entries[1:])
    return Draft(None, None, entries)


def _series(text: str, entries: list[Entry]) -> list[int]:
    """Give the titles that count the reports of a collection (……篇一, 范本二, 第3篇)."""
    found: dict[str, list[int]] = {}
    chapters = any(entry.heading and entry.heading.form == "第一章" for entry in entries)
    first = _without_spaces(text[entries[0].start : min(entries[0].end, entries[0].start + _LONGEST_TITLE)])
    repeated: list[int] = []
    for at, entry in enumerate(entries):
        if entry.end - entry.start > _LONGEST_TITLE or (entry.heading and entry.heading.form not in (None, "第一篇")):
            continue
        content = text[entry.start : entry.end]
        if _SERIES.match(content) and not chapters:
            found.setdefault("篇", []).append(at)
        elif match := _NUMBERED_GENRE.match(content):
            found.setdefault(match["stem"], []).append(at)
        if at > 0 and _repeats(_without_spaces(content), first):
            repeated.append(at)
    counted = {at for members in found.values() if len(members) > 1 or members == [0] for at in members}
    if repeated:
        counted.update((0, *repeated))
    return sorted(counted)


def _repeats(title: str, first: str) -> bool:
    """Tell whether a title is the first line of the file with a number (……总结, ……总结二)."""
    return len(first) >= _SHORTEST_STEM and title.startswith(first) and _NEXT.match(title, len(first)) is not None


def _without_spaces(title: str) -> str:
    return "".join(title.split())


def _starts(text: str, entries: list[Entry], titles: list[int]) -> list[int]:
    """Give where the second and later reports begin."""
    scan = _Scan(text, entries, frozenset(titles))
    starts: list[int] = []
    for at in range(len(entries)):
        begins = scan.beginning(at)
        if begins is not None and begins > scan.start:
            scan.start = begins
            starts.append(begins)
    return starts


class _Scan:
    """What is known of a report while its end is looked for.

    Attributes:
        start: The entry that it begins with.
        top: The form of its first number.
        highest: The last number of that form.
        numbered: The last entry with a number.
    """

    def __init__(self, text: str, entries: list[Entry], series: frozenset[int]) -> None:
        self.text = text
        self.entries = entries
        self.series = series
        self.next_number = _next_numbers(entries)
        self.start = 0
        self.top: str | None = None
        self.highest = 0
        self.numbered = -1

    def beginning(self, at: int) -> int | None:
        """Give the entry that a new report begins with, where an entry shows that one has begun."""
        heading = self.entries[at].heading
        begins: int | None = None
        if at in self.series:
            begins = at
        elif heading is None or heading.form is None:
            begins = self._title_or_address(at)
        elif heading.form not in ENUMERATIONS:
            if heading.form == self.top and heading.number == 1 and self.highest > 1:
                begins = _opening(self.text, self.entries, self.numbered, at)
            if self.top is None or heading.form == self.top:
                self.top, self.highest = heading.form, heading.number or 0
            self.numbered = at
            return begins
        if begins is not None and begins > self.start:
            self.top, self.highest, self.numbered = None, 0, at
        return begins

    def _title_or_address(self, at: int) -> int | None:
        entry = self.entries[at]
        length = entry.start - self.entries[self.start].start
        if length < self._shortest(at) or self.next_number[at] not in (None, 1):
            return None
        if _is_title(self.text, entry):
            return None if self._repeats_title(entry) or self._names_a_year_only(entry, at) else at
        if self._opens(at):
            return _with_front(self.text, self.entries, at)
        content = self.text[entry.start : min(entry.end, entry.start + _LONGEST_ADDRESS)]
        spoken = _SUBTITLE.match(self.text[entry.start : entry.end]) or _ADDRESS.match(content)
        if spoken and length >= _SHORTEST_SPEECH and self._goes_on(entry):
            return _with_front(self.text, self.entries, at)
        return None

    def _goes_on(self, entry: Entry) -> bool:
        """Tell whether enough follows an entry to be a report; pages also repeat the occasion at their end."""
        return self.entries[-1].end - entry.start >= _SHORTEST_REPORT

    def _names_a_year_only(self, entry: Entry, at: int) -> bool:
        """Tell whether a title (2020年工作总结) is that of a chapter of a report that has a title of its own.

        It begins a report where the one before was signed, or began with such a title too.
        """
        if not _YEAR_TITLE.match(self.text, entry.start, entry.end):
            return False
        first = self.entries[self.start]
        return not _is_title(self.text, first) and self._shortest(at) == _SHORTEST_REPORT

    def _repeats_title(self, entry: Entry) -> bool:
        """Tell whether a title is only the report's own once more, which pages put behind the first paragraph."""
        first = self.entries[self.start]
        return self.top is None and self.text[first.start : first.end] == self.text[entry.start : entry.end]

    def _shortest(self, at: int) -> int:
        """Give how long the report before an entry must be; what is signed is complete."""
        before = self.entries[at - 1]
        signed = at > 0 and _SIGNATURE.match(self.text[before.start : min(before.end, before.start + _LONGEST_TITLE)])
        return _SHORTEST_SIGNED_REPORT if signed else _SHORTEST_REPORT

    def _opens(self, at: int) -> bool:
        """Tell whether a paragraph is one that a report without a title begins with."""
        before, entry = self.entries[at - 1], self.entries[at]
        if entry.heading or (before.heading and before.body is None):
            return False
        content = self.text[entry.start : entry.end]
        if _TIME_FLIES.match(content) or _SELF_INTRODUCTION.match(content):
            return True
        announced = _ANNOUNCEMENT.search(content, max(0, len(content) - _LONGEST_ANNOUNCEMENT)) is not None
        if _GREETING.match(self.text[before.start : before.end]) and at > 1:
            before = self.entries[at - 2]
        if _is_salutation(self.text, before):
            spoken = _IN_SPEECH.match(self.text, before.start, before.end) is not None
            return announced or (_ADDRESS if spoken else _OPENING_WORDS).match(content) is not None
        complete = self.highest > 1 or (
            self.top is None and entry.start - self.entries[self.start].start > _SHORTEST_SPEECH
        )
        return announced and complete and _OPENING_WORDS.match(content) is not None


def _is_salutation(text: str, entry: Entry) -> bool:
    content = text[entry.start : min(entry.end, entry.start + _LONGEST_TITLE)]
    return content[-1] in "：:" and _SALUTATION.match(content) is not None


def _next_numbers(entries: list[Entry]) -> list[int | None]:
    numbers: list[int | None] = []
    last: int | None = None
    for entry in reversed(entries):
        numbers.append(last)
        if entry.heading and entry.heading.number is not None and entry.heading.form not in ENUMERATIONS:
            last = entry.heading.number
    return numbers[::-1]


def _opening(text: str, entries: list[Entry], numbered: int, at: int) -> int | None:
    """Find where a report without a title begins, between the last numbered heading and a numbering that restarts."""
    between = range(numbered + 1, at)
    if any(entries[index].heading for index in between):
        return None
    heading = entries[numbered].heading
    first = numbered + 1 if heading and entries[numbered].body else numbered + 2
    found: int | None = None
    for index in range(max(first, at - _LONGEST_INTRODUCTION), at):
        content = text[entries[index].start : entries[index].end]
        if _CLOSING.match(content):
            found = None
        elif found is None and _OPENING_WORDS.match(content) and _OPENING.search(content):
            found = _with_front(text, entries, index)
    return max(found, first) if found is not None else None


def _with_front(text: str, entries: list[Entry], at: int) -> int:
    """Go back from where a report's text begins to its salutation, subtitle and title."""
    begins = at
    for index in range(at - 1, max(at - _LONGEST_FRONT, 0), -1):
        entry = entries[index]
        content = text[entry.start : entry.end]
        numbered = entry.heading is not None and entry.heading.form is not None
        if numbered or len(content) > _LONGEST_TITLE or _DATE.match(content):
            break
        if not (
            _SALUTATION.match(content) or _SUBTITLE.match(content) or _FRONT.match(content) or _GREETING.match(content)
        ):
            if _SUBTITLE.match(text[entries[begins].start : entries[begins].end]) and content[-1] not in "。！？；：":
                begins = index
            break
        begins = index
    previous = entries[begins - 1]
    return begins - 1 if begins > 0 and _is_title(text, previous) else begins


def _is_title(text: str, entry: Entry) -> bool:
    if entry.end - entry.start > _LONGEST_TITLE or (entry.heading and entry.heading.form):
        return False
    content = text[entry.start : entry.end]
    return _TITLE.match(content) is not None and not _NO_TITLE.match(content)


def _is_first_title(text: str, entries: list[Entry]) -> bool:
    """Tell whether the first line of a file or of an untitled report is its title."""
    first = entries[0]
    if first.end - first.start > _LONGEST_TITLE or (first.heading and first.heading.form):
        return False
    if first.declared == 1:
        return True
    content = text[first.start : first.end]
    return len(entries) > 1 and _FIRST_TITLE.match(content) is not None and not _NO_TITLE.match(content)


def _is_blurb(entries: list[Entry]) -> bool:
    numbered = any(entry.heading and entry.heading.form for entry in entries)
    return not numbered and entries[-1].end - entries[0].start <= _LONGEST_BLURB


def _start_of_furniture(text: str, entries: list[Entry]) -> int:
    for at in range(max(1, len(entries) - _LAST_LINES), len(entries)):
        if _FURNITURE.match(text, entries[at].start, entries[at].end):
            return at
    return len(entries)
