"""LibreOffice for the macro, and a register small enough to open in no time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from juso.koshu.sheets import MeetingRecord
from macros.desk import Desk
from office.soffice import missing

Register = Callable[..., Path]
Meeting = tuple[object, object, str]  # 会議番号, 開催日, 会議種別
MEETINGS: tuple[Meeting, ...] = (
    ("SK-R7-03", date(2025, 5, 7), "支援会議"),
    ("SK-R7-04", date(2025, 5, 13), "支援会議"),
    ("JU-R7-01", date(2025, 4, 17), "重層的支援会議"),
)


@pytest.fixture(scope="session")
def running_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One LibreOffice for all tests of the macro."""
    if reason := missing():
        pytest.skip(reason)
    desk = Desk(tmp_path_factory.mktemp("macro"))
    yield desk
    desk.close()


@pytest.fixture
def desk(running_desk: Desk) -> Iterator[Desk]:
    """The user's place, with nothing open and nothing asked for."""
    yield running_desk
    running_desk.clear()


@pytest.fixture
def small_register(tmp_path: Path) -> Register:
    """`small_register(*meetings)` writes a register that has 会議台帳 only."""

    def write(*meetings: Meeting) -> Path:
        path = tmp_path / "共有 フォルダー" / "支援 台帳(1).xlsx"
        path.parent.mkdir()
        with Workbook(str(path)) as book:
            sheet = book.add_worksheet(MeetingRecord.sheet)
            labels = [column.label for column in MeetingRecord.columns]
            sheet.write_row(0, 0, labels)
            era = book.add_format({"num_format": '[$-411]ggge"年"m"月"d"日"'})
            for row, (number, held_on, kind) in enumerate(meetings or MEETINGS, start=1):
                sheet.write(row, labels.index("会議番号"), number)
                sheet.write(row, labels.index("会議種別"), kind)
                if isinstance(held_on, date):
                    sheet.write_datetime(row, labels.index("開催日"), held_on, era)
                elif held_on:
                    sheet.write(row, labels.index("開催日"), held_on)
            book.define_name("juso_meetings", f"='{MeetingRecord.sheet}'!$A$2:$A$301")
        return path

    return write
