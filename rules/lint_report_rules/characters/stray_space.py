"""C505 stray-space."""

from __future__ import annotations

from collections.abc import Iterator

from lint_report.character_pairs import character_pairs
from lint_report.chinese.characters import CHINESE, CLOSING, OPENING
from lint_report.chinese.folding import fold
from lint_report.chinese.words import cut_words
from lint_report.document import Document, Paragraph, Report
from lint_report.messages import Message
from lint_report.outline.glued import heading_gaps
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule
from lint_report.source import Span
from lint_report.word_search import pair_stretches

_SPACE = r"[ \t\u00a0\u2002-\u200a]"
_MARKS = "，。；：、！？"
_STRONG = Pattern(
    rf"{_SPACE}(?:{_SPACE}?(?={CHINESE})(?:(?<={CHINESE}{_SPACE})|(?<={CHINESE}{_SPACE}{{2}}))"
    rf"|{_SPACE}?(?=[{_MARKS}{CLOSING}])"
    rf"|(?<=[{_MARKS}]{_SPACE})(?={CHINESE}|[{OPENING}0-9A-Za-z]))"
)
# In traditional reports such a space shows respect before what _HONORIFIC names, and only there.
_WIDE = Pattern(rf"　{{1,2}}(?={CHINESE})(?:(?<={CHINESE}　)|(?<={CHINESE}　　))")
_WEAK = Pattern(rf"{_SPACE}(?:(?<={CHINESE}{_SPACE})(?=[{OPENING}])|(?<=[{CLOSING}]{_SPACE})(?={CHINESE}))")
_IN_TITLE = Pattern(rf"[ \t\u00a0\u2002-\u200a\u3000]{{1,2}}(?={CHINESE})(?:(?<={CHINESE}.)|(?<={CHINESE}..))")
_HAN_AT_END = Pattern(f"{CHINESE}{{1,8}}\\Z")
_HAN_AT_START = Pattern(f"{CHINESE}{{1,8}}")
_WINDOW = 8
_LEAST_BESIDE = 3
_SHORTEST_TITLE = 12
_BLANK = Pattern(r"[ \t\u00a0\u2002-\u200a\u3000]")
_MARK = Pattern(f"[{_MARKS}]")
_LATIN_PHRASE = Pattern(r"[A-Za-z]{4}")
_FINAL_MARK = Pattern(r"[。！？；!?;]|\.(?![0-9])")
_SENTENCE_MARK = Pattern("[，。；！？,;!?]")
_HAN = Pattern(CHINESE)
_LEAST_RUNNING = 15
_NUMBERED = Pattern(r"[（(]?[一二三四五六七八九十百零〇\d]{1,4}[)）、.．]")
_ARTICLE = Pattern(r"(?:^|[「『“：:。；（(\s　])(?:第[ 　]?)?[一二三四五六七八九十百]{1,5}[ 　]?[條条]?\Z")
_HONORIFIC = Pattern(
    "大院|貴|贵|鈞|各位|委員|诸位|諸位|總統|总统|總理|院長|召集委員|主席|指教|閣下|先生|女士|國父|陳院長|惠|賜|您"
    f"|{CHINESE}{{1,3}}(?:總統|總理|院長|主席|部長|委員|署長|局長|議長)|核|鑒|鉴|察|大家|諸|立法院|行政院|監察院|考試院|司法院"
)
_FIELD = Pattern(rf"{CHINESE}{{1,6}}[：:]")
# 亏损约 万元: a number is missing there, which is another rule's finding.
_AMOUNT_BEFORE = "约約达達为為计計共到至近超占佔长長加收"
_UNIT = Pattern("[万萬亿億]?[元吨噸亩畝人名户戶件个個项項次家]|个百分|個百分")
_DATE_PART = Pattern("[二三十廿〇零一四五六七八九正元]")
_QUOTED = Pattern(rf"[{OPENING}][^{_MARKS}{OPENING}{CLOSING}\n]{{1,60}}[{CLOSING}]")
_ITEMS = Pattern(rf"(?:{CHINESE}{{2,10}}{_SPACE}{{1,4}}){{3,200}}{CHINESE}{{2,10}}")
_TABLE_ROW = Pattern(r"\||[^|\n]{0,80} \| ")
_WORD = Pattern(f"{CHINESE}|[0-9A-Za-z]")
_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭萧田董袁潘"
    "于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦韋付傅方白邹鄒孟熊秦邱江尹薛闫阎閻段雷"
    "侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶"
    "章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂塗成苗谷盛曲翁冉骆駱蓝藍路"
)
_CREDIT = Pattern("(?:记者|通讯员|摄影|特派员|記者|攝影)$|(?:记者|通讯员|記者)[ ]?[㐀-鿿]{2,4}$")
_TAKEN = Pattern("(?:[㐀-鿿]{2,4} ?)?[摄攝](?:影)?(?=[ 　）)】>/]|--|$)")
_LEAST_PIECE = 3
_SHORTEST_LEAD = 4
_SHORTEST_TERM = 2
_LONGEST_LEAD = 24
_FOLDED_FROM = 6
_STRETCHES = 10  # which hold nearly all pairs that a longer text does
_CONVENTION = 3
_LONG = 60
_LEAST_SENTENCE = 40


class _Space(NamedTuple):
    """A stray space: its place in the document, and whether nothing but removing it is possible."""

    span: Span
    certain: bool


class _Candidate(NamedTuple):
    """A space that may be stray, by its offsets in the joined text of a block."""

    block: Paragraph
    text: str
    start: int
    end: int

    @property
    def pair(self) -> str:
        """The characters that would come together."""
        return self.text[self.start - 1] + self.text[self.end]

    @property
    def between_han(self) -> bool:
        return all(map(_HAN.match, self.pair))


class StraySpace(Rule[NoOptions]):
    """句子里有多余的空格。 / A stray space stands in a Chinese sentence.

    What:
        zh: 汉字之间、标点前后多余的空格，多是换行和复制留下的；一段一条，很多段都有时合为一条。
            对齐姓名、落款、日期的空格，段首缩进，标题、表格、填写项里和序号后的空格，挪抬（送　大院審議）所空的
            全角空格，以及中西文、汉字与数字之间有无空格，一概不论。
        en: Spaces between Chinese characters and beside punctuation, left by line wraps and copying; one finding a
            paragraph, one a report when many have them. Spaces that align names, signatures and dates, indents,
            headings, tables, fields, spaces behind item numbers, ideographic spaces of respect, and spaces between
            Chinese and Latin letters or digits are left alone.
    Why:
        zh: 汉字连写不留空，句中的空格把词割裂，排版出来是一个个窟窿，检索也搜不到。
        en: Chinese is written without spaces; one inside a sentence tears a word and defeats search.
    Bad:
        一年来，全镇上下团结一心，推动经济发 展取得新成效，群众比较满意。
        ---
        今年工作的总体要求是 ：坚持稳中求进，推动高质量发展。
    Good:
        会议由镇长 王 强主持，参加人员有：张 三、李 四。
        ---
        本案業經　大院審議通過，本會自 2012 年起辦理 GDP 統計，成效良好。
    Source:
        GB/T 15834-2011《标点符号用法》5.1：标点占一个字的位置，前后不另空格。
    """

    name = "stray-space"
    code = "C505"

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for each paragraph with stray spaces, or one for a report with many such paragraphs."""
        pairs = _Pairs(document)
        for report in document.reports:
            found = [spaces for spaces in _by_block(document, report, pairs) if spaces]
            if len(found) >= _FOLDED_FROM:
                yield _finding([space for spaces in found for space in spaces], everywhere=True)
            else:
                yield from (_finding(spaces, everywhere=False) for spaces in found)


class _Pairs:
    """The pairs of neighbouring characters of a text, taken when first asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def __contains__(self, pair: str) -> bool:
        wanted = character_pairs(pair)
        stretches = self._document.once(pair_stretches)[:_STRETCHES]
        return any(pairs.issuperset(wanted) for _, pairs in stretches)


def _by_block(document: Document, report: Report, pairs: _Pairs) -> list[list[_Space]]:
    blocks = list(document.blocks_holding(report, _BLANK))
    titles = [space for block in blocks for space in _in_title(block, pairs)]
    blocks = [block for block in blocks if _is_running(block.joined)]
    if not blocks:
        return [[space] for space in titles]
    # The space between a heading and the body that was glued to it is glued-heading's finding.
    gaps = {gap.start for _, gap in heading_gaps(report, document.text)}
    candidates = [[*_strong(block), *_wide(block)] for block in blocks]
    leads = sum(_is_lead(candidate) for found in candidates for candidate in found)
    spaces: list[list[_Space]] = []
    for found in candidates:
        kept = [candidate for candidate in found if _is_stray(candidate, pairs, leads_are_style=leads >= _CONVENTION)]
        spaces.append(
            [space for space in (_space(candidate, pairs) for candidate in kept) if space.span.start not in gaps]
        )
    everywhere = sum(map(bool, spaces)) >= _FOLDED_FROM
    for block, found_spaces in zip(blocks, spaces, strict=True):
        if everywhere or found_spaces:
            found_spaces.extend(_weak(block))
            found_spaces.sort(key=_start)
    return [*spaces, *([space] for space in titles)]


def _in_title(block: Paragraph, pairs: _Pairs) -> Iterator[_Space]:
    """Yield the space of a title where it tears a word: 三大区域发展战 略取得突破; others part its lines or clauses."""
    text = block.joined
    if len(text) < _SHORTEST_TITLE or _SENTENCE_MARK.search(text) or "|" in text or "<" in text:
        return
    gaps = [match for match in _IN_TITLE.finditer(text) if match.start() > 0]
    if len(gaps) == 1:
        candidate = _Candidate(block, text, *gaps[0].span())
        if candidate.pair in pairs and not _is_name(candidate) and _tears_a_word(candidate):
            yield _Space(block.span_of(*gaps[0].span()), certain=False)


def _tears_a_word(candidate: _Candidate) -> bool:
    before = _HAN_AT_END.search(candidate.text, max(candidate.start - _WINDOW, 0), candidate.start)
    after = _HAN_AT_START.match(candidate.text, candidate.end, candidate.end + _WINDOW)
    if before is None or after is None or len(before.group()) < _LEAST_BESIDE or len(after.group()) < _LEAST_BESIDE:
        return False
    at = 0
    for word in cut_words(fold(before.group() + after.group())):
        if at < len(before.group()) < at + len(word):
            return True
        at += len(word)
    return False


def _is_running(text: str) -> bool:
    return (
        len(text) >= _LEAST_RUNNING
        and _SENTENCE_MARK.search(text) is not None
        and any(pattern.search(text) is not None for pattern in (_STRONG, _WEAK, _WIDE))
        and ("|" not in text or _TABLE_ROW.match(text) is None)
    )


def _strong(block: Paragraph) -> list[_Candidate]:
    text = block.joined
    matches = [match for match in _STRONG.finditer(text) if match.start() > 0]
    if len(matches) >= _CONVENTION:
        listed = _ITEMS.sub(lambda match: "|" * len(match.group()), text)
        matches = [match for match in matches if listed[match.start()] != "|"]
    return [_Candidate(block, text, *match.span()) for match in matches]


def _wide(block: Paragraph) -> Iterator[_Candidate]:
    """Yield the ideographic spaces inside long sentences; there are none where they part columns."""
    text = block.joined
    matches = [match for match in _WIDE.finditer(text) if match.start() > 0]
    if len(matches) < _CONVENTION and len(text) >= _LEAST_SENTENCE and "<" not in text:
        yield from (_Candidate(block, text, *match.span()) for match in matches)


def _weak(block: Paragraph) -> Iterator[_Space]:
    for match in _WEAK.finditer(block.joined):
        yield _Space(block.span_of(*match.span()), certain=True)


def _space(candidate: _Candidate, pairs: _Pairs) -> _Space:
    span = candidate.block.span_of(candidate.start, candidate.end)
    return _Space(span, certain=not candidate.between_han or candidate.pair in pairs)


def _is_stray(candidate: _Candidate, pairs: _Pairs, *, leads_are_style: bool) -> bool:
    text, start, end = candidate.text, candidate.start, candidate.end
    if not candidate.between_han:
        if text[start - 1] in OPENING or _follows_number(text, start):
            return False
        after_mark = _MARK.match(text, start - 1) is not None
        return not (after_mark and (_NUMBERED.match(text, end) or _is_field(candidate) or _parts_latin(candidate)))
    if text[start - 1] in _AMOUNT_BEFORE and _UNIT.match(text, end):
        return False
    numbered = text[start] == "　" and _ARTICLE.search(text, max(start - 10, 0), start)
    if numbered or _HONORIFIC.match(text, end) or _is_field(candidate) or _is_name(candidate) or _is_date(candidate):
        return False
    if _is_lead(candidate):
        return not leads_are_style and candidate.pair in pairs
    return not (_parts_title(candidate) or _is_credit(candidate) or _is_slogan(candidate)) and (
        not _parts_phrases(candidate) or candidate.pair in pairs
    )


def _follows_number(text: str, start: int) -> bool:
    """Tell a space that sets an item off from its number (一、 加强领导), which is a matter of layout."""
    number = _NUMBERED.match(text)
    return number is not None and number.end() == start


def _parts_latin(candidate: _Candidate) -> bool:
    """Tell whether the mark before the space stands in a foreign title: Telomerase： Its Implications."""
    text, start, end = candidate.text, candidate.start, candidate.end
    return _LATIN_PHRASE.match(text[max(start - 3, 0) : start - 1] + text[end : end + 2]) is not None


def _is_field(candidate: _Candidate) -> bool:
    """Tell whether the space parts two fields of a form, as in 时间：三月五日 地点：镇政府."""
    text, start, end = candidate.text, candidate.start, candidate.end
    colon = max(text.rfind(mark, 0, start) for mark in "：:")
    return _FIELD.match(text, end) is not None and colon > text.rfind("。", 0, start)


def _is_lead(candidate: _Candidate) -> bool:
    """Tell whether the space may part a heading from its text: nothing but the heading stands before it."""
    numbered = _NUMBERED.match(candidate.text)
    marks, start = (_FINAL_MARK, numbered.end()) if numbered else (_MARK, 0)
    shortest = _SHORTEST_TERM if numbered else _SHORTEST_LEAD
    may_be = candidate.between_han and shortest <= candidate.start - start <= _LONGEST_LEAD
    return may_be and not marks.search(candidate.text, start, candidate.start)


def _is_name(candidate: _Candidate) -> bool:
    """Tell whether a surname and a given name of one character stand apart to align with longer names."""
    text, start, end = candidate.text, candidate.start, candidate.end
    before, after = text[max(start - 2, 0) : start - 1], text[end + 1 : end + 2]
    return text[start - 1] in _SURNAMES and not _WORD.match(before) and (not _WORD.match(after) or before.isspace())


def _is_credit(candidate: _Candidate) -> bool:
    """Tell whether the space stands beside the name of who took a picture or wrote a piece: 记者 王某某 摄."""
    text, start, end = candidate.text, candidate.start, candidate.end
    return _CREDIT.search(text, max(start - 8, 0), start) is not None or _TAKEN.match(text, end) is not None


def _parts_title(candidate: _Candidate) -> bool:
    """Tell whether the space parts two lines, or two issuers, of the title of a document in 《》."""
    text, start, end = candidate.text, candidate.start, candidate.end
    opening, closing = text.rfind("《", max(start - _LONG, 0), start), text.find("》", end, end + _LONG)
    if opening < 0 or closing < 0 or "》" in text[opening:start] or "《" in text[end:closing]:
        return False
    return min(start - opening - 1, closing - end) >= _SHORTEST_LEAD


def _is_date(candidate: _Candidate) -> bool:
    return candidate.text[candidate.start - 1] in "年月" and _DATE_PART.match(candidate.text, candidate.end) is not None


def _parts_phrases(candidate: _Candidate) -> bool:
    """Tell whether the space parts two phrases of a slogan or title in quotes, as in “稳中求进 以进促稳”."""
    text, start, end = candidate.text, candidate.start, candidate.end
    opening = max(text.rfind(mark, max(start - 60, 0), start) for mark in OPENING)
    quoted = _QUOTED.match(text, opening) if opening >= 0 else None
    if quoted is None or quoted.end() <= end:
        return False
    before, after = text[opening + 1 : start], text[end : quoted.end() - 1]
    return min(len(before.split()[-1]), len(after.split()[0])) >= _LEAST_PIECE


def _is_slogan(candidate: _Candidate) -> bool:
    """Tell whether the space parts two phrases of equal length that fill a pair of quotes: “好客之乡 好品之城”."""
    text, start, end = candidate.text, candidate.start, candidate.end
    opening = max(text.rfind(mark, max(start - _LONG, 0), start) for mark in OPENING)
    quoted = _QUOTED.match(text, opening) if opening >= 0 else None
    return quoted is not None and start - opening - 1 == quoted.end() - 1 - end >= _SHORTEST_LEAD


def _finding(spaces: list[_Space], *, everywhere: bool) -> Finding:
    spans = tuple(space.span for space in spaces)
    count = len(spans)
    if everywhere:
        message = Message(
            f"本篇句中有{count}处多余的空格，请通篇删去",
            f"the report has {count} stray spaces in its sentences: remove them throughout",
        )
    elif count > 1:
        message = Message(f"本段有{count}处多余的空格，请删去", f"the paragraph has {count} stray spaces: remove them")
    else:
        message = Message("句中有多余的空格，请删去", "a stray space stands in the sentence: remove it")
    return Finding(
        spans[0],
        message,
        data={"count": count},
        fix=Fix(tuple(Edit(span, "") for span in spans), safe=all(space.certain for space in spaces)),
        places=spans if count > 1 else (),
    )


def _start(space: _Space) -> int:
    return space.span.start
