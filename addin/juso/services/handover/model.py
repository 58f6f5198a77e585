"""引継ぎパック as data: what the Word template prints, already worded; None prints 【未入力】."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from juso.koshu.identifiers import Identifier
from juso.services.meeting.placeholder import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseCard:
    """One open case on a card."""

    case_no: Annotated[str | None, Tag("ケース番号")]
    name: Annotated[str | None, Tag("氏名", "ふりがなとも。匿名の相談は（匿名）")]
    person: Annotated[str, Tag("本人", "80代・女性")]
    next_day: Annotated[str, Tag("次の期日", "R8.4.2　次回予定日。なければ、その旨")]
    is_late: Annotated[bool, Tag("期日が過ぎた", "if で使う")]
    caution: Annotated[
        str, Tag("取扱注意", "支援措置（DV等）ほか。ないときは空。住所・電話は印刷しない")
    ]
    contact_care: Annotated[str, Tag("連絡方法の注意", "ないときは空（if で使う）")]
    household: Annotated[str | None, Tag("世帯", "世帯番号と、同じ世帯のほかのケース")]
    window: Annotated[str | None, Tag("受付窓口", "受付日とも")]
    state: Annotated[str | None, Tag("状態")]
    urgency: Annotated[str | None, Tag("緊急度", "リスクの「あり」とも")]
    consent: Annotated[str | None, Tag("同意状況", "同意期限とも")]
    last_contact: Annotated[str, Tag("最終接触日")]
    next_on: Annotated[str | None, Tag("次回予定日")]
    agencies: Annotated[str, Tag("副担当機関")]
    complaint: Annotated[str | None, Tag("主訴")]
    goal: Annotated[str | None, Tag("当面の目標", "有効なプランの目標。なければ、その旨")]
    next_action: Annotated[str, Tag("次の対応", "最後の支援経過で決めたこと")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something promised to a resident or in a plan."""

    due: Annotated[str, Tag("期日", "決めていないときは「未定」")]
    case: Annotated[str, Tag("ケース", "ケース番号と氏名")]
    content: Annotated[str | None, Tag("内容")]
    origin: Annotated[str, Tag("約束した所", "支援経過の日、プラン番号と行番号")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A step of the procedure that falls due."""

    due: Annotated[str, Tag("期日")]
    case: Annotated[str, Tag("ケース")]
    kind: Annotated[str, Tag("種類", "モニタリング、同意期限 …")]
    what: Annotated[str, Tag("内容")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralLine:
    """A つなぎ that is not over."""

    number: Annotated[str | None, Tag("引継番号")]
    case: Annotated[str, Tag("ケース")]
    way: Annotated[str, Tag("つなぎ", "引継元 → 引継先")]
    referred_on: Annotated[str | None, Tag("依頼日")]
    state: Annotated[str, Tag("状態", "受領待ち … と、いま次に動く側")]
    what: Annotated[str, Tag("次にすること")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """A decision of a meeting that is not carried out."""

    number: Annotated[str | None, Tag("決定番号")]
    case: Annotated[str, Tag("ケース", "ケースによらないものは「－」")]
    content: Annotated[str | None, Tag("内容")]
    due: Annotated[str | None, Tag("期限")]
    state: Annotated[str | None, Tag("状態")]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkLine:
    """A finding that still stands."""

    severity: Annotated[str, Tag("重要度")]
    case: Annotated[str, Tag("ケース")]
    place: Annotated[str, Tag("場所", "シート、セル、列")]
    message: Annotated[str, Tag("内容")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedLine:
    """A finding that stands for a reason."""

    case: Annotated[str, Tag("ケース")]
    place: Annotated[str, Tag("場所")]
    message: Annotated[str, Tag("内容")]
    reason: Annotated[str, Tag("理由")]
    confirmed: Annotated[str, Tag("確認", "確認した日と人")]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting that dealt with one of the cases, and where its record is."""

    meeting_no: Annotated[str, Tag("会議番号")]
    held_on: Annotated[str | None, Tag("開催日")]
    case: Annotated[str, Tag("ケース")]
    file: Annotated[str, Tag("記録", "案件別記録のファイル名")]
    state: Annotated[str | None, Tag("議事録状態")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One line to sign: a case, or what is left where somebody else leads the case."""

    number: Annotated[int, Tag("番号")]
    case: Annotated[str, Tag("ケース")]
    what: Annotated[str, Tag("引き継ぐもの", "主担当、プランの分担、つなぎ、決定事項")]
    next_day: Annotated[str, Tag("次の期日")]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPack:
    """Everything a worker leaves to a successor, and what the document must not hold."""

    agency: Annotated[str, Tag("機関")]
    worker: Annotated[str, Tag("担当者")]
    made_on: Annotated[str, Tag("作成日")]
    publisher: Annotated[str, Tag("発行者")]
    case_counts: Annotated[str, Tag("ケース数", "10件（うち取扱注意2件、緊急度「即日」1件）")]
    duty_counts: Annotated[str, Tag("約束数", "約束、期日の来る手続")]
    other_counts: Annotated[str, Tag("つなぎ等の数", "つなぎ、決定事項")]
    remark_counts: Annotated[str, Tag("指摘数", "要修正、要確認、確認済み")]
    other_names: Annotated[str, Tag("ほかの書き方", "同じ人かもしれない氏名。ないときは空")]
    cards: Annotated[tuple[CaseCard, ...], Tag("ケース一覧", "次の期日の早い順")]
    promises: Annotated[tuple[Promise, ...], Tag("約束")]
    deadlines: Annotated[tuple[Deadline, ...], Tag("手続")]
    referrals: Annotated[tuple[ReferralLine, ...], Tag("つなぎ一覧")]
    decisions: Annotated[tuple[DecisionLine, ...], Tag("決定")]
    remarks: Annotated[tuple[RemarkLine, ...], Tag("指摘")]
    confirmed: Annotated[tuple[ConfirmedLine, ...], Tag("確認済み")]
    meetings: Annotated[tuple[MeetingLine, ...], Tag("会議")]
    receipts: Annotated[tuple[ReceiptLine, ...], Tag("受領")]
    identifiers: tuple[Identifier, ...] = ()  # telephone numbers and addresses

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to hand over."""
        return not self.receipts
