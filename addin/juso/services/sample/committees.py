"""Business that is not about one case: resources in the 重層的支援会議, the 庁内連携委員会."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from juso.koshu.agencies import COUNCIL, HOST, MULTI_AGENCY_TEAM, PARTICIPATION_TEAM
from juso.koshu.codes import (
    AgendaKind,
    Division,
    ItemConclusion,
    Meeting,
    Urgency,
    WantedConclusion,
)
from juso.koshu.sheets import AgendaItem, Resource
from juso.services.sample.decisions import decide_on
from juso.services.sample.desk import Desk
from juso.services.sample.masters import SHORTAGES
from juso.services.sample.meeting_book import Slot
from juso.services.sample.staff import Worker

RESOURCE_MONTHS = (6, 9, 12, 2)
RESOURCE_WORK = (
    "市内の事業者に協力の意向をたずね、次回に一覧を示す。",
    "試行の進め方をまとめ、関係機関に意見を求める。",
    "必要としている人数と地区を整理し、次回に報告する。",
)
BUSINESS = {
    5: (
        (AgendaKind.STATUS, "前年度の実施状況の確認・評価について", "前年度の実績と課題を確認し、評価を決めたい。"),
        (AgendaKind.COOPERATION, "4課の連携と役割分担について", "窓口間のつなぎ方と連絡の担当を確認したい。"),
    ),
    8: (
        (AgendaKind.COMMON_ISSUES, "第1四半期の実績と共通の課題について", "各課に共通する課題と対応を協議したい。"),
        (AgendaKind.TRAINING, "職員研修の実施について", "研修の内容と参加の呼び掛けを協議したい。"),
    ),
    11: (
        (AgendaKind.COMMON_ISSUES, "上半期の実績と共通の課題について", "移動の手段など各課に共通する課題を協議したい。"),
        (AgendaKind.COOPERATION, "支援会議と関連する会議の進め方について", "兼ねて開く会議の範囲を確認したい。"),
    ),
    2: (
        (AgendaKind.STATUS, "当年度の実施状況の確認・評価について", "実績の速報を基に、目標の達成状況を評価したい。"),
        (AgendaKind.COMMON_ISSUES, "次年度の取組と計画の見直しについて", "次年度の重点と計画の見直しの要否を協議したい。"),
    ),
}  # fmt: skip
OPINIONS = (
    "窓口からの引継ぎの様式をそろえたい",
    "担当者が替わっても続く仕組みが要る",
    "委託先にも研修への参加を呼び掛けたい",
    "地区による件数の差を確かめたい",
    "課を越えた連絡は以前より早くなっている",
)
CONFIRMED = "資料のとおり確認した。各課で対応を進め、次回に報告する。"
COMMITTEE_WORK = (
    "各課の意見を集め、次回の委員会に整理して示す。",
    "課内の連絡の担当者を決め、事務局に報告する。",
    "様式の改善案を作り、窓口の意見を聞く。",
    "課内で実績を共有し、課題への対応をまとめる。",
)


def committee_business(desk: Desk, since: date) -> tuple[Resource, ...]:
    """Fill the meetings from a day on; returns the resources with where they were discussed."""
    for slot in desk.meetings.slots[Meeting.LIAISON_COMMITTEE]:
        if slot.held_on >= since:
            _committee(desk, slot)
    discussed: dict[str, str] = {}
    months = dict(zip(RESOURCE_MONTHS, SHORTAGES, strict=False))
    for month, (resource_no, name) in months.items():
        slots = desk.meetings.slots[Meeting.PLAN_CONFERENCE]
        held = [s for s in slots if s.held_on.month == month and s.held_on >= since]
        if held:
            _resource(desk, held[-1], resource_no, name)
            discussed[resource_no] = held[-1].meeting_no
    return tuple(r.replace(meeting_no=discussed.get(r.resource_no)) for r in desk.resources)


@dataclass(frozen=True, slots=True)
class Topic:
    """Business that is about no person."""

    kind: AgendaKind
    title: str
    question: str
    answer: str
    opinions: str
    resource_no: str | None = None


def _resource(desk: Desk, slot: Slot, resource_no: str, name: str) -> None:
    """社会資源の充足状況の把握と開発に向けた検討."""
    by = desk.staff.anyone(MULTI_AGENCY_TEAM, desk.rng)
    guests = [desk.staff.anyone(a, desk.rng) for a in (COUNCIL, PARTICIPATION_TEAM)]
    slot.guests[slot.next_number] = (by, *guests)
    topic = Topic(
        AgendaKind.RESOURCES,
        f"{name}の充足状況と開発について",
        f"支援の中で「{name}」が足りないとの声が重なった。必要な数と進め方を検討したい。",
        "必要としている人が一定数あることを確認した。試行に向けて検討を続ける。",
        f"{COUNCIL}：協力できる団体に声を掛けられる。\n"
        f"{PARTICIPATION_TEAM}：試しに始める場を用意できる。",
        resource_no,
    )
    slot.items.append(_item(slot, by, topic))
    decide_on(desk, slot, desk.pick(RESOURCE_WORK), by, desk.rng.randint(20, 60))


def _committee(desk: Desk, slot: Slot) -> None:
    for kind, title, question in BUSINESS[slot.held_on.month]:
        said = zip(Division, desk.rng.sample(OPINIONS, len(Division)), strict=True)
        opinions = [f"{division}：{opinion}。" for division, opinion in said]
        topic = Topic(kind, title, question, CONFIRMED, "\n".join(opinions[:3]))
        slot.items.append(_item(slot, desk.staff.anyone(HOST, desk.rng), topic))
        head = desk.staff.head(desk.pick(tuple(Division)))
        decide_on(desk, slot, desk.pick(COMMITTEE_WORK), head, desk.rng.randint(21, 56))


def _item(slot: Slot, by: Worker, topic: Topic) -> AgendaItem:
    return AgendaItem(
        meeting_no=slot.meeting_no,
        number=slot.next_number,
        kind=topic.kind,
        resource_no=topic.resource_no,
        agency=by.agency,
        presenter=by.name,
        title=topic.title,
        question=topic.question,
        wanted=WantedConclusion.DISCUSSION,
        minutes=20,
        urgency=Urgency.NORMAL,
        conclusion=ItemConclusion.CONTINUE,
        conclusion_text=topic.answer,
        opinions=topic.opinions,
    )
