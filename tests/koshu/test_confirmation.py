"""確認済みメモ: which reasons will do, which entries count, and what is said to have changed."""

from datetime import date, timedelta

import pytest

from juso.koshu.confirmation import LASTS_DAYS, Confirmation, Reason, in_force, timeless

DAY = date(2026, 3, 31)
PLACE = ("CASE-012", "相談受付簿", "R7-0007", "状態")
STALE = "最終接触から75日が経過しています。"


def entry(reason="訪問で確認", message=STALE, line="", **values):
    return Confirmation(*PLACE, message, reason, "窓口 太郎", DAY, values, line)


@pytest.mark.parametrize(
    "text",
    [
        "訪問で確認",
        "入院中、8月退院予定",
        "電話で家族に確かめた",
        "確認のうえ現状維持",
        "R7.9.1に面談",
    ],
)
def test_reason__says_how_or_why(text):
    assert Reason(*PLACE, STALE, text).objection == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("OK", "理由が分かりません"),
        ("確認しました", "理由が分かりません"),
        ("問題ありませんでした。", "理由が分かりません"),
        ("特に 問題なし", "理由が分かりません"),
        ("入院中", "短すぎます（5字以上）"),
        ("同上", "短すぎます"),
        ("・・・・・・・・", "短すぎます"),
        ("本人 1234 5678 9012 で照会", "個人番号"),
    ],
)
def test_reason__that_tells_a_successor_nothing_is_refused(text, why):
    assert why in Reason(*PLACE, STALE, text).objection


def test_reason__a_personal_number_is_not_repeated():
    assert "1234" not in Reason(*PLACE, STALE, "番号は123456789012です").objection


@pytest.mark.parametrize("text", ["取消", "取消し", "取り消し", "取 消"])
def test_reason__can_take_back(text):
    assert Reason(*PLACE, STALE, text).takes_back


def test_timeless__leaves_days_counted_out_and_dates_in():
    assert timeless("受付から15日が経過") == timeless("受付から 140日が経過")
    assert timeless("期日（4月15日）") != timeless("期日（4月16日）")
    assert timeless("口頭同意から30日を経過（75日）") == timeless("口頭同意から30日を経過（76日）")


def test_in_force__the_last_entry_of_a_place_counts():
    old, new = entry("訪問で確認", 状態="継続"), entry("電話で確認", 状態="新規")

    assert in_force([old, new]) == {PLACE: [new]}


def test_in_force__a_withdrawal_leaves_nothing_until_it_is_confirmed_again():
    first, back, again = entry(), entry(""), entry("電話で確認")

    assert in_force([first, back]) == {}
    assert in_force([first, back, again]) == {PLACE: [again]}


def test_in_force__two_remarks_on_one_cell_stand_side_by_side_until_a_value_changes():
    one, two = (
        entry(message="受付日より前です。", 終結日="A"),
        entry(message="…後です。", 終結日="A"),
    )
    later = entry(message="…後です。", 終結日="B")

    assert in_force([one, two]) == {PLACE: [one, two]}
    assert in_force([one, two, later]) == {PLACE: [later]}


def test_in_force__the_same_remark_some_days_later_takes_the_place_of_the_first():
    later = entry("電話で確認", "最終接触から80日が経過しています。")

    assert in_force([entry(), later]) == {PLACE: [later]}


def test_in_force__rows_that_share_a_number_keep_their_own():
    one, two = entry(line="1", 期日="A"), entry(line="2", 期日="B")

    assert in_force([one, two]) == {PLACE: [one, two]}
    assert in_force([one, two, entry("", line="1")]) == {PLACE: [two]}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"初回接触確認日": "", "結果": "受理"}, ""),
        (
            {"初回接触確認日": "2025/5/1", "結果": "受理"},
            "「初回接触確認日」が空欄から「2025/5/1」に変わりました",
        ),
        (
            {"初回接触確認日": "2025/5/1", "結果": ""},
            "「初回接触確認日」が空欄から「2025/5/1」に、「結果」が「受理」から空欄に変わりました",
        ),
        ({"初回接触確認日": "あ" * 31, "結果": "受理"}, "「初回接触確認日」が別の文に変わりました"),
        ({"結果": "受理"}, ""),
    ],
)
def test_change__names_the_cells_with_what_they_held_and_hold(values, said):
    assert entry(初回接触確認日="", 結果="受理").change(STALE, values, DAY) == said


def test_change__of_the_message_alone_quotes_the_old_one():
    old = entry(message="家族構成が1行です。")

    assert old.change("家族構成が0行です。", {}, DAY) == (
        "指摘の内容が変わりました（前の指摘「家族構成が1行です。」）"
    )


def test_change__a_count_of_days_may_grow_for_some_time_only():
    last = DAY + timedelta(LASTS_DAYS)
    grown = f"最終接触から{75 + LASTS_DAYS}日が経過しています。"

    assert entry().change(grown, {}, last) == ""
    assert entry().change(grown, {}, last + timedelta(1)) == "30日が過ぎました"
    assert entry().change(STALE, {}, last + timedelta(1)) == ""  # a message that counts no days
