"""Formulas and addresses go over to LibreOffice's grammar and come back the same."""

import pytest

from office.area import Area
from office.excel_formula import to_calc, to_excel

FORMULAS = [
    ("=SUM(A1:B2,C3)", "=SUM(A1:B2;C3)"),
    ("='支援 経過'!A1&設定!$B$2", "=$'支援 経過'.A1&$設定.$B$2"),
    ('=HYPERLINK("#\'相談受付簿\'!G12","G,12")', '=HYPERLINK("#\'相談受付簿\'!G12";"G,12")'),
    ("='あ''い,う'!A1", "=$'あ''い,う'.A1"),
    ("=1.5*A1", "=1.5*A1"),
]


@pytest.mark.parametrize(("excel", "calc"), FORMULAS)
def test_formulas_go_there_and_back(excel, calc):
    assert to_calc(excel) == calc
    assert to_excel(calc) == excel


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("G12", (11, 6, 11, 6)),
        ("$G$12:$H$14", (11, 6, 13, 7)),
        ("H14:G12", (11, 6, 13, 7)),
        ("A:C", (0, 0, 1_048_575, 2)),
        ("3:5", (2, 0, 4, 16_383)),
        ("juso_register", None),
        ("A1:5", None),
    ],
)
def test_addresses_are_read(text, area):
    assert Area.named(text) == area
