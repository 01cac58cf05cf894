"""The command line: finds the subcommand and runs it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TextIO

from lint_report.compiled import kept_expressions
from lint_report.language import language_of_locale
from lint_report.messages import Language, UserError

CHECK = "check"
COMMANDS = (
    "check",
    "outline",
    "rules",
    "explain",
    "config",
    "trust",
    "test",
    "new-rule",
    "new-plugin",
    "lsp",
    "completion",
)
_WORK_NOT_DONE = 2


def run(arguments: Sequence[str]) -> int:
    """Run the program and give its exit status.

    0: nothing at or above `--fail-on`; 1: findings; 2: the work could not be done whole. A first argument that is no
    subcommand is a path to check.
    """
    words = list(arguments)
    command = words.pop(0) if words and words[0] in COMMANDS else CHECK
    language = _language(words)
    _use_utf8()
    try:
        module = import_module(f"lint_report.commands.{command.replace('-', '_')}")
        with kept_expressions():
            status: int = module.run(words, language)
        sys.stdout.flush()
    except UserError as error:
        _say(error, language)
        status = _WORK_NOT_DONE
    except BrokenPipeError:  # the reader of our output has gone
        _give_up_output()
        status = _WORK_NOT_DONE
    except OSError as error:
        from lint_report.system_errors import refused

        if error.filename is None:  # it is the output that cannot be written
            _give_up_output()
        _say(refused(error), language)
        status = _WORK_NOT_DONE
    except KeyboardInterrupt:
        status = 130
    return status


def _say(error: UserError, language: Language) -> None:
    from lint_report.reporters.excerpts import show_line

    print(show_line(error.text(language)), file=sys.stderr)


def _give_up_output() -> None:
    """Let what is left of the output go nowhere: nothing more can be said there, and Python must not try at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _language(words: Sequence[str]) -> Language:
    """Find `--lang` before the arguments are parsed, for the parser's own messages are in that language too."""
    for at, word in enumerate(words):
        value = (
            word[7:]
            if word.startswith("--lang=")
            else words[at + 1]
            if word == "--lang" and at + 1 < len(words)
            else ""
        )
        if value == "en":
            return "en"
        if value == "zh":
            return "zh"
    return language_of_locale()


def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # for as long as the process lasts


def _use_utf8() -> None:
    """Write UTF-8 wherever the console is not one that says what it wants: a report in a pipe is read by programs."""
    sys.stdout = sys.stdout or _nowhere()  # where the user has closed them
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (
            not stream.isatty() or "utf" not in (stream.encoding or "").lower()
        ):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
