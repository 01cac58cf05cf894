"""Looks at regular expressions that users write, before they are run: can they match, and will they end?

A pattern is refused with the reason when it cannot do what its writer hopes: `\\b` has no meaning between Chinese
characters, all of which are word characters; an empty match is everywhere; and an ambiguous repetition makes `re` try
an exponential number of ways. The last is found as in Weideman et al., "Analyzing Matching Time Behavior of
Backtracking Regular Expression Matchers by Using Ambiguity of NFA" (CIAA 2016): the body of each repetition is an
automaton of positions (Glushkov), and it is ambiguous when two different paths read the same text from one position
back to it. What is approximated is approximated towards refusal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from lint_report.messages import Message
from lint_report.records import NamedTuple

_LONGEST = 4000
_MOST_PAIRS = 200_000
_FEW = 2
_SHORT = 10
_LONG_RUN = 250  # what a repetition without a bound counts as, and in text of figures and letters, whose runs are short
_SHORT_RUN = 20
_MOST_STEPS = 20_000
_MOST_REPETITIONS = 60
_LAST = 0x10FFFF
_HAN = ((0x4E00, 0x9FFF),)
_ASCII_LETTERS = ((0x41, 0x5A), (0x61, 0x7A))
_CATEGORIES = {
    "DIGIT": ((0x30, 0x39), (0x660, 0x669), (0xFF10, 0xFF19)),
    "SPACE": ((9, 13), (28, 32), (0x85, 0x85), (0xA0, 0xA0), (0x2000, 0x200A), (0x2028, 0x2029), (0x3000, 0x3000)),
    "WORD": (
        (0x30, 0x39),
        (0x41, 0x5A),
        (0x5F, 0x5F),
        (0x61, 0x7A),
        (0xC0, 0x24F),
        (0x370, 0x1FFF),
        (0x3005, 0x3007),
        (0x3041, 0x9FFF),
        (0xAC00, 0xD7A3),
        (0xFF10, 0xFF19),
        (0xFF21, 0xFF3A),
        (0xFF41, 0xFF5A),
        (0x20000, 0x3FFFF),
    ),
}

_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_AT = {**dict.fromkeys(_REPEATS, 2), "SUBPATTERN": 3, "ASSERT": 1, "ASSERT_NOT": 1}

CharacterSet = tuple[tuple[int, int], ...]

_TOO_LONG = Message(
    f"正则表达式超过 {_LONGEST} 个字符，请拆开或改用词表",
    f"the pattern has more than {_LONGEST} characters: split it, or use a list of words",
)
_LINE_END = Message(
    "正则表达式里有换行，永远匹配不到；请写在一行里，用引号而不用 | 或 >",
    "the pattern holds a line end and can never match: write it on one line, in quotes instead of after | or >",
)
_BOUNDARY = Message(
    r"\b 在汉字之间、汉字与字母数字之间都不成立，写了就匹配不到；请删去，或改用 (?<![A-Za-z0-9]) 与 (?![A-Za-z0-9])",
    r"\b never holds between Chinese characters, nor between them and letters or digits: leave it out, or use "
    r"(?<![A-Za-z0-9]) and (?![A-Za-z0-9])",
)
_FLAGS = Message(
    "开头的 (?i) 之类请写成 (?i:……)，与别的表达式合用才不会出错",
    "write flags such as (?i) at the beginning as (?i:…), so that the pattern can be used within others",
)
_GLOBAL_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")
_EMPTY = Message(
    "正则表达式可以匹配空文字，会处处命中；请让它至少包含一个字",
    "the pattern can match nothing at all, and so matches everywhere: let it take one character at least",
)
_AMBIGUOUS = Message(
    "重复之中的同一段文字有多种匹配方式（如 (a+)+、(a|a)*、([^。]{1,9}、)*），遇到长文可能永远算不完；"
    "请去掉一层重复，或让各部分的字互不重叠",
    "what is repeated can match the same text in several ways (as in (a+)+, (a|a)* or ([^。]{1,9}、)*) and may never "
    "end on a long text: remove one repetition, or let no two of its parts take the same characters",
)
_TOO_SLOW = Message(
    "有几处重复可以匹配同样的字（如 .*增长.*），遇到长段落会极慢；请写明较小的上限，如 [^。]{0,40}",
    "several repetitions can take the same characters (as in .*增长.*) and are very slow on long paragraphs: give them "
    "small bounds, as in [^。]{0,40}",
)
_TOO_COMPLEX = Message(
    "重复部分过于复杂，无法确认不会无限回溯；请拆成几条规则", "what is repeated is too complex to be checked: split it"
)


def check_pattern(source: str) -> Message | None:
    """Give the reason why a pattern is not to be used, or None where nothing speaks against it.

    Args:
        source: A regular expression in Python's syntax.
    """
    reason = _check_writing(source)
    if reason:
        return reason
    try:
        re.compile(source)
    except (re.error, OverflowError, RecursionError) as error:
        return Message(f"正则表达式有误：{error}", f"broken regular expression: {error}")
    # The parser of `re` has no public name; the alternative is a second one of our own that may read a pattern
    # differently from the engine that runs it.
    parsed: Any = import_module("re._parser").parse(source)
    if any(operator == "AT" and str(what).startswith("AT_BOUNDARY") for operator, what in _walk(parsed)):
        return _BOUNDARY
    if parsed.getwidth()[0] == 0:
        return _EMPTY
    ignore_case = any(what == "SUBPATTERN" and argument[1] & re.IGNORECASE for what, argument in _walk(parsed))
    return _check_repetitions(parsed, ignore_case=ignore_case)


def _check_writing(source: str) -> Message | None:
    if len(source) > _LONGEST:
        return _TOO_LONG
    if "\n" in source:
        return _LINE_END
    return _FLAGS if _GLOBAL_FLAGS.match(source) else None


def _walk(items: Any) -> Iterator[tuple[str, Any]]:
    for operator, argument in items:
        yield str(operator), argument
        for inner in _inner(str(operator), argument):
            yield from _walk(inner)


def _inner(operator: str, argument: Any) -> Sequence[Any]:
    """Give the expressions inside an item."""
    if operator in _AT:
        return (argument[_AT[operator]],)
    if operator == "BRANCH":
        return tuple(argument[1])
    if operator == "GROUPREF_EXISTS":
        return tuple(branch for branch in argument[1:] if branch is not None)
    return (argument,) if operator == "ATOMIC_GROUP" else ()


def _check_repetitions(parsed: Any, *, ignore_case: bool) -> Message | None:
    automaton = _Automaton(ignore_case=ignore_case)
    automaton.sequence(parsed)
    if automaton.ambiguous:
        return _AMBIGUOUS
    for loop in automaton.loops:
        verdict = _check_loop(automaton, loop)
        if verdict:
            return verdict
    if len(automaton.repeated) > _MOST_REPETITIONS:
        return _TOO_COMPLEX
    if _is_slow(automaton):
        return _TOO_SLOW
    for looked_for in automaton.asides:
        verdict = _check_repetitions(looked_for, ignore_case=ignore_case)
        if verdict:
            return verdict
    return None


class _Piece(NamedTuple):
    """A part of the pattern as the automaton sees it.

    Attributes:
        empty: In how many ways it matches nothing; 2 stands for more.
        first: Positions that it may begin with.
        last: Positions that it may end with.
    """

    empty: int
    first: tuple[int, ...]
    last: tuple[int, ...]


_NOTHING = _Piece(1, (), ())


@dataclass
class _Automaton:
    """Positions of a pattern and what may follow each: its Glushkov automaton, built part by part.

    Attributes:
        ignore_case: Whether letters stand for both cases.
        sets: For each position the characters that it reads.
        follows: For each position those that may come next.
        loops: The positions (first, end) of each repetition.
        repeated: Positions of single sets of characters that are repeated, with how long a run of them may be.
        asides: What look-around looks for, which is a pattern of its own.
        ambiguous: Whether something repeated is ambiguous already by its form.
    """

    ignore_case: bool
    sets: list[CharacterSet] = field(default_factory=list[CharacterSet])
    follows: list[set[int]] = field(default_factory=list[set[int]])
    loops: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    repeated: dict[int, int] = field(default_factory=dict[int, int])
    asides: list[Any] = field(default_factory=list[Any])
    ambiguous: bool = False
    _depth: int = 0

    def sequence(self, items: Any) -> _Piece:
        """Add items that follow one another."""
        whole = _NOTHING
        for operator, argument in items:
            whole = self._join(whole, self._item(str(operator), argument))
        return whole

    def _join(self, one: _Piece, two: _Piece) -> _Piece:
        for position in one.last:
            self.follows[position].update(two.first)
        return _Piece(
            min(one.empty * two.empty, _FEW),
            one.first + two.first if one.empty else one.first,
            one.last + two.last if two.empty else two.last,
        )

    def _item(self, operator: str, argument: Any) -> _Piece:
        if operator in _REPEATS:
            return self._repeat(int(argument[0]), int(argument[1]), argument[2])
        if operator in ("SUBPATTERN", "ATOMIC_GROUP"):
            return self.sequence(_inner(operator, argument)[0])
        if operator in ("BRANCH", "GROUPREF_EXISTS"):
            return self._either([self.sequence(branch) for branch in _inner(operator, argument)], operator)
        if operator in ("ASSERT", "ASSERT_NOT"):
            self.asides.append(argument[1])
            return _NOTHING
        if operator in ("AT", "FAILURE"):
            return _NOTHING
        return self._position(_characters(operator, argument))

    def _either(self, branches: list[_Piece], operator: str) -> _Piece:
        empty = sum(branch.empty for branch in branches) + (operator == "GROUPREF_EXISTS" and len(branches) == 1)
        return self._judged(
            _Piece(
                min(empty, _FEW),
                tuple(position for branch in branches for position in branch.first),
                tuple(position for branch in branches for position in branch.last),
            )
        )

    def _position(self, characters: CharacterSet) -> _Piece:
        if self.ignore_case and _overlap(characters, _ASCII_LETTERS):
            characters = _united([*characters, *_ASCII_LETTERS])
        self.sets.append(characters)
        self.follows.append(set())
        at = len(self.sets) - 1
        return _Piece(0, (at,), (at,))

    def _repeat(self, least: int, most: int, body: Any) -> _Piece:
        if most <= _FEW or (least == most and len(body) == 1 and not _inner(str(body[0][0]), body[0][1])):
            return self._few(min(least, 8), min(most, 8), body)
        begin = len(self.sets)
        self._depth += 1
        piece = self.sequence(body)
        self._depth -= 1
        if piece.empty:
            self.ambiguous = True
        for position in piece.last:
            for following in piece.first:
                self.ambiguous |= following in self.follows[position]
                self.follows[position].add(following)
        self.loops.append((begin, len(self.sets)))
        if most >= _SHORT and len(self.sets) == begin + 1:
            self.repeated[begin] = min(most, _LONG_RUN if _overlap(self.sets[begin], _HAN) else _SHORT_RUN)
        return self._judged(piece._replace(empty=1 if least == 0 else piece.empty))

    def _few(self, least: int, most: int, body: Any) -> _Piece:
        """Add something that stands there so few times that it can be written out."""
        whole = _NOTHING
        for _ in range(least):
            whole = self._join(whole, self.sequence(body))
        optional = _NOTHING
        for _ in range(most - least):
            piece = self._join(self.sequence(body), optional)
            optional = self._judged(piece._replace(empty=min(piece.empty + 1, _FEW)))
        return self._join(whole, optional)

    def _judged(self, piece: _Piece) -> _Piece:
        """Note that something in a repetition may be empty in several ways."""
        self.ambiguous |= self._depth > 0 and piece.empty >= _FEW
        return piece


def _check_loop(automaton: _Automaton, loop: tuple[int, int]) -> Message | None:
    """Tell whether two different paths through a repetition read the same text and meet again."""
    begin, end = loop
    sets, follows = automaton.sets, automaton.follows
    seen: set[tuple[int, int]] = set()
    pending = [(position, position) for position in range(begin, end)]
    while pending:
        pair = pending.pop()
        for one in follows[pair[0]]:
            for two in follows[pair[1]]:
                inside = begin <= one < end and begin <= two < end
                if not inside or not _overlap(sets[one], sets[two]):
                    continue
                if one == two:
                    if pair[0] != pair[1]:
                        return _AMBIGUOUS
                elif (one, two) not in seen:
                    seen.add((one, two))
                    pending.append((one, two))
        if len(seen) > _MOST_PAIRS:
            return _TOO_COMPLEX
    return None


def _is_slow(automaton: _Automaton) -> bool:
    """Tell whether repetitions that follow one another share text, and take too many steps from each of its places."""
    sets, repeated = automaton.sets, automaton.repeated
    after = {
        one: [two for two in repeated if one != two and _overlap(sets[one], sets[two]) and _leads(automaton, one, two)]
        for one in repeated
    }
    pending = [(one, frozenset((one,)), length) for one, length in repeated.items()]
    while pending:
        at, passed, steps = pending.pop()
        if steps > _MOST_STEPS:
            return True
        pending += [(two, passed | {two}, steps * repeated[two]) for two in after[at] if two not in passed]
    return False


def _leads(automaton: _Automaton, one: int, two: int) -> bool:
    """Tell whether one repetition goes over into another by characters that both of them take."""
    sets = automaton.sets
    shared = _common(sets[one], sets[two])
    seen = {one}
    pending = [one]
    while pending:
        for following in automaton.follows[pending.pop()]:
            if following == two:
                return True
            if following not in seen and _overlap(sets[following], shared):
                seen.add(following)
                pending.append(following)
    return False


def _characters(operator: str, argument: Any) -> CharacterSet:
    if operator == "LITERAL":
        return ((argument, argument),)
    if operator == "NOT_LITERAL":
        return _complement(((argument, argument),))
    if operator != "IN":  # any character, or what a group matched before
        return ((0, _LAST),)
    ranges: list[tuple[int, int]] = []
    negated = False
    for kind, value in argument:
        if str(kind) == "NEGATE":
            negated = True
        elif str(kind) == "RANGE":
            ranges.append((value[0], value[1]))
        elif str(kind) == "CATEGORY":
            ranges += _category(str(value))
        else:
            ranges.append((value, value))
    found = _united(ranges)
    return _complement(found) if negated else found


def _category(name: str) -> CharacterSet:
    word = name.removeprefix("CATEGORY_")
    return _complement(_CATEGORIES[word[4:]]) if word.startswith("NOT_") else _CATEGORIES[word]


def _united(ranges: Sequence[tuple[int, int]]) -> CharacterSet:
    united: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if united and low <= united[-1][1] + 1:
            united[-1] = united[-1][0], max(united[-1][1], high)
        else:
            united.append((low, high))
    return tuple(united)


def _complement(ranges: CharacterSet) -> CharacterSet:
    found: list[tuple[int, int]] = []
    at = 0
    for low, high in ranges:
        if at < low:
            found.append((at, low - 1))
        at = high + 1
    if at <= _LAST:
        found.append((at, _LAST))
    return tuple(found)


def _common(one: CharacterSet, two: CharacterSet) -> CharacterSet:
    return tuple(
        (max(low, other_low), min(high, other_high))
        for low, high in one
        for other_low, other_high in two
        if max(low, other_low) <= min(high, other_high)
    )


def _overlap(one: CharacterSet, two: CharacterSet) -> bool:
    return any(low <= other_high and other_low <= high for low, high in one for other_low, other_high in two)
