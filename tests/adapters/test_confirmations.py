"""確認済みメモ on the share: what was added stays, whatever happens."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from juso.adapters import jsonl_store
from juso.adapters.confirmations import (
    append_confirmations,
    read_confirmations,
    store_of,
)
from juso.adapters.office import Office
from juso.core.errors import JusoError
from juso.koshu.confirmation import Confirmation
from written_register import CONFIG

ADDIN = Path(jsonl_store.__file__).parents[2]


def entry(number=7, reason="訪問で確認", **values):
    key = f"R7-{number:04}"
    message = "最終接触から75日が経過しています。"
    place = ("CASE-012", "相談受付簿", key, "状態")
    return Confirmation(*place, message, reason, "窓口 太郎", date(2026, 3, 31), values, "")


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "見本", CONFIG)


def test_store__gives_back_what_was_added_oldest_first(office):
    append_confirmations(office, [entry(7, 状態="支援中")])
    append_confirmations(office, [entry(8), entry(7, "")])
    history = read_confirmations(office)

    assert list(history) == [entry(7, 状態="支援中"), entry(8), entry(7, "")]
    assert history.damaged == ()


def test_store__is_empty_until_something_is_confirmed(office):
    append_confirmations(office, [])

    assert list(read_confirmations(office)) == []
    assert not store_of(office).exists()


@given(st.text(), st.dictionaries(st.text(max_size=5), st.text(), max_size=3))
def test_store__keeps_any_text(tmp_path_factory, text, values):
    """Line feeds, quotation marks and any script."""
    if any("\ud800" <= letter <= "\udfff" for letter in text + str(values)):
        return
    office = Office(tmp_path_factory.mktemp("見本"), CONFIG)
    append_confirmations(office, [entry(7, text, **values)])

    assert list(read_confirmations(office)) == [entry(7, text, **values)]


@pytest.mark.parametrize("cut", range(1, 300, 7))
def test_half_written_line__is_reported_and_costs_no_other(office, cut):
    """Somebody pulled the plug: what comes after stands on a line of its own."""
    append_confirmations(office, [entry(7), entry(8)])
    path = store_of(office)
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    cut_off = read_confirmations(office)
    append_confirmations(office, [entry(9)])
    after = read_confirmations(office)

    assert cut_off.entries == after.entries[:-1]
    assert after.entries[-1] == entry(9)
    assert path.read_bytes().startswith(whole[:-cut])
    is_readable = cut == 1 or whole[:-cut].endswith(b"\n")
    assert [("書きかけ" in s, "2行目" in s or "1行目" in s) for s in cut_off.damaged] == (
        [] if is_readable else [(True, True)]
    )
    assert len(after.damaged) == len(cut_off.damaged)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '"rule"',
        "12",
        "null",
        '{"rule": "CASE-012"}',
        "\x00\x01",
        "[" * 5000,
        json.dumps({"at": "きのう", "values": {}}),
        "＜壊れた行＞",
    ],
)
def test_damaged_line__is_skipped_with_a_sentence(office, line):
    append_confirmations(office, [entry(7)])
    path = store_of(office)
    path.write_bytes(path.read_bytes() + line.encode() + b"\n\xff\xfe\n\n")
    append_confirmations(office, [entry(8)])
    history = read_confirmations(office)

    assert list(history) == [entry(7), entry(8)]
    assert [re.search(r"の(\d+)行目は壊れているため", s)[1] for s in history.damaged] == ["2", "3"]


@pytest.mark.parametrize("value", [3, None, ["x"], {"a": "b"}])
def test_damaged_line__with_something_else_than_text(office, value):
    append_confirmations(office, [entry(7)])
    path = store_of(office)
    line = json.loads(path.read_text("utf-8"))
    for changed in ({"reason": value}, {"values": {"状態": value}}):
        path.write_text(json.dumps(line | changed) + "\n", "utf-8")
        assert (read_confirmations(office).entries, len(read_confirmations(office).damaged)) == (
            (),
            1,
        )


def test_fields_of_a_later_version__are_passed_over_and_stay(office):
    append_confirmations(office, [entry(7)])
    path = store_of(office)
    line = json.loads(path.read_text("utf-8")) | {"確認欄": {"a": [1]}}
    path.write_text(json.dumps(line) + "\n", "utf-8")
    append_confirmations(office, [entry(8)])

    assert list(read_confirmations(office)) == [entry(7), entry(8)]
    assert json.loads(path.read_text("utf-8").splitlines()[0]) == line


def test_a_file_saved_with_a_mark_by_an_editor__is_read(office):
    append_confirmations(office, [entry(7)])
    path = store_of(office)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert list(read_confirmations(office)) == [entry(7)]


ADDING = """
import sys
from datetime import date
from pathlib import Path
from juso.adapters.confirmations import append_confirmations
from juso.adapters.office import Office
from juso.koshu.confirmation import Confirmation
from juso.koshu.config import Config
from juso.core.calendar import FiscalYear
office = Office(Path(sys.argv[1]), Config(FiscalYear(2025)))
for number in range(20):
    c = Confirmation("R", "S", f"{number}", "C", "m" * 2000, "訪問で確認", sys.argv[2], date(2026, 3, 31))
    append_confirmations(office, [c])
"""


def test_people_at_the_same_time__lose_nothing(office):
    people = ["太郎", "次郎", "三郎"]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ADDING, str(office.folder), name],
            env={**os.environ, "PYTHONPATH": str(ADDIN)},
        )
        for name in people
    ]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    history = read_confirmations(office)

    assert history.damaged == ()
    assert sorted((e.by, int(e.key)) for e in history) == sorted(
        (name, number) for name in people for number in range(20)
    )


def test_somebody_who_does_not_let_go__is_named_in_a_sentence(office, monkeypatch):
    monkeypatch.setattr(jsonl_store, "WAIT", 0.05)
    append_confirmations(office, [entry(7)])
    with FileLock(store_of(office).with_suffix(".lock")), pytest.raises(JusoError) as caught:
        append_confirmations(office, [entry(8)])

    assert "ほかの人が書き込んでいます" in str(caught.value)
    assert list(read_confirmations(office)) == [entry(7)]


def test_full_disk__leaves_the_store_as_it_was(office, monkeypatch):
    append_confirmations(office, [entry(7)])
    before = store_of(office).read_bytes()

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(jsonl_store.os, "fsync", full)
    with pytest.raises(JusoError, match="空き容量"):
        append_confirmations(office, [entry(8), entry(9)])

    assert store_of(office).read_bytes() == before


def test_a_folder_in_the_place_of_the_store__is_a_sentence(office):
    store_of(office).mkdir(parents=True)

    with pytest.raises(JusoError, match="読めません"):
        read_confirmations(office)
    with pytest.raises(JusoError, match="書き込めません"):
        append_confirmations(office, [entry(7)])
