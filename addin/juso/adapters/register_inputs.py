"""What helps a clerk type the right thing: header notes, input messages, drop-down lists.

All of it is read from the column's declaration; Excel limits an input message to 255
characters, its title to 32.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from juso.adapters.register_columns import Mark, mark_of
from juso.core.codelist import CodeList
from juso.core.finding import column_letters
from juso.core.sheet import Column, Row, key_index
from juso.koshu.choices import AGENCY, AREA
from juso.koshu.sheets import SHEETS

FIRST_ROW, LAST_ROW = 2, 5001
MESSAGE, TITLE = 255, 32
HOME = {AREA: "「設定」シートの地区", AGENCY: "「関係機関マスタ」の略称"}
BY_TITLE = {row_type.sheet: row_type for row_type in SHEETS}


def list_title(codes: type[CodeList]) -> str:
    """The list's name as its docstring begins: 課題区分."""
    return re.split(r"[：（；。]", codes.__doc__ or "")[0]


def list_name(title: str) -> str:
    """The defined name of a list: 一覧_障害手帳_診断."""
    return "一覧_" + re.sub(r"\W+", "_", title).strip("_")


def filled(sheet: str, letter: str, first: int, last: int, *, to: str = "") -> str:
    """A reference that ends at the column's last filled cell: a list without blanks.

    With `to` it reaches over to that column.
    """
    whole = f"'{sheet}'!${letter}${first}:${letter}${last}"
    end = f'MAX({first},SUMPRODUCT(MAX(({whole}<>"")*ROW({whole}))))'
    to = to or letter
    return f"'{sheet}'!${letter}${first}:INDEX('{sheet}'!${to}:${to},{end})"


def unique_column(row_type: type[Row]) -> Column:
    """The column that other sheets refer to."""
    return row_type.columns[key_index(row_type)]


def list_source(column: Column) -> str:
    """The defined name a column's values come from, '' for free input."""
    if column.is_code:
        return list_name(list_title(column.kind))
    if column.choices:
        return list_name(column.choices)
    return list_name(unique_column(BY_TITLE[column.refers]).label) if column.refers else ""


def literal_choices(column: Column) -> list[str]:
    """Choices so few that the rule itself holds them: ○, or a pattern like ○|×."""
    if column.kind is bool:
        return ["○"]
    if "|" in column.pattern and not re.search(r"[\\\[\](){}.*+?^$]", column.pattern):
        return column.pattern.split("|")
    return []


def heading_note(column: Column) -> str:
    """The note on a heading: whether to fill it in, how, and who asks for it."""
    mark = mark_of(column)
    first = f"{mark.symbol} {column.when or mark.meaning}"
    lines = [first, *_hints(column)]
    if column.national:
        lines.append("国への報告に使う項目です（太枠）。")
    if column.basis:
        lines.append(f"根拠：{column.basis}")
    return "\n".join(lines)


def _hints(column: Column) -> Iterator[str]:
    if column.note:
        yield column.note
    if column.example:
        yield f"例：「{column.example}」"
    if column.computed:
        return
    if column.many:
        yield "2つ以上は「、」で区切って入力します。"
    if column.is_code and column.many:
        yield "選択肢：" + "、".join(str(member) for member in column.kind)  # type: ignore[attr-defined]
    elif column.choices:
        yield f"{HOME[column.choices]}にある名前を入力します。"
    elif column.refers:
        yield f"「{column.refers}」にある{unique_column(BY_TITLE[column.refers]).label}を入力します。"
    elif column.kind is bool:
        yield "当てはまるときだけ○を選びます。"
    elif column.kind in (date, datetime):
        yield "「R7.4.1」又は「2025/4/1」の形で入力します。"


def _message(column: Column) -> str:
    """The message shown while a cell is selected; '' where there is nothing to say."""
    if not (column.when or column.note or column.example or column.many or column.refers):
        return ""
    lines = [f"{mark_of(column).symbol} {column.when}"] if column.when else []
    text = "\n".join([*lines, *_hints(column)])
    return text if len(text) <= MESSAGE else text[: MESSAGE - 1] + "…"


def validation(column: Column, place: int, last: int) -> dict[str, Any] | None:
    """XlsxWriter's validation of a column's cells; None where there is nothing to check or say."""
    if mark_of(column) is Mark.COMPUTED:
        return None
    rule = _criteria(column, place, last)
    message = _message(column)
    if rule is None and not message:
        return None
    title = column.label[:TITLE]
    shown = {"input_title": title, "input_message": message} if message else {}
    return {"error_title": title} | (rule or {"validate": "any"}) | shown


def _criteria(column: Column, place: int, last: int) -> dict[str, Any] | None:
    if column.many:  # several values in one cell: Excel's lists know one only
        return None
    if literal := literal_choices(column):
        return _list(literal, f"「{'」又は「'.join(literal)}」を選ぶか、空欄にしてください。")
    if source := list_source(column):
        return _list_of(column, source)
    if column.unique:
        letter = column_letters(place)
        formula = f"=COUNTIF(${letter}${FIRST_ROW}:${letter}${last},{letter}{FIRST_ROW})=1"
        text = "同じ番号の行があります。番号を確かめてください。"
        return {"validate": "custom", "value": formula} | _warn(text)
    return _BY_KIND.get(column.kind)


def _list(source: Any, text: str) -> dict[str, Any]:
    return {"validate": "list", "source": source, "error_type": "stop", "error_message": text}


def _list_of(column: Column, source: str) -> dict[str, Any]:
    """Closed lists stop a wrong value; lists the office keeps itself only warn."""
    if column.is_code:
        return _list(f"={source}", "一覧から選んでください。")
    place = HOME.get(column.choices, f"「{column.refers}」")
    text = f"{place}にありません。先に登録するか、一覧から選んでください。"
    return {"validate": "list", "source": f"={source}"} | _warn(text)


def _warn(text: str) -> dict[str, Any]:
    return {"error_type": "warning", "error_message": text}


def _between(validate: str, low: Any, high: Any, text: str) -> dict[str, Any]:
    return {
        "validate": validate,
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_message": text,
    }


_DAY = _between(
    "date",
    date(1900, 1, 1),
    date(2100, 12, 31),
    "日付を「R7.4.1」又は「2025/4/1」の形で入力してください。",
)
_BY_KIND = {
    date: _DAY,
    datetime: _DAY,
    time: _between("time", time(0), time(23, 59, 59), "時刻を「13:30」の形で入力してください。"),
    int: _between("integer", 0, 999_999_999, "0以上の整数を入力してください。"),
    float: _between("decimal", -999_999_999, 999_999_999, "数字だけを入力してください。"),
}
