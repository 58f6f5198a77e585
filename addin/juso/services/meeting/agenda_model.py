"""A 次第 as data: what the Word template prints, already worded; None prints 【未入力】."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from juso.core.finding import Finding
from juso.koshu.codes import Meeting
from juso.koshu.identifiers import Identifier
from juso.services.meeting.placeholder import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One item under 議事."""

    mark: Annotated[str, Tag("記号", "ア、イ、ウ …")]
    item: Annotated[str, Tag("案件", "案件1")]
    subject: Annotated[str | None, Tag("対象", "Aさん（80代・女性）世帯。ケースのない案件は件名")]
    agency: Annotated[str | None, Tag("提出機関")]
    minutes: Annotated[str, Tag("所要", "（20分）。同じ項目の案件がみな同じ時間のときは空")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Business:
    """One 検討事項 with its items, in the order they are taken."""

    number: Annotated[str, Tag("番号", "(1)、(2) …")]
    heading: Annotated[str, Tag("名称", "緊急性がある事案への対応 など")]
    minutes: Annotated[str, Tag("所要", "（各15分）")]
    lines: Annotated[tuple[AgendaLine, ...], Tag("案件一覧", "取り上げる順")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One person of the 出席者名簿."""

    number: Annotated[int, Tag("番号")]
    agency: Annotated[str | None, Tag("機関")]
    post: Annotated[str | None, Tag("職名")]
    name: Annotated[str | None, Tag("氏名")]
    attendance: Annotated[str | None, Tag("区分", "出席、欠席、代理 …")]
    items: Annotated[str, Tag("案件", "全案件、又は出席する案件の番号")]
    secrecy: Annotated[str, Tag("守秘義務", "☑告知、□ …")]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDecision:
    """One decision of an earlier meeting that is not finished."""

    number: Annotated[str | None, Tag("決定番号")]
    origin: Annotated[str, Tag("案件", "第2回 案件1")]
    content: Annotated[str | None, Tag("内容")]
    owner: Annotated[str | None, Tag("担当", "担当機関と担当者")]
    due: Annotated[str | None, Tag("期限")]
    state: Annotated[str | None, Tag("状態", "未・進行、期限を過ぎたものは「期限超過」")]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One line of the 経緯."""

    day: Annotated[str, Tag("日")]
    method: Annotated[str, Tag("方法")]
    content: Annotated[str, Tag("内容")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """One line of the 課題の整理, most important first."""

    priority: Annotated[str, Tag("優先度")]
    issue: Annotated[str | None, Tag("課題区分")]
    content: Annotated[str | None, Tag("内容")]
    background: Annotated[str | None, Tag("背景要因")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """One line of the plan."""

    problem: Annotated[str | None, Tag("課題")]
    support: Annotated[str | None, Tag("支援内容")]
    agency: Annotated[str | None, Tag("担当機関")]
    due: Annotated[str | None, Tag("期日")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSummary:
    """The plan that is put before the meeting."""

    number: Annotated[str, Tag("プラン番号")]
    kind: Annotated[str, Tag("種別", "多機関協働（新規・第1回）")]
    vision: Annotated[str | None, Tag("目指す姿")]
    goal: Annotated[str | None, Tag("目標", "当面の目標")]
    measure: Annotated[str | None, Tag("目安", "達成の目安")]
    period: Annotated[str | None, Tag("期間")]
    monitoring: Annotated[str | None, Tag("モニタリング")]
    consent: Annotated[str | None, Tag("本人同意", "本人同意日と方法")]
    tasks: Annotated[tuple[PlanTask, ...], Tag("明細")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSummary:
    """The evaluation that is put before the meeting."""

    number: Annotated[str, Tag("評価番号")]
    day: Annotated[str | None, Tag("評価日")]
    achievement: Annotated[str | None, Tag("達成度")]
    progress: Annotated[str, Tag("どの段階まで")]
    changes: Annotated[str | None, Tag("変化")]
    satisfaction: Annotated[str | None, Tag("本人の満足")]
    remaining: Annotated[str | None, Tag("残された課題")]
    missing: Annotated[str, Tag("不足した資源")]
    watch_over: Annotated[str | None, Tag("見守り先", "終結後の見守り・連絡先")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceSummary:
    """The community resource that is put before the meeting."""

    number: Annotated[str, Tag("資源番号")]
    name: Annotated[str | None, Tag("名称")]
    kind: Annotated[str | None, Tag("種別")]
    provider: Annotated[str, Tag("提供主体")]
    target: Annotated[str, Tag("対象者")]
    sufficiency: Annotated[str | None, Tag("充足状況")]
    evidence: Annotated[str, Tag("根拠件数", "不足の根拠となったケースの数")]
    development: Annotated[str, Tag("開発状況")]
    worker: Annotated[str, Tag("担当")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSummary:
    """The person an item is about, under a pseudonym and within the consent."""

    subject: Annotated[str, Tag("対象", "Aさん（80代・女性）世帯")]
    case_no: Annotated[str, Tag("ケース番号")]
    family: Annotated[str, Tag("世帯構成")]
    members: Annotated[str, Tag("家族", "続柄と年代")]
    area: Annotated[str, Tag("地区")]
    risks: Annotated[str, Tag("リスク")]
    consent: Annotated[str, Tag("同意状況", "○（書面）、確認中、×（同意なし）…")]
    consent_agencies: Annotated[str, Tag("同意範囲機関")]
    consent_information: Annotated[str, Tag("同意範囲情報")]
    consent_until: Annotated[str, Tag("同意期限")]
    cautions: Annotated[str, Tag("取扱注意", "ないときは空（if で使う）")]
    leaving: Annotated[
        str, Tag("退席機関", "同意の範囲外で、審議中は退席する機関。ないときは空（if で使う）")
    ]
    history: Annotated[tuple[HistoryLine, ...], Tag("経緯", "新しい方から5行まで")]
    history_note: Annotated[str, Tag("経緯の注", "経緯がないときの説明")]
    problems: Annotated[tuple[ProblemLine, ...], Tag("課題一覧", "優先する順")]
    agencies: Annotated[str, Tag("関わる機関")]
    services: Annotated[str, Tag("利用制度")]
    wish: Annotated[str | None, Tag("希望", "本人の希望・意向")]
    direction: Annotated[str, Tag("見立て", "ケース票の見立て・支援の方向性（事務局案）")]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSheet:
    """案件票: one page per item."""

    item: Annotated[str, Tag("案件", "案件1")]
    kind: Annotated[str | None, Tag("区分")]
    agency: Annotated[str | None, Tag("提出機関")]
    presenter: Annotated[str | None, Tag("提出者")]
    times: Annotated[str, Tag("付議回数", "初回、2回目 …")]
    urgency: Annotated[str | None, Tag("緊急度")]
    title: Annotated[str | None, Tag("件名")]
    question: Annotated[str | None, Tag("論点", "付議の理由・会議で決めたいこと")]
    wanted: Annotated[str | None, Tag("求める結論")]
    material: Annotated[str, Tag("資料")]
    choices: Annotated[str, Tag("結論欄", "□ 適切　□ 修正のうえ適切 …")]
    person: Annotated[PersonSummary | None, Tag("本人", "ケースのない案件にはない（if で使う）")]
    plan: Annotated[PlanSummary | None, Tag("プラン", "支援計画の適切性の協議のとき（if で使う）")]
    closing: Annotated[ClosingSummary | None, Tag("評価", "支援終結時の評価のとき（if で使う）")]
    resource: Annotated[ResourceSummary | None, Tag("資源", "社会資源の検討のとき（if で使う）")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """A meeting's 次第 with its attachments, and what its document must not hold."""

    meeting: Meeting
    meeting_no: str
    findings: tuple[Finding, ...]
    identifiers: tuple[Identifier, ...]
    round: Annotated[str, Tag("回次", "令和7年度　第3回")]
    title: Annotated[str, Tag("会議名", "甲州市支援会議（社会福祉法第106条の6）")]
    when: Annotated[str | None, Tag("日時", "令和7年7月10日（木）　午後1時30分～3時30分")]
    place: Annotated[str | None, Tag("場所")]
    style: Annotated[str, Tag("方法", "対面、オンライン、併用")]
    chair: Annotated[str | None, Tag("議長")]
    joint_with: Annotated[str, Tag("兼ねる会議", "ないときは空")]
    handling: Annotated[str, Tag("取扱", "取扱注意・会議後回収")]
    copies: Annotated[str, Tag("部数", "資料の部数。決まっていないときは空白")]
    notice: Annotated[
        str, Tag("告知文", "守秘義務又は同意についての定型文（juso.toml の [wording]）")
    ]
    publisher: Annotated[str, Tag("発行者", "甲州市福祉総合支援課")]
    total: Annotated[str, Tag("議事所要", "（計60分）")]
    next_on: Annotated[str, Tag("次回", "令和7年8月7日（木）。未定のときは空")]
    business: Annotated[tuple[Business, ...], Tag("議事")]
    attachments: Annotated[tuple[str, ...], Tag("添付")]
    attendees: Annotated[tuple[Attendee, ...], Tag("出席者")]
    open_decisions: Annotated[tuple[OpenDecision, ...], Tag("宿題", "終わっていない決定事項")]
    sheets: Annotated[tuple[CaseSheet, ...], Tag("案件票", "取り上げる順")]
