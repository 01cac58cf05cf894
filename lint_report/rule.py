"""What a rule is, and what it yields."""

from __future__ import annotations

import enum
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, Generic, TypeAlias, TypeVar

from lint_report.messages import Message
from lint_report.records import NamedTuple
from lint_report.source import Span

if TYPE_CHECKING:
    from lint_report.document import Document
    from lint_report.documentation import RuleDocumentation

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"


_NO_DATA: Mapping[str, Json] = MappingProxyType({})


class Severity(enum.StrEnum):
    """How loud a finding is. `off` silences a rule altogether."""

    OFF = "off"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Order the severities, `off` lowest."""
        return ("off", "info", "warning", "error").index(self.value)


class Edit(NamedTuple):
    """Replace a stretch of the text by another text."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that mend a finding, all of them or none.

    Attributes:
        edits: They must not overlap.
        safe: Whether the mended text is certainly what was meant. What is only likely is unsafe, and what would be a
            guess is no fix.
    """

    edits: tuple[Edit, ...]
    safe: bool


class Finding(NamedTuple):
    """One thing that an editor would change.

    Attributes:
        span: Where it is, in offsets of the document's text.
        message: What is wrong and what to do, one sentence in Chinese and one in English.
        data: The facts behind it (the expected number, the sum), for programs.
        fix: How to mend it, where that is certain or likely.
        places: All places, when the finding stands for many; the core gives them as lines and columns in the
            finding's data.
    """

    span: Span
    message: Message
    data: Mapping[str, Json] = _NO_DATA
    fix: Fix | None = None
    places: tuple[Span, ...] = ()


class NoOptions(NamedTuple):
    """The options of a rule that has none."""


OptionsT_co = TypeVar("OptionsT_co", covariant=True)


class Rule(ABC, Generic[OptionsT_co]):
    """One check. A subclass states what it is in class attributes and in its docstring, and looks in `check`.

    The docstring holds a summary and the sections What, Why, Bad, Good and Source (see `lint_report.documentation`);
    explanation, documentation page and schema come from it and from the options.

    Attributes:
        name: In kebab case, naming the fault; the file has the same name with underscores.
        code: A capital letter and three digits, never used for anything else.
        severity: How loud its findings are unless the configuration says otherwise.
        aliases: Names that it once had.
        options_type: A frozen data class with a default for every option.
        documentation: What `explain` says, where that does not stand in the docstring.
        reads_files: Whether it reads other files than the one it checks, so that its findings cannot be kept for the
            next run.
        options: The options for this run.
    """

    name: ClassVar[str]
    code: ClassVar[str]
    severity: ClassVar[Severity] = Severity.WARNING
    aliases: ClassVar[tuple[str, ...]] = ()
    options_type: ClassVar[type] = NoOptions
    documentation: ClassVar[RuleDocumentation | None] = None
    reads_files: ClassVar[bool] = False
    options: OptionsT_co

    def __init__(self, options: OptionsT_co) -> None:
        self.options = options

    @abstractmethod
    def check(self, document: Document) -> Iterator[Finding]:
        """Yield what is wrong in a document.

        Args:
            document: Everything that is known of the file.
        """
