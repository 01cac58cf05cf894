"""Compiled regular expressions, kept from run to run beside the bytecode of this package.

Compiling the expressions that a draft of 30 kB calls for took 80 ms, more than all other work on it: Python compiles
them in Python. What an expression is compiled to is a list of numbers; with the lists in a file, making the same
expressions takes 3 ms.

The file is to expressions what a .pyc is to modules. It stands in the same folder, is written when they are (not under
`python -B` or PYTHONDONTWRITEBYTECODE, and not where the user may not write), and is trusted as they are: Python looks
through such numbers before it uses them, but numbers made on purpose can crash it, so they are taken from no place
from which no code would be taken. It holds nothing of any draft. The numbers hold for one build of Python, which the
file names, and a checksum tells when it is damaged; whatever is amiss, `re.compile` is used, and nothing else differs.

What stands in it, one after the other: a line with the checksum of the rest; a line with the build; a line with how
many numbers there are; the numbers, four bytes each (how many expressions there are; for each the sizes of its three
other parts, its flags as given and as compiled, and how many groups it has; then for each what it is compiled to); and
the text, in UTF-8: for each expression its source and the names of its groups.

`_sre`, `re._parser` and `re._compiler` are private to Python. They are met in this module alone, and
`tests/test_compiled.py` tells when a Python has changed them.
"""

from __future__ import annotations

import os
import re
import sys
from binascii import crc32
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import islice
from typing import Any

from lint_report.patterns import Pattern
from lint_report.records import NamedTuple

_SIZE = 4  # bytes of a number
_FIELDS = 6
_MOST = 2000
_sre: Any = import_module("_sre")  # typed as it is: private

Key = tuple[str, int]
"""Source and flags of an expression."""


class _Entry(NamedTuple):
    """What an expression is compiled to.

    Attributes:
        flags: Those given and those that its source sets.
        groups: How many there are.
        names: Those of the groups, in their order, parted by commas; empty for a group without.
        code: The numbers, four bytes each.
    """

    flags: int
    groups: int
    names: str
    code: memoryview

    def make(self, source: str) -> re.Pattern[str]:
        """Make the expression.

        Raises:
            RuntimeError, ValueError, TypeError, OverflowError: This is none.
        """
        names = (None, *(name or None for name in self.names.split(","))) if self.groups else (None,)
        index = {name: at for at, name in enumerate(names) if name}
        made: re.Pattern[str] = _sre.compile(
            source, self.flags, self.code.cast("I").tolist(), self.groups, index, names
        )
        return made


@contextmanager
def kept_expressions() -> Iterator[None]:
    """Have every `Pattern` take what it is compiled to from the file, and write what is new there in the end."""
    expressions = CompiledExpressions(kept_in())
    before = Pattern.compiler
    Pattern.compiler = expressions.compile
    try:
        yield
    finally:
        Pattern.compiler = before
        expressions.keep()


def kept_in() -> str | None:
    """Give the path of the file; None where this package has no folder for bytecode, as in an archive."""
    bytecode = __spec__.cached
    return bytecode and os.path.join(os.path.dirname(bytecode), f"expressions.{sys.implementation.cache_tag}.bin")


class CompiledExpressions:
    """Compiles expressions, and keeps what they are compiled to.

    Args:
        path: In which file; None to keep nothing.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._kept = _read(path) if path else {}
        self._new: dict[Key, _Entry] = {}

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """Give what `re.compile` gives."""
        key = source, int(flags)
        entry = self._kept.get(key)
        try:
            if entry is None:
                entry = self._new[key] = _compile(source, int(flags))
            return entry.make(source)
        except Exception:  # noqa: BLE001  # private to Python: whatever it says, there is the public way
            self._new.pop(key, None)
            return re.compile(source, flags)

    def keep(self) -> None:
        """Write what was compiled in this run, with what was kept before."""
        if self._path and self._new and not sys.dont_write_bytecode:
            _write(self._path, _content(dict(islice((self._new | self._kept).items(), _MOST))))


def _compile(source: str, flags: int) -> _Entry:
    """Compile as `re._compiler.compile` does, for the numbers."""
    compiler: Any = import_module("re._compiler")
    if _sre.CODESIZE != _SIZE or sys.implementation.name != "cpython":
        raise NotImplementedError
    tree = compiler._parser.parse(source, flags)  # noqa: SLF001  # see the module's text
    code = [int(number) for number in compiler._code(tree, flags)]  # noqa: SLF001  # the same
    names = [""] * tree.state.groups
    for name, at in tree.state.groupdict.items():
        names[at] = name
    return _Entry(int(flags | tree.state.flags), tree.state.groups - 1, ",".join(names[1:]), _numbers(code))


def _numbers(numbers: list[int]) -> memoryview:
    from array import array  # only what is new is written

    return memoryview(array("I", numbers)).cast("B")


def _build() -> bytes:
    """Give what the numbers depend on."""
    return f"1 {sys.implementation.name} {sys.version} {_sre.MAGIC} {sys.byteorder}".replace("\n", " ").encode()


def _content(entries: dict[Key, _Entry]) -> bytes:
    table = [len(entries)]
    texts: list[str] = []
    for (source, flags), entry in entries.items():
        sizes = (len(source), len(entry.names), len(entry.code) // _SIZE)
        table += (*sizes, flags, entry.flags, entry.groups)
        texts += (source, entry.names)
    count = len(table) + sum(len(entry.code) for entry in entries.values()) // _SIZE
    codes = (entry.code for entry in entries.values())
    text = "".join(texts).encode("utf-8", "surrogatepass")
    rest = b"".join((_build(), b"\n%d\n" % count, _numbers(table), *codes, text))
    return b"%08x\n" % crc32(rest) + rest


def _write(path: str, content: bytes) -> None:
    """Write the file whole; whoever reads it or writes it too meets the old one or a new one."""
    temporary = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "xb") as file:
            file.write(content)
        os.replace(temporary, path)
    except OSError:  # a folder that the user may not write to, a full disk
        with suppress(OSError):
            os.unlink(temporary)


def _read(path: str) -> dict[Key, _Entry]:
    """Read the file; nothing where it is not there, or is not what this module writes with this Python."""
    try:
        with open(path, "rb") as file:
            checksum, build, count = (file.readline() for _ in range(3))
            rest = file.read()
        known = b"%08x\n" % crc32(rest, crc32(build + count))
        return _entries(memoryview(rest), int(count)) if (checksum, build) == (known, _build() + b"\n") else {}
    except (OSError, ValueError, LookupError):
        return {}


def _entries(content: memoryview, count: int) -> dict[Key, _Entry]:
    numbers = content[: count * _SIZE].cast("I")
    text = str(content[count * _SIZE :], "utf-8", "surrogatepass")
    table = numbers[1 : 1 + numbers[0] * _FIELDS].tolist()
    code, at = (1 + len(table)) * _SIZE, 0
    found: dict[Key, _Entry] = {}
    for source_size, names_size, code_size, given, flags, groups in zip(*[iter(table)] * _FIELDS, strict=True):
        source = text[at : at + source_size]
        names = text[at + source_size : at + source_size + names_size]
        found[source, given] = _Entry(flags, groups, names, content[code : code + code_size * _SIZE])
        at += source_size + names_size
        code += code_size * _SIZE
    return found
