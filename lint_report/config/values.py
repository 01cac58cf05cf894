"""Configuration values that know where they stand, so that every complaint can name file and line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from lint_report.flat_yaml import FlatEntry, read_flat_yaml
from lint_report.messages import UserError
from lint_report.patterns import Pattern
from lint_report.records import NamedTuple

Content: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

_TYPE_NAMES = {
    str: ("文字", "a text"),
    int: ("整数", "an integer"),
    float: ("数", "a number"),
    bool: ("true 或 false", "true or false"),
    list: ("列表", "a list"),
    dict: ("映射（键: 值）", "a mapping (key: value)"),
}


class Value(NamedTuple):
    """A value in a configuration.

    Attributes:
        content: The value; lists and mappings hold values again.
        path: The file, or the option of the command line, that it stands in.
        line: Its line from 1; None on the command line and where the format does not tell.
        raw: A scalar as it was written (`off` is a word here, though YAML reads it as false).
    """

    content: Content
    path: str
    line: int | None = None
    raw: str = ""

    @property
    def place(self) -> str:
        """File and line, as shown to the user."""
        return self.path if self.line is None else f"{self.path}:{self.line}"

    def error(self, zh: str, en: str) -> UserError:
        """Give an error that names this value's place."""
        return UserError(zh, en, path=self.path, line=self.line)

    def text(self, key: str) -> str:
        """Give a scalar as it was written.

        Raises:
            UserError: It is a list or a mapping.
        """
        if isinstance(self.content, list | dict) or self.content is None:
            raise self.wrong_type(key, str)
        return self.raw

    def items(self, key: str) -> list[Value]:
        """Give the items of a list; a single scalar counts as a list of one.

        Raises:
            UserError: It is a mapping.
        """
        if self.content is None:
            return []
        if isinstance(self.content, dict):
            raise self.wrong_type(key, list)
        return self.content if isinstance(self.content, list) else [self]

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the items of a list of scalars, as they were written."""
        return tuple(item.text(key) for item in self.items(key))

    def mapping(self, key: str) -> dict[str, Value]:
        """Give the entries of a mapping; an empty value counts as an empty mapping.

        Raises:
            UserError: It is something else.
        """
        if self.content is None:
            return {}
        if not isinstance(self.content, dict):
            raise self.wrong_type(key, dict)
        return self.content

    def wrong_type(self, key: str, wanted: type) -> UserError:
        """Give the error that says what a key wants."""
        zh, en = _TYPE_NAMES[wanted]
        return self.error(f"{key} 应为{zh}", f"{key} must be {en}")


def read_yaml(text: str, path: str) -> Value:
    """Read a YAML file.

    Raises:
        UserError: It is not YAML, or a key stands twice; the message names the line.
    """
    flat = read_flat_yaml(text)
    if flat is not None:
        return Value({entry.key: _flat_value(entry, path) for entry in flat}, path, flat[0].line)
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and _OPENED.search(error.context or ""):
            mark = error.context_mark  # what was opened there was never closed, and that shows at the end of the file
        problem = str(error.problem or error.context or "")
        raise UserError(
            f"YAML 写法有误：{problem}",
            f"broken YAML: {problem}",
            path=path,
            line=mark.line + 1 if mark else None,
        ) from None
    except yaml.YAMLError as error:
        problem = str(error).replace("\n", " ")
        raise UserError(f"YAML 写法有误：{problem}", f"broken YAML: {problem}", path=path) from None
    return Value({}, path, 1) if node is None else _from_node(node, path, {}, 0)


def _flat_value(entry: FlatEntry, path: str) -> Value:
    return Value({}, path, entry.line) if entry.text is None else Value(entry.text, path, entry.line, entry.text)


_DEEPEST = 50
_OPENED = Pattern("flow|quoted scalar")


def _from_node(node: object, path: str, known: dict[int, Value], depth: int) -> Value:
    """Give the value of a node; one that aliases name many times is read once, or a small file could fill memory."""
    if id(node) not in known:
        known[id(node)] = _read_node(node, path, known, depth)
    return known[id(node)]


def _read_node(node: object, path: str, known: dict[int, Value], depth: int) -> Value:
    import yaml

    if not isinstance(node, yaml.Node):
        raise TypeError(f"not a node: {node!r}")
    line = node.start_mark.line + 1
    if depth > _DEEPEST:
        raise UserError("嵌套过深", "nested too deeply", path=path, line=line)
    if isinstance(node, yaml.MappingNode):
        entries: dict[str, Value] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
            if not key or key in entries:
                raise UserError(
                    f"键“{key}”重复或不是文字",
                    f"the key {key!r} stands twice or is no text",
                    path=path,
                    line=key_node.start_mark.line + 1,
                )
            entries[key] = _from_node(value_node, path, known, depth + 1)
        return Value(entries, path, line)
    if isinstance(node, yaml.SequenceNode):
        return Value([_from_node(item, path, known, depth + 1) for item in node.value], path, line)
    return Value(_scalar(node, path, line), path, line, node.value)


_INTEGER = Pattern(r"[-+]?\d{1,18}")
_FLOAT = Pattern(r"[-+]?\d{1,18}\.\d{1,18}")


def _scalar(node: object, path: str, line: int) -> Content:
    """Give a scalar its type; dates and the like stay the text that was written."""
    import yaml

    if not isinstance(node, yaml.ScalarNode):
        raise UserError("无法理解的 YAML", "YAML that cannot be understood", path=path, line=line)
    text, tag = str(node.value), node.tag.rpartition(":")[2]
    if tag == "null":
        return None
    if tag == "bool":
        return text.lower() in ("true", "yes", "on")
    if tag == "int" and _INTEGER.fullmatch(text):
        return int(text)
    if tag == "float" and _FLOAT.fullmatch(text):
        return float(text)
    return text


def from_plain(content: object, path: str) -> Value:
    """Give a value for what another format (TOML, the command line) has read.

    Raises:
        UserError: It holds something that no configuration can hold.
    """
    if isinstance(content, Mapping):
        return Value({str(key): from_plain(item, path) for key, item in content.items()}, path)
    if isinstance(content, list | tuple):
        return Value([from_plain(item, path) for item in content], path)
    if isinstance(content, bool):
        return Value(content, path, raw=str(content).lower())
    if isinstance(content, str | int | float):
        return Value(content, path, raw=str(content))
    raise UserError(f"无法使用的值：{content!r}", f"a value that cannot be used: {content!r}", path=path)
