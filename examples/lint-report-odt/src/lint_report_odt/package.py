"""An OpenDocument file as a package (OpenDocument 1.3, part 2), opened within limits.

What the file says of its own size is checked before anything is unpacked. Only the parts that hold text are read;
pictures, macros and embedded objects are not.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from lint_report import UserError

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
_TEXT = b"application/vnd.oasis.opendocument.text"
_RATIO_MATTERS_FROM = 16 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be; one beyond any limit is not read, and the message says which.

    Attributes:
        entries: Files in the package.
        part_bytes: Size of one part, unpacked.
        ratio: How often a part of more than 16 MB may exceed its packed size.
        depth: How deep elements may be nested.
    """

    entries: int = 10_000
    part_bytes: int = 256 << 20
    ratio: int = 500
    depth: int = 256


class Package:
    """The parts of an OpenDocument file.

    Attributes:
        limits: How large it may be.
    """

    def __init__(self, content: bytes, path: str, limits: Limits) -> None:
        """Open a package.

        Raises:
            UserError: It is no OpenDocument text, is damaged, has a password, or is beyond a limit.
        """
        self._path = path
        self.limits = limits
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except _BROKEN:
            raise self.error("不是完好的 ODT 文件", "is no intact OpenDocument file") from None
        entries = self._archive.infolist()
        if len(entries) > limits.entries:
            raise self.error(
                f"含有 {len(entries)} 个文件，超过上限 {limits.entries}",
                f"holds {len(entries)} files, more than the limit of {limits.entries}",
            )
        self._entries = {entry.filename: entry for entry in entries}
        if not (self.read("mimetype") or _TEXT).startswith(_TEXT):
            raise self.error("不是 OpenDocument 文字文档", "is an OpenDocument file, but no text")
        if b"encryption-data" in (self.read("META-INF/manifest.xml") or b""):
            raise self.error("有密码；请去掉密码后另存再检查", "has a password: remove it and save the file anew")

    def error(self, zh: str, en: str) -> UserError:
        """Give an error that names the file."""
        return UserError(zh, en, path=self._path)

    def read(self, name: str) -> bytes | None:
        """Give the content of a part; None when there is no such part.

        Raises:
            UserError: It is damaged or beyond a limit.
        """
        entry = self._entries.get(name)
        if entry is None:
            return None
        ratio = entry.file_size / max(entry.compress_size, 1)
        packed_too_well = entry.file_size > _RATIO_MATTERS_FROM and ratio > self.limits.ratio
        if entry.file_size > self.limits.part_bytes or packed_too_well:
            raise self.error(
                f"其中的 {name} 展开后有 {entry.file_size} 字节，超过上限，没有读取",
                f"its part {name} is {entry.file_size} bytes unpacked, beyond the limit, and was not read",
            )
        try:
            return self._archive.read(entry)
        except _BROKEN as error:
            raise self.error(
                f"其中的 {name} 已损坏（{error}）；请重新打开、另存后再检查",
                f"its part {name} is damaged ({error}): open the file and save it anew",
            ) from None
