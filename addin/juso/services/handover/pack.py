"""引継ぎパック: everything a leaving worker has in hand, for whoever takes it over.

Nothing is reassigned here: the register changes when the receiver enters the new 担当者.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from juso.core.calendar import era_date
from juso.core.finding import Finding, Severity
from juso.koshu.codes import Urgency
from juso.koshu.config import Config
from juso.koshu.confirmation import Confirmation
from juso.koshu.register import Register
from juso.koshu.rules.lookups import item_name
from juso.koshu.sheets import AgendaItem, MeetingRecord
from juso.services.board import Ball
from juso.services.handover.cards import cards
from juso.services.handover.desk import Desk, day
from juso.services.handover.discretion import contact_details, is_hidden
from juso.services.handover.duties import deadlines, decisions, promises
from juso.services.handover.find_worker import find_worker
from juso.services.handover.model import HandoverPack, MeetingLine
from juso.services.handover.receipts import receipts
from juso.services.handover.referrals import referral_lines
from juso.services.handover.remarks import Remarks, remarks
from juso.services.handover.worker import other_spellings, workers
from juso.services.meeting.heading import publisher_of
from juso.services.todo import all_duties

NO_CASE = "－"
_NUMBER = re.compile("（\\d+）・")  # which of a list: ケース一覧（3）・緊急度


def handover(  # noqa: PLR0913, PLR0917 - whose, and all that is known of their cases
    register: Register,
    worker: str | None,
    agency: str | None,
    config: Config,
    findings: Iterable[Finding],
    history: Iterable[Confirmation],
    balls: Iterable[Ball] = (),
) -> HandoverPack:
    """The pack of the worker of that name; `agency` may be blank where only one bears it.

    `findings` are as `check` gives them, `history` is the 確認済みメモ, `balls` are those of the
    つなぎボード. JusoError where the name is nobody's, or more than one person's.
    """
    everybody = workers(register)
    who = find_worker(register, everybody, worker, agency)
    mine = (d for d in all_duties(register, config.secretariat) if who.holds(*d.owner))
    desk = Desk(register, who, tuple(mine), tuple(balls))
    said = remarks(desk, findings, history)
    return _pack(desk, config, said, other_spellings(everybody, who))


def _pack(desk: Desk, config: Config, said: Remarks, other_names: Sequence[str]) -> HandoverPack:
    of_cases = cards(desk)
    promised, steps = promises(desk), deadlines(desk)
    passed_on, decided = referral_lines(desk), decisions(desk)
    errors = sum(line.severity == Severity.ERROR for line in said.open)
    return HandoverPack(
        agency=desk.worker.agency,
        worker=desk.worker.name,
        made_on=era_date(desk.today),
        publisher=publisher_of(config),
        case_counts=_case_counts(desk),
        duty_counts=f"約束{len(promised)}件、期日の来る手続{len(steps)}件",
        other_counts=f"つなぎ・引継ぎ{len(passed_on)}件、会議の決定事項{len(decided)}件",
        remark_counts=(
            f"要修正{errors}件、要確認{len(said.open) - errors}件、確認済み{len(said.confirmed)}件"
        ),
        other_names="、".join(other_names),
        cards=of_cases,
        promises=promised,
        deadlines=steps,
        referrals=passed_on,
        decisions=decided,
        remarks=said.open,
        confirmed=said.confirmed,
        meetings=tuple(_meetings(desk)),
        receipts=receipts(desk),
        identifiers=tuple(contact_details(desk.register.cases)),
    )


def _case_counts(desk: Desk) -> str:
    protected = sum(bool(case.cautions) or is_hidden(case, desk.register) for case in desk.cases)
    urgent = sum(case.urgency is Urgency.SAME_DAY for case in desk.cases)
    parts = [f"取扱注意{protected}件"] if protected else []
    parts += [f"緊急度「{Urgency.SAME_DAY}」{urgent}件"] if urgent else []
    more = f"（うち{'、'.join(parts)}）" if parts else ""
    return f"{len(desk.cases)}件{more}"


def _meetings(desk: Desk) -> Iterator[MeetingLine]:
    """The meetings that dealt with the cases, the latest first."""
    found = [(item, desk.register.meeting_by_no.get(item.meeting_no)) for item in desk.items]
    for item, meeting in sorted(found, key=_held_on, reverse=True):
        stem = f"案件別記録_{item.meeting_no}_{item_name(item)}_{desk.case_no(item)}"
        yield MeetingLine(
            meeting_no=item.meeting_no or NO_CASE,
            held_on=day(meeting.held_on) if meeting else None,
            case=desk.case_label(item),
            file=f"{stem}.docx",
            state=str(meeting.minutes_state) if meeting and meeting.minutes_state else "未作成",
        )


def _held_on(pair: tuple[AgendaItem, MeetingRecord | None]) -> date:
    held = pair[1].held_on if pair[1] else None
    return date.min if held is None else held


def handover_sentence(pack: HandoverPack, blanks: Sequence[str] = ()) -> str:
    """What was made, for whoever asked; who it is about stays in the document."""
    if pack.is_empty:
        return (
            f"{pack.agency}のこの担当者には、開いているケース、約束、つなぎ、決定事項のどれもありません。"
            "引継ぎパックはつくりませんでした。"
        )
    opening = (
        f"引継ぎパックをつくりました。開いているケース{pack.case_counts}、{pack.duty_counts}、"
        f"{pack.other_counts}、点検の指摘は{pack.remark_counts}です。"
    )
    if pack.other_names:
        opening += f"「{pack.other_names}」と入力された行は、別の人として含めていません。"
    if blanks:
        fields = Counter(_NUMBER.sub("の", blank) for blank in blanks)
        named = "、".join(f"{field}{count}件" for field, count in fields.items())
        opening += f"【未入力】と印刷した欄：{named}。"
    return opening
