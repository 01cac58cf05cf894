"""Web pages: the text that a browser shows."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

from lint_report.readers.base import Reader
from lint_report.readers.decoding import decode
from lint_report.readers.directives import remark_of
from lint_report.readers.extract import Extract
from lint_report.source import Source, Span


def _elements(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _elements(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre "
    "search section summary table tbody td tfoot th thead tr ul"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VOID = _elements("area base br col embed hr img input link meta param source track wbr")
_HIDDEN = _elements(
    "audio canvas datalist head iframe noframes noscript object rp rt script select style svg template textarea "
    "title video"
)
_STRUCK = frozenset(("del", "s", "strike"))
_CELLS = frozenset(("td", "th"))
# HTML Standard 13.1.2.4: a start tag that may stand without the end tag of a sibling before it.
_CLOSES = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("td", "th", "tr"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "option": ("option",),
}
_NO_DISPLAY = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_WORDS_AND_SPACES = re.compile(
    r"(?P<space>[ \t\n\r\f]+)"
    r"|(?P<entity>&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?)"
    r"|[^ \t\n\r\f&]+|&"
)
_LINE_END = re.compile(r"\r\n|\n|\r")
_OPEN_MARKUP = re.compile(r"<[a-zA-Z/!?]")
_CHARSET = re.compile(rb"<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_CHARSET_REACH = 4096  # bytes; the standard asks for 1024, pages that were saved put scripts before it


class HtmlReader(Reader):
    """Reads web pages: what a browser shows, one line for each block, table cell and `<br>`."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:
        """Decode the content and take the text out of it; see `Reader.read`."""
        charset = _CHARSET.search(content, 0, _CHARSET_REACH)
        decoded = decode(content, path, encoding, declared=charset[1].decode("ascii") if charset else None)
        extract = Extract(decoded.text)
        extract_html(extract, 0, len(decoded.text))
        return extract.source(decoded, path, self.name)


def extract_html(extract: Extract, start: int, end: int) -> None:
    """Take the visible text of a stretch of HTML, ending the line before and after it."""
    extract.end_line(start)
    _VisibleText(extract, start).read(end)
    extract.end_line(end)


class _VisibleText(HTMLParser):
    """Follows the tags and takes in the text between them.

    The parser reports text with its references already replaced, so the text is taken from the file itself: from where
    it was first reported to where the next tag begins. What is not closed at the end of the file is handled here as the
    HTML Standard says (13.2.5); the parser of the standard library takes quadratic time for it.
    """

    def __init__(self, extract: Extract, start: int) -> None:
        super().__init__(convert_charrefs=True)
        self._extract = extract
        self._start = start
        self._line_starts: list[int] = []
        self._text_start: int | None = None
        self._unclosed = False
        self._open: list[tuple[str, bool]] = []  # element, whether it hides what is in it
        self._counts: Counter[str] = Counter()
        self._hiding = 0
        self._preformatted = 0
        self._space: tuple[int, bool] | None = None  # where white space waits, whether a line ends in it
        self._last = ""
        self._heading: tuple[int, int | None] | None = None  # level, offset once it has text
        self._struck: int | None = None
        self._cell: tuple[int, bool] | None = None  # offset of its text, whether that takes several lines

    def read(self, end: int) -> None:
        """Read from the start to an offset of the file."""
        page = self._extract.raw[self._start : end]
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", page))]
        cut = page.rfind(">") + 1
        self.feed(page[:cut])
        self.close()
        self._take_text(self._start + cut)
        if not self._unclosed and self.cdata_elem is None:
            markup = _OPEN_MARKUP.search(page, cut)
            self._text_start = self._start + cut
            self._take_text(self._start + markup.start() if markup else end)
        while self._open:
            self._pop()

    def handle_data(self, data: str) -> None:  # noqa: ARG002  # the text is taken from the file
        """Note where text begins; it is taken when the next tag comes."""
        if self._text_start is None:
            self._text_start = self._offset()

    def handle_comment(self, data: str) -> None:
        """Keep a remark to lint-report, pass over any other comment."""
        self._take_text(self._offset())
        remark = remark_of(data)
        if remark is not None:
            self._extract.remark(remark)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        at = self._offset()
        self._take_text(at)
        if tag == "br":
            self._break(at)
            return
        if tag in _BLOCKS:
            self._close_siblings(tag)
            self._end_line(at)
            if self._heading is not None and self._heading[1] is not None:
                self._end_heading()
        if tag in _VOID:
            return
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag], None
        elif tag == "table":
            self._end_cell()
        self._push(tag, hidden=tag in _HIDDEN or _is_hidden(attrs))

    def handle_endtag(self, tag: str) -> None:
        """End an element; an end tag without its start tag does nothing but end the line."""
        at = self._offset()
        self._take_text(at)
        if tag in _BLOCKS:
            self._end_line(at)
        if self._counts[tag]:
            while self._pop() != tag:
                pass

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002  # nothing of it is text
        """Pass over a document type."""
        self._take_text(self._offset())

    def handle_pi(self, data: str) -> None:  # noqa: ARG002  # nothing of it is text
        """Pass over a processing instruction."""
        self._take_text(self._offset())

    def parse_comment(self, i: int, report: bool = True) -> int:  # noqa: ARG002, FBT001, FBT002  # the parser's
        """Read a comment; one without an end takes the rest of the page with it."""
        end = self.rawdata.find("-->", i + 2)
        self._unclosed = end < 0
        if end < 0:
            end = len(self.rawdata)
        self.handle_comment(self.rawdata[i + 4 : end])
        return min(end + 3, len(self.rawdata))

    def parse_html_declaration(self, i: int) -> int:
        """Pass over a declaration, also the conditional ones that Word writes into its pages."""
        self._take_text(self._offset())
        return self.rawdata.find(">", i) + 1 or len(self.rawdata)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._start + self._line_starts[line - 1] + column

    def _push(self, tag: str, *, hidden: bool) -> None:
        self._open.append((tag, hidden))
        self._counts[tag] += 1
        self._hiding += hidden
        self._preformatted += tag == "pre"

    def _pop(self) -> str:
        tag, hidden = self._open.pop()
        self._counts[tag] -= 1
        self._hiding -= hidden
        self._preformatted -= tag == "pre"
        if tag in _HEADINGS:
            self._end_heading()
        elif tag in _CELLS:
            self._end_cell()
        elif tag in _STRUCK:
            self._end_struck()
        return tag

    def _close_siblings(self, tag: str) -> None:
        closed = _CLOSES.get(tag, ("p",))
        while self._open and self._open[-1][0] in (*closed, "p"):
            self._pop()

    def _end_line(self, at: int) -> None:
        self._space = None
        self._extract.end_line(at)

    def _break(self, at: int) -> None:
        """End the line, but not the heading: a long title is often set in two lines."""
        if self._heading is None:
            self._end_line(at)
        else:
            self._space = at, True

    def _end_heading(self) -> None:
        if self._heading is not None and self._heading[1] is not None:
            self._extract.heading(self._heading[1], self._heading[0])
        self._heading = None

    def _end_cell(self) -> None:
        """Note a cell of one line as an aside; a cell of several is a page laid out by a table."""
        if self._cell is not None and not self._cell[1] and self._cell[0] < self._extract.length:
            self._extract.asides.append(Span(self._cell[0], self._extract.length))
        self._cell = None

    def _end_struck(self) -> None:
        if self._struck is not None and not any(self._counts[tag] for tag in _STRUCK):
            self._extract.skipped.append(Span(self._struck, self._extract.length))
            self._struck = None

    def _take_text(self, end: int) -> None:
        """Take in the text that began before and ends here."""
        start, self._text_start = self._text_start, None
        if start is None or start >= end or self._hiding:
            return
        for match in _WORDS_AND_SPACES.finditer(self._extract.raw, start, end):
            if match["space"]:
                self._take_space(match)
            elif match["entity"]:
                self._take_entity(match)
            else:
                self._begin_word(match[0][0])
                self._extract.keep(*match.span())
                self._last = match[0][-1]

    def _take_entity(self, match: re.Match[str]) -> None:
        characters = unescape(match[0])
        if characters == match[0]:
            self._begin_word("&")
            self._extract.keep(*match.span())
        elif characters.strip(" \t\n\r\f"):
            self._begin_word(characters[0])
            self._extract.add(characters, match.start())
        else:
            self._space = match.start(), False
            return
        self._last = characters[-1]

    def _take_space(self, match: re.Match[str]) -> None:
        if not self._preformatted:
            torn = "\n" in match[0] or "\r" in match[0] or (self._space is not None and self._space[1])
            self._space = match.start(), torn
            return
        at = match.start()
        for line_end in _LINE_END.finditer(match.string, *match.span()):
            self._extract.end_line(line_end.start())
            at = line_end.end()
        self._extract.keep(at, match.end())

    def _begin_word(self, first: str) -> None:
        """Put in the white space before a word as a browser shows it, and note what begins with the word.

        A line end beside a wide character is none (CSS Text 3, 4.1.3, asks for two of them): Chinese lines are broken
        at will in the source of a page.
        """
        in_line = self._extract.in_line
        if self._space is not None and in_line and not (self._space[1] and (_is_wide(self._last) or _is_wide(first))):
            self._extract.add(" ", self._space[0])
        self._space = None
        if self._struck is None and any(self._counts[tag] for tag in _STRUCK):
            self._struck = self._extract.begin()
        if self._heading is not None and self._heading[1] is None:
            self._heading = self._heading[0], self._extract.begin()
        if self._cell is not None:
            self._cell = self._cell[0], self._cell[1] or not in_line
        elif any(self._counts[cell] for cell in _CELLS):
            self._cell = self._extract.begin(), False


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    return any(name == "hidden" or (name == "style" and value and _NO_DISPLAY.search(value)) for name, value in attrs)


def _is_wide(character: str) -> bool:
    return character >= "\u2e80" or character in "“”‘’—…·"
