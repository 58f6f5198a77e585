"""確定取消: a month closed by mistake is opened again, with a reason and a day to close it by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from juso.adapters.form_closing import must_be_forms, must_be_of_year
from juso.adapters.form_ledger import note_events, read_events
from juso.adapters.form_return import answer_day
from juso.adapters.office import Office
from juso.adapters.user_name import user_name
from juso.core.calendar import Month
from juso.core.errors import JusoError
from juso.koshu.tally.items import form
from juso.koshu.tally.submission import Event, Step, lives


@dataclass(slots=True)
class Reopened:
    """What a run did: a sentence for each window, and the day to settle them again by."""

    until: date
    lines: list[str] = field(default_factory=list)
    reopened: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def reopen(
    office: Office, month: Month, codes: Sequence[str], reason: str, today: date
) -> Reopened:
    """Take 確定 of a month back for the windows named, or for all that are settled.

    JusoError without a reason, for a month of another year, a code that is none, or where no
    window has settled the month.
    """
    must_be_forms(codes)
    must_be_of_year(office, month)
    if not reason.strip():
        raise JusoError("確定を取り消す理由がありません。--reopen のあとに理由を書いてください。")
    events, damaged = read_events(office)
    closed = {
        code: life.settled[month]
        for code, life in lives(events, office.year).items()
        if month in life.settled
    }
    if not closed:
        raise JusoError(f"{month}を確定した窓口・事業はありません。月を確かめてください。")
    until = answer_day(today)
    done, taken_back = Reopened(until, list(damaged)), list[Event]()
    for code in dict.fromkeys(codes or closed):
        name = f"{form(code).name}（{code}）の{month}"
        if code not in closed:
            done.lines.append(f"{name}は確定していないので、取り消せません。")
            done.refused.append(code)
            continue
        taken_back.append(_taken_back(closed[code], reason.strip(), today, until))
        done.lines.append(f"{name}の第{closed[code].version}版の確定を取り消しました。")
        done.reopened.append(code)
    note_events(office, taken_back)
    return done


def _taken_back(closed: Event, reason: str, today: date, until: date) -> Event:
    return Event(
        Step.REOPEN,
        *(closed.form, closed.year, closed.version, closed.sha256, closed.month),
        *(user_name(), today),
        reason=reason,
        until=until,
    )
