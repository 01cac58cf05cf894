"""Completion for shells, made from the parsers of the command line, so that it never lags behind them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a subcommand.

    Attributes:
        names: As they are typed: `-h`, `--help`.
        about: What it does.
        takes: Whether a value follows.
        values: The values that there are; empty where any is taken, or files.
        files: Whether the value is a file.
    """

    names: tuple[str, ...]
    about: str
    takes: bool
    values: tuple[str, ...]
    files: bool


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand.

    Attributes:
        name: As it is typed.
        about: What it does, in one line.
        options: Its options.
        values: What its arguments may be; empty where they are files.
        files: Whether its arguments are files.
    """

    name: str
    about: str
    options: tuple[Option, ...]
    values: tuple[str, ...]
    files: bool


def read_command(name: str, parser: argparse.ArgumentParser, values: Mapping[str, Sequence[str]]) -> Command:
    """Read a subcommand from its parser.

    Args:
        name: Its name.
        parser: Its parser.
        values: What there is to choose from, by the placeholder that stands for it in the help (RULES, PATH …) or by
            option.
    """
    options: list[Option] = []
    arguments: tuple[str, ...] = ()
    files = False
    for action in parser._actions:  # noqa: SLF001  # argparse has no other way to say what it knows
        known = _values(action, values)
        if action.option_strings:
            takes = action.nargs != 0
            about = (action.help or "").replace("%%", "%")
            is_file = takes and not known and action.metavar in ("FILE", "FORMAT=PATH")
            options.append(Option(tuple(action.option_strings), about, takes, known, is_file))
        elif known:
            arguments = known
        else:
            files = True
    about = (parser.description or "").splitlines()[0]
    return Command(name, about, tuple(options), arguments, files)


def _values(action: argparse.Action, values: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    if action.choices:
        return tuple(map(str, action.choices))
    for key in (*action.option_strings, action.dest):
        if key in values:
            return tuple(values[key])
    return ()
