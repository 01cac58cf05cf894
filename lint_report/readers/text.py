"""Plain text."""

from __future__ import annotations

from lint_report.messages import UserError
from lint_report.readers import Reader
from lint_report.source import Source


class TextReader(Reader):
    """Reads plain text, in any encoding."""

    name = "text"
    suffixes = (".txt", ".text")

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:
        """Decode the content; see `Reader.read`."""
        if b"\0" in content:
            raise UserError("不是文本文件（含有空字节）", "is not a text file (it holds NUL bytes)", path=path)
        try:
            text = content.decode(encoding or "utf-8-sig")
        except UnicodeDecodeError as error:
            raise UserError(
                f"第 {error.start} 个字节不是 {error.encoding}；请用 --encoding 指明编码",
                f"byte {error.start} is not {error.encoding}; name the encoding with --encoding",
                path=path,
            ) from None
        return Source(path=path, text=text)
