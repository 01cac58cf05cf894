"""Plugins of installed packages, as far as no package need be installed to try them."""

from __future__ import annotations

import importlib.metadata
import sys
from types import ModuleType

import pytest

from lint_report import plugins


def module(name: str) -> ModuleType:
    return ModuleType(name)


def load(monkeypatch: pytest.MonkeyPatch, **modules: ModuleType) -> plugins.Registry:
    """Load plugins all of which have the entry point `towns`."""
    for name, loaded in modules.items():
        monkeypatch.setitem(sys.modules, name, loaded)
    points = [importlib.metadata.EntryPoint("towns", name, "lint_report") for name in modules]
    monkeypatch.setattr(plugins, "_any_entry_point", lambda: True)
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda **_: points)
    return plugins.load_registry()


def test_second_package_with_an_entry_point_of_one_name_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    (failure,) = load(monkeypatch, towns_one=module("towns_one"), towns_two=module("towns_two")).failures
    assert "towns_two" in failure.message.zh
    assert "towns_one has an entry point of this name too" in failure.message.zh


def test_second_package_is_used_where_the_first_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    first = module("towns_one")
    first.__dict__["LINT_REPORT_API"] = 7
    (failure,) = load(monkeypatch, towns_one=first, towns_two=module("towns_two")).failures
    assert "made for version 7" in failure.message.zh
