"""The text of a Word file, part by part, in the order in which a reader comes upon it."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from lint_report.messages import Message
from lint_report.readers.directives import remark_of
from lint_report.readers.docx.markup import child, read_blocks, read_tree
from lint_report.readers.docx.numbering import Numbering
from lint_report.readers.docx.package import Package
from lint_report.readers.docx.paragraphs import Content, choose_alternative, read_content
from lint_report.readers.docx.styles import Styles, integer, level_of_outline, read_numbering_reference, value_of
from lint_report.source import Directive, HeadingMark, Source, Span

_CONTENTS = "Table of Contents"
_CONTENTS_TITLES = ("目录", "目錄")
_SHOWN_HEADING = 20  # characters of a heading in the name of a place
_FROM_ELSEWHERE = Message(
    "文件中嵌入了另一份文件，其内容没有检查", "another document is embedded in the file; its text was not checked"
)


class BodyText:
    """Puts the text of a file together: the body, then notes, headers and footers."""

    def __init__(self, package: Package) -> None:
        self._package = package
        styles = self._tree("styles")
        self._styles = Styles(styles)
        self._numbering = Numbering(self._tree("numbering"), self._styles)
        self._remarks = self._read_remarks()
        self._lines: list[str] = []
        self._length = 0
        self._headings: list[HeadingMark] = []
        self._asides: list[Span] = []
        self._directives: list[Directive] = []
        self._labels: list[tuple[int, Message]] = []
        self._notices: list[Message] = []
        self._paragraphs = 0
        self._tables = 0
        self._heading = ""
        self._place: Message | None = None
        self._in_margin = False
        self._joined: Content | None = None  # what a deleted paragraph mark has left to the next paragraph
        self._waiting_remarks: list[str] = []

    def read(self, format_name: str) -> Source:
        """Read all parts that hold text."""
        main = self._package.main_part
        content = self._package.read(main)
        if content is None:
            raise self._package.error("不是 Word 文件：其中没有正文", "is no Word file: there is no document in it")
        for block in read_blocks(content, self._package, main, frozenset(("w:body",))):
            self._take_blocks((block,))
        if not self._lines and b"body" not in content:
            raise self._package.error("不是 Word 文件：其中没有正文", "is no Word file: there is no body in it")
        self._flush()
        self._heading = ""
        self._take_notes("footnotes", "w:footnotes", Message("脚注", "footnote"))
        self._take_notes("endnotes", "w:endnotes", Message("尾注", "endnote"))
        self._take_margins("header", "w:hdr", Message("页眉", "header"))
        self._take_margins("footer", "w:ftr", Message("页脚", "footer"))
        self._directives.extend(Directive(self._length, remark) for remark in self._waiting_remarks)
        return Source(
            path=self._package.path,
            text="".join(self._lines),
            format=format_name,
            headings=self._ranked_headings(),
            asides=tuple(self._asides),
            directives=tuple(self._directives),
            notices=tuple(self._notices),
            labels=tuple(self._labels),
            editable=False,
        )

    def _tree(self, kind: str) -> Element | None:
        for name in self._package.related(self._package.main_part, kind):
            content = self._package.read(name)
            if content is not None:
                return read_tree(content, self._package, name)
        return None

    def _read_remarks(self) -> dict[str, list[str]]:
        """Give the remarks to lint-report among the comments, by the identifier of the comment."""
        remarks: dict[str, list[str]] = {}
        for comment in self._tree("comments") or ():
            for paragraph in comment.iter("w:p"):
                content = Content()
                read_content(paragraph, content)
                text = "".join(content.pieces).strip()
                remark = remark_of(text[:1].lower() + text[1:])  # Word begins sentences with a capital
                if remark is not None:
                    remarks.setdefault(comment.get("w:id", ""), []).append(remark)
        return remarks

    def _ranked_headings(self) -> tuple[HeadingMark, ...]:
        """Give the headings, one level lower where the document has a title above them."""
        below = int(any(heading.level == 0 for heading in self._headings))
        return tuple(HeadingMark(heading.span, heading.level + below) for heading in self._headings)

    def _take_notes(self, kind: str, root: str, name: Message) -> None:
        for part in self._package.related(self._package.main_part, kind):
            number = 0
            for note in read_blocks(self._package.read(part) or b"", self._package, part, frozenset((root,))):
                if note.get("w:type", "normal") == "normal":
                    number += 1
                    self._take_aside(note, Message(f"{name.zh}{number}", f"{name.en} {number}"))

    def _take_margins(self, kind: str, root: str, name: Message) -> None:
        """Take in headers or footers; most of the sections of a document repeat those of the first."""
        self._in_margin = True
        seen: set[str] = set()
        for part in self._package.related(self._package.main_part, kind):
            tree = read_tree(self._package.read(part) or b"", self._package, part)
            text = "".join(element.text or "" for element in tree.iter("w:t"))
            if tree.tag == root and text not in seen:
                seen.add(text)
                self._take_aside(tree, name)

    def _take_aside(self, blocks: Iterable[Element], place: Message) -> None:
        start, outer = self._length, self._place
        self._place = place
        self._take_blocks(blocks)
        self._flush()
        self._place = outer
        self._mark_aside(start)

    def _mark_aside(self, start: int) -> None:
        while self._asides and self._asides[-1].start >= start:
            self._asides.pop()  # it lies in this one
        if start < self._length - 1:  # the last character ends a line
            self._asides.append(Span(start, self._length - 1))

    def _take_blocks(self, blocks: Iterable[Element]) -> None:  # one case a kind of block
        for block in blocks:
            match block.tag:
                case "w:p":
                    self._take_paragraph(block)
                case "w:tbl":
                    self._take_table(block)
                case "w:sdt":
                    if not _is_contents(block):
                        self._take_blocks(block)
                case "w:del" | "w:moveFrom" | "w:sectPr" | "w:sdtPr" | "w:tblPr" | "w:tcPr":
                    pass
                case "mc:AlternateContent":
                    chosen = choose_alternative(block)
                    self._take_blocks(() if chosen is None else chosen)
                case "w:commentRangeStart":
                    self._waiting_remarks.extend(self._remarks.pop(block.get("w:id", ""), ()))
                case "w:altChunk" | "w:subDoc":
                    self._notices = [_FROM_ELSEWHERE]
                case _:
                    self._take_blocks(block)

    def _take_table(self, table: Element) -> None:
        """Take in a table, cell by cell.

        A cell of one paragraph is an aside; one of several is a page laid out by a table, as forms for reports are.
        """
        self._flush()
        self._tables += 1
        number, outer = self._tables, self._place
        for row_number, row in enumerate(_children(table, "w:tr"), 1):
            if child(row, "w:trPr", "w:del") is not None:
                continue
            for cell_number, cell in enumerate(_children(row, "w:tc"), 1):
                start, lines = self._length, len(self._lines)
                self._place = Message(
                    f"表{number}第{row_number}行第{cell_number}格",
                    f"table {number}, row {row_number}, cell {cell_number}",
                )
                self._take_blocks(cell)
                self._flush()
                if len(self._lines) == lines + 1:
                    self._mark_aside(start)
        self._place = outer

    def _take_paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "w:pPr")
        style = value_of(properties, "w:pStyle")
        inherited = self._styles.resolve(style)
        if inherited.is_contents:
            self._drop_contents_title()
            return
        if self._in_margin and _has_page_number(paragraph):
            return
        content, self._joined = self._joined or Content(), None
        if properties is not None and _is_mark_deleted(properties):
            read_content(paragraph, content)
            self._joined = content
            return
        number = self._numbering.number(read_numbering_reference(properties), style)
        read_content(paragraph, content)
        outline_level = integer(value_of(properties, "w:outlineLvl"))
        level = inherited.heading_level if outline_level is None else level_of_outline(outline_level)
        self._put(content, number, None if self._place else level)

    def _put(self, content: Content, number: str, level: int | None) -> None:
        """Put a paragraph into the text, with all that refers to it."""
        text = "".join(content.pieces)
        line = number + (text.replace("\n", "") if level is not None else text.strip("\n"))
        shift = len(number) - (len(text) - len(text.lstrip("\n")))
        start = self._length
        if line.strip():
            self._name_place(start)
            if level is not None:
                self._headings.append(HeadingMark(Span(start, start + len(line)), level))
                self._heading = line.strip()
        elif self._place is not None and not content.boxes:
            return  # an empty cell or note is no line
        self._directives.extend(Directive(start, remark) for remark in self._waiting_remarks)
        self._waiting_remarks.clear()
        for comment, at in content.anchors:
            where = start + min(max(at + shift, 0), len(line))
            self._directives.extend(Directive(where, remark) for remark in self._remarks.pop(comment, ()))
        self._lines.append(line + "\n")
        self._length += len(line) + 1
        for box in content.boxes:
            self._take_aside(box, Message("文本框", "text box"))

    def _name_place(self, start: int) -> None:
        place = self._place
        if place is None:
            self._paragraphs += 1
            place = Message(f"第{self._paragraphs}段", f"paragraph {self._paragraphs}")
        if self._heading:
            cut = "…" if len(self._heading) > _SHOWN_HEADING else ""
            heading = self._heading[:_SHOWN_HEADING] + cut
            place = Message(f"{place.zh}“{heading}”", f"{place.en}, under “{heading}”")
        self._labels.append((start, place))

    def _flush(self) -> None:
        """Put in what is left of a paragraph whose mark was deleted when none follows to take it in."""
        if self._joined is not None:
            content, self._joined = self._joined, None
            self._put(content, "", None)

    def _drop_contents_title(self) -> None:
        """Take back the title that was typed above a table of contents."""
        at = len(self._lines) - 1
        while at >= 0 and not self._lines[at].strip():
            at -= 1
        if at >= 0 and "".join(self._lines[at].split()) in _CONTENTS_TITLES:
            self._length -= sum(map(len, self._lines[at:]))
            del self._lines[at:]
            self._headings = [heading for heading in self._headings if heading.span.start < self._length]
            self._labels = [label for label in self._labels if label[0] < self._length]


def _children(element: Element, name: str) -> Iterable[Element]:
    """Yield the rows of a table or the cells of a row, also those inside content controls and inserted ones."""
    for part in element:
        if part.tag == name:
            yield part
        elif part.tag in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"):
            yield from _children(part, name)


def _is_contents(control: Element) -> bool:
    gallery = child(control, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
    return gallery is not None and gallery.get("w:val") == _CONTENTS


def _has_page_number(paragraph: Element) -> bool:
    """Tell whether a paragraph holds a field that counts pages (17.16.5.42, 17.16.5.44)."""
    codes = [field.get("w:instr", "") for field in paragraph.iter("w:fldSimple")]
    codes += [code.text or "" for code in paragraph.iter("w:instrText")]
    return any("PAGE" in code.upper() for code in codes)


def _is_mark_deleted(properties: Element) -> bool:
    """Tell whether the mark at the end of a paragraph was deleted: it then goes on with the next (17.13.5.15)."""
    return any(child(properties, "w:rPr", name) is not None for name in ("w:del", "w:moveFrom"))
