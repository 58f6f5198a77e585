"""Requests are taken once, in order, and nothing found in the inbox can hurt."""

import logging
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.adapters.inbox import OTHER_FORMAT, Inbox, RequestError, decode, parse
from request_files import encode, request_text, write_request

DAY = 24 * 3600.0


@pytest.fixture
def said():
    return []


@pytest.fixture
def inbox(tmp_path, said):
    """The inbox of 山田, whose clock is this machine's."""
    return Inbox(tmp_path / "inbox", user="山田", clock=time.time, say=said.append)


def put(inbox, *args, **facts):
    """Write a request of 山田's."""
    return write_request(inbox.folder, *args, **{"user": "山田"} | facts)


def test_a_request_arrives_as_the_ribbon_sent_it(inbox):
    """Paths with Japanese, blanks and characters beyond the first plane survive."""
    place = "\\\\sv\\福祉 総合\\𠮷野（写）\\支援台帳.xlsx"
    path = put(inbox, id="agenda.3", choice="SK-R7-03", book=place, hwnd=-5, readonly=1)

    request = inbox.take(path)

    assert request.command == "agenda"
    assert (request.choice, request.book, request.hwnd) == ("SK-R7-03", place, -5)
    assert (request.sheet, request.cells) == ("相談受付簿", "$G$12:$G$14")
    assert (request.read_only, request.user) == (True, "山田")
    assert request.number == path.stem


def test_line_ends_may_be_of_either_kind(inbox):
    request = inbox.take(put(inbox, request_text(user="山田").replace("\r\n", "\n")))

    assert request
    assert not request.read_only


def test_requests_wait_oldest_first(inbox):
    """By age, then by number: 9 comes before 10."""
    put(inbox, age=1, name="20260331090000-3.req")
    put(inbox, age=30, name="20260331090000-7.req")
    for number in ("10", "9"):
        path = put(inbox, name=f"20260331090000-{number}.req")
        os.utime(path, (2e9, 2e9))

    assert [path.stem[15:] for path in inbox.requests()] == ["7", "3", "9", "10"]


def test_half_written_and_foreign_files_do_not_wait(inbox):
    (inbox.folder / "20260331090000-1.tmp").touch()
    (inbox.folder / "メモ.txt").touch()
    (inbox.folder / "20260331090000-2.req").mkdir()
    (inbox.folder / "20260331090000-3.req").symlink_to("/etc/hostname")

    assert inbox.requests() == []


def test_an_inbox_that_is_gone_holds_nothing(tmp_path):
    inbox = Inbox(tmp_path / "ある" / "inbox", user="", clock=time.time)
    inbox.taken.rmdir()
    inbox.folder.rmdir()

    assert inbox.requests() == []
    assert inbox.take(inbox.folder / "20260331090000-1.req") is None


def test_a_taken_request_is_set_aside_before_it_is_read(inbox):
    """A worker that dies while running it will not find it again."""
    path = put(inbox)

    assert inbox.take(path)
    assert not path.exists()
    assert (inbox.taken / path.name).is_file()
    assert inbox.requests() == []
    assert inbox.take(path) is None


def test_a_copy_of_a_taken_request_is_ignored(inbox):
    """Also by the worker that comes after."""
    path = put(inbox)
    assert inbox.take(path)
    again = Inbox(inbox.folder, user="山田", clock=time.time)
    for _ in range(2):
        path.write_bytes((inbox.taken / path.name).read_bytes())
        assert again.take(path) is None

    assert again.requests() == []


@pytest.mark.parametrize("age", [61, 3600, -61, -3600])
def test_a_stale_request_is_ignored(inbox, said, age):
    """One from the future was written before the clock was set back."""
    assert inbox.take(put(inbox, age=age)) is None
    assert said == []


@pytest.mark.parametrize("age", [0, 50, -50])
def test_a_fresh_request_is_taken(inbox, age):
    assert inbox.take(put(inbox, age=age))


@pytest.mark.parametrize("user", ["", "佐藤", "山田 ", "山"])
def test_another_users_request_is_ignored(inbox, user):
    assert inbox.take(put(inbox, user=user)) is None


def test_another_format_is_ignored_and_said(inbox, said):
    """The user pressed a button of another version's add-in and waits."""
    assert inbox.take(put(inbox, heading="juso 2")) is None
    assert said == [OTHER_FORMAT]


SOUND = request_text(user="山田")


UNREADABLE = {
    "empty": b"",
    "zeros": b"\0" * 40,
    "UTF-16": SOUND.encode("utf-16"),
    "a line twice": SOUND + "choice=\r\n",
    "a line unknown": SOUND + "colour=1\r\n",
    "a line missing": SOUND.replace("cells=$G$12:$G$14\r\n", ""),
    "a path as id": SOUND.replace("id=check.sheet", "id=../check"),
    "no id": SOUND.replace("id=check.sheet", "id="),
    "hwnd in hex": SOUND.replace("hwnd=0", "hwnd=0x10"),
    "endless hwnd": SOUND.replace("hwnd=0", "hwnd=" + "9" * 30),
    "neither yes nor no": SOUND.replace("readonly=0", "readonly=2"),
    "a formula as cells": SOUND.replace("$G$12", "=CMD|"),
    "no hex": SOUND.replace("sheet=76F8", "sheet=76G8"),
    "half a unit": SOUND.replace("sheet=76F8", "sheet=76F"),
    "NUL": SOUND.replace("sheet=76F8", "sheet=0000"),
    "another heading": SOUND.replace("juso 1", "jusou 1"),
    "no heading": SOUND.replace("juso 1\r\n", ""),
    "code page 932": SOUND.encode("ascii").replace(b"check", "点検".encode("cp932")),
    "too large": SOUND + "\r\n" * 40_000,
}


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_request_is_ignored(inbox, said, data):
    """Set aside all the same, and nobody is bothered."""
    assert data != SOUND
    path = put(inbox, data)

    assert inbox.take(path) is None
    assert inbox.requests() == []
    assert said == []


def test_a_file_whose_name_is_no_number_is_ignored_and_not_named_in_the_log(inbox, caplog):
    """A file name may hold anything, also a name."""
    caplog.set_level(logging.INFO)

    assert inbox.take(put(inbox, name="架空花子の件.req")) is None
    assert "番号なし" in caplog.text
    assert "花子" not in caplog.text


def test_why_a_request_is_ignored_is_noted_once(inbox, caplog):
    """What cannot be moved is tried again with every look, but does not fill the log."""
    caplog.set_level(logging.INFO)
    inbox.taken.rmdir()
    inbox.taken.write_bytes(b"")
    path = put(inbox)

    assert [inbox.take(path) for _ in range(3)] == [None] * 3
    assert path.exists()
    assert [r.getMessage().split("：")[0] for r in caplog.records] == [
        f"要求 {path.stem} を実行しません"
    ]


def test_purge_forgets_after_a_week(inbox):
    """Requests taken and halves of requests; never one that waits."""
    ages = {"1": 8 * DAY, "2": 6 * DAY}
    for number, age in ages.items():
        inbox.take(put(inbox, age=age, name=f"20260331090000-{number}.req"))
        part = put(inbox, age=age, name=f"20260331090000-{number}a.req")
        part.rename(part.with_suffix(".tmp"))
    waiting = put(inbox, age=8 * DAY)

    inbox.purge()

    assert [path.stem for path in inbox.taken.iterdir()] == ["20260331090000-2"]
    assert sorted(path.name for path in inbox.folder.glob("*.*")) == sorted(
        ["20260331090000-2a.tmp", waiting.name]
    )


@given(st.text(st.characters(exclude_characters="\0")))
def test_any_text_survives_the_encoding(text):
    """Half a surrogate pair, too: Windows allows it in a file name."""
    assert decode(encode(text)) == text


def test_a_lone_surrogate_survives_the_encoding():
    assert decode(encode("台帳\ud842.xlsx")) == "台帳\ud842.xlsx"


ANY_LINE = st.sampled_from(SOUND.splitlines()) | st.text(max_size=30)
ANY_BYTES = st.binary(max_size=300) | st.lists(ANY_LINE, max_size=14).map(
    lambda lines: "\r\n".join(lines).encode("utf-8", "surrogatepass")
)


@given(ANY_BYTES)
def test_any_bytes_are_a_request_or_a_reason(data):
    """Nothing else ever comes out of the reader."""
    try:
        request = parse(data, "1")
    except RequestError as error:
        assert str(error)
    else:
        assert request.command.isalpha()


@given(data=ANY_BYTES)
def test_any_bytes_in_a_file_leave_the_inbox_empty(tmp_path_factory, data):
    inbox = Inbox(Path(tmp_path_factory.mktemp("any")), user="山田", clock=time.time)

    inbox.take(put(inbox, data))

    assert inbox.requests() == []
