"""Build the documentation site: `python docs/build.py`, where the project is installed with its extra `docs`.

The pages of both languages stand side by side in `docs/` (`page.md` in English, `page.zh-CN.md` in Chinese). They are
put into a folder for each language under `build/docs/`, with a page for every rule and the reference of the
configuration, which are made from the rules and the schema; each folder becomes a site of its own, Chinese in
`build/site/` and English in `build/site/en/`. A broken link is an error.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from lint_report.config.layers import preset_names
from lint_report.config.schema import configuration_schema
from lint_report.config.settings import RuleSettings
from lint_report.documentation import read_documentation
from lint_report.linter import run_rule
from lint_report.messages import Language, Message
from lint_report.outline import read_outline
from lint_report.outline.lexicon import shipped_lexicon
from lint_report.plugins import AnyRule, Registry, load_registry
from lint_report.readers import read_source
from lint_report.resources import shipped_folder

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build"
SUFFIXES: dict[Language, str] = {"zh": ".zh-CN.md", "en": ".md"}
CONFIGURATIONS: dict[Language, str] = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
SITES: dict[Language, str] = {"zh": "site", "en": "site/en"}
FAMILIES = {
    "C": Message("字符", "Characters"),
    "N": Message("数据", "Statistics"),
    "P": Message("占位符", "Placeholders"),
    "R": Message("重复", "Repetition"),
    "S": Message("结构", "Structure"),
    "U": Message("标点", "Punctuation"),
    "W": Message("用词", "Words"),
}
_OTHER_LANGUAGE = re.compile(r"^\[(?:中文|English)\]\([^)]*\)\n\n", re.MULTILINE)
_HEADING_OR_BLOCK = re.compile(
    r"^(?P<block>```.*?^```$)|^(?P<level>#{1,6}) (?P<title>[^\n]+)$", re.MULTILINE | re.DOTALL
)
_NAMED_BLOCK = re.compile(r"^```(\w+) ([\w./-]+)$", re.MULTILINE)


def main() -> None:
    """Build both sites; the exit status is that of the generator."""
    for folder in ("docs", "site"):
        shutil.rmtree(BUILD / folder, ignore_errors=True)
    for language in CONFIGURATIONS:
        stage(BUILD / "docs" / language, language)
        configuration = BUILD / f"{language}.yml"
        configuration.write_text(yaml.safe_dump(site_configuration(language), allow_unicode=True), encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "zensical",
            "build",
            "--strict",
            "--clean",
            "--config-file",
            str(configuration),
        ]
        done = subprocess.run(command, check=False)  # noqa: S603
        if done.returncode:
            sys.exit(done.returncode)


def stage(folder: Path, language: Language) -> None:
    """Put all pages of a language into a folder, as the generator reads them."""
    for page in sorted((ROOT / "docs").rglob("*.md")):
        if page.name.endswith(SUFFIXES["zh"]) == (language == "zh"):
            name = page.relative_to(ROOT / "docs").as_posix().removesuffix(SUFFIXES[language]) + ".md"
            text = _as_staged(page.read_text(encoding="utf-8"))
            _write_page(folder / name, text, (ROOT / "docs" / name).read_text(encoding="utf-8"), language)
    shutil.copytree(ROOT / "docs" / "pictures", folder / "pictures")
    _write(folder / "changelog.md", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    registry = load_registry(entry_points=False)
    languages: tuple[Language, Language] = (language, "en")
    _write_page(folder / "rules" / "index.md", *("\n".join(rules_page(registry, one)) for one in languages), language)
    for name, registered in registry.rules.items():
        pages = ("\n".join(rule_page(registered.rule, one)) for one in languages)
        _write_page(folder / "rules" / f"{name}.md", *pages, language)
    pages = ("\n".join(configuration_page(registry, one)) for one in languages)
    _write_page(folder / "reference" / "configuration.md", *pages, language)


def with_anchors(page: str, english: str) -> str:
    """Give a Chinese page whose headings have the anchors of the English one: made from themselves, they would be `_1`.

    Raises:
        ValueError: The two pages do not have the same headings.
    """
    wanted, own = _headings(english), _headings(page)
    if [level for level, _ in wanted] != [level for level, _ in own]:
        raise ValueError(f"the page {own[0][1]!r} needs the same headings in both languages")
    anchors: list[str] = []
    for _, title in wanted:
        anchor = _slug(title)
        taken = sum(re.fullmatch(rf"{re.escape(anchor)}(?:_\d+)?", other) is not None for other in anchors)
        anchors.append(f"{anchor}_{taken}" if taken else anchor)
    left = iter(anchors)
    return _HEADING_OR_BLOCK.sub(
        lambda match: match.group() if match["block"] else f"{match.group()} {{#{next(left)}}}", page
    )


def _headings(page: str) -> list[tuple[str, str]]:
    """Give level and title of each heading of a page."""
    return [(match["level"], match["title"]) for match in _HEADING_OR_BLOCK.finditer(page) if not match["block"]]


def _slug(title: str) -> str:
    """Give the anchor that the generator makes of an English heading."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", title).strip().lower())


def site_configuration(language: Language) -> dict[str, Any]:
    """Give the generator's configuration of a site: what stands in the file, and every rule in the navigation."""
    settings = yaml.safe_load((ROOT / CONFIGURATIONS["zh"]).read_text(encoding="utf-8"))
    if language != "zh":
        own = yaml.safe_load((ROOT / CONFIGURATIONS[language]).read_text(encoding="utf-8"))
        settings["theme"].update(own.pop("theme"))
        settings.update(own)
    rules = load_registry(entry_points=False).rules
    for entry in settings["nav"]:
        for title, target in entry.items():
            if target == "rules/index.md":
                entry[title] = [
                    target,
                    *(
                        {family.text(language): [f"rules/{n}.md" for n, r in rules.items() if r.rule.code[0] == letter]}
                        for letter, family in FAMILIES.items()
                    ),
                ]
    return {**settings, "docs_dir": f"docs/{language}", "site_dir": SITES[language]}


def rules_page(registry: Registry, language: Language) -> Iterator[str]:
    """Yield the lines of the list of rules."""
    yield f"# {Message('规则', 'Rules').text(language)}"
    yield ""
    yield Message(
        "按类别列出全部内置规则。`lint-report explain 规则名` 在本机显示同样的说明。",
        "All built-in rules by family. `lint-report explain RULE` shows the same text where you work.",
    ).text(language)
    for letter, family in FAMILIES.items():
        yield f"\n## {letter} {family.text(language)}\n"
        yield Message("| 代码 | 规则 | 级别 | 查什么 |", "| code | rule | severity | finds |").text(language)
        yield "| --- | --- | --- | --- |"
        for name, registered in registry.rules.items():
            if registered.rule.code.startswith(letter):
                summary = read_documentation(registered.rule).summary.text(language)
                yield f"| {registered.rule.code} | [{name}]({name}.md) | {registered.rule.severity} | {summary} |"
    yield ""


def rule_page(rule: AnyRule, language: Language) -> Iterator[str]:
    """Yield the lines of a rule's page: its docstring, its options, and what it says of its examples."""
    documentation = read_documentation(rule)
    yield f"# {rule.code} {rule.name}\n"
    yield f"**{documentation.summary.text(language)}**\n"
    yield Message(f"默认级别：`{rule.severity}`", f"Severity unless configured: `{rule.severity}`").text(language)
    for title, text in ((Message("查什么", "What it finds"), documentation.what), (_WHY, documentation.why)):
        yield f"\n## {title.text(language)}\n"
        yield _escaped(text.text(language))
    yield f"\n## {Message('会报的例子', 'Reported').text(language)}\n"
    for example in documentation.bad:
        yield from _block("text", example)
        yield from (f"- {_escaped(message.text(language))}" for message in _messages(rule, example))
        yield ""
    yield f"## {Message('不报的例子', 'Left alone').text(language)}\n"
    for example in documentation.good:
        yield from _block("text", example)
    yield from _options(rule, language)
    yield f"## {Message('关掉它', 'Silencing it').text(language)}\n"
    yield Message("在配置里，对所有文件：", "In the configuration, for all files:").text(language) + "\n"
    yield from _block("yaml", f"rules:\n  {rule.name}: off")
    yield (
        Message(
            "在稿子里，对写有这句话的一行（Word 里写成批注，只写冒号前后的文字，不写尖括号）：",
            "In the draft, for the line in which it stands (in Word as a comment, without the angle brackets):",
        ).text(language)
        + "\n"
    )
    yield from _block("text", f"<!-- lint-report: {Message('忽略', 'ignore').text(language)} {rule.name} -->")
    yield f"## {Message('依据', 'Source').text(language)}\n"
    yield f"{_escaped(documentation.source)}\n"


_WHY = Message("为什么", "Why")


def _messages(rule: AnyRule, example: str) -> Iterator[Message]:
    document = read_outline(read_source(example.encode(), "example.txt"))
    settings = RuleSettings(rule, rule.severity, rule.options_type())
    for finding in run_rule(document, settings):
        yield finding.message


def _options(rule: AnyRule, language: Language) -> Iterator[str]:
    schema: Any = configuration_schema(load_registry(entry_points=False), language)
    settings = schema["properties"]["rules"]["properties"][rule.name]["anyOf"][1]["properties"]
    options = {name: option for name, option in settings.items() if name != "severity"}
    if not options:
        return
    yield f"## {Message('选项', 'Options').text(language)}\n"
    yield Message("| 选项 | 取值 | 默认 | 作用 |", "| option | values | default | what it does |").text(language)
    yield "| --- | --- | --- | --- |"
    for name, option in options.items():
        default = json.dumps(option["default"], ensure_ascii=False)
        described = _escaped(option["description"])
        yield f"| `{name}` | {_values(option, language)} | `{default}` | {described} |"
    yield ""


def configuration_page(registry: Registry, language: Language) -> Iterator[str]:
    """Yield the lines of the reference of the configuration: every key of the schema, every preset."""
    schema: Any = configuration_schema(registry, language)
    yield f"# {Message('配置参考', 'Configuration reference').text(language)}\n"
    yield Message(
        "每个文件用从它所在文件夹往上最近的 `.lint-report.yaml`，或 `pyproject.toml` 里的 `[tool.lint-report]`。"
        "`lint-report config 文件` 显示对它生效的设置及出处；`lint-report config --schema` 输出供编辑器使用的 "
        "JSON schema，本页即由它生成。键或规则名写错时会报错，指出行号和相近的正确写法。",
        "The nearest `.lint-report.yaml` upwards from a file holds for it, or `[tool.lint-report]` in "
        "`pyproject.toml`. `lint-report config FILE` shows what holds and where it was set; "
        "`lint-report config --schema` prints the JSON schema for editors, from which this page is made. "
        "A key or rule that is misspelt is an error that names the line and the nearest right word.",
    ).text(language)
    for key, value in schema["properties"].items():
        yield f"\n## {key}\n"
        yield Message("{}。", "{}.").text(language).format(_sentence(value["description"]))
        if key == "rules":
            yield ""
            yield _OPTIONS.text(language)
        elif key == "allow":
            yield ""
            lists = value["anyOf"][1]["properties"]
            yield from (
                f"- `{name}`{_COLON.text(language)}{_escaped(entry['description'])}" for name, entry in lists.items()
            )
        elif key == "lexicon":
            names = ", ".join(f"`{name}`" for name in shipped_lexicon().list_names())
            yield f"\n{_LISTS.text(language)}{names}"
        elif key != "overrides":
            yield f"\n{_VALUES.text(language)}{_values(value, language)}"
    yield f"\n## {Message('预设', 'Presets').text(language)}\n"
    yield (
        Message("写在 `extends` 里，或用 `--preset` 指定：", "Named in `extends` or with `--preset`:").text(language)
        + "\n"
    )
    for name in preset_names():
        yield f"### {name}\n"
        yield from _block("yaml", (Path(shipped_folder()) / f"{name}.yaml").read_text(encoding="utf-8").strip())


def _sentence(text: str) -> str:
    return _escaped(text[0].upper() + text[1:])


_OPTIONS = Message(
    "选项见[各规则](../rules/index.md)自己的一页。", "The options stand on the page of each [rule](../rules/index.md)."
)
_COLON = Message("：", ": ")
_LISTS = Message("词表：", "Lists: ")
_VALUES = Message("取值：", "Values: ")
_TYPES = {
    "string": Message("文字", "text"),
    "integer": Message("整数", "a whole number"),
    "number": Message("数", "a number"),
    "boolean": Message("`true` 或 `false`", "`true` or `false`"),
}


def _values(schema: dict[str, Any], language: Language) -> str:
    """Say in words what a value may be."""
    if "anyOf" in schema:
        single, many = schema["anyOf"]
        if many["type"] == "array":
            return _values(single, language) + Message("，可以写几项", ", or several in a list").text(language)
        return f"{_values(single, language)}{_OR.text(language)}{_FILE.text(language)}"
    if "enum" in schema:
        return Message("、", ", ").text(language).join(f"`{value}`" for value in schema["enum"])
    return _TYPES[schema["type"]].text(language)


_OR = Message("，或", ", or ")
_FILE = Message("配置文件的路径", "the path of a configuration file")


def _block(sort: str, text: str) -> Iterator[str]:
    yield f"```{sort}"
    yield from text.splitlines()
    yield "```\n"


def _escaped(text: str) -> str:
    """Give a text that Markdown shows as it stands."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)


def _as_staged(text: str) -> str:
    """Give a page without the link to its other language, which the head of the site has, and with plain names."""
    text = _OTHER_LANGUAGE.sub("", text, count=1)
    text = _NAMED_BLOCK.sub(r'```\1 title="\2"', text)
    return text.replace(".zh-CN.md", ".md")


def _write_page(path: Path, text: str, english: str, language: Language) -> None:
    _write(path, with_anchors(text, english) if language == "zh" else text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
