"""出席者: the attendance sheet's rows as people, each once."""

from __future__ import annotations

from collections.abc import Iterable

from juso.koshu.codes import Attendance, SecrecyMethod
from juso.koshu.sheets import AttendanceRecord
from juso.services.meeting.agenda_model import Attendee

EVERY_ITEM = "全案件"
IN_SHORT = {SecrecyMethod.ORDINANCE: "構成員"}


def roll(rows: Iterable[AttendanceRecord]) -> tuple[Attendee, ...]:
    """出席者名簿: a person with a row for each of several items is one line."""
    people: dict[tuple[str | None, ...], list[AttendanceRecord]] = {}
    for row in rows:
        people.setdefault((row.agency, row.post, row.name, row.attendance), []).append(row)
    return tuple(_attendee(n, found) for n, found in enumerate(people.values(), start=1))


def present(rows: Iterable[AttendanceRecord]) -> list[AttendanceRecord]:
    """Everybody but the absent."""
    return [row for row in rows if row.attendance is not Attendance.ABSENT]


def _attendee(number: int, rows: list[AttendanceRecord]) -> Attendee:
    row = rows[0]
    return Attendee(
        number=number,
        agency=row.agency,
        post=row.post,
        name=row.name,
        attendance=row.attendance,
        items=_items(rows),
        secrecy=_secrecy(rows),
    )


def _items(rows: list[AttendanceRecord]) -> str:
    numbers = sorted({row.item_number or 0 for row in rows})
    return EVERY_ITEM if 0 in numbers else "、".join(map(str, numbers))


def _secrecy(rows: list[AttendanceRecord]) -> str:
    if not all(row.secrecy_confirmed for row in rows):
        return "□"
    method = rows[0].secrecy_method
    return f"☑ {IN_SHORT.get(method, str(method))}" if method else "☑"
