"""Named tuples and frozen data classes, made faster than `typing` and `dataclasses` make them.

The program makes some eighty named tuples when it starts, and an option class for each rule with options. `typing`
compiles the annotation of each field to see that it is one, which type checkers see before, and `collections` the
constructor; `dataclasses` writes and compiles methods for each class, and imports what can take any function apart.
Together that took 18 ms of a start of 75 ms. What is made here behaves the same, and type checkers are shown the
originals. Plugins may use either.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable
from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple", "dataclass", "field"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field
    from typing import NamedTuple, Self
else:

    class _Maker(type):
        """Makes a named tuple of a class statement, in a module whose annotations are texts."""

        def __new__(cls, name: str, _: tuple[type, ...], namespace: dict[str, Any]) -> type:
            fields = tuple(namespace.get("__annotations__", {}))
            defaults = {field: namespace.pop(field) for field in fields if field in namespace}
            shape = _shape(len(fields))
            made = dict(zip(fields, map(vars(shape).__getitem__, shape._fields), strict=True))
            made |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            made["__new__"] = _named(shape.__new__, fields, tuple(defaults.values()))
            return type(name, (_Record,), made | namespace)

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})

    class _Record(tuple):
        """What every named tuple has; its own are its constructor and its fields."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            return cls(*values)

        def _replace(self, /, **changed: object) -> Self:
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(shown)})"

    @cache
    def _shape(count: int) -> type:
        """Give a named tuple with as many fields: the constructors of all such differ in the names of arguments."""
        return namedtuple("_shape", [f"field{at}" for at in range(count)])  # noqa: PYI024

    def _named(constructor: FunctionType, names: tuple[str, ...], defaults: tuple[object, ...]) -> FunctionType:
        """Give a constructor with other names of arguments, which is a tenth of compiling it anew."""
        code = constructor.__code__.replace(co_varnames=("_cls", *names))
        return FunctionType(code, constructor.__globals__, "__new__", defaults)

    class _Field:
        """What `field` gives until the fields are looked at."""

        def __init__(self, default: object, metadata: dict[str, str]) -> None:
            self.default = default
            self.metadata = metadata

    field = _Field

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:  # noqa: ARG001  # it is always frozen
        """Make a frozen data class whose fields all have a default, given by `field`."""
        return _make

    def _make(cls: type) -> type:
        fields = {name: vars(cls)[name] for name in cls.__annotations__}
        for name, one in fields.items():
            setattr(cls, name, one.default)  # what an instance has unless it is given another
        for name in _METHODS:
            setattr(cls, name, vars(_Methods)[name])
        cls.__match_args__ = tuple(fields)
        cls.__dataclass_fields__ = _Fields(fields)
        return cls

    class _Fields:
        """The fields as `dataclasses` has them, made when the configuration, the schema or an explanation asks."""

        def __init__(self, fields: dict[str, _Field]) -> None:
            self.fields = fields

        def __get__(self, _: object, cls: type) -> dict[str, Any]:
            import dataclasses

            described = [
                (name, cls.__annotations__[name], dataclasses.field(default=one.default, metadata=one.metadata))
                for name, one in self.fields.items()
            ]
            cls.__dataclass_fields__ = dataclasses.make_dataclass(cls.__name__, described).__dataclass_fields__
            return cls.__dataclass_fields__

    class _Methods:
        """What every data class has."""

        def __init__(self, *values: object, **named: object) -> None:
            names = self.__match_args__
            given = dict(zip(names, values, strict=False)) | named
            if len(given) < len(values) + len(named) or not given.keys() <= set(names):
                raise TypeError(f"{type(self).__name__} has the options {', '.join(names)}, each at most once")
            vars(self).update(given)
            if hasattr(self, "__post_init__"):
                self.__post_init__()

        def __eq__(self, other: object) -> bool:
            return _values(self) == _values(other) if type(self) is type(other) else NotImplemented

        def __hash__(self) -> int:
            return hash(_values(self))

        def __repr__(self) -> str:
            shown = (f"{name}={value!r}" for name, value in zip(self.__match_args__, _values(self), strict=True))
            return f"{type(self).__qualname__}({', '.join(shown)})"

        def __setattr__(self, name: str, _: object) -> None:
            raise _frozen(f"cannot assign to field {name!r}")

        def __delattr__(self, name: str) -> None:
            raise _frozen(f"cannot delete field {name!r}")

    _METHODS = ("__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__")

    def _values(record: object) -> tuple[object, ...]:
        return tuple(getattr(record, name) for name in type(record).__match_args__)

    def _frozen(message: str) -> Exception:
        from dataclasses import FrozenInstanceError

        return FrozenInstanceError(message)
