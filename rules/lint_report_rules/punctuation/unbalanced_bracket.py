"""U601 unbalanced-bracket."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from lint_report.chinese.characters import CHINESE, HAN
from lint_report.document import Document, Paragraph
from lint_report.messages import Message
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple
from lint_report.rule import Edit, Finding, Fix, NoOptions, Rule
from lint_report.source import Span

_OPENING = "“‘《〈「『【〔（(［["
_CLOSING = "”’》〉」』】〕）)］]"
_PARTNER = {**dict(zip(_OPENING, _CLOSING, strict=True)), **dict(zip(_CLOSING, _OPENING, strict=True))}
_KIND = {mark: "“‘《〈「『【〔（（［［"[at] for marks in (_OPENING, _CLOSING) for at, mark in enumerate(marks)}
_QUOTES = "“‘「『"
_NAME = {
    "“": ("引号", "quotation mark"),
    "‘": ("单引号", "quotation mark"),
    "《": ("书名号", "title mark"),
    "〈": ("单书名号", "title mark"),
    "「": ("引号", "quotation mark"),
    "『": ("双引号", "quotation mark"),
    "【": ("方头括号", "bracket"),
    "〔": ("六角括号", "bracket"),
    "（": ("括号", "bracket"),
    "［": ("方括号", "bracket"),
}
_MARK = Pattern(r"[“‘《〈「『【〔（(［\[”’》〉」』】〕）)］\]]")
_EMPTY = Pattern(
    r"“[ \u3000]{0,2}”|‘[ \u3000]{0,2}’|《[ \u3000]{0,2}》|〈[ \u3000]{0,2}〉"
    r"|「[ \u3000]{0,2}」|『[ \u3000]{0,2}』|（）|\(\)|【】|〔〕"
    rf"|\[[ \u3000]?\](?:(?<=[^\s\-*+|\d\]]\[\])|(?<=[^\s\-*+|\d\]]\[.\]))(?={CHINESE}|[，。；：、])"
)
_STRAIGHT = Pattern(r'(?<![0-9])"')
_ITEM_NUMBER = Pattern(r"(?:^|[、，。；：,;:\s（(])[\da-zA-Zａ-ｚ０-９一二三四五六七八九十①-⑳]{1,3}$")
_HAN = Pattern(f"[{HAN}]")
_LATIN = Pattern(r"[0-9A-Za-z０-９]")
_LEAST_BRACKETED = 3
_NEAR = 40
_FAR = 10


class _Left(NamedTuple):
    """A mark without its partner: the block's number, the offset in its joined text."""

    block: int
    at: int
    mark: str

    @property
    def kind(self) -> str:
        return _KIND[self.mark]

    @property
    def opens(self) -> bool:
        return self.mark in _OPENING


class UnbalancedBracket(Rule[NoOptions]):
    """引号、书名号、括号不成对。 / Quotation marks or brackets are not paired.

    What:
        zh: 一段之内缺了一半、方向相反、交叉、重复或里面没有内容的引号、书名号、括号。
            跨段的引文（每段开头重复前引号，或引文末才有后引号）、项目序号 1）、英文撇号和年份缩写 ’96 不报。
        en: Quotation marks, title marks and brackets that lack their partner, point the wrong way, cross, are doubled
            or hold nothing, within a paragraph. Quotations over several paragraphs, item numbers such as 1），
            apostrophes and ’96 are left alone.
    Why:
        zh: 缺一半的引号、括号使引文和说明没有边界，空的引号多是漏掉了名称。
        en: A missing half leaves quotation and gloss without an end; an empty pair mostly means that a name got lost.
    Bad:
        我镇深入开展“两学一做学习教育，成效明显。
        ---
        会议组织学习了《宪法、《监督法》等法律法规。
        ---
        落实高端人才引进“”，组织人才对接活动。
    Good:
        各镇要做到：1）加强领导；2）落实责任（详见附件），推进“十四五”规划。
        ---
        抓住’97旅游年的契机，办好“Children’s Day”活动。
    Source:
        GB/T 15834-2011《标点符号用法》4.8（引号）、4.9（括号）、4.15（书名号）、5.1.4。
    """

    name = "unbalanced-bracket"
    code = "U601"

    def check(self, document: Document) -> Iterator[Finding]:
        """Yield each such mark or pair."""
        for report in document.reports:
            blocks = document.blocks(report)
            left: list[_Left] = []
            numbers_are_bracketed = _brackets_item_numbers(blocks)
            for number, block in enumerate(blocks):
                text = block.joined
                if "〞" in text and "〝" not in text:  # lookalike has these mended to ”
                    text = text.replace("〞", "”")
                if not _is_paired("".join(_MARK.compiled.findall(text))):
                    left.extend(_unpaired(text, number, numbers_are_bracketed=numbers_are_bracketed))
            for block in document.blocks_holding(report, _EMPTY):
                for match in _EMPTY.finditer(block.joined):
                    yield _empty(block.span_of(*match.span()), match.group())
            yield from _explain(blocks, _without_quotations_over_blocks(blocks, left))
            if '"' in document.text:
                yield from _straight(blocks)


def _brackets_item_numbers(blocks: tuple[Paragraph, ...]) -> bool:
    """Tell whether items are numbered （一） throughout, so that 一） lacks a bracket."""
    firsts = [block.joined[:6] for block in blocks if "）" in block.joined[:6]]
    bracketed = sum(first[0] in "（(" for first in firsts)
    return bracketed > _LEAST_BRACKETED * (len(firsts) - bracketed)


@lru_cache(maxsize=4096)
def _is_paired(marks: str) -> bool:
    """Tell whether of some marks each has its partner and none cross, which is so in most blocks."""
    pending: list[str] = []
    for mark in marks:
        if mark in _OPENING:
            pending.append(_KIND[mark])
        elif not pending or pending.pop() != _KIND[mark]:
            return False
    return not pending


def _unpaired(text: str, number: int, *, numbers_are_bracketed: bool) -> list[_Left]:
    """Give the marks of a block that have no partner in it."""
    pending: list[_Left] = []
    waiting: Counter[str] = Counter()
    left: list[_Left] = []
    for match in _MARK.finditer(text):
        found = _Left(number, match.start(), match.group())
        if found.opens:
            pending.append(found)
            waiting[found.kind] += 1
        elif waiting[found.kind]:
            while (popped := pending.pop()).kind != found.kind:
                waiting[popped.kind] -= 1
                left.append(popped)
            waiting[found.kind] -= 1
        else:
            left.append(found)
    left.extend(pending)
    return sorted(
        (mark for mark in left if not _stands_alone(text, mark, numbers_are_bracketed=numbers_are_bracketed)), key=_at
    )


def _stands_alone(text: str, left: _Left, *, numbers_are_bracketed: bool) -> bool:
    """Tell whether a mark without partner is none of our business: an item number, an apostrophe, Latin text."""
    before, after = text[max(left.at - 1, 0) : left.at], text[left.at + 1 : left.at + 2]
    if left.kind == "（" and not left.opens and _ITEM_NUMBER.search(text, max(left.at - 4, 0), left.at):
        at_start = not _ITEM_NUMBER.sub("", text[: left.at])
        return not (at_start and numbers_are_bracketed)
    if left.kind == "‘":
        return bool(_LATIN.match(after) or (left.mark == "’" and _LATIN.match(before)))
    if left.mark.isascii():
        return not (_HAN.match(before) or _HAN.match(after))
    return False


def _without_quotations_over_blocks(blocks: tuple[Paragraph, ...], left: list[_Left]) -> list[_Left]:
    """Leave out the marks of quotations that run over several paragraphs."""
    kept: list[_Left] = []
    at = 0
    while at < len(left):
        mark = left[at]
        following = left[at + 1] if at + 1 < len(left) else None
        if mark.opens and following and _closes_further_on(blocks, mark, following):
            at += 2
        elif mark.opens and _reopens_in_next(blocks, mark):
            at += 1
        else:
            kept.append(mark)
            at += 1
    return kept


def _reopens_in_next(blocks: tuple[Paragraph, ...], mark: _Left) -> bool:
    following = mark.block + 1
    return mark.mark in _QUOTES and following < len(blocks) and blocks[following].joined.startswith(mark.mark)


def _closes_further_on(blocks: tuple[Paragraph, ...], mark: _Left, following: _Left) -> bool:
    distance = following.block - mark.block
    if following.mark != _PARTNER[mark.mark] or not 0 < distance <= (_FAR if mark.mark in _QUOTES else 1):
        return False
    between = [blocks[mark.block].joined[mark.at + 1 :]]
    between.extend(blocks[number].joined for number in range(mark.block + 1, following.block))
    between.append(blocks[following.block].joined[: following.at])
    return not any(mark.mark in text or following.mark in text for text in between)


def _explain(blocks: tuple[Paragraph, ...], left: list[_Left]) -> Iterator[Finding]:
    at = 0
    while at < len(left):
        mark = left[at]
        following = left[at + 1] if at + 1 < len(left) else None
        block = blocks[mark.block]
        doubled = _double_of(block.joined, mark)
        if doubled is not None:
            yield _doubled(block, doubled, mark)
        elif following and following.block == mark.block and following.kind == mark.kind and _belong(mark, following):
            yield _pair(block, mark, following)
            at += 1
        else:
            yield _alone(block, mark)
        at += 1


def _double_of(text: str, left: _Left) -> int | None:
    """Give where the second of two equal marks stands, when the mark without partner is one of them."""
    if text[left.at + 1 : left.at + 2] == left.mark:
        return left.at + 1
    return left.at if left.at and text[left.at - 1] == left.mark else None


def _belong(mark: _Left, following: _Left) -> bool:
    """Tell whether two marks were meant as a pair."""
    return following.at - mark.at <= _NEAR or (mark.opens and not following.opens)


def _pair(block: Paragraph, first: _Left, second: _Left) -> Finding:
    span = block.span_of(first.at, second.at + 1)
    name, name_en = _NAME[first.kind]
    if first.opens and not second.opens:
        return Finding(
            span,
            Message(
                f"{name} {first.mark}{second.mark} 与别的符号交叉，请改为一对套在另一对里面",
                f"the {name_en}s {first.mark}{second.mark} cross another pair: nest one in the other",
            ),
            data={"mark": first.mark, "fault": "crossed"},
        )
    opening, closing = (first.mark, _PARTNER[first.mark]) if first.opens else (_PARTNER[first.mark], first.mark)
    edits = [
        Edit(block.span_of(left.at, left.at + 1), wanted)
        for left, wanted in ((first, opening), (second, closing))
        if left.mark != wanted
    ]
    return Finding(
        span,
        Message(
            f"{name} {first.mark}……{second.mark} 的方向不对，请改为 {opening}……{closing}",
            f"the {name_en}s {first.mark}…{second.mark} point the wrong way: write {opening}…{closing}",
        ),
        data={"mark": first.mark, "fault": "direction"},
        fix=Fix(tuple(edits), safe=False),
    )


def _doubled(block: Paragraph, at: int, left: _Left) -> Finding:
    span = block.span_of(at, at + 1)
    name, name_en = _NAME[left.kind]
    return Finding(
        span,
        Message(f"{name} {left.mark} 多写了一个，请删去", f"the {name_en} {left.mark} is written twice: remove one"),
        data={"mark": left.mark, "fault": "doubled"},
        fix=Fix((Edit(span, ""),), safe=False),
    )


def _alone(block: Paragraph, left: _Left) -> Finding:
    partner = _PARTNER[left.mark]
    name, name_en = _NAME[left.kind]
    here, there, there_en = ("前", "后", "closing") if left.opens else ("后", "前", "opening")
    return Finding(
        block.span_of(left.at, left.at + 1),
        Message(
            f"{here}{name} {left.mark} 没有配对的{there}{name} {partner} ，请补上或删去",
            f"the {name_en} {left.mark} has no {there_en} {partner}: add it, or remove this one",
        ),
        data={"mark": left.mark, "fault": "unclosed" if left.opens else "unopened"},
    )


def _straight(blocks: tuple[Paragraph, ...]) -> Iterator[Finding]:
    """Yield the last straight quotation mark of each Chinese paragraph that has an odd number of them."""
    odd: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        text = block.joined
        marks = [match.start() for match in _STRAIGHT.finditer(text)] if '"' in text and '="' not in text else []
        if len(marks) % 2 and _HAN.search(text):
            odd.append((number, marks[-1]))
    numbers = {number for number, _ in odd}
    for number, at in odd:
        if numbers.isdisjoint((number - 1, number + 1)):
            yield Finding(
                blocks[number].span_of(at, at + 1),
                Message(
                    "本段的直引号是单数，请补上缺的一个，并改用“”",
                    "the paragraph has an odd number of straight quotation marks: add the missing one, and write “”",
                ),
                data={"mark": '"', "fault": "straight"},
            )


def _empty(span: Span, text: str) -> Finding:
    return Finding(
        span,
        Message(
            f"{_NAME[_KIND[text[0]]][0]} {text} 里没有内容，请补上或删去",
            f"the {_NAME[_KIND[text[0]]][1]}s {text} hold nothing: fill them in or remove them",
        ),
        data={"mark": text[0], "fault": "empty"},
    )


def _at(left: _Left) -> int:
    return left.at
