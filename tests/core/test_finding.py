"""Findings and Excel addresses."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.core.finding import Finding, Severity, address, column_letters, has_errors


def finding(severity):
    """A finding of some severity."""
    return Finding(
        rule="CASE-011",
        severity=severity,
        file="支援台帳.xlsx",
        sheet="相談受付簿",
        cell="G12",
        key="R7-0007",
        column="次回予定日",
        value="",
        message="次回予定日を入力してください。",
        basis="実施計画4(1)①",
    )


def test_finding__has_the_fields_of_the_contract():
    """Other programs read these names; severity is its Japanese word."""
    found = json.loads(json.dumps(finding(Severity.ERROR).to_json()))

    assert list(found) == [
        "rule",
        "severity",
        "file",
        "sheet",
        "cell",
        "key",
        "column",
        "value",
        "message",
        "basis",
    ]
    assert found["severity"] == "要修正"
    assert found["cell"] == "G12"


def test_errors__decide_the_exit_code():
    """要確認 and 参考 do not stop work."""
    assert has_errors([finding(Severity.NOTE), finding(Severity.ERROR)])
    assert not has_errors([finding(Severity.NOTE), finding(Severity.WARNING)])
    assert not has_errors([])


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, "A"),
        (25, "Z"),
        (26, "AA"),
        (51, "AZ"),
        (52, "BA"),
        (701, "ZZ"),
        (702, "AAA"),
        (16383, "XFD"),
    ],
)
def test_column_letters__are_those_of_excel(index, expected):
    """A to Z, AA to ZZ, up to the last column XFD."""
    assert column_letters(index) == expected


@given(st.integers(0, 16383))
def test_column_letters__can_be_counted_back(index):
    """No two columns share their letters."""
    number = 0
    for letter in column_letters(index):
        number = number * 26 + ord(letter) - ord("A") + 1

    assert number - 1 == index


def test_address__is_letters_and_row():
    """Row 12, seventh column."""
    assert address(12, 6) == "G12"
