"""`juso demo`: the forms it sends out come back, are accepted and bring what it says they bring."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from juso import demo
from juso.adapters.office_case_form import rows_of
from juso.app import App
from juso.core.calendar import FiscalYear
from juso.koshu.register import register_of
from juso.koshu.sheets import Case
from juso.services.sample.sent_cases import just_received, plain_case, with_news
from juso.services.sample.simulate import simulate

YEAR = FiscalYear(2025)
APP = App(date(2026, 3, 31), datetime(2026, 3, 31, 17, 0))


@pytest.fixture(scope="module")
def jobs(sample_office, tmp_path_factory):
    """What the forms of the demo came to, on a clean office."""
    office = tmp_path_factory.mktemp("demo") / "見本"
    shutil.copytree(sample_office, office)
    at = APP.closed(office)
    register = at.register(APP.today).register
    return list(demo.case_forms(APP, at, register, YEAR))


def test_demo__has_its_forms_checked_without_a_finding(jobs):
    """What the invented window sends is what a careful one would send."""
    checked = [job for kind, job in jobs if kind == "受付票の点検"]

    assert [list(job.findings) for job in checked] == [[], []]


def test_demo__takes_in_a_new_case_and_news_of_a_known_one(jobs):
    """One form becomes new rows, the other rewrites two cells; both go onto one 取込票."""
    kind, taken = jobs[-1]

    assert kind == "受付票の取込票"
    assert "新しい相談1件、書換え1件" in taken.sentence
    assert any("2か所を書き換えます。" in line for line in taken.lines)
    assert [path.name for path in taken.made] == ["取込票_受付票.xlsx"]


def test_demo__lists_case_records_of_a_meeting_in_one_line():
    """The closing table stays short; files made one by one are named."""
    made = [
        Path("出力/会議録") / name for name in ("会議録_A.docx", "案件別記録_A_案件1_R7-0001.docx")
    ]
    made += [made[-1].with_name("案件別記録_A_案件2_R7-0002.docx")]

    assert [path.name for path in demo._shown(made)] == ["会議録_A.docx", "案件別記録_A_*.docx"]


def test_demo__lists_the_data_of_a_merge_as_their_folder():
    made = [Path("出力/集計/月次統合_R7.xlsx")]
    made += [Path("出力/集計/全部の数") / name for name in ("月次実績.csv", "月次実績.parquet")]

    assert [path.name for path in demo._shown(made)] == ["月次統合_R7.xlsx", "全部の数"]


@pytest.fixture(scope="module")
def tallied(sample_office, tmp_path_factory):
    """What the monthly forms of the demo came to, and the office."""
    office = tmp_path_factory.mktemp("demo") / "見本"
    shutil.copytree(sample_office, office)
    at = APP.closed(office)
    return list(demo.tallies(APP, at, YEAR)), office


def test_demo__receives_and_settles_without_a_finding(tallied):
    """Every form of the clean office, and its first two months."""
    jobs, office = tallied

    assert {kind for kind, job in jobs if job.findings or job.is_amiss} == set()
    assert jobs[0][1].sentence.startswith("月次報告の受付：受付8件。")
    assert [job.sentence for kind, job in jobs if kind == "月次報告の確定"] == [
        "R7.4を8件確定しました。",
        "R7.5を8件確定しました。",
    ]
    assert (office / "出力" / "集計" / "全部の数" / "月次実績.csv").exists()


def test_demo__holds_the_faulty_office_against_its_register(faulty_office, tmp_path):
    """Whatever is wrong with its rows, the differences are listed."""
    at = APP.closed(Path(shutil.copytree(faulty_office, tmp_path / "誤り")))

    result = APP.reconcile(at)

    assert [path.name for path in result.made] == ["突合_20260331.xlsx"]


@pytest.mark.parametrize("seed", range(1, 6))
def test_just_received__forgets_numbers_and_what_came_later(seed):
    """A case of any year can be sent as a new one: no number, received, consent of that day."""
    register = register_of(simulate(YEAR, 40, seed), YEAR.last_day)
    rows = just_received(rows_of(register, plain_case(register)), YEAR)
    case = next(row for row in rows if isinstance(row, Case))

    assert {row.case_no for row in rows} == {None}
    assert (case.household_no, case.outcome, str(case.state)) == (None, None, "受付")
    assert case.received_on == case.consent_on < YEAR.last_day < case.next_on


def test_with_news__changes_two_cells():
    """Everything else stays as the window got it."""
    register = register_of(simulate(YEAR, 40, 1), YEAR.last_day)
    rows = rows_of(register, plain_case(register))
    changed = with_news(rows, YEAR)
    old, new = (next(r for r in found if isinstance(r, Case)) for found in (rows, changed))

    assert new.replace(next_on=old.next_on, note=old.note) == old
    assert new.next_on != old.next_on and new.note != old.note
    assert [r for r in changed if r is not new] == [r for r in rows if r is not old]
