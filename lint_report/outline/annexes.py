"""Annexes: the lines that end a report and begin what is attached to it."""

from __future__ import annotations

from lint_report.patterns import Pattern

_ANNEX = Pattern(
    r"(?:《[^《》]{2,20}》)?附(?:件|表|录|錄)[ 　]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})?[ 　]?[：:]?"
)


def is_annex(line: str) -> bool:
    """Tell whether a line, without surrounding space, is 附件, 附件2, 附表一： or the like and holds nothing else."""
    return _ANNEX.fullmatch(line) is not None
