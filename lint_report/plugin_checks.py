"""Checks what plugins bring before it is used, and says where one failed.

Everyone's plugins are checked, the built-in rules are not: tests hold those, and every start would pay for it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from types import ModuleType, TracebackType

from lint_report import hookspecs
from lint_report.documentation import read_documentation
from lint_report.plugins import AnyRule, listed_rules
from lint_report.rule import Rule, Severity

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{1,4}\d{3}")


def check_api(plugin: object) -> None:
    """Check that a plugin is made for this version of the interface.

    A plugin says so by the attribute `LINT_REPORT_API`; one that says nothing is taken to be made for version 1.

    Raises:
        RuntimeError: It is made for another.
    """
    made_for = getattr(plugin, "LINT_REPORT_API", 1)
    if made_for != hookspecs.API_VERSION:
        raise RuntimeError(
            f"made for version {made_for} of the plugin interface, and this program has version "
            f"{hookspecs.API_VERSION}; install the version of the plugin that goes with it"
        )


def rules_of_module(module: ModuleType) -> list[AnyRule]:
    """Give the rules of a module: what its hook gives, or every rule class that is defined in it.

    Raises:
        TypeError: It brings no rule, or something that is none.
        ValueError: A name, code or docstring is not of the form that all have.
        RuntimeError: It is made for another version of the interface.
    """
    check_api(module)
    if hasattr(module, "register_rules"):
        rules = listed_rules(module.register_rules())
    else:
        rules = [
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module.__name__
        ]
    if not rules:
        raise TypeError("it defines no rule: no subclass of lint_report.Rule")
    check_rules(rules)
    return rules


def check_rules(rules: Iterable[AnyRule]) -> None:
    """Check that rules have all that a rule has.

    Raises:
        TypeError: One has no severity or no method.
        ValueError: A name, code or docstring is not of the form that all have.
    """
    for rule in rules:
        for attribute, form in (("name", _NAME), ("code", _CODE)):
            value = getattr(rule, attribute, None)
            if not isinstance(value, str) or not form.fullmatch(value):
                raise ValueError(f"the {attribute} of {rule.__name__} is {value!r}, and must match {form.pattern}")
        if not isinstance(rule.severity, Severity):
            raise TypeError(f"the severity of {rule.__name__} is {rule.severity!r} and no lint_report.Severity")
        if "check" in getattr(rule, "__abstractmethods__", ()):
            raise TypeError(f"{rule.__name__} has no method check")
        rule.options_type()
        read_documentation(rule)


def describe_failure(error: BaseException) -> str:
    """Give the cause of a failure in one line, with the place in the code where it arose."""
    cause = " ".join(f"{type(error).__name__}: {error}".split())
    place = _last_place(error.__traceback__)
    return f"{cause} ({place})" if place else cause


def _last_place(traceback: TracebackType | None) -> str:
    """Give file and line of the innermost call that is no part of this program or of Python's own import."""
    place = ""
    own = os.path.dirname(__file__)
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if not file.startswith(("<frozen", own + os.sep)):
            place = f"{os.path.basename(file)}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
