"""整え: proposed repairs of cells, to be ticked, as a sheet of the register or a workbook."""

from __future__ import annotations

from juso.adapters.result_sheet import Field, Highlight, Kind, ResultSheet
from juso.core.finding import Severity

TICK = "○"
FOLDER = "整え"  # below 出力

TIDY = ResultSheet(
    title="整え",
    button="書き方を整える",
    about=(
        "読み替えた値と、書き間違いと思われる値の一覧です。直してよいものの「直す」を○にして、"
        "［印を付けた直しを書き込む］を押すと、台帳のセルが「直した値」になります（［元に戻す］で戻せます）。"
        "「もしかして」は確かでないため、○を付けていません。氏名とふりがなは直しません。"
    ),
    empty="まだ調べていません。リボンの［書き方を整える］を押すと、ここに一覧が入ります。",
    fields=(
        Field(
            "直す",
            7,
            is_centred=True,
            prompt="このセルを「直した値」に書き換えてよいときに○を選びます。",
            choices=(TICK,),
        ),
        Field("確かさ", 11),
        Field("シート", 15),
        Field("セル", 8, Kind.LINK, is_centred=True),
        Field("番号", 14),
        Field("列", 16),
        Field("今の値", 28),
        Field("直した値", 28),
        Field("理由", 46, Kind.SENTENCE),
        Field("種類", 8, is_centred=True),
    ),
    highlights=(Highlight("確かさ", "確かさ", '{確かさ}="もしかして"', Severity.WARNING),),
    last_row=20_000,
    identity=("シート", "セル", "番号", "列", "今の値"),
)
