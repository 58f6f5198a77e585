"""The buttons of 集計, from the press in VBA to sheets, notes in forms, and what is remembered."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from juso.adapters.reconcile_sheet import RECONCILED
from juso.adapters.result_sheets import WALL
from juso.app import App
from juso.core.calendar import FiscalYear
from juso.core.sheet import column_index
from juso.koshu.sheets import Case
from office.place import Place, cells_of
from sent_forms import lock

pytestmark = pytest.mark.office
FORMS = Path("月次報告") / "令和7年度"
JUNE = WALL.place("6月") + 1
CODE = WALL.place("コード")


@pytest.fixture(scope="module")
def place(office, tmp_path_factory):
    """A running worker and the buttons."""
    with Place(office, tmp_path_factory.mktemp("place")) as place:
        place.start_worker()
        yield place


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """A year of 40 cases without a fault, all of whose forms may be settled."""
    folder = tmp_path_factory.mktemp("office") / "事業所"
    App(date(2026, 3, 31), datetime(2026, 3, 31, 17, 0)).sample(
        folder, FiscalYear(2025), cases=40, seed=1, faults=False
    )
    return folder


@pytest.fixture
def folder(clean, tmp_path):
    return Path(shutil.copytree(clean, tmp_path / "甲州市 事業所"))


@pytest.fixture
def book(folder, open_book, clerk):
    """The register of the clean office, open."""
    del clerk
    return open_book(folder / "支援台帳.xlsx")


def form_of(folder: Path, code: str) -> Path:
    (path,) = (folder / FORMS).glob(f"{code}_*.xlsx")
    return path


def change(path: Path, item: str, month: str, value: object) -> None:
    """What a window does: one figure typed over, and the form saved."""
    form = openpyxl.load_workbook(path)
    sheet = form["月次"]
    cells = {cell.value: cell for row in sheet for cell in row if isinstance(cell.value, str)}
    sheet.cell(cells[item].row, cells[month].column).value = value
    form.save(path)


def wall(book) -> dict[str, dict[str, str]]:
    """提出状況 by window and heading."""
    rows = book.sheets[WALL.title].used_range.options(ndim=2, empty="").value
    below = [row for row in rows[WALL.first_row - 1 :] if row[CODE]]
    return {row[CODE]: dict(zip(WALL.labels, map(str, row), strict=False)) for row in below}


def select(book, sheet: str, row: int, column: int) -> None:
    book.sheets[sheet].activate()
    book.sheets[sheet].range((row, column), (row, column)).select()


def line_of(book, code: str) -> int:
    return WALL.first_row + list(wall(book)).index(code)


def steps(folder: Path) -> list[tuple[str, str, str]]:
    """What is remembered, oldest first: step, window and month."""
    lines = (folder / "保管" / "月次報告.jsonl").read_text("utf-8").splitlines()
    return [(line["step"], line["form"], line["month"]) for line in map(json.loads, lines)]


def test_receive_keeps_the_forms_as_they_came_and_draws_the_wall(place, book, folder):
    before = cells_of(book)
    sent = {path.read_bytes() for path in (folder / FORMS).glob("*.xlsx")}

    sentence = place.answer(book, "receive")

    assert "受付8件" in sentence
    assert {path.read_bytes() for path in (folder / "保管" / "月次報告").glob("*.xlsx")} == sent
    assert {(row["4月"][:3], row["3月"][:3]) for row in wall(book).values()} == {("○受付", "○受付")}
    assert book.sheets.active.name == WALL.title
    assert cells_of(book) == before

    assert "受付済み8件" in place.answer(book, "receive")
    assert len(steps(folder)) == 8


def test_receive_shows_what_a_newer_version_changed(place, book, folder):
    place.answer(book, "receive")
    change(form_of(folder, "W1"), "C01", "6月", 99)

    sentence = place.answer(book, "receive")

    assert "受付1件" in sentence
    (listing,) = (folder / "出力" / "集計").glob("差分_W1*.xlsx")
    rows = list(openpyxl.load_workbook(listing).active.iter_rows(values_only=True))
    changed = [row for row in rows if row[:2] == ("R7.6", "C01")]
    assert [row[5] for row in changed] == ["99"]
    assert changed[0][8] == "過月修正"


def test_receive_asks_for_the_password_of_a_locked_form(place, book, folder, clerk):
    lock(form_of(folder, "P"), "tsuki-2026")
    clerk.will_answer("tsuki-2026")

    sentence = place.answer(book, "receive")

    assert "受付8件" in sentence
    assert "P_参加支援.xlsx はパスワードで保護されています" in clerk.alerts[0]["prompt"]
    assert "tsuki-2026" not in place.said()


def test_settle_closes_the_month_of_the_heading_for_all_that_were_received(
    place, book, folder, clerk
):
    place.answer(book, "receive")
    select(book, WALL.title, WALL.first_row - 1, JUNE)
    clerk.will_answer("yes")

    sentence = place.answer(book, "settle")

    question = next(a["prompt"] for a in clerk.alerts if a["buttons"] == "yes_no")
    assert "6月の月次報告を確定します" in question
    assert all(name in question for name in ("介護（W1）", "障害（W2）", "地域づくり（R）"))
    assert "確定" in sentence
    assert {row["6月"][:3] for row in wall(book).values()} == {"◎確定"}
    assert {row["7月"][:3] for row in wall(book).values()} == {"○受付"}
    assert [month for step, _, month in steps(folder) if step == "確定"] == ["R7.6"] * 8


def test_settle_closes_the_selected_window_only_and_only_after_a_yes(place, book, folder, clerk):
    place.answer(book, "receive")
    select(book, WALL.title, line_of(book, "W2"), JUNE)
    clerk.will_answer("no", "yes")

    assert "確定せずに終わりました" in place.answer(book, "settle")
    assert {step for step, *_ in steps(folder)} == {"受付"}

    place.answer(book, "settle")
    assert [one for one in steps(folder) if one[0] == "確定"] == [("確定", "W2", "R7.6")]
    assert [code for code, row in wall(book).items() if row["6月"].startswith("◎確定")] == ["W2"]


def test_return_makes_a_copy_with_notes_at_the_cells(place, book, folder, clerk):
    change(form_of(folder, "W3"), "C01", "6月", "約10")
    sent = form_of(folder, "W3").read_bytes()
    place.answer(book, "receive")
    select(book, WALL.title, line_of(book, "W3"), 1)
    clerk.will_answer("6月の内訳も見てください。")

    place.answer(book, "return")

    (path,) = (folder / "出力" / "差戻し").glob("差戻し_W3_*.xlsx")
    returned = openpyxl.load_workbook(path)
    notes = [
        cell.comment.text for sheet in returned for row in sheet for cell in row if cell.comment
    ]
    assert any("約10" in note for note in notes)
    texts = [str(c) for sheet in returned for row in sheet.iter_rows(values_only=True) for c in row]
    assert any("6月の内訳も見てください。" in text for text in texts)
    assert form_of(folder, "W3").read_bytes() == sent
    assert steps(folder)[-1][:2] == ("差戻し", "W3")
    assert "▼差戻し" in wall(book)["W3"]["6月"]


def test_remind_writes_to_those_who_owe_a_month(place, book, folder):
    form_of(folder, "M").unlink()

    sentence = place.answer(book, "remind")

    assert "催促する窓口・事業は1件です。" in sentence
    (text,) = (folder / "出力" / "催促").glob("催促_*_M_*.txt")
    assert "R7.4" in text.read_text("utf-8-sig") or "4月" in text.read_text("utf-8-sig")


def test_reconcile_explains_differences_and_keeps_the_reason(place, book):
    """A case that is moved to another window, not saved: the forms do not know of it."""
    place.answer(book, "reconcile")
    before = len(differences(book))
    cases, window = book.sheets[Case.sheet], column_index(Case, "window") + 1
    was = cases.range((5, window), (5, window)).value
    cases.range((5, window), (5, window)).value = "介護" if was != "介護" else "障害"
    place.answer(book, "reconcile")
    found = differences(book)
    assert len(found) > before
    assert book.sheets.active.name == RECONCILED.title
    answer = RECONCILED.place("対応") + 1
    number = cases.range((5, 1), (5, 1)).value
    line, key = next(
        (n, row[RECONCILED.place("番号")])
        for n, row in enumerate(found)
        if number in str(row[RECONCILED.place("ケース")])
    )
    at = (RECONCILED.first_row + line, answer)
    book.sheets[RECONCILED.title].range(at, at).value = "窓口の判断が変わった相談"

    sentence = place.answer(book, "reconcile")

    assert sentence.startswith("1件を確認済みにしました。")
    (row,) = [row for row in differences(book) if row[RECONCILED.place("番号")] == key]
    assert str(row[RECONCILED.place("状態")]).startswith("確認済み")
    place.answer(book, "reconcile")
    (row,) = [row for row in differences(book) if row[RECONCILED.place("番号")] == key]
    assert str(row[RECONCILED.place("状態")]).startswith("確認済み")


def differences(book) -> list[list[object]]:
    rows = book.sheets[RECONCILED.title].used_range.options(ndim=2, empty="").value
    return [row for row in rows[RECONCILED.first_row - 1 :] if row[0]]


def test_a_window_or_a_month_must_be_selected(place, book):
    select(book, Case.sheet, 5, 3)

    assert "差し戻す窓口が選ばれていません" in place.answer(book, "return")
    assert "確定する月が選ばれていません" in place.answer(book, "settle")
