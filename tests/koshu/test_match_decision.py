"""名寄せの判断: what counts, what has changed since, what is a reason."""

from datetime import date

import pytest

from juso.koshu.match_decision import MatchDecision, Verdict, in_force, objection

VALUES = {
    "R7-0001の氏名": "甲野花子",
    "R7-0001の生年月日": "昭和18年3月2日",
    "R7-0001の住所": "ab12",
}


def decision(verdict=Verdict.OTHER, b="R7-0002", about="", **facts):
    facts = {"reason": "本人に確認した", "values": VALUES} | facts
    return MatchDecision("R7-0001", b, about, verdict, by="窓口", at=date(2026, 3, 31), **facts)


def test_latest_decision__of_a_place_counts():
    first, second = decision(), decision(Verdict.SAME)
    hint = decision(Verdict.NOT, b="", about="8050")

    assert in_force([first, hint, second]) == {hint.place: hint, second.place: second}


def test_withdrawal__takes_all_before_it_back():
    back = decision(Verdict.TAKEN_BACK, reason="", values={})

    assert in_force([decision(), decision(Verdict.SAME), back]) == {}
    assert in_force([decision(), back, decision()]) == {decision().place: decision()}


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({}, ""),
        (
            {"R7-0001の氏名": "甲野花代"},
            "R7-0001の氏名が「甲野花子」から「甲野花代」に変わりました",
        ),
        ({"R7-0001の生年月日": ""}, "R7-0001の生年月日が「昭和18年3月2日」から空欄に変わりました"),
        ({"R7-0001の住所": "cd34"}, "R7-0001の住所が変わりました"),
        (
            {"R7-0001の氏名": "甲" * 31},
            "R7-0001の氏名が変わりました",
        ),
        (
            {"R7-0001の住所": "", "R7-0001の氏名": "甲野花代"},
            "R7-0001の氏名が「甲野花子」から「甲野花代」に変わりました、R7-0001の住所が変わりました",
        ),
    ],
)
def test_change__is_said_without_address_or_phone(now, said):
    assert decision().change(VALUES | now) == said


def test_change__of_what_is_no_longer_compared_is_none():
    """支援措置 was noted since: address and phone are not compared any more."""
    assert decision().change({"R7-0001の氏名": "甲野花子"}) == ""


@pytest.mark.parametrize("reason", ["本人に確認した", "住民票で確認", "12345"])
def test_reason__of_five_letters_is_one(reason):
    assert objection(reason) == ""


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "理由がありません"),
        ("確認済", "短すぎます"),
        ("……。。、、", "短すぎます"),
        ("番号123456789012で確認", "個人番号"),
    ],
)
def test_reason__that_is_none_says_why(reason, said):
    assert said in objection(reason)
