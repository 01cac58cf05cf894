"""What is not running text is there to be checked, and nothing in it is a heading."""

from __future__ import annotations

from lint_report.document import Document
from lint_report.outline import read_outline
from lint_report.readers import read_source
from lint_report.run import Plan, Run
from tests.readers.word_files import paragraph, word_file

MARKDOWN = """# 某镇2023年工作总结

## 一、主要工作成绩

全年实现财政收入3200万元，详见下表。

| 指标 | 数量 |
|------|------|
| 一、财政收入 | XX万元 |
| 存在的问题 | 无 |

## 二、存在的问题

投入不足，{code}。

## 三、下一步打算

```
一、20xx年
```

> 二、20xx年
"""


def titles(document: Document) -> list[str]:
    return [section.heading.title for report in document.reports for section in report.walk()]


def test_cells_code_and_quotations_are_no_headings() -> None:
    document = read_outline(read_source(MARKDOWN.encode(), "draft.md"))
    assert titles(document) == ["主要工作成绩", "存在的问题", "下一步打算"]


def test_findings_in_cells_count_and_those_in_code_do_not() -> None:
    text = MARKDOWN.replace("{code}", "见`20xx年`")
    result = Run(Plan()).lint(text.encode(), "draft.md")
    assert result.source is not None
    found = [(issue.rule, result.source.text[issue.span.start : issue.span.end]) for issue in result.issues]
    assert found == [("placeholder-number", "XX万元")]


def test_a_paragraph_with_code_in_it_is_still_a_paragraph() -> None:
    document = read_outline(read_source(MARKDOWN.replace("{code}", "见`a.b`").encode(), "draft.md"))
    assert "投入不足，见a.b。" in [paragraph.text for paragraph in document.paragraphs]


def test_tables_notes_and_headers_of_a_word_file() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("指标", "一、财政收入", "存在的问题", "3200"))
    body = (
        paragraph("某镇2023年工作总结")
        + paragraph("一、主要工作成绩")
        + paragraph("全年实现财政收入3200万元，具体情况见下表：")
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + paragraph("二、存在的问题")
        + paragraph("投入不足。")
        + paragraph("三、下一步打算")
        + paragraph("继续努力，争取更好成绩。")
    )
    note = f'<w:footnote w:id="1">{paragraph("数据来源于镇统计站")}</w:footnote>'
    content = word_file(body, header1=paragraph("某镇人民政府"), footnotes=note)
    assert titles(read_outline(read_source(content, "draft.docx"))) == ["主要工作成绩", "存在的问题", "下一步打算"]
    assert Run(Plan()).lint(content, "draft.docx").issues == ()
