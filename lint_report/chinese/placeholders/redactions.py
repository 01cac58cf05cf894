"""Characters that were cut out and replaced by a sign: 区_会, 人大***的领导, ■■, &*."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from lint_report.chinese.characters import CHINESE
from lint_report.chinese.placeholders.marks import BLOCK, LINE, STAR, Mark
from lint_report.chinese.placeholders.names import is_anonymous
from lint_report.chinese.placeholders.placeholder import Kind, Placeholder
from lint_report.chinese.placeholders.words import NAMED, UNIT
from lint_report.patterns import Pattern

_PROSE = rf"(?:{CHINESE}|[，。、；：？！“”‘’《》（）【】「」『』…,;:()!?\"'&@%$])"
_PROSE_BEFORE = Pattern(rf"(?:^|{_PROSE})$")
_PROSE_AFTER = Pattern(rf"{_PROSE}|$")
_HAN_BEFORE = Pattern(rf"{CHINESE}$")
_HAN_OR_MASK_BEFORE = Pattern(rf"(?:{CHINESE}|[&@%$])$")
_HAN_AFTER = Pattern(CHINESE)
_MASK_BEFORE = Pattern(r"[&@%$]{1,4}$")
_FILE_NAME_AFTER = Pattern(rf"{CHINESE}{{1,8}}[_＿][0-9]")
_PAGE_TITLE_BEFORE = Pattern(
    rf"(?:[总總][结結]|[报報]告|[范範]文|[计計][划劃]|大全|模板|材料|[汇彙匯][报報]|[体體][会會]|[讲講][话話]|{CHINESE}[网網])$"
)
_SENTENCE_MARK = Pattern(r"[。；，]")
_SPOKEN_OF_BEFORE = Pattern(r"(?:[标標加附][注註示记記]|[加打附带帶][有上]?)$")
_FORMULA = Pattern(r"[=＝ΣΠ÷／]")
_TAG = Pattern(r"</?[A-Za-z]")
_LONGEST_TAG = 500
_BOLD = Pattern(r"(?<!\*)\*\*([^\s*][^*\n]{0,80})\*\*(?!\*)")
_MARKDOWN = Pattern(r"(?m)^(?:#{1,6}|[-+*]) \S")
_FOOTNOTE = Pattern(r"(?m)^[ \u3000]*(?:注[：:]?)?([*＊](?=[^*＊])|[*＊]{2}(?=[ \u3000注]|[^*＊，。\n]{1,16}[：:]))")
_TITLE_STARS = Pattern(r"^\s*[*＊]{3,}[^*＊\n]+[*＊]{3,}\s*$")
_PARTICLE = Pattern(r"[的为為和与與及在对對由等之、，]")
_SENTENCE_INSIDE = Pattern(r"[，。；、：]")
_LONGEST_BOLD_IN_SENTENCE = 20
_SURELY_CUT = 3


class Redactions:
    """Tells cut-out characters from the other uses of their signs in one text: footnotes, bullets, markup."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self, mark: Mark) -> Placeholder | None:
        """Take a mark for characters that were cut out."""
        if mark.sort not in (STAR, LINE, BLOCK) or mark.fills_line or not _stands_in_prose(mark):
            return None
        if mark.sort == STAR and self._is_other_star(mark):
            return None
        if mark.sort == LINE and (_parts_page_title(mark) or _FILE_NAME_AFTER.match(mark.after)):
            return None
        if mark.sort == LINE and self._is_in_tag(mark.start):
            return None
        if mark.sort == BLOCK and not (_cuts_word(mark) or mark.length > 1):
            return None
        mask = _MASK_BEFORE.search(mark.before)
        return mark.placeholder(Kind.REDACTION, back=len(mask.group()) if mask else 0)

    def _is_other_star(self, mark: Mark) -> bool:
        at_line_start = not mark.before.strip()
        if mark.length >= _SURELY_CUT:
            return bool(_TITLE_STARS.search(f"{mark.before}{mark.text}{mark.after}"))
        if mark.length == 1 and _is_sign(mark):
            return True
        if mark.length == 1 and (at_line_start or not _cuts_word(mark)):
            return True
        return is_anonymous(mark) or mark.length in self._footnotes or self._is_bold(mark.start)

    def _is_in_tag(self, offset: int) -> bool:
        """Tell whether an offset stands inside a tag of HTML: <img name="报告_第1页">."""
        opening = self._text.rfind("<", max(0, offset - _LONGEST_TAG), offset)
        return opening >= 0 and ">" not in self._text[opening:offset] and _TAG.match(self._text, opening) is not None

    @cached_property
    def _footnotes(self) -> set[int]:
        """How many stars the footnotes have: a sign of so many stars refers to one."""
        return {len(match.group(1)) for match in _FOOTNOTE.finditer(self._text)}

    def _is_bold(self, offset: int) -> bool:
        at = bisect_right(self._bold, (offset, len(self._text))) - 1
        return at >= 0 and offset in (self._bold[at][0], self._bold[at][1])

    @cached_property
    def _bold(self) -> list[tuple[int, int]]:
        """Where the opening and the closing stars of bold text stand."""
        pairs: list[tuple[int, int]] = []
        is_markdown = bool(_MARKDOWN.search(self._text))
        at = 0
        while match := _BOLD.search(self._text, at):
            if _is_marked_up(self._text, match.start(), match.end(), match.group(1), is_markdown=is_markdown):
                pairs.append((match.start(), match.end() - 2))
                at = match.end()
            else:
                at = match.start() + 2
        return pairs


def _stands_in_prose(mark: Mark) -> bool:
    """Tell whether Chinese stands directly beside it, on both sides or up to the end of the line or a comma."""
    digit_beside = mark.after[:1].isdecimal() != mark.before[-1:].isdecimal()
    if mark.sort == STAR and mark.length >= _SURELY_CUT and digit_beside:
        return bool(_HAN_BEFORE.search(mark.before) or _HAN_AFTER.match(mark.after))
    before, after = mark.before.lstrip(), mark.after.rstrip()
    if not _PROSE_BEFORE.search(before) or not _PROSE_AFTER.match(after):
        return False
    return mark.sort != BLOCK or (bool(before) and bool(_HAN_BEFORE.search(before) or _HAN_AFTER.match(after)))


def _cuts_word(mark: Mark) -> bool:
    return bool(_HAN_OR_MASK_BEFORE.search(mark.before) and _HAN_AFTER.match(mark.after))


def _is_sign(mark: Mark) -> bool:
    """Tell a star that the text speaks of or reckons with: 标注*之数据, ＝Σ（用量＊价格）."""
    return bool(_SPOKEN_OF_BEFORE.search(mark.before) or _FORMULA.search(mark.before + mark.after))


def _parts_page_title(mark: Mark) -> bool:
    """Tell the line between a page's title and its site: 工作总结_范文网."""
    return bool(_PAGE_TITLE_BEFORE.search(mark.before)) and not _SENTENCE_MARK.search(mark.before + mark.after)


def _is_marked_up(text: str, start: int, end: int, inside: str, *, is_markdown: bool) -> bool:
    """Tell **bold** text left over from markup from two cuts in one sentence: 在**镇**村."""
    noun = NAMED.match(inside) or UNIT.match(inside)
    if noun and noun.end() == len(inside):
        return False
    opens_at_stop = not _HAN_BEFORE.search(text, max(0, start - 1), start)
    closes_at_stop = not _HAN_AFTER.match(text, end)
    if is_markdown or (opens_at_stop and closes_at_stop):
        return True
    if noun or _PARTICLE.match(inside):
        return False
    return opens_at_stop or (len(inside) <= _LONGEST_BOLD_IN_SENTENCE and not _SENTENCE_INSIDE.search(inside))
