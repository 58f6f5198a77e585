"""What 要対応一覧 watches over: each kind of thing that slips, in the order of its weight."""

from __future__ import annotations

from dataclasses import dataclass

SOON_DAYS = 7  # from this many days before its day a thing is listed
DECISION_DAYS = 3  # 決定事項: a reminder three days before


@dataclass(frozen=True, slots=True)
class TodoKind:
    """One kind: when it is listed, what is to be done, and which clause asks for it."""

    name: str
    reason: str
    action: str
    basis: str
    days: int = SOON_DAYS


FIRST_RESPONSE = TodoKind(
    "緊急の初動",
    "緊急度の期限（即日・3日以内・2週間以内）が来ても、受付からの支援経過がないもの",
    "すぐに本人の安全を確かめ、初動を支援経過に記録してください。",
    "実施計画8(2)",
)
OUT_OF_TOUCH = TodoKind(
    "接触の途切れ",
    "最終接触（なければ受付）から設定の日数が過ぎるもの",
    "本人に連絡するか、終結・中断の判断をしてください。",
    "実施計画4(1)①、4(3)②",
)
NEXT_STEP = TodoKind(
    "次の対応",
    "前回の支援経過で決めた期限、又は次回予定日が来ても、その後の支援経過がないもの",
    "予定の対応をして、支援経過と次の予定日を記録してください。",
    "実施計画4(1)①",
)
NO_NEXT_STEP = TodoKind(
    "次回予定日なし",
    "終結・中断していないのに、これからの予定日がどこにもないもの",
    "次にいつ関わるかを決めて、次回予定日を入力してください。",
    "実施計画4(1)①",
)
SCREENING = TodoKind(
    "スクリーニング",
    "受付から設定の日数までにスクリーニング結果がないもの",
    "今後の進め方を判断し、スクリーニング日と結果を入力してください。",
    "実施計画5(1)",
)
STALLED = TodoKind(
    "つなぎの停滞（課長）",
    "つなぎのボールが、課長に知らせる営業日（設定）を過ぎても動いていないもの",
    "課長に知らせて、次の会議の案件にするかを決めてください。",
    "実施計画4(1)③",
    0,
)
RETURNED = TodoKind(
    "差戻し後の担当",
    "引継ぎが差し戻され、次の担当・対応が決まっていないもの",
    "次の担当と対応を決めて入力してください。",
    "実施計画4(1)①③",
)
RECEIPT = TodoKind(
    "引継ぎの受領",
    "依頼日から設定の日数までに受領日がないもの",
    "引継先に届いたかを確かめ、受領日を入力してください。",
    "実施計画4(1)③",
)
FIRST_CONTACT = TodoKind(
    "引継先の初回接触",
    "初回接触予定日までに初回接触確認日がないもの",
    "引継先が本人に会えたかを確かめ、初回接触確認日を入力してください。",
    "実施計画4(1)③、4(3)②",
)
SLOW = TodoKind(
    "つなぎの停滞",
    "つなぎのボールが、リーダーに知らせる営業日（設定）を過ぎても動いていないもの",
    "リーダーに知らせて、引継先に確かめてください。",
    "実施計画4(1)③",
    0,
)
FOLLOW_UP = TodoKind(
    "引継ぎ後のフォロー",
    "フォロー予定日が来てもフォロー結果がないもの、担当移管なのに予定日がないもの",
    "引継先と本人に様子を確かめ、フォロー結果を入力してください。",
    "実施計画4(3)②",
)
PLAN_END = TodoKind(
    "プランの終了",
    "有効なプランの支援終了予定日が来ても、終結等の評価も次のプランもないもの",
    "評価をして、終結・再プラン・期間の見直しのいずれかに進めてください。",
    "実施計画4(2)③、8(1)",
)
MONITORING = TodoKind(
    "モニタリング",
    "有効なプランのモニタリング予定日が来ても評価がないもの、予定日がないもの",
    "本人と振り返り、「評価・終結票」に評価を入力してください。",
    "実施計画4(3)②",
)
SUPPORT = TodoKind(
    "支援内容の期日",
    "プラン明細の期日が来ても進捗が完了・中止でないもの、期日がないもの",
    "支援を進めて進捗を更新するか、期日を見直してください。",
    "実施計画4(2)③",
)
DECISION = TodoKind(
    "決定事項",
    "会議の決定事項で、期限が来ても状態が完了・中止でないもの、期限がないもの",
    "実施した内容を確かめ、状態と結果を入力してください。",
    "実施計画4(2)③、8",
    DECISION_DAYS,
)
AGAIN = TodoKind(
    "会議への再付議",
    "次回再付議の日が来ても、その後の会議の案件になっていないもの",
    "会議の案件に加えるか、付議しないときは次回再付議の日を消してください。",
    "実施計画8(1)(2)",
)
WRITING = TodoKind(
    "口頭同意の書面化",
    "口頭の同意から設定の日数までに書面の同意がないもの",
    "本人に説明して書面で同意を得て、同意の欄を更新してください。",
    "実施計画4(3)③",
)
CONSENT_END = TodoKind(
    "同意期限",
    "本人の同意の期限が来るもの",
    "同意を続けるかを本人に確かめ、同意の欄を更新してください。",
    "実施計画4(3)③、7(2)",
)
MINUTES = TodoKind(
    "会議録の確定",
    "開催日から設定の日数までに会議録が確定していないもの",
    "内容を確かめて会議録を確定し、議事録状態と確定日を入力してください。",
    "実施計画8",
)

TODO_KINDS = (
    FIRST_RESPONSE,
    OUT_OF_TOUCH,
    NEXT_STEP,
    NO_NEXT_STEP,
    SCREENING,
    STALLED,
    RETURNED,
    RECEIPT,
    FIRST_CONTACT,
    SLOW,
    FOLLOW_UP,
    PLAN_END,
    MONITORING,
    SUPPORT,
    DECISION,
    AGAIN,
    WRITING,
    CONSENT_END,
    MINUTES,
)
"""Every kind; of several late things about one matter the first gives the line its name."""
