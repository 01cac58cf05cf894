"""C504 lookalike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule, Severity
from lint_report.source import Span

_STROKES = {"ㄧ": "一", "㇐": "一"}
_KANA = dict(zip("ニロエカタトオハ", "二口工力夕卜才八", strict=True))
_LETTERS = dict(
    zip(
        "АВЕКМНОРСТУХаеорсухіјѕІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTYXaeopcyxijsIJSABEZHIKMNOPTYXo",
        strict=True,
    )
)
_FOREIGN = Pattern("[ㄧ㇐ニロエカタトオハ`℅\u0370-\u04ff](?:(?<=[\u0370-\u04ff])[\u0370-\u04ff]*+)?")
_KANA_OR_BOPOMOFO = Pattern("[\u3041-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff]")
_HAN = Pattern("[㐀-鿿]")
_HAN_BOTH_SIDES = Pattern("[㐀-鿿].[㐀-鿿]")
_LATIN_OR_DIGIT = Pattern("[A-Za-z0-9]")
_LATIN = Pattern("[A-Za-z]")
_ZERO_LETTERS = frozenset("ОοΟо")
_HAN_DIGIT = Pattern("[〇○零一二三四五六七八九]$")
_CROSSES = frozenset("Хх")

# A dash, or the long mark of katakana, is 一 where the word that it would make leaves no doubt.
_DASHES = "—－─―–‐‑ー-"
_DASH = Pattern(f"[{_DASHES}][{_DASHES}]*+")
_WORDS_WITH_ONE = Pattern(
    "进一步|進一步|一体化|一體化|一系列|一把手|一心一意|一票否决|一票否決|一站式|一岗双责|一崗雙責|一如既往|一条龙|一條龍"
    "|一揽子|一攬子|一刀切|一盘棋|一盤棋|一张蓝图|一張藍圖|一带一路|一帶一路|一次性|一方面|一大批|唯一的|唯一性"
    "|一定(?:程度|成效|成绩|成績|进展|進展|差距|规模|規模|影响|影響)|一些(?:问题|問題|不足|薄弱|困难|困難)|一批(?:重点|重點|重大|项目|項目)"
    "|[同每]一[个個]|同一时间|同一時間|每一[名位项項次天]|[这這]一[年届屆]|另一[方个個]|任何一[个個种種]"
    "|第一(?=[㐀-鿿，、])|之一(?=[，。；、”」）的])"
    "|(?<![传傳系总總血正体體])[统統]一(?:规划|規劃|部署|领导|領導|思想|战线|戰線|管理|标准|標準|指挥|指揮"
    "|认识|認識|协调|協調|调度|調度|安排)"
    "|(?<!二)十一五(?=规划|規劃|时期|時期|期间|期間|”)"
    "|二[〇○零]一[〇○零一二三四五六七八九]年|二[〇○零][〇○零一二三]一年"
)
_NUMBER_ONE = Pattern(
    rf"^[ \u3000]*(?:([{_DASHES}])、|[（(]([{_DASHES}])[）)])(?=[㐀-鿿])",
    re.MULTILINE,
)
_DASH_AND_MARK = Pattern(f"[{_DASHES}][、）)]")
_FIRST_POINT = Pattern(rf"[{_DASHES}]是(?=[㐀-鿿])")
_STOP_BEFORE = Pattern(r"(?:^|[：:；;。，\n])[ \u3000]*$")
_SECOND_POINT_WITHIN = 3000
_WORD = 4

_ONE_FOR_DASH = Pattern(r"一(?<=[0-9０-９%％]一)(?<!二[0０]一)(?=[0-9０-９])|一(?<=\d[年月]一)(?=\d{1,4}[年月])")
_YEAR = Pattern(
    r"(?:二(?<![一二三四五六七八九〇○零]二)|一九(?<![一二三四五六七八九〇○零]一九))[〇○零一二三四五六七八九OＯo0０]{2,3}(?=年)"
)
_PRIME = Pattern("〞")
_ZEROS = Pattern("[OＯo0０]+")
_ROUND = frozenset("ОоΟο")
_FOLDED_FROM = 3


class Lookalike(Rule[NoOptions]):
    """形近字符混用。 / A letter or mark that only looks like the right character.

    What:
        zh: 注音ㄧ、破折号当“一”（进—步、之—）、“一”当连接号（2006一2010年）、片假名当汉字（人ロ、エ作）、
            希腊或西里尔字母当拉丁字母（А级）、字母O和数字0当“〇”（二OO八年）、`当顿号、
            ℅（转交）当百分号、〞当后引号（“两免一补〞）。
            阿拉伯数字里的l、O见 malformed-number。
        en: Bopomofo ㄧ or a dash for 一, 一 for a dash between numbers, katakana for Chinese characters (人ロ, エ作),
            Greek or Cyrillic letters for Latin ones (А级), the letter O or the digit 0 for 〇 (二OO八年), ` for 、,
            ℅ (care of) for %, and 〞 for ” (“两免一补〞).
            For l and O in Arabic numbers see malformed-number.
    Why:
        zh: 看上去一样，检索、朗读和统计时却不是那个字，多半是输入法或文字识别留下的。
        en: It looks right but is not found, read aloud or counted as what it should be; input methods and character
            recognition leave it behind.
    Bad:
        海域享有國際法之ㄧ切權益。
        ---
        进—步加强领导，全县总人ロ达到30万。
        ---
        二OO八年全市生产总值增长12%。
    Good:
        京—沪高铁，2006—2010年，一是加强领导。
        ---
        注音「ㄅㄧ」，トヨタ公司，α粒子，Σ为总和，二○○八年。
    Source:
        Unicode 技术标准 39《安全机制》易混字符；GB/T 15835-2011 5.2（“零”和“〇”）；GB/T 15834-2011 4.13（连接号）。
    """

    name = "lookalike"
    code = "C504"
    severity = Severity.WARNING

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such character; one that is typed throughout is one finding for its report."""
        text = document.text
        found = sorted({*_foreign(text), *_dashes(text), *_ones(text), *_zeros(text), *_primes(text)})
        groups: dict[tuple[str, str, int], list[_Lookalike]] = {}
        for lookalike in found:
            report = document.report_at(lookalike.span.start)
            shown = text[lookalike.span.start : lookalike.span.end]
            key = (shown, lookalike.meant, report.span.start if report else -1)
            groups.setdefault(key, []).append(lookalike)
        for (shown, meant, _), alike in groups.items():
            if len(alike) < _FOLDED_FROM:
                yield from (_finding(shown, meant, [one]) for one in alike)
            else:
                yield _finding(shown, meant, alike)


class _Lookalike(NamedTuple):
    span: Span
    meant: str
    certain: bool = True


def _finding(shown: str, meant: str, alike: Sequence[_Lookalike]) -> Finding:
    """Give one finding for like characters, with a fix for all of them."""
    code = f"U+{ord(shown[0]):04X}"
    many = len(alike) > 1
    zh = f"，全篇共 {len(alike)} 处" if many else ""
    en = f" ({len(alike)} places in the report)" if many else ""
    return Finding(
        alike[0].span,
        Message(
            f"“{shown}”（{code}）只是像“{meant}”，请改为“{meant}”{zh}",
            f"“{shown}” ({code}) only looks like “{meant}”: write “{meant}”{en}",
        ),
        data={"text": shown, "meant": meant},
        fix=Fix(tuple(Edit(one.span, meant) for one in alike), safe=all(one.certain for one in alike)),
        places=tuple(one.span for one in alike) if many else (),
    )


def _foreign(text: str) -> Iterator[_Lookalike]:
    for match in _FOREIGN.finditer(text):
        start, end = match.span()
        shown = match.group()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if shown == "`":
            if _stands_for_comma(text, start):
                yield _Lookalike(Span(start, end), "、", certain=False)
        elif shown == "℅":
            if before.isdecimal():
                yield _Lookalike(Span(start, end), "%")
        elif meant := _STROKES.get(shown) or _KANA.get(shown):
            if _HAN.search(before + after) and not _KANA_OR_BOPOMOFO.search(before + after):
                yield _Lookalike(Span(start, end), meant)
        elif shown in _ZERO_LETTERS and _HAN_DIGIT.search(before):
            yield _Lookalike(Span(start, end), "〇")
        elif _stands_for_latin(shown, before, after):
            in_number = before.isdecimal() and set(shown) <= _ROUND and not _LATIN.match(after)
            yield _Lookalike(Span(start, end), "".join("0" if in_number else _LETTERS[letter] for letter in shown))


def _stands_for_comma(text: str, offset: int) -> bool:
    around = text[max(0, offset - 1) : offset + 2]
    if around.startswith("的"):  # a mark of a site, see scrape-residue
        return False
    return _HAN_BOTH_SIDES.fullmatch(around) is not None and "`" not in _line_beside(text, offset)


def _line_beside(text: str, offset: int) -> str:
    before = text[max(0, offset - 40) : offset].rpartition("\n")[2]
    return before + text[offset + 1 : offset + 41].partition("\n")[0]


def _stands_for_latin(shown: str, before: str, after: str) -> bool:
    """Tell letters put into a Latin word or number, or one alone among Chinese, from a Greek or Russian word."""
    if not _LETTERS.keys() >= set(shown) or (len(shown) > 1 and set(shown) <= _CROSSES):
        return False
    if _LATIN_OR_DIGIT.search(before + after):
        return True
    return len(shown) == 1 and shown.isupper() and shown not in _CROSSES and bool(_HAN.search(before + after))


def _dashes(text: str) -> Iterator[_Lookalike]:
    for match in _DASH.finditer(text):
        start, end = match.span()
        if end - start == 1 and _makes_word_with_one(text, start):
            yield _Lookalike(Span(start, end), "一")
    for match in _NUMBER_ONE.finditer(text) if _DASH_AND_MARK.search(text) else ():
        yield _Lookalike(Span(*match.span(match.lastindex or 1)), "一")
    for match in _FIRST_POINT.finditer(text):
        before = text[max(0, match.start() - _WORD) : match.start()]
        if _STOP_BEFORE.search(before) and "二是" in text[match.end() : match.end() + _SECOND_POINT_WITHIN]:
            yield _Lookalike(Span(match.start(), match.start() + 1), "一")


def _makes_word_with_one(text: str, offset: int) -> bool:
    before = text[max(0, offset - _WORD) : offset]
    after = text[offset + 1 : offset + 1 + _WORD]
    if (before[-1:].isascii() and before[-1:].isalnum()) or not _HAN.search(before[-1:] + after[:1]):
        return False
    window = _DASH.sub("一", f"{before}一{after}")
    at = len(before)
    return any(word.start() <= at < word.end() for word in _WORDS_WITH_ONE.finditer(window))


def _ones(text: str) -> Iterator[_Lookalike]:
    for match in _ONE_FOR_DASH.finditer(text):
        yield _Lookalike(Span(*match.span()), "—", certain=False)


def _primes(text: str) -> Iterator[_Lookalike]:
    """Yield 〞 for ”; with 〝 before it it is a quotation mark of vertical text."""
    if "〞" in text and "〝" not in text and "“" in text:
        for match in _PRIME.finditer(text):
            yield _Lookalike(Span(*match.span()), "”")


def _zeros(text: str) -> Iterator[_Lookalike]:
    for match in _YEAR.finditer(text):
        zero = "○" if "○" in match.group() else "〇"
        for wrong in _ZEROS.finditer(text, *match.span()):
            yield _Lookalike(Span(*wrong.span()), zero * len(wrong.group()))
