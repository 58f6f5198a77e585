"""What Excel makes of a value put into a cell formatted General (標準): as if it were typed."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import Enum, auto
from functools import lru_cache
from typing import Any, NamedTuple

from office.excel_dates import moment_of, serial_of

LONGEST = 32767  # characters in a cell
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " ", 0xFFE5: "¥"}
LOGICALS = {"TRUE": 1.0, "FALSE": 0.0}
ERRORS = {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}
HAS_DIGIT = re.compile("[0-9元]")
NUMBER = re.compile(
    r"([-+]?)([¥$]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?(%?)"
)


class Kind(Enum):
    """What a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    LOGICAL = auto()
    FORMULA = auto()


class Entry(NamedTuple):
    """What a cell holds after the entry, and the format a General cell takes on with it."""

    value: str | float
    kind: Kind = Kind.TEXT
    number_format: str = ""


def entry(value: Any) -> Entry:
    """What a General cell holds once `value` is put into it; ValueError for a text too long."""
    if value is None:
        return Entry("")
    if isinstance(value, str):
        if len(value) > LONGEST:
            raise ValueError(f"text of {len(value)} characters")
        return typed(value)
    if isinstance(value, bool):
        return Entry(float(value), Kind.LOGICAL)
    if isinstance(value, date):
        has_time = isinstance(value, datetime) and value.time() != datetime.min.time()
        return Entry(serial_of(value), Kind.NUMBER, "yyyy/m/d h:mm" if has_time else "yyyy/m/d")
    return Entry(float(value), Kind.NUMBER)


@lru_cache(maxsize=50_000)
def typed(text: str) -> Entry:
    """What a General cell holds once `text` is typed into it.

    By knowledge, not by trial: that full-width digits count as digits, and that a leading + - @
    makes a formula, is what typing does; Range.Value is believed to do no less.
    """
    plain = text.translate(HALF_WIDTH).strip()
    for reader in (_literal, _formula, _named, _number, _moment, _signed):
        if found := reader(text, plain):
            return found
    return Entry(text)


def as_text(value: Any) -> str:
    """What a cell formatted as text (@) holds once `value` is put into it."""
    if isinstance(value, str):
        return value.removeprefix("'")
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        clock = f" {value:%H:%M:%S}" if isinstance(value, datetime) else ""
        return f"{value.year}/{value.month}/{value.day}{clock}".removesuffix(" 00:00:00")
    return "" if value is None else f"{value:.15g}"


def _literal(text: str, _: str) -> Entry | None:
    return Entry(text[1:]) if text.startswith("'") else None


def _formula(text: str, _: str) -> Entry | None:
    return Entry(text, Kind.FORMULA) if text.startswith("=") and len(text) > 1 else None


def _named(_: str, plain: str) -> Entry | None:
    name = plain.upper()
    if name in LOGICALS:
        return Entry(LOGICALS[name], Kind.LOGICAL)
    return Entry(f"={name}", Kind.FORMULA) if name in ERRORS else None


def _number(_: str, plain: str) -> Entry | None:
    match = NUMBER.fullmatch(plain)
    if match is None:
        return None
    sign, yen, digits, power, percent = match.groups()
    number = float(f"{sign}{digits.replace(',', '')}{power or ''}")
    decimals = ".00" if "." in digits else ""
    if percent:
        return Entry(number / 100, Kind.NUMBER, f"0{decimals}%")
    if power:
        return Entry(number, Kind.NUMBER, "0.00E+00")
    return Entry(number, Kind.NUMBER, f"#,##0{decimals}" if yen or "," in digits else "")


def _moment(_: str, plain: str) -> Entry | None:
    found = moment_of(plain) if HAS_DIGIT.search(plain) else None
    return Entry(found.serial, Kind.NUMBER, found.number_format) if found else None


def _signed(text: str, _: str) -> Entry | None:
    if not text.startswith(("+", "-", "@")) or not text.strip("+-@ "):
        return None
    return Entry(f"={text.lstrip('@')}", Kind.FORMULA)
