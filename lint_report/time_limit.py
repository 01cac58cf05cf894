"""Ends what a plugin does while it is imported, when that takes too long.

A signal does it, which is at hand on POSIX in the main thread alone; elsewhere, and while code in C runs that lets no
other run, there is no limit. What a rule does is limited for certain, by a process of its own: see `lint_report.timed`.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

IMPORT_SECONDS = 30.0


@contextmanager
def import_limit() -> Iterator[None]:
    """Let what is imported within take no more than half a minute.

    Raises:
        TimeoutError: It took longer.
    """
    import threading

    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TimeoutError(f"was not imported within {IMPORT_SECONDS:g} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, IMPORT_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
