"""JSON that may go to a terminal and through programs that read line by line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint_report.rule import Json

# Controls that JSON lets stand raw, what turns the direction of text around, line ends that are none to JSON, halves of
# surrogate pairs (a file name that is not UTF-8 holds them), marks that cannot be seen.
_RAW = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def json_text(value: Json, indent: int | None = None) -> str:
    """Give a value as JSON in which Chinese stands as it is and what cannot be seen stands as `\\uXXXX`.

    Args:
        value: What to write.
        indent: Spaces for each level; None for one line.
    """
    return _RAW.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1]
