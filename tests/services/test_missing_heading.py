"""SHEET-002: a heading that is gone, and one that an older register never had."""

from __future__ import annotations

import pytest

from juso.adapters.register_file import RegisterFile
from juso.core.calendar import parse_date
from juso.core.finding import Finding
from juso.core.table import read_table
from juso.koshu.register import Register
from juso.koshu.sheets import SHEETS, Case, Referral
from juso.services.check import check
from tables import TODAY

NEW = [(t, c) for t in SHEETS for c in t.columns if c.since]


def without(label: str, row_type: type = Referral, instead: str = "") -> RegisterFile:
    """A register that lacks one heading of one sheet, or has it under another name."""
    labels = [instead if c.label == label else c.label for c in row_type.columns]
    table = read_table(row_type, [[text for text in labels if text]], {})
    return RegisterFile(None, Register({row_type: table}, parse_date(TODAY)), ())  # type: ignore[arg-type]


def findings(label: str, row_type: type = Referral, instead: str = "") -> list[Finding]:
    found = check(without(label, row_type, instead).register, "支援台帳.xlsx")
    return [f for f in found if f.rule == "SHEET-002"]


@pytest.mark.parametrize(("row_type", "column"), NEW, ids=[c.label for _, c in NEW])
def test_column_of_a_later_release__is_only_mentioned(row_type, column):
    """An older register is whole without it, and is told how to add it."""
    (found,) = findings(column.label, row_type)

    assert not column.required
    assert found.severity == "参考"
    assert found.message.startswith(
        f"見出し「{column.label}」がありません。{column.since}版で加わった列で、なくても点検できます。"
    )
    assert not without(column.label, row_type).gap


def test_new_column_misspelt__is_a_note_that_says_how_it_is_spelt():
    (found,) = findings("結果日", instead="結果の日")

    assert found.severity == "参考"
    assert (
        found.message == "見出し「結果日」がありません。「結果の日」を「結果日」に直してください。"
    )


def test_column_that_was_always_there__is_to_be_put_back():
    """Also an optional one: what was in it is lost."""
    (found,) = findings("受領日")

    assert found.severity == "要修正"
    assert found.message == "見出し「受領日」がありません。1行目に「受領日」の列を戻してください。"


@pytest.mark.parametrize(("row_type", "label"), [(Referral, "受領日"), (Case, "取扱注意")])
def test_register_without_a_column_it_had__makes_no_documents(row_type, label):
    """Without 受領日 everything would wait, without 取扱注意 nobody would be protected."""
    found = without(label, row_type).gap

    assert found == f"シート「{row_type.sheet}」の見出し「{label}」"
