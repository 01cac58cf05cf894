"""W704 replace-damage."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from lint_report.document import Document, Report, Script
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule
from lint_report.source import Span

_EVERY = "镇 乡 县 市 区 村 街 局 院 校 街道"


class _Word(NamedTuple):
    """A common word with a place word in it, which no other place word can stand for.

    Attributes:
        before: What stands before the place word in it (a pattern).
        place: The place word, as it ought to be.
        after: What stands after it (a pattern).
        spoilers: The place words that make a non-word of it; 辖市 (省辖市) and 辖县 are words.
    """

    before: str
    place: str
    after: str
    spoilers: str = _EVERY


# The patterns name what makes the word whole, so that two words which merely meet are not taken for it: 合作社|镇政府,
# 管辖|镇村, 桃园|镇, 人社|局 are not damaged.
_WORDS = (
    _Word(
        "(?<!合作)(?<!供销)(?<!供銷)(?<!公)(?<!信用)(?<!旅行)(?<!报)(?<!報)(?<!农)(?<!農)(?<!信)(?<!人)社",
        "区區",
        r"(?![村办委辦])",
    ),
    _Word("(?<![下所管直统现县市区镇乡共])辖", "区區", r"(?!\d+个?[^，。；]{0,8}[乡街]|乡)", "镇 乡 村 街 局 街道"),
    _Word("(?<![下所管直統縣市區鎮鄉共])轄", "区區", r"(?!\d+個?[^，。；]{0,8}[鄉街]|鄉)", "镇 乡 村 街 局 街道"),
    _Word("(?:老[旧舊]|住宅|居民|安置)小", "区區", r"(?=改造|物[业業]|居民|[、，。的内內])"),
    _Word(
        "(?:工[业業]|[产產][业業]|科技|物流|[开開][发發]|高新)[园園]", "区區", r"(?=建[设設]|企[业業]|[、，。的内內])"
    ),
    _Word("(?:[经經][济濟]|技[术術]|[产產][业業])[开開][发發]", "区區", ""),
    _Word("自然保[护護]", "区區", ""),
    _Word("(?:[广廣]西[壮壯]族|[内內]蒙古|[宁寧]夏回族|西藏|新疆[维維]吾[尔爾])自治", "区區", ""),
    _Word("全地", "区區", "(?=生[产產][总總]值)"),
    _Word("地", "区區", "(?=生[产產][总總]值)", "镇 乡 县 区 村 街 局 院 校 街道"),
    _Word("", "区區", "位[优優][势勢]"),
    _Word(
        "",
        "区區",
        "域(?:[经經][济濟]|[协協][调調]|合作|中心|特色|[竞競][争爭]|[优優][势勢]|[创創]新)",
        "乡 村 街 局 院 校 街道",
    ),
    _Word("片", "区區", "(?=[，。、的内內负負包])", "镇 县 街 局 院 校"),
    _Word("(?:[风風]景名[胜勝]|旅[游遊]|A[级級]|生[态態])景", "区區", ""),
    _Word("行政", "区區", "[划劃]"),
    _Word("", "区區", "[别別](?:[对對]待|[于於]|不同|情[况況])"),
    _Word(
        "(?:[农農集][贸貿]|批[发發]|建材|[劳勞][务務]|人才|[农農][产產]品|消[费費]品|建[筑築])",
        "市",
        "[场場]",
    ),
    _Word("社[会會]主[义義]", "市", "[场場]"),
    _Word(
        "",
        "市",
        "[场場](?:[监監]管|准入|主[体體]|[经經][济濟营營]|[竞競][争爭]|化|[价價]格|需求|秩序|前景|[营營][销銷]|[调調][节節]"
        "|行[为為]|[运運]作|管理局|占有率|[体體]系|[导導]向|份[额額]|[环環]境)",
    ),
    _Word("", "市", "[场場]", "县 局"),
    _Word("上", "市", "(?=公司|企[业業]|融[资資]|挂牌|[后後][备備]|[辅輔][导導])"),
    _Word("(?:便民|[农農]家|[爱愛]心|[连連][锁鎖]|大型|生活|平[价價]|[农農][资資]|[标標][准準]|[购購]物)超", "市", ""),
    _Word("(?<=新)[农農]", "村", "(?=建[设設]|合作[医醫][疗療])", f"{_EVERY} 社区"),
    _Word(
        "(?<!涉)[农農]", "村", "(?=信用社|[电電][网網]|低保|[饮飲]水|公路|危房)", "镇 乡 县 市 街 局 院 校 街道 社区"
    ),
    _Word(
        "(?<!涉)[农農]",
        "村",
        "(?=工作|[经經][济濟]|基[层層]|[环環]境|居民|[劳勞][动動]力|[养養]老|人口|[发發]展)",
        "镇 乡 县 市 街 局 院 校 街道 社区",
    ),
    _Word("", "村", "民(?:委[员員][会會]|小[组組])", "镇 乡 县 区 街 局 院 校 街道 社区"),
    _Word("(?<=中)", "乡鄉", "[镇鎮]企[业業]"),
    _Word("", "乡鄉", "[镇鎮]企[业業]"),
    _Word("", "乡鄉", "村振[兴興]", "镇 县 市 区 街 局 院 校 街道"),
    _Word("", "乡鄉", "[亲親](?:们|們|父老)", "镇 县 市 区 村 街 局 院 校 街道"),
    _Word("", "乡鄉", "土(?:人才|文化|[气氣]息)", "镇 县 市 区 村 街 局 院 校 街道"),
    _Word(
        "(?:文化|科技|[卫衛]生|家[电電]|汽[车車]|送[医醫]|送[戏戲]|送法|建材|[农農][机機]|[电電]影)下",
        "乡鄉",
        "",
        "镇 县 市 区 街 局 院 校 街道",
    ),
    _Word("[返回]", "乡鄉", "(?=[创創][业業]|就[业業]|[农農]民工|青年|置[业業])", "镇 县 区 街 局 院 校 街道"),
    _Word("[乡鄉]", "镇鎮", "(?=企[业業]|干部|幹部|党委|黨委|机关|機關|[卫衛]生院)", "市 区 街 局 院 校 街道"),
    _Word("小城", "镇鎮", "(?=建[设設]|[发發]展|[，。、的])", "县 村 局 院 校"),
    _Word("(?:新型|推[进進动動]|加快)城", "镇鎮", "化(?!解)", "县 村 街 局 院 校 街道"),
    _Word("(?:[检檢]察|人民法|[卫衛]生)", "院", "(?=[、，。的和])"),
    _Word("(?:人民|附[属屬]|[儿兒]童|[综綜]合|[专專]科|定[点點]|[妇婦]幼)[医醫]", "院", "", "镇 乡 县 市 村 局 校"),
    _Word("[国國][务務]", "院", ""),
    _Word("[学學]", "校", "(?=[，。、的和建开開])", "镇 乡 县 市 局"),
    _Word("", "校", "[园園](?:文化|安全|[网網]|[环環]境)", "镇 乡 县 市 街 局 院"),
    _Word(
        "(?:[产產][业業]|空[间間]|[战戰]略|生[产產]力|[优優]化|[区區]域|合理|[结結][构構]|[规規][划劃]|[总總][体體])布",
        "局",
        "",
    ),
    _Word(
        "(?:[发發]展|[竞競][争爭]|空[间間]|[总總][体體]|[开開]放|治理|工作|防控|[产產][业業]|[经經][济濟])格", "局", ""
    ),
    _Word("", "局", "面(?=[，。、的])", "镇 乡 县 区 院 校"),
)
_PLACES = {
    "镇": "鎮",
    "乡": "鄉",
    "县": "縣",
    "市": "市",
    "区": "區",
    "村": "村",
    "街": "街",
    "局": "局",
    "院": "院",
    "校": "校",
    "街道": "街道",
    "社区": "社區",
}
_PLACE_OF_FORM = {form: place for place, traditional in _PLACES.items() for form in (place, traditional)}
_LEAST_OWN = 2
# So many words that one and the same place word has spoilt are evidence enough, whatever the report calls itself.
_LEAST_SPOILT = 3
_LONGEST_BEFORE = 7  # 新疆维吾尔自治
_SIGNS = "社辖轄园園"
_OWN = "我全本"
_CALLED = Pattern(rf"[{_OWN}{_SIGNS}](?:{'|'.join(sorted(_PLACE_OF_FORM, key=len, reverse=True))})")


class ReplaceDamage(Rule[NoOptions]):
    """查找替换伤及词语内部。 / A search and replace that went through the middle of words.

    What:
        zh: 把别处的“区”整篇替换成“镇”，结果“社区”成了“社镇”、“辖区”成了“辖镇”；
            报告以哪个字自称，就查哪个字造成的误替换；同一个字误替换三处以上的也报。
        en: Every 区 was replaced by 镇, and 社区 became 社镇; what is looked for are common words spoilt by the place
            word that the report has for itself, or thrice by any other.
    Why:
        zh: 套用别的单位的稿子时整篇替换最容易留下这种痕迹，一眼就看得出是套来的。
        en: It gives away a draft that was taken over from another place.
    Bad:
        今年以来，我镇高度重视安全生产。我镇联合临春社镇开展检查，督促辖镇内企业整改。
    Good:
        今年以来，我镇高度重视安全生产。我镇联合临春社区开展检查，督促辖区内企业整改。
    Source:
        Scraped drafts that were adapted from one town's to another's.
    """

    name = "replace-damage"
    code = "W704"

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each spoilt word."""
        for report in document.reports:
            for place, least in _suspects(document.text, report).items():
                found: dict[int, Finding] = {}
                for word, places in _candidates(document.text, report, place):
                    for at, finding in _spoilt(document.text, report, word, place, places):
                        found.setdefault(at, finding)
                if len(found) >= least:
                    yield from found.values()


def _suspects(text: str, report: Report) -> dict[str, int]:
    """Give the place words that may have spoilt others, with how many spoilt words it takes to be sure.

    One is enough of the word by which the report speaks of itself: 我镇, 全镇, 本镇.
    """
    own: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    for match in _CALLED.finditer(text, *report.span):
        called = match.group()
        (own if called[0] in _OWN else signs)[_PLACE_OF_FORM[called[1:]]] += 1
    return {
        place: 1 if own[place] >= _LEAST_OWN else _LEAST_SPOILT
        for place in _PLACES
        if own[place] >= _LEAST_OWN or signs[place] >= _LEAST_SPOILT
    }


def _candidates(text: str, report: Report, place: str) -> Iterator[tuple[_Word, list[int]]]:
    """Yield the words that the place word may have spoilt, with where it stands between characters as in the word."""
    after_left: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    before_right: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for match in _form_of(place).finditer(text, *report.span):
        at, end = match.span()
        left, right = text[at - 1 : at], text[end : end + 1]
        after_left[left].append((at, right))
        before_right[right].append((at, right))
    for word, left, right in _words_spoilt_by(place):
        around, characters = (after_left, left) if left else (before_right, right)
        found = [
            at
            for character in characters
            for at, next_one in around.get(character, ())
            if not right or next_one in right
        ]
        if found:
            yield word, sorted(found)


@cache
def _words_spoilt_by(place: str) -> tuple[tuple[_Word, str, str], ...]:
    """Give the words that a place word may spoil, with what may stand on either side of it in each; empty for any."""
    return tuple(
        (word, _last_characters(word.before), _first_characters(word.after))
        for word in _WORDS
        if place in word.spoilers.split() and place not in word.place
    )


def _last_characters(pattern: str) -> str:
    """Give the characters with which what one of the patterns above matches may end; empty for any."""
    if pattern.endswith(")"):
        return "".join(map(_last_characters, pattern[pattern.rindex("(") : -1].split("|")))
    return pattern[pattern.rindex("[") + 1 : -1] if pattern.endswith("]") else pattern[-1:]


def _first_characters(pattern: str) -> str:
    """Give the characters with which what one of the patterns above matches may begin; empty for any."""
    if pattern.startswith("(?!"):
        return ""
    if pattern.startswith("(?="):
        return "".join(map(_first_characters, pattern[3:-1].split("|")))
    return pattern[1 : pattern.index("]")] if pattern.startswith("[") else pattern[:1]


@cache
def _form_of(place: str) -> Pattern:
    return Pattern(f"{place}|{_PLACES[place]}")


@cache
def _spoilt_form(word: _Word, place: str) -> Pattern:
    return Pattern(f"{word.before}({place}|{_PLACES[place]}){word.after}")


def _spoilt(text: str, report: Report, word: _Word, place: str, places: list[int]) -> Iterator[tuple[int, Finding]]:
    """Yield where the place word stands in what it has spoilt, and the finding."""
    for match in _matches(text, report, _spoilt_form(word, place), places):
        span = Span(*match.span(1))
        found = match.group(1)
        traditional = found == _PLACES[place] != place or report.script is Script.TRADITIONAL
        right = word.place[-1 if traditional else 0]
        spoilt = text[max(match.start(), span.start - 2) : min(match.end(), span.end + 2)]
        meant = spoilt.replace(found, right)
        yield (
            span.start,
            Finding(
                Span(match.start(), match.end()) if match.end() > match.start() else span,
                Message(
                    f"“{spoilt}”疑是把“{right}”替换成“{found}”所致，应为“{meant}”",
                    f"{spoilt!r} looks like {right} replaced by {found} throughout: write {meant!r}",
                ),
                data={"found": spoilt, "expected": meant},
                fix=Fix((Edit(span, right),), safe=False),
            ),
        )


def _matches(text: str, report: Report, form: Pattern, places: list[int]) -> Iterator[re.Match[str]]:
    """Yield the match around each of the place words that has one: a spoilt word begins a few characters before it."""
    start, end = report.span
    for at in places:
        beginnings = range(max(at - _LONGEST_BEFORE, start), at + 1)
        tries = (form.match(text, beginning, end) for beginning in beginnings)
        match = next((match for match in tries if match and match.start(1) == at), None)
        if match:
            yield match
