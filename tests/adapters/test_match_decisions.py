"""名寄せの判断 on the share: what was decided is read back as it was, or missed in a sentence."""

import json
from datetime import date

import pytest

from juso.adapters.match_decisions import append_decisions, read_decisions, store_of
from juso.adapters.office import Office
from juso.koshu.match_decision import MatchDecision, Verdict
from written_register import CONFIG


def decision(verdict=Verdict.OTHER, b="R7-0002", about="", **values):
    facts = ("本人に確認した\n「改行」", "窓口 太郎", date(2026, 3, 31), values)
    return MatchDecision("R7-0001", b, about, verdict, *facts)


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "見本", CONFIG)


def test_store__gives_back_what_was_added_oldest_first(office):
    made = [
        decision(**{"R7-0001の氏名": "甲野花子"}),
        decision(Verdict.NOT, b="", about="8050"),
        decision(Verdict.TAKEN_BACK),
    ]
    append_decisions(office, made[:2])
    append_decisions(office, made[2:])
    history = read_decisions(office)

    assert list(history) == made
    assert history.damaged == ()
    assert store_of(office).name == "名寄せ.jsonl"


def test_store__is_empty_until_something_is_decided(office):
    append_decisions(office, [])

    assert list(read_decisions(office)) == []
    assert not store_of(office).exists()


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "たぶん同一"},
        {"reason": 3},
        {"values": {"R7-0001の氏名": None}},
        {"values": None},
        {"at": "きのう"},
        {"b": ["R7-0002"]},
    ],
)
def test_damaged_line__is_said_and_costs_no_other(office, change):
    append_decisions(office, [decision()])
    path = store_of(office)
    line = json.loads(path.read_text("utf-8"))
    path.write_text(f"{json.dumps(line | change)}\n{json.dumps(line)}\n", "utf-8")
    history = read_decisions(office)

    assert list(history) == [decision()]
    assert len(history.damaged) == 1
    assert "1行目は壊れているため読めません。ほかの判断は生きています" in history.damaged[0]


def test_missing_field__is_damage_and_one_more_is_none(office):
    append_decisions(office, [decision()])
    path = store_of(office)
    line = json.loads(path.read_text("utf-8"))
    short = {key: value for key, value in line.items() if key != "about"}
    path.write_text(f"{json.dumps(short)}\n{json.dumps(line | {'確認欄': 1})}\n", "utf-8")

    assert list(read_decisions(office)) == [decision()]
    assert len(read_decisions(office).damaged) == 1


def test_address_and_phone__are_stored_as_marks_only(office):
    """The register may hide them one day; the store must not keep them."""
    from juso.adapters.similarity import similar
    from juso.koshu.register import register_of
    from juso.services.matching.find import find
    from juso.services.matching.matters import matters
    from planted_pairs import ROWS

    listed = matters(find(register_of(ROWS, date(2026, 3, 31)), similar()), (), ())
    facts = ("本人に確認した", "窓口", date(2026, 3, 31))
    made = [MatchDecision(*m.place, Verdict.OTHER, *facts, m.values) for m in listed]
    append_decisions(office, made)
    text = store_of(office).read_text("utf-8")

    assert "R7-0002の電話" in text
    assert not any(part in text for part in ("勝沼", "1085", "1234", "7777"))
