"""Every format as the program writes it: of the form that its readers want, whole, and safe whatever a file holds."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import yaml
from markdown_it import MarkdownIt

from tests.conftest import Run

FORMATS = (
    "text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "markdown",
)  # fmt: skip
SCHEMAS = Path(__file__).parent / "formats"
YEAR = ("--select", "placeholder-year")
BAD = "20xx年，我镇完成财政收入3200万元。\n"
GOOD = "2023年，我镇完成财政收入3200万元。\n"
# What a terminal obeys, what breaks a line for some reader, what turns text around, and halves of surrogate pairs.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARKUP = "<script>alert(1)</script><img src=x onerror=y>&amp;]]>|`*_[x](y)@team#1 https://a.example www.b.example"


def write(path: Path, text: str = BAD) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def written(run: Run, folder: Path, *words: str) -> dict[str, str]:
    """Run once and give what stands in the output file of every format."""
    outputs = [f"--output-file={name}={folder / f'out.{name}'}" for name in FORMATS]
    outcome = run(*words, *outputs, "--quiet")
    assert "Traceback" not in outcome.err
    assert outcome.out == ""
    return {name: (folder / f"out.{name}").read_bytes().decode() for name in FORMATS}


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Two files with findings of every sort, one without, one that cannot be read."""
    write(tmp_path / "年终 总结.txt", f"𠮷20xx年，我镇平稳。\r\n{BAD}我镇20xx年平稳。<!-- lint-report: 忽略 -->\r\n")
    write(tmp_path / "sub" / "more.txt", BAD + "社区工作工作有序开展，，财政收入万元。\n")
    write(tmp_path / "good.txt", GOOD)
    (tmp_path / "locked.txt").write_bytes(b"\x00\x01\x02" * 200)
    return tmp_path


def check_schema(name: str, document: Any) -> None:
    schema = yaml.safe_load((SCHEMAS / f"{name}.yaml").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert [f"{error.json_path}: {error.message}" for error in checker.iter_errors(document)] == []


def test_sarif_has_the_form_of_the_standard(run: Run, drafts: Path) -> None:
    run(".", "--select", "P201", "--write-baseline", "known.json")
    write(drafts / "sub" / "more.txt", BAD + "202x年另作安排。\n")
    log = run(".", *YEAR, "--baseline", "known.json", "--format", "sarif").json
    check_schema("sarif", log)
    (sarif,) = log["runs"]
    (invocation,) = sarif["invocations"]
    assert invocation["executionSuccessful"] is False
    said = [(row["level"], row["locations"][0]) for row in invocation["toolExecutionNotifications"]]
    assert ("error", {"physicalLocation": {"artifactLocation": {"uri": "locked.txt"}}}) in said
    found = [(place(row), row["suppressions"]) for row in sarif["results"]]
    uri = "sub/more.txt"
    assert found[-2:] == [((uri, 1, 1, 1, 6), [{"kind": "external"}]), ((uri, 2, 1, 2, 6), [])]
    assert [kinds for (uri, *_), kinds in found if "more" not in uri] == [
        [{"kind": "external"}], [{"kind": "external"}], [{"kind": "inSource"}],
    ]  # fmt: skip
    assert unquote_to_bytes(found[0][0][0]).decode() == "年终 总结.txt"
    rules = sarif["tool"]["driver"]["rules"]
    assert all(rules[row["ruleIndex"]]["id"] == row["ruleId"] for row in sarif["results"])
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)


def place(result: Any) -> tuple[str, int, int, int, int]:
    physical = result["locations"][0]["physicalLocation"]
    region = physical["region"]
    start, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
    return physical["artifactLocation"]["uri"], *start, *end


def test_sarif_fixes_mend_the_file_when_they_are_applied(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "draft.txt", "一、工作\n我镇完成财政收入3200万元，，增长5%。\n")
    log = run("draft.txt", "--select", "punctuation", "--format", "sarif").json
    check_schema("sarif", log)
    (result,) = log["runs"][0]["results"]
    lines = (tmp_path / "draft.txt").read_text(encoding="utf-8").splitlines()
    for replacement in result["fixes"][0]["artifactChanges"][0]["replacements"]:
        region = replacement["deletedRegion"]
        at, line = region["startLine"] - 1, lines[region["startLine"] - 1]
        start, end = region["startColumn"] - 1, region["endColumn"] - 1
        lines[at] = line[:start] + replacement["insertedContent"]["text"] + line[end:]
    assert lines[1] == "我镇完成财政收入3200万元，增长5%。"


def test_gitlab_has_the_documented_form_and_stable_fingerprints(run: Run, drafts: Path) -> None:
    rows = run(".", *YEAR, "--format", "gitlab").json
    check_schema("gitlab", rows)
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    assert {row["location"]["path"] for row in rows} == {"locked.txt", "sub/more.txt", "年终 总结.txt"}
    (before,) = run("sub/more.txt", *YEAR, "--format", "gitlab").json
    write(drafts / "sub" / "more.txt", f"前面添了一行。\n\n{BAD}")
    (after,) = run("sub", *YEAR, "--format", "gitlab").json
    assert (after["fingerprint"], after["location"]["lines"]["begin"]) == (before["fingerprint"], 3)


def test_rdjson_has_the_form_of_its_definition_and_counts_bytes(run: Run, drafts: Path) -> None:
    document = run(".", "--format", "rdjson").json
    check_schema("rdjson", document)
    row = next(row for row in document["diagnostics"] if row["location"]["path"] == "年终 总结.txt")
    assert row["location"]["range"] == {"start": {"line": 1, "column": 5}, "end": {"line": 1, "column": 12}}
    assert {"message", "location", "severity"} == set(
        next(row for row in document["diagnostics"] if row["location"]["path"] == "locked.txt")
    )
    (drafts / "locked.txt").unlink()
    mended = [row for row in run(".", "--format", "rdjson").json["diagnostics"] if row.get("suggestions")]
    assert mended
    assert all(row["suggestions"][0]["range"]["start"]["line"] >= 1 for row in mended)


Allowed = dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
# Of each element: attributes that must be there, attributes that may be, elements within.
JUNIT: Allowed = {  # junit-10.xsd of Jenkins' xUnit plugin
    "testsuites": ((), ("name", "time", "tests", "failures", "errors"), ("testsuite",)),
    "testsuite": (
        ("name", "tests", "failures", "errors"),
        ("group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"),
        ("testsuite", "properties", "testcase", "system-out", "system-err"),
    ),
    "testcase": (
        ("name",),
        ("time", "classname", "group"),
        ("skipped", "error", "failure", "system-out", "system-err"),
    ),
    "failure": ((), ("type", "message"), ()),
    "error": ((), ("type", "message"), ()),
}
CHECKSTYLE: Allowed = {  # Checkstyle's XMLLogger
    "checkstyle": (("version",), (), ("file",)),
    "file": (("name",), (), ("error",)),
    "error": (("line", "severity", "message", "source"), ("column",), ()),
}


def check_elements(root: ET.Element, allowed: Allowed) -> None:
    for element in root.iter():
        must, may, within = allowed[element.tag]
        assert set(must) <= set(element.attrib) <= {*must, *may}, element.attrib
        assert {child.tag for child in element} <= set(within)


@pytest.mark.usefixtures("drafts")
def test_junit_has_the_form_that_jenkins_reads(run: Run) -> None:
    root = ET.fromstring(run(".", *YEAR, "--format", "junit").out)  # noqa: S314  # our own output
    assert root.tag == "testsuites"
    check_elements(root, JUNIT)
    suites = {Path(suite.get("name", "")).as_posix(): suite for suite in root}
    assert set(suites) == {"good.txt", "locked.txt", "sub/more.txt", "年终 总结.txt"}
    for suite in suites.values():
        counts = {name: len(suite.findall(f"testcase/{name}")) for name in ("failure", "error")}
        assert int(suite.get("failures", "")) == counts["failure"]
        assert int(suite.get("errors", "")) == counts["error"]
        assert int(suite.get("tests", "")) == len(suite.findall("testcase"))
    assert len(suites["年终 总结.txt"].findall("testcase/failure")) == 2
    assert len(suites["locked.txt"].findall("testcase/error")) == 1
    assert len(suites["good.txt"].findall("testcase")) == 1


@pytest.mark.usefixtures("drafts")
def test_checkstyle_has_the_form_of_its_logger(run: Run) -> None:
    root = ET.fromstring(run(".", *YEAR, "--format", "checkstyle").out)  # noqa: S314  # our own output
    assert root.tag == "checkstyle"
    check_elements(root, CHECKSTYLE)
    assert {error.get("severity") for error in root.iter("error")} <= {"ignore", "info", "warning", "error"}
    (row,) = root.findall("file[@name='sub/more.txt']/error" if os.name != "nt" else ".//error[@line='1']")
    assert (row.get("line"), row.get("column"), row.get("source")) == ("1", "1", "lint-report.placeholder-year")


@pytest.mark.usefixtures("drafts")
def test_github_writes_a_command_for_each_finding_and_error(run: Run) -> None:
    lines = run(".", *YEAR, "--format", "github").out.splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("::error file=locked.txt::")
    assert lines[3].startswith(
        "::error file=sub/more.txt,line=1,endLine=1,col=1,endColumn=6,title=P201 placeholder-year::"
    )


@pytest.mark.usefixtures("drafts")
def test_jsonl_and_concise_have_a_line_for_each(run: Run) -> None:
    rows = [json.loads(line) for line in run(".", *YEAR, "--format", "jsonl").out.splitlines()]
    assert [Path(row["path"]).name for row in rows] == ["locked.txt", "年终 总结.txt", "年终 总结.txt", "more.txt"]
    assert "error" in rows[0]
    assert rows[3]["rule"] == "placeholder-year"
    lines = run(".", *YEAR, "--format", "concise").out.splitlines()
    assert len(lines) == 3
    assert re.fullmatch(r"\S*more\.txt:1:1: error P201 .+", lines[2])


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Path]:
    """A file whose name and text hold what no output may let through as it is."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    name = "::error title=x::\x1b[31m\r\n\u2028\u202e\x9b31m<b>&\"'|`@team.txt"
    if sys.platform != "linux":
        name = "@team &'`.txt"
    evil = "\x1b]0;owned\x07\x9b2J\u2028\u202e"
    text = f"{evil}{MARKUP}20xx年。\n<!-- lint-report: nonsense{evil}\r\n::error::{MARKUP} -->\n"
    (folder / name).write_bytes(text.encode())
    if sys.platform == "linux":
        (folder / os.fsdecode(b"\xff::.txt")).write_bytes(text.encode())
    yield folder
    for path in folder.iterdir():  # pytest prints what it cannot delete
        path.unlink()


def test_nothing_that_is_obeyed_or_misread_comes_out_of_any_format(run: Run, hostile: Path, tmp_path: Path) -> None:
    for given in ("hostile", *(path.name for path in hostile.iterdir())):
        written_by_format = written(run, tmp_path, str(hostile / given) if given != "hostile" else given)
        for name, text in written_by_format.items():
            assert not UNSAFE.search(text), (name, UNSAFE.search(text))
            if name != "github":
                assert not any(line.lstrip().startswith("::") for line in text.split("\n")), name


def test_files_with_hostile_names_are_named_as_they_are(run: Run, hostile: Path, tmp_path: Path) -> None:
    texts = written(run, tmp_path, "hostile")
    names = {f"hostile{os.sep}{path.name}" for path in hostile.iterdir()}
    slashed = {name.replace(os.sep, "/") for name in names}
    in_xml = {re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "\ufffd", name) for name in names}
    assert {entry["path"] for entry in json.loads(texts["json"])["files"]} == names
    assert {json.loads(line)["path"] for line in texts["jsonl"].splitlines()} == names
    assert {row["location"]["path"] for row in json.loads(texts["gitlab"])} == slashed
    assert {row["location"]["path"] for row in json.loads(texts["rdjson"])["diagnostics"]} == slashed
    results = json.loads(texts["sarif"])["runs"][0]["results"]
    uris = {place(result)[0] for result in results}
    assert {os.fsdecode(unquote_to_bytes(uri)) for uri in uris} == slashed
    junit, checkstyle = (ET.fromstring(texts[name]) for name in ("junit", "checkstyle"))  # noqa: S314
    assert {suite.get("name") for suite in junit} == in_xml
    assert {file.get("name") for file in checkstyle} == in_xml
    for name in ("sarif", "gitlab", "rdjson"):
        check_schema(name, json.loads(texts[name]))


def test_a_file_name_that_is_a_command_is_none_in_any_output(run: Run, hostile: Path) -> None:
    for path in hostile.iterdir():
        unreadable = run("-", "--stdin-filename", path.name, given=b"\0\0")
        missing, misused = run(f"{path.name}.gone", "--format", "concise"), run(f"--{path.name}")
        lines = f"{unreadable.err}\n{missing.err}\n{misused.err}".split("\n")
        assert not any(line.lstrip().startswith("::") for line in lines)
        assert not any(UNSAFE.search(line) for line in lines)


class Seen(NamedTuple):
    tags: list[str]
    cells: list[str]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen = Seen([], [])

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # the parser's own signature
        self.seen.tags.append(tag)
        if tag in ("td", "th"):
            self.seen.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.seen.cells:
            self.seen.cells[-1] += data


@pytest.mark.usefixtures("hostile")
def test_markdown_is_a_table_and_nothing_else_whatever_a_file_holds(run: Run, tmp_path: Path) -> None:
    text = written(run, tmp_path, "hostile")["markdown"]
    tags = Tags()
    tags.feed(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))
    allowed = {"table", "thead", "tbody", "tr", "th", "td", "p", "strong", "blockquote"}
    assert set(tags.seen.tags) <= allowed
    assert len(tags.seen.cells) % 4 == 0
    assert any("<script>alert(1)</script>" in cell.replace("\u200b", "") for cell in tags.seen.cells)
    assert not re.search(r"@\w|#\d|https?://|www\.", "".join(tags.seen.cells[4:]))


def test_status_and_errors_do_not_depend_on_the_format(run: Run, drafts: Path) -> None:
    outcomes = [run(".", *YEAR, "--format", name) for name in FORMATS]
    assert {outcome.status for outcome in outcomes} == {2}
    assert len({outcome.err for outcome in outcomes}) == 1
    write(drafts / "silenced.txt", "20xx年<!-- lint-report: ignore -->\n")
    for name in ("text", "sarif", "junit"):
        assert run("sub", *YEAR, "--format", name).status == 1
        assert run("silenced.txt", "good.txt", *YEAR, "--format", name).status == 0


def test_several_reports_are_written_in_one_run(run: Run, drafts: Path) -> None:
    outcome = run(".", *YEAR, "--format", "concise", "--output-file", "sarif=a.sarif", "--output-file", "junit=b.xml")
    assert outcome.status == 2
    assert len(outcome.out.splitlines()) == 3
    assert len(json.loads((drafts / "a.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 4
    assert ET.parse(drafts / "b.xml").getroot().tag == "testsuites"  # noqa: S314  # our own output
    assert run(".", *YEAR, "--format", "sarif").out == (drafts / "a.sarif").read_text(encoding="utf-8")


@pytest.mark.parametrize("given", ["sarif=no/such/folder.sarif", "junit=sub", "sarif", "nonsense=x"])
def test_output_that_cannot_be_written_is_an_error_before_the_work(run: Run, drafts: Path, given: str) -> None:
    outcome = run(".", *YEAR, "--output-file", given)
    assert outcome.status == 2
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 1
    assert not (drafts / "no").exists()


def test_a_report_never_replaces_a_draft(run: Run, drafts: Path) -> None:
    outcome = run("sub/more.txt", "--output", "./sub/more.txt")
    assert outcome.status == 2
    assert "more.txt" in outcome.err
    assert (drafts / "sub" / "more.txt").read_text(encoding="utf-8").startswith("20xx年")


def test_a_run_that_fails_leaves_no_report_and_keeps_the_old_one(run: Run, drafts: Path) -> None:
    write(drafts / "old.json", "old")
    outcome = run(".", "--select", "no-such-rule", "--output-file", "json=old.json", "--output-file", "json=new.json")
    assert outcome.status == 2
    assert (drafts / "old.json").read_text(encoding="utf-8") == "old"
    assert not (drafts / "new.json").exists()


def test_order_is_the_same_whatever_the_number_of_processes(run: Run, tmp_path: Path) -> None:
    for number in range(12):
        write(tmp_path / "many" / f"{number}.txt", f"{BAD}社区工作工作有序，，开展。\n" * (number % 3 + 1))
    write(tmp_path / "many" / "empty.txt", "")
    for name in ("json", "sarif", "concise"):
        one, three = (run("many", "missing.txt", "--format", name, "--jobs", jobs) for jobs in ("1", "3"))
        assert one == three
