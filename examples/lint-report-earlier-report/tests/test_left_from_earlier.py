"""The rule on pairs of reports in a folder, run as users run it and by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lint_report import Finding, UserError, read_outline, read_source
from lint_report.testing import Case, check_case, example_cases
from lint_report_earlier_report import register_rules
from lint_report_earlier_report.left_from_earlier import LeftFromEarlier, Options

LONG = "镇党委坚持每月召开议事会，听取村民代表意见，先后解决了饮水、道路、照明等方面的困难，群众满意度明显提高。"
OLD = f"""青山镇2023年上半年工作总结

2023年上半年，青山镇各项工作平稳推进。

一、主要成绩
历年累计建成道路120公里。累计开展义诊24次。
{LONG}
"""
NEW = """青山镇2024年上半年工作总结

2024年上半年，青山镇各项工作平稳推进。

一、主要成绩
历年累计建成道路126公里。累计开展义诊18次。
镇党委把议事会开到村头，全年听取意见312条，办结305条，没有办结的逐条说明了原因，并在公示栏公布。
"""


def problems(folder: Path, text: str = NEW, name: str = "2024.txt", **options: Any) -> list[tuple[str, str]]:
    """Give what is found in a draft: the problem, and the words under the mark."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [(str(finding.data["problem"]), marked(text, finding)) for finding in check(path, **options)]


def check(path: Path, **options: Any) -> list[Finding]:
    document = read_outline(read_source(path.read_bytes(), str(path)))
    return list(LeftFromEarlier(Options(**options)).check(document))


def marked(text: str, finding: Finding) -> str:
    return text[finding.span.start : finding.span.end]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2023.txt").write_text(OLD, encoding="utf-8")
    return tmp_path


def test_new_report_is_left_alone(folder: Path) -> None:
    assert problems(folder) == []


def test_total_that_shrank(folder: Path) -> None:
    assert problems(folder, NEW.replace("126公里", "112公里")) == [("smaller", "112公里")]


@pytest.mark.parametrize(
    "stated",
    ["120公里", "约100公里", "12万公里", "100多公里", "90—100公里", "12%", "100处"],
)
def test_total_that_may_be_right(folder: Path, stated: str) -> None:
    assert problems(folder, NEW.replace("126公里", stated)) == []


def test_what_is_counted_anew_each_year_may_shrink(folder: Path) -> None:
    text = NEW.replace("历年累计建成道路126公里", "今年以来累计建成道路6公里")
    assert problems(folder, text) == []


def test_within_a_year_no_total_shrinks(folder: Path) -> None:
    text = NEW.replace("2024年上半年", "2023年")
    assert problems(folder, text) == [("smaller", "18次")]


def test_total_that_is_stated_twice_is_not_compared(folder: Path) -> None:
    text = NEW.replace("126公里。", "112公里。历年累计建成道路126公里。")
    assert problems(folder, text) == []


def test_paragraph_taken_over(folder: Path) -> None:
    assert problems(folder, NEW + LONG + "\n") == [("taken-over", LONG)]
    (finding,) = check(folder / "2024.txt")
    assert finding.data["line"] == 7
    assert problems(folder, NEW + LONG + "\n", shortest=100) == []
    assert problems(folder, NEW + LONG.replace("每月", "每周") + "\n") == []


def test_year_left_standing(folder: Path) -> None:
    text = NEW.replace("\n2024年上半年，", "\n2023年上半年，")
    assert problems(folder, text) == [("old-year", "2023年上半年")]


def test_year_that_is_named_with_good_reason(folder: Path) -> None:
    text = NEW + "与2023年上半年相比，新增就业人数有所增加。2023年上半年启动的水库工程已经完工。\n"
    assert problems(folder, text) == []


def test_absence_is_said_and_can_be_accepted(tmp_path: Path) -> None:
    assert problems(tmp_path) == [("no-earlier-report", "青山镇2024年上半年工作总结")]
    assert problems(tmp_path, required=False) == []
    assert problems(tmp_path, earlier="../2023/*.docx") == [("no-earlier-report", "青山镇2024年上半年工作总结")]


def test_report_of_another_office_is_none(folder: Path) -> None:
    (folder / "2023.txt").write_text(OLD.replace("青山镇", "石墨镇"), encoding="utf-8")
    assert [problem for problem, _ in problems(folder)] == ["no-earlier-report"]


def test_path_that_is_named_is_taken_at_its_word(folder: Path) -> None:
    (folder / "2023.txt").rename(folder / "去年.txt")
    text = NEW.replace("青山镇", "青山街道").replace("126公里", "112公里")
    assert problems(folder, text, earlier="去年.txt") == [("smaller", "112公里")]
    assert [problem for problem, _ in problems(folder, text, earlier="前年.txt")] == ["no-earlier-report"]
    (folder / "damaged.docx").write_bytes(b"PK no zip")
    with pytest.raises(UserError):
        problems(folder, text, earlier="damaged.docx")


def test_last_of_several_counts_and_the_unreadable_is_said(folder: Path) -> None:
    (folder / "2022.txt").write_text(OLD.replace("2023", "2022").replace("120", "140"), encoding="utf-8")
    assert problems(folder) == []
    (folder / "damaged.docx").write_bytes(b"PK no zip")
    (finding,) = check(folder / "2024.txt")
    assert "damaged.docx" in finding.message.zh
    assert "可能不是最近的一份" in finding.message.zh


def test_text_without_a_time_or_a_folder_is_left_alone(folder: Path) -> None:
    assert problems(folder, "各项工作平稳。\n") == []
    document = read_outline(read_source(NEW.encode(), "-"))
    assert list(LeftFromEarlier(Options()).check(document)) == []


def test_installed_rule_is_used_in_a_folder_and_nothing_is_kept(folder: Path) -> None:
    (folder / "2024.txt").write_text(NEW.replace("126公里", "112公里"), encoding="utf-8")
    command = [sys.executable, "-m", "lint_report", ".", "--select", "E101", "--format", "json"]

    def found() -> list[str]:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
        assert done.stderr == b""
        files = {file["path"]: file["issues"] for file in json.loads(done.stdout)["files"]}
        return [issue["data"]["problem"] for issue in files["2024.txt"]]

    assert found() == ["smaller"]
    (folder / "2023.txt").write_text(OLD.replace("120", "100"), encoding="utf-8")
    assert found() == [], "the earlier report changed, the one that is checked did not"


@pytest.mark.parametrize("case", list(example_cases(LeftFromEarlier)), ids=lambda case: case.name)
def test_example(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert check_case(LeftFromEarlier, case) == []


def test_plugin_brings_the_rule() -> None:
    assert register_rules() == [LeftFromEarlier]
