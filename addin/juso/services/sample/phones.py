"""No two strangers of the sample have one telephone number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from juso.core.sheet import Row
from juso.koshu.codes import Caller
from juso.koshu.sheets import Case

EXCHANGES = 10  # 0553-00 to 0553-09, 090-0000 to 090-0009: none of them is given out
NEIGHBOURS = 40  # numbers of an exchange that are tried before the next one


def own_phones(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, a number drawn twice replaced by one close by that is nobody's yet."""
    holders: dict[str, str] = {}
    for row in rows:
        yield _with_own(row, holders) if isinstance(row, Case) else row


def _with_own(case: Case, holders: dict[str, str]) -> Case:
    home = case.household_no
    caller = home if case.caller is Caller.FAMILY else f"{home} {case.caller_name}"
    phone, caller_phone = _own(case.phone, home, holders), _own(case.caller_phone, caller, holders)
    if (phone, caller_phone) == (case.phone, case.caller_phone):
        return case
    return case.replace(phone=phone, caller_phone=caller_phone)


def _own(phone: str | None, holder: str, holders: dict[str, str]) -> str | None:
    """The first number close by that nobody else holds; the same where all are held."""
    if not phone:
        return phone
    return next((n for n in _close_by(phone) if holders.setdefault(n, holder) == holder), phone)


def _close_by(phone: str) -> Iterator[str]:
    """0553-00-1234, 0553-00-1235 … and then those of the next exchange."""
    area, exchange, number = phone.split("-")
    for step in range(EXCHANGES):
        where = f"{area}-{(int(exchange) + step) % EXCHANGES:0{len(exchange)}}"
        yield from (f"{where}-{(int(number) + n) % 10_000:04}" for n in range(NEIGHBOURS))
