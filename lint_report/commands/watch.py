"""`lint-report --watch`: check again whenever a file or a configuration changes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from typing import NoReturn, TypeAlias

from lint_report.commands.check import Session, say
from lint_report.config.layers import FILE_NAMES
from lint_report.messages import Language, Message, UserError
from lint_report.paths import STANDARD_INPUT, Found

_INTERVAL = 0.5
_SHARE = 10  # a look at many files may take a tenth of the time at most
_WAITING = Message("等待改动……（Ctrl-C 结束）", "waiting for changes … (Ctrl-C ends)")
_Stamps: TypeAlias = dict[str, tuple[int, int]]


def watch(begin: Callable[[], Session], named: Iterable[str], language: Language) -> NoReturn:
    """Work, wait until something changes, and work again, until the user interrupts.

    A configuration that is wrong is said, and what was right before tells which files to look at.

    Args:
        begin: Begins a run, which reads the configuration anew.
        named: Further files to look at: the configuration and the baseline that the user named.
        language: The language of messages.

    Raises:
        UserError: The first run could not begin.
    """
    others = tuple(named)
    session = begin()
    while True:
        before = _stamps(session.files(), others)
        try:
            session.act()
        except UserError as error:
            say(Message(error.text("zh"), error.text("en")), language)
        say(_WAITING, language)
        session = _begin_anew(begin, _wait(session, others, before), others, language)


def _begin_anew(begin: Callable[[], Session], last: Session, others: tuple[str, ...], language: Language) -> Session:
    while True:
        before = _stamps(last.files(), others)
        try:
            return begin()
        except UserError as error:
            say(Message(error.text("zh"), error.text("en")), language)
            _wait(last, others, before)


def _wait(session: Session, others: tuple[str, ...], before: _Stamps) -> Session:
    """Return when the files are not as they were."""
    while True:
        began = time.monotonic()
        if _stamps(session.files(), others) != before:
            return session
        time.sleep(max(_INTERVAL, _SHARE * (time.monotonic() - began)))


def _stamps(files: Iterable[Found], others: tuple[str, ...]) -> _Stamps:
    """Give time and size of the files, and of every configuration that may hold for them."""
    stamps: _Stamps = {}
    folders = {os.getcwd()}
    for found in files:
        if found.path != STANDARD_INPUT:
            _stamp(found.path, stamps)
            folders.add(os.path.dirname(os.path.abspath(found.path)))
    for folder in _with_parents(folders):
        for name in (*FILE_NAMES, "pyproject.toml"):
            _stamp(os.path.join(folder, name), stamps)
    for path in others:
        _stamp(path, stamps)
    return stamps


def _stamp(path: str, stamps: _Stamps) -> None:
    try:
        status = os.stat(path)
    except OSError:
        return
    stamps[path] = status.st_mtime_ns, status.st_size


def _with_parents(folders: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for folder in folders:
        while folder not in found:
            found.add(folder)
            folder = os.path.dirname(folder)  # noqa: PLW2901  # upwards, until the root or a folder that was met
    return found
