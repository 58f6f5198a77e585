"""Texts for trouble with children, school and family."""

from __future__ import annotations

from juso.koshu.agencies import COUNCIL, PARTNER_AGENCY
from juso.koshu.codes import Change, Division, Issue, Partner, Service
from juso.services.sample.agencies import CLINIC, ELEMENTARY, JUNIOR_HIGH, NURSERY
from juso.services.sample.issue_text import IssueText

FAMILY_TEXTS = {
    Issue.CHILD_REARING: IssueText(
        contents=(
            "夜泣きが続き、保護者が眠れず疲れ切っている。",
            "言葉の遅れが気になり、関わり方に迷っている。",
            "頼れる人がなく、一人で家事と育児をしている。",
        ),
        backgrounds=(
            "実家が遠く、配偶者の帰宅も遅い。",
            "転入したばかりで子育ての仲間がいない。",
            "親の介護と重なり、子どもに向き合う時間がとれない。",
        ),
        visions=("子どもと笑って過ごせる日を増やしたい。", "一人で抱えずに子育てしたい。"),
        aims=(
            (
                "{n}か月以内に一時預かりを月2回利用し、保護者が眠れる日を週3日つくる。",
                "利用月2回、眠れる日週3日",
            ),
            (
                "{n}か月のうちに親子の集いへ月2回参加し、子どもの発達の相談を1回受ける。",
                "参加月2回、相談1回",
            ),
        ),
        steps=(
            ("保護者が休める", "一時預かりの登録を手伝い、初回の利用に付き添う。"),
            ("子育ての仲間ができる", "親子の集いを案内し、保育士に引き合わせる。"),
            ("発達の相談を受ける", "発達相談の予約を取り、家庭での関わり方を一緒に考える。"),
        ),
        talks=(
            "子どもの睡眠と食事の様子を聞き取った。",
            "保護者の体調と休める時間を確認した。",
            "親子の集いに参加した感想を聞いた。",
            "一時預かりの利用の手順を説明した。",
            "発達相談の結果と家庭での関わり方を確認した。",
        ),
        places=("親子の集い", "発達相談", "一時預かりの登録"),
        helpers=(NURSERY, Division.HEALTH_PROMOTION),
        services=(Service.CHILD_ALLOWANCE, Service.COMMUNITY),
        changes=(Change.CHILD_CARE, Change.ISOLATION, Change.SERVICE),
    ),
    Issue.CHILD_ABUSE: IssueText(
        contents=(
            "子どもの服装や食事に不足があり、登校が不規則である。",
            "保護者が子どもに強い言葉を繰り返している。",
            "夜間に子どもだけで過ごす日がある。",
        ),
        backgrounds=(
            "保護者が心身の不調と生活苦を抱えている。",
            "保護者自身が育てられた経験から、関わり方が分からない。",
            "夜間の仕事のため、子どもを見る大人がいない。",
        ),
        visions=("子どもが安心して過ごせる家にしたい。", "怒らずに子どもと話したい。"),
        aims=(
            (
                "{n}か月のうちに週1回の見守りを続け、子どもが毎日食事と登校をできるようにする。",
                "見守り週1回、欠席月2日以内",
            ),
            (
                "{n}か月以内に夜間の預け先を決め、子どもだけで過ごす夜をなくす。",
                "預け先の確保、子どもだけの夜0日",
            ),
        ),
        steps=(
            ("子どもの安全を確かめる", "学校と分担して週1回の見守りを行い、変化を共有する。"),
            ("保護者の負担を減らす", "家事と養育の訪問支援を調整し、面談で気持ちを聞く。"),
        ),
        talks=(
            "登校の状況と学校での様子を確認した。",
            "保護者の体調と生活の困りごとを聞き取った。",
            "夜間の預け先の利用について話し合った。",
            "食事の準備が難しい日の対応を決めた。",
        ),
        places=("学校での面談", "養育支援の説明"),
        helpers=(ELEMENTARY, Division.CHILD_REARING),
        services=(Service.CHILD_ALLOWANCE, Service.OTHER),
        changes=(Change.CHILD_CARE, Change.SAFETY, Change.SCHOOL),
    ),
    Issue.DOMESTIC_VIOLENCE: IssueText(
        contents=(
            "配偶者からの暴力を受け、避難している。",
            "避難後も居場所を探されるおそれがあり、手続きに不安がある。",
        ),
        backgrounds=(
            "長年の暴言と経済的な締付けにより、孤立していた。",
            "知られることへの恐れから、相談までに時間がかかった。",
        ),
        visions=("おびえずに暮らしたい。", "子どもと新しい生活を始めたい。"),
        aims=(
            (
                "{n}か月以内に支援措置と転居の手続きを終え、新しい住まいで生活費を確保する。",
                "手続きの完了と収入の確保",
            ),
        ),
        steps=(
            ("安全な生活を始める", "支援措置の申出に同行し、関係課への情報の取扱いを確認する。"),
            ("気持ちを話せる場をもつ", "相談員の面談を月2回行い、法律相談につなぐ。"),
        ),
        talks=(
            "安全に連絡できる方法と時間を確認した。",
            "支援措置の手続きの進み具合を確認した。",
            "新しい生活で困っていることを聞き取った。",
            "法律相談の結果と今後の手続きを整理した。",
        ),
        places=("支援措置の手続き", "法律相談"),
        helpers=(PARTNER_AGENCY[Partner.DOMESTIC_VIOLENCE], PARTNER_AGENCY[Partner.LEGAL_TERRACE]),
        services=(Service.OTHER,),
        changes=(Change.SAFETY, Change.HOUSING, Change.SELF_ESTEEM),
    ),
    Issue.SCHOOL: IssueText(
        contents=(
            "登校できない日が続き、学習が遅れている。",
            "家族の世話のため、遅刻と早退が増えている。",
            "教室に入れず、別室で過ごしている。",
        ),
        backgrounds=(
            "朝の体調不良と友人関係の悩みがある。",
            "家庭で頼れる大人がなく、家事を担っている。",
            "集団の音や視線が苦手で、疲れが強い。",
        ),
        visions=("友だちと話せる場所がほしい。", "進学して好きなことを学びたい。"),
        aims=(
            (
                "{n}か月のうちに週2回の別室登校を続け、学習支援に月4回参加する。",
                "登校週2回、学習支援月4回",
            ),
            (
                "{n}か月以内に家事の支援を週2回入れ、遅刻を月3回以下に減らす。",
                "家事支援週2回、遅刻月3回以下",
            ),
        ),
        steps=(
            ("安心して学べる場所がある", "学校と別室の過ごし方を決め、週1回の面談を行う。"),
            ("学習の遅れを取り戻す", "学習支援の教室につなぎ、初回は同行する。"),
            ("家事の負担が軽くなる", "家事の訪問支援を調整し、大人の役割を決める。"),
        ),
        talks=(
            "今週の登校の様子を学校と確認した。",
            "学習支援の教室の感想を聞いた。",
            "朝の支度で困ることを一緒に整理した。",
            "進路について気になっていることを聞き取った。",
            "家で担っている家事を書き出した。",
        ),
        places=("学習支援の教室", "学校での面談", "高校の説明会"),
        helpers=(JUNIOR_HIGH, PARTNER_AGENCY[Partner.SCHOOLS]),
        services=(Service.OTHER,),
        changes=(Change.SCHOOL, Change.SELF_ESTEEM, Change.LIFE_RHYTHM),
    ),
    Issue.FAMILY: IssueText(
        contents=(
            "家族の間で言い争いが絶えず、話合いができない。",
            "介護の分担をめぐり、きょうだいの関係が悪くなっている。",
            "離婚の話が進み、生活の見通しが立たない。",
        ),
        backgrounds=(
            "それぞれが疲れていて、相手の話を聞く余裕がない。",
            "長年の行き違いがあり、間に入る人がいない。",
            "収入と住まいの不安が、関係を悪くしている。",
        ),
        visions=("家族で落ち着いて話せるようになりたい。", "互いに無理のない距離で暮らしたい。"),
        aims=(
            (
                "{n}か月以内に支援員を交えた家族の話合いを月1回行い、家事と介護の分担を決める。",
                "話合い月1回と分担表の完成",
            ),
            (
                "{n}か月のうちに困りごとをそれぞれ話せる面談を月2回続け、互いの希望を書面にまとめる。",
                "面談月2回と希望の整理",
            ),
        ),
        steps=(
            ("家族で役割を決める", "話合いの場をつくり、決めたことを書面にして渡す。"),
            ("それぞれの思いを話せる", "家族と別々に面談し、気持ちを整理する。"),
        ),
        talks=(
            "家族それぞれの負担と希望を聞き取った。",
            "話合いで決めた分担の実施状況を確認した。",
            "言い争いになりやすい場面と避け方を考えた。",
            "離れて暮らす家族への連絡の方法を決めた。",
        ),
        places=("家族の話合い", "法律相談"),
        helpers=(COUNCIL, CLINIC),
        services=(Service.OTHER,),
        changes=(Change.FAMILY, Change.CONSULTING, Change.ISOLATION),
    ),
}
"""課題区分 → its fragments."""
