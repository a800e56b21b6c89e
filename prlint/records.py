"""Named tuples that cost nothing to define, and the names of types that only a type checker needs.

A run defines forty kinds of record before it has read a word: with `typing.NamedTuple` and the import of `typing` that is
15 ms, a tenth of a cold run. `Record` is the same to its users and to a type checker.
"""

from collections import _tuplegetter  # type: ignore[attr-defined]  # what `collections.namedtuple` makes its fields of

__all__ = ["Any", "AnyStr", "Protocol", "Record", "TypeVar", "cast"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, AnyStr, Protocol, TypeVar, cast
    from typing import NamedTuple as Record
else:
    Any = AnyStr = Protocol = object

    def cast(_kind, value):
        """The value as it is."""
        return value

    def TypeVar(name, *_kinds, **_more):  # noqa: N802 - it stands in for the type
        """A name for a type checker."""
        return name

    class _Kind(type):
        """Makes the annotated names of a class the fields of its tuples, with their defaults."""

        def __new__(cls, name, bases, space):
            fields = tuple(space.get("__annotations__", ()))
            defaults = {field: space[field] for field in fields if field in space}
            space.update({field: _tuplegetter(place, field) for place, field in enumerate(fields)})
            space.update(__slots__=(), _fields=fields, _field_defaults=defaults, __match_args__=fields)
            return super().__new__(cls, name, bases, space)

    class Record(tuple, metaclass=_Kind):  # noqa: SLOT001 - its metaclass gives it none
        """A tuple whose items have names."""

        def __new__(cls, *items, **named):
            fields = cls._fields
            missing = fields[len(items) :]
            if missing or named:
                defaults = cls._field_defaults
                try:
                    items += tuple([named.pop(field) if field in named else defaults[field] for field in missing])
                except KeyError as error:
                    raise TypeError(f"{cls.__name__} needs `{error.args[0]}`") from None
            if named or len(items) > len(fields):
                raise TypeError(f"{cls.__name__} has the fields {', '.join(fields)}")
            return tuple.__new__(cls, items)

        def _replace(self, **named):
            """The same with other items."""
            return type(self)(*[named.pop(field, item) for field, item in zip(self._fields, self, strict=True)], **named)

        def _asdict(self):
            """The items by name."""
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            told = ", ".join(f"{field}={item!r}" for field, item in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self):
            return tuple(self)
