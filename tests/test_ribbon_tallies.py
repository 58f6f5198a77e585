"""The buttons of 集計: which window and which month a press means, and what is asked first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime

import pytest

from fake_book import FakeBook
from juso.adapters.inbox import Request
from juso.adapters.live_book import LiveBook
from juso.adapters.reconcile_sheet import RECONCILED
from juso.adapters.result_sheets import FIGURES, WALL
from juso.app import App
from juso.core.errors import JusoError
from juso.result import Result
from juso.ribbon import run
from juso.ribbon_press import columns_of

APP = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))
JUNE = WALL.place("6月") + 1
FIRST = WALL.first_row


class Heard:
    """What a command was called with; the command itself is not run."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []

    def listen(self, name: str) -> Callable[..., Result]:
        def command(_app, _at, *given, **_named):
            self.calls.append((name, *(f"{one}" if name == "settle" else one for one in given)))
            return Result("済み")

        return command


@pytest.fixture
def heard(monkeypatch):
    heard = Heard()
    for name in ("give_back", "settle"):
        monkeypatch.setattr(App, name, heard.listen(name))
    return heard


@pytest.fixture
def book(sample_office):
    """An open register in which 提出状況 has three windows, 月次実績 one figure of each of two."""
    book = FakeBook.of_file(sample_office / "支援台帳.xlsx")
    for row, code in enumerate(("W1", "W2", "P"), start=FIRST):
        book.sheets[WALL.title].cells[row, WALL.place("コード") + 1] = code
    place = FIGURES.place("窓口・事業・拠点") + 1
    for row, name in enumerate(("W2 障害", "R こすもす・こども館"), start=FIRST):
        book.sheets[FIGURES.title].cells[row, place] = name
    return book


def press(book: FakeBook, command: str, sheet: str, cells: str) -> Result:
    request = Request(
        command=command,
        choice="",
        book=book.fullname,
        hwnd=0,
        sheet=sheet,
        cells=cells,
        read_only=False,
        user="tester",
        version="",
        number="1",
    )
    return run(APP, request, LiveBook(book))


def cell(row: int, column: int = 1) -> str:
    return f"${'ABCDEFGHIJKLMNOPQRST'[column - 1]}${row}"


@pytest.mark.parametrize(
    ("sheet", "row", "window"),
    [
        (WALL.title, FIRST, "W1"),
        (WALL.title, FIRST + 2, "P"),
        (FIGURES.title, FIRST, "W2"),
        (FIGURES.title, FIRST + 1, "R"),
    ],
)
def test_return__is_of_the_window_of_the_selected_row(heard, book, sheet, row, window):
    book.app.typed = "  5月の内訳も見てください。"

    press(book, "return", sheet, cell(row, JUNE))

    assert heard.calls == [("give_back", window, "5月の内訳も見てください。")]


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [
        ("相談受付簿", "$A$6"),
        (WALL.title, cell(FIRST - 1)),
        (WALL.title, cell(FIRST + 3)),
        (WALL.title, f"{cell(FIRST)}:{cell(FIRST + 1)}"),
        (WALL.title, "$A:$A"),
    ],
)
def test_return__asks_for_one_window(heard, book, sheet, cells):
    with pytest.raises(JusoError, match="差し戻す窓口が選ばれていません"):
        press(book, "return", sheet, cells)

    assert heard.calls == book.app.alerts == []


def test_return__stops_when_the_box_is_closed_and_goes_on_when_it_is_left_empty(heard, book):
    book.app.typed = False
    with pytest.raises(JusoError, match="差し戻さずに終わりました"):
        press(book, "return", WALL.title, cell(FIRST))
    assert heard.calls == []

    book.app.typed = ""
    press(book, "return", WALL.title, cell(FIRST))
    assert heard.calls == [("give_back", "W1", "")]


@pytest.mark.parametrize(
    ("cells", "codes", "named"),
    [
        (cell(FIRST - 1, JUNE), [], "受け付けたすべての窓口"),
        (
            cell(0, JUNE).replace("$0", ":") + cell(0, JUNE).replace("$0", ""),
            [],
            "受け付けたすべての窓口",
        ),
        (cell(FIRST, JUNE), ["W1"], "介護（W1）"),
        (
            f"{cell(FIRST + 1, JUNE)}:{cell(FIRST + 2, JUNE)}",
            ["W2", "P"],
            "障害（W2）、参加支援（P）",
        ),
    ],
)
def test_settle__asks_and_then_settles_what_is_selected(heard, book, cells, codes, named):
    """A month's heading means every window that was received; cells mean their windows."""
    press(book, "settle", WALL.title, cells)

    assert heard.calls == [("settle", "R7.6", str(codes))]
    assert "6月の月次報告を確定します" in book.app.alerts[0]
    assert named in book.app.alerts[0]


def test_settle__does_nothing_without_a_yes(heard, book):
    book.app.answer = "no"

    with pytest.raises(JusoError, match="確定せずに終わりました"):
        press(book, "settle", WALL.title, cell(FIRST, JUNE))

    assert heard.calls == []


@pytest.mark.parametrize(
    ("sheet", "cells"),
    [
        ("相談受付簿", cell(FIRST, JUNE)),
        (FIGURES.title, cell(FIRST, JUNE)),
        (WALL.title, cell(FIRST)),
        (WALL.title, cell(FIRST, WALL.width)),
        (WALL.title, f"{cell(FIRST, JUNE)}:{cell(FIRST, JUNE + 1)}"),
        (WALL.title, f"${FIRST}:${FIRST}"),
        (WALL.title, cell(FIRST + 3, JUNE)),
    ],
)
def test_settle__asks_for_one_month(heard, book, sheet, cells):
    with pytest.raises(JusoError, match="確定する月が選ばれていません"):
        press(book, "settle", sheet, cells)

    assert heard.calls == book.app.alerts == []


def test_reconcile__becomes_a_file_where_the_register_has_no_such_sheet(sample_office, tmp_path):
    """Registers made before the sheet was there; nothing in them changes."""
    folder = shutil.copytree(sample_office, tmp_path / "見本")
    book = FakeBook.of_file(folder / "支援台帳.xlsx")
    book.sheets.remove(book.sheets[RECONCILED.title])

    result = press(book, "reconcile", "相談受付簿", "$A$1")

    assert [path.parent.name for path in result.made] == ["突合"]
    assert book.writes == 0


@pytest.mark.parametrize(
    ("address", "columns"),
    [
        ("$G$12", range(7, 8)),
        ("$A$3:$C$9", range(1, 4)),
        ("$AA$1:$Z$4,$B$1", range(26, 28)),
        ("$3:$4", range(0)),
        ("", range(0)),
    ],
)
def test_columns_of_a_selection(address, columns):
    assert columns_of(address) == columns
