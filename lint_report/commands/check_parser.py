"""The options of `lint-report [check]`."""

from __future__ import annotations

from lint_report.commands.arguments import Parser
from lint_report.messages import Language, Message
from lint_report.reporters.registry import BUILT_IN

_LONGEST_WAIT = 1_000_000


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    parser = Parser(
        "lint-report",
        Message(
            "检查中文工作报告：缺少的部分、没填的占位符、缺失的数字、对不上的合计、混用的字体……\n"
            "子命令：check（默认）、outline、rules、explain、config、trust、test、new-rule、new-plugin、lsp、completion；"
            "lint-report 子命令 --help 有各自的说明。",
            "Check Chinese work reports: parts and numbers that are missing, placeholders left in, sums that do not\n"
            "add up, scripts that are mixed. Subcommands: check (the default), outline, rules, explain, config,\n"
            "trust, test, new-rule, new-plugin, lsp, completion; each has its own --help.",
        ),
        language,
    )
    paths = parser.words("文件、文件夹、通配符，或 -（标准输入）", "files, folders, patterns, or - for standard input")
    parser.add_argument("paths", nargs="*", metavar=parser.words("路径", "PATH"), help=paths)
    _add_what(parser)
    _add_fixes(parser)
    _add_output(parser)
    parser.add_common()
    return parser


def _add_what(parser: Parser) -> None:
    group, words = parser.group(Message("检查什么", "what is checked")), parser.words
    group.add_argument("--config", metavar="FILE", help=words("用这个配置文件", "use this configuration file"))
    group.add_argument(
        "--preset", metavar="NAME", help=words("用这个预设（报告种类）", "use this preset (kind of report)")
    )
    select = words("只用这些规则：名称、代码或类别，逗号分隔", "only these rules: names, codes, families, with commas")
    group.add_argument("--select", metavar="RULES", action="append", help=select)
    group.add_argument("--ignore", metavar="RULES", action="append", help=words("不用这些规则", "not these rules"))
    exclude = words("不看文件夹中的这些文件", "leave out these files of folders")
    group.add_argument("--exclude", metavar="GLOB", action="append", help=exclude)
    encoding = words("文件的编码（默认自动判断）", "encoding of the files (default: found out)")
    group.add_argument("--encoding", metavar="NAME", help=encoding)
    group.add_argument(
        "--stdin-filename", metavar="NAME", help=words("标准输入的文件名", "what to call standard input")
    )
    group.add_argument("--baseline", metavar="FILE", help=words("已知问题的基线", "baseline of known findings"))
    write = words("把现有问题写成基线", "write the findings as a baseline")
    group.add_argument("--write-baseline", metavar="FILE", help=write)
    jobs = words(
        "用几个进程（默认：文件多时用全部处理器）", "how many processes (default: all processors for many files)"
    )
    group.add_argument("--jobs", metavar="N", type=_positive, help=jobs)
    timeout = words(
        "一条规则检查一个文件最多用几秒（默认不限）", "how long one rule may take on one file (default: no limit)"
    )
    group.add_argument("--rule-timeout", metavar="SECONDS", type=_positive_seconds, help=timeout)
    cache = words(
        "检查文件夹时不用、不留缓存（缓存只存结果，文件、设置、规则、版本有变即重查）",
        "keep no results of folders, and use none (kept ones count until file, settings, rules or version change)",
    )
    group.add_argument("--no-cache", action="store_true", help=cache)
    folder = words("缓存放在这个文件夹", "keep results in this folder")
    group.add_argument("--cache-dir", metavar="DIR", help=folder)
    unused = words("指出没有压住任何问题的忽略注记", "report remarks that silence nothing")
    group.add_argument("--warn-unused-ignores", action="store_true", help=unused)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _positive_seconds(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < _LONGEST_WAIT:
        raise ValueError
    return seconds


def _add_fixes(parser: Parser) -> None:
    group, words = parser.group(Message("修正", "fixes")), parser.words
    group.add_argument("--fix", action="store_true", help=words("改正有把握的问题", "mend what is certain"))
    unsafe = words("连同可能的改正一并采用", "also mend what is only likely")
    group.add_argument("--unsafe-fixes", action="store_true", help=unsafe)
    diff = words("只显示会怎样改，不改文件", "show what would change, change nothing")
    group.add_argument("--diff", action="store_true", help=diff)


def _add_output(parser: Parser) -> None:
    group, words = parser.group(Message("怎样输出", "how it is shown")), parser.words
    group.add_argument(
        "--format",
        metavar="NAME",
        default="text",
        help=words("格式：" + "、".join(BUILT_IN), "one of " + ", ".join(BUILT_IN)),
    )
    color = words("是否用颜色", "whether to use colours")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=color)
    output = words("把报告写到文件", "write the report to a file")
    group.add_argument("--output", metavar="FILE", help=output)
    also = words("另以别的格式写到文件，可多次", "also write it to a file in another format; may be repeated")
    group.add_argument("--output-file", metavar="FORMAT=PATH", action="append", help=also)
    group.add_argument(
        "--quiet", action="store_true", help=words("不显示问题，只给退出状态", "show nothing, only the status")
    )
    statistics = words("按规则统计", "count findings by rule")
    group.add_argument("--statistics", action="store_true", help=statistics)
    profile = words(
        "各阶段、各规则所用的时间，写到标准错误",
        "the time of each stage and rule, on standard error",
    )
    group.add_argument("--profile", action="store_true", help=profile)
    fail_on = words("从哪一级起退出状态为 1（默认 warning）", "severity from which the status is 1 (default warning)")
    group.add_argument("--fail-on", metavar="SEVERITY", help=fail_on)
    group.add_argument(
        "--exit-zero", action="store_true", help=words("有问题也以 0 退出", "leave with 0 even with findings")
    )
    again = words("文件或配置一有改动就再检查", "check again whenever a file or a configuration changes")
    group.add_argument("--watch", action="store_true", help=again)
    group.add_argument("--version", action="store_true", help=words("显示版本", "show the version"))
