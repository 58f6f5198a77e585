"""What the city decided about the papers of its three meetings (実施計画8), as data.

Wording that only stands on paper is in the Word templates; what the add-in decides by
(order, times, levels, choices) is here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from juso.koshu.codes import AgendaKind, ItemConclusion, Level, Meeting, Urgency
from juso.koshu.sheets import AgendaItem


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered heading of a 次第; `minutes` 0 prints no time."""

    heading: str
    minutes: int = 0


BUSINESS_HEADING = "議事"

_CLOSING = (
    Step("決定事項・役割分担・期限の確認"),
    Step("次回の開催日程"),
    Step("その他"),
    Step("閉会"),
)
_CASE_STEPS = (
    Step("開会"),
    Step("会議の趣旨及び守秘義務の確認", 5),
    Step("出席者紹介・配布資料の確認"),
    Step("前回決定事項の進捗確認", 10),
    Step(BUSINESS_HEADING),
    *_CLOSING,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """How one meeting's papers are made up."""

    meeting: Meeting
    name: str  # as the plan writes it in full
    steps: tuple[Step, ...]
    business: tuple[AgendaKind, ...]  # in the order of the 次第
    level: Level  # 匿名化水準: at least this much is left out
    attachments: tuple[str, ...]
    closed_reason: str  # 非公開の理由
    shows_empty_business: bool = True


PAPERS = (
    Paper(
        Meeting.PLAN_CONFERENCE,
        "重層的支援会議",
        _CASE_STEPS,
        (AgendaKind.PLAN_REVIEW, AgendaKind.CLOSING_REVIEW, AgendaKind.RESOURCES),
        Level.PSEUDONYM,
        ("出席者名簿", "案件票（案件別）", "決定事項進捗表"),
        "個人に関する情報を取り扱うため",
    ),
    Paper(
        Meeting.SUPPORT_CONFERENCE,
        "支援会議",
        _CASE_STEPS,
        (AgendaKind.URGENT, AgendaKind.SHARING, AgendaKind.WATCHING),
        Level.PSEUDONYM,
        ("出席者名簿", "案件票（案件別）", "決定事項進捗表"),
        "個人に関する情報を取り扱い、構成員に守秘義務が課されているため",
    ),
    Paper(
        Meeting.LIAISON_COMMITTEE,
        "重層的支援体制整備事業庁内連携委員会",
        (
            Step("開会"),
            Step("課長あいさつ", 5),
            Step("出席者・配布資料の確認"),
            Step("前回決定事項の進捗確認", 10),
            Step(BUSINESS_HEADING),
            Step("指摘事項・担当課・期限の確認"),
            *_CLOSING[1:],
        ),
        (
            AgendaKind.STATUS,
            AgendaKind.COOPERATION,
            AgendaKind.COMMON_ISSUES,
            AgendaKind.TRAINING,
            AgendaKind.OTHER,
        ),
        Level.STATISTICS,
        ("出席者名簿", "決定事項進捗表"),
        "庁内の検討の過程に関する情報であるため",
        shows_empty_business=False,
    ),
)

PLAN_CHECKS = (
    "目標の具体性",
    "役割分担の妥当性",
    "期日の妥当性",
    "本人の意向の反映",
    "同意の範囲",
    "抜け・漏れ",
)
"""チェック欄 of the 案件票 for 支援計画の適切性の協議."""

_COMMITTEE_CHOICES = (
    ItemConclusion.APPROPRIATE,
    ItemConclusion.WITH_CHANGES,
    ItemConclusion.CONTINUE,
    ItemConclusion.CARRIED_OVER,
)

CHOICES: dict[AgendaKind, tuple[ItemConclusion, ...]] = {
    AgendaKind.PLAN_REVIEW: (
        ItemConclusion.APPROPRIATE,
        ItemConclusion.WITH_CHANGES,
        ItemConclusion.RECONSIDER,
    ),
    AgendaKind.CLOSING_REVIEW: (
        ItemConclusion.MAY_CLOSE,
        ItemConclusion.CONTINUE,
        ItemConclusion.RECONSIDER,
    ),
    AgendaKind.RESOURCES: (ItemConclusion.CONTINUE, ItemConclusion.CARRIED_OVER),
    AgendaKind.SHARING: (ItemConclusion.SHARED, ItemConclusion.WATCH, ItemConclusion.CARRIED_OVER),
    AgendaKind.WATCHING: (
        ItemConclusion.WATCH,
        ItemConclusion.CONTINUE,
        ItemConclusion.CARRIED_OVER,
    ),
    AgendaKind.URGENT: (
        ItemConclusion.URGENT_RESPONSE,
        ItemConclusion.WATCH,
        ItemConclusion.CARRIED_OVER,
    ),
    AgendaKind.STATUS: _COMMITTEE_CHOICES,
    AgendaKind.COOPERATION: _COMMITTEE_CHOICES,
    AgendaKind.COMMON_ISSUES: _COMMITTEE_CHOICES,
    AgendaKind.TRAINING: _COMMITTEE_CHOICES,
    AgendaKind.OTHER: _COMMITTEE_CHOICES,
}
"""結論欄 of the 案件票 and of the minutes: what is ticked on paper goes into 会議案件「結論」.

再プラン is no choice: it is what the 評価・終結票 concludes after the meeting's 再検討.
"""

NEEDS_DECISION = frozenset(
    {
        ItemConclusion.APPROPRIATE,
        ItemConclusion.WITH_CHANGES,
        ItemConclusion.WATCH,
        ItemConclusion.URGENT_RESPONSE,
        ItemConclusion.CONTINUE,
    }
)
"""Conclusions after which somebody must do something by a day (実施計画4(3)①、4(2)③)."""

HISTORY_LINES = 5  # 経緯, most recent contacts
SHORT_HISTORY_LINES = 3  # beside a plan or an evaluation the sheet has less room
SHORT_LINE = 35  # characters of such a line beside a plan
SHOWN_LENGTH = 60  # characters of a text of the case file; the rest stands in the register

URGENCY_ORDER = {urgency: order for order, urgency in enumerate(Urgency)}


def paper(meeting: Meeting) -> Paper:
    """How the papers of one meeting are made up."""
    return next(p for p in PAPERS if p.meeting is meeting)


def level_of(meeting: Meeting, typed: Level | None) -> Level:
    """匿名化水準 of a document: what the register says, but never less than the meeting's own."""
    return max(typed or Level.NAMED, paper(meeting).level, key=list(Level).index)


def business_order(
    items: Iterable[AgendaItem], again: frozenset[int], received: dict[str, date]
) -> list[AgendaItem]:
    """Items as they are taken: 緊急 first, then 再付議 (`again`, by number), then by 受付日."""

    def key(item: AgendaItem) -> tuple[int, bool, date, int]:
        urgency = URGENCY_ORDER.get(item.urgency, len(URGENCY_ORDER))
        urgent = urgency if item.urgency in (Urgency.SAME_DAY, Urgency.THREE_DAYS) else 9
        return (
            urgent,
            item.number not in again,
            received.get(item.case_no or "", date.max),
            item.number or 0,
        )

    return sorted(items, key=key)
