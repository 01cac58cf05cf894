"""`lint-report config FILE`: show what holds for a file, and where each value comes from."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence

from lint_report.commands.arguments import Parser
from lint_report.commands.check import NOT_WHOLE, NOTHING
from lint_report.config import Resolver
from lint_report.config.resolver import Merged
from lint_report.config.values import Value
from lint_report.document import Kind
from lint_report.messages import Language, Message
from lint_report.outline import read_outline
from lint_report.plugins import load_registry
from lint_report.readers import Readers, read_source
from lint_report.run import read_bytes


def run(words: Sequence[str], language: Language) -> int:
    """Show the settings of a file; give the exit status."""
    options = make_parser(language).parse_args(words)
    resolver = Resolver(load_registry(), config=options.config, preset=options.preset)
    registry = resolver.registry(options.file)
    for failure in registry.failures:
        print(failure.text(language), file=sys.stderr)
    status = NOT_WHOLE if registry.failures else NOTHING
    if options.schema:
        from lint_report.config.schema import configuration_schema

        print(json.dumps(configuration_schema(registry, language), ensure_ascii=False, indent=2))
        return status
    settings = resolver.settings(options.file)
    kind = settings.kind
    if kind is None and options.file != "-":
        kind = _kind_of(options.file, settings.encoding, registry.readers)
    print("\n".join(_rows(resolver.merged(options.file, kind), kind, language)))
    return status


def _kind_of(path: str, encoding: str | None, readers: Readers) -> Kind | None:
    """Tell the kind of a file's first report; None where the file is not there yet."""
    try:
        content = read_bytes(path)
    except OSError:
        return None
    document = read_outline(read_source(content, path, encoding, readers=readers))
    return document.reports[0].kind if document.reports else None


def _rows(merged: Merged, kind: Kind | None, language: Language) -> Iterator[str]:
    told = str(kind) if kind else Message("未定", "unknown").text(language)
    yield f"# {Message('报告种类', 'kind of report').text(language)}: {told}"
    for key, value in merged.single.items():
        yield f"{key}: {value.raw}  # {value.place}"
    lists = {
        "plugins": merged.plugins,
        "select": merged.select.items("select") if merged.select else [],
        "ignore": merged.ignore,
        "allow.words": merged.words,
        "allow.patterns": merged.patterns,
    }
    for key, values in lists.items():
        if values:
            yield f"{key}:"
            yield from (f"  - {value.raw}  # {value.place}" for value in values)
    if merged.rules:
        yield "rules:"
    for name, entries in merged.rules.items():
        yield f"  {name}:"
        yield from (f"    {key}: {_shown(value)}  # {value.place}" for key, value in entries.items())


def _shown(value: Value) -> str:
    if isinstance(value.content, list):
        return f"[{', '.join(item.raw for item in value.content)}]"
    return value.raw


def make_parser(language: Language) -> Parser:
    """Give the parser of the command line."""
    description = Message("显示对一个文件生效的配置及其出处。", "Show what is configured for a file, and where.")
    parser = Parser("lint-report config", description, language)
    words = parser.words
    parser.add_argument("file", nargs="?", default="-", metavar=words("文件", "FILE"))
    group = parser.group(Message("选项", "options"))
    group.add_argument("--config", metavar="FILE", help=words("用这个配置文件", "use this configuration file"))
    schema = words("输出配置文件的 JSON schema", "print the JSON schema of configuration files")
    group.add_argument("--schema", action="store_true", help=schema)
    group.add_argument("--preset", metavar="NAME", help=words("用这个预设", "use this preset"))
    parser.add_common()
    return parser
