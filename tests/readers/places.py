"""What every reader must hold: each character of the text knows where in the file it came from."""

from __future__ import annotations

from itertools import pairwise

from lint_report.source import Source, Span


def marked(source: Source, span: Span) -> str:
    """Give the text under a span."""
    return source.text[span.start : span.end]


def assert_every_character_has_its_place(source: Source, made_up: str = "") -> None:
    """Check the way back to the file.

    Args:
        source: What was read.
        made_up: Characters that may stand for something else in the file: a line end for a tag, those of entities.
    """
    raw = source.text if source.raw is None else source.raw
    strays = [
        (offset, character, raw[source.raw_offset(offset) :][:10])
        for offset, character in enumerate(source.text)
        if not raw.startswith(character, source.raw_offset(offset)) and character not in made_up
    ]
    assert strays == []
    places = [source.raw_offset(offset) for offset in range(len(source.text) + 1)]
    assert places == sorted(places)
    assert places[-1] <= len(raw)
    for stretch in (*source.skipped, *source.asides, *(heading.span for heading in source.headings)):
        assert 0 <= stretch.start < stretch.end <= len(source.text)
    for stretches in (source.skipped, source.asides):
        assert all(one.end <= other.start for one, other in pairwise(stretches))
    offsets = [directive.offset for directive in source.directives]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(source.text) for offset in offsets)
