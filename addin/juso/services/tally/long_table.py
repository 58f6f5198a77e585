"""月次実績 as one line a figure: its columns, their meaning, and the lines themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from juso.core.calendar import FiscalYear
from juso.core.codelist import CodeList
from juso.koshu.local_government import code_with_check_digit
from juso.koshu.tally.item import Kind
from juso.koshu.tally.items import FORMS, form, items_by_code
from juso.koshu.tally.values import State
from juso.services.tally.merged import Figure, Merged


class ColumnType(CodeList):
    """型: how a column is typed in the data files."""

    TEXT = "文字列"
    INTEGER = "整数"
    NUMBER = "数値"


@dataclass(frozen=True, slots=True)
class LongColumn:
    """One column: its heading, its name for programs, its type and what it means."""

    heading: str
    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    choices: str = ""  # the name of its code list
    may_be_blank: str = ""  # when; '' for never


TEXT, INTEGER, NUMBER = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.NUMBER
COLUMNS = (
    LongColumn(
        "全国地方公共団体コード", "municipality_code", TEXT, "総務省の6桁のコード（検査数字つき）"
    ),
    LongColumn("市町村", "municipality", TEXT, "報告した市町村の名前"),
    LongColumn(
        "年度", "fiscal_year", INTEGER, "4月から翌年3月までの年度を、始まる年の西暦で", "年"
    ),
    LongColumn("年月", "month_era", TEXT, "実績の月。R7.4は令和7年4月"),
    LongColumn("年月（西暦）", "month", TEXT, "実績の月。ISO 8601のYYYY-MM"),
    LongColumn("窓口コード", "window_code", TEXT, "報告した窓口又は事業", choices="窓口コード"),
    LongColumn("窓口", "window", TEXT, "報告した窓口又は事業の名前"),
    LongColumn(
        "項目コード", "item_code", TEXT, "様式の行。項目コードの一覧を参照", choices="項目コード"
    ),
    LongColumn("項目", "item", TEXT, "様式の行の名前"),
    LongColumn("単位", "unit", TEXT, "値の単位", choices="単位"),
    LongColumn("集計型", "kind", TEXT, "月や窓口を足せるかどうか", choices="集計型"),
    LongColumn(
        "値",
        "value",
        NUMBER,
        "その月の数。単位は「単位」の列",
        may_be_blank="状態が未入力・不詳・誤りのとき（0ではない）",
    ),
    LongColumn(
        "状態", "state", TEXT, "値の裏にあるもの。0と未入力と不詳を区別する", choices="状態"
    ),
    LongColumn(
        "ファイル", "file", TEXT, "値を読んだファイル", may_be_blank="元のファイルがないとき"
    ),
    LongColumn("シート", "sheet", TEXT, "値を読んだシート"),
    LongColumn("セル", "cell", TEXT, "値を読んだセルの番地", may_be_blank="様式にその行がないとき"),
    LongColumn(
        "sha256", "sha256", TEXT, "ファイルの指紋（SHA-256、16進64桁）", may_be_blank="同上"
    ),
    LongColumn(
        "様式版", "form_version", TEXT, "表紙に書かれた様式の版", may_be_blank="書かれていないとき"
    ),
)
GUARDED = frozenset("=+-@＝＋－＠\t\r")
GUARD_NOTE = "文字列が = + - @（全角を含む）などで始まるときは、表計算ソフトが数式と読まないように、先頭に「'」を付けています。"


def long_rows(merged: Merged) -> Iterator[tuple[Any, ...]]:
    """One line a figure, in the order of `COLUMNS`."""
    return figure_rows(merged.background.municipality_code, merged.year, merged.figures)


def figure_rows(
    code: str, fiscal_year: FiscalYear, figures: Iterable[Figure]
) -> Iterator[tuple[Any, ...]]:
    """The same of the figures of one municipality."""
    municipality = code_with_check_digit(code)
    year = fiscal_year.year
    iso = {str(m): f"{m.year}-{m.month:02d}" for m in fiscal_year.months}
    for figure in figures:
        item = items_by_code(figure.window)[figure.item]
        yield (
            *(municipality, _guarded(figure.municipality), year),
            *(figure.month, iso[figure.month], figure.window, form(figure.window).name),
            *(figure.item, item.label, item.unit, item.kind.value, figure.value),
            *(figure.state.value, *map(_guarded, figure[6:9]), figure.sha256),
            _guarded(figure.version),
        )


def _guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in GUARDED else text


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One 項目コード of the data dictionary."""

    code: str
    forms: str
    label: str
    unit: str
    kind: str
    required: str
    decimals: str
    group: str
    definition: str
    basis: str


ITEM_HEADINGS = (
    "項目コード",
    "様式（窓口コード）",
    "項目",
    "単位",
    "集計型",
    "必須",
    "小数",
    "区分",
    "定義",
    "根拠",
)


def item_lines() -> list[ItemLine]:
    """Every 項目コード of the forms once, in the forms' order."""
    forms: dict[str, list[str]] = {}
    for declared in FORMS:
        for item in declared.items:
            forms.setdefault(item.code, []).append(declared.code)
    return [_item_line(code, owners) for code, owners in forms.items()]


def _item_line(code: str, owners: list[str]) -> ItemLine:
    item = items_by_code(owners[0])[code]
    cumulative = "4月からその月までの累計。" if item.cumulative else ""
    definition = f"{item.group}：{item.label}。{cumulative}{item.note}"
    return ItemLine(
        code,
        "・".join(owners),
        item.label,
        item.unit,
        str(item.kind),
        "必須" if item.required else "任意",
        "可" if item.decimals else "不可",
        item.group,
        definition,
        item.basis,
    )


def choice_lines() -> list[tuple[str, str, str]]:
    """名前, コード and 意味 of every code list but the items."""
    units = dict.fromkeys(item.unit for declared in FORMS for item in declared.items)
    return [
        *(
            ("窓口コード", declared.code, f"{declared.name}（{declared.agency}）")
            for declared in FORMS
        ),
        *(("集計型", kind.value, kind.note) for kind in Kind),
        *(("状態", state.value, _STATES[state]) for state in State),
        *(("単位", unit, "「値」の単位") for unit in units),
    ]


_STATES = {
    State.VALUE: "数が書かれている。0は0件だったこと",
    State.NONE: "「－」と書かれている。実績がないことで、値は0",
    State.BLANK: "空欄。0ではなく、足さない",
    State.UNKNOWN: "不明・不詳と書かれている。足さない",
    State.FAULT: "数として読めない。足さない",
}


def csv_lines(headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[list[str]]:
    """Cells as text: a whole number without a point, a blank for None."""
    yield list(headings)
    for row in rows:
        yield ["" if cell is None else str(cell) for cell in row]
