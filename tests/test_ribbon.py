"""The buttons' commands on an open workbook: unsaved cells are read, nothing else is touched."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from docx import Document

from fake_book import FakeBook, FakeRange
from juso.adapters.inbox import Request
from juso.adapters.live_book import LiveBook, same_value
from juso.adapters.result_sheet import Kind
from juso.adapters.result_sheets import REPLY, RESULT_SHEETS
from juso.adapters.styles import DATE
from juso.adapters.tidy_sheet import TIDY
from juso.app import App
from juso.core.cells import to_cell
from juso.core.errors import JusoError
from juso.core.finding import Severity
from juso.core.sheet import column_index
from juso.koshu.sheets import AgendaItem, Case, Decision
from juso.ribbon import rows_of, run
from juso.ribbon_commands import COMMANDS
from messy_register import MESSES, NAME, SUPPOSED
from sent_forms import filled_in, lock, people

APP = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))
RESULTS = {sheet.title for sheet in RESULT_SHEETS}


class Office:
    """An office whose register is open, and its buttons."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book = FakeBook.of_file(folder / "支援台帳.xlsx")
        for declared in RESULT_SHEETS:
            self.book.sheets[declared.title].column_formats = {
                place: "@"
                for place, field in enumerate(declared.fields, start=1)
                if field.kind is Kind.TEXT
            }

    def press(self, command: str, choice: str = "", sheet: str = "相談受付簿", cells: str = "$A$1"):
        request = Request(
            command=command,
            choice=choice,
            book=self.book.fullname,
            hwnd=0,
            sheet=sheet,
            cells=cells,
            read_only=self.read_only,
            user="tester",
            version="",
            number="1",
        )
        return run(APP, request, LiveBook(self.book))

    read_only = False

    def cells(self) -> dict[str, dict[tuple[int, int], object]]:
        """Every cell of the clerks' sheets."""
        return {s.name: dict(s.cells) for s in self.book.sheets if s.name not in RESULTS}

    def rows(self, sheet: str) -> list[list[object]]:
        return LiveBook(self.book).rows(sheet)[5:]

    def find(self, sheet: str, text: str) -> tuple[int, int]:
        cells = self.book.sheets[sheet].cells
        return next(place for place, value in cells.items() if value == text)


@pytest.fixture
def office(sample_office, tmp_path):
    return Office(shutil.copytree(sample_office, tmp_path / "見本"))


@pytest.fixture
def faulty(faulty_office, tmp_path):
    return Office(shutil.copytree(faulty_office, tmp_path / "誤り"))


def test_check_fills_the_result_sheet_and_touches_nothing_else(faulty):
    before = faulty.cells()

    result = faulty.press("check")

    found = [row for row in faulty.rows("点検結果") if row[0]]
    assert len(found) == len(result.findings) > 50
    assert faulty.cells() == before
    assert faulty.book.shown[0] == "点検結果"


def test_check_finds_what_the_closed_file_has(faulty):
    """But for what only a file can hold: a formula without a result, a cell under a merged one."""
    closed = APP.check(APP.closed(faulty.folder, quiet=True)).findings
    hidden = {(f.sheet, f.cell) for f in closed if f.value == "結合" or f.value.startswith("=")}

    found = faulty.press("check").findings

    assert len(hidden) == 2
    assert [f for f in found if (f.sheet, f.cell) not in hidden] == [
        f for f in closed if (f.sheet, f.cell) not in hidden
    ]


def test_check_sees_unsaved_edits(office):
    before = office.press("check").findings
    place = column_index(Case, "window") + 1
    sheet = office.book.sheets["相談受付簿"].cells
    sheet[5, place] = sheet[5, place][0] + " " + sheet[5, place][1:]

    found = [f for f in office.press("check").findings if f not in before]

    assert [(f.sheet, f.rule) for f in found] == [("相談受付簿", "CELL-004")]
    assert found[0].cell.endswith("5")


def test_a_second_check_replaces_the_first(office):
    place = column_index(Case, "window") + 1
    sheet = office.book.sheets["相談受付簿"].cells
    right, sheet[5, place] = sheet[5, place], "水道"
    office.press("check")
    sheet[5, place] = right

    result = office.press("check")

    assert len([row for row in office.rows("点検結果") if row[0]]) == len(result.findings)


def test_check_of_a_row_speaks_of_that_row_only(office):
    place = column_index(Case, "window") + 1
    office.book.sheets["相談受付簿"].cells[5, place] = "水道"

    bad = office.press("check", "row", cells="$C$5")
    good = office.press("check", "row", cells="$C$6")

    assert bad.sentence.startswith("「相談受付簿」の5行目：")
    assert "水道" in bad.sentence
    assert good.sentence == "「相談受付簿」の6行目に、直すところはありませんでした。"


@pytest.mark.parametrize(
    ("choice", "sheet", "cells"),
    [("row", "点検結果", "$A$7"), ("row", "相談受付簿", "$C:$C"), ("sheet", "はじめに", "$A$1")],
)
def test_check_of_what_is_no_row_of_the_register_says_so(office, choice, sheet, cells):
    with pytest.raises(JusoError, match="押してください"):
        office.press("check", choice, sheet=sheet, cells=cells)


def test_check_of_a_sheet_counts_that_sheet(faulty):
    number = sum(f.sheet == "支援プラン" for f in faulty.press("check").findings)

    result = faulty.press("check", "sheet", sheet="支援プラン")

    assert result.sentence.startswith(f"「支援プラン」シートの指摘は{number}件です。")


def test_a_reason_survives_the_next_check_and_then_confirms(faulty):
    faulty.press("check")
    rows = faulty.rows("点検結果")
    number = next(i for i, row in enumerate(rows, start=6) if str(row[0]).startswith("▲"))
    reply = (number, REPLY + 1)
    faulty.book.sheets["点検結果"].cells[reply] = "3月20日に訪問して本人の様子を確認"

    faulty.press("check")
    assert "3月20日に訪問して本人の様子を確認" in faulty.book.sheets["点検結果"].cells.values()
    warnings = sum(str(row[0]).startswith("▲") for row in faulty.rows("点検結果"))
    result = faulty.press("confirm")

    assert result.sentence.startswith("1件を確認済みにしました。")
    after = sum(str(row[0]).startswith("▲") for row in faulty.rows("点検結果"))
    assert after == warnings - 1


def test_merge_fills_figures_and_wall(office):
    result = office.press("merge")

    figures = [row for row in office.rows("月次実績") if row[0]]
    assert len(figures) > 1000
    assert {row[0] for row in figures} == {"R7"}
    assert [row[0] for row in office.rows("提出状況") if row[0]][:4] == ["W1", "W2", "W3", "W4"]
    assert [path.suffix for path in result.made] == [".xlsx"]


def test_todo_fills_its_sheet(office):
    result = office.press("todo")

    rows = [row for row in office.rows("要対応") if row[2]]
    assert result.sentence.startswith(f"要対応は{len(rows)}件です。")
    assert office.book.shown[0] == "要対応"


@pytest.fixture
def messy(messy_office, tmp_path):
    """An office with untidy cells, each in the number format it was typed in."""
    office = Office(shutil.copytree(messy_office, tmp_path / "乱れ"))
    cases = office.book.sheets["相談受付簿"]
    for mess in (*MESSES, SUPPOSED, NAME):
        cases.formats[mess.row, mess.place] = mess.number_format
    return office


def ticks(office: Office) -> dict[str, object]:
    """What stands in 直す, by the text of the link to the cell."""
    rows = [row for row in LiveBook(office.book).rows("整え")[5:] if row[2] == Case.sheet]
    return {str(row[TIDY.place("セル")]): row[0] or None for row in rows}


def test_tidy_lists_and_changes_nothing(messy):
    before = messy.cells()

    sentence = messy.press("tidy").sentence

    assert f"確かなもの{len(MESSES)}件に○を付けました" in sentence
    found = ticks(messy)
    assert {cell for cell, tick in found.items() if tick == "○"} == {m.cell for m in MESSES}
    assert found[SUPPOSED.cell] is None
    assert messy.cells() == before
    assert messy.book.shown[0] == "整え"


def test_what_a_clerk_took_away_stays_away_when_listed_again(messy):
    messy.press("tidy")
    sheet = messy.book.sheets["整え"].cells
    del sheet[6, 1]
    before = ticks(messy)

    messy.press("tidy")

    assert ticks(messy) == before
    assert list(before.values()).count("○") == len(MESSES) - 1


def test_ticked_repairs_are_written_and_taken_back_to_the_letter(messy):
    """Also a text cell that held R7.4.1: its format goes with the day, and comes back with it."""
    cases = messy.book.sheets["相談受付簿"]
    before, formats = messy.cells(), dict(cases.formats)
    messy.press("tidy")

    result = messy.press("tidy", "apply")

    assert result.sentence.startswith(f"{len(MESSES)}か所を直しました。")
    for mess in MESSES:
        wrote = cases.cells.get((mess.row, mess.place))
        assert same_value(wrote, to_cell(mess.meant)), mess
    assert cases.format_of((2, MESSES[0].place)) == DATE
    assert cases.cells[NAME.row, NAME.place] == NAME.typed
    changed = {name for name, cells in messy.cells().items() if cells != before[name]}
    assert changed == {Case.sheet}
    assert set(ticks(messy)) == {SUPPOSED.cell}
    assert "R7.4.1 → 2025/4/1" in messy.book.app.alerts[-1]

    assert messy.press("undo").sentence.startswith(f"直前の操作で書き込んだ{len(MESSES)}か所")
    assert messy.cells() == before
    assert {place: cases.format_of(place) for place in formats} == formats


def test_repairs_may_be_refused_when_asked(messy):
    messy.press("tidy")
    before = messy.cells()
    messy.book.app.answer = "no"

    with pytest.raises(JusoError, match="台帳は変わっていません"):
        messy.press("tidy", "apply")

    assert messy.cells() == before


def test_a_repair_of_a_cell_that_has_changed_is_not_carried_out(messy):
    messy.press("tidy")
    cells = messy.book.sheets["相談受付簿"].cells
    first = MESSES[0]
    cells[first.row, first.place] = "R7.4.2"

    result = messy.press("tidy", "apply")

    assert cells[first.row, first.place] == "R7.4.2"
    assert len(result.lines) == 1 and first.cell in result.lines[0]
    assert result.lines[0] in messy.book.app.alerts[-1]


def test_repairs_killed_half_way_are_taken_back(messy):
    """The format of a cell that was about to be written, too."""
    cases = messy.book.sheets["相談受付簿"]
    before, formats = messy.cells(), dict(cases.formats)
    messy.press("tidy")
    messy.book.fail_at = messy.book.writes + 1

    with pytest.raises(RuntimeError):
        messy.press("tidy", "apply")

    assert messy.cells() == before
    assert {place: cases.format_of(place) for place in formats} == formats


@pytest.mark.parametrize(("command", "choice"), [("form", "case"), ("handover", "")])
@pytest.mark.parametrize(("sheet", "cells"), [("相談受付簿", "$A$1"), ("はじめに", "$A$2")])
def test_a_case_must_be_selected(office, command, choice, sheet, cells):
    with pytest.raises(JusoError, match="相談が選ばれていません"):
        office.press(command, choice, sheet=sheet, cells=cells)


@pytest.mark.parametrize(("typed", "taken"), [("hana-2026", 1), ("ちがう", 0), (False, 0)])
def test_a_locked_form_asks_for_its_password(office, typed, taken):
    """By the file's name; the password is in no file and no sentence."""
    path = filled_in(office.folder, office.folder / "受付票" / "票.xlsx", people(1)[0], "U-1")
    lock(path, "hana-2026")
    office.book.app.typed = typed

    result = office.press("intake")

    assert "票.xlsx はパスワードで保護されています" in office.book.app.alerts[0]
    assert (f"新しい相談{taken}件" in result.sentence) is bool(taken)
    texts = [result.sentence, *result.lines, *office.book.app.alerts]
    assert "hana-2026" not in "".join(texts)


def test_a_handover_needs_a_worker(office):
    office.book.sheets["相談受付簿"].cells.pop((5, column_index(Case, "lead_worker") + 1))

    with pytest.raises(JusoError, match="「担当者」が入力されていません"):
        office.press("handover", cells="$C$5")


def test_agenda_of_the_chosen_meeting(office):
    result = office.press("agenda", "JU-R7-03")

    assert [path.name for path in result.made] == ["次第_JU-R7-03.docx"]


def test_a_name_in_an_item_is_listed_by_a_check_and_told_where_it_stops_papers(office):
    """What stands in 点検結果 needs no dialog; why an agenda was not made stands nowhere else."""
    row, _ = office.find("会議案件", "JU-R7-03")
    place = column_index(AgendaItem, "question") + 1
    office.book.sheets["会議案件"].cells[row, place] = "架空さんの家族のこと。"

    checked = office.press("check")
    assert [f.rule for f in checked.findings if f.severity is Severity.ERROR] == ["MTG-006"]
    assert office.book.app.alerts == []

    assert not office.press("agenda", "JU-R7-03").made
    assert "架空さん" in office.book.app.alerts[-1]


@pytest.mark.parametrize("command", ["agenda", "minutes", "collect"])
def test_a_meeting_must_be_chosen(office, command):
    with pytest.raises(JusoError, match="会議が選ばれていません"):
        office.press(command)


def test_a_day_that_can_be_none_is_a_finding(office, monkeypatch):
    """Excel's block cannot be read then: it is read in parts, down to that cell."""
    place = (7, column_index(Case, "received_on") + 1)
    plain = FakeRange.value

    def value(cells):
        rows = range(cells.row, cells.row + cells.shape[0])
        columns = range(cells.column, cells.column + cells.shape[1])
        if cells.sheet.name == "相談受付簿" and place[0] in rows and place[1] in columns:
            raise OverflowError("date value out of range")
        return plain.fget(cells)

    monkeypatch.setattr(FakeRange, "value", property(value, plain.fset))

    found = [f for f in office.press("check").findings if f.value == "########"]

    assert [(f.rule, f.cell[-1]) for f in found] == [("CELL-002", "7")]


def test_a_damaged_journal_stops_only_those_who_write(office):
    path = office.folder / "保管" / "元に戻す" / "tester.json"
    path.parent.mkdir(parents=True)
    path.write_text("{", "utf-8")

    assert "壊れている" in office.press("check").sentence
    with pytest.raises(JusoError, match="壊れている"):
        office.press("undo")


def test_a_column_put_into_the_result_sheet_is_refused(faulty):
    """A block written to fixed columns would fall between the clerk's own."""
    faulty.press("check")
    sheet = faulty.book.sheets["点検結果"]
    sheet.cells = {(r, c + (c > 3)): value for (r, c), value in sheet.cells.items()}

    with pytest.raises(JusoError, match="見出しが変わっている"):
        faulty.press("check")


def test_agenda_uses_unsaved_edits(office):
    row, _ = office.find("会議台帳", "JU-R7-03")
    table = office.book.sheets["会議台帳"].cells
    place = next(c for (r, c), v in table.items() if r == 1 and v == "場所")
    table[row, place] = "塩山ふれあいの館"

    (path,) = office.press("agenda", "JU-R7-03").made

    text = "\n".join(p.text for t in Document(str(path)).tables for r in t.rows for p in r.cells)
    assert "塩山ふれあいの館" in text + "\n".join(p.text for p in Document(str(path)).paragraphs)


def edited_minutes(office: Office, meeting: str) -> None:
    """Make the minutes, then add a decision in Word to the first document with a table of them."""
    for path in office.press("minutes", meeting).made:
        document = Document(str(path))
        for table in document.tables:
            if table.rows[0].cells[0].text == "決定番号":
                cells = table.add_row().cells
                texts = (
                    "",
                    "見守りの当番表を作る。",
                    "福祉総合支援課",
                    "寅井",
                    "令和8年6月30日",
                    "電話",
                )
                for cell, text in zip(cells, texts, strict=True):
                    cell.text = text
                document.save(str(path))
                return


def test_collect_writes_decisions_and_undo_takes_them_back(office):
    edited_minutes(office, "SK-R7-03")
    before = office.cells()

    result = office.press("collect", "SK-R7-03")

    after = office.cells()
    assert "決定事項の新しい行1件" in result.sentence
    assert {name for name in after if after[name] != before[name]} == {"決定事項"}
    place = column_index(Decision, "content") + 1
    assert office.find("決定事項", "見守りの当番表を作る。")[1] == place
    assert "新しい行：1行" in office.book.app.alerts[-1]

    assert "元に戻しました" in office.press("undo").sentence
    assert office.cells() == before


def test_undo_after_the_workbook_was_closed_unsaved(office):
    """Nothing of what was written is there any more."""
    before = {sheet.name: dict(sheet.cells) for sheet in office.book.sheets}
    edited_minutes(office, "SK-R7-03")
    office.press("collect", "SK-R7-03")
    for sheet in office.book.sheets:
        sheet.cells = dict(before[sheet.name])

    assert "元に戻すところはありませんでした" in office.press("undo").sentence
    assert office.cells() == {n: c for n, c in before.items() if n not in RESULTS}


def test_collect_asks_and_may_be_refused(office):
    edited_minutes(office, "SK-R7-03")
    before = office.cells()
    office.book.app.answer = "no"

    with pytest.raises(JusoError, match="台帳は変わっていません"):
        office.press("collect", "SK-R7-03")

    assert office.cells() == before


def test_collect_stops_when_a_row_changes_while_it_asks(office):
    """Somebody types into the row, or where the new one goes, while the dialog is open."""
    edited_minutes(office, "SK-R7-03")
    cells = office.book.sheets["決定事項"].cells

    def typing(*_, **__):
        row = 1 + max(row for row, column in cells if column == 3)
        cells[row, 3] = "SK-R7-99-01"
        return "yes"

    office.book.app.alert = typing

    with pytest.raises(JusoError, match="読んだ後で変わりました"):
        office.press("collect", "SK-R7-03")


def test_collect_twice_changes_nothing_more(office):
    edited_minutes(office, "SK-R7-03")
    office.press("collect", "SK-R7-03")
    before = office.cells()

    result = office.press("collect", "SK-R7-03")

    assert office.cells() == before
    assert "変更なし" in result.sentence


def test_collect_without_minutes_says_what_to_do(office):
    with pytest.raises(JusoError, match="会議録がありません"):
        office.press("collect", "SK-R7-03")


def test_a_failing_write_leaves_the_register_as_it_was(office):
    edited_minutes(office, "SK-R7-03")
    before = office.cells()
    office.book.fail_at = office.book.writes + 1

    with pytest.raises(RuntimeError):
        office.press("collect", "SK-R7-03")

    assert office.cells() == before


def test_a_read_only_register_is_read_but_not_written(faulty):
    faulty.read_only = True
    before = {sheet.name: dict(sheet.cells) for sheet in faulty.book.sheets}

    result = faulty.press("check")

    assert [path.name for path in result.made] == ["点検結果_20260331.xlsx"]
    assert {sheet.name: sheet.cells for sheet in faulty.book.sheets} == before
    with pytest.raises(JusoError, match="読み取り専用"):
        faulty.press("undo")


def test_a_missing_result_sheet_becomes_a_file(faulty):
    faulty.book.sheets.remove(faulty.book.sheets["点検結果"])

    assert [path.name for path in faulty.press("check").made] == ["点検結果_20260331.xlsx"]


def test_report_and_doctor(office):
    assert [p.suffix for p in office.press("report", "committee").made] == [".docx", ".xlsx"]
    assert "○" in office.press("doctor").lines[0]
    assert office.book.app.alerts


def test_an_unknown_button_is_told(office):
    with pytest.raises(JusoError, match="この版の重層支援にはありません"):
        office.press("dance")


def test_every_command_says_what_it_does():
    assert all(command.__doc__ for command in COMMANDS.values())


@pytest.mark.parametrize(
    ("address", "rows"),
    [
        ("$G$12", range(12, 13)),
        ("$A$3:$C$9", range(3, 10)),
        ("$G$12,$G$30", range(12, 13)),
        ("$A:$C", range(0)),
        ("", range(0)),
    ],
)
def test_rows_of_a_selection(address, rows):
    assert rows_of(address) == rows
