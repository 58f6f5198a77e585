"""引継ぎパック: whose cases, in which order, what is promised, what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handover_sample import RULES_ASKED, TEXT, WORKER, pack, sample_register
from juso.core.errors import JusoError
from juso.koshu.confirmation import Reason
from juso.services.handover.worker import keys_in, workers
from tables import register

CASE = """
相談受付簿
| ケース番号 | 氏名       | 主担当機関 | 担当者   | 状態   | 次回予定日 | 主訴(本人の言葉) |
"""
ONE = f"{CASE}| R7-0001 | 甲野　一郎 | 包括 | 山田 太郎 | 支援中 | 2026-05-01 | 困った。 |"


def cases(text: str, worker: str, agency: str = "") -> list[str]:
    """`number  next day` of every card."""
    return [f"{card.case_no} {card.next_day}" for card in pack(text, worker, agency).cards]


@pytest.mark.parametrize(
    "typed",
    [
        "山田 太郎",
        "山田　太郎",
        "山田太郎",
        " 山田 太郎 ",
        "社会福祉士 山田 太郎",
        "社会福祉士山田太郎",
        "主任　相談支援員　山田　太郎",
        "ケアワーカー 山田 太郎",
        "山田 太郎、佐藤 花子",
    ],
)
@pytest.mark.parametrize("asked", ["山田太郎", "山田　太郎", "社会福祉士 山田太郎"])
def test_worker__is_the_same_however_typed(typed, asked):
    """Spaces, a post before the name and a second name in the cell make no difference."""
    text = f"""{CASE}
        | R7-0001 | 甲野　一郎 | 包括 | 山田 太郎 | 支援中 | 2026-05-01 | |
        | R7-0002 | 乙川　春子 | 包括 | {typed} | 支援中 | 2026-05-02 | |
        """

    assert [c.case_no for c in pack(text, asked).cards] == ["R7-0001", "R7-0002"]


@pytest.mark.parametrize("typed", ["山田 花子", "小山田 太郎", "太郎", "山田", "田 太郎", "主任"])
def test_worker__is_another(typed):
    """A longer name, a part of the name or a post alone is not counted."""
    text = f"""{CASE}
        | R7-0001 | 甲野　一郎 | 包括 | 山田 太郎 | 支援中 | 2026-05-01 | |
        | R7-0002 | 乙川　春子 | 包括 | {typed} | 支援中 | 2026-05-02 | |
        """

    assert [c.case_no for c in pack(text, "山田太郎").cards] == ["R7-0001"]


@pytest.mark.parametrize(
    ("agency", "typed", "noted"),
    [
        ("包括", "山田", "山田"),
        ("包括", "山田 太朗", "山田 太朗"),
        ("社協", "山田 太郎", "山田 太郎（社協）"),
        ("包括", "佐藤 花子", ""),
        ("社協", "山田", ""),
    ],
)
def test_worker__spellings_that_may_mean_the_same_are_named(agency, typed, noted):
    """Nothing is counted on a guess, and nothing is passed over without a word."""
    text = f"""{CASE}
        | R7-0001 | 甲野　一郎 | 包括 | 山田 太郎 | 支援中 | 2026-05-01 | |
        | R7-0002 | 乙川　春子 | {agency} | {typed} | 支援中 | 2026-05-02 | |
        """

    assert pack(text, "山田太郎", "包括").other_names == noted


@pytest.mark.parametrize(
    ("worker", "agency", "said"),
    [
        ("山田", "", "山田 太郎（包括）、山田 花子（社協）"),
        ("山田太朗", "", "山田 太郎（包括）"),
        ("鈴木", "", "山田 太郎（包括）、山田 花子（社協）"),
        ("山田花子", "包括", "台帳にいるのは、山田 花子（社協）です"),
        ("山田太郎", "社会協", "という機関は「関係機関マスタ」にありません"),
        ("山田太郎", "社協会", "近いものは、社協です"),
        ("", "", "担当者が分かりません"),
        ("　", "", "担当者が分かりません"),
        (None, None, "担当者が分かりません"),
    ],
)
def test_worker__nobody_is_answered_with_who_there_is(worker, agency, said):
    """The sentence names those who are meant, or those who lead open cases."""
    text = f"""{CASE}
        | R7-0001 | 甲野　一郎 | 包括 | 山田 太郎 | 支援中 | 2026-05-01 | |
        | R7-0002 | 乙川　春子 | 社協 | 山田 花子 | 支援中 | 2026-05-02 | |
        """

    with pytest.raises(JusoError, match=said):
        pack(text, worker, agency)


def test_worker__of_two_agencies_is_asked_for_by_agency():
    """The same name at two agencies needs --agency, by any of the agency's names."""
    text = f"""
        関係機関マスタ
        | 機関コード | 正式名               | 略称 | 別名         |
        | C01        | 甲州市社会福祉協議会 | 社協 | 市社協、協会 |
        {CASE}
        | R7-0001 | 甲野　一郎 | 包括 | 山田 太郎 | 支援中 | 2026-05-01 | |
        | R7-0002 | 乙川　春子 | 社協 | 山田 太郎 | 支援中 | 2026-05-02 | |
        """

    with pytest.raises(JusoError, match="包括と社協にいます。`--agency 包括` のように"):
        pack(text, "山田太郎")
    for agency in ("社協", "甲州市社会福祉協議会", "協会", " 市社協"):
        assert cases(text, "山田太郎", agency) == ["R7-0002 R8.5.2　次回予定日"]


def test_workers__are_shown_as_they_are_mostly_written():
    """One line per name and agency, without posts."""
    text = f"""{CASE}
        | R7-0001 | 甲野　一郎 | 包括 | 社会福祉士 山田太郎 | 支援中 | | |
        | R7-0002 | 乙川　春子 | 包括 | 山田 太郎 | 支援中 | | |
        | R7-0003 | 乙川　春子 | 包括 | 山田 太郎・佐藤 花子 | 支援中 | | |
        | R7-0004 | 乙川　春子 | | 佐藤 花子 | 支援中 | | |
        """

    assert [str(w) for w in workers(register(text))] == [
        "佐藤 花子（）",
        "佐藤 花子（包括）",
        "山田 太郎（包括）",
    ]


def test_keys__of_blank_cells():
    """An empty cell names nobody."""
    assert keys_in(None) == keys_in("") == keys_in(" 、") == frozenset()


def test_cases__open_ones_by_their_next_day():
    """Ended and suspended ones are left out; the earliest thing due decides, no day comes last."""
    text = f"""{CASE}
        | R7-0001 | 甲野　一郎 | 包括 | 山田 太郎 | 支援中 | 2026-05-01 | |
        | R7-0002 | 乙川　春子 | 包括 | 山田 太郎 | 支援中 |            | |
        | R7-0003 | 丙山　三郎 | 包括 | 山田 太郎 | 支援中 | 2026-06-01 | |
        | R7-0004 | 丁田　四郎 | 包括 | 山田 太郎 | 終結   |            | |
        | R7-0005 | 戊谷　五郎 | 包括 | 山田 太郎 | 中断   |            | |
        | R7-0006 | 己村　六郎 | 包括 | 山田 太郎 | 受付   | 2026-03-01 | |
        支援プラン
        | プラン番号  | ケース番号 | プラン種別 | モニタリング予定日 | 支援終了予定日 | 状態   |
        | P-R7-0003-1 | R7-0003    | 窓口単独   | 2026-04-10         | 2026-12-31     | 実施中 |
        プラン明細
        | プラン番号  | 行番号 | 支援内容   | 担当機関 | 担当者    | 期日       | 進捗   |
        | P-R7-0003-1 | 1      | 同行する。 | 包括     | 山田 太郎 | 2026-04-08 | 未着手 |
        """

    made = pack(text, "山田太郎")
    assert cases(text, "山田太郎") == [
        "R7-0006 R8.3.1　次回予定日",
        "R7-0003 R8.4.8　支援内容の期日",
        "R7-0001 R8.5.1　次回予定日",
        "R7-0002 予定の日付がありません。引継ぎのときに決めてください。",
    ]
    assert [card.is_late for card in made.cards] == [True, False, False, False]
    assert [(r.number, r.case[:7]) for r in made.receipts] == [
        (1, "R7-0006"),
        (2, "R7-0003"),
        (3, "R7-0001"),
        (4, "R7-0002"),
    ]


def test_promises__not_yet_kept_by_day():
    """Of contacts the last one counts; of plans the worker's own open lines, whoever leads."""
    assert [f"{p.due} {p.case[:7]} {p.content} {p.origin}" for p in pack().promises] == [
        "R8.3.25 R7-0001 手すりの見積りを届ける。 支援経過 R8.3.10",
        "R8.6.30 R7-0005 認定の申請に同行する。 P-R7-0005-1 行1",
        "R8.8.31 R7-0001 移動販売を紹介する。 P-R7-0001-1 行1",
        "未定 R7-0002 避難先に付き添う。 支援経過 R8.3.30",
    ]


def test_next_action__says_which_other_agency_promised_it():
    """What another agency promised stands on the card, not among the worker's promises."""
    card = next(card for card in pack().cards if card.case_no == "R7-0003")

    assert card.next_action == "学校と話す。（期限：R8.4.8　自立相談支援）"


def test_deadlines__of_the_procedure():
    """Far days too: monitoring, end of plan, consent; what is near says what to do."""
    assert [f"{d.due} {d.case[:7]} {d.kind} {d.what}" for d in pack().deadlines] == [
        "R8.4.5 R7-0001 モニタリング モニタリング予定日（令和8年4月5日）が近づいています。"
        "本人と振り返り、「評価・終結票」に評価を入力してください。",
        "R8.4.20 R7-0001 同意期限 本人の同意の期限です。",
        "R8.9.30 R7-0001 プランの終了 支援終了予定日です。",
    ]


def test_referrals__held_by_the_worker_first():
    """● marks the ball on this side; what is received and met is over."""
    assert [f"{r.number} {r.state}".replace("\n", " ") for r in pack().referrals] == [
        "H-R7-0002 初回接触待ち ●地域包括支援センター　架空 花子（5営業日）",
        "H-R7-0001 受領待ち 自立相談支援　見本 次郎（6営業日）",
        "H-R7-0004 受領待ち ［学校・勤務先等］（5営業日）",
    ]


def test_referrals__follow_up_of_what_is_over():
    """A つなぎ that arrived is still the sender's until the follow-up is written down."""
    text = f"""{ONE}
        つなぎ・引継票
        | 引継番号  | ケース番号 | 種別   | 引継元機関 | 引継元担当 | 引継先機関 | 依頼日     | 受領日     | 初回接触予定日 | 初回接触確認日 | フォロー予定日 | フォロー結果 | 同意確認 |
        | H-R7-0001 | R7-0001    | 窓口間 | 包括       | 山田 太郎  | 社協       | 2026-03-02 | 2026-03-03 | 2026-03-10     | 2026-03-10     | 2026-04-20     |              | 同意あり（書面） |
        | H-R7-0002 | R7-0001    | 窓口間 | 包括       | 山田 太郎  | 社協       | 2026-03-02 | 2026-03-03 | 2026-03-10     | 2026-03-10     | 2026-03-20     | 順調。       | 同意あり（書面） |
        """

    assert [(r.number, r.state) for r in pack(text, "山田太郎").referrals] == [
        ("H-R7-0001", "フォロー待ち\n●包括　山田 太郎")
    ]


def test_decisions__not_carried_out():
    """By day, with those on cases of others; what is overdue says so."""
    assert [f"{d.due} {d.number} {d.state}" for d in pack().decisions] == [
        "R8.3.20 SK-R7-02-01 進行（期限超過）",
        "R8.4.30 SK-R7-02-02 未",
    ]


def test_remarks__confirmed_ones_stand_with_their_reason():
    """On the worker's cases only; what is confirmed is not among the open ones."""
    before = [f"{r.case[:7]} {r.place}" for r in pack(rules=RULES_ASKED).remarks]
    reason = Reason(
        "PLAN-001",
        "支援プラン",
        "P-R7-0001-1",
        "当面の目標",
        "「当面の目標」が18字で、具体的ではありません。いつまでに何がどうなるかを書いてください。",
        "本人の言葉どおりに残す。",
    )
    made = pack(reasons=(reason,), rules=RULES_ASKED)

    assert "R7-0001 支援プラン\nG2 当面の目標" in before
    assert {case[:7] for case in before} <= {"R7-0001", "R7-0002", "R7-0003"}
    assert [f"{r.case[:7]} {r.place}" for r in made.remarks] == [
        place for place in before if "当面の目標" not in place
    ]
    assert [(c.place, c.reason, c.confirmed) for c in made.confirmed] == [
        ("支援プラン\nG2 当面の目標", "本人の言葉どおりに残す。", "R8.3.30\n架空 花子")
    ]


def test_remarks__the_gravest_first():
    """要修正 before 要確認."""
    severities = [r.severity for r in pack(rules=RULES_ASKED).remarks]

    assert severities == sorted(severities, key=["要修正", "要確認"].index)
    assert set(severities) == {"要修正", "要確認"}


def test_meetings__of_the_cases_with_their_records():
    """The latest first, with the name the record's file has."""
    assert [f"{m.held_on} {m.file} {m.state}" for m in pack().meetings] == [
        "R8.3.12 案件別記録_SK-R7-02_案件2_R7-0001.docx 案",
        "R7.7.10 案件別記録_SK-R7-01_案件1_R7-0002.docx 確定",
    ]


def test_receipts__a_line_for_everything_somebody_must_take():
    """Own cases first; what the worker has on a case of others, or on none, is a line too."""
    text = (
        TEXT
        + "| SK-R7-02 | | SK-R7-02-04 | 研修を開く。 | 地域包括支援センター | 架空 花子 | | 未 |"
    )
    assert [f"{r.number} {r.case} {r.what}".replace("\n", " ") for r in pack(text).receipts] == [
        "1 R7-0001 甲野　一郎 主担当",
        "2 R7-0003 乙川　夏美 主担当",
        "3 R7-0002 乙川　春子 主担当",
        "4 R7-0005 丙山　三郎 プランの支援内容、つなぎ・引継ぎ、会議の決定事項",
        "5 SK-R7-02-04 会議の決定事項",
    ]


def test_empty__a_worker_with_nothing_in_hand():
    """Somebody whose cases are all closed has nothing to hand over."""
    text = f"""{CASE}
        | R7-0001 | 甲野　一郎 | 包括 | 山田 太郎 | 終結 | | |
        """

    assert pack(text, "山田太郎").is_empty
    assert not pack(ONE, "山田太郎").is_empty


def test_discretion__no_telephone_and_no_address():
    """Of a protected household neither area nor school; names stand."""
    said = str(replace(pack(rules=RULES_ASKED), identifiers=()))

    for hidden in ("0553-00-0001", "090-0000-0002", "8802", "9001", "下岩崎", "勝沼", "小学校"):
        assert hidden not in said, hidden
    card = next(card for card in pack().cards if card.case_no == "R7-0002")
    assert card.contact_care == "郵送不可。電話は［電話番号］に夜だけ。"
    assert card.caution.startswith("支援措置（DV等）の対象")
    assert "おとかわ" in said


def test_discretion__the_protected_member_protects_the_household():
    """R7-0003 bears no mark of its own."""
    by_number = {card.case_no: card.caution for card in pack().cards}

    assert by_number["R7-0001"] == ""
    assert by_number["R7-0003"].startswith("支援措置（DV等）の対象（本人又は同じ世帯の人）")


def test_counts__of_the_summary():
    """What is on the first page adds up."""
    made = pack()

    assert made.case_counts == "3件（うち取扱注意2件、緊急度「即日」1件）"
    assert made.duty_counts == f"約束{len(made.promises)}件、期日の来る手続{len(made.deadlines)}件"
    assert made.other_counts == "つなぎ・引継ぎ3件、会議の決定事項2件"


def test_case__without_a_name():
    """None is nobody's name: the card asks for it, every list says that it is missing."""
    made = pack(ONE.replace("甲野　一郎", ""), "山田太郎")

    assert made.cards[0].name is None
    assert made.receipts[0].case == "R7-0001\n（氏名未入力）"


def test_pack__changes_nothing_in_the_register():
    """Nothing is reassigned: the register is only read."""
    book = sample_register()
    before = [table.rows for table in book.tables.values()]
    pack()

    assert [table.rows for table in sample_register().tables.values()] == before
    assert pack(worker=WORKER) == pack(worker=WORKER)
