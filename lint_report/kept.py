"""Files that this package keeps from run to run beside its bytecode: what takes long to make anew at every start.

Such a file is what a .pyc is: it stands in the same folder, is written when they are (not under `python -B` or
PYTHONDONTWRITEBYTECODE, and not where the user may not write), and is trusted as they are. It holds nothing of any
draft. It says what it holds for, and a checksum tells when it is damaged; one that is amiss is as good as none.

What stands in it: a line with the checksum of the rest, a line with what it holds for, and the content.
"""

from __future__ import annotations

import os
import sys
from binascii import crc32
from collections.abc import Iterable
from contextlib import suppress


def kept_in(name: str) -> str | None:
    """Give the path of a kept file; None where this package has no folder for bytecode, as in an archive."""
    bytecode = __spec__.cached
    return bytecode and os.path.join(os.path.dirname(bytecode), f"{name}.{sys.implementation.cache_tag}.bin")


def read_kept(path: str | None, holds_for: str) -> memoryview | None:
    """Read the content of a kept file; None where it is not there, is damaged or holds for something else."""
    try:
        with open(path or "", "rb") as file:
            checksum, known = file.readline(), file.readline()
            content = file.read()
    except OSError:
        return None
    whole = (checksum, known) == (_checksum(known, content), _line(holds_for))
    return memoryview(content) if whole else None


def write_kept(path: str | None, holds_for: str, parts: Iterable[bytes | memoryview]) -> None:
    """Write a kept file whole, where that may be; whoever reads it or writes it too meets the old one or a new one."""
    if not path or sys.dont_write_bytecode:
        return
    known, content = _line(holds_for), b"".join(parts)
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "xb") as file:
            file.writelines((_checksum(known, content), known, content))
        os.replace(temporary, path)
    except OSError:  # a folder that the user may not write to, a full disk
        with suppress(OSError):
            os.unlink(temporary)


def _line(holds_for: str) -> bytes:
    return holds_for.replace("\n", " ").encode() + b"\n"


def _checksum(known: bytes, content: bytes) -> bytes:
    return b"%08x\n" % crc32(content, crc32(known))
