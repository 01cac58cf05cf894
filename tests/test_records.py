from __future__ import annotations

import copy
import dataclasses
import pickle
import typing
from typing import Any

import pytest

from lint_report.records import NamedTuple, dataclass, field


class Ours(NamedTuple):
    """What it is."""

    text: str
    lines: tuple[int, ...] = ()

    def total(self) -> int:
        """Give the sum."""
        return sum(self.lines)

    @property
    def first(self) -> int:
        return self.lines[0]


class Theirs(typing.NamedTuple):
    """What it is."""

    text: str
    lines: tuple[int, ...] = ()


class Bare(NamedTuple):
    """No field at all."""


def test_it_is_what_typing_makes() -> None:
    ours, theirs = Ours("a", (1, 2)), Theirs("a", (1, 2))
    assert tuple(ours) == tuple(theirs) == ("a", (1, 2))
    assert tuple(Ours("a")) == tuple(Theirs("a"))
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert ours._replace(text="b") == Ours(text="b", lines=(1, 2))
    assert Ours._fields == Theirs._fields
    assert Ours._field_defaults == Theirs._field_defaults
    assert typing.get_type_hints(Ours) == typing.get_type_hints(Theirs)
    assert (Ours.__doc__, Ours.__module__, Ours.__qualname__) == ("What it is.", __name__, "Ours")


def test_methods_and_properties_are_there() -> None:
    ours = Ours("a", (1, 2))
    assert (ours.total(), ours.first) == (3, 1)


def test_it_is_copied_and_sent_to_other_processes() -> None:
    ours = Ours("a", (1, 2))
    assert copy.deepcopy(ours) == pickle.loads(pickle.dumps(ours)) == ours  # noqa: S301  # our own
    assert type(pickle.loads(pickle.dumps(ours))) is Ours  # noqa: S301  # the same


def test_it_may_be_built_upon() -> None:
    class More(Ours):
        def twice(self) -> str:
            return self.text * 2

    assert More("a").twice() == "aa"
    assert Bare() == ()


WORDS = {"zh": "大小", "en": "the size"}


def _options(dataclass: Any, field: Any) -> Any:
    @dataclass(frozen=True, slots=True)
    class Options:
        """What may be set."""

        size: int = field(default=3, metadata=WORDS)
        lists: tuple[str, ...] = field(default=(), metadata={"path": "true"})

        def __post_init__(self) -> None:
            if self.size < 0:
                raise ValueError("size")

    return Options


OURS, THEIRS = _options(dataclass, field), _options(dataclasses.dataclass, dataclasses.field)


@pytest.mark.parametrize("given", [{}, {"size": 5}, {"size": 5, "lists": ("a",)}])
def test_data_class_is_what_dataclasses_makes(given: dict[str, object]) -> None:
    ours, theirs = OURS(**given), THEIRS(**given)
    assert (ours.size, ours.lists) == (theirs.size, theirs.lists)
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert ours == OURS(**given)
    assert (ours == OURS(size=9), ours == theirs) == (False, False)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert dataclasses.replace(ours, size=7) == OURS(7, ours.lists)


def test_fields_are_those_of_dataclasses() -> None:
    assert dataclasses.is_dataclass(OURS)
    for ours, theirs in zip(dataclasses.fields(OURS), dataclasses.fields(THEIRS), strict=True):
        assert (ours.name, ours.type, ours.default) == (theirs.name, theirs.type, theirs.default)
        assert ours.metadata == theirs.metadata
    assert typing.get_type_hints(OURS) == typing.get_type_hints(THEIRS)


def test_options_are_checked_and_frozen() -> None:
    with pytest.raises(ValueError, match="size"):
        OURS(size=-1)
    for wrong in ({"other": 1}, {"size": 1, "other": 1}):
        with pytest.raises(TypeError, match="size, lists"):
            OURS(**wrong)
    for values in ((1, (), 2), ()):
        with pytest.raises(TypeError):
            OURS(*values, **({} if values else {"size": 1, "length": 2}))
    options = OURS()
    with pytest.raises(dataclasses.FrozenInstanceError):
        options.size = 4
    with pytest.raises(dataclasses.FrozenInstanceError):
        del options.size


def test_options_of_rules_are_sent_to_other_processes() -> None:
    from lint_report_rules.words.wrong_word import Options

    options = Options(lists=())
    assert pickle.loads(pickle.dumps(options)) == copy.deepcopy(options) == options  # noqa: S301  # our own
