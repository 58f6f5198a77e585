"""What a run writes into clerks' sheets can be taken back, also after a kill."""

import json
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fake_book import FakeBook, Formula
from juso.adapters.journal import Journal, Restored
from juso.adapters.live_book import LiveBook, as_text
from juso.adapters.patch import Patch, patch_of
from juso.core.errors import JusoError

NOW = datetime(2026, 3, 31, 17, 0)
DAY = date(2026, 4, 1)


@pytest.fixture
def fake():
    book = FakeBook("支援台帳.xlsx", "決定事項", "会議案件")
    book.sheets["決定事項"].cells = {
        (2, 3): "JU-R7-01-01",
        (2, 4): "見守り",
        (2, 7): date(2026, 3, 1),
    }
    return book


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path / "保管" / "元に戻す.json", "office-1")


def patches(book):
    live = LiveBook(book)
    return [
        patch_of(live, ("決定事項", 2, 4), [["声かけ", 3, None, DAY]], [3]),
        patch_of(live, ("決定事項", 3, 3), [["JU-R7-01-02"], ["JU-R7-01-03"]], [3]),
    ]


def write(journal, book):
    journal.write(LiveBook(book), "collect", patches(book), NOW)


def test_undo_puts_old_values_back(journal, fake):
    before = {sheet.name: dict(sheet.cells) for sheet in fake.sheets}
    write(journal, fake)
    assert fake.sheets["決定事項"].cells[2, 4] == "声かけ"

    assert journal.undo(LiveBook(fake)) == Restored(5, 0)

    assert {sheet.name: sheet.cells for sheet in fake.sheets} == before


def test_undo_leaves_what_was_changed_since(journal, fake):
    write(journal, fake)
    fake.sheets["決定事項"].cells[2, 4] = "声かけと訪問"

    restored = journal.undo(LiveBook(fake))

    assert (restored.cells, restored.left) == (4, 1)
    assert fake.sheets["決定事項"].cells[2, 4] == "声かけと訪問"


def test_undo_touches_no_cell_beside_those_it_wrote(journal, fake):
    """A formula typed since into the rectangle stays one, and is not written to at all."""
    write(journal, fake)
    fake.sheets["決定事項"].cells[2, 5] = Formula("=1+41")
    written = []
    put = LiveBook.put

    class Watching(LiveBook):
        def put(self, *facts):
            written.append(facts[:3])
            put(self, *facts)

    journal.undo(Watching(fake))

    assert ("決定事項", 2, 5) not in written
    assert fake.sheets["決定事項"].cells[2, 5] == "=1+41"


@pytest.mark.parametrize("by", [1, 3])
def test_undo_finds_rows_that_have_moved(journal, fake, by):
    """A clerk inserts rows above: the numbers tell where the decisions are now."""
    before = dict(fake.sheets["決定事項"].cells)
    write(journal, fake)
    cells = fake.sheets["決定事項"].cells
    fake.sheets["決定事項"].cells = {(row + by, column): v for (row, column), v in cells.items()}

    assert journal.undo(LiveBook(fake)) == Restored(5, 0)

    moved = {(row + by, column): value for (row, column), value in before.items()}
    assert fake.sheets["決定事項"].cells == moved


def test_undo_leaves_rows_it_cannot_tell(journal, fake):
    """Another row stands where the decision was, with some of the same words."""
    write(journal, fake)
    fake.sheets["決定事項"].cells[2, 3] = "JU-R7-09-09"
    before = dict(fake.sheets["決定事項"].cells)

    restored = journal.undo(LiveBook(fake))

    assert (restored.cells, restored.left) == (2, 3)
    assert fake.sheets["決定事項"].cells == {
        place: value for place, value in before.items() if place[0] == 2
    }


def test_a_sheet_that_is_gone_stops_nothing(journal, fake):
    write(journal, fake)
    entry = json.loads(journal.path.read_text("utf-8"))
    journal.path.write_text(json.dumps(entry | {"state": "書込み中"}), "utf-8")
    fake.sheets.remove(fake.sheets["決定事項"])

    assert journal.heal(LiveBook(fake)).cells == 0
    assert journal.heal(LiveBook(fake)) is None


def test_undo_twice_says_there_is_nothing(journal, fake):
    write(journal, fake)
    journal.undo(LiveBook(fake))

    with pytest.raises(JusoError, match="元に戻せる操作がありません"):
        journal.undo(LiveBook(fake))


def test_a_failing_write_takes_everything_back(journal, fake):
    before = dict(fake.sheets["決定事項"].cells)
    fake.fail_at = 2

    with pytest.raises(RuntimeError):
        write(journal, fake)

    assert fake.sheets["決定事項"].cells == before
    assert journal.heal(LiveBook(fake)) is None


def test_after_a_kill_the_next_click_takes_back_what_was_written(journal, fake):
    before = dict(fake.sheets["決定事項"].cells)
    write(journal, fake)
    entry = json.loads(journal.path.read_text("utf-8"))
    journal.path.write_text(json.dumps(entry | {"state": "書込み中"}), "utf-8")
    fake.sheets["決定事項"].cells.pop((4, 3))  # the kill came before the last cell

    assert journal.heal(LiveBook(fake)) == Restored(4, 0)

    assert fake.sheets["決定事項"].cells == before


def test_the_entry_is_on_disk_before_the_first_cell(journal, fake):
    seen = []

    class Watching(LiveBook):
        def put(self, *facts):
            seen.append(json.loads(journal.path.read_text("utf-8"))["state"])
            super().put(*facts)

    journal.write(Watching(fake), "collect", patches(fake), NOW)

    assert seen == ["書込み中", "書込み中"]
    assert json.loads(journal.path.read_text("utf-8"))["state"] == "済"


def test_a_formula_is_kept_as_a_formula(fake):
    fake.sheets["決定事項"].cells[2, 4] = Formula("=A1+1")

    patch = patch_of(LiveBook(fake), ("決定事項", 2, 4), [["声かけ"]], [3])

    assert patch.old == [["\0=A1+1"]]


def test_a_number_in_a_cell_for_text_brings_its_format_and_takes_it_away(journal, fake):
    """Excel would make a text of it; a text that stands there is written as it is."""
    sheet = fake.sheets["決定事項"]
    sheet.cells |= {(2, 5): "R7.4.1", (2, 6): "００１"}
    sheet.formats = {(2, 5): "@", (2, 6): "@"}
    before = dict(sheet.cells)
    live = LiveBook(fake)
    patch = patch_of(live, ("決定事項", 2, 5), [[DAY, "001"]], [3], ["ge.m.d", "General"])

    journal.write(live, "tidy", [patch], NOW)

    assert (sheet.cells[2, 5], sheet.cells[2, 6]) == (DAY, "001")
    assert (sheet.format_of((2, 5)), sheet.format_of((2, 6))) == ("ge.m.d", "@")
    assert journal.undo(live) == Restored(2, 0)
    assert sheet.cells == before
    assert sheet.format_of((2, 5)) == "@"


def test_a_cell_changed_since_keeps_its_format(journal, fake):
    sheet = fake.sheets["決定事項"]
    sheet.cells[2, 5], sheet.formats[2, 5] = "R7.4.1", "@"
    live = LiveBook(fake)
    journal.write(live, "tidy", [patch_of(live, ("決定事項", 2, 5), [[DAY]], [3], ["d"])], NOW)
    sheet.cells[2, 5] = date(2026, 5, 1)

    assert journal.undo(live) == Restored(0, 1)

    assert (sheet.cells[2, 5], sheet.format_of((2, 5))) == (date(2026, 5, 1), "d")


@pytest.mark.parametrize("text", ["R7.4.1", "令和7年4月1日", "TRUE", "1,234", "#N/A", "3e5", "(5)"])
def test_a_text_that_excel_would_read_comes_back_as_the_text_it_was(journal, fake, text):
    sheet = fake.sheets["決定事項"]
    sheet.cells[2, 5] = text
    live = LiveBook(fake)
    journal.write(live, "tidy", [patch_of(live, ("決定事項", 2, 5), [["電話"]], [3])], NOW)

    journal.undo(live)

    assert sheet.cells[2, 5] == text
    assert as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["R7-0001", "0553番", "見守り", "12歳", "大正琴の会", "令和の会"])
def test_a_text_that_excel_leaves_alone_is_written_as_it_is(text):
    assert as_text(text) == text


def test_a_time_of_day_is_written_as_its_share_of_the_day(journal, fake):
    """Excel takes no other; what it gives back is a moment of its first day."""
    live = LiveBook(fake)
    patch = patch_of(live, ("決定事項", 2, 5), [[time(13, 30)]], [3], ["h:mm"])

    journal.write(live, "tidy", [patch], NOW)

    cells = fake.sheets["決定事項"].cells
    assert cells[2, 5] == 0.5625
    cells[2, 5] = datetime(1899, 12, 30, 13, 30)
    assert journal.undo(live) == Restored(1, 0)


def test_a_journal_of_an_older_release_can_be_undone(journal, fake):
    """It says nothing of number formats."""
    write(journal, fake)
    entry = json.loads(journal.path.read_text("utf-8"))
    for patch in entry["patches"]:
        del patch["formats"]
    journal.path.write_text(json.dumps(entry), "utf-8")

    assert journal.undo(LiveBook(fake)) == Restored(5, 0)


def test_another_office_and_a_damaged_journal(journal, fake):
    write(journal, fake)

    assert Journal(journal.path, "office-2").heal(LiveBook(fake)) is None
    with pytest.raises(JusoError, match="元に戻せる操作がありません"):
        Journal(journal.path, "office-2").undo(LiveBook(fake))
    journal.path.write_text("{", "utf-8")
    for run in (journal.heal, journal.undo):
        with pytest.raises(JusoError, match="壊れている"):
            run(LiveBook(fake))
    with pytest.raises(JusoError, match="壊れている"):
        write(journal, fake)
    assert journal.path.read_text("utf-8") == "{"


def written(value):
    return as_text(value) if isinstance(value, str) else value


CELL = st.one_of(
    st.just(""),
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.sampled_from(["=1+1", "'訪問", "001", "12/1", "-訪問", "+81", "@家"]),
    st.floats(-1e6, 1e6),
    st.dates(date(2022, 4, 1), date(2030, 3, 31)),
)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=6))
def test_write_and_undo_change_nothing(tmp_path_factory, cells):
    journal = Journal(tmp_path_factory.mktemp("元に戻す") / "a.json", "office-1")
    fake = FakeBook("支援台帳.xlsx", "決定事項")
    fake.sheets["決定事項"].cells = {
        (2, place): old for place, (old, _) in enumerate(cells, start=1) if old != ""
    }
    before = dict(fake.sheets["決定事項"].cells)
    new = [[None if wrote == "" else written(wrote) for _, wrote in cells]]
    live = LiveBook(fake)

    fake.sheets["決定事項"].cells[2, 9] = before[2, 9] = "JU-R7-01-01"
    journal.write(live, "collect", [patch_of(live, ("決定事項", 2, 1), new, [9])], NOW)
    journal.undo(live)

    assert fake.sheets["決定事項"].cells == before


def test_patches_keep_their_values_in_the_file(journal, fake):
    moment = datetime(2026, 3, 31, 9, 30)
    old, new = [["", 1.0, DAY, moment, True]], [["a", 2.0, DAY, None, False]]
    entry = [Patch("決定事項", 2, 1, old, new, [[(9, DAY, DAY)]])]

    journal.write(LiveBook(fake), "collect", entry, NOW)

    assert journal._read().patches == tuple(entry)
