"""名寄せ as a sheet: what a clerk sees of a pair, and what the product reads of the answers."""

from datetime import date

import pytest

from juso.adapters.listing import Answers, Link
from juso.adapters.match_listing import NOTHING, match_listing, replies_in
from juso.adapters.match_sheet import DONE, MATCHES, NEXT
from juso.adapters.similarity import similar
from juso.koshu.match_decision import MatchDecision, Verdict
from juso.koshu.register import register_of
from juso.services.matching.decide import decide
from juso.services.matching.find import find
from juso.services.matching.hints import hints
from juso.services.matching.matters import matters
from planted_pairs import ROWS

TODAY = date(2026, 3, 31)
BY = ("窓口 太郎", TODAY)


def changed(**facts):
    """The planted rows with cells of R7-0001 changed."""
    return [ROWS[0].replace(**facts), *ROWS[1:]]


def listing(history=(), left=(), rows=ROWS):
    register = register_of(rows, TODAY)
    found = find(register, similar())
    listed = matters(found, hints(register), history)
    return match_listing(listed, left, found.skipped, register)


def rows_of(shown):
    return [dict(zip(MATCHES.labels, row, strict=True)) for row in shown.rows]


def row_of(shown, a, b=""):
    return next(r for r in rows_of(shown) if (r["ケース番号"], r["相手の番号"]) == (a, b))


def answer(shown, a, b, verdict, reason="住民票で確認した"):
    cells = row_of(shown, a, b) | {"判断": verdict, "理由": reason}
    texts = {label: cell if isinstance(cell, str) else "" for label, cell in cells.items()}
    return replies_in(Answers((texts,)))


def decided(a, b, verdict, history=(), rows=ROWS, **how):
    """What becomes of one answer."""
    register = register_of(rows, TODAY)
    listed = matters(find(register, similar()), hints(register), history)
    shown = match_listing(listed, (), (), register)
    return decide(answer(shown, a, b, verdict, **how), listed, list(history), *BY)


def test_listing__has_each_planted_pair_once_with_its_reasons():
    shown = listing()

    assert [(r["見込み"], r["ケース番号"], r["相手の番号"]) for r in rows_of(shown)] == [
        ("同一？", "R7-0005", "R7-0006"),
        ("同一？", "R7-0001", "R7-0002"),
        ("同世帯？", "R7-0003", "R7-0004"),
        ("8050？", "R7-0007", ""),
    ]
    assert shown.opening == [
        "令和8年3月31日現在。同じ人かもしれない組 2件、同じ世帯かもしれない組 1件、世帯の型の見込み 1件、判断済み 0件",
        "支援措置（DV等）の世帯と、その人かもしれない相談2件は、住所と電話では比べていません。",
    ]


def test_row__says_who_the_two_are_and_leads_to_their_cells():
    row = row_of(listing(), "R7-0001", "R7-0002")

    assert (
        row["本人"]
        == "髙橋 花子（たかはし はなこ）\n昭和18年3月2日生　介護　S0001\n塩山上於曽1085-1"
    )
    assert row["相手"].endswith("勝沼町勝沼5番地\n0553-00-1234")
    assert row["似ているところ"].splitlines() == [
        "よみが同じ",
        "氏名の書き方だけが違う（髙橋 花子／高橋　花子）",
        "生年月日が1桁違う（昭和13年3月2日／昭和18年3月2日）",
        "世帯番号が違う（S0001／S0002）",
    ]
    assert [type(row["セル"]), row["セル"].sheet] == [Link, "相談受付簿"]
    assert (row["セル"].cell[-1], row["相手のセル"].cell[-1]) == ("2", "3")


def test_row__of_a_protected_person_shows_no_address_or_phone():
    row = row_of(listing(), "R7-0005", "R7-0006")
    texts = "".join(cell for cell in row.values() if isinstance(cell, str))

    assert "取扱注意" in row["本人"]
    assert "取扱注意" in row["相手"]
    assert "初鹿野" not in texts
    assert "7777" not in texts
    assert "電話が同じ" not in texts


def test_row__of_a_hint_says_its_words_and_where_to_type():
    row = row_of(listing(), "R7-0007")

    assert "母（80代）" in row["似ているところ"]
    assert row["相手"].endswith("（実施計画1「8050」）")
    assert f"相談受付簿の{row['セル'].cell}（複合課題類型）に「8050」を足して" in row[NEXT]


def test_nothing_to_ask__is_said():
    shown = listing(rows=ROWS[:1])

    assert shown.rows == []
    assert shown.opening[1] == NOTHING


@pytest.mark.parametrize(
    ("pair", "verdict"),
    [
        (("R7-0001", "R7-0002"), "同一"),
        (("R7-0001", "R7-0002"), "別人"),
        (("R7-0001", "R7-0002"), " 同 世帯 "),
        (("R7-0003", "R7-0004"), "同世帯"),
        (("R7-0003", "R7-0004"), "別世帯"),
        (("R7-0003", "R7-0004"), "同一"),
        (("R7-0007", ""), "当たらない"),
    ],
)
def test_answer__is_stored_with_who_and_when_and_not_asked_again(pair, verdict):
    taken = decided(*pair, verdict)
    after = listing(taken.decisions)

    assert taken.refused == ()
    (stored,) = taken.decisions
    assert (stored.by, stored.at, stored.reason) == (*BY, "住民票で確認した")
    last = rows_of(after)[-1]
    assert (last["ケース番号"], last["相手の番号"]) == pair
    assert last[NEXT].startswith(
        f"{DONE}：{stored.verdict}（令和8年3月31日 窓口 太郎）住民票で確認した"
    )
    assert "判断済み 1件" in after.opening[0]


@pytest.mark.parametrize(
    ("pair", "verdict", "reason", "said"),
    [
        (("R7-0001", "R7-0002"), "同一", "", "理由がありません"),
        (("R7-0001", "R7-0002"), "同一", "確認", "短すぎます（5字以上）"),
        (("R7-0001", "R7-0002"), "同一", "番号は123456789012でした", "個人番号"),
        (("R7-0001", "R7-0002"), "", "住民票で確認", "「判断」を選んでください"),
        (("R7-0001", "R7-0002"), "たぶん", "住民票で確認", "ここでは選べません"),
        (("R7-0001", "R7-0002"), "当たらない", "住民票で確認", "ここでは選べません"),
        (("R7-0003", "R7-0004"), "別人", "住民票で確認", "「同一」「同世帯」「別世帯」から選んで"),
        (("R7-0007", ""), "同世帯", "住民票で確認", "「当たらない」から選んで"),
        (("R7-0001", "R7-0002"), "取消", "", "覚えている判断がない"),
    ],
)
def test_answer__that_does_not_fit_is_refused_and_left(pair, verdict, reason, said):
    taken = decided(*pair, verdict, reason=reason)
    row = row_of(listing(left=taken.left), *pair)

    assert taken.decisions == ()
    assert len(taken.refused) == 1
    assert said in taken.refused[0]
    assert taken.refused[0].startswith(pair[0])
    assert row["判断"] == verdict
    assert row["理由"] == (None if "個人番号" in said else reason)


def test_answer__stored_already_is_not_stored_twice():
    first = decided("R7-0001", "R7-0002", "別人").decisions
    again = decided("R7-0001", "R7-0002", "別人", first)
    other = decided("R7-0001", "R7-0002", "別人", first, reason="本人に確認した")

    assert (again.decisions, again.refused) == ((), ())
    assert [d.reason for d in other.decisions] == ["本人に確認した"]


def test_withdrawal__asks_again_and_says_nothing_twice():
    first = decided("R7-0001", "R7-0002", "別人").decisions
    back = decided("R7-0001", "R7-0002", "取消", first, reason="").decisions
    history = [*first, *back]
    twice = decided("R7-0001", "R7-0002", "取消", history, reason="")

    assert [d.verdict for d in back] == [Verdict.TAKEN_BACK]
    assert row_of(listing(history), "R7-0001", "R7-0002")[NEXT] == ""
    assert (twice.decisions, twice.refused) == ((), ())


def test_numbers_the_other_way_round__are_the_same_pair():
    register = register_of(ROWS, TODAY)
    listed = matters(find(register, similar()), (), ())
    (reply,) = answer(listing(), "R7-0001", "R7-0002", "同一")
    turned = type(reply)("R7-0002", "R7-0001", "", "同一", reply.reason, reply.shown)

    assert len(decide([turned], listed, [], *BY).decisions) == 1


def test_two_answers__to_one_pair_are_refused():
    register = register_of(ROWS, TODAY)
    listed = matters(find(register, similar()), (), ())
    shown = listing()
    replies = [
        *answer(shown, "R7-0001", "R7-0002", "同一"),
        *answer(shown, "R7-0001", "R7-0002", "別人"),
    ]

    assert "2つ以上" in decide(replies, listed, [], *BY).refused[0]


def test_answer_to_an_old_listing__is_refused_where_the_register_has_changed():
    now = register_of(changed(born_on=date(1938, 3, 3)), TODAY)
    listed = matters(find(now, similar()), (), ())
    replies = answer(listing(), "R7-0001", "R7-0002", "別人")

    taken = decide(replies, listed, [], *BY)
    assert taken.decisions == ()
    assert "台帳の内容が変わりました" in taken.refused[0]


def test_answer_about_a_case_that_is_gone__is_refused():
    replies = answer(listing(), "R7-0001", "R7-0002", "別人")

    assert "いまの一覧にありません" in decide(replies, [], [], *BY).refused[0]


def test_decision__comes_back_when_what_was_compared_changes():
    first = decided("R7-0001", "R7-0002", "別人").decisions
    same = listing(
        first, rows=changed(name="高橋花子", note="電話した", address="塩山上於曽1085番地の1")
    )
    other = listing(first, rows=changed(born_on=date(1938, 3, 3)))
    row = row_of(other, "R7-0001", "R7-0002")

    assert row_of(same, "R7-0001", "R7-0002")[NEXT].startswith(DONE)
    assert row[NEXT].splitlines() == [
        "前の判断：別人（令和8年3月31日 窓口 太郎）住民票で確認した",
        "R7-0001の生年月日が「昭和18年3月2日」から「昭和13年3月3日」に変わりました。もう一度判断してください。",
    ]


def test_decision_that_joined__comes_back_when_the_two_look_alike_no_more():
    one = decided("R7-0001", "R7-0002", "同一").decisions
    not_one = decided("R7-0001", "R7-0002", "別人").decisions
    rows = changed(name="戊井 泉", kana="ぼい いずみ")

    assert "もう一度判断" in row_of(listing(one, rows=rows), "R7-0001", "R7-0002")[NEXT]
    assert row_of(listing(not_one, rows=rows), "R7-0001", "R7-0002")[NEXT].startswith(DONE)


def test_decision_about_a_case_that_left_the_register__is_no_row():
    stored = MatchDecision("R7-0001", "R7-9999", "", Verdict.SAME, "住民票で確認", *BY)

    assert len(listing([stored]).rows) == 4


@pytest.mark.parametrize("verdict", ["同一", "同世帯"])
def test_household_decided_to_be_one__says_which_number_to_type_where(verdict):
    pair = ("R7-0003", "R7-0004")
    first = decided(*pair, verdict).decisions
    row = row_of(listing(first), *pair)
    mended = [r.replace(household_no="S0003") if r.key == "R7-0004" else r for r in ROWS]

    cell = row["相手のセル"].cell
    assert row[NEXT].splitlines()[1] == (
        f"R7-0004の世帯番号（相談受付簿 {cell}）をS0003にそろえてください。"
    )
    assert "世帯番号" not in row_of(listing(first, rows=mended), *pair)[NEXT]


def test_person_decided_to_be_one__says_what_is_still_written_in_two_ways():
    pair = ("R7-0001", "R7-0002")
    first = decided(*pair, "同一").decisions
    row = row_of(listing(first), *pair)
    assert row[NEXT].splitlines()[2] == "生年月日が違います。正しい方にそろえてください。"


@pytest.mark.parametrize("household_no", ["S0001", "S0002"])
def test_person_decided_to_be_one__is_not_asked_about_once_it_is_typed_alike(household_no):
    pair = ("R7-0001", "R7-0002")
    first = decided(*pair, "同一").decisions
    alike = changed(born_on=date(1938, 3, 2), household_no=household_no)
    unlike = changed(born_on=date(1938, 3, 3), household_no=household_no)

    assert "生年月日" not in row_of(listing(first, rows=alike), *pair)[NEXT]
    assert row_of(listing(first, rows=alike), *pair)[NEXT].startswith(DONE)
    assert "もう一度判断" in row_of(listing(first, rows=unlike), *pair)[NEXT]
