"""突合 by the command line: differences listed, answered, remembered, and told again."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from shutil import copytree

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from juso.adapters.reconcile_sheet import ANSWER, RECONCILED, STATE
from juso.app import App
from juso.cli import main
from juso.core.calendar import FiscalYear

TODAY = ("--today", "2026-03-31")
WHY = "窓口に電話で確認、様式の数え直しは来月"


@pytest.fixture(scope="module")
def clean_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean year of 40 cases."""
    folder = tmp_path_factory.mktemp("office") / "事業所"
    app = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))
    app.sample(folder, FiscalYear(2025), cases=40, seed=1, faults=False)
    return folder


@pytest.fixture
def office(clean_office: Path, tmp_path: Path) -> Path:
    """An office in which the form of 介護 says two things more in June than its register."""
    folder = tmp_path / "事業所"
    copytree(clean_office, folder)
    type_more(folder, "W1_介護.xlsx", "A01", "B01")
    return folder


def form_path(office: Path, name: str) -> Path:
    return office / "月次報告" / "令和7年度" / name


def type_more(office: Path, name: str, *codes: str, more: int = 1) -> None:
    """Add to the June figures of some rows."""
    path = form_path(office, name)
    book = openpyxl.load_workbook(path)
    sheet = book["月次"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "項目コード")
    june = next(cell.column for cell in head if cell.value == "6月")
    for row in sheet.iter_rows(min_row=head[0].row + 1):
        if row[0].value in codes:
            cell = sheet.cell(row[0].row, june)
            cell.value += more
    book.save(path)


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    code = main([*map(str, words), *TODAY])
    return code, capsys.readouterr().out


def latest(office: Path, kind: str) -> Path:
    paths = (office / "出力" / kind).glob("*.xlsx")
    return max(paths, key=lambda path: (path.stat().st_mtime_ns, path.name))


def listed(office: Path) -> dict[str, dict[str, object]]:
    sheet = openpyxl.load_workbook(latest(office, "突合"))[RECONCILED.title]
    rows = (
        dict(zip(RECONCILED.labels, values, strict=False))
        for values in sheet.iter_rows(min_row=RECONCILED.first_row, values_only=True)
    )
    return {str(row["番号"]): row for row in rows if row["番号"]}


def write(path: Path, title: str, heading: str, key: str, text: str) -> None:
    """Type into the row of a key of a workbook the product made."""
    book = openpyxl.load_workbook(path)
    sheet = book[title]
    head = next(row for row in sheet.iter_rows() if heading in [cell.value for cell in row])
    places = {cell.value: cell.column for cell in head}
    for number in range(head[0].row + 1, sheet.max_row + 1):
        if sheet.cell(number, places["番号"]).value == key:
            sheet.cell(number, places[heading]).value = text
    book.save(path)


def answer(office: Path, key: str, text: str) -> None:
    write(latest(office, "突合"), RECONCILED.title, ANSWER, key, text)


def memo(office: Path) -> list[dict[str, object]]:
    store = office / "保管" / "確認済みメモ.jsonl"
    return [json.loads(line) for line in store.read_text(encoding="utf-8").splitlines()]


def test_reason__is_remembered_until_a_number_changes(office, capsys):
    code, out = run(capsys, "reconcile", office)
    before = listed(office)
    assert code == 0
    assert list(before) == ["W1/A01/R7.6", "W1/B01/R7.6"]
    assert "2個が不一致です（未確認2個）" in out

    answer(office, "W1/A01/R7.6", WHY)
    _, out = run(capsys, "reconcile", office)
    assert out.rstrip().endswith("（未確認1個、確認済み1個）。")
    assert "1件を確認済みにしました。" in out
    assert WHY in str(listed(office)["W1/A01/R7.6"][STATE])
    assert listed(office)["W1/B01/R7.6"][STATE] == "未確認"
    assert memo(office)[0]["values"] == {
        "窓口の数": str(before["W1/A01/R7.6"]["窓口の数"]),
        "台帳の数": str(before["W1/A01/R7.6"]["台帳の数"]),
    }

    type_more(office, "W1_介護.xlsx", "A01")
    run(capsys, "reconcile", office)
    state = str(listed(office)["W1/A01/R7.6"][STATE])
    assert state.startswith("未確認。確認済みでしたが、その後「窓口の数」が")


def test_confirm__takes_the_answers_of_a_listing(office, capsys):
    run(capsys, "reconcile", office)
    answer(office, "W1/B01/R7.6", WHY)
    path = latest(office, "突合")

    _, out = run(capsys, "confirm", office, path)

    assert "1件を確認済みにしました。" in out
    assert [entry["key"] for entry in memo(office)] == ["W1/B01/R7.6"]
    _, out = run(capsys, "confirm", office, path)
    assert "新しい理由はありません" in out
    assert len(memo(office)) == 1


def test_circle_without_a_cause__is_refused_and_stays(office, capsys):
    run(capsys, "reconcile", office)
    answer(office, "W1/A01/R7.6", "○")

    _, out = run(capsys, "reconcile", office)

    assert "1件は受け付けませんでした。" in out
    assert listed(office)["W1/A01/R7.6"][ANSWER] == "○"


def test_merge__shows_what_was_confirmed_as_a_note(office, capsys):
    """A 要確認 of the merge: the reason typed in 指摘 holds until one of the figures changes."""
    type_more(office, "W4_生活困窮.xlsx", "I404", more=90)
    run(capsys, "merge", office)
    key = "W4/I404/R7.6"
    assert "TALLY-117" in rules(office, key, "要確認")
    write(latest(office, "集計"), "指摘", "対応", key, WHY)

    _, out = run(capsys, "confirm", office, latest(office, "集計"))
    assert "を確認済みにしました。" in out
    run(capsys, "merge", office)
    assert "TALLY-117" in rules(office, key, "参考")

    type_more(office, "W4_生活困窮.xlsx", "I403")
    run(capsys, "merge", office)
    assert "TALLY-117" in rules(office, key, "要確認")


def test_merge__never_takes_a_reason_for_an_error(office, capsys):
    run(capsys, "merge", office)
    key = "W1/A01/R7.6"
    assert rules(office, key, "要修正")
    write(latest(office, "集計"), "指摘", "対応", key, WHY)

    _, out = run(capsys, "confirm", office)

    assert "要修正のため、理由があっても確認済みにできません" in out
    run(capsys, "merge", office)
    assert rules(office, key, "要修正")


def rules(office: Path, key: str, severity: str) -> list[str]:
    """The rules that speak of a figure in the latest 月次統合."""
    sheet = CalamineWorkbook.from_path(latest(office, "集計")).get_sheet_by_name("指摘")
    rows = [row for row in sheet.to_python() if key in row]
    return [str(row[-2]) for row in rows if str(row[0]).endswith(severity)]


def test_clean_office__has_nothing_to_tell(clean_office, tmp_path, capsys):
    code, out = run(capsys, "reconcile", clean_office, "--out", tmp_path / "突合.xlsx")

    assert code == 0
    assert "すべて台帳と一致しました。" in out
    assert (tmp_path / "突合.xlsx").exists()


def test_names__never_stand_in_the_listing(office, capsys):
    """Case numbers only, whatever the causes are."""
    run(capsys, "reconcile", office)
    book = CalamineWorkbook.from_path(office / "支援台帳.xlsx")
    rows = book.get_sheet_by_name("相談受付簿").to_python()
    place = rows[0].index("氏名")
    names = {str(row[place]) for row in rows[1:] if row[place]}

    told = "".join(str(cell) for row in listed(office).values() for cell in row.values())

    assert names
    assert not [name for name in names if name in told]
