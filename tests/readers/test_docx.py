"""Word files: what the printed document shows, in order, and what each place is called."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK

from lint_report.readers import read_source
from lint_report.source import Source
from tests.readers.places import assert_every_character_has_its_place, marked
from tests.readers.word_files import STRICT, paragraph, run, word_file

HEADINGS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="一级标题"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="title"><w:name w:val="Title"/><w:pPr><w:outlineLvl w:val="0"/>'
    "</w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="sub"><w:name w:val="Subtitle"/><w:pPr><w:outlineLvl w:val="1"/>'
    "</w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="x"/><w:basedOn w:val="loop"/></w:style>'
)


def read(content: bytes) -> Source:
    source = read_source(content, "draft.docx")
    assert_every_character_has_its_place(source)
    assert not source.editable
    return source


def text_of(body: str, styles: str = "") -> str:
    return read(word_file(body, styles=styles)).text


def headings(source: Source) -> list[tuple[str, int]]:
    return [(marked(source, heading.span), heading.level) for heading in source.headings]


def saved(build: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_document_as_python_docx_writes_it() -> None:
    def build(document: Document) -> None:
        document.add_heading("某镇2023年工作总结", 0)
        document.add_heading("一、存在的问题", 1)
        body = document.add_paragraph("正文")
        body.add_run().add_break()
        body.add_run("第二行\t后")
        body.add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("甲", style="List Number")
        document.add_paragraph("乙", style="List Number")
        document.add_paragraph("丙", style="List Bullet")
        table = document.add_table(2, 2)
        table.cell(0, 0).text = "收入"
        table.cell(1, 1).text = "3200"
        document.sections[0].header.paragraphs[0].text = "页眉文字"
        document.add_comment(body.runs, "Lint-report: ignore P201")

    source = read(saved(build))
    assert source.text == (
        "某镇2023年工作总结\n一、存在的问题\n正文\n第二行\t后\n1.甲\n2.乙\n丙\n收入\n3200\n页眉文字\n"
    )
    assert headings(source) == [("某镇2023年工作总结", 1), ("一、存在的问题", 2)]
    assert [marked(source, span) for span in source.asides] == ["收入", "3200", "页眉文字"]
    assert [(source.text[d.offset :][:2], d.text) for d in source.directives] == [("正文", "ignore P201")]


def test_places_are_named_by_paragraph_and_heading() -> None:
    body = (
        paragraph("前言")
        + paragraph("")
        + paragraph("二、存在的问题和不足之处以及下一步工作打算安排", style="1")
        + paragraph("正文")
        + "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>"
        + paragraph("格")
        + "</w:tc></w:tr></w:tbl>"
    )
    source = read(word_file(body, styles=HEADINGS, footnotes=f'<w:footnote w:id="1">{paragraph("注")}</w:footnote>'))

    def label(text: str) -> tuple[str, str]:
        found = source.label(source.text.index(text))
        assert found is not None
        return found

    assert label("前言") == ("第1段", "paragraph 1")
    assert label("正文")[0] == "第3段“二、存在的问题和不足之处以及下一步工作打…”"
    assert label("格")[1] == "table 1, row 1, cell 2, under “二、存在的问题和不足之处以及下一步工作打…”"
    assert label("注") == ("脚注1", "footnote 1")


def test_heading_styles() -> None:
    body = (
        paragraph("总结", style="title")
        + paragraph("——副题", style="sub")
        + paragraph("一", style="1")
        + paragraph("二", style="2")
        + paragraph("三", style="own")
        + paragraph("四", more='<w:outlineLvl w:val="2"/>')
        + paragraph("五", style="1", more='<w:outlineLvl w:val="9"/>')
        + paragraph("六", style="loop")
        + paragraph("七", style="none")
    )
    found = headings(read(word_file(body, styles=HEADINGS)))
    assert found == [("总结", 1), ("一", 2), ("二", 3), ("三", 2), ("四", 4)]
    body = paragraph("一", style="1") + paragraph("上</w:t><w:br/><w:t>下", style="2").replace("&lt;", "<").replace(
        "&gt;", ">"
    )
    assert headings(read(word_file(body, styles=HEADINGS))) == [("一", 1), ("上下", 2)]


def test_tracked_changes() -> None:
    body = (
        f"<w:p>{run('完成')}<w:del w:id='1'><w:r><w:delText>十</w:delText></w:r></w:del><w:ins w:id='2'>"
        f"{run('九')}</w:ins>"
        f"{run('项')}<w:moveFrom w:id='3'>{run('走')}</w:moveFrom><w:moveTo w:id='4'>{run('来')}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del w:id='5'/></w:rPr></w:pPr>{run('上半')}</w:p>"
        f"<w:p>{run('下半')}</w:p>"
        "<w:p><w:pPr><w:rPr><w:del w:id='6'/></w:rPr></w:pPr><w:del w:id='7'><w:r><w:delText>全删</w:delText></w:r>"
        "</w:del></w:p>"
        f"<w:p>{run('末')}</w:p>"
        "<w:tbl><w:tr><w:trPr><w:del w:id='8'/></w:trPr><w:tc><w:p>" + run("删行") + "</w:p></w:tc></w:tr></w:tbl>"
        f"<w:p><w:pPr><w:rPr><w:del w:id='9'/></w:rPr></w:pPr>{run('尾')}</w:p>"
    )
    assert text_of(body) == "完成九项来\n上半下半\n末\n尾\n"


def test_characters_that_are_elements() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>丙</w:t><w:cr/>"
        "<w:t>丁</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B0"/>'
        '<w:sym w:font="X" w:char="F0AA"/>'
        '<w:sym w:font="宋体" w:char="25A1"/><w:sym w:char="zz"/></w:r></w:p>'
    )
    assert text_of(body) == "甲\t乙-丙\n丁☑°•□•\n"


def test_white_space_counts_where_the_file_says_so() -> None:
    body = '<w:p><w:r><w:t> 甲 </w:t><w:t xml:space="preserve"> 乙\n丙 </w:t></w:r></w:p>'
    assert text_of(body) == "甲 乙 丙 \n"


def test_hidden_text_field_codes_and_readings_are_not_read() -> None:
    body = (
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>"
        f"见</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE \\@ yyyy</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('2023年')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        f"<w:fldSimple w:instr='PAGE'>{run('1')}</w:fldSimple><w:hyperlink>{run('链接')}</w:hyperlink>"
        f"<w:r><w:ruby><w:rt>{run('zhong')}</w:rt><w:rubyBase>{run('中')}</w:rubyBase></w:ruby></w:r>"
        f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt></w:p>"
    )
    assert text_of(body) == "见2023年1链接中控件\n"


@pytest.mark.parametrize("form", ["choice", "fallback", "pict"])
def test_text_boxes_follow_their_paragraph(form: str) -> None:
    box = f"<w:txbxContent>{paragraph('框一')}{paragraph('框二')}</w:txbxContent>"
    shape = f"<wps:txbx>{box}</wps:txbx>"
    picture = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    drawn = {
        "choice": f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent>",
        "fallback": f'<mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback>{picture}'
        "</mc:Fallback></mc:AlternateContent>",
        "pict": picture,
    }[form]
    source = read(word_file(f"<w:p>{run('前')}<w:r>{drawn}</w:r>{run('后')}</w:p>{paragraph('末')}"))
    assert source.text == "前后\n框一\n框二\n末\n"
    assert [marked(source, span) for span in source.asides] == ["框一\n框二"]


def test_tables_nested_tables_and_forms() -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format(paragraph('内'))}</w:tr></w:tbl><w:p/>"
    form = paragraph("工作总结") + paragraph("一、成绩")
    controls = f"<w:sdt><w:sdtContent>{cell.format(paragraph('控'))}</w:sdtContent></w:sdt>"
    table = (
        f"<w:tbl><w:tblPr/><w:tr>"
        f"{cell.format(paragraph('甲'))}{cell.format(form)}{controls}{cell.format(inner)}</w:tr></w:tbl>"
    )
    source = read(word_file(paragraph("前") + table + paragraph("后")))
    assert source.text == "前\n甲\n工作总结\n一、成绩\n控\n内\n后\n"
    assert [marked(source, span) for span in source.asides] == ["甲", "控", "内"]


def test_notes_headers_and_footers_come_once_after_the_body() -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}"{kind}>{paragraph(text)}</w:footnote>'
        for number, kind, text in ((-1, ' w:type="separator"', "线"), (1, "", "注一"), (2, "", "注二"))
    )
    source = read(
        word_file(
            paragraph("正文"),
            footnotes=notes,
            endnotes=f'<w:endnote w:id="1">{paragraph("尾注")}</w:endnote>',
            header1=paragraph("页眉"),
            header2=paragraph("页眉"),
            header3="<w:p/>",
            footer1=paragraph("第 1 页"),
            footer2=f"<w:p>{run('第')}<w:fldSimple w:instr=' PAGE '>{run('1')}</w:fldSimple>{run('页')}</w:p>",
            footer3=f"<w:p><w:r><w:instrText>NUMPAGES</w:instrText></w:r>{run('3')}</w:p>",
        )
    )
    assert source.text == "正文\n注一\n注二\n尾注\n页眉\n第 1 页\n"
    assert source.label(source.text.index("注二")) == ("脚注2", "footnote 2")


def test_contents_are_not_read() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = (
        paragraph("总结")
        + paragraph("目 录")
        + paragraph("一、成绩\t1", style="toc")
        + paragraph("二、问题\t2", style="toc")
        + f"<w:sdt>{gallery}<w:sdtContent>{paragraph('目录')}{paragraph('一、成绩 1')}</w:sdtContent></w:sdt>"
        + f"<w:sdt><w:sdtContent>{paragraph('一、成绩')}</w:sdtContent></w:sdt>"
    )
    assert text_of(body, styles=HEADINGS) == "总结\n一、成绩\n"


def test_remarks_in_comments() -> None:
    comments = (
        f'<w:comment w:id="0">{paragraph("lint-report：忽略 P201")}{paragraph("lint-report: ignore R401")}</w:comment>'
        f'<w:comment w:id="1">{paragraph("请核实")}</w:comment><w:comment w:id="2">'
        f"{paragraph('lint-report: ignore-file')}</w:comment>"
    )
    body = (
        paragraph("甲")
        + '<w:commentRangeStart w:id="2"/>'
        + f'<w:p>{run("乙")}<w:commentRangeStart w:id="0"/>{run("丙")}<w:r><w:commentReference w:id="0"/></w:r></w:p>'
        + f'<w:p><w:r><w:commentReference w:id="1"/></w:r>{run("丁")}</w:p>'
    )
    source = read(word_file(body, comments=comments))
    assert source.text == "甲\n乙丙\n丁\n"
    assert [(d.offset, d.text) for d in source.directives] == [(2, "ignore-file"), (3, "忽略 P201"), (3, "ignore R401")]


def test_embedded_documents_are_said() -> None:
    source = read(word_file(paragraph("甲") + "<w:altChunk/><w:altChunk/>"))
    (notice,) = source.notices
    assert "没有检查" in notice.zh


def test_strict_files_and_other_prefixes() -> None:
    assert read(word_file(paragraph("甲"), namespace=STRICT)).text == "甲\n"
    content = word_file(paragraph("甲"), namespace=STRICT)
    assert read(content).text == "甲\n"
    main = f'<x:document xmlns:x="{STRICT}"><x:body><x:p><x:r><x:t>乙</x:t></x:r></x:p></x:body></x:document>'
    assert read(word_file("", raw_parts={"word/document.xml": main.encode()})).text == "乙\n"
    assert read(word_file("", raw_parts={"word/document.xml": main.encode("utf-16")})).text == "乙\n"


def test_empty_document_is_empty_text() -> None:
    assert read(word_file("")).text == ""
    assert read(word_file("<w:p/><w:p/>")).text == "\n\n"
