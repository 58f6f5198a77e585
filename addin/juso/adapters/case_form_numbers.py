"""受付票番号: every form made gets its own number, wherever it is put."""

from __future__ import annotations

from datetime import date
from secrets import token_hex

from juso.adapters.jsonl_store import append_lines, read_lines
from juso.adapters.office import Office

STORE = "受付票番号.jsonl"


def next_serial(office: Office, case_no: str, today: date) -> str:
    """K-R7-20260331-01: note in 保管 that a form is made, and number it among the day's.

    Each noting is found again by its own mark, so that two at the same time differ. JusoError
    when it cannot be noted.
    """
    store = office.folder / "保管" / STORE
    mark, day = token_hex(8), today.isoformat()
    append_lines(store, [{"day": day, "case": case_no, "mark": mark}])
    noted, damaged = read_lines(store, lambda line: (str(line["day"]), str(line["mark"])))
    before = [marked for noted_day, marked in noted if noted_day == day].index(mark)
    number = before + 1 + len(damaged)
    return f"K-{office.year.short}-{today:%Y%m%d}-{number:02d}"
