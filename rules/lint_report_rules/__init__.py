"""The built-in rules: a plugin like anyone's.

One rule is one file in a folder by family; it is found by standing there.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from lint_report.hookspecs import hookimpl
from lint_report.rule import Rule


@hookimpl
def register_rules() -> list[type[Rule[object]]]:
    """Give every rule class that is defined in a module of this package."""
    return list(_rules())


def _rules() -> Iterator[type[Rule[object]]]:
    for family in pkgutil.iter_modules(__path__, f"{__name__}."):
        folder = importlib.import_module(family.name)
        for found in pkgutil.iter_modules(folder.__path__, f"{family.name}."):
            module = importlib.import_module(found.name)
            for value in vars(module).values():
                if isinstance(value, type) and value.__module__ == found.name and issubclass(value, Rule):
                    yield value
