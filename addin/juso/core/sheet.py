"""Declare a worksheet as a class: one field is one column, its type is the cell's type.

A row is a tuple underneath, so 30,000 of them are built at the speed of `zip`.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, ClassVar, Self, get_args, get_origin, get_type_hints

from juso.core.codelist import CodeList


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What one field of a row class says about its Excel column."""

    key: str = ""
    label: str
    kind: type = str  # str, int, float, bool, date, datetime, time or a CodeList
    many: bool = False  # several codes in one cell, joined by 、
    optional: bool = False  # only for several codes; other columns say it with `| None`
    required: bool = False
    unique: bool = False  # the row's own number: no two rows share it
    refers: str = ""  # title of the sheet whose unique column holds this value
    choices: str = ""  # name of an open list (地区, 関係機関): its values are typed by the city
    pattern: str = ""
    example: str = ""  # shown when a value does not fit the pattern
    note: str = ""  # the input note on the header cell
    when: str = ""  # in words, when an optional cell must be filled (△)
    basis: str = ""  # clause that asks for this column
    aliases: tuple[str, ...] = ()
    computed: bool = False  # filled in by the product or a formula, never by a clerk
    formula: str = ""  # Excel formula of a computed column; `{label}` is that column's cell
    national: bool = False  # asked for by the national report (太枠)
    width: float = 0  # in characters; 0 leaves it to the builder
    since: str = ""  # release that added it: an older workbook may do without an optional column
    is_name: bool = False  # somebody's own name: kept as typed, blanks and all
    is_kana: bool = False  # how a name is read: half-width kana are said, and kept
    any_era: bool = False  # a day long gone (生年月日): an era left out is not supposed
    unit: str = ""  # of a number: 5人 is read where it fits

    @property
    def is_code(self) -> bool:
        return issubclass(self.kind, CodeList)


def column(label: str, **facts: Any) -> Any:
    """Declare a column; annotate the field `X | None` (or a tuple of codes) to let it be empty."""
    return Column(label=label, **facts)


# namedtuple's descriptors read a tuple by place faster than anything else; any tuple will do.
_NAMES = [f"place_{number}" for number in range(100)]
_PLACES = namedtuple("_PLACES", _NAMES)  # type: ignore[misc]
GETTERS: tuple[Any, ...] = tuple(getattr(_PLACES, name) for name in _NAMES)


class Row(tuple[Any, ...]):
    """Base of the row classes; each subclass is one sheet of the workbook.

    Fields left out of the constructor are blank (None, False, or an empty tuple).
    """

    __slots__ = ()
    sheet: ClassVar[str]
    columns: ClassVar[tuple[Column, ...]]
    row_number: int  # Excel row, 0 for a row that is not on a sheet yet

    def __init_subclass__(cls, *, sheet: str) -> None:
        cls.sheet = sheet
        cls.columns = tuple(_columns(cls))
        names = [*(c.key for c in cls.columns), "row_number"]
        for name, getter in zip(names, GETTERS, strict=False):
            setattr(cls, name, getter)

    def __new__(cls, *, row_number: int = 0, **values: Any) -> Self:
        cells = [values.pop(c.key, blank(c)) for c in cls.columns]
        if values:
            raise TypeError(f"{cls.__name__} has no column {', '.join(values)}")
        return cls.of((*cells, row_number))

    @classmethod
    def of(cls, cells: Iterable[Any]) -> Self:
        """A row from its cells in column order, the row number last; nothing is checked."""
        return tuple.__new__(cls, cells)

    def replace(self, **changes: Any) -> Self:
        """The same row with some cells changed."""
        keys = [*(c.key for c in self.columns), "row_number"]
        if unknown := set(changes) - set(keys):
            raise TypeError(f"{type(self).__name__} has no column {unknown}")
        return self.of(changes.get(key, value) for key, value in zip(keys, self, strict=True))

    @property
    def key(self) -> str:
        """What a finding calls this row: its unique cell, else its first cell."""
        return str(self[key_index(type(self))] or f"{self.row_number}行目")

    def __getnewargs_ex__(self) -> tuple[tuple[()], dict[str, Any]]:
        keys = [*(c.key for c in self.columns), "row_number"]
        return (), dict(zip(keys, self, strict=True))


def _columns(cls: type[Row]) -> Iterable[Column]:
    hints = cls.__annotations__
    if any(isinstance(hint, str) for hint in hints.values()):
        hints = get_type_hints(cls)
    for name, declared in list(vars(cls).items()):
        if not isinstance(declared, Column):
            continue
        hint = hints[name]
        optional = isinstance(hint, UnionType) and type(None) in get_args(hint)
        kind = get_args(hint)[0] if optional else hint
        many = get_origin(kind) is tuple
        facts = {f: getattr(declared, f) for f in Column.__dataclass_fields__}
        facts |= {
            "key": name,
            "kind": get_args(kind)[0] if many else kind,
            "many": many,
            "computed": declared.computed or bool(declared.formula),
            "required": not (
                optional
                or kind is bool
                or declared.optional
                or declared.computed
                or declared.formula
            ),
        }
        yield Column(**facts)


def blank(column: Column) -> Any:
    """The value of an empty cell: None, False for a ○ column, () for several codes."""
    return () if column.many else False if column.kind is bool else None


@cache
def key_index(row_type: type[Row]) -> int:
    """Position of the unique column, else 0."""
    return next((i for i, c in enumerate(row_type.columns) if c.unique), 0)


@cache
def column_index(row_type: type[Row], key: str) -> int:
    """Position of a column by its field name."""
    return next(i for i, c in enumerate(row_type.columns) if c.key == key)
