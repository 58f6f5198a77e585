"""突合: figures of the monthly forms that differ from the register, with the likely causes."""

from __future__ import annotations

from juso.adapters.result_sheet import Field, Highlight, Kind, ResultSheet
from juso.core.finding import Severity

FOLDER = "突合"  # below 出力
KEY, MONTH, REPORTED, COUNTED, STATE, ANSWER = (
    "番号",
    "月",
    "窓口の数",
    "台帳の数",
    "状態",
    "対応",
)
OPEN, DONE = "未確認", "確認済み"

RECONCILED = ResultSheet(
    title="突合",
    button="台帳と突き合わせる",
    about=(
        "月次報告の数と、台帳から数えた数が違う項目の一覧です。訳を確かめ、報告の誤りは様式を、台帳の誤りは台帳を直します。"
        "どちらも正しいとき（月をまたいだ、など）は「対応」に理由を書いて、もう一度［台帳と突き合わせる］を押すと確認済みになり、どちらかの数が変わるまで残ります。"
        "○は「考えられる訳」をそのまま理由にし、◎は同じ訳の行すべての理由にします。取り消すときは「取消」と書きます。"
    ),
    empty="まだ突き合わせていません。リボンの［台帳と突き合わせる］を押すと、ここに一覧が入ります。",
    fields=(
        Field(KEY, 14),
        Field("窓口", 12),
        Field(MONTH, 6, is_centred=True),
        Field("項目コード", 9, is_centred=True),
        Field("項目", 24, Kind.SENTENCE),
        Field(REPORTED, 9, Kind.NUMBER),
        Field(COUNTED, 9, Kind.NUMBER),
        Field("差", 6, Kind.NUMBER),
        Field("考えられる訳", 52, Kind.SENTENCE),
        Field("ケース", 20, Kind.SENTENCE),
        Field("台帳のシート", 13),
        Field("台帳のセル", 10, Kind.LINK, is_centred=True),
        Field("報告のセル", 20),
        Field(STATE, 22, Kind.SENTENCE),
        Field(
            ANSWER,
            24,
            prompt=(
                "○：この訳を理由にする　◎：同じ訳の行すべての理由にする　"
                "文：確かめた理由（ケースの番号は書いてよく、氏名は書きません）　取消：確認を取り消す"
            ),
        ),
    ),
    highlights=(
        Highlight("差", "差", f'LEFT({{{STATE}}},3)="{OPEN}"', Severity.WARNING),
        Highlight("差", "差", f'LEFT({{{STATE}}},4)="{DONE}"', Severity.NOTE),
    ),
    last_row=20_000,
    identity=(KEY, REPORTED, COUNTED, STATE),
)
