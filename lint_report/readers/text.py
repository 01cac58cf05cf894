"""Plain text."""

from __future__ import annotations

from lint_report.readers.base import Reader
from lint_report.readers.decoding import decode
from lint_report.readers.directives import NAME, find_remarks
from lint_report.readers.extract import Extract
from lint_report.source import Source


class TextReader(Reader):
    """Reads plain text, in any encoding. The text is left as it is but for remarks to lint-report."""

    name = "text"
    suffixes = (".txt", ".text")

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:
        """Decode the content; see `Reader.read`."""
        decoded = decode(content, path, encoding)
        raw = decoded.text
        extract = Extract(raw)
        at = 0
        remarks, warning = find_remarks(raw) if NAME in raw else ([], None)
        for remark in remarks:
            extract.keep(at, remark.start)
            extract.remark(remark.text)
            at = remark.end
        extract.keep(at, len(raw))
        source = extract.source(decoded, path, self.name)
        return source._replace(notices=(*source.notices, warning)) if warning else source
