"""A Word file as a package of parts (ECMA-376 Part 2), opened within limits.

What a file says of its own size is checked before anything is unpacked, and no more than that is ever unpacked. Only
the parts that hold text are read; pictures, macros and embedded files are not, and what lies outside the package is
never fetched.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lint_report.messages import Message, UserError
from lint_report.readers.docx.markup import read_tree
from lint_report.readers.signatures import recognise

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_MAIN_PART = "word/document.xml"
_ENCRYPTED = 0x1  # APPNOTE.TXT 4.4.4, general purpose bit flag


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a Word file may be.

    A file beyond any of them is not read, with an error that says which.

    Attributes:
        entries: Files in the package.
        part_bytes: Size of one part, unpacked. A report of 10 MB of text takes about 100 MB.
        total_bytes: Size of all parts that are read, unpacked.
        ratio: How often a part of more than 16 MB may exceed its packed size. A million empty paragraphs reach 300,
            the makers of zip bombs 1,000.
        depth: How deep elements may be nested.
    """

    entries: int = 10_000
    part_bytes: int = 256 << 20
    total_bytes: int = 512 << 20
    ratio: int = 500
    depth: int = 128


_RATIO_MATTERS_FROM = 16 << 20


class Package:
    """The parts of a Word file.

    Attributes:
        path: What to call the file.
        limits: How large it may be.
        main_part: The name of the part that holds the body.
    """

    def __init__(self, content: bytes, path: str, limits: Limits) -> None:
        """Open a package.

        Raises:
            UserError: It is no Word file, is damaged, has a password, or is beyond a limit.
        """
        self.path = path
        self.limits = limits
        self._read_bytes = 0
        signature = recognise(content)
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except _BROKEN:
            if signature is None or content.startswith(b"PK"):
                raise self.error(
                    "不是完好的 Word 文件（压缩结构已损坏）", "is no intact Word file: its zip structure is damaged"
                ) from None
            what, advice = signature
            raise self.error(
                f"不是 .docx，而是{what.zh}；{advice.zh}", f"is not a .docx but {what.en}; {advice.en}"
            ) from None
        entries = self._archive.infolist()
        if len(entries) > limits.entries:
            raise self.error(
                f"含有 {len(entries)} 个文件，超过上限 {limits.entries}",
                f"holds {len(entries)} files, more than the limit of {limits.entries}",
            )
        # OPC 7.3: the names of parts are compared without case.
        self._entries = {entry.filename.lower(): entry for entry in entries}
        main_parts = self.related("", "officeDocument")
        self.main_part = main_parts[0] if main_parts else _MAIN_PART

    def error(self, zh: str, en: str) -> UserError:
        """Give an error that names the file."""
        return UserError(zh, en, path=self.path)

    def read(self, name: str) -> bytes | None:
        """Give the content of a part; None when there is no such part.

        Raises:
            UserError: It is damaged, has a password, or is beyond a limit.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        self._check(entry)
        try:
            return self._archive.read(entry)
        except _BROKEN as error:
            raise self.error(
                f"其中的 {name} 已损坏（{error}）；请在 Word 或 WPS 中打开，另存后再检查",
                f"its part {name} is damaged ({error}); open the file in Word or WPS and save it anew",
            ) from None

    def related(self, source: str, kind: str) -> list[str]:
        """Give the names of the parts that a part refers to.

        Args:
            source: The name of the part, empty for the package itself.
            kind: The last word of the type of relationship, which is the same in both conformance classes.
        """
        folder, base = posixpath.split(source)
        content = self.read(posixpath.join(folder, "_rels", f"{base}.rels"))
        names: list[str] = []
        if content is None:
            return names
        for relationship in read_tree(content, self, "_rels"):
            if relationship.get("TargetMode") == "External" or relationship.get("Type", "").rpartition("/")[2] != kind:
                continue
            target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", ""))).lstrip("/")
            if target.lower() in self._entries:
                names.append(target)
        return names

    def _check(self, entry: zipfile.ZipInfo) -> None:
        if entry.flag_bits & _ENCRYPTED:
            raise self.error(
                "有密码；请在 Word 或 WPS 中去掉密码后另存",
                "has a password: remove it in Word or WPS and save the file anew",
            )
        self._read_bytes += entry.file_size
        ratio = entry.file_size / max(entry.compress_size, 1)
        excess: Message | None = None
        if entry.file_size > self.limits.part_bytes:
            excess = Message(f"展开后有 {entry.file_size} 字节", f"is {entry.file_size} bytes unpacked")
        elif self._read_bytes > self.limits.total_bytes:
            excess = Message(
                f"使展开后的总量达 {self._read_bytes} 字节", f"brings the total to {self._read_bytes} bytes"
            )
        elif entry.file_size > _RATIO_MATTERS_FROM and ratio > self.limits.ratio:
            excess = Message(f"压缩率达 {ratio:.0f} 倍", f"is packed {ratio:.0f} times smaller")
        if excess is not None:
            raise self.error(
                f"其中的 {entry.filename} {excess.zh}，超过上限，没有读取",
                f"its part {entry.filename} {excess.en}, beyond the limit, and was not read",
            )
