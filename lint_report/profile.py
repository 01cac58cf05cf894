"""Where the time of a run goes: by stage, and by rule."""

from __future__ import annotations

from collections import defaultdict
from time import perf_counter

from lint_report.messages import Language, Message

_STAGES = {
    "start": Message("启动", "start"),
    "read": Message("读取文件", "reading"),
    "outline": Message("分析结构", "outline"),
    "rules": Message("规则之间", "between rules"),
    "report": Message("输出报告", "report"),
}


class Profile:
    """Keeps the time: whatever begins ends what was going on before.

    Attributes:
        seconds: By stage and by rule.
    """

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._going_on = "start"
        self._since = perf_counter()

    def begin(self, name: str) -> bool:
        """Note that a stage or a rule begins; give True, as what watches over rules does for each that may run."""
        now = perf_counter()
        self.seconds[self._going_on] += now - self._since
        self._going_on, self._since = name, now
        return True

    def table(self, language: Language) -> str:
        """Give the times as lines, the longest first."""
        self.begin(self._going_on)
        total = sum(self.seconds.values())
        lines = [
            f"{seconds * 1000:>10.1f} ms {seconds / total:>6.1%}  {_name(stage, language)}"
            for stage, seconds in sorted(self.seconds.items(), key=lambda item: -item[1])
        ]
        return "\n".join([*lines, f"{total * 1000:>10.1f} ms {1:>6.0%}  {Message('合计', 'total').text(language)}"])


def _name(stage: str, language: Language) -> str:
    return _STAGES[stage].text(language) if stage in _STAGES else stage
