"""C503 odd-character."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from lint_report.chinese.mojibake import Mojibake, find_mojibake
from lint_report.chinese.questions import stands_for_lost
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Edit, Finding, Fix, Json, NoOptions, Rule, Severity
from lint_report.source import Span

# No range is outside what a report can hold by mistake: U+FA0E and eleven more of that block are ordinary ideographs.
_ODD = Pattern(
    "([\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2e80-\u2ef3\u2f00-\u2fd5\u3164\ue000-\uf8ff\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26"
    "\ufa2a-\ufad9\ufeff\uff61-\uff65\uffa0\ufff9-\uffff\U0002f800-\U0002fa1d\U000e0001-\U000e007f"
    "\U000f0000-\U0010ffff])\\1*+"
)
_COMBINING = Pattern("[\u0300-\u034e\u0350-\u036f]")
_NO_LETTER = Pattern("(?:^|[\\s㐀-鿿，。、；：])$")
_JOINING_SCRIPT = Pattern("[\u0590-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
_EMOJI = Pattern("[\u203c-\u3299\ufe0f\U0001f000-\U0001faff]")
_MANY = 3

# Radicals that Unicode gives no compatibility mapping, but that stand for the ordinary character in texts taken from
# PDF files; from the Unicode file EquivalentUnifiedIdeograph.txt.
_RADICALS = dict(
    zip(
        "⺁⺝⺠⺩⺫⺬⺯⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱",
        "厂月民王目示糹西见角贝足车長长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
# What GB 18030 once placed in the private-use area, and has since (2005, 2022) mapped to ordinary characters.
_PRIVATE = dict(
    zip(
        "\ue5e5\ue816\ue817\ue818\ue81e\ue826\ue82b\ue82c\ue831\ue832\ue83b\ue843\ue854\ue855\ue864",
        "\u3000\U00020087\U00020089\U000200cc\u9fb4\u9fb5\u9fb6\u9fb7\U000215d7\u9fb8\U0002298f\u9fb9\u9fba\U000241fe\u9fbb",
        strict=True,
    )
)


class _Odd(NamedTuple):
    """What is wrong with a character, and what to put in its place (None: nobody can tell)."""

    zh: str
    en: str
    instead: str | None = None
    safe: bool = False


_LOST_TO_QUESTION_MARK = _Odd(
    "句中的“?”（{}）多是转换时丢失的字符（如“·”），请对照原文补上",
    "“?” ({}) in the middle of a sentence stands where a character was lost (such as ·): put it back from the original",
)


class OddCharacter(Rule[NoOptions]):
    """不该出现的字符。 / A character that has no place in the text.

    What:
        zh: 私用区字符、替换字符“�”、零宽字符和控制字符、兼容汉字、康熙部首和部首补充（⼯作、⻓期）、
            半角的日文标点（､｡）、孤立的组合符号和乱码（锟斤拷、涓枃、æˆ‘）、代替丢失字符的“?”。同一种字符超过三处时合并为一条。
        en: Private-use, replacement, zero-width and control characters, compatibility ideographs, radicals that stand
            for a character (⼯作, ⻓期), half-width CJK marks, stray combining marks, text read in the wrong
            encoding, and ? for a character that was lost. What is found in more than three places is one finding that
            lists them.
    Why:
        zh: 这些字符或显示为方框，或看不见，使检索、朗读和复制都出错。
        en: They show as boxes or not at all, and searching, reading aloud and copying fail on them.
    Bad:
        全面推进乡村振兴⼯作⻓期规划。
        ---
        完成投资12\ue5d0亿元。
        ---
        这是锟斤拷锟斤拷。
    Good:
        全面推进乡村振兴工作长期规划①②③，气温25℃，面积30㎡。
        ---
        经济带建设涓涓细流，产业鏈，张骞。
    Source:
        Unicode 标准第23章（私用区、控制字符）、第18章（兼容汉字、部首）；GB 18030-2022。
    """

    name = "odd-character"
    code = "C503"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such character, and one finding for a character that stands in many places."""
        text = document.text
        garbled = list(find_mojibake(text))
        yield from _garbled(text, garbled)
        found: dict[_Odd, list[Span]] = {}
        for span in _odd_spans(text):
            at = bisect_right(garbled, span.start, key=_start) - 1
            if at < 0 or span.start >= garbled[at].span.end:
                found.setdefault(_describe(text[span.start]), []).append(span)
        lost = [Span(at, at + 1) for at in _question_marks(text) if stands_for_lost(text, at)]
        if lost:
            found[_LOST_TO_QUESTION_MARK] = lost
        for odd, spans in found.items():
            yield from _findings(text, odd, spans)


def _start(stretch: Mojibake) -> int:
    return stretch.span.start


def _odd_spans(text: str) -> Iterator[Span]:
    for match in _ODD.finditer(text):
        if not _belongs(text, match.start(), match.end()):
            yield Span(*match.span())
    for match in _COMBINING.finditer(text):
        if _NO_LETTER.search(text[max(0, match.start() - 1) : match.start()]):
            yield Span(*match.span())


def _question_marks(text: str) -> Iterator[int]:
    at = text.find("?")
    while at >= 0:
        yield at
        at = text.find("?", at + 1)


def _belongs(text: str, start: int, end: int) -> bool:
    """Tell joiners and marks of direction that another script or an emoji needs."""
    character = text[start]
    if not ("\u200b" <= character <= "\u206f" or character == "\u180e"):
        return False
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    return bool(_JOINING_SCRIPT.search(beside) or (character == "\u200d" and _EMOJI.search(beside)))


def _findings(text: str, odd: _Odd, spans: list[Span]) -> Iterator[Finding]:
    for group in _groups(spans):
        codes = list(dict.fromkeys(f"U+{ord(text[span.start]):04X}" for span in group))
        shown = "、".join(codes[:_MANY]) + ("等" if len(codes) > _MANY else "")
        shown_en = ", ".join(codes[:_MANY]) + (", …" if len(codes) > _MANY else "")
        zh, en = odd.zh.format(shown), odd.en.format(shown_en)
        if len(group) > 1:
            zh, en = f"{zh}，共{len(group)}处", f"{en}, in {len(group)} places"
        fix = None
        if odd.instead is not None:
            edits = (Edit(span, odd.instead * (span.end - span.start)) for span in group)
            fix = Fix(tuple(edits), safe=odd.safe)
        places = tuple(group) if len(group) > 1 else ()
        yield Finding(group[0], Message(zh, en), data={"characters": list[Json](codes)}, fix=fix, places=places)


def _groups(spans: list[Span]) -> list[list[Span]]:
    return [spans] if len(spans) > _MANY else [[span] for span in spans]


def _describe(character: str) -> _Odd:
    for describe in (_private, _lost, _control, _combining, _radical, _compatible, _half_width):
        odd = describe(character)
        if odd:
            return odd
    return _Odd("文中夹有看不见的字符{}，请删去", "the invisible character {} stands here: take it out", "", safe=True)


def _private(character: str) -> _Odd | None:
    if unicodedata.category(character) != "Co":
        return None
    instead = _PRIVATE.get(character)
    if instead:
        zh, en = ("全角空格", "a full-width space") if instead == "\u3000" else (f"“{instead}”", f"“{instead}”")
        return _Odd(
            f"私用区字符{{}}在旧编码里是{zh}，请改为标准编码的字符",
            f"the private-use character {{}} is {en} in an old encoding: write the standard character",
            instead,
            safe=True,
        )
    if "\uf020" <= character <= "\uf0ff":
        return _Odd(
            "{}是Symbol、Wingdings等字体的私用区符号，换了字体就不显示，请改为通用的符号",
            "{} is a private-use sign of a font such as Symbol or Wingdings: write a sign that every font has",
        )
    return _Odd(
        "私用区字符{}在别处显示为方框或别的字，请对照原文改正",
        "the private-use character {} shows as a box elsewhere: put in what the original has",
    )


def _lost(character: str) -> _Odd | None:
    if character not in "\ufffc\ufffd" and unicodedata.category(character) != "Cn":
        return None
    return _Odd(
        "字符{}表示此处的内容已丢失，请对照原文补上",
        "{} stands where something was lost: put it back from the original",
    )


def _control(character: str) -> _Odd | None:
    if unicodedata.category(character) != "Cc" and character not in "\u2028\u2029":
        return None
    instead = "\n" if character in "\x0b\x85\u2028\u2029" else ""
    if "\x80" <= character <= "\x9f" and character != "\x85":
        instead = character.encode("latin-1").decode("cp1252", "ignore")
    return _Odd(
        "文中夹有控制字符{}，请删去或改正", "the control character {} stands here: take it out or correct it", instead
    )


def _combining(character: str) -> _Odd | None:
    if not "\u0300" <= character <= "\u036f" or character == "\u034f":
        return None
    return _Odd(
        "组合符号{}前面没有可以组合的字母，请删去或补上字母",
        "the combining mark {} has no letter before it: take it out or add the letter",
    )


def _radical(character: str) -> _Odd | None:
    if not "\u2e80" <= character <= "\u2fd5":
        return None
    meant = _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
    if meant == character:
        return _Odd(
            f"“{character}”（{{}}）是部首，不是汉字，请改为汉字",
            f"“{character}” ({{}}) is a radical: write the character",
        )
    return _Odd(
        f"“{character}”（{{}}）是部首，不是汉字，请改为“{meant}”",
        f"“{character}” ({{}}) is a radical: write the character “{meant}”",
        meant,
        safe=True,
    )


def _compatible(character: str) -> _Odd | None:
    meant = unicodedata.normalize("NFC", character)
    if meant == character:
        return None
    return _Odd(
        f"“{character}”是兼容汉字（{{}}），检索不到，请改为通用的“{meant}”",
        f"“{character}” is a compatibility ideograph ({{}}), which no search finds: write “{meant}”",
        meant,
        safe=True,
    )


def _half_width(character: str) -> _Odd | None:
    if not "\uff61" <= character <= "\uff65":
        return None
    mark = "·" if character == "\uff65" else unicodedata.normalize("NFKC", character)
    return _Odd(
        f"“{character}”（{{}}）是半角的日文标点，请改为“{mark}”",
        f"“{character}” ({{}}) is a half-width mark: write “{mark}”",
        mark,
        safe=True,
    )


def _garbled(text: str, garbled: list[Mojibake]) -> Iterator[Finding]:
    for group in [garbled] if len(garbled) > _MANY else [[stretch] for stretch in garbled]:
        first = group[0]
        shown = text[first.span.start : first.span.end]
        zh = f"（似为“{first.meant}”）" if first.meant else ""
        en = f" (it seems to be “{first.meant}”)" if first.meant else ""
        yield Finding(
            first.span,
            Message(
                f"“{shown}”{zh}是用错编码读出的乱码，请用正确的编码重新打开原文件",
                f"“{shown}”{en} was read in the wrong encoding: open the original in the right one",
            ),
            data={"text": shown, "meant": first.meant},
            places=tuple(stretch.span for stretch in group) if len(group) > 1 else (),
        )
