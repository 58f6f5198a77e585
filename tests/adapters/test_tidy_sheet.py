"""整え of a closed office: what is listed, what a tick does, what is refused."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from juso.adapters.excel_file import open_workbook, read_sheet, rows_of
from juso.adapters.listing import Answers
from juso.adapters.register_file import RegisterFile, read_register, register_from
from juso.adapters.result_sheet import FIRST_ROW
from juso.adapters.tidy_listing import EMPTY, ticked, tidy_listing, visible
from juso.adapters.tidy_sheet import TIDY
from juso.app import App
from juso.cli import main
from juso.core.cells import to_cell
from juso.core.errors import JusoError
from juso.core.sheet import column_index
from juso.core.table import read_table
from juso.koshu.register import Register
from juso.koshu.sheets import Case, Contact, FamilyMember
from juso.services.tidy import Proposal, changes_of, tidy
from messy_register import MESSES, NAME, SUPPOSED

TODAY = date(2026, 3, 31)
APP = App(today=TODAY, now=datetime(2026, 3, 31, 17, 0))


@pytest.fixture
def office(messy_office, tmp_path) -> Path:
    return shutil.copytree(messy_office, tmp_path / "事業所")


def listed(path: Path) -> dict[str, list[object]]:
    """The rows about 相談受付簿 by their cell."""
    sheet = openpyxl.load_workbook(path)["整え"]
    rows = ([cell.value for cell in row] for row in sheet.iter_rows(FIRST_ROW))
    return {str(row[3]): row for row in rows if row[2] == Case.sheet}


def mark(path: Path, **ticks: str | None) -> None:
    """Write into 直す beside cells of 相談受付簿, as a clerk would."""
    book = openpyxl.load_workbook(path)
    for row in book["整え"].iter_rows(FIRST_ROW):
        if row[2].value == Case.sheet and row[3].value in ticks:
            row[0].value = ticks[row[3].value]
    book.save(path)


def proposals_of(folder: Path) -> list[Proposal]:
    return tidy(read_register(folder / "支援台帳.xlsx", TODAY).register)


def answers_of(*proposals: Proposal, **changes: str) -> Answers:
    """The rows of a listing with all of them ticked."""
    loaded = RegisterFile(Path("支援台帳.xlsx"), Register({}, TODAY), ())
    rows = []
    for row in tidy_listing(proposals, loaded).rows:
        texts = ["" if cell is None else getattr(cell, "cell", cell) for cell in row]
        rows.append(dict(zip(TIDY.labels, texts, strict=True)) | {"直す": "○"} | changes)
    return Answers(tuple(rows))


def test_the_list__says_what_is_there_and_what_it_should_be(office):
    """What is sure is ticked; what is supposed is not; names are left alone."""
    result = APP.tidy(APP.closed(office))

    (path,) = result.made
    rows = listed(path)
    assert path.name == "整え_20260331.xlsx"
    for mess in MESSES:
        assert rows[mess.cell][:2] == ["○", "確か"], mess
    assert rows[SUPPOSED.cell][:2] == [None, "もしかして"]
    assert NAME.cell not in rows
    now, then = (TIDY.place(label) for label in ("今の値", "直した値"))
    shown = {mess.key: (rows[mess.cell][now], rows[mess.cell][then]) for mess in MESSES[1:]}
    assert shown == {
        "received_on": ("45748", "令和7年4月1日"),
        "address": ("〔空白〕塩山上於曽〔空白〕〔空白〕1085〔空白〕", "塩山上於曽 1085"),
        "attributes": ("高 齢、障害", "高齢、障害"),
        "family_count": ("３", "3"),
        "window": ("介護〔空白〕", "介護"),
        "caller_relation": ("〔空白〕001", "001"),
        "is_anonymous": ("×", EMPTY),
    }


def test_a_day_with_its_time__is_shown_with_it():
    """And ticked again by what is shown."""
    cells = [["ケース番号", "日時"], ["R7-0001", "R7.4.1 13:30"], ["R7-0001", "1865/4/1 9時"]]
    tables = {Contact: read_table(Contact, cells, {})}
    proposals = tidy(Register(tables, TODAY))

    rows = answers_of(*proposals)

    assert [row["直した値"] for row in rows.rows] == ["令和7年4月1日 13:30", "1865/4/1 09:00"]
    assert ticked(rows, proposals).proposals == proposals


def test_ticked_rows__become_a_sheet_of_changes_with_whole_cells(office):
    """A cleared tick is not carried out, one set beside a supposed value is; nothing is listed anew."""
    (path,) = APP.tidy(APP.closed(office)).made
    mark(path, **{MESSES[0].cell: None, MESSES[1].cell: "×", SUPPOSED.cell: "レ"})

    result = APP.tidy_ticked(APP.closed(office))

    (paper,) = result.made
    assert paper.parent.name == "取込"
    assert result.lines == []
    rows = list(openpyxl.load_workbook(paper)["取込票"].iter_rows(values_only=True))
    written = {row[2]: row[6] for row in rows if row[1] == Case.sheet}
    assert MESSES[0].cell not in written and MESSES[1].cell not in written
    assert written[SUPPOSED.cell] == "介護"
    assert written[MESSES[3].cell] == "高齢、障害"
    assert written[MESSES[4].cell] == 3
    assert sorted(p.name for p in path.parent.iterdir()) == ["整え_20260331.xlsx"]


def test_a_day_number__is_shown_as_the_number_it_is(office):
    """Not as the day it is going to be."""
    APP.tidy(APP.closed(office))

    (paper,) = APP.tidy_ticked(APP.closed(office)).made

    rows = list(openpyxl.load_workbook(paper)["取込票"].iter_rows(values_only=True))
    assert [row[5:7] for row in rows if row[2] == MESSES[1].cell] == [
        ("45748", datetime(2025, 4, 1))
    ]


def test_what_changed_since_the_list_was_made__is_refused_in_a_sentence(office):
    """The cell has another value, or is right by now; the rest is carried out."""
    APP.tidy(APP.closed(office))
    register = office / "支援台帳.xlsx"
    book = openpyxl.load_workbook(register)
    book[Case.sheet][MESSES[2].cell].value = "勝沼 "
    book[Case.sheet][MESSES[5].cell].value = "介護"
    book.save(register)

    result = APP.tidy_ticked(APP.closed(office))

    assert len(result.lines) == 2
    assert all("一覧を作った後で変わったため、直していません。" in line for line in result.lines)
    assert [m.cell in "".join(result.lines) for m in (MESSES[2], MESSES[5])] == [True, True]
    assert "2か所は直していません。" in result.sentence


@pytest.mark.parametrize("how", ["--apply", "file"])
def test_the_command__takes_the_latest_list_or_the_one_named(office, how, capsys):
    """A later list is empty of ticks: the file named is the one that counts."""
    main(["tidy", str(office), "--today", "2026-03-31"])
    (path,) = (office / "出力" / "整え").iterdir()
    if how == "file":
        main(["tidy", str(office), "--today", "2026-03-31"])
        later = path.with_name("整え_20260331_2.xlsx")
        mark(later, **dict.fromkeys((mess.cell for mess in MESSES), None))
    capsys.readouterr()

    code = main(
        ["tidy", str(office), how if how == "--apply" else str(path), "--today", "2026-03-31"]
    )

    assert code == 0
    assert f"{len(MESSES)}か所を取込票に書き出しました。" in capsys.readouterr().out


def test_nothing_ticked__is_said(office):
    with pytest.raises(JusoError, match="「直す」が○の行がありません"):
        APP.tidy_ticked(APP.closed(office))


def test_another_value_than_the_one_proposed__is_refused(messy_office):
    """Somebody wrote what he wants beside it: only what is proposed is written."""
    proposals = proposals_of(messy_office)
    answers = answers_of(proposals[0], 直した値="令和7年4月2日")

    found = ticked(answers, proposals)

    assert found.proposals == []
    assert "「直した値」が今の提案と違うため" in found.refused[0]


def test_a_word_that_is_no_tick__is_refused(messy_office):
    proposals = proposals_of(messy_office)
    both = Answers((*answers_of(proposals[0], 直す="あとで").rows, *answers_of(proposals[1]).rows))

    found = ticked(both, proposals)

    assert found.proposals == [proposals[1]]
    assert "「直す」が○でないため" in found.refused[0]


def test_rows_that_share_their_number__are_told_by_their_cell():
    """Two members of a family with the same stray blank: only the one that is ticked."""
    column = FamilyMember.columns[column_index(FamilyMember, "occupation")]
    one = Proposal(
        FamilyMember,
        2,
        "R7-0001",
        column,
        "F2",
        "会社員 ",
        "会社員",
        "前後の空白があります。",
        "N35",
        True,
    )
    two = replace(one, row_number=3, cell="F3")

    assert ticked(answers_of(two), [one, two]).proposals == [two]
    assert ticked(answers_of(two), [replace(one, cell="F7", row_number=7)]).proposals
    moved = [replace(one, cell="F8"), replace(two, cell="F9")]
    assert ticked(answers_of(two), moved).proposals == []


@pytest.mark.parametrize("place", ["messy_office", "faulty_office"])
def test_once_everything_is_written__nothing_is_proposed(place, request):
    """The register's own cells, sure and supposed; what is written is read as what it is."""
    path = request.getfixturevalue(place) / "支援台帳.xlsx"
    book = open_workbook(path)
    cells = {n: list(rows_of(read_sheet(book, n, path), path)) for n in book.sheet_names}
    tables = register_from(cells, cells.__getitem__, path, TODAY).register.tables
    proposals = proposals_of(path.parent)

    for change in changes_of(proposals):
        row = cells[change.row_type.sheet][change.row_number - 1]
        for key, (old, new) in change.cells.items():
            column = tables[change.row_type].positions[key]
            assert row[column] == old
            row[column] = "" if to_cell(new) is None else to_cell(new)

    assert proposals
    assert tidy(register_from(cells, cells.__getitem__, path, TODAY).register) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" a ", "〔空白〕a〔空白〕"),
        ("a b　c", "a b　c"),
        ("a\n\nb", "a〔改行〕〔改行〕b"),
        ("a\u200bb", "a〔見えない文字〕b"),
        ("a\u00a0b", "a〔空白〕b"),
    ],
)
def test_what_nobody_sees__is_shown_by_name(text, shown):
    assert visible(text) == shown
