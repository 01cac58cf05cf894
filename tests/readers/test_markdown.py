"""Markdown: what a page made from it shows, each character where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lint_report.readers import read_source
from lint_report.source import Source, Span
from tests.readers.places import assert_every_character_has_its_place, marked

LINE_ENDS = ("\n", "\r\n", "\r")


def read(text: str) -> Source:
    source = read_source(text.encode(), "draft.md")
    assert_every_character_has_its_place(source, made_up="\n")
    return source


def skipped(source: Source) -> list[str]:
    return [marked(source, span) for span in source.skipped]


@pytest.mark.parametrize("line_end", LINE_ENDS)
def test_headings(line_end: str) -> None:
    source = read(line_end.join(["# 工作**总结** #", "", "## 一、成绩", "正文", "", "上级", "下行", "---", ""]))
    assert source.text == "工作总结\n\n一、成绩\n正文\n\n上级下行"
    assert [(marked(source, h.span), h.level) for h in source.headings] == [
        ("工作总结", 1),
        ("一、成绩", 2),
        ("上级下行", 2),
    ]
    assert source.position(source.text.index("一")) == (3, 4)
    assert source.position(source.text.index("下")) == (7, 1)


def test_emphasis_goes_and_redaction_stays() -> None:
    assert read("推进**重点**工作，*着力*抓好__落实__").text == "推进重点工作，着力抓好__落实__"
    for text in ("201_年，区_会，约__万元", "全年收入**万元", "***公司", "王*同志，李_同志"):
        assert read(text).text == text
    assert read("收入**，支出**，结余**。").text == "收入**，支出**，结余**。"


def test_emphasis_beside_chinese_punctuation_is_emphasis() -> None:
    assert read("**一是加强领导。**各部门落实**“两个维护”**要求，**重点：**工作").text == (
        "一是加强领导。各部门落实“两个维护”要求，重点：工作"
    )


def test_links_images_and_code() -> None:
    source = read(
        '见[链接](http://a_b_c "题")与[甲][r]、<https://x.cn/a%20b>。![图一](a.png)运行`x = 1`，`` `y` ``。\n\n[r]: /u'
    )
    assert source.text == "见链接与甲、https://x.cn/a%20b。图一运行x = 1，`y`。"
    assert skipped(source) == ["图一", "x = 1", "`y`"]


def test_escapes_and_entities() -> None:
    source = read_source("1\\. 甲\\*乙 &amp; &#x4e00;、&lt;丙&gt; AT&T &foo;".encode(), "draft.md")
    assert_every_character_has_its_place(source, made_up="&<>一")
    assert source.text == "1. 甲*乙 & 一、<丙> AT&T &foo;"
    assert source.position(source.text.index("丙")) == (1, 29)


def test_lists_keep_their_numbers() -> None:
    source = read("1. 甲\n   续\n2) 乙\n\n- 丙\n  10. 丁\n* 戊\n\n3. # 标题")
    assert source.text == "1. 甲\n续\n2) 乙\n\n丙\n10. 丁\n戊\n\n3. 标题"
    assert [marked(source, h.span) for h in source.headings] == ["3. 标题"]


def test_code_and_quotations_are_skipped() -> None:
    source = read("甲\n\n```python\n一、code\n  二\n```\n\n    三、indented\n\n> 引文**粗**\n> 第二行 `x`\n>> 深\n\n乙")
    assert source.text == "甲\n\n一、code\n二\n\n三、indented\n\n引文粗\n第二行 x\n深\n\n乙"
    assert skipped(source) == ["一、code\n二", "三、indented", "引文粗\n第二行 x\n深"]


def test_struck_out_text_is_skipped() -> None:
    assert skipped(read("完成~~十~~九项")) == ["十"]


def test_tables_give_a_line_a_cell() -> None:
    source = read("| 项目 | 数\\|量 |\n|---|:--|\n| 收入 | 收入 |\n| **支出** |\n\n后")
    assert source.text == "项目\n数|量\n收入\n收入\n支出\n\n后"
    assert [marked(source, span) for span in source.asides] == ["项目", "数|量", "收入", "收入", "支出"]
    second = source.text.index("收入") + 3
    assert source.position(second) == (3, 8)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: 总结\ndate: 20xx年\n---\n",
        "+++\ntitle = '总结'\n+++\n",
        "---\na: 1\n...\n",
        "---\r\na: 1\r\n---\r\n",
    ],
)
def test_front_matter_is_left_out(front: str) -> None:
    source = read(front + "\n# 标题\n")
    assert source.text == "标题"
    assert source.position(0) == (front.count("\n") + 2, 3)


def test_what_only_looks_like_front_matter() -> None:
    assert read("---\n\n甲\n\n---\n").text == "甲"
    assert read("---\n甲").text == "甲"


def test_remarks() -> None:
    source = read(
        "# 标题\n\n<!-- lint-report: ignore P201 -->\n20xx年\n\n甲<!-- lint-report：忽略 -->乙\n\n<!-- 注释 -->\n丙"
    )
    assert source.text == "标题\n\n20xx年\n\n甲乙\n\n丙"
    assert [(source.text[d.offset :][:1], d.text) for d in source.directives] == [("2", "ignore P201"), ("乙", "忽略")]


def test_html_in_markdown() -> None:
    source = read_source(
        '甲<br>乙<u>丙</u>\n\n<div align="center">\n<b>居中</b>文字 &amp; 其他\n</div>\n\n<script>'
        "\nx\n</script>\n\n丁".encode(),
        "draft.md",
    )
    assert_every_character_has_its_place(source, made_up="\n&")
    assert source.text == "甲\n乙丙\n\n居中文字 & 其他\n丁"


def test_hard_and_soft_line_ends_stay() -> None:
    assert read("甲  \n乙\\\n丙\n　　丁").text == "甲\n乙\n丙\n　　丁"


def test_a_fix_maps_back_only_where_no_markup_stands_within() -> None:
    source = read("推进**重点**工作")
    assert source.raw_span(_span(source, "进重点")) is None
    assert source.raw is not None
    inside = source.raw_span(_span(source, "重点"))
    assert inside is not None
    assert source.raw[inside.start : inside.end] == "重点"


def _span(source: Source, text: str) -> Span:
    start = source.text.index(text)
    return Span(start, start + len(text))


PIECES = st.sampled_from(
    [
        *(
            "# ",
            "## ",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "  ",
            "    ",
            "\t",
            "　　",
            "- ",
            "1. ",
            "2) ",
            "> ",
            "```",
            "`",
            "``",
        ),
        *(
            "*",
            "**",
            "***",
            "_",
            "__",
            "~~",
            "[",
            "](",
            ")",
            "[a]: b\n",
            "<http://a>",
            "![",
            "|",
            "|-|-|\n",
            "\\",
            "\\|",
        ),
        *("&amp;", "&#x4e00;", "<br>", "<!--", "-->", "<!-- lint-report: ignore -->", "<div>", "</div>", "---", "==="),
        *("一、", "工作", "。", "“", "”", "：", "甲", "a", "1", "\u2028", "\x0b", "\U00020000"),
    ]
)


@given(st.lists(PIECES, max_size=40))
@example(["``` ", "\n"])
@example(["<http://a>", "        ", "\u2028"])
@example(["`", "  ", "甲", "  ", "`"])
@example(["> ", "<div>", "\n", "> ", "甲"])
@example(["# # # ", "\n", "\u2028", "\n", "    ", "# # "])
@example(["|", "甲", "\\|", "|", "\n", "|-|-|\n"])
def test_every_character_has_its_place(pieces: list[str]) -> None:
    source = read_source("".join(pieces).encode(), "draft.md")
    assert_every_character_has_its_place(source, made_up="\n &一" + "\xa0")


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "![", "[](", "*", "*a", "a**", "_a ", "`", "`a", "> ", "> x\n", "- ", "1. x\n", "# x\n", "|", "<!--"),
        *(
            "<a ",
            "&",
            "字\n",
            "字\n\n",
            "工作，",
            "[a]: /u\n",
            "<div>\n\n",
            "```\n",
            "\\",
            "~~a",
            "<http://a>",
            "x\n===\n",
        ),
        *("|a|b|\n|-|-|\n", "![[", "](", "<", "<?", "<![CDATA[", "    x\n", "\t"),
    ],
)
def test_hostile_pages_are_read(piece: str) -> None:
    read_source((piece * 5_000).encode(), "draft.md")
