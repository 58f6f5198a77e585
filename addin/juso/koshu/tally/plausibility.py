"""Figures that add up and still look wrong (Z01–Z05), and what the plan expects (V-T12–V-T14)."""

from __future__ import annotations

from dataclasses import dataclass

from juso.koshu.tally.form_rules import NOTE, WARNING, TallyRule

KEPT_MONTHS = 12  # the past months a figure is held against
CHANCE = 0.005  # each end of the Poisson 99% interval
MAD_TO_SIGMA = 1.4826  # of a normal distribution
TELLING = 3  # smaller figures stay the same for three months by chance

BASELINE = (
    "過去12か月（前年度の様式を含む）の最小～最大、中央値±幅×ばらつき（1.4826×中央絶対偏差、"
    "小さいときはその件数のふつうのばらつき）、ポアソン分布の99％区間、前年同月の数の"
    "どれからも外れていない"
)
REASON = "正しければ、その訳を書いて確認済みにしてください。"


@dataclass(frozen=True, slots=True)
class Described:
    """One line of the table of comparisons for what is no sum of figures."""

    left: str
    right: str
    missing: str


PLAUSIBILITY_RULES = (
    TallyRule(
        "TALLY-301",
        "Z01・V-T08",
        WARNING,
        "件数の少ない統計の外れ値の見方（中央値・中央絶対偏差、ポアソン分布）",
        "月の数が、過去12か月の数からも前年同月の数からも大きく離れていない。",
        advice=f"数を確かめてください。{REASON}",
        settings=("outlier_months", "outlier_least", "outlier_width"),
    ),
    TallyRule(
        "TALLY-302",
        "Z02・V-T08",
        WARNING,
        "月次報告様式の決まり",
        "3か月続けて同じ数の項目が多くない（前の月の写しでない）。",
        advice=f"前の月の数を写したままでないか確かめてください。{REASON}",
        settings=("copied_rows",),
    ),
    TallyRule(
        "TALLY-303",
        "Z03・V-T08",
        WARNING,
        "月次報告様式の決まり",
        "いつもは数のある項目が、1か月だけすべて0になっていない。",
        advice=f"その月の報告が済んでいるか確かめてください。{REASON}",
        settings=("outlier_months", "copied_rows"),
    ),
    TallyRule(
        "TALLY-304",
        "Z04・V-T08",
        NOTE,
        "実施計画10(2)",
        "月の数が前年同月から大きく増減していない。",
        advice="訳が分かれば備考に書いてください。報告書の説明に使えます。",
        settings=("year_change", "outlier_least"),
    ),
    TallyRule(
        "TALLY-305",
        "Z05・V-T08",
        WARNING,
        "月次報告様式の決まり",
        "月の数が過去の数の10倍又は10分の1でない（桁の誤りでない）。",
        advice=f"桁を確かめてください。{REASON}",
        settings=("outlier_months", "outlier_least"),
    ),
)

ACTIVITY = {
    "M": ("M01", "M05", "M06", "M07", "M10", "M11", "M12"),
    "P": ("P01", "P02", "P04", "P05", "P06", "P08"),
}
"""V-T14: 実績 of 多機関協働 and 参加支援, by form."""

PLAN_RULES = (
    TallyRule(
        "TALLY-512",
        "V-T12",
        WARNING,
        "実施計画7（拠点設置数）",
        "拠点台帳の拠点数は、実施計画7の拠点設置数と事業ごとに一致する。",
        advice="拠点台帳を直すか、計画と違う訳を書いて確認済みにしてください。",
    ),
    TallyRule(
        "TALLY-513",
        "V-T13",
        NOTE,
        "月次報告様式の決まり",
        "分母が0又は不明の率は計算せず、報告書では「－」と表示する（指摘は出ない）。",
    ),
    TallyRule(
        "TALLY-514",
        "V-T14",
        WARNING,
        "財務省 予算執行調査（実績0件の事業）",
        "多機関協働と参加支援の実績は、3か月続けて0件にならない。",
        advice="実績がない理由と今後の対応を書いて確認済みにしてください。",
        settings=("zero_months",),
    ),
)

DESCRIBED = {
    "TALLY-118": Described(
        "計の欄（月末値の行・実人数の行）", "＝最後に報告した月の値・空欄", "比べない"
    ),
    "TALLY-119": Described("計の欄（月を足す行）", "＝各月の合計", "欠けた月を除いて比べる"),
    "TALLY-207": Described("提出対象月までの各月の様式の数", "≠すべて空欄", "－"),
    "TALLY-208": Described("前に報告した月の数", "＝前に受け付けた版の数", "比べない"),
    "TALLY-301": Described(
        "月を足す行・当月実人数の行（ほかの行の内訳を除く）の月の数", BASELINE, "比べない"
    ),
    "TALLY-302": Described(
        "数が3以上の項目のうち、3か月続けて同じ数の項目", "＜10項目又は半分", "比べない"
    ),
    "TALLY-303": Described("過去12か月にいつも1以上の項目の月の数の計", "＞0", "比べない"),
    "TALLY-304": Described(
        "計の行の月の数",
        "前年同月の数±50％の内（差10以上で、過去12か月になかった数のとき）",
        "比べない",
    ),
    "TALLY-305": Described("各行の月の数", "≠過去12か月の最小～最大の10倍・10分の1", "比べない"),
    "TALLY-410": Described("支援台帳", "読めること", "知らせる"),
    "TALLY-512": Described(
        "拠点台帳の終了していない拠点の数", "＝実施計画7の拠点設置数", "比べない"
    ),
    "TALLY-513": Described("率の分母", "＞0", "「－」と表示する"),
    "TALLY-514": Described(
        "M01＋M05～M07＋M10～M12（多機関協働）、P01＋P02＋P04～P06＋P08（参加支援）の3か月の計",
        "＞0",
        "比べない",
    ),
}
"""The lines of the table for the rules that have no relations."""
