"""The rows of an older version of a form to today's rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from juso.core.cells import fold
from juso.core.finding import Finding, Severity, address
from juso.koshu.tally.form_header import CODE, Header, Row, Rows
from juso.koshu.tally.frame import Frame
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.layout import Layout, layout
from juso.koshu.tally.reading import FormReading, TallyRow, form_finding
from juso.koshu.tally.values import State
from juso.koshu.tally.versions import OldVersion, old_version, only_today

ReadRows = Mapping[str, TallyRow]
WORST_FIRST = (State.FAULT, State.BLANK, State.UNKNOWN)


def layout_of(reading: FormReading, header: Header, rows: Rows) -> Layout:
    """The rows the form ought to have: those of its version, unless today's codes stand in it."""
    old = old_version(reading.cover.version)
    today = only_today(reading.form, old.name) if old else frozenset()
    if old is None or not today or any(_has(row, header, today) for row in rows[header.row :]):
        return layout(reading.form)
    return layout(reading.form, old.name)


def _has(row: Row, header: Header, codes: frozenset[str]) -> bool:
    places = range(len(row)) if header.code is None else (header.code,)
    return any(isinstance(row[p], str) and fold(row[p]).upper() in codes for p in places)


def modernised(read: ReadRows, used: Layout, due: int) -> dict[str, TallyRow]:
    """Rows by today's codes: the same, added together, or 不詳 where the form did not tell."""
    old = old_version(used.version)
    if old is None:
        return dict(read)
    found: dict[str, TallyRow] = {}
    for code in items_by_code(used.form):
        undivided = [then for then, today in old.split.items() if code in today]
        if code in old.added:
            parts = [read[then] for then in old.added[code] if then in read]
            if len(parts) == len(old.added[code]):
                found[code] = _together(parts)
        elif undivided:
            row = read.get(undivided[0])
            found[code] = _unknown(row.number if row else 0, due)
        elif code in old.not_asked:
            found[code] = _unknown(0, due)
        elif code in read:
            found[code] = read[code]
    return found


def _unknown(number: int, due: int) -> TallyRow:
    return TallyRow(number, (None,) * due, (State.UNKNOWN,) * due)


def _together(parts: list[TallyRow]) -> TallyRow:
    if len(parts) == 1:
        return parts[0]
    months = zip(*(part.values for part in parts), strict=True)
    values = tuple(None if None in month else sum(v for v in month if v) for month in months)
    states = zip(*(part.states for part in parts), strict=True)
    return TallyRow(parts[0].number, values, tuple(map(_worst, states)))


def _worst(states: tuple[State, ...]) -> State:
    for state in WORST_FIRST:
        if state in states:
            return state
    return State.VALUE if State.VALUE in states else State.NONE


def check_version(read: ReadRows, used: Layout, frame: Frame, header: Header) -> Iterator[Finding]:
    """How an older form was read, once; and each row that says less than is asked today."""
    old = old_version(used.version)
    if old is None:
        return
    message = (
        f"様式版「{old.name}」（前の様式）の項目を、今の様式の項目に読み替えました"
        f"（{_renaming(old)}）。当時の様式にない{'・'.join(sorted(old.not_asked))}は不詳とします。"
    )
    yield form_finding("FORM-034", frame.file, message, frame.column_spot("", "", CODE, old.name))
    at = next((p for p in (header.code, header.label) if p is not None), 0)
    for then, today in old.split.items():
        row = read.get(then)
        if row and any(value for value in row.values):
            label = used.items[then].label
            message = (
                f"「{label}」（{then}）は今の様式では{'・'.join(today)}に分かれています。"
                "分け方が分からないので、どれも不詳とします。分かれば今の様式に入力してください。"
            )
            spot = frame.column_spot(then, address(row.number, at), CODE, then)
            yield form_finding("FORM-034", frame.file, message, spot, Severity.WARNING)


def _renaming(old: OldVersion) -> str:
    return "、".join(f"{'＋'.join(then)}→{today}" for today, then in old.added.items())
