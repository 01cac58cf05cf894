"""Files that are installed with the package: presets, lexicons, word lists."""

from __future__ import annotations

import os
from functools import cache


@cache
def shipped_folder() -> str:
    """Give the folder of presets: inside the package in a wheel, beside it in a checkout."""
    here = os.path.dirname(__file__)
    inside = os.path.join(here, "configs")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(here), "configs")
