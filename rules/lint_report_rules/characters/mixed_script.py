"""C501 mixed-script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from lint_report.chinese.characters import CHINESE, KANA
from lint_report.chinese.conversion import Conversion, convert
from lint_report.chinese.mojibake import find_mojibake
from lint_report.chinese.script_tables import AMBIGUOUS, SIMPLIFIED, TRADITIONAL
from lint_report.chinese.words import cut_words
from lint_report.document import Document, Paragraph, Report, Script
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple, dataclass, field
from lint_report.rule import Edit, Finding, Fix, Rule
from lint_report.source import Span

_SCRIPTS = (Script.SIMPLIFIED, Script.TRADITIONAL)
_ANY_SIMPLIFIED = Pattern(f"[{SIMPLIFIED}]")
_ANY_TRADITIONAL = Pattern(f"[{TRADITIONAL}]")
# fmt: off
_VARIANTS = (
    "爲為", "羣群", "裏裡", "衆眾", "綫線", "啓啟", "敎教", "牀床", "麪麵", "僞偽", "説說", "閲閱", "録錄", "産產",
    "値值", "査查", "脱脫", "税稅", "鋭銳", "緑綠", "温溫", "户戶", "吴吳", "内內", "强強", "衞衛", "峯峰", "叙敘",
    "鈎鉤", "眞真", "晩晚", "毎每", "别別", "没沒", "黄黃", "増增", "戸戶", "兑兌", "悦悅",
)
# fmt: on
# 陳院長冲: in minutes the given name stands behind the title.
_GIVEN_NAME = Pattern(
    "(?<=[院部次署局處司會校]長)[\u4e00-\u9fff]{1,2}(?=[向：:，、及與]|$)|(?<=[主委][任員席])[\u4e00-\u9fff]{1,2}(?=[：:]|$)"
)
_QUOTED = Pattern(r"[“‘「『《〈\"][^“”‘’「」『』《》〈〉\"\n]{1,200}[”’」』》〉\"]")
_KANA = Pattern(f"[{KANA}]")
_KANA_CLAUSE = Pattern(rf"[^，。；：！？\n{KANA}]{{0,60}}[{KANA}][^，。；：！？\n]{{0,60}}")
_CLAUSE_END = Pattern(r"[，。；：！？、“”‘’「」『』《》〈〉（）()\n]")
_SENTENCE_END = Pattern(r"[。！？；\n]")
# Names of places keep such a character, because its simplified form stands outside the basic plane of Unicode.
_LAST_COMMON = "\uffff"
# Names of places and goods keep these, though one of two simplified forms is written for them elsewhere.
_KEPT = frozenset("迴蘋蠔俬鰜")
# Characters that are words by themselves.
_COMMON = frozenset(
    "与为对将这们个来从时后里会应让还过无万亿吨户亩县镇乡区级类项条岁间种双边队并则却尽当总达占较约经于强综驻装"
)
_WINDOW = 6
_LONE_HAN = Pattern(CHINESE)
_FOLDED_FROM = 11
_FOLDED_HALVES_FROM = 4
_MUCH = 3
_LEAST_MAJORITY = 3
_LEAST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Options:
    """What may be set.

    Attributes:
        variants: Whether two forms of one traditional character are reported.
        allowed: Words that stay as they are.
    """

    variants: bool = field(
        default=True,
        metadata={
            "zh": "同一篇繁体报告中异体字并用（爲／為、羣／群）时提示",
            "en": "report two forms of one traditional character (爲/為, 羣/群) in one report",
        },
    )
    allowed: tuple[str, ...] = field(
        default=(),
        metadata={
            "zh": "不检查的词语，如人名、商号",
            "en": "words that are left alone, such as names of persons and firms",
        },
    )


class _Stretch(NamedTuple):
    """Characters of the other script that stand together, by their offsets in a block's joined text."""

    block: Paragraph
    start: int
    end: int
    mended_start: int
    mended_end: int

    @property
    def span(self) -> Span:
        return self.block.span_of(self.start, self.end)

    @property
    def text(self) -> str:
        return self.block.joined[self.start : self.end]


class MixedScript(Rule[Options]):
    """简体、繁体混用。 / Simplified and traditional characters are mixed.

    What:
        zh: 简体报告中的繁体字，或繁体报告中的简体字；以本篇多数字为准，按报告而不是按文件判断。
            引文、书名号中整段用另一种字体的内容、日文和两种字体通用的字不报。
            同一篇繁体报告中并用异体字（爲／為）时也提示，臺／台不论。
        en: Traditional characters in a simplified report, or the reverse, judged by the majority of each report.
            Quotations and titles that are wholly in the other script, Japanese, and characters of both scripts are
            left alone. Two forms of one traditional character (爲/為) in one report are reported too, but never 臺/台.
    Why:
        zh: 从另一份材料或网页粘贴、转换不彻底时留下的混用字，读者一眼就能看出，也使检索落空。
        en: They are left by pasting from elsewhere and by incomplete conversion; they look careless and defeat search.
    Bad:
        今年以来，我镇认真贯彻落实上级决策部署，经济社会發展取得新的成绩。
        ---
        本會積極推動各項業務，並加強与地方政府之聯繫，以落實國家發展計畫。
    Good:
        今年以来，我镇认真贯彻落实上级决策部署，里程碑式的工程干到了后年。
        ---
        本會積極推動各項業務，里長與皇后大道之台灣商家皆表贊同。
    Source:
        《中华人民共和国国家通用语言文字法》第十七条；《出版物汉字使用管理规定》；
        字表出自 OpenCC 的 STCharacters 与 TSCharacters。
    """

    name = "mixed-script"
    code = "C501"
    options_type = Options

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each stretch in the other script, or one finding for a report that has very many."""
        text = document.text
        mixed = _ANY_SIMPLIFIED.search(text) is not None and _ANY_TRADITIONAL.search(text) is not None
        variants = [pair for pair in _VARIANTS if all(form in text for form in pair)] if self.options.variants else []
        if not mixed and not variants:
            return
        for report in document.reports:
            simplified, traditional = _count(document.text[report.span.start : report.span.end])
            if max(simplified, traditional) < _LEAST_MAJORITY:
                continue
            expected = Script.SIMPLIFIED if simplified >= traditional else Script.TRADITIONAL
            if min(simplified, traditional):
                halves = min(simplified, traditional) * _MUCH > max(simplified, traditional)
                yield from self._check_report(document, report, expected, halves=halves)
            if expected is Script.TRADITIONAL:
                yield from _check_variants(document, report, variants)

    def _check_report(self, document: Document, report: Report, expected: Script, *, halves: bool) -> Iterator[Finding]:
        stretches = [found for block in document.blocks(report) for found in self._stretches(block, expected)]
        if not stretches:
            return
        mender = _Mender(document.text[report.span.start : report.span.end], expected)
        stretches = [
            stretch for stretch in stretches if not (mender.has_no_common_form(stretch) or mender.is_name(stretch))
        ]
        if not stretches:
            return
        if len(stretches) < (_FOLDED_HALVES_FROM if halves else _FOLDED_FROM):
            for stretch in stretches:
                yield _finding(stretch, mender, expected)
        else:
            yield _folded(stretches, mender, expected)

    def _stretches(self, block: Paragraph, expected: Script) -> Iterator[_Stretch]:
        wanted, other = _telling(expected), _telling(_other(expected))
        present = set(block.joined)
        if present.isdisjoint(other):
            return
        text = self._blank_what_is_left_alone(block.joined, expected)
        telling = present & (wanted | other)
        marks = [at for at, character in enumerate(text) if character in telling]
        at = 0
        while at < len(marks):
            if text[marks[at]] in wanted:
                at += 1
                continue
            last = at
            while last + 1 < len(marks) and text[marks[last + 1]] in other:
                if _SENTENCE_END.search(text, marks[last] + 1, marks[last + 1]) and present & wanted:
                    break
                last += 1
            start, end = marks[at], marks[last] + 1
            before = marks[at - 1] + 1 if at else 0
            after = marks[last + 1] if last + 1 < len(marks) else len(text)
            yield _Stretch(block, start, end, _clause_start(text, start, before), _clause_end(text, end, after))
            at = last + 1

    def _blank_what_is_left_alone(self, text: str, expected: Script) -> str:
        """Blank quotations and titles wholly in the other script, clauses in Japanese, and words that are allowed."""
        native = "“‘" if expected is Script.SIMPLIFIED else "「『"

        def blank_quotation(match: re.Match[str]) -> str:
            quotation = match.group()
            is_slip = quotation[0] in native and len(other.intersection(quotation)) < _LEAST_QUOTED
            return quotation if is_slip or not wanted.isdisjoint(quotation) else _blank(match)

        wanted, other = _telling(expected), _telling(_other(expected))
        text = _QUOTED.sub(blank_quotation, text)
        for misread in find_mojibake(text):  # odd-character has it
            text = text[: misread.span.start] + " " * (misread.span.end - misread.span.start) + text[misread.span.end :]
        if expected is Script.TRADITIONAL:
            text = _GIVEN_NAME.sub(_blank, text)
        if _KANA.search(text):
            text = _KANA_CLAUSE.sub(_blank, text)
        for word in self.options.allowed:
            text = text.replace(word, " " * len(word)) if word else text
        return text


class _Mender:
    """Converts clauses to the script of a report, in the forms that the report uses."""

    def __init__(self, text: str, expected: Script) -> None:
        self._simplified = expected is Script.SIMPLIFIED
        self._keeps_tai = text.count("台") > text.count("臺")
        if self._simplified:
            self._conversion = Conversion.TO_SIMPLIFIED
        elif text.count("爲") + text.count("羣") > text.count("為") + text.count("群"):
            self._conversion = Conversion.TO_TRADITIONAL
        elif text.count("裏") > text.count("裡"):
            self._conversion = Conversion.TO_HONG_KONG
        else:
            self._conversion = Conversion.TO_TAIWAN

    def convert(self, text: str) -> str:
        """Give a clause as it should read, or as it is where that is not known."""
        converted = convert(text, self._conversion) or text
        if self._keeps_tai:
            converted = "".join("台" if old == "台" else new for old, new in zip(text, converted, strict=True))
        return converted

    def has_no_common_form(self, stretch: _Stretch) -> bool:
        """Tell whether the other script has for a character only a form that no ordinary font holds (鮀, 礐)."""
        text = stretch.text
        return self._simplified and any(new > _LAST_COMMON for new in convert(text, self._conversion) or text)

    def is_name(self, stretch: _Stretch) -> bool:
        """Tell whether a lone character of a simplified report stands in a name: with those beside it it makes no word.

        Places and brands keep such characters (聖高广场, 龍香大米); what is a slip is part of a word (銜接, 勤儉).
        """
        if not self._simplified:
            return False
        if stretch.text in _KEPT:
            return True
        if len(stretch.text) > 1:
            return False
        at = max(stretch.start - _WINDOW, 0)
        pieces = cut_words(self.convert(stretch.block.joined[at : stretch.end + _WINDOW]))
        lone = [_LONE_HAN.fullmatch(piece) is not None for piece in ("", *pieces, "")]
        for number, piece in enumerate(pieces, 1):
            if at <= stretch.start < at + len(piece):
                return lone[number] and piece not in _COMMON and (lone[number - 1] or lone[number + 1])
            at += len(piece)
        return False

    def edits(self, stretch: _Stretch) -> tuple[tuple[Edit, ...], bool]:
        """Give the edits for a stretch, and whether no other reading was possible."""
        start, end = stretch.mended_start, stretch.mended_end
        text = stretch.block.joined[start:end]
        edits: list[Edit] = []
        certain = True
        for at, (old, new) in enumerate(zip(text, self.convert(text), strict=True), start):
            if old != new:
                edits.append(Edit(stretch.block.span_of(at, at + 1), new))
                certain &= old in TRADITIONAL if self._simplified else old in SIMPLIFIED and old not in AMBIGUOUS
        return tuple(edits), certain


def _count(text: str) -> tuple[int, int]:
    found = Counter(text)
    simplified, traditional = (sum(found[one] for one in found.keys() & side) for side in map(_telling, _SCRIPTS))
    return simplified, traditional


@cache
def _telling(script: Script) -> frozenset[str]:
    """Give the characters that are written in one script alone; few reports hold any of both."""
    return frozenset(SIMPLIFIED if script is Script.SIMPLIFIED else TRADITIONAL)


def _other(script: Script) -> Script:
    return Script.TRADITIONAL if script is Script.SIMPLIFIED else Script.SIMPLIFIED


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _clause_start(text: str, at: int, least: int) -> int:
    ends = [match.end() for match in _CLAUSE_END.finditer(text, least, at)]
    return ends[-1] if ends else least


def _clause_end(text: str, at: int, most: int) -> int:
    found = _CLAUSE_END.search(text, at, most)
    return found.start() if found else most


def _finding(stretch: _Stretch, mender: _Mender, expected: Script) -> Finding:
    edits, certain = mender.edits(stretch)
    mended = mender.convert(stretch.block.joined[stretch.mended_start : stretch.mended_end])
    mended = mended[stretch.start - stretch.mended_start : stretch.end - stretch.mended_start]
    shown, better = _shorten(stretch.text), _shorten(mended)
    if expected is Script.SIMPLIFIED:
        message = Message(
            f"本文用简体，“{shown}”是繁体，请改为“{better}”",
            f"the report is in simplified characters but {shown!r} is traditional: write {better!r}",
        )
    else:
        message = Message(
            f"本文用繁体，“{shown}”是简体，请改为“{better}”",
            f"the report is in traditional characters but {shown!r} is simplified: write {better!r}",
        )
    data = {"text": stretch.text, "suggestion": mended, "expected": str(expected)}
    return Finding(stretch.span, message, data=data, fix=Fix(edits, safe=certain) if edits else None)


def _folded(stretches: list[_Stretch], mender: _Mender, expected: Script) -> Finding:
    edits: list[Edit] = []
    safe = True
    for stretch in stretches:
        more, certain = mender.edits(stretch)
        edits.extend(more)
        safe &= certain
    count = len(stretches)
    zh, en = ("简体", "simplified") if expected is Script.SIMPLIFIED else ("繁体", "traditional")
    zh_other, en_other = ("繁体", "traditional") if expected is Script.SIMPLIFIED else ("简体", "simplified")
    return Finding(
        stretches[0].span,
        Message(
            f"本文用{zh}，却有{count}处{zh_other}，请通篇改为{zh}",
            f"the report is in {en} characters but has {count} stretches of {en_other}: make it {en} throughout",
        ),
        data={"expected": str(expected), "count": count},
        fix=Fix(tuple(dict.fromkeys(edits)), safe=safe) if edits else None,
        places=tuple(stretch.span for stretch in stretches),
    )


def _check_variants(document: Document, report: Report, variants: list[str]) -> Iterator[Finding]:
    text = document.text[report.span.start : report.span.end]
    for pair in variants:
        rare, common = sorted(pair, key=text.count)
        if not text.count(rare) or text.count(common) < _LEAST_MAJORITY:
            continue
        unquoted = _QUOTED.sub(_blank, text)
        start = report.span.start
        places = tuple(Span(start + match.start(), start + match.end()) for match in Pattern(rare).finditer(unquoted))
        if places:
            yield Finding(
                places[0],
                Message(
                    f"“{rare}”与“{common}”是同一个字，全文多用“{common}”，请统一",
                    f"{rare!r} and {common!r} are one character and the report mostly writes {common!r}: keep to one",
                ),
                data={"text": rare, "suggestion": common, "count": len(places)},
                fix=Fix(tuple(Edit(place, common) for place in places), safe=False),
                places=places if len(places) > 1 else (),
            )


def _shorten(text: str) -> str:
    limit = 16
    return text if len(text) <= limit else f"{text[: limit // 2]}……{text[-limit // 2 + 2 :]}"
