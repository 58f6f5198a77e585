"""会議録 as data: the record of the whole meeting and one record per case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from juso.core.finding import Finding
from juso.koshu.codes import Meeting
from juso.koshu.identifiers import Identifier
from juso.services.meeting.agenda_model import Attendee
from juso.services.meeting.placeholder import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One opinion by its agency, never by a person's name."""

    agency: Annotated[str, Tag("機関")]
    text: Annotated[str, Tag("意見")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """One decision with who does it by when."""

    number: Annotated[str | None, Tag("決定番号")]
    item: Annotated[str, Tag("案件")]
    content: Annotated[str | None, Tag("内容")]
    agency: Annotated[str | None, Tag("担当機関")]
    worker: Annotated[str | None, Tag("担当者")]
    due: Annotated[str | None, Tag("期限")]
    report_how: Annotated[str, Tag("報告方法")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """An item in the record of the whole meeting: number, kind, conclusion, nothing else."""

    item: Annotated[str, Tag("案件")]
    kind: Annotated[str | None, Tag("区分")]
    conclusion: Annotated[str | None, Tag("結論")]
    record: Annotated[str, Tag("記録", "案件別記録、又は下の記載")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """What was said and decided on an item."""

    item: Annotated[str, Tag("案件")]
    kind: Annotated[str | None, Tag("区分")]
    title: Annotated[str | None, Tag("件名")]
    agency: Annotated[str | None, Tag("提出機関")]
    presenter: Annotated[str | None, Tag("提出者")]
    question: Annotated[str | None, Tag("説明要旨")]
    opinions: Annotated[tuple[Opinion, ...], Tag("意見一覧")]
    conclusion: Annotated[str | None, Tag("結論")]
    conclusion_text: Annotated[str | None, Tag("結論の要旨")]
    choices: Annotated[
        str | None,
        Tag(
            "結論欄", "☑ 適切　□ 修正のうえ適切 …。結論がないとき、案では□だけ、確定では【未入力】"
        ),
    ]
    again_on: Annotated[str, Tag("再付議", "次回再付議の日")]
    decisions: Annotated[tuple[DecisionLine, ...], Tag("決定")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DivisionLine:
    """Attendance of one of the four divisions."""

    division: Annotated[str, Tag("課")]
    people: Annotated[str, Tag("出席者", "出席がないときは「出席なし」")]


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeLine:
    """One indicator as the committee looked at it."""

    indicator: Annotated[str, Tag("指標")]
    target: Annotated[str, Tag("目標値")]
    grade: Annotated[str | None, Tag("評価")]
    problem: Annotated[str | None, Tag("課題")]
    next_year: Annotated[str | None, Tag("次年度対応")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands at the head and foot of every record of a meeting."""

    round: Annotated[str, Tag("回次", "令和7年度　第3回")]
    title: Annotated[str, Tag("会議名", "甲州市支援会議（社会福祉法第106条の6）")]
    when: Annotated[str | None, Tag("日時")]
    place: Annotated[str | None, Tag("場所")]
    style: Annotated[str, Tag("方法")]
    basis: Annotated[str, Tag("根拠")]
    is_draft: Annotated[
        bool,
        Tag("案である", "議事録状態が確定になるまで「案」と、書き込む行を印刷する（if で使う）"),
    ]
    made_on: Annotated[str, Tag("作成日")]
    recorder: Annotated[str | None, Tag("記録者")]
    chair: Annotated[str | None, Tag("議長")]
    confirmed_by: Annotated[str | None, Tag("確認者")]
    finalized_on: Annotated[str | None, Tag("確定日")]
    due: Annotated[str, Tag("確定期限", "確定の目標と期限")]
    secrecy: Annotated[
        str | None, Tag("守秘義務", "午後1時35分、議長が告知し、出席者全員が確認した。")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRecord:
    """案件別記録: the record of one case, kept in its case file."""

    file_stem: str
    head: Annotated[Head, Tag("会議")]
    discussion: Annotated[Discussion, Tag("審議")]
    case_no: Annotated[str, Tag("ケース番号")]
    subject: Annotated[str, Tag("対象")]
    consent: Annotated[str, Tag("同意", "同意状況、支援会議では同意を要しない旨")]
    agencies: Annotated[str | None, Tag("出席機関", "この案件に出席した機関")]
    first_response: Annotated[str, Tag("初動", "緊急案件の初動の時刻と内容。ほかは空")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """A meeting's records, and what their documents must not hold."""

    meeting: Meeting
    meeting_no: str
    findings: tuple[Finding, ...]
    identifiers: tuple[Identifier, ...]
    records: tuple[CaseRecord, ...]
    head: Annotated[Head, Tag("会議")]
    called_by: Annotated[str | None, Tag("招集者")]
    secretariat: Annotated[str | None, Tag("事務局")]
    joint_with: Annotated[str, Tag("兼ねる会議")]
    openness: Annotated[str | None, Tag("公開区分")]
    closed_reason: Annotated[str, Tag("非公開理由")]
    materials: Annotated[str, Tag("配布資料")]
    attendees: Annotated[tuple[Attendee, ...], Tag("出席者")]
    absentees: Annotated[tuple[Attendee, ...], Tag("欠席者")]
    asked_agencies: Annotated[str, Tag("求めた機関", "支援会議で情報提供を求めた機関")]
    items: Annotated[tuple[ItemLine, ...], Tag("議事")]
    discussions: Annotated[tuple[Discussion, ...], Tag("審議", "ケースのない案件")]
    decisions: Annotated[tuple[DecisionLine, ...], Tag("決定", "案件によらない決定事項")]
    divisions: Annotated[tuple[DivisionLine, ...], Tag("四課", "庁内連携委員会のとき")]
    grades: Annotated[tuple[GradeLine, ...], Tag("評価一覧", "庁内連携委員会のとき")]
    to_report: Annotated[str, Tag("報告事項", "地域福祉推進委員会への報告事項")]
    next_on: Annotated[str, Tag("次回")]
