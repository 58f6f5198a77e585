"""The head of every record: when, where, who, and how secrecy was announced."""

from __future__ import annotations

from juso.core.calendar import era_date
from juso.koshu.codes import Meeting, MinutesState
from juso.koshu.config import Config
from juso.koshu.meeting_time import clock
from juso.koshu.plan import meeting_fact
from juso.koshu.rules.deadlines import minutes_due
from juso.koshu.sheets import MeetingRecord
from juso.services.meeting import heading
from juso.services.meeting.cases import MeetingCases
from juso.services.meeting.minutes_model import Head
from juso.services.meeting.people import present
from juso.services.meeting.wording import day_in_text


def head_of(cases: MeetingCases, config: Config) -> Head:
    """What stands at the head of the records of a meeting."""
    record = cases.record
    return Head(
        round=heading.round_of(record, cases.day),
        title=heading.title_of(record, config),
        when=heading.when_of(record),
        place=record.place,
        style=str(record.style or "－"),
        basis=_basis(record, config),
        is_draft=record.minutes_state is not MinutesState.FINAL,
        made_on=era_date(cases.register.today),
        recorder=record.recorder,
        chair=record.chair,
        confirmed_by=record.finalized_by,
        finalized_on=day_in_text(record.finalized_on),
        due=_due(cases),
        secrecy=_secrecy(cases),
    )


def _basis(record: MeetingRecord, config: Config) -> str:
    clause = f"実施計画{meeting_fact(record.kind).clause}"
    if record.kind is Meeting.SUPPORT_CONFERENCE:
        return f"{config.wording.support_conference_law}、{clause}"
    return clause


def _due(cases: MeetingCases) -> str:
    """The target and the limit for settling the minutes, from the 設定 sheet."""
    target, limit = minutes_due(cases.day, cases.register.settings)
    return f"目標 {era_date(target)}、期限 {era_date(limit)}"


def _secrecy(cases: MeetingCases) -> str | None:
    """午後1時35分、議長が告知し、出席者全員が確認した。 None where it is not recorded."""
    record = cases.record
    if record.kind is Meeting.LIAISON_COMMITTEE:
        return "－"
    if not (record.secrecy_announced and record.announced_by):
        return None
    at = f"{clock(record.announced_at)}、" if record.announced_at is not None else ""
    people = present(cases.attendance)
    confirmed = sum(a.secrecy_confirmed for a in people)
    everybody = "全員" if confirmed == len(people) else f"{len(people)}人のうち{confirmed}人"
    return f"☑ {at}{record.announced_by}が告知し、出席者{everybody}が確認した。"
