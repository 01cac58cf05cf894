"""No expression of the project takes more than linear time, and none overlooks what its short cut leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from time import process_time

import pytest

from lint_report.patterns import Pattern
from tests.conftest import ROOT
from tests.expressions import every_expression

EXPRESSIONS = every_expression()
AT_ONE_PLACE = {  # matched where a line or a short stretch begins, never searched for: there they are linear
    "lint_report.chinese.arithmetic.mentions._TO_LAST_MARK",
    "lint_report.flat_yaml._ENTRY",
    "lint_report.outline.boundaries._NO_TITLE",
}
LENGTHS = (24, 96, 2500)
LONGEST = 10_000
FAST = 0.01  # seconds for 2500 characters: what is over at once is not looked at further
MOST = 8  # times as long for four times the text: linear is 4, quadratic 16
FILLERS = " 　0一，的"


def hostile_texts(source: str) -> Iterator[str]:
    """Yield short texts to be repeated: the characters that the expression asks for, alone and in pairs."""
    plain = re.sub(r"\\[a-zA-Z]|\(\?[:=!<P]+|[\[\](){}|*+?^$\\]", "", source)
    own = sorted(set(plain), key=plain.index)[:5]
    for one in dict.fromkeys((*own, *FILLERS)):
        yield one
    for one, other in pairwise(own):
        yield one + other
    yield from re.findall(r"[一-鿿]{2,6}", source)[:2]


def seconds(pattern: re.Pattern[str], text: str) -> float:
    start = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - start


def is_linear(pattern: re.Pattern[str], unit: str) -> bool:
    """Tell whether the time grows no faster than the text."""
    time = 0.0
    for length in LENGTHS:
        time = seconds(pattern, unit * (length // len(unit)))
        if time > FAST * 20:
            return False
    return time < FAST or any(seconds(pattern, unit * (LONGEST // len(unit))) < time * MOST for _ in range(3))


def compiled(expression: Pattern | re.Pattern[str]) -> re.Pattern[str]:
    return expression.compiled if isinstance(expression, Pattern) else expression


@pytest.mark.parametrize("place", sorted(EXPRESSIONS.keys() - AT_ONE_PLACE))
def test_time_is_linear(place: str) -> None:
    pattern = compiled(EXPRESSIONS[place])
    slow = [unit for unit in hostile_texts(pattern.pattern) if not is_linear(pattern, unit)]
    assert slow == []


def test_expressions_are_found() -> None:
    families = {place.split(".")[1] for place in EXPRESSIONS if place.startswith("lint_report_rules.")}
    assert len(EXPRESSIONS) > 300
    assert {"characters", "placeholders", "punctuation", "repetition", "statistics", "structure", "words"} <= families


def texts() -> list[str]:
    folders = (ROOT / "tests" / "cases", ROOT / "seeds", ROOT / "docs")
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".yaml", ".txt", ".md")]
    return [line for path in files for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]


def test_texts_without_what_an_expression_needs_have_no_match() -> None:
    lines = texts()
    for place, expression in EXPRESSIONS.items():
        if isinstance(expression, Pattern) and expression.needs:
            left_out = [line for line in lines if not any(needed in line for needed in expression.needs)]
            assert [line for line in left_out if expression.compiled.search(line)] == [], place
