"""Markdown: CommonMark 0.31 with the tables and the strikethrough of GitHub."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lint_report.readers.base import Reader
from lint_report.readers.decoding import decode
from lint_report.readers.directives import remark_of
from lint_report.readers.extract import Extract
from lint_report.readers.html import extract_html
from lint_report.source import Source, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\n|\r")
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]{0,9}(?:\r\n|\n|\r)(?=\S)")
_FRONT_MATTER_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
_ITEM_NUMBER = re.compile(r"[0-9]{1,9}[.)](?=[ \t])")
_SPACES = " \t\n\v\f\r"  # what the parser trims; wider spaces are text
_Places = list[tuple[int, int]]  # pairs (offset in the content of a block, offset in the file), ascending


class MarkdownReader(Reader):
    """Reads Markdown: the text that a page made from it shows, with headings, and nothing of the markup.

    Line ends within a paragraph stay, and so do the numbers of lists, as they are written. Code, quotations,
    descriptions of images and what is struck out are in the text but skipped; front matter and the targets of links are
    not in it. Each cell of a table is a line.
    """

    name = "markdown"
    suffixes = (".md", ".markdown")

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:
        """Decode the content and take the text out of it; see `Reader.read`."""
        decoded = decode(content, path, encoding)
        extract = Extract(decoded.text)
        _Page(extract).read()
        return extract.source(decoded, path, self.name)


class _Page:
    """Follows the blocks of a page, of which the parser gives the lines, and places the text of each in the file."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract
        self._raw = extract.raw
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(self._raw))]
        self._lines_taken = 0
        self._heading: Token | None = None
        self._numbered_line = -1
        self._in_row = False
        self._cell_from = 0
        self._quotes: list[int | None] = []  # offsets of the open quotations, once they have text

    def read(self) -> None:
        """Take in the whole page."""
        from lint_report.readers.markdown_parser import parse  # with it comes markdown-it

        first = self._lines_taken = self._skip_front_matter()
        for token in parse(self._raw[self._lines[first] :]) if first < len(self._lines) else ():
            if token.map is not None:
                token.map = [line + first for line in token.map]
            self._take(token)

    def _skip_front_matter(self) -> int:
        """Give the number of the line after the front matter, from 0."""
        opening = _FRONT_MATTER.match(self._raw)
        if opening is not None:
            for line in range(1, len(self._lines)):
                if self._line(line).rstrip(_SPACES) in _FRONT_MATTER_ENDS[opening[1]]:
                    return line + 1
        return 0

    def _take(self, token: Token) -> None:
        match token.type:
            case "heading_open" | "heading_close":
                self._heading = token if token.nesting > 0 else None
            case "list_item_open":
                self._numbered_line = _first_line(token) if token.info else -1
            case "blockquote_open":
                self._quotes.append(None)
            case "blockquote_close":
                self._end_quote()
            case "tr_open":
                self._in_row, self._cell_from = True, self._lines[_first_line(token)]
            case "tr_close":
                self._in_row = False
            case "inline" if token.content:
                self._take_inline(token)
            case "fence" | "code_block":
                self._take_code(token)
            case "html_block":
                self._take_html(token)

    def _take_inline(self, token: Token) -> None:
        places = self._places(token)
        start = self._begin_block(token, places[0][1])
        _Inline(self._extract, places, in_heading=self._heading is not None).take(token.children or [])
        if self._heading is not None:
            self._extract.heading(start, int(self._heading.tag[1:]))
        elif self._in_row and start < self._extract.length:
            self._extract.asides.append(Span(start, self._extract.length))

    def _take_code(self, token: Token) -> None:
        line = _first_line(token) + (token.type == "fence")
        start = self._begin_block(token, self._lines[_first_line(token)])
        for content in token.content.rstrip("\n").split("\n") if token.content.strip() else ():
            at, end = self._stripped(line, content.strip(_SPACES))
            if self._extract.length > start:
                self._extract.add("\n", self._lines[line] - 1)
            self._extract.keep(at, end)
            line += 1
        if start < self._extract.length:
            self._extract.skipped.append(Span(start, self._extract.length))

    def _take_html(self, token: Token) -> None:
        first = _first_line(token)
        start = self._lines[first] + max(self._line(first).find(token.content.partition("\n")[0]), 0)
        self._end_block(first, start)
        self._lines_taken = _last_line(token) + 1
        extract_html(self._extract, start, self._line_end(_last_line(token)))

    def _begin_block(self, token: Token, at: int) -> int:
        """End the line before a block and give the offset of its text, which begins with the number of its item."""
        first = _first_line(token)
        self._end_block(first, at)
        self._lines_taken = _last_line(token) + 1
        start = self._extract.begin()
        self._quotes = [start if quote is None else quote for quote in self._quotes]
        if self._numbered_line == first:
            numbers = list(_ITEM_NUMBER.finditer(self._raw, self._lines[first], at))
            if numbers:
                number = numbers[-1]
                self._extract.keep(number.start(), number.end() + 1 if self._heading else at)
        self._numbered_line = -1
        return start

    def _end_block(self, first: int, at: int) -> None:
        """End the line before a block, keeping one blank line where the file has any.

        Args:
            first: The line on which the block begins.
            at: Where its text begins.
        """
        taken = self._lines_taken
        if first < taken:
            self._extract.end_line(at - 1)  # another cell of the same row
        elif taken:
            blank = first > taken and not self._line(taken).strip(_SPACES + ">")
            self._extract.end_line(self._line_end(taken - 1), blank=blank)

    def _end_quote(self) -> None:
        start = self._quotes.pop()
        if start is not None and not self._quotes and start < self._extract.length:
            self._extract.skipped.append(Span(start, self._extract.length))

    def _places(self, token: Token) -> _Places:
        """Give where the content of a block stands in the file."""
        first, content = _first_line(token), token.content
        if self._in_row:
            return self._place_cell(content)
        if self._heading is not None and self._heading.markup.startswith("#"):
            at = self._raw.index(self._heading.markup, self._lines[first]) + len(self._heading.markup)
            return [(0, max(self._raw.find(content, at), at))]
        places: _Places = []
        offset = 0
        lines = content.split("\n")
        lost = _last_line(token) - first + 1 - len(lines)  # lines of nothing but rare white space, which are stripped
        while lost > 0 and lines[0].strip(_SPACES) not in self._line(first):
            first, lost = first + 1, lost - 1
        for number, line in enumerate(lines):
            stripped = line.strip(_SPACES)
            at, _ = self._stripped(first + number, stripped)
            places.append((offset, at - (len(line) - len(line.lstrip(_SPACES)))))
            offset += len(line) + 1
        return places

    def _place_cell(self, content: str) -> _Places:
        """Find a cell in its row, in which a vertical bar of the cell itself is written with a backslash."""
        written = content.replace("|", "\\|")
        at = max(self._raw.find(written, self._cell_from), self._cell_from)
        self._cell_from = at + len(written)
        places = [(0, at)]
        for bars, match in enumerate(re.finditer(r"\|", content), 1):
            places.append((match.start(), at + match.start() + bars))
        return places

    def _stripped(self, line: int, content: str) -> tuple[int, int]:
        """Give where the last characters of a line stand, without the white space after them."""
        text = self._line(line)
        found = text.rfind(content)
        end = found + len(content) if found >= 0 else len(text.rstrip(_SPACES))
        return self._lines[line] + end - len(content), self._lines[line] + end

    def _line(self, line: int) -> str:
        return self._raw[self._lines[line] : self._line_end(line)]

    def _line_end(self, line: int) -> int:
        end = self._lines[line + 1] if line + 1 < len(self._lines) else len(self._raw)
        while end > self._lines[line] and self._raw[end - 1] in "\r\n":
            end -= 1
        return end


class _Inline:
    """Takes in what stands within a block."""

    def __init__(self, extract: Extract, places: _Places, *, in_heading: bool) -> None:
        self._extract = extract
        self._places = places
        self._in_heading = in_heading

    def take(self, tokens: list[Token], base: int = 0) -> None:  # one case a kind of token
        """Take in the tokens of a block.

        Args:
            tokens: As the parser gave them.
            base: Where what their places refer to begins in the content of the block.
        """
        struck = 0
        for before, token in zip([None, *tokens], tokens, strict=False):
            at = base + token.meta["at"]
            match token.type:
                case "text":
                    self._take_text(token, before, at)
                case "text_special":
                    self._take_special(token, at)
                case "code_inline":
                    self._take_code(token, at)
                case "image":
                    start = self._extract.length
                    self.take(token.children or [], at + len("!["))
                    self._skip(start)
                case "softbreak" | "hardbreak":
                    self._end_line(at)
                case "html_inline":
                    self._take_html(token, at)
                case "s_open":
                    struck = self._extract.length
                case "s_close":
                    self._skip(struck)
                case _:
                    pass  # emphasis and links

    def _take_text(self, token: Token, before: Token | None, at: int) -> None:
        """Take in text as it stands in the file; the parser gives the address of <https://…> in another form."""
        length = len(token.content)
        if before is not None and before.type == "link_open" and before.markup == "autolink":
            length = self._extract.raw.index(">", self._raw_offset(at)) - self._raw_offset(at)
        self._keep(at, length)

    def _take_special(self, token: Token, at: int) -> None:
        """Take in an escaped character, or one written as an entity."""
        if token.markup.endswith(token.content):
            self._keep(at + len(token.markup) - len(token.content), len(token.content))
        else:
            self._extract.add(token.content, self._raw_offset(at))

    def _take_code(self, token: Token, at: int) -> None:
        """Take in code, from which the parser has stripped one space on either side if there was one on both."""
        start, inner = self._extract.length, at + len(token.markup)
        first = self._extract.raw[self._raw_offset(inner)]
        stripped = first in " \r\n" and not (token.content.startswith(" ") and not token.content.strip(" "))
        self._keep(inner + stripped, len(token.content))
        self._skip(start)

    def _take_html(self, token: Token, at: int) -> None:
        remark = remark_of(token.content[4:-3]) if token.content.startswith("<!--") else None
        if remark is not None:
            self._extract.remark(remark)
        elif token.content[:3].lower() == "<br":
            self._end_line(at)

    def _end_line(self, at: int) -> None:
        """End the line, but not in a heading: a long title is often set in two lines."""
        if not self._in_heading:
            self._extract.add("\n", self._raw_offset(at))

    def _skip(self, start: int) -> None:
        if start < self._extract.length:
            self._extract.skipped.append(Span(start, self._extract.length))

    def _keep(self, at: int, length: int) -> None:
        end = at + length
        while at < end:
            place = bisect_right(self._places, at, key=_first) - 1
            piece_end = min(end, self._places[place + 1][0]) if place + 1 < len(self._places) else end
            start = self._raw_offset(at)
            self._extract.keep(start, start + piece_end - at)
            at = piece_end

    def _raw_offset(self, at: int) -> int:
        offset, start = self._places[bisect_right(self._places, at, key=_first) - 1]
        return start + at - offset


def _first(place: tuple[int, int]) -> int:
    return place[0]


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _last_line(token: Token) -> int:
    return max(token.map[1] - 1, token.map[0]) if token.map else 0
