"""What every paper of a meeting says of it: name, time, publisher, handling."""

from __future__ import annotations

from datetime import date

from juso.core.calendar import FiscalYear
from juso.koshu.codes import Meeting
from juso.koshu.config import Config
from juso.koshu.meeting_time import time_span
from juso.koshu.meetings import paper
from juso.koshu.sheets import MeetingRecord
from juso.services.meeting.wording import day_in_text


def round_of(record: MeetingRecord, day: date) -> str:
    """令和7年度　第3回."""
    return f"{FiscalYear.of(day)}　第{record.round or '　　'}回"


def title_of(record: MeetingRecord, config: Config) -> str:
    """甲州市支援会議（社会福祉法第106条の6）."""
    law = config.wording.support_conference_law
    name = f"{config.municipality}{paper(record.kind).name}"
    return f"{name}（{law}）" if record.kind is Meeting.SUPPORT_CONFERENCE else name


def when_of(record: MeetingRecord) -> str | None:
    """令和7年7月10日（木）　午後1時30分～3時30分; None where the day is not set."""
    day = day_in_text(record.held_on)
    if day is None:
        return None
    return f"{day}　{time_span(record.starts_at, record.ends_at)}".strip()


def handling_of(record: MeetingRecord, config: Config) -> str:
    """取扱注意・会議後回収, not for the 庁内連携委員会."""
    if record.kind is Meeting.LIAISON_COMMITTEE:
        return ""
    return config.wording.handling_mark


def notice_of(record: MeetingRecord, config: Config) -> str:
    """The sentence on secrecy or consent at the head of the 次第."""
    notices = {
        Meeting.SUPPORT_CONFERENCE: config.wording.secrecy_notice,
        Meeting.PLAN_CONFERENCE: config.wording.consent_notice,
    }
    return notices.get(record.kind, "")


def publisher_of(config: Config) -> str:
    """甲州市福祉総合支援課."""
    return f"{config.municipality}{config.secretariat}"
