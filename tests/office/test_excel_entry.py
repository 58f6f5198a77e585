"""What a General cell makes of an entry: the table a Japanese Excel is believed to go by."""

from datetime import date, datetime

import pytest

from office.excel_dates import serial_of
from office.excel_entry import Kind, as_text, entry

NUMBERS = """
001         1          -
1.5         1.5        -
-2          -2         -
１２        12         -
1,234       1234       #,##0
¥1,200      1200       #,##0
50%         0.5        0%
3E5         300000     0.00E+00
2025/4/1    45748      yyyy/m/d
2025-04-01  45748      yyyy/m/d
25/4/1      45748      yyyy/m/d
R7.4.1      45748      [$-411]ge.m.d
令和7年4月1日  45748   [$-411]ggge"年"m"月"d"日"
令和元年5月1日  43586  [$-411]ggge"年"m"月"d"日"
2025年4月1日  45748    yyyy"年"m"月"d"日"
2025/4      45748      mmm-yy
13:30       0.5625     h:mm
12:00:00    0.5        h:mm:ss
9時45分     0.40625    h:mm
"""

TEXTS = """
相談あり 0553-32-2111 R7-0007 JU-R7-03 R7.4 W1/A01/R7.4 13月1日 2025/2/30 25:99 ① - --- 12歳 1,2
"""


@pytest.mark.parametrize("line", NUMBERS.strip().splitlines())
def test_texts_that_become_numbers(line):
    """Text, what the cell holds, the format a General cell takes on."""
    text, value, number_format = line.split()

    found = entry(text)

    assert (found.kind, found.value) == (Kind.NUMBER, pytest.approx(float(value)))
    assert found.number_format == number_format.replace("-", "", number_format == "-")


@pytest.mark.parametrize("text", TEXTS.split())
def test_texts_that_stay(text):
    assert entry(text) == (text, Kind.TEXT, "")


@pytest.mark.parametrize("text", ["4月1日", "4/1", "4-1", "４／１"])
def test_a_day_without_a_year_is_one_of_this_year(text):
    this_year = datetime.now().year

    assert entry(text).value == serial_of(date(this_year, 4, 1))


@pytest.mark.parametrize(
    ("text", "formula"),
    [("=A1", "=A1"), ("-見直し", "=-見直し"), ("@住所", "=住所"), ("#N/A", "=#N/A")],
)
def test_texts_that_become_formulas(text, formula):
    assert entry(text) == (formula, Kind.FORMULA, "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("true", (1.0, Kind.LOGICAL)),
        (False, (0.0, Kind.LOGICAL)),
        ("'001", ("001", Kind.TEXT)),
        (None, ("", Kind.TEXT)),
        (date(2025, 4, 1), (45748.0, Kind.NUMBER)),
        (datetime(2025, 4, 1, 12), (45748.5, Kind.NUMBER)),
    ],
)
def test_other_entries(value, expected):
    assert entry(value)[:2] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("=1+1", "=1+1"), ("001", "001"), (5.0, "5"), (date(2025, 4, 1), "2025/4/1"), (True, "TRUE")],
)
def test_a_text_cell_keeps_all_as_text(value, expected):
    assert as_text(value) == expected


def test_a_text_no_cell_can_hold_is_refused():
    with pytest.raises(ValueError, match="32768"):
        entry("長" * 32768)
