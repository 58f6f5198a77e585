"""Texts for being alone, new to the place, or coming back to it."""

from __future__ import annotations

from juso.koshu.agencies import COUNCIL, PARTICIPATION_TEAM, PARTNER_AGENCY
from juso.koshu.codes import Change, Issue, Partner, Service
from juso.services.sample.issue_text import IssueText

LIFE_TEXTS = {
    Issue.HIKIKOMORI: IssueText(
        contents=(
            "長く自室で過ごし、家族以外と話す機会がない。",
            "昼夜が逆転し、食事を家族と別にとっている。",
            "親が支えているが、親の先行きに不安がある。",
        ),
        backgrounds=(
            "退職をきっかけに外出が減り、年月が過ぎた。",
            "学生の頃のつらい経験から人に会うことを避けている。",
            "家族が周りに相談できず、抱え込んできた。",
        ),
        visions=("少しずつ外に出て、人と話せるようになりたい。", "自分のできることを見つけたい。"),
        aims=(
            (
                "{n}か月のうちに支援員と月2回会って話し、家の外で過ごす時間を週1回つくる。",
                "面会月2回、外出週1回",
            ),
            (
                "{n}か月以内に居場所を1か所見学し、月1回の参加を3回続ける。",
                "見学1か所、参加3回",
            ),
        ),
        steps=(
            ("支援員と話せる", "手紙と訪問を続け、本人が話しやすい方法と話題を探す。"),
            ("家の外で過ごす", "短い散歩や買物に同行し、行ける場所を増やす。"),
            ("居場所に参加する", "少人数の居場所を見学し、初回は一緒に参加する。"),
        ),
        talks=(
            "最近の過ごし方と好きなことを聞いた。",
            "手紙の感想を家族を通じて聞き取った。",
            "外に出やすい時間帯と場所を話し合った。",
            "居場所の様子を写真で紹介した。",
            "家族の声かけで変わったことを確認した。",
        ),
        places=("少人数の居場所", "図書館", "農作業の体験"),
        helpers=(PARTNER_AGENCY[Partner.HIKIKOMORI], PARTICIPATION_TEAM),
        services=(Service.OUTREACH, Service.PARTICIPATION),
        changes=(Change.SOCIAL, Change.SELF_ESTEEM, Change.ISOLATION),
    ),
    Issue.ISOLATION: IssueText(
        contents=(
            "近所との付き合いが途絶え、安否が分かりにくい。",
            "騒音や物の置き場をめぐり、近隣と言い争いがある。",
            "配偶者を亡くしてから外に出なくなった。",
        ),
        backgrounds=(
            "親族が遠方で、日頃話す相手がいない。",
            "転入して日が浅く、地域の集まりを知らない。",
            "耳が遠くなり、人前に出ることを避けている。",
        ),
        visions=("気軽に話せる人がほしい。", "地域の中で役割をもって過ごしたい。"),
        aims=(
            (
                "{n}か月以内に通いの場へ月2回参加し、週1回の見守りの電話に応じられるようにする。",
                "参加月2回、見守り週1回",
            ),
            (
                "{n}か月のうちに民生委員と顔を合わせ、困ったときに連絡する相手を2人決める。",
                "面会と連絡先2人の決定",
            ),
        ),
        steps=(
            ("安否が毎週分かる", "週1回の電話と月1回の訪問で様子を確かめる。"),
            ("地域の集まりに参加する", "通いの場を見学し、世話人に引き合わせる。"),
            ("近隣と落ち着いて話せる", "民生委員と役割を分け、話合いの場をつくる。"),
        ),
        talks=(
            "この1週間の過ごし方と話した相手を聞いた。",
            "通いの場に参加した感想を聞き取った。",
            "近所との間で困ったことがないか確認した。",
            "見守りの電話の曜日と時間を決めた。",
            "昔の仕事や得意なことを聞いた。",
        ),
        places=("通いの場", "地区の集まり"),
        helpers=(PARTNER_AGENCY[Partner.WELFARE_VOLUNTEERS], COUNCIL),
        services=(Service.COMMUNITY,),
        changes=(Change.ISOLATION, Change.SOCIAL, Change.CONSULTING),
    ),
    Issue.LANGUAGE: IssueText(
        contents=(
            "日本語の書類が読めず、手続きの期限を過ぎてしまう。",
            "在留や保険の手続きが分からず、受診できていない。",
        ),
        backgrounds=(
            "通訳を頼める人がなく、職場にも相談できない。",
            "来日して間がなく、地域に知り合いがいない。",
        ),
        visions=("手続きを自分でできるようになりたい。", "地域の人と話せるようになりたい。"),
        aims=(
            (
                "{n}か月以内に保険と税の手続きを終え、やさしい日本語の案内で次の手続きを自分で行う。",
                "手続きの完了と自分での届出1件",
            ),
        ),
        steps=(
            ("手続きを期限どおりに行う", "書類の要点をやさしい日本語で書き、窓口に同行する。"),
            ("話せる相手ができる", "日本語の教室を案内し、初回は一緒に参加する。"),
        ),
        talks=(
            "届いた書類の意味と期限を説明した。",
            "保険の手続きに必要な物を書いて渡した。",
            "日本語の教室の曜日と場所を案内した。",
        ),
        places=("保険の窓口", "日本語の教室"),
        helpers=(COUNCIL, PARTNER_AGENCY[Partner.REVITALIZATION]),
        services=(Service.OTHER,),
        changes=(Change.CONSULTING, Change.SERVICE),
    ),
    Issue.OTHER: IssueText(
        contents=(
            "矯正施設を退所したばかりで、住まいと仕事がない。",
            "多くの動物を飼い、世話と近隣への影響に困っている。",
        ),
        backgrounds=(
            "頼れる親族がなく、地域での暮らしの経験が少ない。",
            "一人では世話の手が回らず、相談先も分からなかった。",
        ),
        visions=("地域で落ち着いて暮らしたい。", "周りに迷惑をかけずに暮らしたい。"),
        aims=(
            (
                "{n}か月以内に住まいと収入を確保し、月2回の面談を休まず続ける。",
                "住まいの確保と面談月2回",
            ),
            (
                "{n}か月のうちに世話のできる頭数まで減らし、飼い方の約束を守って暮らす。",
                "頭数の減少と約束の順守",
            ),
        ),
        steps=(
            ("生活の土台を整える", "住まいの手続きと福祉の申請を一つずつ一緒に進める。"),
            ("約束を守って暮らす", "月2回の面談で困りごとを早めに聞き、関係機関と共有する。"),
        ),
        talks=(
            "生活の立て直しで困っていることを聞いた。",
            "約束した面談の日程を確認した。",
            "地域の人との関わりで心配なことを聞き取った。",
        ),
        places=("福祉の窓口", "面談"),
        helpers=(PARTNER_AGENCY[Partner.SETTLEMENT], PARTNER_AGENCY[Partner.PROBATION]),
        services=(Service.HARDSHIP_SCHEME, Service.OTHER),
        changes=(Change.HOUSING, Change.CONSULTING),
    ),
}
"""課題区分 → its fragments."""
