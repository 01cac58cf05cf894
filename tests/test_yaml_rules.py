"""Rules in YAML, from the command line: every kind, every scope, and what is said when they are wrong."""

from __future__ import annotations

import time
from pathlib import Path
from textwrap import dedent, indent

import pytest

from tests.conftest import Run

HALF_YEAR = dedent("""\
    青石镇2023年上半年工作总结
    各位代表：
    今年以来，我镇以党建为抓手，各项工作平稳推进。
    一、上半年工作成绩
    上半年，我镇财政收入3200万元，同比增长5.2%。完成招商项目3个。
    （一）抓好农业生产
    粮食播种面积2万亩，年底前全部完成。
    二、存在的问题
    财源单一，年末资金紧张。
    三、下半年工作打算
    下半年，我镇将抓好征收，推动年底目标完成。
    """)

LINES = {text.strip(): line for line, text in enumerate(HALF_YEAR.splitlines(), start=1)}


def rule(fields: str, bad: str = "坏例", good: str = "好例", head: str = "") -> str:
    """Give a file of one rule; examples stand for themselves where the test is not about them."""
    top = dedent(head) or "message: 请改\nexplanation: 规定如此。\n"
    body = "name: house-rule\ncode: X101\n" + top + dedent(fields).strip("\n") + "\n"
    for key, example in (("bad", bad), ("good", good)):
        body += f"{key}:\n- |\n" + indent(dedent(example).strip("\n"), "  ") + "\n"
    first, rest = indent(body, "  ").split("\n", 1)
    return f"rules:\n- {first.strip()}\n{rest}"


def write(folder: Path, rules: str, draft: str = HALF_YEAR, config: str = "plugins: [house.yaml]\n") -> None:
    (folder / "house.yaml").write_text(rules, encoding="utf-8")
    (folder / "draft.txt").write_text(draft, encoding="utf-8")
    (folder / ".lint-report.yaml").write_text(config, encoding="utf-8")


def found(run_here: Run) -> list[tuple[int, str]]:
    """Give line and message of what rules in YAML report."""
    outcome = run_here("draft.txt", "--select", "X", "--format", "json")
    assert outcome.status in (0, 1), outcome.err
    return [(issue["line"], issue["message"]) for issue in outcome.json["files"][0]["issues"]]


KINDS = {
    "forbidden words": (
        rule(
            "kind: forbidden\nwords: [抓手, 赋能]",
            "以党建为抓手。",
            "以党建为引领。",
            "message: 不用“{text}”\nexplanation: 规定。\n",
        ),
        [(3, "不用“抓手”")],
    ),
    "forbidden with an exception": (
        rule("kind: forbidden\nwords: [抓手]\nexcept: [为抓手]", "这个抓手好。", "以党建为抓手。"),
        [],
    ),
    "conditions before and after": (
        rule(
            """
            kind: forbidden
            pattern: \\d+个
            before: 项目
            after: '。'
            """,
            "完成招商项目3个。",
            "完成招商3个，项目3个不少。",
        ),
        [(5, "请改")],
    ),
    "conditions that must not hold": (
        rule(
            """
            kind: forbidden
            words: [完成]
            not-before: 全部|目标
            not-after: 招商
            """,
            "按时完成任务。",
            "全部完成，完成招商。",
        ),
        [],
    ),
    "forbidden in headings": (
        rule(
            "kind: forbidden\nwords: [工作]\nscope: {in: heading}",
            "一、主要工作\n我镇平稳。",
            "工作总结\n一、成绩\n工作平稳。",
        ),
        [(4, "请改"), (10, "请改")],
    ),
    "forbidden in the title": (
        rule(
            "kind: forbidden\nwords: [总结]\nscope: {in: title}",
            "某镇工作总结\n一、成绩\n平稳。",
            "一、总结\n总结如下。",
        ),
        [(1, "请改")],
    ),
    "forbidden in the first paragraph, which no salutation is": (
        rule(
            "kind: forbidden\nwords: [今年]\nscope: {in: first-paragraph}",
            "今年平稳。\n\n其他很好。",
            "去年平稳。\n\n今年也好。",
        ),
        [(3, "请改")],
    ),
    "forbidden under a heading": (
        rule("kind: forbidden\nwords: [年底]\nscope: {under: 打算}", "一、打算\n年底完成。", "一、成绩\n年底完成。"),
        [(11, "请改")],
    ),
    "forbidden in a part": (
        rule(
            "kind: forbidden\nwords: [资金]\nscope: {part: shortcomings}",
            "一、工作成绩\n平稳。\n二、存在的问题\n资金紧张。",
            "一、工作成绩\n资金到位。\n二、存在的问题\n财源单一。",
        ),
        [(9, "请改")],
    ),
    "required pattern in a part of a kind of report": (
        rule(
            "kind: required\npattern: 预算执行率[^。]{0,9}%\nscope: {kinds: half-year-summary, part: achievements}",
            "2023年上半年工作总结\n一、上半年工作成绩\n平稳增长。\n二、存在的问题\n无。",
            "2023年上半年工作总结\n一、上半年工作成绩\n预算执行率达52%。\n二、存在的问题\n无。",
        ),
        [(4, "请改")],
    ),
    "required in another kind of report": (
        rule(
            "kind: required\nwords: [预算执行率]\nscope: {kinds: [annual-summary]}",
            "2023年度工作总结\n一、工作成绩\n平稳。",
            "2023年度工作总结\n一、工作成绩\n预算执行率高。",
        ),
        [],
    ),
    "required heading": (
        rule("kind: required\nheading: 党的建设|党建", "工作总结\n一、成绩\n平稳。", "工作总结\n一、党建工作\n平稳。"),
        [(1, "请改")],
    ),
    "required part": (
        rule(
            "kind: required\npart: shortcomings", "工作总结\n一、工作成绩\n平稳。", "工作总结\n一、存在的问题\n平稳。"
        ),
        [],
    ),
    "substitution of words": (
        rule(
            "kind: substitution\nreplace: {年底: 年末, 打算: 工作打算}",
            "年底完成。",
            "年末完成工作打算。",
            "message: 用“{suggestion}”不用“{text}”\nexplanation: 规定。\n",
        ),
        [(7, "用“年末”不用“年底”"), (11, "用“年末”不用“年底”")],
    ),
    "substitution by a pattern": (
        rule(
            "kind: substitution\npattern: (\\d+)万亩\nwith: \\1万公顷",
            "面积2万亩。",
            "面积2亩。",
            "message: 改为{suggestion}\nexplanation: 规定。\n",
        ),
        [(7, "改为2万公顷")],
    ),
    "count of matches at most": (
        rule(
            "kind: count\nof: matches\nwords: [上半年, 下半年]\nat-most: 3",
            "上半年、上半年、下半年、下半年。",
            "上半年好。",
            "message: 有{count}处，不超过{limit}\nexplanation: 规定。\n",
        ),
        [(10, "有5处，不超过3")],
    ),
    "count of sections at least": (
        rule(
            "kind: count\nof: sections\nat-least: 4",
            "一、成绩\n好。\n二、问题\n少。",
            "一、一\n甲。\n二、二\n乙。\n三、三\n丙。\n四、四\n丁。",
        ),
        [(1, "请改")],
    ),
    "count of sections in a part": (
        rule(
            "kind: count\nof: sections\nat-least: 2\nscope: {under: 成绩}",
            "一、工作成绩\n（一）农业\n好。\n二、问题\n少。",
            "一、工作成绩\n（一）农业\n好。\n（二）工业\n好。",
        ),
        [(4, "请改")],
    ),
    "count of sentences in each section": (
        rule("kind: count\nof: sentences\nper: section\nat-most: 2", "一、成绩\n一。二。三。", "一、成绩\n一。二。"),
        [(7, "请改")],
    ),
    "count of characters in a part": (
        rule(
            "kind: count\nof: characters\nat-least: 20\nscope: {part: shortcomings}",
            "一、工作成绩\n平稳。\n二、存在的问题\n财源单一。",
            "一、工作成绩\n平稳。\n二、存在的问题\n财源单一，培育新税源的办法不多，群众诉求的办理有的不够及时。",
            "message: 只有{count}字\nexplanation: 规定。\n",
        ),
        [(8, "只有12字")],
    ),
    "length of sentences": (
        rule("kind: length\nof: sentence\nat-most: 24", "我镇" * 12 + "。", "我镇好。"),
        [(5, "请改")],
    ),
    "length of headings": (
        rule("kind: length\nof: heading\nat-most: 6", "一、上半年工作成绩突出\n好。", "一、工作成绩\n好。"),
        [(4, "请改"), (10, "请改")],
    ),
    "length of the title": (
        rule(
            "kind: length\nof: title\nat-most: 10",
            "青石镇2023年上半年工作总结\n一、成绩\n好。",
            "青石镇工作总结\n一、成绩\n好。",
        ),
        [(1, "请改")],
    ),
    "length of sections": (
        rule(
            "kind: length\nof: section\nat-least: 15",
            "一、成绩\n好。",
            "一、成绩\n我镇财政收入平稳增长，各项工作取得成效。",
        ),
        [(8, "请改")],
    ),
    "length of the report": (
        rule(
            "kind: length\nof: report\nat-least: 1000",
            "一、成绩\n好。",
            "我镇平稳增长，" * 150 + "。",
            "message: 共{count}字\nexplanation: 规定。\n",
        ),
        [(1, "共114字")],
    ),
    "order of headings": (
        rule(
            "kind: order\nheadings: [打算, 问题, 成绩]",
            "一、成绩\n好。\n二、打算\n多。",
            "一、打算\n多。\n二、成绩\n好。",
            "message: 先“{first}”后“{second}”\nexplanation: 规定。\n",
        ),
        [(4, "先“存在的问题”后“上半年工作成绩”"), (8, "先“下半年工作打算”后“存在的问题”")],
    ),
    "order of parts that is kept": (
        rule(
            "kind: order\nparts: [achievements, shortcomings, next-steps]",
            "工作总结\n一、存在的问题\n少。\n二、工作成绩\n好。",
            "工作总结\n一、工作成绩\n好。\n二、存在的问题\n少。",
        ),
        [],
    ),
    "consistency": (
        rule(
            "kind: consistency\nways: [年末, 年底]",
            "年末好。年底好。年底好。",
            "年底好。年底好。",
            "message: 全文用“{suggestion}”（{count}处）\nexplanation: 规定。\n",
        ),
        [(9, "全文用“年底”（2处）")],
    ),
    "compare": (
        rule(
            "kind: compare\nleft: 收入(\\d+)\nright: 面积(\\d+)\nrelation: '>'\nwithin: report",
            "收入10万元，面积20万亩。",
            "收入30万元，面积2万亩。",
        ),
        [],
    ),
}


@pytest.mark.parametrize("name", KINDS)
def test_kind_and_scope(run_here: Run, tmp_path: Path, name: str) -> None:
    rules, expected = KINDS[name]
    write(tmp_path, rules)
    assert found(run_here) == expected


ATTENDANCE = rule(
    "kind: compare\nleft: 应到[^，。]{0,4}?(\\d+)\nright: 实到[^，。]{0,4}?(\\d+)\nrelation: '>='\nwithin: sentence",
    "应到代表54名，实到55名。",
    "应到代表54名，实到53名。",
    "message: 应到{left}，实到{right}\nexplanation: 规定。\n",
)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("应到54名，实到60人。", ["应到54名，实到60人"]),
        ("应到１.２万人，实到13000人。", ["应到１.２万人，实到13000人"]),
        ("应到54名，实到54名。", []),
        ("应到54名。另一会议实到60人。", []),
        ("应到54名，应到58名，实到60人。", []),
        ("应到约54名，实到60人。", []),
        ("应到54名，实到60人以上。", []),
        ("应到54名，实到比例98.1%。", []),
    ],
)
def test_numbers_are_compared_only_where_they_are_certain(
    run_here: Run, tmp_path: Path, text: str, messages: list[str]
) -> None:
    write(tmp_path, ATTENDANCE, text + "\n")
    assert [message for _, message in found(run_here)] == messages


def test_words_torn_at_a_line_end_are_found(run_here: Run, tmp_path: Path) -> None:
    draft = "一、成绩\n今年以来，我镇坚持把项目建设作为经济工作的总抓\n手，各项工作平稳推进，群众满意度不断提高。\n"
    write(tmp_path, rule("kind: forbidden\nwords: [总抓手]", "总抓手。", "引领。"), draft)
    assert found(run_here) == [(2, "请改")]


def test_safe_fix_is_applied_and_nothing_is_left(run_here: Run, tmp_path: Path) -> None:
    write(tmp_path, rule("kind: substitution\nreplace: {年底: 年末}\nfix: safe", "年底。", "年末。"))
    assert run_here("draft.txt", "--select", "X", "--fix").status == 0
    assert (tmp_path / "draft.txt").read_text(encoding="utf-8") == HALF_YEAR.replace("年底", "年末")


def test_rule_in_yaml_is_a_rule_like_any_other(run_here: Run, tmp_path: Path) -> None:
    both = """
        message: {zh: '不用“{text}”', en: 'do not say {text}'}
        explanation: {zh: 空话。, en: Empty.}
        source: 县府办
        """.replace("        ", "").lstrip()
    rules = rule("kind: forbidden\nwords: [抓手]\nseverity: info", "抓手。", "引领。", both)
    write(tmp_path, rules)
    row = run_here("rules", "--format", "json").json["rules"][-1]
    assert row == {
        "code": "X101",
        "name": "house-rule",
        "severity": "info",
        "summary": "不用“…”",
        "origin": "house.yaml:2",
    }
    explained = run_here("explain", "X101", "--lang", "en").out
    assert all(word in explained for word in ("house.yaml:2", "Empty.", "县府办", "抓手", "引领。")), explained
    assert run_here("draft.txt", "--select", "house-rule").status == 0
    assert "do not say 抓手" in run_here("draft.txt", "--select", "X", "--lang", "en").out
    config = "plugins: [house.yaml]\nrules: {house-rule: error}\n"
    write(tmp_path, rules, config=config)
    assert run_here("draft.txt", "--select", "house-rule").status == 1
    write(tmp_path, rules, HALF_YEAR.replace("抓手", "抓手<!-- lint-report: 忽略 X101 -->"), config)
    assert run_here("draft.txt", "--select", "X", "--warn-unused-ignores").status == 0
    write(tmp_path, rules, config=config)
    assert run_here("draft.txt", "--select", "X", "--write-baseline", "known.json").status == 0
    assert run_here("draft.txt", "--select", "X", "--baseline", "known.json").status == 0
    sarif = run_here("draft.txt", "--select", "X", "--format", "sarif").json["runs"][0]
    assert "X101" in [described["id"] for described in sarif["tool"]["driver"]["rules"]]
    assert [result["ruleId"] for result in sarif["results"]] == ["X101"]


SOUND = rule("kind: forbidden\nwords: [抓手]", "抓手。", "引领。")


@pytest.mark.parametrize(
    ("rules", "line", "words"),
    [
        (SOUND.replace("words: [抓手]", "words: [抓手]]"), 7, ["YAML"]),
        (SOUND.replace("kind: forbidden", "kind: forbiden"), 6, ["forbiden", "forbidden"]),
        (SOUND.replace("words:", "wrods:"), 7, ["wrods", "words"]),
        (SOUND.replace("code: X101", "code: P101"), 3, ["X", "内置"]),
        (SOUND.replace("name: house-rule", "name: House"), 2, ["连字符"]),
        (SOUND.replace("  message: 请改\n", ""), 2, ["message"]),
        (SOUND.replace("message: 请改", "message: 请改{txt}"), 4, ["{text}"]),
        (SOUND.replace("words: [抓手]", r"pattern: \b抓手\b"), 7, [r"\b", "汉字"]),
        (SOUND.replace("words: [抓手]", "pattern: (手+)+抓"), 7, ["重复"]),
        (SOUND.replace("words: [抓手]", "words: []"), 7, ["words"]),
        (SOUND.replace("words: [抓手]", "words: [抓手]\n  severity: loud"), 8, ["loud", "warning"]),
        (
            SOUND.replace("words: [抓手]", "words: [抓手]\n  scope: {part: achievement}"),
            8,
            ["achievement", "achievements"],
        ),
        (SOUND.replace("words: [抓手]", "words: [抓手]\n  scope: {in: footer}"), 8, ["footer", "heading"]),
        (SOUND.replace("words: [抓手]", "words: [赋能]"), 9, ["bad", "没有报告"]),
        (SOUND.replace("引领。", "不用抓手。"), 12, ["good", "抓手"]),
        (SOUND.replace("  good:\n  - |\n    引领。\n", ""), 2, ["good"]),
        (SOUND.replace("words: [抓手]", "words: [抓手]\n  scope: {kinds: plan}"), 10, ["没有报告", "other"]),
        (SOUND.replace("kind: forbidden\n  words: [抓手]", "kind: count\n  of: sections"), 2, ["at-least"]),
        (
            SOUND.replace("kind: forbidden\n  words: [抓手]", "kind: count\n  of: sections\n  at-least: many"),
            8,
            ["整数"],
        ),
        (
            SOUND.replace("kind: forbidden\n  words: [抓手]", "kind: substitution\n  replace: {抓手: 抓手}"),
            7,
            ["replace"],
        ),
        (
            SOUND.replace("kind: forbidden\n  words: [抓手]", "kind: substitution\n  pattern: 抓手\n  with: \\3"),
            8,
            ["with"],
        ),
        (
            SOUND.replace(
                "kind: forbidden\n  words: [抓手]", "kind: compare\n  left: 甲\n  right: (乙)\n  relation: '='"
            ),
            7,
            ["left"],
        ),
        (
            SOUND.replace(
                "kind: forbidden\n  words: [抓手]", "kind: compare\n  left: (甲)\n  right: (乙)\n  relation: ge"
            ),
            9,
            [">="],
        ),
        ("rules: []\n", 1, ["没有规则"]),
        ("rule:\n- name: x\n", 2, ["rule", "rules"]),
    ],
)
def test_wrong_rule_is_named_with_its_line_and_the_rest_runs(
    run_here: Run, tmp_path: Path, rules: str, line: int, words: list[str]
) -> None:
    write(tmp_path, rules, HALF_YEAR.replace("2023年上", "20xx年上"))
    outcome = run_here("draft.txt", "--select", "X,P201", "--format", "json")
    assert outcome.status == 2
    (message,) = outcome.err.splitlines()
    assert message.startswith(f"house.yaml:{line}:"), message
    assert all(word in message for word in words), message
    assert [issue["code"] for issue in outcome.json["files"][0]["issues"]] == ["P201"]
    assert outcome.json["files"][0]["errors"]
    assert run_here("rules").status == 2


def test_one_wrong_rule_costs_itself_alone(run_here: Run, tmp_path: Path) -> None:
    second = SOUND.replace("rules:\n", "").replace("X101", "X102").replace("house-rule", "other-rule")
    write(tmp_path, SOUND.replace("words: [抓手]", "words: [赋能]") + second)
    outcome = run_here("draft.txt", "--select", "X", "--format", "json")
    assert outcome.status == 2
    assert [issue["code"] for issue in outcome.json["files"][0]["issues"]] == ["X102"]


def test_setting_of_a_rule_that_did_not_load_is_no_second_error(run_here: Run, tmp_path: Path) -> None:
    config = "plugins: [house.yaml]\nrules: {house-rule: error}\nignore: [X101]\n"
    write(tmp_path, SOUND.replace("words: [抓手]", "words: [赋能]"), config=config)
    assert len(run_here("draft.txt", "--select", "X101,P").err.splitlines()) == 1


def test_aliases_that_would_fill_memory_do_not(run_here: Run, tmp_path: Path) -> None:
    bomb = "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefghi", "bcdefghij", strict=True)
    )
    write(tmp_path, "a: &a [x]\n" + bomb)
    outcome = run_here("draft.txt", "--select", "X")
    assert outcome.status == 2
    assert outcome.err.startswith("house.yaml:1:")


def test_very_many_headings_stay_linear(run_here: Run, tmp_path: Path) -> None:
    counting = rule(
        "kind: count\nof: sentences\nper: section\nat-most: 2", "一、成绩\n一。二。三。", "一、成绩\n一。二。"
    )
    measuring = rule("kind: length\nof: section\nat-least: 1", "一、成绩\n二、不足\n有。", "一、成绩\n好。")
    measuring = measuring.removeprefix("rules:\n").replace("X101", "X102").replace("house-rule", "other-rule")
    draft = "".join(f"{number}．工作\n我镇完成第{number}项。\n" for number in range(1, 20_000))
    write(tmp_path, counting + measuring, draft)
    begin = time.process_time()
    assert len(found(run_here)) < 10
    assert time.process_time() - begin < 20


@pytest.mark.parametrize("filler", ["平稳推进各项工作", "平稳推进，各项工作。"])
def test_pattern_without_a_bound_takes_time_in_proportion_to_a_book_in_one_line(
    run_here: Run, tmp_path: Path, filler: str
) -> None:
    draft = f"今年{filler * 6_000}抓手{filler * 6_000}。明年好。\n"
    write(tmp_path, rule("kind: forbidden\npattern: '[^甲]*?抓手'", "以抓手。", "以甲。"), draft)
    begin = time.process_time()
    ((line, _),) = found(run_here)
    assert line == 1
    assert time.process_time() - begin < 20
