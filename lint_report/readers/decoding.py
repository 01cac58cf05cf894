"""From bytes to characters: the encoding that was named or marked, or the one that makes Chinese prose of them.

A byte that cannot be read is an error with its place. No character is ever replaced, so that what is read can be
written back.
"""

from __future__ import annotations

import codecs

from lint_report.messages import Message, UserError
from lint_report.patterns import Pattern
from lint_report.readers.likelihood import likelihood
from lint_report.readers.signatures import recognise
from lint_report.records import NamedTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# The national standard replaced its predecessors and reads their files; Python's gb2312 even reads — as ―.
_SUPERSEDED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
}
_DOUBLE_BYTE = ("gb18030", "cp950", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_SHOWN = {"gb18030": "GB18030", "cp950": "Big5", "big5hkscs": "Big5-HKSCS"}
_LINE_END = Pattern(r"\r\n|\n|\r")


class Decoded(NamedTuple):
    """The characters of a file.

    Attributes:
        text: Without byte-order mark.
        encoding: Python's name of the encoding.
        bom: Whether a byte-order mark stood before the text.
        exact: Whether encoding the text gives the very bytes back. A few symbols have two codes in Big5.
        notices: That the encoding was guessed.
    """

    text: str
    encoding: str
    bom: bool = False
    exact: bool = True
    notices: tuple[Message, ...] = ()


def decode(content: bytes, path: str, encoding: str | None = None, declared: str | None = None) -> Decoded:
    """Decode a file.

    Args:
        content: The whole file.
        path: What to call it.
        encoding: The encoding that the user named, which always wins.
        declared: The encoding that the file itself names, if its format can. It holds where it can be right: pages
            that were saved as UTF-8 often still name the encoding they once had.

    Raises:
        UserError: The encoding that was named is unknown, the content is no text, or a byte cannot be read; the
            message says where and what to do.
    """
    decoded = _decode(content, path, encoding, declared)
    at = decoded.text.find("\0")
    if at >= 0:
        raise UserError(
            f"第 {at + 1} 个字符是空字符，不是文本",
            f"character {at + 1} is NUL: this is no text",
            path=path,
            line=1 + len(_LINE_END.findall(decoded.text, 0, at)),
        )
    return decoded


def _decode(content: bytes, path: str, encoding: str | None, declared: str | None) -> Decoded:
    if encoding is not None:
        return _decode_as(content, path, _codec_name(encoding))
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decode_as(content, path, name)
    signature = recognise(content)
    if signature is not None:
        raise UserError(
            f"是{signature.what.zh}，不能直接读取；{signature.advice.zh}",
            f"is {signature.what.en} and cannot be read as it stands; {signature.advice.en}",
            path=path,
        )
    if b"\0" in content:
        return _guess(content, path, _WIDE)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared is not None:
        decoded = _decode_as_declared(content, declared)
        if decoded is not None:
            return decoded
    return _guess(content, path, (*_DOUBLE_BYTE, *_WIDE[:2]))


def _codec_name(encoding: str) -> str:
    """Give Python's name for an encoding, or raise a UserError that names near ones."""
    try:
        name = codecs.lookup(encoding).name
        " ".encode(encoding)  # refuses codecs that are not of text
    except (LookupError, ValueError):
        raise _unknown(encoding) from None
    return _SUPERSEDED.get(name, name)


def _unknown(encoding: str) -> UserError:
    from difflib import get_close_matches  # only a slip needs it
    from encodings.aliases import aliases

    known = {name.replace("_", "-") for name in aliases.values()}
    near = get_close_matches(encoding.lower().replace("_", "-"), sorted(known), n=3) or ["utf-8", "gb18030", "big5"]
    return UserError(
        f"没有名为“{encoding}”的编码；相近的有 {'、'.join(near)}",
        f"there is no encoding {encoding!r}; near it are {', '.join(near)}",
    )


def _decode_as(content: bytes, path: str, name: str) -> Decoded:
    marked = next((row for row in _MARKS if row[1][:6] == name[:6] and content.startswith(row[0])), None)
    mark, name = marked or (b"", name)
    try:
        text = content[len(mark) :].decode(name)
    except UnicodeDecodeError as error:
        raise _unreadable(content, path, name, len(mark) + error.start) from None
    except UnicodeError as error:  # codecs without a place in their errors: idna, undefined
        raise UserError(f"不能按 {name} 读取：{error}", f"cannot be read as {name}: {error}", path=path) from None
    return Decoded(text, name, bool(mark), _is_exact(text, name, content[len(mark) :]))


def _decode_as_declared(content: bytes, declared: str) -> Decoded | None:
    try:
        name = _codec_name(declared)
    except UserError:
        return None
    for candidate in _DOUBLE_BYTE[1:] if name in ("big5", "cp950", "big5hkscs") else (name,):
        try:
            text = content.decode(candidate)
        except UnicodeError:
            continue
        return Decoded(text, candidate, exact=_is_exact(text, candidate, content))
    return None


def _guess(content: bytes, path: str, candidates: tuple[str, ...]) -> Decoded:
    """Take the candidate that makes the likeliest prose of the whole content."""
    best: tuple[float, str, str] | None = None
    for name in candidates:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        likely = likelihood(text)
        if best is None or likely > best[0]:
            best = likely, name, text
    if best is None or best[0] < 0:
        raise _undecodable(content, path, candidates)
    _, name, text = best
    shown = _SHOWN.get(name, name.upper())
    notice = Message(
        f"按 {shown} 读取（猜测）；若不对，请用 --encoding 指明",
        f"read as {shown} (a guess); if that is wrong, name the encoding with --encoding",
    )
    return Decoded(text, name, exact=_is_exact(text, name, content), notices=(notice,))


def _undecodable(content: bytes, path: str, candidates: tuple[str, ...]) -> UserError:
    """Say where the likeliest encoding breaks off, or that none is likely."""
    likely, name = max((likelihood(content.decode(name, "replace")), name) for name in ("utf-8", *candidates))
    if likely > 0:
        try:
            content.decode(name)
        except UnicodeDecodeError as error:
            return _unreadable(content, path, name, error.start)
    at = content.find(b"\0")
    if at >= 0:
        return UserError(
            f"不是文本文件：第 {at + 1} 个字节是空字节",
            f"is not a text file: byte {at + 1} is NUL",
            path=path,
        )
    return UserError(
        "认不出是什么编码的中文；请用 --encoding 指明编码",
        "is in no encoding of Chinese that could be told; name the encoding with --encoding",
        path=path,
    )


def _unreadable(content: bytes, path: str, name: str, at: int) -> UserError:
    shown = _SHOWN.get(name, name.upper())
    line = 1 + len(_LINE_END.findall(content[:at].decode(name, "ignore")))
    byte = f"0x{content[at]:02X}"
    return UserError(
        f"第 {at + 1} 个字节（{byte}）不能按 {shown} 读取；请改正此处，或用 --encoding 指明编码",
        f"byte {at + 1} ({byte}) cannot be read as {shown}; mend it, or name the encoding with --encoding",
        path=path,
        line=line,
    )


def _is_exact(text: str, name: str, content: bytes) -> bool:
    if name == "utf-8" or name in _WIDE:
        return True
    try:
        return text.encode(name) == content
    except UnicodeError:
        return False
