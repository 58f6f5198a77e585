"""T08 会議台帳, T09 会議案件, T10 会議出席, T11 決定事項（実施計画8）."""

from datetime import date, time

from juso.core.sheet import Row, column
from juso.koshu.choices import AGENCY
from juso.koshu.codes import (
    AgendaKind,
    Attendance,
    ConsentVerdict,
    DecisionState,
    ItemConclusion,
    JointMeeting,
    Level,
    Meeting,
    MeetingCall,
    MeetingStyle,
    MinutesState,
    Openness,
    SecrecyMethod,
    Urgency,
    WantedConclusion,
)


class MeetingRecord(Row, sheet="会議台帳"):
    """会議1回を1行で。"""

    meeting_no: str = column(
        "会議番号",
        unique=True,
        pattern=r"(JU|SK|TN)-R\d{1,2}-\d{2}",
        example="SK-R7-03",
        note="重層的支援会議はJU、支援会議はSK、庁内連携委員会はTNで始めます。",
    )
    kind: Meeting = column("会議種別")
    round: int = column("回次", unit="回", width=6)
    held_on: date = column("開催日")
    starts_at: time = column("開始時刻")
    ends_at: time = column("終了時刻")
    place: str = column("場所")
    style: MeetingStyle | None = column("方法")
    called_by: str = column("招集者")
    chair: str | None = column("議長", when="必ず")
    recorder: str | None = column("記録者", when="必ず")
    secretariat: str = column("事務局")
    call: MeetingCall | None = column("開催区分")
    joint_with: tuple[JointMeeting, ...] = column("兼ねる会議", optional=True)
    legal_basis: str | None = column("根拠条文", computed=True)
    openness: Openness = column("公開区分")
    level: Level = column("匿名化水準")
    secrecy_announced: bool = column("守秘義務告知", basis="実施計画8(2)")
    announced_at: time | None = column("告知時刻", when="支援会議のとき")
    announced_by: str | None = column("告知者", when="支援会議のとき")
    handed_out: int | None = column("資料部数", unit="部", width=8)
    collected: int | None = column("回収部数", unit="部", width=8)
    notice_no: str | None = column("開催通知文書番号")
    notice_on: date | None = column("開催通知日")
    next_on: date | None = column("次回予定")
    minutes_state: MinutesState | None = column("議事録状態")
    finalized_on: date | None = column("確定日", when="議事録状態が確定のとき")
    finalized_by: str | None = column("確認者", when="議事録状態が確定のとき")
    keep_until: date | None = column("保存期限", computed=True)


class AgendaItem(Row, sheet="会議案件"):
    """会議の案件1件を1行で。件名に個人名を書かない。"""

    meeting_no: str = column("会議番号", refers="会議台帳")
    number: int = column("案件番号", unit="番", width=8)
    kind: AgendaKind = column("案件区分")
    case_no: str | None = column("ケース番号", refers="相談受付簿", when="個別案件のとき")
    plan_no: str | None = column(
        "プラン番号", refers="支援プラン", when="支援計画の協議・終結時の評価のとき"
    )
    evaluation_no: str | None = column("評価番号", refers="評価・終結票", when="終結時の評価のとき")
    resource_no: str | None = column("資源番号", refers="社会資源台帳", when="社会資源の検討のとき")
    pseudonym: str | None = column("仮名", computed=True)
    agency: str = column("提出機関", choices=AGENCY)
    presenter: str = column("提出者")
    title: str = column("件名", note="個人が特定できることは書きません。", width=30)
    question: str = column("付議の理由・論点", width=34)
    wanted: WantedConclusion = column("求める結論")
    minutes: int = column("所要分", unit="分", width=8)
    verdict: ConsentVerdict | None = column("同意判定", computed=True)
    consent_checked_by: str | None = column("同意確認者")
    urgency: Urgency = column("緊急性")
    material: str | None = column("資料")
    conclusion: ItemConclusion | None = column("結論", when="議事録を確定するとき")
    conclusion_text: str | None = column("結論の要旨", when="議事録を確定するとき", width=30)
    opinions: str | None = column(
        "意見要旨", note="「機関名：意見」を1行に1つ入力します。", width=34
    )
    again_on: date | None = column("次回再付議")


class AttendanceRecord(Row, sheet="会議出席"):
    """出席者1人を1行で。案件番号0は全案件。"""

    meeting_no: str = column("会議番号", refers="会議台帳")
    item_number: int = column("案件番号", unit="番", width=8, note="全案件に出席する人は0です。")
    agency: str = column("機関", choices=AGENCY)
    post: str = column("職名")
    name: str = column("氏名", is_name=True)
    attendance: Attendance = column("出席区分")
    secrecy_confirmed: bool = column("守秘義務確認")
    secrecy_method: SecrecyMethod | None = column("確認方法", when="守秘義務確認が○のとき")
    within_consent: str | None = column("同意範囲内", computed=True)


class Decision(Row, sheet="決定事項"):
    """会議で決めたこと1件を1行で。担当と期限を必ず入れる。"""

    meeting_no: str = column("会議番号", refers="会議台帳")
    item_number: int = column("案件番号", unit="番", width=8)
    decision_no: str = column(
        "決定番号", unique=True, pattern=r"(JU|SK|TN)-R\d{1,2}-\d{2}-\d{2}", example="SK-R7-03-01"
    )
    content: str = column("内容", width=34)
    agency: str = column("担当機関", choices=AGENCY)
    worker: str | None = column("担当者", when="必ず")
    due_on: date | None = column("期限", when="必ず", basis="実施計画4(2)③")
    report_how: str | None = column("報告方法")
    state: DecisionState = column("状態")
    done_on: date | None = column("完了日", when="状態が完了のとき")
    result: str | None = column("結果", width=20)
    is_overdue: bool = column(
        "期限超過",
        computed=True,
        formula='=IF(OR({期限}="",{状態}="完了",{状態}="中止"),"",IF({期限}<TODAY(),"○",""))',
    )
