"""`lint-report test PATH`: run the cases of rules, and the examples of rules in YAML."""

from __future__ import annotations

from collections.abc import Sequence

from lint_report.commands.arguments import Parser
from lint_report.commands.check import FINDINGS, NOT_WHOLE, NOTHING, say
from lint_report.messages import Language, Message
from lint_report.rule_tests import RuleTests


def run(words: Sequence[str], language: Language) -> int:
    """Run the tests; give 0 when all pass, 1 when some fail, 2 when some could not be run."""
    options = make_parser(language).parse_args(words)
    rule_tests = RuleTests()
    passed = failed = broken = 0
    for file in rule_tests.find_all(options.paths or ["."]):
        for error in file.errors:
            say(error, language)
        broken += len(file.errors)
        for test in file.tests:
            differences = test.run(language)
            failed += bool(differences)
            passed += not differences
            if differences:
                print(f"{test.path}:{test.line or 1}: {test.name}")
                print("\n".join(f"  {line}" for line in differences))
                print()
    if not passed and not failed and not broken:
        say(_NOTHING_THERE, language)
        return NOT_WHOLE
    print(Message(f"通过 {passed}，未通过 {failed}", f"{passed} passed, {failed} failed").text(language))
    return NOT_WHOLE if broken else FINDINGS if failed else NOTHING


_NOTHING_THERE = Message(
    "没有找到测试：案例文件名须为 规则名.cases.yaml，规则文件名须为 ….rules.yaml，或直接写出文件名",
    "there are no tests: case files are called RULE.cases.yaml, files of rules ….rules.yaml; others can be named",
)


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    description = Message(
        "运行规则的测试。写规则文件：其中的示例（YAML 的 bad 和 good、Python 说明里的 Bad 和 Good），以及旁边或 cases\n"
        "文件夹里它的案例文件（规则名.cases.yaml）。写案例文件：只跑其中的案例。写文件夹：其中的全部规则文件\n"
        "（….rules.yaml）和案例文件，以及有案例的 Python 规则。会运行规则的程序代码。",
        "Run the tests of rules. Of a file of rules: the examples in it (bad and good in YAML, Bad and Good of a\n"
        "docstring), and the case files of its rules (RULE.cases.yaml) beside it or in a folder `cases`. Of a case\n"
        "file: its cases. Of a folder: all files of rules (….rules.yaml) and of cases in it, and the Python files of\n"
        "rules that have cases. This runs the code of the rules.",
    )
    parser = Parser("lint-report test", description, language)
    paths = parser.words("文件或文件夹（默认：当前文件夹）", "files or folders (default: the current folder)")
    parser.add_argument("paths", nargs="*", metavar=parser.words("路径", "PATH"), help=paths)
    parser.add_common()
    return parser
