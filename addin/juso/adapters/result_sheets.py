"""The register's sheets that buttons fill: 点検結果, 要対応, つなぎボード, 整え, 名寄せ, 月次実績, 提出状況, 突合.

Declared once: the builder lays them out empty, the live writer puts blocks of rows into them.
"""

from __future__ import annotations

from juso.adapters.board_sheet import BOARD
from juso.adapters.match_sheet import MATCHES
from juso.adapters.reconcile_sheet import RECONCILED
from juso.adapters.result_sheet import Field, Highlight, Kind, ResultSheet
from juso.adapters.tidy_sheet import TIDY
from juso.core.calendar import FiscalYear
from juso.core.finding import Severity

SEVERITY, SHEET, CELL, KEY, COLUMN, VALUE, MESSAGE, BASIS, RULE, REPLY = range(10)
"""The columns of 点検結果, here and in the workbook under 出力."""
ERROR_KEY, WARNING_KEY = 10, 11
"""Hidden columns of 点検結果: which cells of the register are marked."""

FINDINGS = ResultSheet(
    title="点検結果",
    button="点検",
    about=(
        "点検で見付かったことの一覧です。セルの番地をクリックすると、そのセルが開きます。"
        "●要修正：直すまで会議への付議・月次の締め・報告書の作成に進めません。"
        "▲要確認：そのままでよい理由を「対応」に書いて［確認済みにする］を押すと進めます。"
        "・参考：お知らせです。"
    ),
    empty="まだ点検していません。リボンの［点検］を押すと、ここに一覧が入ります。",
    fields=(
        Field("重要度", 11),
        Field("シート", 15),
        Field("セル", 8, Kind.LINK, is_centred=True),
        Field("番号", 14),
        Field("列", 16),
        Field("値", 16),
        Field("指摘と直し方", 50, Kind.SENTENCE),
        Field("根拠", 22),
        Field("規則", 12),
        Field(
            "対応",
            28,
            prompt="▲要確認は、そのままでよい理由を書いて、リボンの［確認済みにする］を押します。",
        ),
        Field("印（要修正）", 12, is_hidden=True),
        Field("印（要確認）", 12, is_hidden=True),
    ),
    highlights=(
        Highlight("重要度", "重要度", 'LEFT({重要度},1)="●"', Severity.ERROR),
        Highlight("重要度", "重要度", 'LEFT({重要度},1)="▲"', Severity.WARNING),
        Highlight("重要度", "重要度", 'LEFT({重要度},1)="・"', Severity.NOTE),
    ),
    last_row=20_000,
)

TODO = ResultSheet(
    title="要対応",
    button="要対応一覧",
    about=(
        "期限を過ぎた仕事、期限の近い仕事、日付の決まっていない仕事を、期限の早い順に並べたものです。"
        "台帳に入力すると、次に［要対応一覧］を押したときに消えます。この表に書き込んでも台帳は変わりません。"
    ),
    empty="まだ作っていません。リボンの［要対応一覧］を押すと、ここに一覧が入ります。",
    fields=(
        Field("期限", 17, Kind.DAY, is_centred=True),
        Field("超過日数", 11, Kind.DAYS_OVER, is_centred=True),
        Field("種類", 16),
        Field("窓口・機関", 22),
        Field("担当", 16),
        Field("番号", 16),
        Field("すること", 58, Kind.SENTENCE),
        Field("シート", 15),
        Field("セル", 8, Kind.LINK, is_centred=True),
    ),
    highlights=(Highlight("期限", "超過日数", "N({超過日数})>0", Severity.ERROR),),
    last_row=20_000,
)

FIGURES = ResultSheet(
    title="月次実績",
    button="月次を取り込む",
    about=(
        "月次報告の数を1行に1つずつ並べたものです。0は「0件だったこと」、欠測区分の「皆無」は「－」と書かれたもの"
        "（値は0）、「未入力」「不詳」「誤り」は数がないもので、0とは違います。直すときは元のファイルを直し、もう一度取り込みます。"
    ),
    empty="まだ取り込んでいません。リボンの［月次を取り込む］を押すと、ここに数が入ります。",
    fields=(
        Field("年度", 7, is_centred=True),
        Field("月", 8, is_centred=True),
        Field("窓口・事業・拠点", 26),
        Field("項目コード", 12),
        Field("項目", 36),
        Field("単位", 7, is_centred=True),
        Field("値", 10, Kind.NUMBER),
        Field("欠測区分", 10, is_centred=True),
        Field("ファイル", 24),
        Field("セル", 7, is_centred=True),
        Field("指紋", 19),
        Field("版", 8, is_centred=True),
        Field("取込日時", 25),
    ),
    highlights=(
        Highlight(
            "値",
            "欠測区分",
            'AND({欠測区分}<>"",{欠測区分}<>"値",{欠測区分}<>"皆無")',
            Severity.WARNING,
        ),
    ),
    last_row=20_000,
    frozen=2,
)

MONTHS = tuple(month.label for month in FiscalYear(2025).months)  # 4月 … 3月, as in every year

WALL = ResultSheet(
    title="提出状況",
    button="月次を取り込む",
    about=(
        "どの窓口・事業がどの月を報告したかの表です。◎確定、○受付、▼差戻し、●提出（受付前）、△一部（受付前で未入力の欄が"
        "ある）、×未提出。割合は入力済みの必須の欄、「遅」は期限（翌月10日）の後に届いた月、空白は期限の来ていない月です。"
    ),
    empty="まだ取り込んでいません。リボンの［月次を取り込む］を押すと、ここに表が入ります。",
    fields=(
        Field("コード", 8, is_centred=True),
        Field("窓口・事業", 15),
        Field("機関名", 26),
        Field("提出対象月", 15, is_centred=True),
        Field("提出日", 17, is_centred=True),
        *(Field(month, 9.5, is_centred=True) for month in MONTHS),
        Field("入力率", 9, Kind.SHARE, is_centred=True),
    ),
    highlights=(
        Highlight(MONTHS[0], MONTHS[-1], 'LEFT({},1)="×"', Severity.ERROR),
        Highlight(MONTHS[0], MONTHS[-1], 'LEFT({},1)="△"', Severity.WARNING),
        Highlight(MONTHS[0], MONTHS[-1], 'LEFT({},1)="▼"', Severity.WARNING),
        Highlight(MONTHS[0], MONTHS[-1], 'LEFT({},1)="◎"', Severity.NOTE),
    ),
    last_row=60,
    frozen=2,
)

RESULT_SHEETS = (FINDINGS, TODO, BOARD, TIDY, MATCHES, FIGURES, WALL, RECONCILED)
