"""`lint-report --version`: the version of this program and of what it runs on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

_PACKAGES = ("pluggy", "PyYAML", "rich", "jieba", "OpenCC", "pygls")


def version_text() -> str:
    """Give the version of this program, of Python and of the packages that matter to a bug report."""
    rows = [f"lint-report {_version('lint-report')}", f"Python {platform.python_version()} ({platform.system()})"]
    rows += [f"{package} {_version(package)}" for package in _PACKAGES]
    return "\n".join(rows)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"
