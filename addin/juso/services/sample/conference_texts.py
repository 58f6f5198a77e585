"""What is said at the meetings; nobody is named."""

from __future__ import annotations

from juso.koshu.codes import AgendaKind, ItemConclusion

TITLES = {
    AgendaKind.PLAN_REVIEW: "{title}の支援計画について",
    AgendaKind.CLOSING_REVIEW: "{title}への支援の終結について",
    AgendaKind.SHARING: "{title}に関する情報の共有について",
    AgendaKind.WATCHING: "{title}の見守りと支援方針について",
    AgendaKind.URGENT: "{title}への緊急の対応について",
}
QUESTIONS = {
    AgendaKind.PLAN_REVIEW: (
        "複数の分野にわたる課題に対し、目標・役割分担・期日が適切かを協議したい。",
        "関係機関の関わりが重なっている。担当と支援の順番を決めたい。",
        "本人の希望に沿った計画になっているか、抜けがないかを確認したい。",
    ),
    AgendaKind.CLOSING_REVIEW: (
        "目標がおおむね達成された。終結の適否と、その後の見守りの方法を協議したい。",
        "残る課題を既存の支援で担えるか、終結後の相談先を確認したい。",
    ),
    AgendaKind.SHARING: (
        "関わる機関の情報が分かれている。状況を共有し、当面の関わり方を確認したい。",
        "本人の同意が得られていない。安否と生活の状況を持ち寄りたい。",
    ),
    AgendaKind.WATCHING: (
        "前回からの変化を共有し、見守りの間隔と連絡の方法を決めたい。",
        "支援を望まない気持ちを尊重しつつ、誰がどこまで関わるかを確認したい。",
    ),
    AgendaKind.URGENT: (
        "安全の確保が急がれる。初動の分担と夜間の連絡先を決めたい。",
        "生活の維持が難しくなっている。すぐに行うことと担当を決めたい。",
    ),
}
OUTCOMES = {
    ItemConclusion.APPROPRIATE: ("目標、役割分担及び期日はいずれも適切である。",),
    ItemConclusion.WITH_CHANGES: (
        "期日を早め、初回の担当を明らかにすることを条件に適切とする。",
        "家族の負担への支援を1行加えることを条件に適切とする。",
    ),
    ItemConclusion.RECONSIDER: ("本人の希望の聞き取りを補い、次回に改めて協議する。",),
    ItemConclusion.MAY_CLOSE: ("目標は達成された。見守りの担当を決め、支援を終結する。",),
    ItemConclusion.SHARED: ("各機関の情報を共有した。変化があれば事務局に知らせる。",),
    ItemConclusion.WATCH: ("見守りを続け、間隔と連絡の方法を各機関で統一する。",),
    ItemConclusion.URGENT_RESPONSE: (
        "その日のうちに訪問して安全を確かめる。夜間の連絡先は福祉総合支援課とする。",
    ),
}
OPINIONS = {
    AgendaKind.PLAN_REVIEW: (
        "最初の1か月の動きを具体的にした方がよい",
        "連絡の窓口を一つにすると本人が迷わない",
        "受診の状況を共有してもらえると助かる",
        "家族が休める日も計画に入れてほしい",
        "期日までに難しい場合は早めに知らせ合いたい",
    ),
    AgendaKind.CLOSING_REVIEW: (
        "本人が自分から相談できるようになった",
        "地域の集まりへの参加が続いている",
        "冬の間は月1回の電話を続けたい",
        "再び困ったときの入口を本人に伝えておく",
    ),
    AgendaKind.SHARING: (
        "先月から姿を見る回数が減っている",
        "郵便物がたまらないよう声を掛けている",
        "学校や職場での変化は今のところない",
        "訪問の時間が重ならないよう調整したい",
    ),
    AgendaKind.WATCHING: (
        "月2回の声掛けは続けられる",
        "関わりを増やしすぎると閉ざしてしまう心配がある",
        "手紙は受け取ってくれている",
        "健康面の確認を優先したい",
    ),
    AgendaKind.URGENT: (
        "すぐに動ける職員を2名確保した",
        "受入れ先の空きを確認した",
        "関係課で情報の取扱いを統一したい",
    ),
}
DECISIONS = {
    AgendaKind.PLAN_REVIEW: (
        "計画の初回の支援を始め、次回の会議で経過を報告する。",
        "本人に協議の結果を説明し、計画の写しを渡す。",
        "各機関の連絡先と連絡の時間帯を一覧にして配る。",
        "受診の状況を確認し、関係機関に共有する。",
    ),
    AgendaKind.CLOSING_REVIEW: (
        "終結の評価を本人に伝え、今後の相談先を書いて渡す。",
        "見守りの担当に引き継ぎ、1か月後に様子を確かめる。",
    ),
    AgendaKind.SHARING: (
        "訪問して安否と生活の状況を確かめ、事務局に報告する。",
        "集めた情報を一つの経過表にまとめ、次回に配る。",
        "本人に会える機会をとらえ、支援の説明を行う。",
    ),
    AgendaKind.WATCHING: (
        "見守りの曜日と担当の表を作り、変化があればその日に知らせる。",
        "手紙による働きかけを続け、次回に反応を報告する。",
    ),
    AgendaKind.URGENT: (
        "本日中に訪問して安全を確かめ、結果を全機関に電話で伝える。",
        "一時的に過ごせる場所を確保し、移動に付き添う。",
    ),
}
REPORTS = ("次回の会議で口頭で報告", "書面で事務局に報告", "電話で事務局に報告")
RESULTS = (
    "予定どおり実施した。",
    "実施し、関係機関に共有した。",
    "実施した。本人の了解も得た。",
)
"""結果 of what was decided."""
