"""Which reader reads which file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from lint_report.messages import Message, UserError
from lint_report.plugin_hooks import ask_plugins, implementations_of
from lint_report.readers.base import Reader
from lint_report.readers.signatures import sniff
from lint_report.records import NamedTuple

if TYPE_CHECKING:
    import pluggy


class _BuiltIn(NamedTuple):
    """A reader that comes with lint-report, known before its module (and the parser behind it) is imported."""

    module: str
    reader: str
    suffixes: tuple[str, ...]


_BUILT_IN = {
    "text": _BuiltIn("lint_report.readers.text", "TextReader", (".txt", ".text")),
    "markdown": _BuiltIn("lint_report.readers.markdown", "MarkdownReader", (".md", ".markdown")),
    "html": _BuiltIn("lint_report.readers.html", "HtmlReader", (".html", ".htm", ".xhtml")),
    "docx": _BuiltIn("lint_report.readers.docx", "DocxReader", (".docx", ".docm", ".dotx", ".dotm")),
}


class Readers(NamedTuple):
    """The readers that a run has.

    Attributes:
        added: The readers of plugins. They come before the built-in ones, so that a plugin can read a format better.
    """

    added: tuple[type[Reader], ...] = ()

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of file names that can be read, in lower case with the dot; nothing is imported for this."""
        built_in = [suffix for reader in _BUILT_IN.values() for suffix in reader.suffixes]
        return (*built_in, *(suffix for reader in self.added for suffix in reader.suffixes))

    def find(self, path: str, content: bytes) -> Reader:
        """Give the reader for a file: by its suffix, or by its content where the name says nothing."""
        suffix = os.path.splitext(path)[1].lower()
        for reader in self.added:
            if suffix in reader.suffixes:
                return reader()
        for built_in in _BUILT_IN.values():
            if suffix in built_in.suffixes:
                return _load(built_in)
        return _load(_BUILT_IN[sniff(content)])


def _load(built_in: _BuiltIn) -> Reader:
    reader: type[Reader] = getattr(import_module(built_in.module), built_in.reader)
    return reader()


def load_readers(manager: pluggy.PluginManager, origins: Mapping[str, str]) -> tuple[Readers, list[UserError]]:
    """Collect the readers of plugins.

    Args:
        manager: The plugins.
        origins: For the name of each plugin its package and version.

    Returns:
        The readers, and one error for each plugin whose readers had to be left out, with the cause.
    """
    added: list[type[Reader]] = []

    def take(given: object, _: str) -> None:
        added.extend(_readers_of(given, added))

    implementations = implementations_of(manager.hook.register_readers)
    failures = ask_plugins(implementations, origins, Message("文件格式", "readers"), take)
    return Readers(tuple(added)), failures


def _readers_of(given: object, others: Iterable[type[Reader]]) -> list[type[Reader]]:
    readers: list[type[Reader]] = []
    taken = {suffix: other for other in others for suffix in other.suffixes}
    for reader in given if isinstance(given, Iterable) else (given,):
        if not (isinstance(reader, type) and issubclass(reader, Reader)):
            raise TypeError(f"register_readers gave {reader!r}, which is no subclass of lint_report.Reader")
        suffixes = getattr(reader, "suffixes", None)
        if not isinstance(getattr(reader, "name", None), str) or not isinstance(suffixes, tuple):
            raise TypeError(f"{reader.__name__} needs a name and a tuple of suffixes")
        for suffix in suffixes:
            if not isinstance(suffix, str) or not suffix.startswith(".") or suffix != suffix.lower():
                raise ValueError(f"the suffix {suffix!r} of {reader.__name__} must be in lower case with the dot")
            if suffix in taken:
                raise ValueError(f"the suffix {suffix} of {reader.__name__} is that of {taken[suffix].__name__} too")
            taken[suffix] = reader
        readers.append(reader)
    return readers
