"""The three meetings (実施計画8) and the 17 partners (実施計画9)."""

from __future__ import annotations

from dataclasses import dataclass

from juso.koshu.codes import AgendaKind, Division, Meeting, Partner


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """One of the three meetings of section 8."""

    meeting: Meeting
    clause: str
    host: str
    needs_consent: bool  # a person may be discussed only with consent (7(2))
    members_sworn: bool  # members carry 守秘義務 (法第106条の6)
    business: tuple[AgendaKind, ...]
    divisions: tuple[Division, ...] = ()


MEETINGS = (
    MeetingFact(
        Meeting.PLAN_CONFERENCE,
        "8(1)",
        "福祉総合支援課（多機関協働事業者）",
        True,
        False,
        (AgendaKind.PLAN_REVIEW, AgendaKind.CLOSING_REVIEW, AgendaKind.RESOURCES),
    ),
    MeetingFact(
        Meeting.SUPPORT_CONFERENCE,
        "8(2)",
        "甲州市（福祉総合支援課）",
        False,
        True,
        (AgendaKind.SHARING, AgendaKind.WATCHING, AgendaKind.URGENT),
    ),
    MeetingFact(
        Meeting.LIAISON_COMMITTEE,
        "8(3)",
        "福祉総合支援課（事務局）",
        False,
        False,
        (
            AgendaKind.STATUS,
            AgendaKind.COOPERATION,
            AgendaKind.COMMON_ISSUES,
            AgendaKind.TRAINING,
            AgendaKind.OTHER,
        ),
        tuple(Division),
    ),
)
"""8 会議（支援会議・重層的支援会議の検討事項は計画の文言、庁内連携委員会のものは運用）。"""

PARTNERS = tuple(Partner)
"""9 連携体制の17項目（`note` が計画の文言）。"""


def meeting_fact(meeting: Meeting) -> MeetingFact:
    """What the plan says of one meeting."""
    return next(fact for fact in MEETINGS if fact.meeting is meeting)
