"""名寄せ: cases that may be one person or one household, to be decided, and household patterns."""

from __future__ import annotations

from juso.adapters.result_sheet import Field, Highlight, Kind, ResultSheet
from juso.core.finding import Severity

FOLDER = "名寄せ"  # below 出力
NEXT = "今の判断・次にすること"
DONE = "済"  # how that column begins where nothing is left to decide

MATCHES = ResultSheet(
    title="名寄せ",
    button="名寄せ",
    about=(
        "同じ人、又は同じ世帯かもしれない相談の組と、世帯の型（8050など）の見込みです。「判断」を選び、「理由」を書いて、もう一度［名寄せ］を"
        "押すと覚えます。判断した組は、氏名・生年月日・住所などが変わるまで、もう聞きません。取り消すときは、その行の判断で「取消」を選びます。"
        "台帳の行は書き換えません。"
    ),
    empty="まだ調べていません。リボンの［名寄せ］を押すと、ここに一覧が入ります。",
    fields=(
        Field(
            "判断",
            9,
            is_centred=True,
            prompt=(
                "同一：同じ人　別人：同じ人でも同じ世帯でもない　同世帯：別の人で同じ世帯　別世帯：同じ世帯ではない　"
                "当たらない：世帯の型の見込みが違う　取消：前の判断を取り消す"
            ),
            choices=("同一", "別人", "同世帯", "別世帯", "当たらない", "取消"),
        ),
        Field(
            "理由", 20, prompt="どう確かめたかを書きます（本人に確認した、住民票で確認、など）。"
        ),
        Field("見込み", 12),
        Field("ケース番号", 11),
        Field("相手の番号", 11),
        Field("似ているところ", 36, Kind.SENTENCE),
        Field("本人", 30, Kind.SENTENCE),
        Field("相手", 30, Kind.SENTENCE),
        Field(NEXT, 30, Kind.SENTENCE),
        Field("セル", 7, Kind.LINK, is_centred=True),
        Field("相手のセル", 10, Kind.LINK, is_centred=True),
    ),
    highlights=(
        Highlight(
            "見込み",
            "見込み",
            f'AND(LEFT({{見込み}},2)="同一",LEFT({{{NEXT}}},1)<>"{DONE}")',
            Severity.WARNING,
        ),
        Highlight(
            "見込み",
            "見込み",
            f'AND({{見込み}}<>"",LEFT({{見込み}},2)<>"同一",LEFT({{{NEXT}}},1)<>"{DONE}")',
            Severity.NOTE,
        ),
    ),
    last_row=20_000,
    identity=("見込み", "ケース番号", "相手の番号", NEXT),
)
