"""Each promise of SECURITY.md names tests that there are."""

from __future__ import annotations

import re

from tests.conftest import ROOT


def test_named_tests_are_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "held by" not in line]
    assert len(rows) > 8
    for row in rows:
        files = re.findall(r"`(tests/[\w/]+\.py)`", row)
        assert files, row
        source = "".join((ROOT / file).read_text(encoding="utf-8") for file in files)
        for name in re.findall(r"`(test_\w+)`", row):
            assert f"def {name}(" in source, name
