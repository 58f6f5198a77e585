"""`juso demo`: an invented office, and every job run on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from juso.adapters.share import free_path
from juso.app import App
from juso.core.calendar import FiscalYear
from juso.core.finding import Severity
from juso.koshu.codes import Meeting
from juso.koshu.plan import FIRST_YEAR
from juso.koshu.register import Register
from juso.result import Result

CASES, SEED = 300, 1


def demo(app: App, folder: Path) -> Result:
    """架空の事業所をつくり、すべての操作を実行する。誤りを入れた見本も隣につくる。"""
    office = free_path(folder)
    faulty = free_path(office.with_name(f"{office.name}_誤りの例"))
    year = FIRST_YEAR
    app = replace(app, today=year.last_day)  # the invented year has just ended
    jobs = list(_run_all(app, office, year))
    errors = [f for _, job in jobs for f in job.findings if f.severity is Severity.ERROR]
    jobs += [
        ("誤りの例", app.sample(faulty, year, CASES, SEED, faults=True)),
        ("誤りの例の点検結果", app.check(app.closed(faulty))),
        ("誤りの例の月次統合", app.merge(app.closed(faulty))),
    ]
    table = [(kind, path) for kind, job in jobs for path in _shown(job.made)]
    sentence = f"{office} の支援台帳.xlsx と「出力」フォルダーから、ご覧ください。"
    return Result(sentence, [path for _, path in table], errors, table=table)


def _run_all(app: App, office: Path, year: FiscalYear) -> Iterator[tuple[str, Result]]:
    yield "支援台帳・月次報告", app.sample(office, year, CASES, SEED, faults=False)
    at = app.closed(office)
    yield "点検結果", app.check(at)
    yield "要対応一覧", app.todo(at)
    yield "月次統合", app.merge(at)
    for number in _busiest_meetings(at.register(app.today).register, year):
        yield "次第", app.agenda(at, number)
        yield "会議録", app.minutes(at, number)
    yield "実施状況報告書", app.report(at, "internal")


def _busiest_meetings(register: Register, year: FiscalYear) -> Iterator[str]:
    """One meeting of each kind: the one with most business in the year."""
    for kind in Meeting:
        held = [m.meeting_no for m in register.meetings if m.kind is kind and m.held_on in year]
        if held:
            yield max(held, key=lambda number: len(register.items_of.get(number, ())))


def _shown(made: Sequence[Path]) -> list[Path]:
    """Files made, a year's monthly forms as the one folder they are in."""
    forms = {path.parent: None for path in made if path.parent.parent.name == "月次報告"}
    return [path for path in made if path.parent not in forms] + list(forms)
