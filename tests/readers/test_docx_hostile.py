"""Word files that are broken, or made to harm: one clear error within the limits, or the text."""

from __future__ import annotations

import contextlib
import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_report.messages import UserError
from lint_report.readers import read_source
from lint_report.readers.docx import DocxReader, Limits
from tests.readers.word_files import W, paragraph, word_file, zipped

SOUND = word_file(paragraph("一、成绩") + paragraph("正文"))


def error_of(content: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UserError) as caught:
        DocxReader(limits).read(content, "draft.docx", None)
    return caught.value.message.zh


def with_main(content: bytes) -> bytes:
    return word_file("", raw_parts={"word/document.xml": content})


def document(body: str) -> bytes:
    return f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode()


def test_entity_bombs_and_external_entities_are_refused() -> None:
    body = document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    outside = b'<!DOCTYPE x [<!ENTITY b SYSTEM "file:///etc/hostname">]>'
    remote = b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd">'
    for declaration in (bomb, outside, remote):
        assert "DTD" in error_of(with_main(declaration + body))
    utf16 = ('<?xml version="1.0" encoding="UTF-16"?>' + (outside + body).decode()).encode("utf-16")
    assert "DTD" in error_of(with_main(utf16))
    assert "DTD" in error_of(word_file("", raw_parts={"word/_rels/document.xml.rels": bomb + b"<a/>"}))


def test_zip_bombs_are_refused_before_they_are_unpacked() -> None:
    bomb = with_main(b"<a>" + b" " * (20 << 20))
    assert "压缩率" in error_of(bomb)
    assert "超过上限" in error_of(bomb, Limits(part_bytes=1 << 20))
    assert "总量" in error_of(SOUND, Limits(total_bytes=100))
    assert "含有 4 个文件" in error_of(SOUND, Limits(entries=3))


def test_a_part_that_lies_about_its_size() -> None:
    content = bytearray(with_main(b"<a>" + b" " * 100_000))
    at = content.rindex(b"word/document.xml") - 46
    assert content[at : at + 4] == b"PK\x01\x02"
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    assert "损坏" in error_of(bytes(content))


def test_deep_nesting() -> None:
    def nested(depth: int) -> bytes:
        return word_file("<w:tbl><w:tr><w:tc>" * depth + paragraph("深") + "</w:tc></w:tr></w:tbl>" * depth)

    assert read_source(nested(30), "draft.docx").text == "深\n"
    assert "嵌套超过 128 层" in error_of(nested(50))
    assert "嵌套" in error_of(with_main(b"<a>" * 100_000))


@pytest.mark.parametrize(
    "main",
    [
        b"",
        b"<w:document",
        b"<a></b>",
        b"\xff\xfe",
        b"plain",
        document("<w:p>")[:-10],
        b'<?xml version="1.0" encoding="x"?><a/>',
    ],
)
def test_broken_xml(main: bytes) -> None:
    assert "不是完好的 XML" in error_of(with_main(main))


@pytest.mark.parametrize("part", ["styles", "numbering", "comments", "footnotes", "header1"])
def test_broken_xml_in_other_parts(part: str) -> None:
    assert f"word/{part}.xml" in error_of(
        word_file(paragraph("甲"), raw_parts={f"word/{part}.xml": b"<a>"}, **{part: ""})
    )


def test_missing_parts() -> None:
    files: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for missing in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        rest = {name: content for name, content in files.items() if name != missing}
        assert read_source(zipped(rest), "draft.docx").text == "一、成绩\n正文\n"
    del files["word/document.xml"]
    assert "没有正文" in error_of(zipped(files))
    assert "没有正文" in error_of(zipped({"xl/workbook.xml": "<a/>"}))
    assert "没有正文" in error_of(with_main(b"<a/>"))


def test_relationships_that_lead_nowhere_or_outside() -> None:
    prefix = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{prefix}{kind}" Target="{target}" {mode}/>'
        for number, (kind, target, mode) in enumerate(
            [
                ("image", "NULL", ""),
                ("header", "header9.xml", ""),
                ("footnotes", "http://example.org/notes.xml", 'TargetMode="External"'),
                ("styles", "../../../etc/passwd", ""),
                ("attachedTemplate", "file:///C:/x.dotm", 'TargetMode="External"'),
                ("comments", "", ""),
            ]
        )
    )
    relationships = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    )
    content = word_file(paragraph("甲"), raw_parts={"word/_rels/document.xml.rels": relationships.encode()})
    assert read_source(content, "draft.docx").text == "甲\n"


def test_macros_are_passed_over() -> None:
    content = word_file(paragraph("甲"), raw_parts={"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 100})
    assert read_source(content, "draft.docm").text == "甲\n"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "压缩结构已损坏"),
        (b"hello", "压缩结构已损坏"),
        (SOUND[:-30], "压缩结构已损坏"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "旧版 Word"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"{\\rtf1", "RTF"),
        (b"%PDF-1.4", "PDF"),
    ],
)
def test_what_is_no_word_file(content: bytes, what: str) -> None:
    assert what in error_of(content)


def test_encrypted_entries() -> None:
    content = bytearray(SOUND)
    for at in range(len(content) - 4):
        if content[at : at + 4] == b"PK\x01\x02":
            content[at + 8] |= 1
    assert "密码" in error_of(bytes(content))


def test_many_empty_paragraphs() -> None:
    main = document('<w:p w:rsidR="00A77427" w:rsidRDefault="00A77427"/>' * 100_000)
    source = read_source(with_main(main), "draft.docx")
    assert source.text == "\n" * 100_000
    assert source.labels == ()


def test_values_that_are_no_numbers() -> None:
    properties = '<w:outlineLvl w:val="x"/><w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="１"/></w:numPr>'
    numbering = (
        '<w:abstractNum><w:lvl w:ilvl="x"/><w:lvl w:ilvl="0"><w:start w:val="999999999"/>'
        '<w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1%9、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:lvlOverride/></w:num><w:num/>'
    )
    content = word_file(paragraph("甲", more=properties) + paragraph("乙", number=(1, 0)), numbering=numbering)
    assert read_source(content, "draft.docx").text.splitlines()[0] == "甲"


TAGS = (
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "del",
    "ins",
    "pPr",
    "rPr",
    "numPr",
    "numId",
    "txbxContent",
    "br",
)


@given(st.lists(st.sampled_from([*TAGS, "/", "文", " "]), max_size=60))
def test_any_tree_gives_text_or_one_error(words: list[str]) -> None:
    body, opened = "", list[str]()
    for word in words:
        if word == "/":
            body += f"</w:{opened.pop()}>" if opened else ""
        elif word in TAGS:
            opened.append(word)
            body += f'<w:{word} w:val="1">'
        else:
            body += word
    body += "".join(f"</w:{tag}>" for tag in reversed(opened))
    source = read_source(word_file(body), "draft.docx")
    assert all(span.start < span.end <= len(source.text) for span in source.asides)


@given(st.data())
def test_any_damage_gives_text_or_one_error(data: st.DataObject) -> None:
    content = bytearray(SOUND)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(UserError):
        read_source(bytes(content), "draft.docx")
