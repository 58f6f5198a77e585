"""The reasons of the 確認済みメモ in the annual report's notes, from the store to the document."""

import shutil
from datetime import date

import pytest

from juso.adapters.confirmations import append_confirmations
from juso.adapters.office import Office
from juso.adapters.register_file import read_register
from juso.adapters.word import document_text
from juso.cli import main
from juso.core.finding import Severity
from juso.koshu.confirmation import Reason
from juso.services.check import check
from juso.services.confirm import confirm

TODAY = date(2026, 3, 31)
REASON = "本人の入院中は病院の相談員が見守るため、退院まで待つ。"


@pytest.fixture
def confirmed_office(small_office, tmp_path):
    """An office where one 要確認 was confirmed; gives the folder, the rule and the row's number."""
    folder = shutil.copytree(small_office, tmp_path / "事業所")
    loaded = read_register(folder / "支援台帳.xlsx", TODAY)
    found = check(loaded.register, loaded.path.name, loaded.missing)
    f = next(f for f in found if f.severity is Severity.WARNING and f.key and f.cell)
    reason = Reason(f.rule, f.sheet, f.key, f.column, f.message, REASON, f.cell)
    taken = confirm([reason], found, loaded.register, "見本 太郎", TODAY, ())
    append_confirmations(Office.open(folder), taken.confirmations)
    return folder, f.rule, f.key


def report(folder, edition) -> str:
    """資料表6 of a fresh report."""
    main(["report", str(folder), "--edition", edition, "--today", str(TODAY)])
    place = max((folder / "出力" / "報告書").glob("*.docx"), key=lambda path: path.stat().st_mtime)
    return document_text(place).partition("確認済みの指摘とその理由")[2].partition("資料5")[0]


def test_report__tells_why_a_finding_stands(confirmed_office, capsys):
    """Inside with the row's number, outside without it."""
    folder, rule, key = confirmed_office

    internal, public = report(folder, "internal"), report(folder, "committee")

    assert "Traceback" not in capsys.readouterr().err
    assert [word in internal for word in (rule, REASON, key)] == [True, True, True]
    assert [word in public for word in (rule, REASON, key)] == [True, True, False]
    assert "見本 太郎" not in internal + public
