"""Configuration: where it is found, how it merges, and what is said when it is wrong."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.conftest import ROOT, Run

BAD = "20xx年，我镇完成财政收入3200万元。\n"


def configure(folder: Path, text: str, name: str = ".lint-report.yaml") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def rules_found(run: Run, *words: str) -> list[tuple[str, str]]:
    outcome = run(*words, "--format", "json")
    return [(issue["rule"], issue["severity"]) for entry in outcome.json["files"] for issue in entry["issues"]]


@pytest.fixture(autouse=True)
def draft(tmp_path: Path) -> None:
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "draft.txt").write_text(BAD, encoding="utf-8")


def test_nearest_file_upwards_holds(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "select: [placeholder-year]\nrules: {placeholder-year: info}\n")
    assert rules_found(run, "town/draft.txt") == [("placeholder-year", "info")]
    configure(tmp_path / "town", "select: [placeholder-year]\nrules: {placeholder-year: off}\n")
    assert rules_found(run, "town/draft.txt") == []


def test_pyproject_holds_where_it_has_the_table(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "[tool.other]\n", "pyproject.toml")
    assert ("placeholder-year", "error") in rules_found(run, "town/draft.txt")
    configure(tmp_path, '[tool.lint-report.rules]\nplaceholder-year = "info"\n', "pyproject.toml")
    assert ("placeholder-year", "info") in rules_found(run, "town/draft.txt")


def test_merging_is_key_by_key(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "rules:\n  missing-part:\n    severity: info\n", "house.yaml")
    configure(tmp_path, "extends: [default, house.yaml]\nrules:\n  missing-part:\n    required: [next-steps]\n")
    shown = run("config", "town/draft.txt").out
    assert "severity: info" in shown
    assert "house.yaml:3" in shown
    assert "required: [next-steps]" in shown
    assert ".lint-report.yaml:4" in shown


def test_overrides_hold_for_their_paths(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "overrides:\n- paths: ['town/**']\n  rules: {placeholder-year: off}\n")
    (tmp_path / "draft.txt").write_text(BAD, encoding="utf-8")
    assert "placeholder-year" not in dict(rules_found(run, "town/draft.txt"))
    assert "placeholder-year" in dict(rules_found(run, "draft.txt"))


def test_command_line_wins(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "select: [missing-part]\n")
    assert rules_found(run, "town/draft.txt", "--select", "P201") == [("placeholder-year", "error")]
    assert rules_found(run, "town/draft.txt", "--select", "P", "--ignore", "P201") == []


@pytest.mark.parametrize(
    "allow",
    [
        "allow: [20xx年]",
        "allow: {words: [20xx年]}",
        "allow: {patterns: ['20xx.']}",
        "allow: {files: [names.txt]}",
        "allow: {files: [names.csv]}",
    ],
)
def test_allowed_words_are_never_flagged(run: Run, tmp_path: Path, allow: str) -> None:
    configure(tmp_path, allow + "\n")
    (tmp_path / "names.txt").write_text("# 术语\n20xx年\n", encoding="utf-8")
    (tmp_path / "names.csv").write_text("20xx年,示例年份\n", encoding="utf-8")
    assert rules_found(run, "town/draft.txt", "--select", "placeholder-year") == []


def test_exclude_in_a_configuration(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "exclude: ['town/']\n")
    assert run(".").status == 2
    assert ("placeholder-year", "error") in rules_found(run, "town/draft.txt"), "a file that is named is checked"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("rules:\n  placeholder-yaer: error\n", 2, ["placeholder-yaer", "placeholder-year"]),
        ("rules:\n  placeholder-year:\n    sevrity: error\n", 3, ["sevrity"]),
        ("rules:\n  placeholder-year: loud\n", 2, ["loud", "off、info、warning、error"]),
        ("rules:\n  missing-part:\n    required: {a: b}\n", 3, ["required", "列表"]),
        ("# remark\nruels: {}\n", 2, ["ruels", "rules"]),
        ("rules: [\n", 2, ["YAML"]),
        ("extends: [half-year]\n", 1, ["half-year", "half-year-summary"]),
        ("fail-on: 3\n", 1, ["fail-on", "3"]),
        ("kind: report\n", 1, ["kind", "report"]),
        ("allow: {patterns: ['(']}\n", 1, ["正则"]),
        ("select: [nonsense]\n", 1, ["nonsense"]),
        ("rules: 5\n", 1, ["rules", "映射"]),
    ],
)
def test_wrong_configuration_is_one_message_with_its_line(
    run: Run, tmp_path: Path, text: str, line: int, words: list[str]
) -> None:
    configure(tmp_path, text)
    outcome = run("town/draft.txt")
    assert outcome.status == 2
    assert "Traceback" not in outcome.err
    (message,) = outcome.err.splitlines()
    assert f".lint-report.yaml:{line}:" in message
    assert all(word in message for word in words), message


def test_wrong_configuration_of_one_folder_leaves_the_others_results(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "draft.txt").write_text(BAD, encoding="utf-8")
    configure(tmp_path / "town", "rules: [\n")
    outcome = run("town", "other", "--format", "json")
    assert outcome.status == 2
    assert any(issue["rule"] == "placeholder-year" for entry in outcome.json["files"] for issue in entry["issues"])
    assert len(outcome.err.splitlines()) == 1


def test_circle_of_extends_is_an_error(run: Run, tmp_path: Path) -> None:
    configure(tmp_path, "extends: [b.yaml]\n", "a.yaml")
    configure(tmp_path, "extends: [a.yaml]\n", "b.yaml")
    outcome = run("town/draft.txt", "--config", "a.yaml")
    assert outcome.status == 2
    assert "extends" in outcome.err


def test_words_added_to_the_lexicon_tell_parts(run: Run, tmp_path: Path) -> None:
    text = "工作总结\n\n一、主要工作\n\n完成投资三亿元。\n\n二、成长的烦恼\n\n项目储备偏少。\n"
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8")

    def parts() -> list[str]:
        sections = run("outline", "draft.txt", "--format", "json").json["files"][0]["reports"][0]["sections"]
        return list(sections[1]["parts"])

    assert parts() != ["shortcomings"]
    configure(tmp_path, "lexicon:\n  fault-nouns: [成长的烦恼]\n")
    assert parts() == ["shortcomings"]
    configure(tmp_path, "lexicon:\n  fault-noun: [成长的烦恼]\n")
    outcome = run("draft.txt")
    assert outcome.status == 2
    assert ".lint-report.yaml:2:" in outcome.err
    assert "fault-nouns" in outcome.err


def test_schema_describes_what_the_presets_hold(run: Run) -> None:
    schema = run("config", "--schema").json
    for path in (ROOT / "configs").glob("*.yaml"):
        jsonschema.validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), schema)  # noqa: S506
    wrong: list[dict[str, object]] = [
        {"rules": {"missing-part": {"required": 5}}},
        {"rules": {"missing-part": "loud"}},
        {"ruels": {}},
        {"overrides": [{"ignore": ["P"]}]},
    ]
    for content in wrong:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(content, schema)
    assert "missing-part" in schema["properties"]["rules"]["properties"]
