"""要対応一覧 as written: who has how much to do, one page an agency, boxes to tick, links."""

from __future__ import annotations

from datetime import date, timedelta

import openpyxl
import pytest
from openxml_audit import OpenXmlValidator

from juso.adapters.todo_workbook import write_todos
from juso.koshu.todo_kinds import TODO_KINDS
from juso.services.todo import Todo

TODAY = date(2026, 3, 31)
FIRST = 5  # row of the first line


def line(agency, worker, days_over, key="R7-0001", **facts) -> Todo:
    """A line `days_over` days past its day; None for no day."""
    due = None if days_over is None else TODAY - timedelta(days=days_over)
    given = {"kind": "次の対応", "what": "連絡してください。", "sheet": "相談受付簿", "cell": "BA7"}
    return Todo(due, days_over, agency=agency, worker=worker, key=key, **(given | facts))


TODOS = (
    line("保健所", "仮名太", 40, "P-R7-0003-1", kind="モニタリング", sheet="支援プラン", cell="O3"),
    line("自立相談支援", "架空花", 12, "R7-0002"),
    line("地域包括支援センター", "代理某", 1, "R7-0005"),
    line("地域包括支援センター", "架空花", 0, "R7-0006"),
    line("地域包括支援センター", "代理某", -7, "R7-0007", what="=1+1"),
    line("", "", None, "R7-0008", cell=""),
)


@pytest.fixture
def write(tmp_path):
    """Write lines into an office folder and give the workbook."""

    def run(todos=TODOS, today=TODAY):
        path = tmp_path / "出力" / "要対応" / "要対応一覧.xlsx"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_todos(path, todos, tmp_path / "支援台帳.xlsx", today)
        return openpyxl.load_workbook(path)

    return run


def rows(sheet, first: int) -> list[tuple]:
    return list(sheet.iter_rows(min_row=first, values_only=True))


def test_heading__names_the_day_and_says_that_nobody_is_named(write):
    """On the summary and on the list."""
    book = write()

    assert book.sheetnames == ["まとめ", "一覧", "種類"]
    for name in ("まとめ", "一覧"):
        assert book[name]["A1"].value == "要対応一覧　令和8年3月31日（火）現在"
        assert book[name]["A2"].value.startswith("住民の氏名は載せていません。")


def test_summary__counts_by_agency_and_worker(write):
    """The city's own agencies in the plan's order, others after them, the unnamed last."""
    assert rows(write()["まとめ"], 5) == [
        ("窓口・機関", "担当", "●期限超過", "▲今日", "・7日以内", "○日付なし", "計"),
        ("合計", None, 3, 1, 1, 1, 6),
        ("地域包括支援センター", "計（2人）", 1, 1, 1, 0, 3),
        (None, "代理某", 1, 0, 1, 0, 2),
        (None, "架空花", 0, 1, 0, 0, 1),
        ("自立相談支援", "架空花", 1, 0, 0, 0, 1),
        ("保健所", "仮名太", 1, 0, 0, 0, 1),
        ("（機関が未入力）", "（担当が未入力）", 0, 0, 0, 1, 1),
    ]


def test_summary__leads_to_the_lines_of_an_agency(write):
    """The link of each agency goes to its first line."""
    book = write()
    links = [cell.hyperlink for cell in book["まとめ"]["A"] if cell.hyperlink]

    assert [link.location for link in links] == [f"'一覧'!A{row}" for row in (5, 8, 9, 10)]
    assert [book["一覧"].cell(row, 2).value for row in (5, 8, 9)] == [
        "地域包括支援センター",
        "自立相談支援",
        "保健所",
    ]


def test_list__has_a_box_to_tick_and_every_field(write):
    """By agency, worker and day; the standing in words and a symbol, not by colour alone."""
    sheet = write()["一覧"]
    found = rows(sheet, FIRST)

    assert [cell.value for cell in sheet[FIRST - 1]] == [
        "済",
        "窓口・機関",
        "担当",
        "期限",
        "状況",
        "種類",
        "番号",
        "すること",
        "台帳のセル",
    ]
    assert {row[0] for row in found} == {"□"}
    assert [(row[2], row[4], row[6]) for row in found] == [
        ("代理某", "●1日超過", "R7-0005"),
        ("代理某", "・あと7日", "R7-0007"),
        ("架空花", "▲今日", "R7-0006"),
        ("架空花", "●12日超過", "R7-0002"),
        ("仮名太", "●40日超過", "P-R7-0003-1"),
        ("（担当が未入力）", "○日付なし", "R7-0008"),
    ]
    assert found[0][3].date() == date(2026, 3, 30)
    assert found[-1][3] is None
    assert sheet.cell(FIRST, 4).number_format == "[$-411]ge.m.d(aaa)"


def test_sentences__stay_text(write):
    """What looks like a formula is none."""
    cell = write()["一覧"].cell(FIRST + 1, 8)

    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_links__open_the_register_at_the_cell(write):
    """Relative, so that the office folder can be moved; none where there is no cell."""
    sheet = write()["一覧"]
    link = sheet.cell(FIRST, 9).hyperlink

    assert sheet.cell(FIRST, 9).value == "相談受付簿 BA7"
    assert (link.target, link.location) == ("..\\..\\支援台帳.xlsx", "'相談受付簿'!BA7")
    assert sheet.cell(FIRST + 5, 9).value == "相談受付簿"
    assert sheet.cell(FIRST + 5, 9).hyperlink is None


def test_links__start_where_the_file_will_lie(tmp_path):
    """The file is made under another name in another place and moved afterwards."""
    path = tmp_path / "part.xlsx"
    place = tmp_path / "出力" / "要対応" / "要対応一覧.xlsx"
    write_todos(path, TODOS, tmp_path / "支援台帳.xlsx", TODAY, place)
    sheet = openpyxl.load_workbook(path)["一覧"]

    assert sheet.cell(FIRST, 9).hyperlink.target == "..\\..\\支援台帳.xlsx"


def test_print__gives_each_agency_its_own_pages(write):
    """A4 landscape, heading repeated; the page breaks would be void if it were fitted to a page."""
    sheet = write()["一覧"]

    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$4"
    assert [b.id for b in sheet.row_breaks.brk] == [7, 8, 9]
    assert not sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "取扱注意" in sheet.oddHeader.right.text
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:I10"


def test_kinds__are_listed_with_reason_basis_and_count(write):
    """All of them, also those with nothing to do today."""
    found = rows(write()["種類"], 5)

    assert [row[0] for row in found] == [kind.name for kind in TODO_KINDS]
    counts = {row[0]: row[1:6] for row in found}
    assert counts["次の対応"] == (2, 1, 1, 1, 5)
    assert counts["モニタリング"] == (1, 0, 0, 0, 1)
    assert counts["会議録の確定"] == (0, 0, 0, 0, 0)
    assert found[0][6:] == (TODO_KINDS[0].reason, TODO_KINDS[0].basis)


def test_nothing_to_do__is_said_in_a_sentence(write):
    """An empty list is not a broken one."""
    book = write(())

    assert book["一覧"].cell(FIRST, 1).value == "要対応のものはありません。"
    assert rows(book["まとめ"], 6) == [("合計", None, 0, 0, 0, 0, 0)]
    assert not book["一覧"].row_breaks.brk


def test_days_out_of_excels_calendar__are_shown_as_text(write):
    """A year 1025 typed by mistake is on the list, for somebody to correct."""
    (row,) = rows(write((line("社協", "架空花", 365_000),))["一覧"], FIRST)

    assert row[3:5] == ("1026/11/29", "●365000日超過")


def test_bytes__are_the_same_for_the_same_input(tmp_path):
    """The clock is not asked."""
    made = []
    for name in ("a.xlsx", "b.xlsx"):
        write_todos(tmp_path / name, TODOS, tmp_path / "支援台帳.xlsx", TODAY)
        made.append((tmp_path / name).read_bytes())

    assert made[0] == made[1]


def test_package__passes_the_schema_audit(tmp_path):
    """Excel opens the file without repairing it, as far as the schema can tell."""
    for name, todos in (("a.xlsx", TODOS), ("b.xlsx", ())):
        path = tmp_path / name
        write_todos(path, todos, tmp_path / "支援台帳.xlsx", TODAY)
        assert [e.description for e in OpenXmlValidator().validate(str(path)).errors] == []
