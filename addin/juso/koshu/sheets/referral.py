"""T06 つなぎ・引継票（実施計画4(1)③「確実につなげる」, 4(3)②「確実に引き継ぎ」）."""

from datetime import date

from juso.core.sheet import Row, column
from juso.koshu.choices import AGENCY
from juso.koshu.codes import Consent, Partner, ReferralKind, ReferralMethod, ReferralResult
from juso.koshu.referral_course import events_of, standing


class Referral(Row, sheet="つなぎ・引継票"):
    """窓口や機関へのつなぎ1件を1行で。受領日と初回接触確認日が入って完了する。"""

    referral_no: str = column(
        "引継番号", unique=True, pattern=r"H-R\d{1,2}-\d{4}", example="H-R7-0001"
    )
    case_no: str = column("ケース番号", refers="相談受付簿")
    kind: ReferralKind = column("種別")
    from_agency: str = column("引継元機関", choices=AGENCY)
    from_worker: str = column("引継元担当")
    to_agency: str = column("引継先機関", choices=AGENCY)
    to_worker: str = column("引継先担当")
    partner: Partner | None = column("連携先17", when="引継先が連携先のとき", basis="実施計画9")
    referred_on: date = column("依頼日")
    method: ReferralMethod = column("方法")
    companion: str | None = column("同行者", when="方法が同行のとき")
    summary: str | None = column("概要", when="必ず", basis="実施計画4(3)②", width=24)
    history: str | None = column("経過", when="必ず", basis="実施計画4(3)②", width=24)
    risk: str | None = column(
        "リスク", when="必ず（なければ「なし」）", basis="実施計画4(3)②", width=20
    )
    wish: str | None = column("本人の希望", when="必ず", basis="実施計画4(3)②", width=20)
    consent_scope: str | None = column("同意範囲", when="必ず", basis="実施計画4(3)③", width=20)
    expected: str = column("期待する対応", width=24)
    consent: Consent = column("同意確認")
    accepted_on: date | None = column("受領日", when="引継先が受け取ったとき")
    accepted_by: str | None = column("受領者", when="引継先が受け取ったとき")
    first_contact_due_on: date = column("初回接触予定日")
    first_contact_on: date | None = column("初回接触確認日", when="引継先が本人に会えたとき")
    result: ReferralResult | None = column("結果")
    result_on: date | None = column(
        "結果日", when="差戻し・本人辞退・連絡不能のとき", basis="実施計画4(1)③", since="2026.3"
    )
    return_reason: str | None = column("差戻し理由", when="結果が差戻しのとき", width=20)
    next_step: str | None = column(
        "次の担当・対応", when="結果が差戻しのとき", basis="実施計画4(1)①③"
    )
    follow_up_on: date | None = column(
        "フォロー予定日", when="担当移管のとき（依頼日から14日以内）", basis="実施計画4(3)②"
    )
    follow_up: str | None = column("フォロー結果", width=20)
    moved_on: date | None = column("主担当の移行日", when="担当が移ったとき")
    companion_agency: str | None = column("移行後の伴走機関", choices=AGENCY)
    is_complete: bool = column(
        "完了",
        computed=True,
        formula=(
            '=IF({引継番号}="","",IF(OR('
            'AND({結果}<>"差戻し",{受領日}<>"",{初回接触確認日}<>""),'
            'AND({結果}="差戻し",{差戻し理由}<>"",{次の担当・対応}<>""),'
            '{結果}="本人辞退"),"○",""))'
        ),
    )

    @property
    def is_over(self) -> bool:
        """完了: received, met and not returned; returned with a reason and a next step; declined."""
        return standing(events_of(self)).is_over
