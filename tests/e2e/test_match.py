"""`juso match` as a clerk uses it: list, write answers, store, ask no more, take back."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from fake_book import FakeBook
from juso.adapters.inbox import Request
from juso.adapters.live_book import LiveBook
from juso.adapters.match_sheet import MATCHES, NEXT
from juso.adapters.result_sheet import FIRST_ROW
from juso.app import App
from juso.cli import main
from juso.ribbon import run as press_button
from planted_pairs import office_with_pairs

TODAY = ["--today", "2026-03-31"]
APP = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))
VERDICT, REASON, KIND, A, B = (
    MATCHES.place(label) + 1 for label in ("判断", "理由", "見込み", "ケース番号", "相手の番号")
)


@pytest.fixture
def run(capsys):
    """Run the program; gives exit code, standard output, standard error."""

    def run_main(*arguments):
        code = main([str(a) for a in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return code, said.out, said.err

    return run_main


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """The office with planted pairs, made once; copy it before changing anything."""
    return office_with_pairs(tmp_path_factory.mktemp("office") / "組")


@pytest.fixture
def office(planted, tmp_path):
    return shutil.copytree(planted, tmp_path / "甲州市 見本")


def latest(office: Path) -> Path:
    return max(
        (office / "出力" / "名寄せ").glob("*.xlsx"), key=lambda path: path.stat().st_mtime_ns
    )


def listed(path: Path) -> dict[tuple[str, str], dict[str, object]]:
    """Both numbers -> the row by its headings."""
    sheet = openpyxl.load_workbook(path)[MATCHES.title]
    rows = (
        dict(zip(MATCHES.labels, (cell.value for cell in row), strict=False))
        for row in sheet.iter_rows(FIRST_ROW)
    )
    return {(r["ケース番号"], r["相手の番号"] or ""): r for r in rows if r["ケース番号"]}


def answer(path: Path, answers: dict[tuple[str, str], tuple[str, str]]) -> None:
    """Write verdict and reason beside pairs, as a clerk would."""
    book = openpyxl.load_workbook(path)
    sheet = book[MATCHES.title]
    for row in range(FIRST_ROW, sheet.max_row + 1):
        pair = sheet.cell(row, A).value, sheet.cell(row, B).value or ""
        if pair in answers:
            sheet.cell(row, VERDICT).value, sheet.cell(row, REASON).value = answers[pair]
    book.save(path)


def test_match__list_decide_ask_no_more_take_back(run, office):
    """The whole way of a decision in a closed office."""
    code, out, _ = run("match", office, *TODAY)
    assert code == 0
    assert "同じ人かもしれない組 2件、同じ世帯かもしれない組 1件、世帯の型の見込み 1件" in out
    first = latest(office)
    assert first.name == "名寄せ_20260331.xlsx"

    answer(
        first,
        {
            ("R7-0001", "R7-0002"): ("別人", "本人に会って確認した"),
            ("R7-0003", "R7-0004"): ("同世帯", "住民票で確認"),
            ("R7-0005", "R7-0006"): ("同一", "はい"),
            ("R7-0007", ""): ("当たらない", "母は施設に入所している"),
        },
    )
    code, out, _ = run("match", office, *TODAY)
    assert code == 1
    assert "R7-0005とR7-0006の組の理由「はい」は短すぎます" in out
    assert "3件の判断を覚えました。1件は受け付けませんでした。同じ人かもしれない組 1件" in out
    rows = listed(latest(office))
    assert latest(office) != first
    assert next(iter(rows)) == ("R7-0005", "R7-0006")
    assert rows["R7-0005", "R7-0006"]["理由"] == "はい"
    assert "済：別人（令和8年3月31日" in rows["R7-0001", "R7-0002"][NEXT]
    assert "をS0003にそろえてください" in rows["R7-0003", "R7-0004"][NEXT]
    assert rows["R7-0001", "R7-0002"]["判断"] is None

    answer(latest(office), {("R7-0005", "R7-0006"): ("同一", "本人に電話で確認した")})
    assert run("match", office, *TODAY)[0] == 0
    code, out, _ = run("match", office, *TODAY)
    assert "組 0件、同じ世帯かもしれない組 0件、世帯の型の見込み 0件、判断済み 4件" in out
    assert "覚えました" not in out

    answer(latest(office), {("R7-0001", "R7-0002"): ("取消", "")})
    code, out, _ = run("match", office, *TODAY)
    assert code == 0
    assert "1件の判断を取り消しました。同じ人かもしれない組 1件" in out
    assert listed(latest(office))["R7-0001", "R7-0002"][NEXT] in (None, "")

    code, out, _ = run("match", office, "--list")
    assert code == 0
    lines = out.splitlines()
    assert "R7-0001とR7-0002：取消" in lines[0]
    assert "R7-0005とR7-0006：同一　本人に電話で確認した" in lines[1]
    assert lines[-1] == "名寄せの判断は5件です。"


def test_match__takes_the_file_it_is_given_and_stores_nothing_twice(run, office, tmp_path):
    run("match", office, *TODAY)
    copy = shutil.copy(latest(office), tmp_path / "持ち帰り.xlsx")
    answer(Path(copy), {("R7-0001", "R7-0002"): ("別人", "本人に会って確認した")})
    store = office / "保管" / "名寄せ.jsonl"
    run("match", office, *TODAY)
    assert not store.exists()

    _, out, _ = run("match", office, copy, *TODAY)
    assert "1件の判断を覚えました" in out
    stored = store.read_bytes()
    _, out, _ = run("match", office, copy, *TODAY)
    assert "覚えました" not in out
    assert store.read_bytes() == stored


def test_match__answers_on_another_workbook_are_refused_in_a_sentence(run, office):
    code, out, err = run("match", office, office / "支援台帳.xlsx", *TODAY)
    assert (code, err) == (0, "")  # the register has the sheet, with nothing answered
    assert "同じ人かもしれない組 2件" in out

    code, out, err = run("match", office, office / "月次報告/令和7年度/W1_介護.xlsx", *TODAY)
    assert (code, out) == (2, "")
    assert "「名寄せ」のシートがありません" in err


def test_match__leaves_the_register_and_the_log_without_names(run, office):
    register = (office / "支援台帳.xlsx").read_bytes()
    run("match", office, *TODAY)
    answer(latest(office), {("R7-0001", "R7-0002"): ("同一", "本人に会って確認した")})
    run("match", office, *TODAY)

    log = (office / "記録" / "操作記録.jsonl").read_text("utf-8")
    assert (office / "支援台帳.xlsx").read_bytes() == register
    assert '"match"' in log
    assert "橋" not in log
    assert "R7-0001" not in log


def test_match__of_the_sample_is_short(run, sample_office, tmp_path):
    """300 invented cases: no pair is asked about in vain."""
    office = shutil.copytree(sample_office, tmp_path / "見本")
    assert run("match", office, *TODAY)[0] == 0
    assert len(listed(latest(office))) <= 5


def press(book: FakeBook) -> str:
    """Press the button on the open register; gives what is said."""
    where = {"book": book.fullname, "hwnd": 0, "sheet": "相談受付簿", "cells": "$A$2"}
    who = {"read_only": False, "user": "窓口 太郎", "version": "", "number": "1"}
    request = Request(command="match", choice="", **where, **who)
    return press_button(APP, request, LiveBook(book)).sentence


def open_rows(book: FakeBook) -> dict[tuple[str, str], tuple[int, list[object]]]:
    """Both numbers -> Excel row and cells of the sheet 名寄せ."""
    rows = LiveBook(book).rows(MATCHES.title)
    found = enumerate(rows[FIRST_ROW - 1 :], start=FIRST_ROW)
    return {(row[A - 1], row[B - 1] or ""): (n, row) for n, row in found if row[A - 1]}


def test_button__lists_stores_and_takes_back_on_the_open_register(office):
    book = FakeBook.of_file(office / "支援台帳.xlsx")
    assert "同じ人かもしれない組 2件" in press(book)
    cells = book.sheets[MATCHES.title].cells
    pair = ("R7-0001", "R7-0002")

    number, _ = open_rows(book)[pair]
    cells[number, VERDICT], cells[number, REASON] = "別人", "本人に会って確認した"
    other, _ = open_rows(book)["R7-0003", "R7-0004"]
    cells[other, VERDICT] = "別人"
    assert press(book).startswith("1件の判断を覚えました。1件は受け付けませんでした。")
    number, row = open_rows(book)[pair]
    assert str(row[MATCHES.place(NEXT)]).startswith("済：別人（令和8年3月31日 窓口 太郎）")
    assert not row[VERDICT - 1]
    assert open_rows(book)["R7-0003", "R7-0004"][1][VERDICT - 1] == "別人"

    cells[number, VERDICT] = "取消"
    assert "1件の判断を取り消しました" in press(book)
    _, row = open_rows(book)[pair]
    assert not row[VERDICT - 1]
    assert not row[MATCHES.place(NEXT)]
    assert book.shown[0] == MATCHES.title
