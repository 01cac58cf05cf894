"""Word's automatic numbers, worked out as Word shows them (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import pytest

from lint_report.readers import read_source
from lint_report.readers.docx.number_formats import format_number
from tests.readers.word_files import definition, instance, level, paragraph, word_file

OUTLINE = definition(
    0,
    level(0, "%1、", "chineseCountingThousand"),
    level(1, "（%2）", "chineseCountingThousand"),
    level(2, "%3."),
    level(3, "（%4）"),
    level(4, "%5", "decimalEnclosedCircle"),
)


def lines(numbering: str, *paragraphs: tuple[int, int] | str, styles: str = "") -> list[str]:
    """Give the lines of paragraphs, each named by instance and level, or by its style."""
    body = "".join(
        paragraph("文", style=given) if isinstance(given, str) else paragraph("文", number=given)
        for given in paragraphs
    )
    return read_source(word_file(body, numbering=numbering, styles=styles), "draft.docx").text.splitlines()


def test_levels_count_and_begin_anew_below_a_higher_one() -> None:
    levels = (0, 1, 1, 2, 3, 4, 4, 1, 2, 0, 1, 2)
    assert lines(OUTLINE + instance(1, 0), *((1, number) for number in levels)) == [
        *(
            "一、文",
            "（一）文",
            "（二）文",
            "1.文",
            "（1）文",
            "①文",
            "②文",
            "（三）文",
            "1.文",
            "二、文",
            "（一）文",
            "1.文",
        ),
    ]


def test_numbers_of_higher_levels_and_legal_style() -> None:
    numbering = definition(
        0,
        level(0, "第%1章", "chineseCountingThousand"),
        level(1, "%1.%2", more="<w:isLgl/>"),
        level(2, "%1.%2.%3", more='<w:suff w:val="space"/>'),
    )
    assert lines(numbering + instance(1, 0), (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)) == [
        *("第一章 文", "1.1 文", "1.2 文", "一.2.1 文", "第二章 文", "2.1 文"),
    ]


def test_instances_of_one_definition_go_on_counting() -> None:
    numbering = OUTLINE + instance(1, 0) + instance(2, 0)
    assert lines(numbering, (1, 0), (2, 0), (1, 0)) == ["一、文", "二、文", "三、文"]


def test_a_start_of_its_own_counts_once_and_goes_on() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride>'
    numbering = OUTLINE + instance(1, 0) + instance(2, 0, more=start)
    assert lines(numbering, (1, 0), (1, 0), (2, 0), (2, 0), (1, 0)) == [
        "一、文",
        "二、文",
        "八、文",
        "九、文",
        "十、文",
    ]


def test_a_list_that_begins_anew() -> None:
    start = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = OUTLINE + instance(1, 0) + instance(2, 0, more=start)
    assert lines(numbering, (1, 2), (1, 2), (2, 2), (2, 2)) == ["1.文", "2.文", "1.文", "2.文"]


def test_a_level_of_its_own_replaces_that_of_the_definition() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperRoman")}</w:lvlOverride>'
    assert lines(OUTLINE + instance(1, 0, more=override), (1, 0), (1, 0), (1, 1)) == ["I)文", "II)文", "（一）文"]


@pytest.mark.parametrize(
    ("restart", "expected"),
    [
        ("", ["1.", "2.", "1.", "1."]),
        ('<w:lvlRestart w:val="0"/>', ["1.", "2.", "3.", "4."]),
        ('<w:lvlRestart w:val="1"/>', ["1.", "2.", "3.", "1."]),
        ('<w:lvlRestart w:val="9"/>', ["1.", "2.", "1.", "1."]),
    ],
)
def test_after_what_a_level_begins_anew(restart: str, expected: list[str]) -> None:
    numbering = definition(0, level(0, "%1、"), level(1, "（%2）"), level(2, "%3.", more=restart)) + instance(1, 0)
    found = lines(numbering, (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2))
    assert [line.removesuffix("文") for line in found if line[1] == "."] == expected


def test_numbering_of_styles() -> None:
    numbering = definition(
        0,
        level(0, "%1、", "chineseCounting", more='<w:pStyle w:val="h1"/>'),
        level(1, "（%2）", "chineseCounting", more='<w:pStyle w:val="h2"/>'),
    )
    linked = '<w:pPr><w:numPr>{}<w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = (
        f'<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/>{linked.format("")}</w:style>'
        f'<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:basedOn w:val="h1"/>'
        f"{linked.format('')}</w:style>"
        '<w:style w:type="paragraph" w:styleId="own"><w:name w:val="own"/><w:basedOn w:val="h2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="off"><w:name w:val="off"/><w:basedOn w:val="h1"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>'
    )
    found = lines(numbering + instance(1, 0), "h1", "h2", "own", "off", (0, 0), "h1", styles=styles)
    assert found == ["一、文", "（一）文", "（二）文", "文", "文", "二、文"]


def test_numbering_style_that_a_definition_is_linked_to() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="list"><w:name w:val="list"/>'
        '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        definition(0, more='<w:numStyleLink w:val="list"/>')
        + definition(1, level(0, "%1）"), more='<w:styleLink w:val="list"/>')
        + instance(3, 0)
        + instance(5, 1)
    )
    assert lines(numbering, (3, 0), (3, 0), styles=styles) == ["1）文", "2）文"]
    loop = definition(0, more='<w:numStyleLink w:val="list"/>') + instance(5, 0)
    assert lines(loop, (5, 0), styles=styles) == ["文"]


def test_bullets_and_missing_definitions_give_nothing() -> None:
    numbering = definition(0, level(0, "\uf0b7", "bullet"), level(1, "附", "none")) + instance(1, 0) + instance(2, 7)
    assert lines(numbering, (1, 0), (1, 1), (2, 0), (9, 0), (1, 8)) == ["文", "附 文", "文", "文", "文"]


def test_a_lower_level_that_comes_first_counts_the_higher_one() -> None:
    numbering = definition(0, level(0, "%1"), level(1, "%1.%2")) + instance(1, 0)
    assert lines(numbering, (1, 1), (1, 1), (1, 0)) == ["1.1 文", "1.2 文", "2 文"]


def test_a_paragraph_whose_mark_was_deleted_is_not_counted() -> None:
    deleted = paragraph("上", number=(1, 0), more="<w:rPr><w:del w:id='1'/></w:rPr>")
    body = paragraph("甲", number=(1, 0)) + deleted + paragraph("下", number=(1, 0))
    source = read_source(word_file(body, numbering=OUTLINE + instance(1, 0)), "draft.docx")
    assert source.text == "一、甲\n二、上下\n"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", "1 10 11 20 21 105"),
        ("chineseCounting", "一 十 十一 二十 二十一 一〇五"),
        ("chineseCountingThousand", "一 十 十一 二十 二十一 一百零五"),
        ("chineseLegalSimplified", "壹 壹拾 壹拾壹 贰拾 贰拾壹 壹佰零伍"),
        ("taiwaneseCounting", "一 十 十一 二十 二十一 一○五"),
        ("taiwaneseCountingThousand", "一 十 十一 二十 二十一 一百零五"),
        ("ideographDigital", "一 一〇 一一 二〇 二一 一〇五"),
        ("ideographLegalTraditional", "壹 拾 拾壹 貳拾 貳拾壹 壹佰零伍"),
        ("ideographTraditional", "甲 癸 11 20 21 105"),
        ("ideographZodiac", "子 酉 戌 20 21 105"),
        ("decimalEnclosedCircle", "① ⑩ ⑪ ⑳ ㉑ 105"),
        ("decimalEnclosedCircleChinese", "① ⑩ ⑪ ⑳ ㉑ 105"),
        ("decimalEnclosedParen", "⑴ ⑽ ⑾ ⒇ 21 105"),
        ("decimalEnclosedFullstop", "⒈ ⒑ ⒒ ⒛ 21 105"),
        ("ideographEnclosedCircle", "㊀ ㊉ 11 20 21 105"),
        ("decimalFullWidth", "１ １０ １１ ２０ ２１ １０５"),
        ("decimalZero", "01 10 11 20 21 105"),
        ("upperLetter", "A J K T U AAAAA"),
        ("lowerRoman", "i x xi xx xxi cv"),
        ("ordinalText", "1 10 11 20 21 105"),
    ],
)
def test_number_formats(form: str, expected: str) -> None:
    assert " ".join(format_number(value, form) for value in (1, 10, 11, 20, 21, 105)) == expected
    assert format_number(0, form) == "0"
    assert format_number(10**9, form)
