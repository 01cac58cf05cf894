from __future__ import annotations

import copy
import pickle
import typing

from lint_report.records import NamedTuple


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
