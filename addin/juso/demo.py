"""`juso demo`: an invented office, and every job run on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from juso.adapters.case_form_file import read_case_form
from juso.adapters.case_form_workbook import Sent, write_case_form
from juso.adapters.case_inbox import INBOX, lists_of
from juso.adapters.office_case_form import rows_of
from juso.adapters.share import free_path, save_new
from juso.adapters.workspace import Workspace
from juso.app import App
from juso.core.calendar import FiscalYear
from juso.core.finding import Severity
from juso.core.sheet import Row
from juso.koshu.codes import Meeting
from juso.koshu.plan import FIRST_YEAR
from juso.koshu.register import Register, register_of
from juso.koshu.sheets import Case
from juso.result import Result
from juso.services.sample.sent_cases import just_received, plain_case, with_news
from juso.services.sample.simulate import simulate

CASES, SEED = 300, 1
SENT_CASES, SENT_SEED = (
    40,
    2,
)  # another invented year, in which the sender of a 受付票 knows somebody
NEW = "NEW"
RETURNED = "W2"  # the form of the faulty office that is given back
SETTLED_MONTHS = 2
DATA = "全部の数"
RECORDS = re.compile(r"(案件別記録_.+?_).*")

Job = tuple[str, Result]  # what it makes, and what came of it


def demo(app: App, folder: Path) -> Result:
    """架空の事業所をつくり、すべての操作を実行する。誤りを入れた見本も隣につくる。"""
    office = free_path(folder)
    faulty = free_path(office.with_name(f"{office.name}_誤りの例"))
    year = FIRST_YEAR
    app = replace(app, today=year.last_day)  # the invented year has just ended
    jobs = list(_run_all(app, office, year))
    errors = [f for _, job in jobs for f in job.findings if f.severity is Severity.ERROR]
    jobs += (("誤りの例", job) for job in _with_faults(app, faulty, year))
    table = [(kind, path) for kind, job in jobs for path in _shown(job.made)]
    sentence = f"{office} の支援台帳.xlsx と「出力」フォルダーから、ご覧ください。"
    made = [path for _, job in jobs for path in job.made]
    return Result(sentence, made, errors, table=table)


def _run_all(app: App, office: Path, year: FiscalYear) -> Iterator[Job]:
    yield "支援台帳・月次報告", app.sample(office, year, CASES, SEED, faults=False)
    at = app.closed(office)
    register = at.register(app.today).register
    yield "点検結果", app.check(at)
    yield "要対応一覧", app.todo(at)
    yield "つなぎボード", app.board(at)
    yield "名寄せ", app.match(at, "")
    yield from case_forms(app, at, register, year)
    yield "引継ぎパック", app.handover(at, *_busiest_worker(register))
    yield from tallies(app, at, year)
    for number in _busiest_meetings(register, year):
        yield "次第", app.agenda(at, number)
        yield "会議録", app.minutes(at, number)
    yield "実施状況報告書", app.report(at, "internal")


def _with_faults(app: App, office: Path, year: FiscalYear) -> Iterator[Result]:
    yield app.sample(office, year, CASES, SEED, faults=True)
    at = app.closed(office)
    yield app.check(at)
    yield app.board(at)
    yield app.tidy(at)
    yield app.match(at, "")
    yield app.receive(at, ())
    yield app.give_back(at, RETURNED, "直したところの訳を、その行の備考に書いてください。")
    yield app.remind(at)
    yield app.reconcile(at)
    yield app.merge(at)


def tallies(app: App, at: Workspace, year: FiscalYear) -> Iterator[Job]:
    """月次報告: received, two months closed, held against the register, merged."""
    yield "月次報告の受付", app.receive(at, ())
    for month in year.months[:SETTLED_MONTHS]:
        yield "月次報告の確定", app.settle(at, month)
    yield "突合", app.reconcile(at)
    yield "月次統合", app.merge(at, data=at.office.output("集計") / DATA)


def case_forms(app: App, at: Workspace, register: Register, year: FiscalYear) -> Iterator[Job]:
    """受付票 of a new and of a known case: made, filled in by a window, checked, taken in."""
    other = register_of(simulate(year, SENT_CASES, SENT_SEED), year.last_day)
    known = plain_case(register)
    before = rows_of(register, known)
    new = just_received(rows_of(other, plain_case(other)), year)
    for case_no, was, rows in ((NEW, [], new), (known, before, with_news(before, year))):
        made = app.form(at, case_no)
        yield "受付票", made
        came = _filled_in(at, made.made[0], was, rows, register)
        yield "届いた受付票", Result("", [came])
        yield "受付票の点検", app.check_file(came, None)
    yield "受付票の取込票", app.intake(at, ())


def _filled_in(
    at: Workspace, form: Path, before: Sequence[Row], rows: Sequence[Row], register: Register
) -> Path:
    """The form as its window sends it back, in the office's 受付票."""
    case = next(row for row in rows if isinstance(row, Case))
    sent = Sent(register.today, case.lead_agency or "", before)
    serial, lists = read_case_form(form).serial, lists_of(register)
    return save_new(
        at.office.folder / INBOX / form.name,
        lambda path: write_case_form(path, rows, at.office.config, lists, serial, sent=sent),
    )


def _busiest_worker(register: Register) -> tuple[str, str]:
    """Name and agency of the worker who leads most of the open cases."""
    leads = Counter((c.lead_worker, c.lead_agency) for c in register.cases if c.state.is_open)
    return leads.most_common(1)[0][0]


def _busiest_meetings(register: Register, year: FiscalYear) -> Iterator[str]:
    """One meeting of each kind: the one with most business in the year."""
    for kind in Meeting:
        held = [m.meeting_no for m in register.meetings if m.kind is kind and m.held_on in year]
        if held:
            yield max(held, key=lambda number: len(register.items_of.get(number, ())))


def _shown(made: Sequence[Path]) -> list[Path]:
    """Files made; monthly forms and data as their folder, a meeting's case records as one line."""
    return list(dict.fromkeys(_place(path) for path in made))


def _place(path: Path) -> Path:
    if path.parent.parent.name == "月次報告" or path.parent.name == DATA:
        return path.parent
    return path.with_name(RECORDS.sub(r"\1*.docx", path.name))
