"""Word files (.docx, ECMA-376), read with the standard library alone."""

from __future__ import annotations

from lint_report.readers.base import Reader
from lint_report.readers.docx.body import BodyText
from lint_report.readers.docx.package import Limits, Package
from lint_report.source import Source

__all__ = ["DocxReader", "Limits"]


class DocxReader(Reader):
    """Reads Word files: what the printed document shows, one line for each paragraph, with its automatic number.

    After the body come footnotes and endnotes, headers and footers, each once; text boxes follow the paragraph that
    they are anchored in. Tracked deletions, hidden text, tables of contents, page numbers and comments are not read,
    but for comments that are remarks to lint-report.
    """

    name = "docx"
    suffixes = (".docx", ".docm", ".dotx", ".dotm")

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:  # noqa: ARG002  # Word files say it themselves
        """Open the package and take the text out of it; see `Reader.read`."""
        return BodyText(Package(content, path, self.limits)).read(self.name)
