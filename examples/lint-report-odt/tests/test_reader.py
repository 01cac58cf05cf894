"""What is read of OpenDocument files, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from lint_report import Source, UserError, read_outline
from lint_report_odt import register_readers
from lint_report_odt.package import Limits
from lint_report_odt.reader import OdtReader
from odt_files import content, odt, paragraphs, styles_part

NUMBERED = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" '
    'style:num-format="1"/></text:list-style>'
)


def read(file: bytes, limits: Limits | None = None) -> Source:
    return OdtReader(limits).read(file, "draft.odt", None)


def heading(text: str) -> str:
    return f'<text:h text:outline-level="1">{text}</text:h>'


def item(text: str, inner: str = "") -> str:
    return f"<text:list-item><text:p>{text}</text:p>{inner}</text:list-item>"


def test_paragraphs_are_lines_and_space_is_as_printed() -> None:
    source = read(
        odt(
            paragraphs(
                "青山镇\n  工作<text:span>总结</text:span>",
                "",
                "一<text:s text:c='2'/>二<text:tab/>三<text:line-break/>四",
            )
        )
    )
    assert source.text == "青山镇 工作总结\n\n一  二\t三\n四\n"
    assert source.format == "odt"
    assert not source.editable


def test_headings_are_declared_and_numbered() -> None:
    level = '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    outline = f"<text:outline-style>{level}</text:outline-style>"
    body = heading("成绩") + paragraphs("平稳。") + heading("不足")
    source = read(odt(body, parts={"styles.xml": styles_part(outline)}))
    assert source.text == "1.成绩\n平稳。\n2.不足\n"
    assert [source.text[heading.span.start : heading.span.end] for heading in source.headings] == ["1.成绩", "2.不足"]
    (report,) = read_outline(source).reports
    assert [section.heading.title for section in report.sections] == ["成绩", "不足"]


def test_lists_are_numbered_as_printed() -> None:
    inner = f"<text:list>{item('甲')}{item('乙')}</text:list>"
    body = f'<text:list text:style-name="L1">{item("成绩", inner)}{item("不足", inner)}</text:list>'
    again = f'<text:list text:style-name="L1">{item("新的")}</text:list>'
    on = f'<text:list text:style-name="L1" text:continue-numbering="true">{item("接着")}</text:list>'
    lines = read(odt(body + again + on, styles=NUMBERED)).text.splitlines()
    assert lines == ["一、成绩", "（1）甲", "（2）乙", "二、不足", "（1）甲", "（2）乙", "一、新的", "二、接着"]


def test_number_of_an_unknown_form_is_said() -> None:
    source = read(
        odt(
            f'<text:list text:style-name="L1">{item("甲")}</text:list>',
            styles=NUMBERED.replace("一, 二, 三, ...", "ア"),
        )
    )
    assert source.text == "甲\n"
    assert "编号" in source.notices[0].zh


def test_tables_notes_and_boxes_are_asides() -> None:
    body = (
        "<text:p>财政收入<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>含上级补助。"
        "</text:p></text:note-body></text:note>增长。<draw:frame><draw:text-box><text:p>图一</text:p></draw:text-box>"
        "</draw:frame></text:p><table:table><table:table-row><table:table-cell><text:p>项目</text:p></table:table-cell>"
        "</table:table-row></table:table><text:p>完毕。</text:p>"
    )
    source = read(odt(body))
    assert source.text == "财政收入增长。\n含上级补助。\n图一\n项目\n完毕。\n"
    assert [source.text[aside.start : aside.end] for aside in source.asides] == ["含上级补助。", "图一", "项目"]
    labels = [source.label(source.text.index(word)) for word in ("财政", "含上级", "项目", "完毕")]
    assert [label.zh for label in labels if label] == ["第1段", "脚注", "表格", "第2段"]


def test_what_is_not_printed_is_not_read() -> None:
    deleted = "<text:changed-region><text:deletion><text:p>删去的。</text:p></text:deletion></text:changed-region>"
    left_out = (
        f"<text:tracked-changes>{deleted}</text:tracked-changes>",
        "<text:table-of-content><text:index-body><text:p>目录……1</text:p></text:index-body></text:table-of-content>",
        "<text:p><office:annotation><text:p>批注</text:p></office:annotation></text:p>",
        "<text:p><text:hidden-text>隐藏</text:hidden-text></text:p>",
    )
    assert read(odt("".join(left_out) + paragraphs("正文。"))).text.split() == ["正文。"]


def test_comment_may_be_a_remark() -> None:
    comment = "<office:annotation><text:p>lint-report: 忽略 placeholder-year</text:p></office:annotation>"
    (directive,) = read(odt(paragraphs("甲。", f"{comment}20xx年。"))).directives
    assert (directive.offset, directive.text) == (3, "忽略 placeholder-year")


BROKEN = {
    "no zip": (b"no zip", "完好"),
    "cut off": (odt(paragraphs("甲"))[:-30], "完好"),
    "no content": (odt(parts={"content.xml": b""}), "XML"),
    "a spreadsheet": (odt(parts={"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "文字文档"),
    "a password": (odt(parts={"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "密码"),
    "no XML": (odt("<text:p>"), "XML"),
    "an entity bomb": (odt(parts={"content.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}), "DTD"),
    "nested too deep": (odt("<text:span>" * 300 + "</text:span>" * 300), "嵌套"),
    "a zip bomb": (odt(parts={"content.xml": content(paragraphs(" " * (64 << 20)))}), "超过上限"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_or_hostile_file_is_refused_by_name(name: str) -> None:
    file, word = BROKEN[name]
    with pytest.raises(UserError) as caught:
        read(file)
    assert caught.value.path == "draft.odt"
    assert word in caught.value.message.zh


def test_limits_hold() -> None:
    many: dict[str, str | bytes] = {f"Pictures/{number}": "" for number in range(20)}
    with pytest.raises(UserError):
        read(odt(parts=many), Limits(entries=10))
    with pytest.raises(UserError):
        read(odt(paragraphs("甲" * 1000)), Limits(part_bytes=100))


def test_large_file_takes_time_in_proportion() -> None:
    body = paragraphs(*["今年以来，全镇各项工作平稳推进，财政收入稳步增长。"] * 20_000)
    assert len(read(odt(body)).text) == 26 * 20_000


def test_installed_reader_is_used(tmp_path: Path) -> None:
    body = heading("一、成绩") + paragraphs("20xx年，全镇财政收入3200万元。")
    (tmp_path / "draft.odt").write_bytes(odt(body))
    command = [sys.executable, "-m", "lint_report", ".", "--select", "P201", "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    (file,) = json.loads(done.stdout)["files"]
    assert (done.returncode, file["path"]) == (1, "draft.odt")
    assert [(issue["code"], issue["line"]) for issue in file["issues"]] == [("P201", 2)]


def test_plugin_brings_the_reader() -> None:
    assert register_readers() == [OdtReader]
