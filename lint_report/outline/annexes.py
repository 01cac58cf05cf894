"""Annexes: the lines that end a report and begin what is attached to it."""

from __future__ import annotations

from lint_report.document import Report
from lint_report.patterns import Pattern

_ANNEX = Pattern(
    r"(?:《[^《》]{2,20}》)?附(?:件|表|录|錄)[ 　]?(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})?[ 　]?[：:]?"
)

# What follows explains or tables what the report says, in its words.
_NOTES = Pattern(
    r"(?m)^[ \u3000]*(?:附件?[一二三四五\d]{0,2}[ ：:、]?.{0,24}|附[录錄表].{0,20}|(?:注释|注解|注)[：:]?"
    r"|报告原文[：:].*"
    r"|.{0,24}(?:名词|用语|词语|术语|名詞|报告》)(?:解释|注释|注解|说明|解釋|释义|釋義)[^。，]{0,8}"
    r"|(?:\d{4}年|[^。，]{2,8}[省市县区州])[^。，]{0,12}实事(?:项目|计划|清单|目录)?)[ \u3000]*$"
)


def is_annex(line: str) -> bool:
    """Tell whether a line, without surrounding space, is 附件, 附件2, 附表一： or the like and holds nothing else."""
    return _ANNEX.fullmatch(line) is not None


def annex_start(text: str, report: Report) -> int:
    """Give where the notes and tables behind a report begin; its end where it has none."""
    middle = (report.span.start + report.span.end) // 2
    match = _NOTES.search(text, middle, report.span.end)
    return match.start() if match else report.span.end
