"""Compiled regular expressions, kept from run to run beside the bytecode of this package.

Compiling the expressions that a draft of 30 kB calls for took 80 ms, more than all other work on it: Python compiles
them in Python. What an expression is compiled to is a list of numbers; with the lists in a file, making the same
expressions takes 3 ms.

Python looks through such numbers before it uses them, but numbers made on purpose can crash it, so they are taken from
no place from which no code would be taken (see `lint_report.kept`). They hold for one build of Python, which the file
names; whatever is amiss, `re.compile` is used, and nothing else differs.

What stands in the file, one after the other: the numbers, four bytes each (how many there are; how many expressions
there are; for each the sizes of its three other parts, its flags as given and as compiled, and how many groups it has;
then for each what it is compiled to); and the text, in UTF-8: for each expression its source and the names of its
groups.

`_sre`, `re._parser` and `re._compiler` are private to Python. They are met in this module alone, and
`tests/test_compiled.py` tells when a Python has changed them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from itertools import islice
from typing import Any

from lint_report.kept import kept_in, read_kept, write_kept
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
        entry = self._kept.get(key)
        try:
            if entry is None:
                entry = self._new[key] = _compile(source, int(flags))
            return entry.make(source)
        except Exception:  # noqa: BLE001  # private to Python: whatever it says, there is the public way
            self._new.pop(key, None)
            return re.compile(source, flags)

    def keep(self) -> None:
        """Write what was compiled in this run, with what is kept by now: other processes may have written too."""
        if self._path and self._new:
            every = dict(islice((self._new | _read(self._path)).items(), _MOST))
            write_kept(self._path, _build(), _content(every))


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
    return f"2 {sys.implementation.name} {sys.version} {_sre.MAGIC} {sys.byteorder}"


def _content(entries: dict[Key, _Entry]) -> Iterator[bytes | memoryview]:
    table = [len(entries)]
    texts: list[str] = []
    for (source, flags), entry in entries.items():
        sizes = (len(source), len(entry.names), len(entry.code) // _SIZE)
        table += (*sizes, flags, entry.flags, entry.groups)
        texts += (source, entry.names)
    yield _numbers([1 + len(table) + sum(len(entry.code) for entry in entries.values()) // _SIZE, *table])
    yield from (entry.code for entry in entries.values())
    yield "".join(texts).encode("utf-8", "surrogatepass")


def _read(path: str | None) -> dict[Key, _Entry]:
    """Read the file; nothing where it is not there, or is not what this module writes with this Python."""
    content = read_kept(path, _build())
    try:
        return _entries(content) if content else {}
    except (ValueError, LookupError):
        return {}


def _entries(content: memoryview) -> dict[Key, _Entry]:
    count, many = content[: 2 * _SIZE].cast("I")
    text = str(content[count * _SIZE :], "utf-8", "surrogatepass")
    table = content[2 * _SIZE :][: many * _FIELDS * _SIZE].cast("I").tolist()
    code, at = (2 + len(table)) * _SIZE, 0
    found: dict[Key, _Entry] = {}
    for source_size, names_size, code_size, given, flags, groups in zip(*[iter(table)] * _FIELDS, strict=True):
        source = text[at : at + source_size]
        names = text[at + source_size : at + source_size + names_size]
        found[source, given] = _Entry(flags, groups, names, content[code : code + code_size * _SIZE])
        at += source_size + names_size
        code += code_size * _SIZE
    return found
