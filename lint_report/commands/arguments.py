"""What the subcommands' parsers share."""

from __future__ import annotations

import argparse
import os
from typing import NoReturn

from lint_report.messages import Language, Message, UserError

_COLUMNS = 80


class Parser(argparse.ArgumentParser):
    """A parser that speaks the user's language and raises what it has to complain about."""

    def __init__(self, program: str, description: Message, language: Language) -> None:
        super().__init__(
            prog=program,
            description=description.text(language),
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self.language: Language = language

    def group(self, title: Message) -> argparse._ArgumentGroup:
        """Begin a group of options in the help."""
        return self.add_argument_group(title.text(self.language))

    def add_common(self) -> None:
        """Add the options that every subcommand has."""
        group = self.group(Message("其他", "other"))
        group.add_argument("--lang", choices=("zh", "en"), help=self.words("语言", "language of messages"))
        group.add_argument("-h", "--help", action="help", help=self.words("显示本说明", "show this help"))

    def words(self, zh: str, en: str) -> str:
        """Give a help text in the user's language."""
        return (en if self.language == "en" else zh).replace("%", "%%")

    def error(self, message: str) -> NoReturn:
        """Raise the complaint, with the way to help."""
        raise UserError(
            f"命令用法有误：{message}；{self.prog} --help 列出全部选项",
            f"wrong usage: {message}; {self.prog} --help lists all options",
        )


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Lays out the help; it asks for the width of the terminal without importing what packs archives."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return int(os.environ.get("COLUMNS", "")) or os.get_terminal_size().columns or _COLUMNS
    except (ValueError, OSError):
        return _COLUMNS
