"""`lint-report outline`: show the section tree of files."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOT_WHOLE, NOTHING
from lint_report.config import Resolver
from lint_report.document import Document, Part, Report, Section
from lint_report.messages import Language, Message, UserError
from lint_report.outline import read_outline
from lint_report.paths import find_files
from lint_report.plugins import load_registry
from lint_report.readers import Readers, read_source
from lint_report.reporters.excerpts import show, show_line
from lint_report.reporters.names import PARTS
from lint_report.rule import Json
from lint_report.run import read_bytes
from lint_report.system_errors import cannot_read


def run(words: Sequence[str], language: Language) -> int:
    """Show the trees; give the exit status."""
    options = make_parser(language).parse_args(words)
    registry = load_registry()
    resolver = Resolver(registry, config=options.config)
    documents: list[Document] = []
    errors: list[UserError] = []
    for found in find_files(options.paths, registry.readers.suffixes, resolver.excluded):
        if found.error:
            errors.append(found.error)
            continue
        try:
            documents.append(_read(found.path, options.encoding, resolver, registry.readers))
        except UserError as error:
            errors.append(error)
    if options.format == "json":
        files: list[Json] = [_file(document) for document in documents]
        json.dump({"version": 1, "files": files}, sys.stdout, ensure_ascii=False)
        print()
    else:
        for document in documents:
            _print_tree(document, language)
    for problem in errors:
        print(show_line(problem.text(language)), file=sys.stderr)
    if not documents and not errors:
        message = Message("没有可查看的文件：请给出文件或文件夹", "there is no file to show: name files or folders")
        print(message.text(language), file=sys.stderr)
        return NOT_WHOLE
    return NOT_WHOLE if errors else NOTHING


def _read(path: str, encoding: str | None, resolver: Resolver, readers: Readers) -> Document:
    settings = resolver.settings(path)
    try:
        content = read_bytes(path)
    except OSError as error:
        raise cannot_read(path, error) from None
    source = read_source(content, path, encoding or settings.encoding, readers=readers)
    return read_outline(source, settings.kind, settings.lexicon)


def _file(document: Document) -> Json:
    return {"path": document.source.path, "reports": [_report(document, report) for report in document.reports]}


def _report(document: Document, report: Report) -> Json:
    """Give a report as JSON; the tree is built from a stack, for it may be deeper than Python's own."""
    top: list[Json] = []
    pending: list[tuple[Section, list[Json]]] = [(section, top) for section in reversed(report.sections)]
    while pending:
        section, siblings = pending.pop()
        children: list[Json] = []
        siblings.append(
            {
                "level": section.level,
                "line": document.position(section.heading.span.start).line,
                "marker": section.heading.marker,
                "title": section.heading.title,
                "parts": [str(part) for part in Part if part in section.parts],
                "sections": children,
            }
        )
        pending.extend((child, children) for child in reversed(section.sections))
    line = document.position(report.span.start).line
    return {"line": line, "title": report.title, "kind": str(report.kind), "sections": top}


def _print_tree(document: Document, language: Language) -> None:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    root = Tree(Text(show(document.source.path), style="bold"))
    for report in document.reports:
        title = show(report.title) if report.title else Message("（无标题）", "(no title)").text(language)
        facts = f"{report.kind} {_facts(document, report, report.span.start, language)}"
        branches = {0: root.add(Text.assemble((title, "bold"), (f"  {facts}", "dim")))}
        for section in report.walk():
            heading = section.heading
            label = show(f"{heading.marker or ''}{heading.title}")
            parts = "、".join(PARTS[part].text(language) for part in Part if part in section.parts)
            facts = _facts(document, section, heading.span.start, language)
            row = Text.assemble(label, (f"  [{parts}]" if parts else "", "green"), (f"  {facts}", "dim"))
            branches[section.level] = branches[section.level - 1].add(row)
    Console(soft_wrap=True, highlight=False).print(root)


def _facts(document: Document, node: Report | Section, start: int, language: Language) -> str:
    line = document.position(start).line
    size = node.span.end - node.span.start
    return Message(f"第 {line} 行，{size} 字", f"line {line}, {size} characters").text(language)


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    parser = Parser("lint-report outline", Message("显示报告的结构。", "Show the section tree of reports."), language)
    words = parser.words
    parser.add_argument("paths", nargs="*", metavar=words("路径", "PATH"))
    group = parser.group(Message("选项", "options"))
    group.add_argument("--format", choices=("text", "json"), default="text")
    group.add_argument("--config", metavar="FILE", help=words("用这个配置文件", "use this configuration file"))
    group.add_argument("--encoding", metavar="NAME", help=words("文件的编码", "encoding of the files"))
    parser.add_common()
    return parser
