"""Which language messages are in."""

from __future__ import annotations

import os
from collections.abc import Mapping

from lint_report.messages import Language


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """Give English where the locale names a language other than Chinese, Chinese where it says nothing.

    The variables are those of POSIX, in their order: LC_ALL, LC_MESSAGES, LANG.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            language = value.partition(".")[0].partition("_")[0].lower()
            return "zh" if language in ("zh", "c", "posix") else "en"
    return "zh"
