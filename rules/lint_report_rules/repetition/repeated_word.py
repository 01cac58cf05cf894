"""R401 repeated-word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import eq

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.folding import fold
from lint_report.chinese.words import cut_words, is_word
from lint_report.document import Document
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule
from lint_report.source import Span

# A phrase of two to thirty characters that follows itself at once, maybe over a mark that stands twice too.
_PHRASE = Pattern(r"([一-鿿]{2,30}?)\1")
_PARTICLE = Pattern(rf"([的了是在和及并为為与與对對把被将將地从從])\1(?<={CHINESE}..)(?={CHINESE})")
# 根据有关安全生产的有关要求: one modifier twice in one phrase.
_MODIFIER = Pattern(rf"(有关|有關|相关|相關)(?:(?![和与與及或]){CHINESE}){{1,8}}的(\1)")
_CLAUSE_MARK = Pattern("[，。；、,;\n]")
_HAN_ONLY = Pattern(rf"(?:{CHINESE}|[0-9%％.])+")
_SHORTEST_CLAUSE = 5
_MARK = Pattern(rf"(?!{CHINESE})(?s:.)")
_LONG = 4
_SHORTEST_STEM = 2
_REACH = 12

# What is doubled by right, or are two words: 代表|代表人民, 研究研究, 一件一件, 逐户逐户.
_BY_RIGHT = frozenset(
    [
        "代表",
        "研究",
        "讨论",
        "商量",
        "考虑",
        "打听",
        "学习",
        "锻炼",
        "放松",
        "整理",
        "收拾",
        "打扫",
        "琢磨",
        "介绍",
        "了解",
        "熟悉",
        "休息",
        "体验",
        "感受",
        "尝试",
        "如何",
    ]
)
# fmt: off
# Adverbs and nouns that never stand beside themselves, whatever longer word the second may begin (全面|全面完成).
_NEVER_MEET = frozenset({
    "全面", "深入", "进一步", "积极", "大力", "持续", "切实", "认真", "着力", "有效", "扎实", "稳步", "坚决",
    "加快", "全力", "充分", "不断", "逐步", "人民", "我们", "政府",
})
# fmt: on
_COUNTED = "一逐每某两兩几幾半"
_ONE_BY_ONE = Pattern(
    r"[一逐每](?:[个個件项項家户戶条條种種座层層步次批期级級类類村镇鎮县縣区區月天年道关關环環届屆笔筆块塊段城域企]|一)"
)
_LARGER_WORD = "家者"  # 尊重企业尊重企业家
_PLACE_ENDS = "镇鎮乡鄉县縣市区區村街"
_QUOTED_SYLLABLE = Pattern(r"[，,]?[“「‘](.)[”」’]")
_HAN = Pattern(CHINESE)
# With these after it the second copy is another word: 推进|推进会, 领导|领导者; 务实务实再务实 is a figure of speech.
_WORD_ENDS = "会會者员員部局力性化型班组組家制费費法书書率处處科室队隊站点點图圖表单單版品类類式量再又还還更长長"

# What stands before 的的, 了了, 是是 … where they are two words: 有的|的确, 目的|的…, 为了|了解, 于是|是否.
_PARTICLE_BEFORE = {
    "的": ("目", "标", "標"),
    "了": ("罢", "罷"),
    "是": ("求", "于", "於", "但", "可", "就", "还", "還", "只", "而"),
    "在": ("现", "現", "所", "内", "內", "潜", "潛", "实", "實", "好", "旨", "自"),
    "和": ("共", "总", "總", "饱", "缓", "緩", "柔", "温", "溫"),
    "为": ("作", "行", "成", "认", "以", "有"),
    "為": ("作", "行", "成", "認", "以", "有"),
    "地": ("土", "基", "工", "各", "实", "實", "之", "当", "當", "本", "产", "產", "属", "屬", "场", "場", "耕", "用"),
    "对": ("针", "应", "相", "绝", "面", "反"),
    "對": ("針", "應", "相", "絕", "面", "反"),
    "并": ("合", "兼"),
    "及": ("以", "涉", "普", "波", "顾", "顧", "埃"),
    "将": (),
    "將": (),
    "与": ("参",),
    "與": ("參",),
    "把": (),
    "被": ("覆", "植"),
    "从": ("自", "服", "听", "随"),
    "從": ("自", "服", "聽", "隨"),
}
_PARTICLE_AFTER = {
    "的": ("确", "確", "士", "话", "話"),
    "了": ("解", "结", "結", "然", "不起", "望", "之", "了"),
    "是": ("非",),
    "在": (
        "于",
        "於",
        "职",
        "職",
        "编",
        "編",
        "建",
        "校",
        "线",
        "線",
        "场",
        "場",
        "册",
        "冊",
        "岗",
        "崗",
        "地",
        "村",
        "家",
        "外",
        "位",
        "先",
        "可",
        "显",
        "顯",
        "需",
        "证",
        "證",
        "均",
        "皆",
    ),
    "和": ("谐", "諧", "平", "睦", "美", "解", "顺", "順"),
    "为": ("了", "民", "何", "主", "期", "期", "止"),
    "為": ("了", "民", "何", "主", "期", "止"),
    "地": tuple("缘緣役图圖道区區方位点點下面产產理质質震铁鐵税稅域段形块塊市级級籍基热熱力表名类類"),
    "对": ("口", "外", "接", "象", "策", "话", "应", "比", "照", "标", "方", "于", "台"),
    "對": ("口", "外", "接", "象", "策", "話", "應", "比", "照", "標", "方", "於"),
    "并": ("购", "网", "联", "存", "重", "举", "轨", "且"),
    "及": ("时", "時", "早", "格"),
    "将": ("来", "军", "要", "近"),
    "將": ("來", "軍", "要", "近"),
    "与": ("会", "时"),
    "與": ("會", "時"),
    "把": ("关", "握", "控", "好"),
    "被": ("动", "告", "子"),
    "从": ("业", "事", "严", "而", "容", "众", "快", "重", "优", "政", "教"),
    "從": ("業", "事", "嚴", "而", "容", "眾", "優", "政"),
}


# 于是|是否, 实事求是|是……, 可是|是……; in 就是是希望 the second 是 is too many.
_ASKS = Pattern("[求但可还還只而]|.(?:否|不是)")


class RepeatedWord(Rule[NoOptions]):
    """词语写重了。 / A word that was written twice.

    What:
        zh: 同一个词或短语紧接着又写一遍（落实落实、的的、四是是）；
            “认认真真”“研究研究”“代表代表人民”一类本来就重叠的除外。
        en: A word or phrase that follows itself at once (落实落实, 的的), but not what is doubled by right.
    Why:
        zh: 多半是修改时删改不净，或粘贴时多贴了一遍。
        en: It was left by editing, or pasted twice.
    Bad:
        全面贯彻落实落实党的二十大精神。
        ---
        四是是做好了困难群众的帮扶的的工作。
    Good:
        人大代表代表人民行使权力，认认真真办好每一件实事，的的确确减轻了负担。
    Source:
        Doubled words in scraped and in published reports.
    """

    name = "repeated-word"
    code = "R401"

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each doubled word, at both of its copies."""
        text = document.text
        for match in _PHRASE.finditer(text):
            word = match.group(1)
            if _is_meant(text, match.start(), match.end(), word):
                continue
            if len(word) >= _LONG or _is_slip(text, match.start(), match.end(), word):
                yield _finding(match.start(), match.end(), word, text)
        for match in _PARTICLE.finditer(text):
            word = match.group()[0]
            before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 2]
            two_words = before.endswith(_PARTICLE_BEFORE[word]) and (word != "是" or _ASKS.match(before + after))
            if not two_words and not after.startswith(_PARTICLE_AFTER[word]):
                yield _finding(match.start(), match.end(), word, text)
        yield from _repeated_clauses(text)
        for match in _MODIFIER.finditer(text):
            yield _modifier_finding(match.start(), match.end(), Span(*match.span(2)), text)


def _repeated_clauses(text: str) -> Iterator[Finding]:
    """Yield each clause that follows itself over a mark: 加强领导，加强领导，."""
    clauses = _CLAUSE_MARK.compiled.split(text)
    start = counted = 0
    for at in (at for at, same in enumerate(map(eq, clauses, clauses[1:]), 1) if same):
        clause = clauses[at]
        if len(clause) < _SHORTEST_CLAUSE or not _HAN_ONLY.fullmatch(clause) or clause[0].isdecimal():
            continue
        start += sum(map(len, clauses[counted:at])) + at - counted
        counted = at
        if text[start - 1] != "\n":
            first, end = start - len(clause) - 1, start + len(clause)
            yield Finding(
                Span(first, end),
                Message(f"“{clause}”连写了两遍，请删去一遍", f"{clause!r} stands twice: remove one"),
                data={"text": text[first:end]},
                fix=Fix((Edit(Span(first, start), ""),), safe=False),
            )


def _modifier_finding(start: int, end: int, later: Span, text: str) -> Finding:
    word = text[later.start : later.end]
    return Finding(
        Span(start, end),
        Message(f"“{word}”在一个短语里用了两次，请删去一个", f"{word!r} stands twice in one phrase: remove one"),
        data={"text": text[start:end]},
        fix=Fix((Edit(later, ""),), safe=False),
    )


def _is_meant(text: str, start: int, end: int, word: str) -> bool:
    """Tell what is doubled by right: 一个项目一个项目地抓, 抓具体具体抓, 青冈青冈镇, the words of a title."""
    if _ONE_BY_ONE.match(word) or word.endswith("半") or text[end : end + 1] in tuple(_LARGER_WORD):
        return True
    before = text[max(start - _REACH, 0) : start]
    behind = text[end : end + _REACH]
    if before[-1:] == behind[:1] and _HAN.match(behind):
        return True
    if before.rpartition("《")[1] and "》" not in before.rpartition("《")[2] and "》" in behind:
        return True
    quoted = _QUOTED_SYLLABLE.match(behind)
    if quoted and quoted[1] in word:
        return True
    place = behind[:1] in tuple(_PLACE_ENDS) and not is_word(fold(behind[:2]))
    return len(word) < _LONG and (place or word in behind[:_LONG])


def _is_slip(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether a short word that follows itself is one word twice, and not two words that meet."""
    if (
        fold(word) in _BY_RIGHT
        or _cuts_otherwise(text, start, end, word)
        or word[0] in _COUNTED
        or (text[end : end + 1] in tuple(_WORD_ENDS) and not is_word(fold(text[end : end + 2])))
    ):
        return False
    if fold(word) in _NEVER_MEET:
        return True
    if not is_word(fold(word)):
        return False
    reach = max(start - _REACH, 0)
    clause_start = max((found.end() for found in _MARK.finditer(text, reach, start)), default=reach)
    mark = _MARK.search(text, end, end + _REACH)
    clause = text[clause_start : mark.start() if mark else end + _REACH]
    return _stands_alone(cut_words(fold(clause)), start - clause_start, fold(word))


def _cuts_otherwise(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether the characters are other words that meet: 经开院区|分区|分步试运行."""
    pieces = text[start - 1 : start] + word[0], word[-1] + word[0], word[-1] + text[end : end + 1]
    return len(word) == _SHORTEST_STEM and all(is_word(fold(piece)) for piece in pieces)


def _stands_alone(pieces: Sequence[str], start: int, word: str) -> bool:
    """Tell whether the second copy is a word of its own, and the first is too or closes a compound (贯彻落实|落实)."""
    at = 0
    before = ""
    for piece in pieces:
        if at == start + len(word):
            return (
                piece == word
                and before.endswith(word)
                and (before == word or (is_word(before.removesuffix(word)) and len(before) >= len(word) + 2))
            )
        at += len(piece)
        before = piece
    return False


def _finding(start: int, end: int, word: str, text: str) -> Finding:
    return Finding(
        Span(start, end),
        Message(f"“{word}”写重了，请删去一个", f"{word!r} stands twice: remove one"),
        data={"text": text[start:end]},
        fix=Fix((Edit(Span(start, end), word),), safe=len(word) >= _LONG),
    )
