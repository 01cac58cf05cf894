"""Which reader reads which file, and what is loaded for it."""

from __future__ import annotations

import subprocess
import sys

import pluggy
import pytest

from lint_report import hookspecs
from lint_report.messages import UserError
from lint_report.readers import Reader, Readers, load_readers, read_source
from lint_report.readers.docx import DocxReader
from lint_report.readers.html import HtmlReader
from lint_report.readers.markdown import MarkdownReader
from lint_report.readers.text import TextReader
from lint_report.source import Source
from tests.readers.word_files import paragraph, word_file

BUILT_IN = (TextReader, MarkdownReader, HtmlReader, DocxReader)
HEAVY = (
    "markdown_it",
    "html.parser",
    "xml.parsers.expat",
    "xml.etree.ElementTree",
    "zipfile",
    "docx",
    "lxml",
    "difflib",
)


class LogReader(Reader):
    name = "log"
    suffixes = (".log", ".txt")

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:  # noqa: ARG002
        return Source(path, content.decode().upper(), format=self.name)


class Loud(LogReader):
    suffixes = (".LOG", ".txt")


class Nameless(Reader):
    suffixes = (".x",)

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:  # noqa: ARG002
        return Source(path, content.decode())


def manager_with(readers: object) -> pluggy.PluginManager:
    class Plugin:
        @hookspecs.hookimpl
        def register_readers(self) -> object:
            if isinstance(readers, BaseException):
                raise readers
            return readers

    manager = hookspecs.make_manager()
    manager.register(Plugin(), "logs")
    return manager


def test_hooks_are_marked_as_pluggy_marks_them() -> None:
    def register_readers() -> None: ...

    ours, theirs = hookspecs.hookimpl, pluggy.HookimplMarker(hookspecs.PROJECT)
    assert vars(ours(register_readers)).copy() == vars(theirs(register_readers))
    assert vars(ours(tryfirst=True)(register_readers)).copy() == vars(theirs(tryfirst=True)(register_readers))


def test_the_table_says_what_the_readers_say() -> None:
    assert list(Readers().suffixes) == [suffix for reader in BUILT_IN for suffix in reader.suffixes]
    for reader in BUILT_IN:
        for suffix in reader.suffixes:
            assert type(Readers().find(f"a{suffix.upper()}", b"")) is reader


def test_content_decides_where_the_name_says_nothing() -> None:
    for path in ("-", "报告", "report.bak"):
        assert read_source("工作总结".encode(), path).format == "text"
        assert read_source(b"\xef\xbb\xbf  <!DOCTYPE html>\n<p>x", path).format == "html"
        assert read_source(b"<?xml version='1.0'?><!-- x --><html>", path).format == "html"
        assert read_source(word_file(paragraph("甲")), path).format == "docx"


@pytest.mark.parametrize("path", ["draft.doc", "draft.wps", "draft.pdf", "-"])
def test_what_must_be_converted_says_how(path: str) -> None:
    for content in (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), b"%PDF-1.4\n"):
        with pytest.raises(UserError) as caught:
            read_source(content, path)
        assert "请在 Word 或 WPS 中打开，另存为 .docx" in caught.value.message.zh


def test_readers_of_plugins_come_first() -> None:
    readers, failures = load_readers(manager_with([LogReader]), {})
    assert failures == []
    assert readers.suffixes[-2:] == (".log", ".txt")
    assert read_source(b"abc", "a.log", readers=readers).text == "ABC"
    assert read_source(b"abc", "a.txt", readers=readers).text == "ABC"
    assert read_source(b"# abc", "a.md", readers=readers).text == "abc"


@pytest.mark.parametrize("given", [[int], 3, RuntimeError("broken"), [LogReader()], SystemExit(1), [Loud], [Nameless]])
def test_a_plugin_with_broken_readers_is_named(given: object) -> None:
    readers, (failure,) = load_readers(manager_with(given), {"logs": "logs 1.0"})
    assert readers == Readers()
    assert "logs 1.0" in failure.message.zh


def test_second_reader_of_a_suffix_is_named() -> None:
    manager = manager_with([LogReader])
    others = manager_with([LogReader]).get_plugin("logs")
    manager.register(others, "other-logs")
    readers, (failure,) = load_readers(manager, {})
    assert readers.added == (LogReader,)
    assert ".log" in failure.message.zh


def test_plain_text_loads_no_parser() -> None:
    code = (
        "import sys; from lint_report.readers import Readers, read_source; Readers().suffixes;"
        "read_source('工作总结 <!-- lint-report: x -->'.encode(), 'a.txt');"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
