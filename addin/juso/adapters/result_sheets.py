"""The register's sheets that buttons fill: 点検結果, 要対応, 月次実績, 提出状況.

Declared once: the builder lays them out empty, the live writer puts blocks of rows into them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from juso.core.calendar import FiscalYear
from juso.core.finding import Severity, column_letters

OPENING_ROW, HEADING_ROW, FIRST_ROW = 3, 5, 6  # the opening has two lines
OPENING_LINES = HEADING_ROW - OPENING_ROW
SYMBOLS = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.NOTE: "・"}


class Kind(Enum):
    """What the cells below a heading hold, and so how Excel must take what is written there."""

    TEXT = "text"  # stays text whatever it looks like: 001, =1+1
    SENTENCE = "sentence"  # as long as it likes; whoever writes it sees that it is no formula
    LINK = "link"
    DAY = "day"
    DAYS_OVER = "days over"  # below zero while there is time
    NUMBER = "number"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a result sheet."""

    label: str
    width: float
    kind: Kind = Kind.TEXT
    is_centred: bool = False
    prompt: str = ""  # shown where a clerk types; '' where only the product writes
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Highlight:
    """Cells from one heading to another, shaded as a severity is where a condition holds.

    In the condition `{heading}` is that column's cell in the same row, `{}` the cell itself.
    """

    first: str
    last: str
    condition: str
    severity: Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSheet:
    """One sheet: what it is, the sentence until it is filled, its columns; rows count from 1."""

    title: str
    button: str
    about: str
    empty: str
    fields: tuple[Field, ...]
    highlights: tuple[Highlight, ...]
    last_row: int  # filter and highlights reach down to it
    frozen: int = 0  # leading columns that stay in view

    @property
    def opening_row(self) -> int:
        return OPENING_ROW

    @property
    def first_row(self) -> int:
        return FIRST_ROW

    @property
    def width(self) -> int:
        return len(self.fields)

    @property
    def shown(self) -> tuple[Field, ...]:
        """The columns a clerk sees; hidden ones stand behind them."""
        return tuple(field for field in self.fields if not field.is_hidden)

    def place(self, label: str) -> int:
        """0-based column of a heading; ValueError for none of this sheet."""
        return [field.label for field in self.fields].index(label)

    def formula(self, highlight: Highlight) -> str:
        """A highlight's condition for its first cell, ready to be filled across and down."""
        parts = re.split(r"\{([^{}]*)\}", highlight.condition)
        own = f"{column_letters(self.place(highlight.first))}{FIRST_ROW}"
        parts[1::2] = [
            f"${column_letters(self.place(label))}{FIRST_ROW}" if label else own
            for label in parts[1::2]
        ]
        return "=" + "".join(parts)


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
        "どの窓口・事業がどの月を報告したかの表です。●提出は必須の欄がすべて入力済み、△一部は未入力の欄がある月"
        "（割合は入力済みの欄）、×未提出は期限の来た月、空白はまだ期限の来ていない月です。"
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
    ),
    last_row=60,
    frozen=2,
)

RESULT_SHEETS = (FINDINGS, TODO, FIGURES, WALL)
