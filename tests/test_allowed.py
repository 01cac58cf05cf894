"""Allowed words and remarks against their definitions, on texts made by chance."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lint_report.allowed import AllowedText
from lint_report.config.settings import Allowed
from lint_report.source import Span
from lint_report.suppress import Suppression, silence

PLACES = st.integers(0, 12)
SPANS = st.tuples(PLACES, PLACES).map(lambda pair: Span(min(pair), max(pair)))
RULES = st.sampled_from("PNS")
REMARKS = st.builds(Suppression, PLACES, SPANS, st.none() | st.frozensets(RULES))


@given(
    st.text("甲乙丙", max_size=12),
    st.lists(st.text("甲乙丙", max_size=4), max_size=5),
    st.lists(st.sampled_from(["甲+", "乙.丙", "丙?"]), max_size=2),
    SPANS,
)
def test_what_is_allowed_lies_in_a_word_or_a_match(
    text: str, words: list[str], patterns: list[str], span: Span
) -> None:
    span = Span(min(span.start, len(text)), min(span.end, len(text)))
    places = [
        (start, start + len(word))
        for word in words
        if word
        for start in range(len(text))
        if text.startswith(word, start)
    ]
    places += [match.span() for pattern in patterns for match in re.finditer(pattern, text)]
    expected = any(start <= span.start and span.end <= end for start, end in places)
    assert AllowedText(text, Allowed(tuple(words), tuple(patterns))).holds(span) == expected


@given(st.lists(REMARKS, max_size=6), st.lists(st.tuples(RULES, PLACES), max_size=8))
def test_finding_is_silenced_where_a_remark_for_its_rule_holds(
    remarks: list[Suppression], findings: list[tuple[str, int]]
) -> None:
    findings.sort(key=lambda finding: finding[1])

    def silences(remark: Suppression, rule: str, start: int) -> bool:
        return remark.span.start <= start < remark.end and (remark.rules is None or rule in remark.rules)

    expected = [[remark for remark in remarks if silences(remark, *finding)] for finding in findings]
    silenced, used = silence(remarks, findings)
    assert silenced == list(map(bool, expected))
    assert used == {remark for silencing in expected for remark in silencing}
