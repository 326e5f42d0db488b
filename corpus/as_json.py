"""Dataclasses as JSON and back, a parsed report for one. Knows the shape of dataclasses, nothing of files.

A dataclass is the list of its fields. How to read one follows from its annotations, so that a new field needs nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, partial
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from corpus.offsets import Offsets

Read = Callable[[Any], Any]


Made = TypeVar("Made")


def to_json(value: Any) -> Any:
    """Return a dataclass of words, numbers, tuples and dataclasses as what ``json`` writes."""
    if isinstance(value, Offsets):
        return value.runs
    kind: type = type(value)
    if is_dataclass(kind):
        return [to_json(getattr(value, name)) for name, _ in _fields(kind)]
    if isinstance(value, tuple):
        return [to_json(one) for one in value] if value and not isinstance(value[0], (str, int)) else value
    return value


def from_json(kind: type[Made], written: Any) -> Made:
    """Return the dataclass that was written. Raises ``ValueError`` or ``TypeError`` for anything else."""
    made: Made = _built(kind, written)
    return made


def _built(kind: type, written: Any) -> Any:
    known = _fields(kind)
    if not isinstance(written, list) or len(written) != len(known):
        raise ValueError(kind.__name__)
    return kind(*(read(value) if read else value for (_, read), value in zip(known, written, strict=True)))


@cache
def _fields(kind: type) -> tuple[tuple[str, Read | None], ...]:
    """Return the names of the fields of a dataclass and how each is read; None for what JSON gives as it is."""
    hints = get_type_hints(kind)
    return tuple((field.name, _read(hints[field.name])) for field in fields(kind) if field.init)


def _read(hint: Any) -> Read | None:
    inner = get_args(hint)
    match get_origin(hint):
        case None:
            return partial(_built, cast(type, hint)) if is_dataclass(hint) else None
        case origin if origin is tuple:
            one = _read(inner[0])
            return partial(_each, one) if one else tuple
        case origin if origin in (Union, UnionType):
            one = next(filter(None, map(_read, inner)), None)
            return partial(_perhaps, one) if one else None
        case origin if origin is Sequence:
            return _offsets
    return None


def _each(read: Read, written: Any) -> tuple[Any, ...]:
    return tuple(map(read, written))


def _perhaps(read: Read, written: Any) -> Any:
    return None if written is None else read(written)


def _offsets(runs: Any) -> Offsets:
    return Offsets(*runs)
