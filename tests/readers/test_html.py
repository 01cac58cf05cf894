"""Web pages: what a browser shows, each character where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint_report.messages import UserError
from lint_report.readers import read_source
from lint_report.source import Source
from tests.readers.places import assert_every_character_has_its_place, marked

MADE_UP = "\n &<>：\xa0一©"


def read(page: str) -> Source:
    source = read_source(page.encode(), "page.html")
    assert_every_character_has_its_place(source, made_up=MADE_UP)
    return source


def asides(source: Source) -> list[str]:
    return [marked(source, span) for span in source.asides]


def test_blocks_make_lines() -> None:
    page = (
        "<!DOCTYPE html>\n<html><body>\n<h1>工作总结</h1><p>　　甲<b>乙</b>丙</p>\n<div>丁<div>戊</div>己</div>"
        "庚<br><br/>辛</body></html>"
    )
    source = read(page)
    assert source.text == "工作总结\n　　甲乙丙\n丁\n戊\n己\n庚\n辛"
    assert [(marked(source, h.span), h.level) for h in source.headings] == [("工作总结", 1)]
    assert source.position(source.text.index("甲")) == (3, 19)


def test_only_what_shows() -> None:
    page = """<head><title>题</title><style>p{}</style><meta name="x"></head>
    <script>var a = "<p>不</p>";</script><p hidden>不<p>是<p style="color:red; DISPLAY : none">不</p>
    <div style="display:none">不<div>不</div>不</div><template><p>不</p></template><noscript>不</noscript>
    <!-- 不 --><ruby>总<rt>zǒng</rt></ruby>结<textarea>不</textarea><select><option>不</select>"""
    assert read(page).text == "是\n总结"


def test_white_space_as_a_browser_shows_it() -> None:
    assert read("<p>  甲\n  乙 丙\tword\n word2</p>").text == "甲乙 丙 word word2"
    assert read("<p>全年\n2023 年</p>").text == "全年2023 年"
    assert read("<pre>\n一行\n  二行\n</pre>后").text == "一行\n  二行\n后"
    assert read("<p>甲&nbsp;&nbsp;乙&#32;</p>").text == "甲\xa0\xa0乙"


def test_references() -> None:
    source = read("<p>各位代表&#xff1a;A&amp;B &lt;甲&gt; AT&T R&D &foo; &copy &#x4e00;</p>")
    assert source.text == "各位代表：A&B <甲> AT&T R&D &foo; © 一"


def test_a_title_set_in_two_lines_is_one_heading() -> None:
    source = read("<h1>某某县<br>2023年\n工作总结</h1><p>甲</p>")
    assert [marked(source, h.span) for h in source.headings] == ["某某县2023年工作总结"]


def test_headings_that_are_not_closed() -> None:
    source = read("<h2>一、成绩<p>正文<h2>二、问题</h3><div>正文")
    assert [marked(source, h.span) for h in source.headings] == ["一、成绩", "二、问题"]
    assert source.text == "一、成绩\n正文\n二、问题\n正文"


def test_cells_are_asides_unless_the_table_lays_out_the_page() -> None:
    source = read("<table><tr><th>项目<th>数量<tr><td>收入</td><td>3</td></tr></table>")
    assert source.text == "项目\n数量\n收入\n3"
    assert asides(source) == ["项目", "数量", "收入", "3"]
    source = read("<table><tr><td><p>工作总结</p><p>一、成绩</p></td><td>边栏</td></tr></table>")
    assert asides(source) == ["边栏"]


def test_struck_out_text_is_skipped() -> None:
    source = read("完成<del>十<b>一</b></del>九项<s>甲")
    assert [marked(source, span) for span in source.skipped] == ["十一", "甲"]


def test_remarks() -> None:
    source = read(
        "<!-- lint-report: ignore-file R401 --><p>甲</p><!-- lint-report：忽略 --><p>20xx年<!--lint-report: a--></p>"
    )
    assert source.text == "甲\n20xx年"
    assert [(d.offset, d.text) for d in source.directives] == [(0, "ignore-file R401"), (2, "忽略"), (7, "a")]


def test_lists_and_definitions() -> None:
    assert read("<ul><li>甲<li>乙<ul><li>丙</ul></ul><dl><dt>丁<dd>戊</dl>").text == "甲\n乙\n丙\n丁\n戊"


def test_pages_that_word_wrote() -> None:
    page = (
        "<p class=MsoNormal><![if !supportLists]><span>一、</span><![endif]>成绩<o:p></o:p></p>"
        "<?xml:namespace prefix=o ?>"
    )
    assert read(page).text == "一、成绩"


def test_what_is_not_closed_at_the_end() -> None:
    assert read("<p>甲<a href='").text == "甲"
    assert read("<p>甲 3<5 乙").text == "甲 3<5 乙"
    assert read("<p>甲<!-- 乙<p>丙").text == "甲"
    assert read("<p>甲<script>乙<p>丙").text == "甲"


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "utf-8")])
def test_the_encoding_that_a_page_names(charset: str, encoding: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><p>工作—总结</p>'
    source = read_source(page.encode(encoding), "page.html")
    assert (source.text, source.encoding, source.notices) == ("工作—总结", encoding, ())


def test_big5_page() -> None:
    page = "<meta charset=big5><p>深水埗區議會工作報告</p>"
    assert read_source(page.encode("big5hkscs"), "page.htm").text == "深水埗區議會工作報告"


def test_a_page_that_names_an_encoding_it_no_longer_has() -> None:
    page = "<meta charset=gb2312><p>工作总结</p>"
    assert read_source(page.encode(), "page.html").text == "工作总结"
    page = "<meta charset='no-such'><p>工作总结，今年以来的工作</p>"
    source = read_source(page.encode("gb18030"), "page.html")
    assert (source.text, len(source.notices)) == ("工作总结，今年以来的工作", 1)


def test_the_named_encoding_wins_over_the_page() -> None:
    with pytest.raises(UserError):
        read_source("<meta charset=gb2312><p>工作总结</p>".encode("gb18030"), "page.html", "utf-8")


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<p hidden>", "<div style='display:none'>", "</div>", "<br>", "<b>", "</b>", "<h1>", "</h1>"),
        *("<table>", "<tr>", "<td>", "</td>", "</table>", "<li>", "<pre>", "</pre>", "<script>", "</script>", "<del>"),
        *("</del>", "<!--", "-->", "<!-- lint-report: ignore -->", "<![if x]>", "<?x", "<!", "<", ">", "</", "&", "&#"),
        *("&amp;", "&#xff1a;", "&nbsp;", '"', "'", "=", "/", "<a b='", "\n", "\r\n", " ", "　", "工作", "。", "a", "1"),
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_every_character_has_its_place(pieces: list[str]) -> None:
    read("".join(pieces))


@pytest.mark.parametrize(
    "piece",
    [
        *("<!--", "<!--x>", "<!-- lint-report: x>", "<a ", "<a >", "<a b='", '<a b="', "<![", "<!", "<?", "</", "</a"),
        *(
            "&",
            "&#",
            "<",
            "<a/",
            "<a =",
            "<a b='>",
            "<script>",
            "&amp",
            "<div>",
            "<p hidden>x",
            "<h1>x",
            "<td>x",
            "<s>x",
        ),
        *("<table>", "<b>x</i>", "工作 \n", "<a '\">", "<br>", "<a<>", "<meta ", "<p style='display "),
    ],
)
@pytest.mark.parametrize("end", ["", ">", "-->", "'>"])
def test_hostile_pages_are_read(piece: str, end: str) -> None:
    read_source((piece * 20_000 + end).encode(), "page.html")


def test_many_open_and_many_closed_elements() -> None:
    read_source(("<div>" * 50_000 + "</p>" * 50_000 + "</div>" * 50_000 + "甲").encode(), "page.html")
