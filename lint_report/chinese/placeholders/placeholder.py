"""What a placeholder is."""

from __future__ import annotations

import enum

from lint_report.records import NamedTuple
from lint_report.source import Span


class Kind(enum.IntEnum):
    """What a placeholder stands for."""

    YEAR = enum.auto()
    NUMBER = enum.auto()
    NAME = enum.auto()
    REDACTION = enum.auto()


class Placeholder(NamedTuple):
    """A stretch of text that stands for something else, with the word that tells for what: 20xx年, XX镇, X件."""

    span: Span
    kind: Kind
