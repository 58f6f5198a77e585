"""The city's business days: national holidays, 年末年始 and its own 閉庁日."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from juso.adapters.holidays import business_days
from juso.koshu.settings import Settings

CLOSED = """
2025-04-29 昭和の日
2025-05-06 振替休日
2025-09-23 秋分の日
2025-11-24 振替休日
2025-12-29 年末年始
2025-12-31 年末年始
2026-01-01 元日
2026-01-02 年末年始
2026-09-22 国民の休日
2025-08-14 市の閉庁日
2025-08-16 土曜日
"""
OPEN = "2025-04-28 2025-05-07 2025-08-13 2025-12-26 2026-01-05 2026-09-24"
DAYS = business_days(Settings(closures=(date(2025, 8, 14),)))


@pytest.mark.parametrize("line", CLOSED.strip().splitlines())
def test_closed_day__is_no_business_day(line):
    assert not DAYS.is_open(date.fromisoformat(line.split()[0]))


@pytest.mark.parametrize("day", OPEN.split())
def test_other_weekday__is_one(day):
    assert DAYS.is_open(date.fromisoformat(day))


def test_year_end_and_golden_week__are_stepped_over():
    """御用納めの金曜に送ると、年明けの月曜が1営業日目."""
    assert DAYS.days_between(date(2025, 12, 26), date(2026, 1, 4)) == 0
    assert DAYS.days_between(date(2025, 12, 26), date(2026, 1, 5)) == 1
    assert DAYS.after(date(2025, 5, 2), 1) == date(2025, 5, 7)


def test_holidays__are_loaded_when_a_day_is_asked_for_only():
    """Who has no ball in the air does not pay for the library."""
    code = (
        "import sys; from datetime import date;"
        "from juso.adapters.holidays import business_days;"
        "from juso.koshu.settings import Settings;"
        "days = business_days(Settings()); a = 'jpholiday' in sys.modules;"
        "days.is_open(date(2025, 5, 12)); print(a, 'jpholiday' in sys.modules)"
    )
    addin = Path(__file__).parents[2] / "addin"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(addin), "PATH": "", "PYTHONDONTWRITEBYTECODE": "1"},
    )

    assert done.stdout.split() == ["False", "True"]
