"""The reader of OpenDocument text."""

from __future__ import annotations

from lint_report import Reader, Source
from lint_report_odt.body import BodyText
from lint_report_odt.package import Limits, Package


class OdtReader(Reader):
    """Reads OpenDocument text: what the printed document shows, one line for each paragraph.

    Automatic numbers of lists and headings are put before their lines. Cells of tables, notes and text boxes are
    asides. Deleted text, comments, tables of contents, headers and footers are not read, but for comments that are
    remarks to lint-report.
    """

    name = "odt"
    suffixes = (".odt", ".ott")

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def read(self, content: bytes, path: str, encoding: str | None) -> Source:  # noqa: ARG002  # the file says it itself
        """Open the package and take the text out of it; see `Reader.read`."""
        return BodyText(Package(content, path, self._limits)).read(path, self.name)
