"""The text of an OpenDocument file, in the order in which a reader comes upon it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lint_report import Directive, HeadingMark, Message, Source, Span
from lint_report_odt.markup import read_part
from lint_report_odt.numbering import OUTLINE, Numbering
from lint_report_odt.package import Package

_PARAGRAPHS = ("text:p", "text:h")
_LEFT_OUT = frozenset(
    (
        "text:tracked-changes",  # what was deleted is kept there
        "text:table-of-content",
        "text:alphabetical-index",
        "text:illustration-index",
        "text:note-citation",
        "text:ruby-text",
        "text:hidden-text",
        "text:page-number",
        "office:forms",
        "svg-compatible:title",
        "svg-compatible:desc",
        "drawing:object",
    )
)
_APART = {
    "table:table-cell": Message("表格", "table"),
    "text:note-body": Message("脚注", "note"),
    "drawing:text-box": Message("文本框", "text box"),
}
_KEPT_SPACE, _KEPT_TAB, _KEPT_LINE = "\x00", "\x01", "\x02"  # XML can hold none of them
_SPACE = re.compile(r"[ \t\r\n]+")
_REMARK = re.compile(r"\s*lint-report\s*[:：]\s*(.*)", re.IGNORECASE | re.DOTALL)
_LONGEST_RUN = 1000
_UNKNOWN_NUMBERS = Message(
    "有些自动编号的样式不认识，检查时没有这些编号",
    "some automatic numbers are of a form that is not known; the text was checked without them",
)


@dataclass(slots=True)
class _Line:
    """A paragraph while it is read.

    Attributes:
        number: Its automatic number.
        level: Of a heading; None for other paragraphs.
        apart: What it stands in, where that is not the running text.
        pieces: Its text.
        boxes: Lines of notes and text boxes that are anchored in it.
        remarks: Remarks to lint-report that are anchored in it.
    """

    number: str
    level: int | None
    apart: Message | None
    pieces: list[str] = field(default_factory=list[str])
    boxes: list[_Line] = field(default_factory=list["_Line"])
    remarks: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        """The line as it is printed; runs of space count as one, those that were meant as they are."""
        text = _SPACE.sub(" ", "".join(self.pieces)).strip(" ")
        text = text.replace(_KEPT_SPACE, " ").replace(_KEPT_TAB, "\t").replace(_KEPT_LINE, "\n")
        return self.number + text


class BodyText:
    """Puts the text of a file together."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._numbering = Numbering()
        self._in_body = False
        self._left_out = 0
        self._open: list[_Line] = []
        self._finished: list[_Line] = []
        self._apart: list[Message] = []
        self._lists: list[str] = []
        self._numbered = False
        self._comment: list[str] | None = None

    def read(self, path: str, format_name: str) -> Source:
        """Read the file.

        Raises:
            UserError: It has no text, is damaged, or is beyond a limit.
        """
        read_part(self._package, "styles.xml", self._numbering)
        if not read_part(self._package, "content.xml", self):
            raise self._package.error("不是 ODT 文件：其中没有正文", "is no OpenDocument text: it has no content")
        return _Text(self._finished).source(path, format_name, unknown_numbers=self._numbering.unknown)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take in the beginning of an element."""
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif name == "office:body":
            self._in_body = True
        elif not self._in_body:
            self._numbering.start(name, attributes)
        elif name == "office:annotation":
            self._comment = []
        elif self._comment is None:
            self._start_in_body(name, attributes)

    def _start_in_body(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _PARAGRAPHS:
            self._begin_paragraph(name, attributes)
        elif name in _APART:
            self._apart.append(_APART[name])
        elif name == "text:list":
            self._begin_list(attributes)
        elif name == "text:list-item":
            self._numbered = True
        elif self._open:
            self._open[-1].pieces.append(_kept(name, attributes))

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if self._left_out:
            self._left_out -= 1
        elif name == "office:annotation" and self._comment is not None:
            self._end_comment(self._comment)
        elif self._comment is not None or not self._in_body:
            pass
        elif name in _PARAGRAPHS:
            self._end_paragraph()
        elif name in _APART:
            self._apart.pop()
        elif name == "text:list":
            self._lists.pop()

    def characters(self, text: str) -> None:
        """Take in text."""
        if self._left_out:
            return
        if self._comment is not None:
            self._comment.append(text)
        elif self._open:
            self._open[-1].pieces.append(text)

    def _begin_paragraph(self, name: str, attributes: Mapping[str, str]) -> None:
        apart = self._apart[-1] if self._apart else None
        number, level = "", None
        if self._lists:
            number = self._numbering.next(self._lists[-1], len(self._lists)) if self._numbered else ""
            self._numbered = False
        if name == "text:h" and apart is None:
            level = int(attributes.get("text:outline-level", "1") or 1)
            number = number or self._numbering.next(OUTLINE, level)
        self._open.append(_Line(number, level, apart))

    def _end_paragraph(self) -> None:
        line = self._open.pop()
        (self._open[-1].boxes if self._open else self._finished).append(line)

    def _begin_list(self, attributes: Mapping[str, str]) -> None:
        """Note the style of a list; one inside another has that of the outer one unless it says otherwise."""
        style = attributes.get("text:style-name") or (self._lists[-1] if self._lists else "")
        going_on = attributes.get("text:continue-numbering") == "true" or "text:continue-list" in attributes
        if not self._lists and not going_on:
            self._numbering.restart(style)
        self._lists.append(style)

    def _end_comment(self, comment: list[str]) -> None:
        self._comment = None
        remark = _REMARK.search("".join(comment))
        if remark and self._open:
            self._open[-1].remarks.append(remark[1].strip())


class _Text:
    """Joins lines to the text that rules see, and notes where what stands."""

    def __init__(self, lines: list[_Line]) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._paragraphs = 0
        self._headings: list[HeadingMark] = []
        self._asides: list[Span] = []
        self._directives: list[Directive] = []
        self._labels: list[tuple[int, Message]] = []
        for line in lines:
            self._put(line)

    def source(self, path: str, format_name: str, *, unknown_numbers: bool) -> Source:
        """Give the text with all that refers to it."""
        return Source(
            path=path,
            text="".join(self._parts),
            format=format_name,
            headings=tuple(self._headings),
            asides=tuple(self._asides),
            directives=tuple(self._directives),
            notices=(_UNKNOWN_NUMBERS,) if unknown_numbers else (),
            labels=tuple(self._labels),
            editable=False,
        )

    def _put(self, line: _Line) -> None:
        text, start = line.text, self._length
        if line.level is not None:
            text = text.replace("\n", " ")
        span = Span(start, start + len(text))
        self._directives += [Directive(start, remark) for remark in line.remarks]
        if text.strip():
            self._label(start, line.apart)
            if line.apart is not None:
                self._asides.append(span)
            elif line.level is not None:
                self._headings.append(HeadingMark(span, line.level))
        self._parts.append(f"{text}\n")
        self._length += len(text) + 1
        for box in line.boxes:
            self._put(box)

    def _label(self, start: int, apart: Message | None) -> None:
        if apart is not None:
            self._labels.append((start, apart))
            return
        self._paragraphs += 1
        self._labels.append((start, Message(f"第{self._paragraphs}段", f"paragraph {self._paragraphs}")))


def _kept(name: str, attributes: Mapping[str, str]) -> str:
    """Give the space that an element stands for."""
    if name == "text:s":
        count = attributes.get("text:c", "1")
        return _KEPT_SPACE * (min(int(count), _LONGEST_RUN) if count.isascii() and count.isdigit() else 1)
    return {"text:tab": _KEPT_TAB, "text:line-break": _KEPT_LINE}.get(name, "")
