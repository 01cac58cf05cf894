"""Headings with nothing under them, as several rules ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lint_report.document import Report, Section
from lint_report.outline.annexes import is_annex
from lint_report.outline.numbering import ENUMERATIONS


def empty_sections(report: Report) -> Iterator[Section]:
    """Yield the headings of a report that ought to have something under them and have nothing.

    A heading ought to have a body when headings that count with it have one; a list whose items are all bare, or are
    sentences, is complete as it stands; and where the numbering begins anew after one (（二）做法, 一、), what follows
    is its body under numbers of the wrong level.
    """
    last = last_section(report)
    sections = list(report.walk())
    restarted = {
        before.span.start
        for before, after in pairwise(sections)
        if after.heading.number == 1 and after.level <= before.level
    }
    for siblings in (report.sections, *(section.sections for section in sections)):
        for section in _empty(siblings, last):
            if section.span.start not in restarted:
                yield section


def last_section(report: Report) -> Section | None:
    """Give the section that a report ends with, None when it ends with text that belongs to no section."""
    section: Section | None = None
    sections = report.sections
    while sections:
        section = sections[-1]
        sections = section.sections
        if section.paragraphs and sections and section.paragraphs[-1].span.start > sections[-1].span.start:
            break
    ends_with_text = report.paragraphs and section and report.paragraphs[-1].span.start > section.span.start
    return None if ends_with_text else section


def is_bare(section: Section) -> bool:
    """Tell whether a heading stands alone: nothing on its line after the title, nothing under it.

    What is attached often stands in a file of its own.
    """
    heading = section.heading
    held = section.paragraphs or section.sections or heading.item or heading.form in ENUMERATIONS
    return not held and not is_annex(heading.title)


def _empty(siblings: tuple[Section, ...], last: Section | None) -> Iterator[Section]:
    groups: dict[str | None, list[Section]] = {}
    for section in siblings:
        groups.setdefault(section.heading.form, []).append(section)
    for group in groups.values():
        bare = [section for section in group if is_bare(section)]
        if bare:
            headed = [section for section in group if _has_body(section)]
            copied = {
                before.span.start for before, after in pairwise(group) if before.heading.title == after.heading.title
            }
            listed = {after.span.start for before, after in pairwise(group) if before.heading.item}
            left_out = copied | listed
            candidates = (section for section in bare if section.span.start not in left_out)
            yield from _ought_to_have_a_body(candidates, group, bare, headed, last)


def _ought_to_have_a_body(
    candidates: Iterable[Section],
    group: list[Section],
    bare: list[Section],
    headed: list[Section],
    last: Section | None,
) -> Iterator[Section]:
    sentences = any(other.heading.run_in or other.heading.item for other in group)
    lone = len(bare) == 1 and len(group) > 1 + sum(other.heading.item for other in group)
    all_closed = all(other.heading.closed for other in headed)
    for section in candidates:
        if not section.heading.closed:
            wanted = lone or len(bare) <= len(headed) or (len(group) == 1 and section is last)
        elif section is last:
            wanted = not sentences and len(bare) <= len(headed)
        else:
            wanted = not sentences and len(bare) < len(headed) and all_closed
        if wanted:
            yield section


def _has_body(section: Section) -> bool:
    return bool(section.sections or (section.paragraphs and not section.heading.run_in))
