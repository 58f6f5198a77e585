"""Answers on a result sheet: what is read back, and what stays when the rows are made anew."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from juso.adapters.board_sheet import BOARD
from juso.adapters.file_workspace import FileWorkspace
from juso.adapters.listing import Answers, Link, Listing, answers_in, with_answers
from juso.adapters.match_sheet import MATCHES
from juso.adapters.reconcile_sheet import RECONCILED
from juso.adapters.result_blocks import listing_block
from juso.adapters.result_sheet import Field, Kind, ResultSheet
from juso.adapters.result_sheets import RESULT_SHEETS
from juso.adapters.tidy_sheet import TIDY
from juso.app import App
from juso.core.errors import JusoError

SHEET = ResultSheet(
    title="試し",
    button="試す",
    about="試しの一覧です。",
    empty="まだありません。",
    fields=(
        Field("印", 5, prompt="○を選びます。", choices=("○",)),
        Field("理由", 20, prompt="理由を書きます。"),
        Field("セル", 8, Kind.LINK),
        Field("値", 10),
    ),
    highlights=(),
    last_row=100,
    identity=("セル", "値"),
)
HEAD = ["印", "理由", "セル", "値"]


def listing(*rows: list[object]) -> Listing:
    return Listing(SHEET, rows, ["一", "二"], "試し")


def test_rows__are_told_by_whether_they_are_answered():
    rows = [["試し"], [""], HEAD, ["○", "", "G2", " 001 "], ["", "", "G3", 12.0], ["", "", "", ""]]

    found = answers_in(rows, SHEET, "表")

    assert found.rows == ({"印": "○", "理由": "", "セル": "G2", "値": "001"},)
    assert found.unanswered == ({"印": "", "理由": "", "セル": "G3", "値": "12"},)


def test_headings__may_stand_in_any_order_and_width():
    rows = [["値", "　セル ", "印", "理 由"], ["a", "G2", "", "電話で確認"]]

    (row,) = answers_in(rows, SHEET, "表").rows

    assert (row["値"], row["セル"], row["理由"]) == ("a", "G2", "電話で確認")


@pytest.mark.parametrize("rows", [[], [["試し"]], [["印", "理由", "値"], ["○", "", "a"]]])
def test_a_missing_heading__is_named(rows):
    with pytest.raises(JusoError, match=r"表 に見出し「.*セル.*」がありません。.*［試す］"):
        answers_in(rows, SHEET, "表")


def test_answers__stay_in_the_rows_that_are_still_there():
    """Also after the rows have changed places; a new row has what is proposed for it."""
    former = answers_in([HEAD, ["○", "見た", "G2", "a"], ["○", "", "G3", "b"]], SHEET, "表")
    now = listing(
        [None, None, Link("簿", "G9"), "z"],
        [None, None, Link("簿", "G3"), "b"],
        [None, None, Link("簿", "G2"), "a"],
        ["○", None, Link("簿", "G4"), "c"],
    )

    rows = with_answers(now, former)

    assert [row[:2] for row in rows] == [
        [None, None],
        ["○", None],
        ["○", "見た"],
        ["○", None],
    ]


def test_what_a_clerk_took_away__does_not_come_back():
    """A row that was ticked beforehand stays unticked."""
    former = answers_in([HEAD, ["", "", "G2", "a"]], SHEET, "表")
    now = listing(["○", None, Link("簿", "G2"), "a"])

    assert with_answers(now, former)[0][0] is None
    assert with_answers(now, Answers())[0][0] == "○"
    assert now.rows[0][0] == "○"


PLAIN = {"点検結果", "要対応", "月次実績", "提出状況"}  # their rows are made by result_blocks


@pytest.mark.parametrize(
    ("command", "office"),
    [("board", "small_office"), ("tidy", "messy_office"), ("match", "small_office")],
)
def test_every_listing__has_the_width_of_its_sheet(command, office, request, monkeypatch):
    """Also as the block that an open register gets."""
    shown: list[Listing] = []
    monkeypatch.setattr(
        FileWorkspace, "show_listing", lambda _, listing, __: shown.append(listing) or []
    )
    app = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))
    at = app.closed(request.getfixturevalue(office), quiet=True)

    app.match(at, "試験") if command == "match" else getattr(app, command)(at)

    (found,) = shown
    assert len(found.rows) > 0
    assert {len(row) for row in found.rows} == {found.sheet.width}
    assert {len(row) for row in listing_block(found.sheet, found.rows)} == {found.sheet.width}
    assert found.sheet in RESULT_SHEETS
    assert len(found.opening) == 2


def test_every_result_sheet__is_filled_by_somebody():
    """One of these listings, or a block of its own."""
    listed = {sheet.title for sheet in (BOARD, TIDY, MATCHES, RECONCILED)}

    assert {sheet.title for sheet in RESULT_SHEETS} == PLAIN | listed
