"""催促 and the wall: who owes what, and whether it came in time."""

from dataclasses import replace
from datetime import date

import pytest

from form_tables import YEAR, read
from juso.core.calendar import Month
from juso.koshu.config import Config
from juso.koshu.tally.submission import Event, Life, Status, Step
from juso.services.merge import merge
from juso.services.tally.background import Background
from juso.services.tally.completeness import rates
from juso.services.tally.records import Records
from juso.services.tally.reminder import Owed, body, owed, subject

ANSWER = date(2025, 8, 20)


def at(text):
    return date.fromisoformat(text)


def form(code, month="R7.6", sent="2025-07-08"):
    reading = read("", code, month)
    cover = replace(reading.cover, submitted_on=at(sent))
    return replace(reading, sha256=f"sha-{code}", findings=(), cover=cover)


def step(name, code, month, day, sent=""):
    sent_on = at(sent) if sent else None
    return Event(
        Step(name), code, YEAR, 1, f"sha-{code}", Month.parse(month), "係", at(day), sent_on
    )


def merged(today, *steps, codes=("W1", "W2"), **how):
    """Two windows of which one may never have reported."""
    lives = {}
    for event in steps:
        lives.setdefault(event.form, Life(event.form, YEAR)).take(event)
    forms = [form(code, **how) for code in codes]
    background = Background(records=Records(lives, {r.sha256: r for r in forms}))
    return merge(forms, YEAR, today=at(today), expected=("W1", "W2"), background=background)


@pytest.mark.parametrize(
    ("today", "steps", "codes", "expected"),
    [
        ("2025-07-10", (), ("W1", "W2"), []),
        ("2025-08-10", (), ("W1", "W2"), []),
        ("2025-08-11", (), ("W1", "W2"), ["W1 介護：未提出 R7.7", "W2 障害：未提出 R7.7"]),
        ("2025-07-11", (), ("W1",), ["W2 障害：未提出 R7.4～R7.6"]),
        (
            "2025-07-11",
            (step("受付", "W1", "R7.6", "2025-07-08"), step("差戻し", "W1", "R7.6", "2025-07-09")),
            ("W1", "W2"),
            ["W1 介護：差戻し中 R7.4～R7.6"],
        ),
    ],
)
def test_owed__from_the_day_after_the_deadline(today, steps, codes, expected):
    found = owed(merged(today, *steps, codes=codes).completeness, at(today))

    assert [one.line for one in found] == expected


def test_text__has_months_deadline_and_sender():
    [one] = owed(merged("2025-07-11", codes=("W1",)).completeness, at("2025-07-11"))
    text = body(one, Config(YEAR), at("2025-07-11"), ANSWER)

    assert "月次報告（障害　令和7年度）" in subject(one, YEAR)
    assert "令和7年6月分（提出期限 令和7年7月10日、1日経過）" in text
    assert "令和8年" not in text
    assert "令和7年8月20日（水）までに" in text
    assert text.startswith("福祉あんしん相談センター　月次報告ご担当者様")
    assert text.endswith("甲州市　福祉総合支援課\n重層的支援体制整備事業 担当")


@pytest.mark.parametrize(
    ("steps", "sent", "expected"),
    [
        ((), "2025-07-08", [None, None, True]),
        ((), "2025-05-08", [True, True, True]),
        ((), "2025-07-11", [None, None, False]),
        ((step("受付", "W1", "R7.6", "2025-07-10"),), "2025-07-31", [False, False, True]),
        (
            (step("受付", "W1", "R7.6", "2025-07-15", "2025-07-09"),),
            "2025-07-09",
            [False, False, True],
        ),
        ((step("受付", "W1", "R7.6", "2025-07-15", "2025-07-11"),), "2025-07-11", [False] * 3),
    ],
)
def test_on_time__by_receipt_or_by_the_day_of_sending(steps, sent, expected):
    """Of a file nobody received only its last 提出日 is known."""
    found = merged("2025-07-20", *steps, codes=("W1",), sent=sent).completeness

    assert [s.on_time for s in found if s.window == "W1"][:3] == expected


def test_status__is_the_one_on_record():
    steps = (step("受付", "W1", "R7.6", "2025-07-08"), step("確定", "W1", "R7.4", "2025-07-09"))
    found = merged("2025-08-11", *steps).completeness
    by_form = {c: [s for s in found if s.window == c][:4] for c in ("W1", "W2")}

    assert [s.status for s in by_form["W1"]] == ["確定", "受付", "受付", "未提出"]
    assert [s.version for s in by_form["W1"]] == [1, 1, 1, None]
    assert [s.status for s in by_form["W2"]] == ["提出", "提出", "提出", "未提出"]
    assert by_form["W1"][0].to_json()["status"] == "確定"


def test_rates__count_what_is_due():
    """Three of four months are there; one is known to be in time, two nobody knows."""
    found = merged("2025-08-11", codes=("W1",)).completeness
    mine = [s for s in found if s.window == "W1"]

    assert rates(mine).texts == ("75%", "50%")
    assert rates([s for s in mine if s.status is Status.MISSING and not s.is_due]).texts == (
        "－",
        "－",
    )


def test_reminder__of_one_single_month():
    april = Month.parse("R7.4")

    assert Owed("W1", (), (april,)).last == april
