"""取込票 as written: every cell with old and new value, rows to paste where they belong."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from juso.adapters.changes_workbook import write_changes
from juso.adapters.register_file import RegisterFile
from juso.core.change import Change
from juso.koshu.codes import Attribute, DecisionState, ItemConclusion
from juso.koshu.register import Register
from juso.koshu.sheets import AgendaItem, Case, Decision
from meeting_register import meeting_register

CHANGED = (
    Change(
        AgendaItem,
        9,
        "SK-R7-05 案件1",
        {
            "conclusion_text": ("各機関が声かけを続ける。", "=A1+1"),
            "conclusion": (ItemConclusion.WATCH, ItemConclusion.CONTINUE),
        },
    ),
    Change(Decision, 6, "SK-R7-05-01", {"due_on": (date(2025, 8, 31), None)}),
)
UNDECIDED = (
    Change(Decision, 9, "SK-R7-05-04", {"state": (DecisionState.OPEN, DecisionState.CANCELLED)}),
)


def new(number: str, **values: Any) -> Change:
    """A new decision."""
    cells = {"meeting_no": "SK-R7-05", "item_number": 0, "decision_no": number, **values}
    return Change(Decision, 0, number, {key: (None, value) for key, value in cells.items()})


ADDED = (
    new("SK-R7-05-06", content="声をかける。", due_on=date(2025, 8, 20), state=DecisionState.OPEN),
    new("SK-R7-05-07", content="-1", worker="寅井"),
)


@pytest.fixture
def write(tmp_path):
    """Write changes into an office folder and give the workbook."""

    def run(*changes: Change, register: Register | None = None, undecided: Any = ()) -> Any:
        path = tmp_path / "出力" / "取込" / "取込票.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        book = register or meeting_register()
        loaded = RegisterFile(tmp_path / "支援台帳.xlsx", book, ())
        write_changes(path, changes, loaded, undecided, "取込票　会議録")
        assert [str(e) for e in OpenXmlValidator().validate(str(path)).errors] == []
        return openpyxl.load_workbook(path)

    return run


def rows(sheet: Any, first: int = 4) -> list[tuple[Any, ...]]:
    """The rows below the heading, without trailing nothing."""
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=first)]


def test_write_changes__old_and_new_side_by_side(write):
    """Cells in the order of the sheet's columns, each with its address; a text is no formula."""
    sheet = write(*CHANGED)["取込票"]

    assert rows(sheet)[1:] == [
        ("□", "会議案件", "P9", "SK-R7-05 案件1", "結論", "見守り", "継続"),
        (
            "□",
            "会議案件",
            "Q9",
            "SK-R7-05 案件1",
            "結論の要旨",
            "各機関が声かけを続ける。",
            "=A1+1",
        ),
        ("□", "決定事項", "G6", "SK-R7-05-01", "期限", datetime(2025, 8, 31), None),
    ]
    assert sheet["G6"].data_type == "s"
    assert sheet["F7"].number_format.endswith('ggge"年"m"月"d"日"')


def test_write_changes__links_lead_to_the_register(write):
    """The address opens the cell, wherever the office folder lies."""
    sheet = write(*CHANGED)["取込票"]

    assert sheet["C5"].hyperlink.target.replace("\\", "/") == "../../支援台帳.xlsx"
    assert sheet["C5"].hyperlink.location == "'会議案件'!P9"


def test_write_changes__kinds_stand_apart(write):
    """Rows to change, rows to add and what a person decides, each under its own line."""
    sheet = write(*CHANGED, *ADDED, undecided=UNDECIDED)["取込票"]

    bands = [row[0] for row in rows(sheet) if row[0] != "□"]
    assert [band.split("　（")[0] for band in bands] == [
        "書き換える行　2行",
        "新しい行　2行",
        "決めてから入力するもの　1件",
    ]
    assert rows(sheet)[-1][1:] == ("決定事項", "I9", "SK-R7-05-04", "状態", "未", "中止")


def test_write_changes__new_rows_as_they_will_stand(write):
    """Rows to paste below the last one, each column under its own letter, none beyond the last."""
    book = write(*ADDED)
    sheet = book["貼付_決定事項"]

    assert sheet["A3"].value == "A6:I7 をコピー → A13 に貼付け"
    assert rows(sheet, 5) == [
        (
            "会議番号",
            "案件番号",
            "決定番号",
            "内容",
            "担当機関",
            "担当者",
            "期限",
            "報告方法",
            "状態",
        ),
        (
            "SK-R7-05",
            0,
            "SK-R7-05-06",
            "声をかける。",
            None,
            None,
            datetime(2025, 8, 20),
            None,
            "未",
        ),
        ("SK-R7-05", 0, "SK-R7-05-07", "-1", None, "寅井", None, None, None),
    ]
    assert [row[2] for row in rows(book["取込票"]) if row[1] == "決定事項"][:3] == [
        "A13",
        "B13",
        "C13",
    ]


def test_write_changes__many_new_rows_are_one_line_each(write):
    """Pages of single cells help nobody: the rows are pasted whole."""
    many = [new(f"SK-R7-05-{n:02}", content="声をかける。", worker="寅井") for n in range(6, 27)]
    few, all_of_them = (rows(write(*added)["取込票"])[1:] for added in (many[:20], many))

    assert len(few) == 20 * 5
    assert len(all_of_them) == 21
    assert {line[4] for line in all_of_them} == {"（行全体）"}
    assert {line[6] for line in all_of_them} == {"シート「貼付_決定事項」から貼り付けます。"}
    assert all_of_them[1][2:4] == ("A14", "SK-R7-05-07")


def test_write_changes__columns_where_the_register_has_them(write):
    """A clerk's own column stays as it is: pasting goes around it."""
    register = meeting_register()
    table = register.tables[Decision]
    table.positions = {k: p + (p > 2) for k, p in table.positions.items()}

    sheet = write(*ADDED, register=register)["貼付_決定事項"]

    assert [sheet[f"A{n}"].value for n in (3, 4)] == [
        "A7:C8 をコピー → A13 に貼付け",
        "E7:J8 をコピー → E13 に貼付け",
    ]
    assert (sheet["D6"].value, sheet["D7"].value, sheet["E6"].value) == (None, None, "内容")


def test_write_changes__computed_columns_stay(write):
    """A case: formula columns are not pasted over, several codes stand in one cell."""
    case = {
        "case_no": "R7-0099",
        "born_on": date(1950, 1, 2),
        "age_at_intake": 75,
        "attributes": (Attribute.ELDERLY, Attribute.DISABILITY),
    }
    change = Change(Case, 0, "R7-0099", {key: (None, value) for key, value in case.items()})

    book = write(change, register=Register({}, date(2025, 7, 1)))

    labels = [row[4] for row in rows(book["取込票"])[1:]]
    assert labels == ["ケース番号", "生年月日", "対象属性"]
    pasted = [
        row[0] for row in rows(book["貼付_相談受付簿"], 3) if row[0] and "貼付け" in str(row[0])
    ]
    assert len(pasted) == 2
    assert all(text.endswith("2 に貼付け") for text in pasted)


def test_write_changes__nothing(write):
    """No change is said, not left blank."""
    book = write()

    assert book.sheetnames == ["取込票"]
    assert rows(book["取込票"])[0][0] == "変更はありません。"


def test_write_changes__a4(write):
    """A4 across, one page wide, the headings on each page."""
    sheet = write(*CHANGED, *ADDED)["取込票"]

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$3:$3"


def test_write_changes__is_the_same_twice(write, tmp_path):
    """The same changes give the same bytes."""
    path = Path(tmp_path / "出力" / "取込" / "取込票.xlsx")
    write(*CHANGED, *ADDED)
    first = path.read_bytes()
    write(*CHANGED, *ADDED)

    assert path.read_bytes() == first
