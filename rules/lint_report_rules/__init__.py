"""The built-in rules: a plugin like anyone's.

One rule is one file in a folder by family; it is found by standing there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module

from lint_report.hookspecs import hookimpl
from lint_report.rule import Rule


@hookimpl
def register_rules() -> list[type[Rule[object]]]:
    """Give every rule class that is defined in a module of this package."""
    return list(_rules())


def _rules() -> Iterator[type[Rule[object]]]:
    for family in _inside(__path__[0]):
        for name in _inside(os.path.join(__path__[0], family)):
            module = import_module(f"{__name__}.{family}.{name}")
            for value in vars(module).values():
                if isinstance(value, type) and value.__module__ == module.__name__ and issubclass(value, Rule):
                    yield value


def _inside(folder: str) -> list[str]:
    """Give the names of the modules and packages in a folder, in order."""
    try:
        names = os.listdir(folder)
    except OSError:  # the package stands in an archive
        import pkgutil  # where it stands in folders, which it most often does, this would cost a tenth of the start

        return [found.name for found in pkgutil.iter_modules([folder])]
    return sorted(
        name.removesuffix(".py") for name in names if name[0] not in "_." and ("." not in name or name.endswith(".py"))
    )
