"""What is told when a case is passed on."""

from __future__ import annotations

from juso.koshu.codes import ReferralKind

RISKS = (
    "なし",
    "体調が急に変わることがある。",
    "手持ちの現金が少ない。",
    "連絡が途切れやすい。",
    "家族の負担が限界に近い。",
)
HISTORIES = (
    "受付後に面談と電話で状況を確かめ、本人の希望を整理した。",
    "窓口で初期対応を行い、利用できる制度を案内した。",
    "困りごとを一つずつ聞き取り、関係機関と情報を確かめてきた。",
    "暮らしぶりを確かめ、急ぐ課題から手を付けた。",
)
EXPECTED = {
    ReferralKind.MULTI_AGENCY: "関係機関の役割の分担と、支援の方向性の整理。",
    ReferralKind.OUTREACH: "本人との関係づくりと、訪問による見守り。",
    ReferralKind.PARTICIPATION: "本人に合う活動の場の紹介と、初回の付添い。",
    ReferralKind.BETWEEN_WINDOWS: "主な担当としての相談の継続。",
    ReferralKind.HANDOVER: "専門の立場からの継続的な支援。",
    ReferralKind.APPLICATION: "申請の受付と、決定までの助言。",
}
FOLLOW_UPS = (
    "本人へ電話し、引継先に通えていることを確かめた。",
    "引継先に電話し、支援が始まったことを確かめた。",
    "次の面談に同席し、困りごとがないか確かめた。",
)
RETURN_REASONS = (
    "単独の窓口で対応できる内容と判断されたため。",
    "本人の希望が固まっておらず、時期が早いと判断されたため。",
)
NEXT_STEPS = (
    "{agency}が主担当を続け、助言に沿って2か月後に再度検討する。",
    "{agency}で面談を重ね、課題が増えた場合は改めて依頼する。",
)
