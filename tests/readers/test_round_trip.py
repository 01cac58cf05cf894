"""The same draft in every encoding and format gives the same lines, the same outline and the same findings."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lint_report.chinese.numerals import numeral_value
from lint_report.outline import read_outline
from lint_report.readers import read_source
from lint_report.run import Plan, Run
from lint_report.source import Source
from tests.readers.word_files import definition, instance, level, paragraph, word_file

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SIMPLIFIED = """某某镇2023年工作总结

　　2023年，在县委、县政府的坚强领导下，全镇干部群众真抓实干。

一、主要工作成绩
（一）经济稳步增长。全年实现财政收入3200万元，同比增长8.5%。
（二）民生持续改善。新建“四好农村路”12公里，惠及XX村等5个村。
1.抓好就业。新增就业200人。
2.抓好教育。改造校舍3处；约***人受益 & 家长满意<95%>。

二、存在的问题和不足
一是项目储备不足。二是干部作风有待加强，20xx年以来问题仍然突出。

三、下一步工作打算
我们将认真落实*各项*部署，做好下列工作：
（1）抓项目；
（2）抓_作风_。
"""
TRADITIONAL = """某某鎮公所2023年施政報告

主席、各位委員先進：今天應邀列席貴會，深感榮幸。

壹、前言
　　本鎮全年歲入計新臺幣三億二千萬元，較上年度增加百分之八。

貳、施政成果
一、社會福利
（一）辦理「社區關懷」活動十二場。
（二）補助弱勢家庭XX戶。

參、檢討與展望
　　惟人力不足，尚待改進。今後將賡續推動各項工作，敬請指教。
"""
NUMBER = re.compile(
    r"\s*(?:([一二三四五六七八九十]{1,3})、|（([一二三四五六七八九十]{1,3})）|([0-9]{1,2})\.(?![0-9])|（([0-9]{1,2})）)"
)
LEVELS = (
    level(0, "%1、", "chineseCountingThousand"),
    level(1, "（%2）", "chineseCountingThousand"),
    level(2, "%3."),
    level(3, "（%4）"),
)


def typed_word_file(text: str) -> bytes:
    return word_file("".join(paragraph(line) for line in text.split("\n")))


def numbered_word_file(text: str) -> bytes:
    """Give the draft with Word's own numbers: going on where the count does, set where the draft jumps."""
    body, numbering = "", definition(0, *LEVELS) + instance(1, 0)
    counts, instances = [0, 0, 0, 0], 1
    for line in text.split("\n"):
        match = NUMBER.match(line)
        if match is None:
            body += paragraph(line)
            continue
        depth = next(number for number in range(4) if match[number + 1])
        value = numeral_value(match[depth + 1]) or 0
        used = 1
        if value != counts[depth] + 1:
            instances += 1
            used = instances
            start = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{value}"/></w:lvlOverride>'
            numbering += instance(instances, 0, more=start)
        counts[depth:] = [value] + [0] * (3 - depth)
        counts[:depth] = [count or 1 for count in counts[:depth]]
        body += paragraph(line[match.end() :], number=(used, depth))
    return word_file(body, numbering=numbering)


def markdown_file(text: str) -> bytes:
    lines = (re.sub(r"([\\`*_\[\]<>#+~|&!-])", r"\\\1", line).rstrip(" ") for line in text.split("\n"))
    return "\n".join(lines).encode()


def web_page(text: str) -> bytes:
    lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
    return f'<!DOCTYPE html><meta charset="utf-8"><title>题</title><body>{lines}</body>'.encode()


def encoded(encoding: str) -> Callable[[str], bytes]:
    return lambda text: text.encode(encoding)


FORMS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "BOM": ("draft.txt", encoded("utf-8-sig")),
    "GB18030": ("draft.txt", encoded("gb18030")),
    "UTF-16": ("draft.txt", encoded("utf-16")),
    "UTF-16 without mark": ("draft.txt", encoded("utf-16-be")),
    "CRLF": ("draft.txt", lambda text: text.replace("\n", "\r\n").encode()),
    "Big5": ("draft.txt", encoded("cp950")),
    "docx, typed numbers": ("draft.docx", typed_word_file),
    "docx, automatic numbers": ("draft.docx", numbered_word_file),
    "Markdown": ("draft.md", markdown_file),
    "HTML": ("draft.html", web_page),
}
DRAFTS = {"simplified": SIMPLIFIED, "traditional": TRADITIONAL} | {
    seed.stem: seed.read_text(encoding="utf-8") for seed in SEEDS
}


def lines(source: Source) -> list[str]:
    return [line.strip() for line in source.text.splitlines() if line.strip()]


def outline(source: Source) -> list[tuple[str | None, list[tuple[int, str | None, str, list[str]]]]]:
    return [
        (
            report.title,
            [
                (section.level, section.heading.marker, section.heading.title, sorted(section.parts))
                for section in report.walk()
            ],
        )
        for report in read_outline(source).reports
    ]


def findings(run: Run, content: bytes, path: str) -> list[tuple[str, str]]:
    result = run.lint(content, path)
    assert result.source is not None
    text = result.source.text
    return [(issue.rule, "".join(text[issue.span.start : issue.span.end].split())) for issue in result.issues]


@pytest.fixture(scope="module")
def lint_run() -> Run:
    return Run(Plan())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("draft", DRAFTS)
def test_same_lines_outline_and_findings(draft: str, form: str, lint_run: Run) -> None:
    text = DRAFTS[draft]
    path, make = FORMS[form]
    try:
        content = make(text)
    except UnicodeEncodeError:
        pytest.skip("the encoding has no such characters")
    plain, other = read_source(text.encode(), "draft.txt"), read_source(content, path)
    assert lines(other) == lines(plain)
    assert outline(other) == outline(plain)
    assert findings(lint_run, content, path) == findings(lint_run, text.encode(), "draft.txt")
