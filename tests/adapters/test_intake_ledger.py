"""What is remembered of the forms that were taken: numbers, and the files as they were sent."""

from datetime import date
from hashlib import sha256

import pytest

from juso.adapters.intake_ledger import (
    archive,
    archived,
    note_receipts,
    one_at_a_time,
    read_receipts,
)
from juso.adapters.office import Office
from juso.core.errors import JusoError
from juso.koshu.received import Receipts, Received
from written_register import CONFIG

STORE = "保管/受付票.jsonl"


def entry(number=1, serial="K-1", **facts):
    known = {"at": date(2026, 3, 31), "by": "窓口 太郎", "sent_on": date(2026, 3, 27)} | facts
    return Received(serial, f"{number:064x}", f"R7-{number:04}", f"S{number:04}", **known)


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "見本", CONFIG)


def test_ledger__gives_back_what_was_noted_oldest_first(office):
    note_receipts(office, [entry(1)])
    note_receipts(office, [entry(2, sent_on=None), entry(1)])

    assert read_receipts(office) == ((entry(1), entry(2, sent_on=None), entry(1)), ())


def test_ledger__is_empty_until_something_is_taken(office):
    note_receipts(office, [])

    assert read_receipts(office) == ((), ())
    assert not (office.folder / STORE).exists()


@pytest.mark.parametrize(
    "line", ['{"serial": "K-1"}', '{"at": "2026-03-31"}', "[]", '"x"', "{", '{"serial": 1}']
)
def test_ledger__damaged_line_is_said_and_costs_no_other(office, line):
    note_receipts(office, [entry(1)])
    path = office.folder / STORE
    path.write_bytes(path.read_bytes() + line.encode() + b"\n")
    note_receipts(office, [entry(2)])
    entries, damaged = read_receipts(office)

    assert entries == (entry(1), entry(2))
    assert ["2行目は壊れているため" in sentence for sentence in damaged] == [True]


def test_receipts__know_the_latest_copy_of_a_form():
    receipts = Receipts([entry(1), entry(2), entry(3, "K-2")])

    assert [e.case_no for e in receipts.of_serial("K-1")] == ["R7-0001", "R7-0002"]
    assert [receipts.is_latest(e.sha256, e.serial) for e in receipts.entries] == [
        False, True, True,
    ]  # fmt: skip
    assert not receipts.is_latest("0", "K-9")


def sent(tmp_path, content=b"as it was sent", name="受付票.XLSX"):
    path = tmp_path / name
    path.write_bytes(content)
    return path, sha256(content).hexdigest()


def test_archive__keeps_the_very_bytes_once(office, tmp_path):
    path, mark = sent(tmp_path)
    place = archive(office, path, mark)

    assert place == office.folder / "保管" / "受付票" / f"{mark}.xlsx"
    assert place.read_bytes() == path.read_bytes()
    assert archive(office, path, mark) is None
    assert archived(office, mark) == place
    assert archived(office, "0" * 64) is None


def test_archive__refuses_a_file_that_changed_while_it_was_read(office, tmp_path):
    path, _ = sent(tmp_path)

    with pytest.raises(JusoError, match="書き換えられました"):
        archive(office, path, "0" * 64)
    assert archived(office, "0" * 64) is None


def test_one_at_a_time__names_no_second_person_to_wait_for(office):
    second = one_at_a_time(office)
    with one_at_a_time(office), pytest.raises(JusoError, match="ほかの人が受付票を取り込んで"):
        second.__enter__()
    with one_at_a_time(office):
        pass


def test_one_at_a_time__says_where_it_cannot_write(tmp_path):
    (tmp_path / "保管").write_bytes(b"")

    with pytest.raises(JusoError, match="書き込めません"), one_at_a_time(Office(tmp_path, CONFIG)):
        pass
