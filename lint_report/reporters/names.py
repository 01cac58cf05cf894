"""What people call severities and parts."""

from __future__ import annotations

from lint_report.document import Part
from lint_report.messages import Message

SEVERITIES = {
    "error": Message("错误", "error"),
    "warning": Message("警告", "warning"),
    "info": Message("提示", "info"),
}
PARTS = {
    Part.ACHIEVEMENTS: Message("成绩", "achievements"),
    Part.SHORTCOMINGS: Message("不足", "shortcomings"),
    Part.NEXT_STEPS: Message("打算", "next steps"),
    Part.INTRODUCTION: Message("导语", "introduction"),
    Part.CLOSING: Message("结语", "closing"),
}
