"""Which rows below the heading are the form's: by 項目コード, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from juso.core.cells import fold, is_blank, show
from juso.core.finding import Finding, address
from juso.core.spellings import DASHES
from juso.koshu.tally.form_header import CODE, Header
from juso.koshu.tally.frame import Frame
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.reading import form_finding

Row = Sequence[Any]
Take = Callable[[Row], tuple[Any, ...]]

_CODE = re.compile(r"[A-Z]\d{2,3}[a-z]?(-S\d{2})?")
_DASH = re.compile(f"[{re.escape(''.join(DASHES))}]")


@dataclass(slots=True)
class FormRows:
    """Excel rows by 項目コード, and the rows that are not figures of the form."""

    figures: dict[str, int] = field(default_factory=dict)
    doubled: list[tuple[str, int]] = field(default_factory=list)
    unknown: list[tuple[str, int]] = field(default_factory=list)
    uncoded: list[int] = field(default_factory=list)  # numbers in a row without a code


def taker(columns: Sequence[int | None]) -> Take:
    """A function from a row to its twelve months; a month without a column is blank."""
    present = [column for column in columns if column is not None]
    if len(present) == len(columns):
        return itemgetter(*present)
    return lambda row: tuple("" if column is None else row[column] for column in columns)


def find_rows(rows: Sequence[Row], header: Header, codes: Collection[str], take: Take) -> FormRows:
    """Sort the rows below the heading; a code typed in full width is the same code."""
    found = FormRows()
    for number, row in enumerate(rows[header.row :], start=header.row + 1):
        raw = row[header.code]
        code = raw if raw in codes else _plain_code(raw)
        if code in codes:
            if code in found.figures:
                found.doubled.append((code, number))
            else:
                found.figures[code] = number
        elif _CODE.fullmatch(code):
            found.unknown.append((code, number))
        elif any(raw != "" and _is_number(raw) for raw in take(row)):
            found.uncoded.append(number)
    return found


def _plain_code(raw: Any) -> str:
    return "" if is_blank(raw) else _DASH.sub("-", fold(show(raw)))


def _is_number(raw: Any) -> bool:
    return isinstance(raw, float) or (isinstance(raw, str) and fold(raw).isdecimal())


def check_rows(found: FormRows, frame: Frame, header: Header) -> Iterator[Finding]:
    """Codes that are missing, twice there or unknown, and numbers that would be lost."""
    for code, number in found.doubled:
        message = (
            f"項目コード「{code}」の行が{found.figures[code]}行目にもあり、そちらを読みました。"
            "使わない行を消してください。"
        )
        spot = frame.column_spot(code, address(number, header.code), CODE, code)
        yield form_finding("FORM-009", frame.file, message, spot)
    for code, item in items_by_code(frame.form).items():
        if code not in found.figures:
            message = (
                f"「{item.label}」（{code}）の行がありません。配られた様式から行を戻してください。"
            )
            spot = frame.column_spot(code, "", CODE, "")
            yield form_finding("FORM-010", frame.file, message, spot)
    for code, number in found.unknown:
        message = (
            f"項目コード「{code}」は様式にないため、この行は集計しません。"
            "コードを確かめ、独自の項目なら備考に書いてください。"
        )
        spot = frame.column_spot(code, address(number, header.code), CODE, code)
        yield form_finding("FORM-011", frame.file, message, spot)
    for number in found.uncoded:
        message = (
            f"{number}行目に数がありますが、項目コードがないので集計しません。"
            "コードを入れるか、数を備考に移してください。"
        )
        spot = frame.column_spot("", address(number, header.code), CODE, "")
        yield form_finding("FORM-015", frame.file, message, spot)
