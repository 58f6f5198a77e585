"""What is remembered of the monthly forms: events without personal data, and the forms as sent."""

import json
from datetime import date
from hashlib import sha256

import pytest

from juso.adapters.form_ledger import (
    archive,
    note_events,
    one_at_a_time,
    read_events,
    read_version,
    version_path,
)
from juso.adapters.form_workbook import write_form
from juso.adapters.office import Office
from juso.core.calendar import FiscalYear, Month
from juso.core.errors import JusoError
from juso.koshu.tally.cover import sample_cover
from juso.koshu.tally.items import form
from juso.koshu.tally.submission import Event, Step
from written_register import CONFIG

YEAR = FiscalYear(2025)
STORE = "保管/月次報告.jsonl"


def event(step=Step.RECEIVE, sha256="ab", **facts):
    known = {"by": "係", "at": date(2025, 7, 8)} | facts
    return Event(step, "W1", YEAR, 1, sha256, Month.parse("R7.6"), **known)


EVENTS = (
    event(sent_on=date(2025, 7, 7), changed=("A01/R7.4",)),
    event(Step.RETURN, reasons=3),
    event(Step.SETTLE),
    event(Step.EXPLAIN, item="A01", reason="二重計上"),
    event(Step.REOPEN, reason="件数の誤り", until=date(2025, 7, 15)),
)


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "見本", CONFIG)


@pytest.fixture
def version(office, tmp_path):
    """A form that was received as version 1."""
    path = tmp_path / "届いた.xlsx"
    write_form(path, form("W1"), YEAR, {}, sample_cover(form("W1"), YEAR))
    mark = sha256(path.read_bytes()).hexdigest()
    archive(office, path, mark)
    return event(sha256=mark)


def test_ledger__gives_back_every_kind_of_event(office):
    note_events(office, EVENTS[:2])
    note_events(office, EVENTS[2:])

    assert read_events(office) == (EVENTS, ())


@pytest.mark.parametrize(
    "damage",
    ["{", "[]", {"step": "出荷"}, {"form": "W9"}, {"month": "6月"}, {"at": None}, {"version": "x"}],
    ids=str,
)
def test_ledger__damaged_line_is_said_and_costs_no_other(office, damage):
    note_events(office, EVENTS[:1])
    path = office.folder / STORE
    first = path.read_text("utf-8")
    bad = damage if isinstance(damage, str) else json.dumps(json.loads(first) | damage)
    path.write_text(f"{first}{bad}\n", "utf-8")
    note_events(office, EVENTS[1:2])
    events, damaged = read_events(office)

    assert events == EVENTS[:2]
    assert ["2行目は壊れているため" in sentence for sentence in damaged] == [True]


def test_version__is_read_under_a_name_people_know(office, version):
    reading = read_version(office, version)

    assert reading.file == "W1_介護（第1版）.xlsx"
    assert {finding.file for finding in reading.findings} == {reading.file}
    assert reading.path == str(version_path(office, version))


def test_version__that_is_gone_or_was_altered_is_said(office, version):
    path = version_path(office, version)
    path.write_bytes(path.read_bytes() + b" ")

    with pytest.raises(JusoError, match=r"介護（W1）の第1版の控え.*書き換えられています"):
        read_version(office, version)
    path.unlink()
    with pytest.raises(JusoError, match=r"介護（W1）の第1版の控えが.*にありません"):
        read_version(office, version)


def test_one_at_a_time__names_no_second_person_to_wait_for(office):
    second = one_at_a_time(office)
    with one_at_a_time(office), pytest.raises(JusoError, match="ほかの人が月次報告を受け付けて"):
        second.__enter__()


@pytest.mark.parametrize("spoilt", ['"version": 1e400', '"version": "1"', '"month": "R9.6"'])
def test_ledger__passes_over_a_line_that_says_what_cannot_be(office, spoilt):
    note_events(office, EVENTS[:1])
    store = office.folder / STORE
    key = spoilt.partition(":")[0]
    text = store.read_text("utf-8")
    was = next(part for part in text.strip("{}\n").split(", ") if part.startswith(key))
    store.write_text(text + text.replace(was, spoilt), "utf-8")
    events, damaged = read_events(office)

    assert list(events) == [EVENTS[0]]
    assert "2行目は壊れている" in damaged[0]
