"""Compiled regular expressions, kept from run to run beside the bytecode of this package.

Compiling the expressions that a draft of 30 kB calls for took 80 ms, more than all other work on it: Python compiles
them in Python. What an expression is compiled to is a list of numbers; with the lists in a file, making the same
expressions takes 3 ms.

Python looks through such numbers before it uses them, but numbers made on purpose can crash it, so they are taken from
no place from which no code would be taken (see `lint_report.kept`). They hold for one build of Python, which the file
names; whatever is amiss, `re.compile` is used, and nothing else differs.

What stands in the file, one after the other: how many expressions there are; the fields, each for all expressions: a
checksum of the source, the sizes of source, names of groups and numbers, the flags as given and as compiled, and how
many groups there are; then for each its numbers (all these of four bytes); and then for each its source and the names
of its groups, in UTF-8. An expression is taken out when it is asked for: most runs ask for few.

`_sre`, `re._parser` and `re._compiler` are private to Python. They are met in this module alone, and
`tests/test_compiled.py` tells when a Python has changed them.
"""

from __future__ import annotations

import re
import sys
from binascii import crc32
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import accumulate, chain, islice
from operator import add
from typing import Any

from lint_report.kept import kept_in, read_kept, write_kept
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple

_SIZE = 4  # bytes of a number
_FIELDS = 7
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
    before = Pattern.compiler
    expressions = use_kept_expressions()
    try:
        yield
    finally:
        Pattern.compiler = before
        expressions.keep()


def use_kept_expressions() -> CompiledExpressions:
    """Have every `Pattern` of this process take what it is compiled to from the file."""
    expressions = CompiledExpressions(kept_in("expressions"))
    Pattern.compiler = expressions.compile
    return expressions


class CompiledExpressions:
    """Compiles expressions, and keeps what they are compiled to.

    Args:
        path: In which file; None to keep nothing.
    """

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._kept = _read(path)
        self._new: dict[Key, _Entry] = {}

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """Give what `re.compile` gives."""
        key = source, int(flags)
        try:
            entry = self._new.get(key) or (self._kept.find(key) if self._kept else None)
            if entry is None:
                entry = self._new[key] = _compile(*key)
            return entry.make(source)
        except Exception:  # noqa: BLE001  # private to Python: whatever it says, there is the public way
            self._new.pop(key, None)
            return re.compile(source, flags)

    def keep(self) -> None:
        """Write what was compiled in this run, with what is kept by now: other processes may have written too."""
        if self._path and self._new:
            kept = _read(self._path)
            every = self._new | dict(kept.all()) if kept else self._new
            write_kept(self._path, _build(), _content(dict(islice(every.items(), _MOST))))


class _Kept:
    """The content of the file.

    Raises:
        ValueError, LookupError: It is not of the form above.
    """

    def __init__(self, content: memoryview) -> None:
        (count,) = content[:_SIZE].cast("I")
        fields = content[_SIZE : _SIZE + count * _FIELDS * _SIZE].cast("I").tolist()
        checksums, *self._fields = (fields[at * count : (at + 1) * count] for at in range(_FIELDS))
        sources, names, codes, *_ = self._fields
        self._codes = [*accumulate((size * _SIZE for size in codes), initial=_SIZE + len(fields) * _SIZE)]
        self._texts = [*accumulate(map(add, sources, names), initial=self._codes[-1])]
        self._places = dict(zip(checksums, range(count), strict=True))
        self._content = content

    def find(self, key: Key) -> _Entry | None:
        """Give what an expression is compiled to; None where that is not kept."""
        at = self._places.get(_checksum(key))
        return self._entry(at) if at is not None and self._key(at) == key else None

    def all(self) -> Iterator[tuple[Key, _Entry]]:
        """Yield everything."""
        for at in self._places.values():
            yield self._key(at), self._entry(at)

    def _key(self, at: int) -> Key:
        start, size = self._texts[at], self._fields[0][at]
        return str(self._content[start : start + size], "utf-8", "surrogatepass"), self._fields[3][at]

    def _entry(self, at: int) -> _Entry:
        source_size, _, _, _, flags, groups = (field[at] for field in self._fields)
        names = str(self._content[self._texts[at] + source_size : self._texts[at + 1]], "utf-8")
        return _Entry(flags, groups, names, self._content[self._codes[at] : self._codes[at + 1]])


def _checksum(key: Key) -> int:
    source, flags = key
    return crc32(source.encode("utf-8", "surrogatepass"), flags)


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


def _build() -> str:
    """Give what the numbers depend on."""
    return f"3 {sys.implementation.name} {sys.version} {_sre.MAGIC} {sys.byteorder}"


def _content(entries: dict[Key, _Entry]) -> Iterator[bytes | memoryview]:
    texts = [(source.encode("utf-8", "surrogatepass"), entry.names.encode()) for (source, _), entry in entries.items()]
    fields = [
        (_checksum(key), len(source), len(names), len(entry.code) // _SIZE, key[1], entry.flags, entry.groups)
        for (key, entry), (source, names) in zip(entries.items(), texts, strict=True)
    ]
    yield _numbers([len(entries), *chain.from_iterable(zip(*fields, strict=True))])
    yield from (entry.code for entry in entries.values())
    yield from chain.from_iterable(texts)


def _read(path: str | None) -> _Kept | None:
    """Read the file; None where it is not there, or is not what this module writes with this Python."""
    content = read_kept(path, _build())
    try:
        return _Kept(content) if content else None
    except (ValueError, LookupError):
        return None
