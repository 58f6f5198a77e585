"""Texts for trouble with care and rights in old age."""

from __future__ import annotations

from juso.koshu.agencies import COUNCIL, PARTNER_AGENCY
from juso.koshu.codes import Change, Issue, Partner, Service
from juso.services.sample.agencies import (
    CARE_MANAGER,
    CLINIC,
)
from juso.services.sample.issue_text import IssueText

CARE_TEXTS = {
    Issue.DEMENTIA_CARE: IssueText(
        contents=(
            "物忘れが進み、火の始末や服薬の管理が難しい。",
            "足腰が弱り、入浴と買物に手助けが必要である。",
            "介護する家族が疲れ、夜も眠れていない。",
        ),
        backgrounds=(
            "介護保険の申請をしておらず、家族だけで抱えてきた。",
            "本人に困っているという意識が薄く、受診を嫌がる。",
            "近くに頼れる親族がなく、介護者が一人である。",
        ),
        visions=("住み慣れた家でできるだけ長く暮らしたい。", "家族に負担をかけずに過ごしたい。"),
        aims=(
            (
                "{n}か月以内に要介護認定を受け、週2回の通所介護を利用して介護者の休める日をつくる。",
                "認定の決定と通所週2回",
            ),
            (
                "{n}か月のうちに物忘れ外来を受診し、服薬と火の元の見守りの仕組みを家に整える。",
                "受診と見守り機器の設置",
            ),
        ),
        steps=(
            (
                "介護保険のサービスを始める",
                "要介護認定の申請を手伝い、居宅介護支援事業所につなぐ。",
            ),
            ("物忘れの診断を受ける", "受診の予約と同行を行い、結果を家族と共有する。"),
            ("介護者が休める日をつくる", "通所と短期入所の利用を調整し、介護者の話を聞く。"),
        ),
        talks=(
            "要介護認定の結果とサービスの希望を確認した。",
            "夜間の様子と介護者の睡眠について聞き取った。",
            "通所介護の見学の感想を聞いた。",
            "火の元と服薬の見守りの方法を相談した。",
            "転倒の有無と室内の動線を確認した。",
        ),
        places=("物忘れ外来の受診", "通所介護の見学", "介護保険の窓口"),
        helpers=(CARE_MANAGER, CLINIC),
        services=(Service.CARE_INSURANCE,),
        changes=(Change.SERVICE, Change.SAFETY, Change.FAMILY),
    ),
    Issue.ADULT_ABUSE: IssueText(
        contents=(
            "介護する家族が大声を上げ、本人がおびえている。",
            "必要な介護や受診が行われず、衛生が保たれていない。",
            "年金を家族が使い、本人の生活費が足りない。",
        ),
        backgrounds=(
            "介護者が孤立し、疲れと不安が重なっている。",
            "認知症の症状への対応が分からず、言い争いになる。",
            "同居の家族に収入がなく、年金に頼っている。",
        ),
        visions=("怒鳴られずに安心して眠りたい。", "家族と穏やかに過ごしたい。"),
        aims=(
            (
                "{n}か月のうちに本人の安全を週1回の訪問で確かめ、介護者が休める日を週2日つくる。",
                "訪問週1回、介護者の休み週2日",
            ),
            (
                "{n}か月以内に年金の管理を第三者に移し、本人の生活費を毎月確保する。",
                "金銭管理の契約と生活費の確保",
            ),
        ),
        steps=(
            ("本人の安全を確かめる", "週1回訪問して身体と生活の状態を確認し、記録を共有する。"),
            ("介護者の負担を減らす", "通所と短期入所を調整し、介護者の話を聞く場をつくる。"),
            ("家族以外が金銭を管理する", "日常生活自立支援事業の利用を申請する。"),
        ),
        talks=(
            "本人の表情と身体の状態を確認した。",
            "介護者の疲れと困っている場面を聞き取った。",
            "介護サービスの利用状況を事業所に確認した。",
            "落ち着いて話せる時間帯と連絡の方法を決めた。",
            "言い争いになったときの避難先を確認した。",
        ),
        places=("短期入所の事前面接", "日常生活自立支援事業の面談"),
        helpers=(CARE_MANAGER, PARTNER_AGENCY[Partner.GUARDIANSHIP]),
        services=(Service.CARE_INSURANCE, Service.GUARDIANSHIP),
        changes=(Change.SAFETY, Change.FAMILY, Change.SERVICE),
    ),
    Issue.RIGHTS: IssueText(
        contents=(
            "通帳や契約の管理ができず、支払いが滞っている。",
            "訪問販売の契約を繰り返し、高額の請求が届いている。",
            "身寄りがなく、入院や契約の手続きを頼める人がいない。",
        ),
        backgrounds=(
            "判断力が低下し、書類の意味が分からなくなっている。",
            "一人暮らしで、相談せずに契約してしまう。",
            "親族と疎遠で、緊急の連絡先がない。",
        ),
        visions=("お金のことで心配せずに暮らしたい。", "だまされずに安心して買物をしたい。"),
        aims=(
            (
                "{n}か月以内に日常生活自立支援事業の契約を結び、毎月の支払いを期日どおりに行う。",
                "契約の締結と滞納0件",
            ),
            (
                "{n}か月のうちに不要な契約を解約し、成年後見制度の申立ての要否を決める。",
                "解約の完了と方針の決定",
            ),
        ),
        steps=(
            ("支払いを期日どおりに行う", "日常生活自立支援事業につなぎ、通帳と請求書を整理する。"),
            ("不要な契約をなくす", "契約書を一緒に確認し、消費生活相談の窓口に同行する。"),
            ("後見の必要性を確かめる", "成年後見の相談に同行し、診断書の取得を手伝う。"),
        ),
        talks=(
            "届いた請求書と通帳の残高を一緒に確認した。",
            "契約書の内容と解約の手順を説明した。",
            "成年後見制度の仕組みと費用を説明した。",
            "緊急時に連絡できる親族の有無を確かめた。",
            "今月の支払いの予定表を作った。",
        ),
        places=("消費生活相談の窓口", "成年後見の相談", "金融機関"),
        helpers=(
            PARTNER_AGENCY[Partner.GUARDIANSHIP],
            PARTNER_AGENCY[Partner.RIGHTS_COMMISSIONERS],
            COUNCIL,
        ),
        services=(Service.GUARDIANSHIP,),
        changes=(Change.RIGHTS, Change.BUDGET, Change.SAFETY),
    ),
}
"""課題区分 → its fragments."""
