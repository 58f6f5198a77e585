"""The buttons of ケースの道具 and つなぎボード, from the press in VBA to cells and files."""

from __future__ import annotations

import shutil
from datetime import datetime

import pytest

from juso.adapters.board_sheet import BOARD
from juso.adapters.match_sheet import MATCHES
from juso.adapters.tidy_sheet import TIDY
from juso.core.cells import to_cell
from juso.core.sheet import column_index
from juso.koshu.sheets import Case
from messy_register import MESSES, NAME, SUPPOSED
from office.place import Place, cells_of
from sent_forms import filled_in, lock, people

pytestmark = pytest.mark.office
TICK = TIDY.place("直す") + 1
STATE = column_index(Case, "state") + 1


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


@pytest.fixture
def messy(messy_office, open_book, clerk, tmp_path):
    """A register with untidy cells, open."""
    del clerk
    folder = shutil.copytree(messy_office, tmp_path / "甲州市 事業所")
    return open_book(folder / "支援台帳.xlsx")


def rows_of(book, sheet) -> list[list[object]]:
    rows = book.sheets[sheet.title].used_range.options(ndim=2, empty="").value
    return [row for row in rows[sheet.first_row - 1 :] if any(row)]


def line_of(book, cell: str) -> int:
    """Where 整え speaks of a cell of 相談受付簿."""
    rows = rows_of(book, TIDY)
    found = (i for i, row in enumerate(rows) if (row[2], row[3]) == (Case.sheet, cell))
    return TIDY.first_row + next(found)


def select(book, row: int) -> None:
    """Put the cursor into a row of 相談受付簿."""
    book.sheets[Case.sheet].activate()
    book.sheets[Case.sheet].range((row, 3), (row, 3)).select()


def test_tidy_lists_what_could_be_put_right(place, messy):
    before = cells_of(messy)

    sentence = place.answer(messy, "tidy")

    assert f"確かなもの{len(MESSES)}件に○を付けました" in sentence
    ticked = {row[3] for row in rows_of(messy, TIDY) if row[0] == "○"}
    assert ticked == {mess.cell for mess in MESSES}
    assert messy.sheets.active.name == TIDY.title
    assert cells_of(messy) == before


def test_tidy_writes_what_is_ticked_and_undo_brings_back_the_very_texts(place, messy, clerk):
    """A day into a cell for text, whole lists, a text that looks like a number; one left out."""
    cases, tidy = messy.sheets[Case.sheet], messy.sheets[TIDY.title]
    cells = {mess: cases.range(mess.cell) for mess in (*MESSES, SUPPOSED, NAME)}
    before = cells_of(messy)
    values = {mess: cell.value for mess, cell in cells.items()}
    formats = {mess: cell.number_format for mess, cell in cells.items()}
    place.answer(messy, "tidy")
    left = MESSES[-1]
    tidy.range((line_of(messy, left.cell), TICK)).value = None
    tidy.range((line_of(messy, SUPPOSED.cell), TICK)).value = "○"
    clerk.will_answer("yes")

    sentence = place.answer(messy, "tidy.apply", "apply")

    assert sentence.startswith(f"{len(MESSES)}か所を直しました。")
    for mess in (*MESSES[:-1], SUPPOSED):
        meant = to_cell(mess.meant)
        wanted = datetime.combine(meant, datetime.min.time()) if hasattr(meant, "year") else meant
        assert cells[mess].value == wanted, mess
        assert type(cells[mess].value) in (type(wanted), float), mess
    assert cells[NAME].value == NAME.typed
    assert cells[left].value == left.typed
    assert [row[3] for row in rows_of(messy, TIDY)] == [left.cell]
    assert rows_of(messy, TIDY)[0][0] == ""
    after = cells_of(messy)
    assert {name for name in before if after[name] != before[name]} == {Case.sheet}

    assert "元に戻しました" in place.answer(messy, "undo")

    assert cells_of(messy) == before
    assert {mess: cell.value for mess, cell in cells.items()} == values
    assert {mess: cell.number_format for mess, cell in cells.items()} == formats


def test_tidy_asks_before_it_writes(place, messy, clerk):
    place.answer(messy, "tidy")
    before = cells_of(messy)
    clerk.will_answer("no")

    sentence = place.answer(messy, "tidy.apply", "apply")

    assert "台帳は変わっていません" in sentence
    assert "R7.4.1 → 2025/4/1" in clerk.alerts[-1]["prompt"]
    assert cells_of(messy) == before


def test_a_cell_that_changed_after_the_list_was_made_is_left(place, messy, clerk):
    first = MESSES[0]
    place.answer(messy, "tidy")
    messy.sheets[Case.sheet].range(first.cell).value = "R7.4.2"
    clerk.will_answer("yes")

    sentence = place.answer(messy, "tidy.apply", "apply")

    assert "1か所は直していません。" in sentence
    assert messy.sheets[Case.sheet].range(first.cell).value == "R7.4.2"
    assert first.cell in clerk.alerts[-1]["prompt"]


def test_board_shows_who_has_the_ball(place, open_office):
    book, _ = open_office
    before = cells_of(book)

    sentence = place.answer(book, "board")

    rows = rows_of(book, BOARD)
    assert sentence.startswith(f"完了していないつなぎ・引継ぎは{len(rows)}件です。")
    assert book.sheets.active.name == BOARD.title
    assert cells_of(book) == before


def test_match_lists_pairs_and_remembers_what_was_decided(place, open_office):
    """A decision with its reason is kept, and the pair is not asked about again."""
    book, folder = open_office
    asked = make_one_person_of_two_rows(book)
    before = cells_of(book)
    place.answer(book, "match")
    sheet, place_of = book.sheets[MATCHES.title], MATCHES.place
    pairs = [
        {row[place_of("ケース番号")], row[place_of("相手の番号")]} for row in rows_of(book, MATCHES)
    ]
    line = pairs.index(asked)
    for label, text in (("判断", "別人"), ("理由", "本人に確認した")):
        sheet.range((MATCHES.first_row + line, place_of(label) + 1)).value = text

    sentence = place.answer(book, "match")

    assert sentence.startswith("1件の判断を覚えました。")
    assert book.sheets.active.name == MATCHES.title
    assert cells_of(book) == before
    store = "".join(p.read_text("utf-8") for p in (folder / "保管").glob("*.jsonl"))
    assert all(number in store for number in map(str, asked))


def make_one_person_of_two_rows(book) -> set[object]:
    """Type the first named person into the row below, too; the numbers of both."""
    cases = book.sheets[Case.sheet]
    places = [column_index(Case, key) + 1 for key in ("name", "kana", "born_on", "sex", "address")]
    names = cases.range((2, places[0]), (30, places[0])).value
    row = 2 + next(i for i, name in enumerate(names) if name)
    for column in places:
        cases.range((row + 1, column)).value = cases.range((row, column)).value
    return {cases.range((row, 1)).value, cases.range((row + 1, 1)).value}


def test_forms_are_made_for_a_new_case_and_for_the_selected_one(place, open_office):
    book, folder = open_office
    before = cells_of(book)
    number = book.sheets[Case.sheet].range((5, 1)).value

    place.answer(book, "form")
    place.answer(book, "form.noconsent", "noconsent")
    select(book, 5)
    sentence = place.answer(book, "form.case", "case")

    made = sorted(path.name for path in (folder / "出力" / "受付票").glob("*.xlsx"))
    assert len(made) == 3
    assert f"受付票_{number}.xlsx" in made
    assert f"受付票_{number}.xlsx" in sentence
    assert cells_of(book) == before


def test_forms_that_came_in_are_taken_and_taken_back(place, open_office, clerk):
    """One as it is, one with a password that is typed into a box."""
    book, folder = open_office
    for name, rows in zip(("票1", "票2"), people(2), strict=True):
        filled_in(folder, folder / "受付票" / f"{name}.xlsx", rows, f"U-{name[-1]}")
    lock(folder / "受付票" / "票2.xlsx", "hana-2026")
    before = cells_of(book)
    clerk.will_answer("hana-2026", "yes")

    sentence = place.answer(book, "intake")

    assert "新しい相談2件" in sentence
    after = cells_of(book)
    assert Case.sheet in {name for name in before if after[name] != before[name]}
    assert (
        len(rows_below_heading(after[Case.sheet]))
        == len(rows_below_heading(before[Case.sheet])) + 2
    )
    assert "票2.xlsx" in clerk.alerts[0]["prompt"]

    assert "元に戻しました" in place.answer(book, "undo")
    assert cells_of(book) == before


def rows_below_heading(cells) -> list[object]:
    return [row for row in cells[1:] if row[0]]


def test_handover_of_the_worker_of_the_selected_case(place, open_office):
    book, folder = open_office
    before = cells_of(book)
    states = book.sheets[Case.sheet].range((2, STATE), (40, STATE)).value
    select(book, 2 + states.index("支援中"))

    sentence = place.answer(book, "handover")

    (path,) = (folder / "出力" / "引継ぎ").glob("*.docx")
    assert path.name in sentence
    assert cells_of(book) == before


def test_a_case_must_be_selected(place, open_office):
    book, _ = open_office
    book.sheets["はじめに"].activate()

    assert "相談が選ばれていません" in place.answer(book, "handover")
