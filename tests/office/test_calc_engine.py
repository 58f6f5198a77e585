"""The engine over LibreOffice does to cells what Excel does."""

import shutil
import subprocess
import sys
from datetime import date, datetime

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from office.com_error import ComError

pytestmark = pytest.mark.office

LINKS = [[f'=HYPERLINK("#\'台帳\'!G{n}","G{n}")', f"{n}行目"] for n in range(100)]


@pytest.fixture(scope="session")
def small_file(tmp_path_factory):
    """A workbook with a plain sheet, a protected one and a hidden one."""
    path = tmp_path_factory.mktemp("engine") / "小さな 台帳.xlsx"
    with xlsxwriter.Workbook(path) as book:
        text, free = book.add_format({"num_format": "@"}), book.add_format({"locked": False})
        day, clock = (book.add_format({"num_format": f}) for f in ("yyyy/m/d", "[h]:mm"))
        plain = book.add_worksheet("台帳")
        plain.set_column("D:D", 12, text)
        plain.write_row("B2", ["番号", "氏名"])
        plain.write_formula("F2", "=DATE(2025,4,1)", day, 45748)
        plain.write_number("F3", 45748.5, day)
        plain.write_number("F4", 0.5625, clock)
        plain.write_number("F5", 30.5, clock)
        plain.write_formula("F6", "=1/0", None, "#DIV/0!")
        book.define_name("juso_register", "=台帳!$C$2")
        book.define_name("税率", "=0.1")
        locked = book.add_worksheet("保護")
        locked.protect()
        locked.write_row("A1", ["鍵", "自由"])
        locked.set_column("B:B", 12, free)
        book.add_worksheet("裏").hide()
    return path


@pytest.fixture
def book(small_file, open_book, tmp_path):
    """That workbook, open."""
    return open_book(shutil.copy(small_file, tmp_path / small_file.name))


def test_a_block_comes_back_as_it_was_put(book):
    block = [["架空 花子", 1.5, True], [date(2025, 4, 1), datetime(2025, 4, 1, 13, 30), None]]
    cells = book.sheets["台帳"].range((10, 1), (11, 3))

    cells.value = block

    found = cells.options(ndim=2, empty="").value
    assert found[0][:2] == ["架空 花子", 1.5]
    assert found[0][2] is True
    assert found[1] == [datetime(2025, 4, 1), datetime(2025, 4, 1, 13, 30), ""]


def test_a_number_in_the_place_of_a_boolean_is_a_number(book):
    cell = book.sheets["台帳"].range("A20")
    cell.value = True
    cell.value = 1

    assert cell.value == 1.0
    assert cell.value is not True


def test_general_cells_take_texts_as_if_typed_and_text_cells_literally(book):
    texts = ["001", "2025/4/1", "=1+1", "主訴", "'002", 5]
    general, literal = (book.sheets["台帳"].range(f"{c}30:{c}35") for c in "AD")

    general.value = literal.value = [[text] for text in texts]

    assert general.value == [1.0, datetime(2025, 4, 1), 2.0, "主訴", "002", 5.0]
    assert literal.value == ["001", "2025/4/1", "=1+1", "主訴", "002", "5"]
    assert book.sheets["台帳"].range("A31").number_format == "YYYY/M/D"


def test_formats_tell_dates_from_times_and_results_of_formulas_count(book):
    found = book.sheets["台帳"].range("F2:F5").value

    assert found == [datetime(2025, 4, 1), datetime(2025, 4, 1, 12), 0.5625, 30.5]


def test_errors_are_texts_where_asked_for(book):
    cell = book.sheets["台帳"].range("F6")

    assert cell.options(empty="", err_to_str=True).value == "#DIV/0!"
    assert cell.value is None


def test_many_formulas_at_once(book):
    cells = book.sheets["台帳"].range("H1:I100")

    cells.value = LINKS

    assert cells.value == [[f"G{n}", f"{n}行目"] for n in range(100)]
    assert [list(row) for row in cells.formula] == LINKS


def test_what_is_no_formula_is_refused(book):
    with pytest.raises(ComError, match=r"\$A\$40"):
        book.sheets["台帳"].range("A40").value = "=== 見出し ==="


def test_locked_cells_of_a_protected_sheet_are_refused(book):
    sheet = book.sheets["保護"]
    for write in (
        lambda: setattr(sheet.range("A1:B1"), "value", [["破", "破"]]),
        lambda: setattr(sheet.range("A1"), "number_format", "0"),
        lambda: sheet.range("A1").clear_contents(),
    ):
        with pytest.raises(ComError, match="protected"):
            write()
    sheet.range("B1:B2").value = [["書"], ["ける"]]

    assert sheet.used_range.value == [["鍵", "書"], [None, "ける"]]


def test_used_range_addresses_and_names(book):
    sheet = book.sheets["台帳"]

    assert sheet.used_range.address == "$B$2:$F$6"
    assert sheet.used_range.last_cell.address == "$F$6"
    assert {name.name for name in book.names} == {"juso_register", "税率"}
    assert book.names["juso_register"].refers_to_range.value == "氏名"
    assert "無い名前" not in book.names
    with pytest.raises(ComError, match="no cells"):
        _ = book.names["税率"].refers_to_range


def test_sheets_are_kept_apart_by_name(book):
    assert [(sheet.name, sheet.visible) for sheet in book.sheets] == [
        ("台帳", True),
        ("保護", True),
        ("裏", False),
    ]
    assert "裏" in book.sheets
    with pytest.raises(ComError, match="無いシート"):
        _ = book.sheets["無いシート"]


def test_cells_are_selected_on_the_sheet_in_front_only(book):
    sheet = book.sheets["保護"]
    with pytest.raises(ComError, match="not the active sheet"):
        sheet.range("B2:B3").select()
    with pytest.raises(ComError, match="hidden"):
        book.sheets["裏"].activate()

    sheet.activate()
    sheet.range("B2:B3").select()

    assert book.sheets.active.name == "保護"
    assert (book.app.selection.sheet.name, book.app.selection.address) == ("保護", "$B$2:$B$3")


def test_the_clerk_sees_the_status_bar_and_answers_dialogs(book, clerk):
    app = book.app
    clerk.will_answer("yes")
    app.status_bar = "点検しています"
    answers = [app.alert("書き込みますか", title="確認", buttons="yes_no") for _ in range(2)]
    app.status_bar = False

    assert answers == ["yes", "no"]
    assert clerk.statuses == ["点検しています", False]
    assert clerk.alerts[0] == {
        "prompt": "書き込みますか",
        "title": "確認",
        "buttons": "yes_no",
        "mode": None,
        "answer": "yes",
    }


def test_books_open_side_by_side(book, open_book, small_file, tmp_path):
    other = open_book(shutil.copy(small_file, tmp_path / "別.xlsx"))
    book.activate()

    assert {b.name for b in book.app.books} >= {book.name, "別.xlsx"}
    assert book.app.books.active.name == book.name
    other.sheets["台帳"].range("A1").value = "別"
    assert book.sheets["台帳"].range("A1").value is None


def test_a_saved_book_holds_what_was_written(book, small_file, tmp_path):
    book.sheets["台帳"].range("A1").value = "保存"
    book.save()
    book.close()

    saved = CalamineWorkbook.from_path(tmp_path / small_file.name).get_sheet_by_name("台帳")
    assert saved.to_python(skip_empty_area=False)[0][0] == "保存"


OTHER_PROGRAM = """
import xlwings
[app] = list(xlwings.apps)
book = next(book for book in list(app.books) if book.name == "小さな 台帳.xlsx")
print(book.fullname, book.sheets["台帳"].range("A1").value)
book.sheets["台帳"].range("A2").value = "隣から"
app.status_bar = "終わりました"
"""


def test_another_program_sees_unsaved_edits_and_answers_back(book, office, clerk):
    book.sheets["台帳"].range("A1").value = "まだ保存していない"

    done = subprocess.run(
        [sys.executable, "-c", OTHER_PROGRAM],
        env={**office.environment, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stdout.split() == [*book.fullname.split(), "まだ保存していない"], done.stderr
    assert book.sheets["台帳"].range("A2").value == "隣から"
    assert clerk.statuses == ["終わりました"]


def test_only_what_runs_is_an_app(book, office, clerk):
    from office.calc_engine import Engine

    assert Engine(["nobody", office.soffice.pipe], clerk).apps.keys() == [book.app.pid]
    assert Engine(["nobody"], clerk).apps.keys() == []


def test_a_macro_is_called_with_arguments(book):
    libraries = book.impl.document.BasicLibraries
    libraries.createLibrary("Standard").insertByName(
        "Greeter", "Function Greet(who)\nGreet = who & 1\nEnd Function"
    )

    assert book.macro("Greeter.Greet")("窓口") == "窓口1"


def test_the_register_reads_as_its_closed_file_does(live_register):
    """Every cell of the 300 cases, as calamine gives it, but for formulas that read the clock."""
    file = CalamineWorkbook.from_path(live_register.fullname)
    for sheet in live_register.sheets:
        used = sheet.used_range
        cells = sheet.range((1, 1), used.last_cell).options(ndim=2, empty="", err_to_str=True)
        closed = file.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)

        assert differences(cells.value, closed, cells.formula) == [], sheet.name


def differences(live, closed, formulas):
    """The cells that differ, beyond how a time or a day without a clock is told."""
    assert len(live) >= len(closed)
    return [
        (i, j, one, other)
        for i, row in enumerate(formulas)
        for j, formula in enumerate(row)
        if (one := told(live, i, j)) != (other := told(closed, i, j)) and "TODAY()" not in formula
    ]


def told(rows, i, j):
    value = rows[i][j] if i < len(rows) and j < len(rows[i]) else ""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if hasattr(value, "hour"):
        return (value.hour * 60 + value.minute) / 1440
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
