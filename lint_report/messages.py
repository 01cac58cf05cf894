"""Messages in two languages, and errors that are meant for the user."""

from __future__ import annotations

from typing import Literal

from lint_report.records import NamedTuple

Language = Literal["zh", "en"]


class Message(NamedTuple):
    """One sentence in Chinese and in English."""

    zh: str
    en: str

    def text(self, language: Language) -> str:
        """Give the sentence in one language."""
        return self.en if language == "en" else self.zh


class UserError(Exception):
    """Something that the user can mend: shown as one line, never as a traceback.

    Attributes:
        message: What is wrong and what to do.
        path: The file in which it is wrong, when there is one.
        line: Its line, counted from 1, when it is known.
    """

    def __init__(self, zh: str, en: str, *, path: str | None = None, line: int | None = None) -> None:
        super().__init__(en)
        self.message = Message(zh, en)
        self.path = path
        self.line = line

    def text(self, language: Language) -> str:
        """Give the whole line: the place, then the message."""
        place = "" if self.path is None else f"{self.path}:" if self.line is None else f"{self.path}:{self.line}:"
        return f"{place} {self.message.text(language)}" if place else self.message.text(language)

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross from a worker process to the parent."""
        return _rebuild, (*self.message, self.path, self.line)


def _rebuild(zh: str, en: str, path: str | None, line: int | None) -> UserError:
    return UserError(zh, en, path=path, line=line)
