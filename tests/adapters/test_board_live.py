"""［つなぎボード］ on an open register: what stands in its cells now, not when it was saved."""

from __future__ import annotations

import shutil
from datetime import date, datetime

from fake_book import FakeBook
from juso.adapters.board_sheet import BOARD
from juso.adapters.inbox import Request
from juso.adapters.live_book import LiveBook
from juso.app import App
from juso.core.sheet import column_index
from juso.koshu.sheets import Referral
from juso.result import Result
from juso.ribbon import run

APP = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))


def press(book: FakeBook) -> Result:
    """Press the button."""
    where = {"book": book.fullname, "hwnd": 0, "sheet": Referral.sheet, "cells": "$A$2"}
    who = {"read_only": False, "user": "tester", "version": "", "number": "1"}
    return run(APP, Request(command="board", choice="", **where, **who), LiveBook(book))


def rows(book: FakeBook) -> list[list[object]]:
    cells = LiveBook(book).rows(BOARD.title)[BOARD.first_row - 1 :]
    return [row for row in cells if row[0]]


def test_board__follows_what_is_typed(sample_office, tmp_path):
    """A referral typed as sent this week appears on the sheet and goes when the person was met."""
    office = shutil.copytree(sample_office, tmp_path / "見本")
    book = FakeBook.of_file(office / "支援台帳.xlsx")
    met = column_index(Referral, "first_contact_on") + 1
    sheet = book.sheets[Referral.sheet]
    place = next(p for p in sheet.cells if p[0] > 1 and p[1] == met and sheet.cells[p])
    was = sheet.cells[place]

    press(book)
    before = rows(book)

    sheet.cells[place] = None
    result = press(book)
    (line,) = [row for row in rows(book) if row not in before]
    number = sheet.cells[place[0], 1]
    assert line[BOARD.place("引継番号")] == number
    assert line[BOARD.place("状態")] == "初回接触待ち"
    assert line[BOARD.place("知らせ先")] == "課長"
    assert result.sentence.startswith(f"完了していないつなぎ・引継ぎは{len(before) + 1}件です。")
    assert book.shown[0] == BOARD.title

    sheet.cells[place] = was
    press(book)
    assert rows(book) == before
