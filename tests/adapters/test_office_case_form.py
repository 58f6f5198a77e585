"""`juso form` and `juso check FILE`: an office makes forms, anybody checks them."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime

import pytest

from case_form_office import edited, in_short, typed
from juso.adapters.case_form_file import read_case_form
from juso.adapters.case_form_numbers import next_serial
from juso.adapters.office import Office
from juso.app import App
from juso.cli import main
from juso.core.errors import JusoError
from juso.koshu.case_form import Head
from juso.koshu.codes import CaseState
from juso.koshu.sheets import Case

TODAY = date(2026, 3, 31)
APP = App(today=TODAY, now=datetime(2026, 3, 31, 17, 0))


@pytest.fixture
def office(small_office, tmp_path):
    """A copy of the small office."""
    return shutil.copytree(small_office, tmp_path / "事業所")


def form(office, case_no="NEW", out=None, *, consent=True):
    return APP.form(APP.closed(office, out), case_no, consent=consent)


def test_form__of_a_new_case_is_named_by_its_number(office):
    """No name in the file's name."""
    made = form(office).made[0]

    assert made == office / "出力" / "受付票" / "受付票_新規_K-R7-20260331-01.xlsx"
    sheet = read_case_form(made)
    assert (sheet.is_new, sheet.serial, sheet.year) == (True, "K-R7-20260331-01", "R7")
    assert sheet.office_id == Office.open(office).config.id


@pytest.mark.parametrize("typed_no", ["R7-0001", "r7-0001", "Ｒ７-０００１"])
def test_form__of_a_known_case_has_its_values(office, typed_no):
    """However its number was typed."""
    made = form(office, typed_no).made[0]

    sheet = read_case_form(made)
    known = {c.case_no: c for c in APP.closed(office).register(TODAY).register.cases}
    assert made.name == "受付票_R7-0001.xlsx"
    assert sheet.case_no == "R7-0001"
    assert sheet.tables[Case].rows[0].complaint == known["R7-0001"].complaint
    assert sheet.base


def given(case):
    return bool(case.consent and case.consent.is_given)


def case_of(office, wanted):
    cases = APP.closed(office).register(TODAY).register.cases
    return next(case for case in cases if wanted(case))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (lambda case: case.cautions and given(case), "取扱注意（"),
        (lambda case: case.state is CaseState.CLOSED and given(case), "台帳では「終結」"),
        (lambda case: case.consent and not given(case), "この票に合わないため空欄にしました"),
    ],
)
def test_form__says_what_to_heed_before_it_is_handed_out(office, wanted, said):
    assert said in form(office, case_of(office, wanted).case_no).sentence


def test_form__of_a_plain_case_needs_no_advice(office):
    plain = case_of(office, lambda c: not c.cautions and c.state.is_open and given(c))

    assert form(office, plain.case_no).sentence.endswith("記入して提出してもらってください。")


def test_every_form__has_a_number_of_its_own(office, tmp_path):
    """Two of one day, of one case, one put elsewhere."""
    made = [
        form(office).made[0],
        form(office, "R7-0001").made[0],
        form(office, "R7-0001").made[0],
        form(office, out=tmp_path / "渡す.xlsx", consent=False).made[0],
    ]

    sheets = [read_case_form(path) for path in made]

    assert [s.serial[-2:] for s in sheets] == ["01", "02", "03", "04"]
    assert [path.name for path in made[1:3]] == ["受付票_R7-0001.xlsx", "受付票_R7-0001_2.xlsx"]
    assert made[3] == tmp_path / "渡す.xlsx"
    assert sheets[3].variant == "同意なし"


def test_number__survives_a_damaged_store(office):
    """A line cut off by a full disk must not make a number be given twice."""
    store = office / "保管" / "受付票番号.jsonl"
    first = next_serial(Office.open(office), "", TODAY)
    with store.open("a", encoding="utf-8") as file:
        file.write('{"day": "2026-0\n')

    assert first == "K-R7-20260331-01"
    assert next_serial(Office.open(office), "", TODAY) == "K-R7-20260331-03"
    assert next_serial(Office.open(office), "", date(2026, 4, 1))[:13] == "K-R7-20260401"


def test_unknown_case__is_refused_and_no_number_taken(office):
    """In one sentence that says what to do."""
    with pytest.raises(JusoError, match=r"R7-9999.*台帳にありません.*NEW"):
        form(office, "R7-9999")

    assert not (office / "保管" / "受付票番号.jsonl").exists()


def test_log__has_no_names(office):
    """操作記録."""
    form(office, "R7-0001")

    line = (office / "記録" / "操作記録.jsonl").read_text("utf-8").splitlines()[-1]
    assert json.loads(line)["command"] == "form"
    names = {c.name for c in APP.closed(office).register(TODAY).register.cases if c.name}
    assert not [name for name in names if name in line]


def test_check__of_a_form_speaks_of_its_cells(office, tmp_path):
    """Without any office at hand."""
    path = shutil.move(form(office).made[0], tmp_path / "届いた.xlsx")
    edited(path, typed(Head.SENDER, "架空相談支援センター"), typed("受付日", "R8.2.30"))

    result = APP.check_file(path, tmp_path / "結果.xlsx")

    assert "受付日 CELL-002" in in_short(result.findings)
    assert {f.file for f in result.findings} == {"届いた.xlsx"}
    assert result.made == [tmp_path / "結果.xlsx"]


def test_check__prints_the_contract(office, capsys):
    """`juso check FILE.xlsx --json`."""
    made = form(office).made[0]

    code = main(["check", str(made), "--json", "--today", "2026-03-31"])

    findings = json.loads(capsys.readouterr().out)["findings"]
    assert code == 1
    assert findings
    assert set(findings[0]) == {
        *("rule", "severity", "file", "sheet", "cell"),
        *("key", "column", "value", "message", "basis"),
    }
