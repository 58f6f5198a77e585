"""目標・評価 of the sample: K01 to K24, some with a target, all of them judged by a division."""

from __future__ import annotations

from datetime import date

from juso.core.calendar import FiscalYear
from juso.koshu.codes import Grade
from juso.koshu.sheets import Target
from juso.services.sample.staff import Worker
from juso.services.sample.workdays import on_or_before

JUDGED = (
    ("K01", 90, Grade.B, "相談の多くを途切れずに続けられた。", "連絡の取れない人への働きかけ", "担当を複数にして連絡を絶やさない。"),
    ("K02", 5, Grade.A, "60日を超えて連絡のないケースは少なかった。", "年度末の確認の集中", "毎月の一覧で早めに確かめる。"),
    ("K03", 12, Grade.B, "中断の理由と働きかけを記録できた。", "本人の希望による中断", "再開しやすい伝え方を工夫する。"),
    ("K04", 95, Grade.A, "つなぎ先での初回の面談をほぼ確認できた。", "確認までの日数の差", "同行によるつなぎを増やす。"),
    ("K05", None, Grade.B, "同行によるつなぎが定着してきた。", "窓口による差", "同行の事例を研修で共有する。"),
    ("K06", 100, Grade.A, "全てのプランに当面の目標がある。", "目安の書き方のばらつき", "記入例を配る。"),
    ("K07", 95, Grade.B, "課題と支援の対応がおおむね明らかである。", "背景要因の記入の薄さ", "会議の前に点検する。"),
    ("K08", 90, Grade.B, "期日の設定が定着した。", "期日を過ぎた行の更新の遅れ", "月末に進捗を確かめる。"),
    ("K09", 60, Grade.C, "窓口単独のプランでは担当が1機関にとどまるものがある。", "分担の相談の時間の確保", "早い段階で関係機関に声を掛ける。"),
    ("K10", None, Grade.B, "引継ぎの後の確認を行えている。", "先方の担当の交代", "担当の一覧を更新する。"),
    ("K11", 70, Grade.C, "書面による同意の確認に時間がかかる例がある。", "説明の分かりやすさ", "説明の用紙を作り直す。"),
    ("K12", None, Grade.A, "対象外の相談も受け止めてつなぐことができた。", "なし", "取組を続ける。"),
    ("K13", None, Grade.B, "手続きのついでの相談が入口になっている。", "窓口課への周知", "声掛けの文例を配る。"),
    ("K14", None, Grade.B, "申請への同行が進んだ。", "申請までの日数", "必要な書類の一覧を整える。"),
    ("K15", None, Grade.B, "4窓口の間の引継ぎが行われている。", "様式の違い", "様式をそろえる。"),
    ("K16", 15, Grade.B, "多機関協働の受付から終結までの流れが整った。", "プランまでの日数", "会議の前の調整を早める。"),
    ("K17", 6, Grade.A, "研修と説明会を計画どおり行った。", "委託先の参加", "開催の時間帯を見直す。"),
    ("K18", None, Grade.B, "手紙と訪問により本人と会える例が増えた。", "長期化する例への関わり方", "支援会議で方針を見直す。"),
    ("K19", None, Grade.C, "受入先の数が地区により限られる。", "移動の手段", "受入先の開拓を進める。"),
    ("K20", 24, Grade.A, "24か所の拠点が開かれた。", "担い手の高齢化", "若い世代の参加を促す。"),
    ("K21", None, Grade.B, "3つの会議を定例で開いた。", "決定事項の進捗の共有", "次第に進捗の一覧を添える。"),
    ("K22", None, Grade.B, "関係機関との連携が広がった。", "実績の少ない連携先", "顔合わせの機会を設ける。"),
    ("K23", None, Grade.C, "不足する資源の把握が進んだ。", "移動と住まいの資源の不足", "試行を始め、結果を会議に報告する。"),
    ("K24", None, Grade.B, "実施状況の確認と評価を年2回行った。", "意見の反映の時期", "予算の要求の前に評価をまとめる。"),
)  # fmt: skip


def targets(year: FiscalYear, by: Worker) -> tuple[Target, ...]:
    """One row for each indicator."""
    day = on_or_before(date(year.year + 1, 3, 27))
    return tuple(
        Target(
            fiscal_year=year.short,
            indicator=indicator,
            target=None if target is None else float(target),
            grade=grade,
            reason=reason,
            problem=problem,
            next_year=next_year,
            decided_by=f"{by.agency}{by.post}",
            decided_on=day,
        )
        for indicator, target, grade, reason, problem, next_year in JUDGED
    )
