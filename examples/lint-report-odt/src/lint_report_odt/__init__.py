"""OpenDocument text (.odt, .ott) for lint-report, as LibreOffice and WPS write it."""

from __future__ import annotations

from lint_report import Reader, hookimpl
from lint_report_odt.reader import OdtReader

LINT_REPORT_API = 1


@hookimpl
def register_readers() -> list[type[Reader]]:
    """Give the reader."""
    return [OdtReader]
