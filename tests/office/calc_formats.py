"""Number formats and locks of many cells of a live Calc sheet, asked for in few calls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from office.area import Area
from office.uno_link import load_uno

# com.sun.star.util.NumberFormat
DATE, NUMBER, LOGICAL, TEXT = 2, 16, 1024, 256
AMBIGUOUS = "AMBIGUOUS_VALUE"


class Format(NamedTuple):
    """A number format of a document."""

    type: int
    is_standard: bool
    text: str

    @property
    def is_general(self) -> bool:
        return self.is_standard and bool(self.type & NUMBER)


class Formats:
    """What is known of the cells of one document, whatever sheet they are on.

    Every new UNO object costs some 2 ms, a call of a known one 0.2 ms: one set of ranges is
    filled, asked and emptied again.
    """

    def __init__(self, document: Any) -> None:
        self._numbers = document.NumberFormats
        self._ranges = document.createInstance("com.sun.star.sheet.SheetCellRanges")
        self._known: dict[int, Format] = {}
        self._keys: dict[str, int] = {}

    def each(self, sheet: int, areas: Sequence[Area]) -> Iterator[tuple[Area, Format]]:
        """The areas, cut up where their cells are formatted differently."""
        for area, key in self._uniform(sheet, areas, "NumberFormat"):
            if key not in self._known:
                found = self._numbers.getByKey(key)
                self._known[key] = Format(found.Type, found.StandardFormat, found.FormatString)
            yield area, self._known[key]

    def is_locked(self, sheet: int, area: Area) -> bool:
        """Whether any cell of the area is locked."""
        return any(
            protection.IsLocked for _, protection in self._uniform(sheet, [area], "CellProtection")
        )

    def apply(self, sheet: int, areas: Sequence[Area], number_format: str) -> None:
        """Give the cells a number format, written as Excel's Range.NumberFormat has it."""
        addresses = self._fill(sheet, areas)
        self._ranges.NumberFormat = self._key(number_format)
        self._ranges.removeRangeAddresses(addresses)

    def _uniform(self, sheet: int, areas: Sequence[Area], name: str) -> Iterator[tuple[Area, Any]]:
        if not areas:
            return
        addresses = self._fill(sheet, areas)
        is_mixed = self._ranges.getPropertyState(name).value == AMBIGUOUS
        value = None if is_mixed else self._ranges.getPropertyValue(name)
        self._ranges.removeRangeAddresses(addresses)
        if not is_mixed:
            yield from ((area, value) for area in areas)
            return
        parts = list(areas) if len(areas) > 1 else areas[0].halves()
        middle = len(parts) // 2
        yield from self._uniform(sheet, parts[:middle], name)
        yield from self._uniform(sheet, parts[middle:], name)

    def _fill(self, sheet: int, areas: Sequence[Area]) -> tuple[Any, ...]:
        struct = load_uno().createUnoStruct
        name = "com.sun.star.table.CellRangeAddress"
        addresses = tuple(struct(name, sheet, *area.position) for area in areas)
        self._ranges.addRangeAddresses(addresses, False)
        return addresses

    def _key(self, text: str) -> int:
        if text not in self._keys:
            english = load_uno().createUnoStruct("com.sun.star.lang.Locale", "en", "US", "")
            key = self._numbers.queryKey(text, english, False)
            self._keys[text] = key if key != -1 else self._numbers.addNew(text, english)
        return self._keys[text]
