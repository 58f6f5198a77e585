"""Every button, from the press in VBA to the cells of the open workbook and the Word files."""

from __future__ import annotations

import json
import shutil

import pytest
from docx import Document

from juso.adapters.result_sheets import FINDINGS, REPLY
from juso.core.sheet import column_index
from juso.koshu.sheets import Case
from office.place import Place, cells_of, wait_for

pytestmark = pytest.mark.office
WINDOW = column_index(Case, "window") + 1


@pytest.fixture(scope="module")
def place(office, tmp_path_factory):
    """A running worker and the buttons."""
    with Place(office, tmp_path_factory.mktemp("place")) as place:
        place.start_worker()
        yield place


@pytest.fixture
def open_office(small_office, open_book, clerk, tmp_path):
    """The register of the faulty sample, open, and its folder."""
    del clerk
    folder = shutil.copytree(small_office, tmp_path / "甲州市 事業所")
    return open_book(folder / "支援台帳.xlsx"), folder


def found(book) -> list[list[object]]:
    rows = book.sheets["点検結果"].used_range.options(ndim=2, empty="").value
    return [row for row in rows[FINDINGS.first_row - 1 :] if row[0]]


def test_check_sees_unsaved_edits_and_changes_no_clerks_cell(place, open_office):
    book, _ = open_office
    book.sheets["相談受付簿"].range((5, WINDOW), (5, WINDOW)).value = "水道"
    before = cells_of(book)

    sentence = place.answer(book, "check")

    assert sentence.startswith("支援台帳.xlsx を点検しました。要修正")
    assert any(row[1] == "相談受付簿" and row[5] == "水道" for row in found(book))
    assert cells_of(book) == before
    assert book.sheets.active.name == "点検結果"


def test_check_of_one_row(place, open_office):
    book, _ = open_office
    place.answer(book, "check")
    row = next(r for r in found(book) if r[1] == "相談受付簿" and r[2])
    book.sheets["相談受付簿"].activate()
    book.sheets["相談受付簿"].range(str(row[2])).select()

    sentence = place.answer(book, "check.row", "row")

    assert f"「相談受付簿」の{book.sheets['相談受付簿'].range(str(row[2])).row}行目：" in sentence


def test_confirm_with_a_reason(place, open_office):
    book, folder = open_office
    place.answer(book, "check")
    number = next(i for i, r in enumerate(found(book)) if str(r[0]).startswith("▲"))
    line = FINDINGS.first_row + number
    book.sheets["点検結果"].range(
        (line, REPLY + 1), (line, REPLY + 1)
    ).value = "3月20日に訪問して本人の様子を確認"

    sentence = place.answer(book, "confirm")

    assert sentence.startswith("1件を確認済みにしました。")
    assert (folder / "保管" / "確認済みメモ.jsonl").exists()


def test_todo_merge_and_documents(place, open_office):
    book, folder = open_office
    before = cells_of(book)

    assert place.answer(book, "todo").startswith("要対応は")
    assert "月次報告を統合しました" in place.answer(book, "merge")
    place.answer(book, "agenda.1", "JU-R7-03")
    place.answer(book, "minutes.2", "SK-R7-03")
    place.answer(book, "report.committee", "committee")

    assert cells_of(book) == before
    made = {path.name for path in (folder / "出力").rglob("*.docx")}
    assert {"次第_JU-R7-03.docx", "会議録_SK-R7-03.docx"} <= made
    assert any(name.startswith("実施状況報告書_R7_") for name in made)
    figures = book.sheets["月次実績"].used_range.shape
    assert figures[0] > 1000


def test_collect_then_undo(place, open_office, clerk):
    book, folder = open_office
    place.answer(book, "minutes.1", "SK-R7-03")
    path = sorted((folder / "出力" / "会議録").glob("案件別記録_SK-R7-03*.docx"))[0]
    document = Document(str(path))
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "決定番号")
    texts = ("", "見守りの当番表を作る。", "福祉総合支援課", "寅井", "令和8年6月30日", "電話")
    for cell, text in zip(table.add_row().cells, texts, strict=True):
        cell.text = text
    document.save(str(path))
    before = cells_of(book)
    clerk.will_answer("yes")

    sentence = place.answer(book, "collect.1", "SK-R7-03")

    assert "決定事項の新しい行1件" in sentence
    after = cells_of(book)
    assert {name for name in before if after[name] != before[name]} == {"決定事項"}
    assert "見守りの当番表を作る。" in str(after["決定事項"])
    assert "元に戻しました" in place.answer(book, "undo")
    assert cells_of(book) == before


def test_doctor_and_guide(place, open_office, clerk):
    book, _ = open_office

    place.answer(book, "doctor")

    assert "○" in clerk.alerts[-1]["prompt"]
    assert place.answer(book, "guide").startswith("手引きを開")


def test_a_workbook_that_is_no_register_is_refused(place, open_book, tmp_path):
    from xlsxwriter import Workbook

    path = tmp_path / "別のブック.xlsx"
    with Workbook(str(path)) as workbook:
        workbook.add_worksheet("Sheet1").write(0, 0, "大事な数")
    book = open_book(path)
    before = cells_of(book)

    sentence = place.answer(book, "check")

    assert "支援台帳" in sentence
    assert cells_of(book) == before


def test_a_worker_killed_while_writing_is_put_right_by_the_next_click(place, open_office, clerk):
    """Half of the changes are in the cells when the process dies; the journal says so."""
    book, folder = open_office
    place.answer(book, "minutes.1", "SK-R7-03")
    path = sorted((folder / "出力" / "会議録").glob("案件別記録_SK-R7-03*.docx"))[0]
    document = Document(str(path))
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "決定番号")
    for number in range(2):
        texts = (
            "",
            f"見守りの当番表{number}。",
            "福祉総合支援課",
            "寅井",
            "令和8年6月30日",
            "電話",
        )
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    rows = (row.cells for table in document.tables for row in table.rows)
    next(cells for cells in rows if cells[0].text == "結論の要旨")[1].text = "見守りを続ける。"
    document.save(str(path))
    before = cells_of(book)
    place.stop_worker()
    place.start_worker(DYING)
    clerk.will_answer("yes")

    place.press(book, "collect.1", "SK-R7-03")
    wait_for(lambda: place.worker.poll() is not None)

    assert cells_of(book) != before
    journal = next((folder / "保管" / "元に戻す").glob("*.json"))
    assert json.loads(journal.read_text("utf-8"))["state"] == "書込み中"
    place.worker = None
    place.start_worker()
    sentence = place.answer(book, "check")
    assert sentence.startswith("前回の操作が途中で止まっていたため、")
    assert cells_of(book) == before
    assert json.loads(journal.read_text("utf-8"))["state"] == "戻した"


DYING = """
import os
from juso.adapters.live_book import LiveBook
from juso.cli import main
put, count = LiveBook.put, []
def dying(self, *facts):
    count.append(1)
    if len(count) == 2:
        os._exit(9)
    put(self, *facts)
LiveBook.put = dying
main(["worker", "--today", "2026-03-31"])
"""
