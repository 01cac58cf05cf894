"""Encodings: told apart on the text as a whole, never by replacing a character."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_report.messages import UserError
from lint_report.readers import read_source
from lint_report.readers.decoding import decode
from lint_report.source import Source

HANS = "某某镇2023年工作总结\n一、主要工作成绩\n　　全年实现财政收入3200万元，同比增长8.5%；新建“四好农村路”12公里。\n"
HANT = (
    "某某鎮公所施政報告\n壹、前言\n"
    "　　本鎮全年歲入計新臺幣三億二千萬元，較上年度增加百分之八；辦理「社區關懷」活動十二場。\n"
)
SHORT = ("二、存在的问题和不足", "全镇干部群众团结一心，真抓实干，成效明显", "加强领导", "各位代表：")
SHORT_HANT = ("二、存在的問題與檢討", "主席、各位委員先進：今天應邀列席貴委員會", "施政重點", "各位代表：")


def read(content: bytes, encoding: str | None = None) -> Source:
    return read_source(content, "draft.txt", encoding)


def error_of(content: bytes, encoding: str | None = None) -> UserError:
    with pytest.raises(UserError) as caught:
        read(content, encoding)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_simplified_text_without_mark(encoding: str) -> None:
    source = read(HANS.encode(encoding))
    assert (source.text, source.encoding, source.bom) == (HANS, encoding, False)
    assert bool(source.notices) == (encoding != "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "cp950", "gb18030", "utf-16-le"])
def test_traditional_text_without_mark(encoding: str) -> None:
    source = read(HANT.encode(encoding))
    assert (source.text, source.encoding) == (HANT, encoding)


@pytest.mark.parametrize("mark", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_mark_is_believed_and_kept(mark: str) -> None:
    content = f"\ufeff{HANS}".encode(mark)
    source = read(content)
    assert (source.text, source.encoding, source.bom, source.notices) == (HANS, mark, True, ())
    assert ("\ufeff" * source.bom + source.text).encode(source.encoding) == content


@pytest.mark.parametrize("text", SHORT)
def test_few_characters_are_enough(text: str) -> None:
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        assert read(text.encode(encoding)).text == text


@pytest.mark.parametrize("text", SHORT_HANT)
def test_few_traditional_characters_are_enough(text: str) -> None:
    for encoding in ("cp950", "gb18030", "utf-16-le"):
        assert read(text.encode(encoding)).text == text


def test_characters_outside_gb2312_and_the_dash() -> None:
    text = "朱镕基、陶喆——工作总结，全年完成投资㎡"
    assert read(text.encode("gb18030")).text == text
    assert read("工作——总结".encode("gbk"), "gb2312").text == "工作——总结"  # Python's gb2312 would give ―


def test_hong_kong_characters() -> None:
    text = "深水埗邨及鰂魚涌區工作報告，本年度完成各項工程"
    source = read(text.encode("big5hkscs"))
    assert (source.text, source.encoding) == (text, "big5hkscs")


def test_a_guess_is_said() -> None:
    (notice,) = read(HANS.encode("gb18030")).notices
    assert notice.zh == "按 GB18030 读取（猜测）；若不对，请用 --encoding 指明"
    assert "Big5" in read(HANT.encode("cp950")).notices[0].zh


def test_the_named_encoding_wins_and_is_no_guess() -> None:
    source = read("é".encode("latin-1"), "latin-1")
    assert (source.text, source.notices) == ("é", ())
    assert read(HANS.encode(), "utf-8").text == HANS
    assert read(f"\ufeff{HANS}".encode("utf-16-be"), "utf-16").text == HANS
    assert read(codecs.BOM_UTF8 + b"x", "utf-8").text == "x"


@pytest.mark.parametrize(("name", "near"), [("gb1803", "gb18030"), ("utf8x", "utf-8"), ("bigg5", "big5")])
def test_unknown_encoding_names_near_ones(name: str, near: str) -> None:
    assert near in error_of(b"x", name).message.zh


@pytest.mark.parametrize("name", ["base64", "rot13", "undefined", "", "utf\0"])
def test_names_that_are_no_encoding_of_text(name: str) -> None:
    assert "编码" in error_of(b"x", name).message.zh


def test_an_unreadable_byte_is_an_error_with_its_place() -> None:
    content = "第一行，工作总结\r\n第二行，存在的问题".encode("gb18030")
    error = error_of(content + b"\xff" + "今后打算".encode("gb18030"))
    assert error.line == 2
    assert f"第 {len(content) + 1} 个字节（0xFF）不能按 GB18030 读取" in error.message.zh
    utf8 = "第一行，工作总结\n第二行，存在的问题\n".encode()
    error = error_of(utf8 + "今".encode()[:2])
    assert (error.line, f"第 {len(utf8) + 1} 个字节" in error.message.zh) == (3, True)
    assert "UTF-8" in error.message.zh
    assert error_of("工作\n总结".encode("utf-16") + b"\x00").line == 2
    assert error_of(HANS.encode("gb18030"), "utf-8").line == 1


def test_bytes_that_are_no_chinese() -> None:
    assert "认不出" in error_of(b"\x80\x81\xff\xfe\xfd").message.zh


@pytest.mark.parametrize(
    ("content", "what", "advice"),
    [
        (b"%PDF-1.7\n...", "PDF", "另存为 .docx"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "旧版 Word 或 WPS", "另存为 .docx"),
        (b"{\\rtf1\\ansi", "RTF", "另存为 .docx"),
        (b"PK\x03\x04....word/document.xml", "Word 文档", "后缀改为 .docx"),
        (b"PK\x03\x04....xl/workbook.xml", "Excel", ""),
        (b"PK\x03\x04....OFD.xml", "OFD", "另存为 .docx"),
        (b"\x89PNG\r\n\x1a\n", "图片", "OCR"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "图片", "OCR"),
        (b"7z\xbc\xaf\x27\x1c", "压缩包", "解压"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00", "空字节", ""),
    ],
)
def test_binary_files_are_told_by_what_they_are(content: bytes, what: str, advice: str) -> None:
    message = error_of(content).message.zh
    assert what in message
    assert advice in message


def test_nul_is_no_text_in_any_encoding() -> None:
    assert "空" in error_of("工作\0总结，今年".encode("utf-16")).message.zh
    assert "空" in error_of(b"abc\0def", "utf-8").message.zh


def test_empty_file_is_empty_text() -> None:
    assert read(b"").text == ""
    assert read(codecs.BOM_UTF8).text == ""


def test_line_ends_stay_and_columns_count_code_points() -> None:
    source = read("甲\r\n乙\r丙\u2028丁\n\U00020000戊".encode())
    assert source.text == "甲\r\n乙\r丙\u2028丁\n\U00020000戊"
    assert source.position(source.text.index("丁")) == (3, 3)
    assert source.position(source.text.index("戊")) == (4, 2)


def test_what_cannot_be_written_back_is_not_editable() -> None:
    assert read(HANT.encode("cp950")).editable
    twice_coded = b"\xf9\xf9"  # one of the box-drawing characters that Big5 has in two places
    assert not read(HANT.encode("cp950") + twice_coded).editable


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_utf8_is_read_as_it_is(text: str) -> None:
    content = text.encode()
    if not content.startswith((codecs.BOM_UTF8, b"%PDF-", b"{\\rtf", b"RIFF", b"GIF8", b"PK")):
        assert decode(content, "draft.txt").text == text


@given(st.binary(), st.sampled_from([None, "utf-8", "gb18030", "big5", "utf-16", "utf-7", "cp1252"]))
def test_any_bytes_give_text_or_one_error(content: bytes, encoding: str | None) -> None:
    try:
        decoded = decode(content, "draft.txt", encoding)
    except UserError:
        return
    if decoded.exact:
        assert ("\ufeff" * decoded.bom + decoded.text).encode(decoded.encoding) == content
