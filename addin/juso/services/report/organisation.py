"""2 実施体制: sites, meetings and staff, against the tables of the plan."""

from __future__ import annotations

from collections.abc import Iterable

from juso.koshu import register_rows
from juso.koshu.codes import Meeting, Program, Window
from juso.koshu.plan import MEETINGS, SERVICES, MeetingFact, ServiceFact
from juso.services.report.blocks import Columns, table
from juso.services.report.cells import SOURCE_MONTHLY, cell, change, count, total_line
from juso.services.report.data import Builder, ReportData
from juso.services.report_model import Block, Line, Placeholder


def organisation(data: ReportData) -> Iterable[Block]:
    """表2: the twelve rows of section 7 against 拠点台帳."""
    rows = [_service_line(data, service) for service in SERVICES]
    planned = sum(service.site_count for service in SERVICES)
    actual = len(register_rows.open_sites(data.register, data.year))
    rows.append(total_line("計", ("", "", planned, count(actual, data.wording), "", "")))
    yield table(
        "表2",
        Columns(
            ("事業", "対象区分", "実施する事業", "計画", "台帳", "所管課", "実施方式（委託先）"),
            (19, 22, 39, 9, 9, 24, 43),
            merged=1,
        ),
        rows,
        "「計画」は計画7の拠点設置数、「台帳」は拠点台帳の拠点数です。",
    )


def _service_line(data: ReportData, service: ServiceFact) -> Line:
    contractors = "、".join(service.contractors)
    operation = f"{service.operation}：{contractors}" if contractors else str(service.operation)
    return Line(
        (
            str(service.program),
            service.attribute,
            "、".join(service.services),
            service.site_count,
            count(_sites_in_register(data, service), data.wording),
            "、".join(service.divisions),
            operation,
        )
    )


def _sites_in_register(data: ReportData, service: ServiceFact) -> int:
    return sum(
        site.program is service.program
        and any(name in (site.service or "") for name in service.services)
        for site in register_rows.open_sites(data.register, data.year)
    )


def meeting_rules(data: ReportData) -> Iterable[Block]:
    """表3."""
    yield table(
        "表3",
        Columns(
            ("会議", "根拠", "主催", "検討事項", "本人の同意", "守秘義務"), (25, 30, 27, 46, 19, 22)
        ),
        [_meeting_line(data, fact) for fact in MEETINGS],
    )


def _meeting_line(data: ReportData, fact: MeetingFact) -> Line:
    law = f"{data.wording.support_conference_law}、" if fact.members_sworn else ""
    about_persons = fact.meeting is not Meeting.LIAISON_COMMITTEE
    consent = "必要" if fact.needs_consent else "要しない" if about_persons else "－"
    secrecy = "構成員に法定の守秘義務" if fact.members_sworn else "各法令による"
    business = "\n".join(f"・{kind}" for kind in fact.business)
    return Line(
        (str(fact.meeting), f"{law}計画{fact.clause}", fact.host, business, consent, secrecy)
    )


def staff(data: ReportData) -> Iterable[Block]:
    """表4: 相談員 of the four windows."""
    yield table(
        "表4",
        Columns(
            (
                "窓口",
                "所管課（実施方式）",
                "4月末",
                str(data.year),
                str(data.year.previous),
                "増減",
            ),
            (22, 62, 20, 22, 22, 18),
        ),
        [_staff_line(data, window) for window in Window],
        f"{SOURCE_MONTHLY}（H05 相談員の実人員）。年度の欄は、報告のあった最後の月末の人数です。",
    )


def _staff_line(data: ReportData, window: Window) -> Line:
    service = next(
        s for s in SERVICES if s.program is Program.CONSULTATION and s.attribute == window
    )
    now = data.figures.year(window.code, "H05")
    before = data.previous.year(window.code, "H05")
    start = data.figures.month(window.code, "H05", data.year.months[0])
    return Line(
        (
            str(window),
            f"{'、'.join(service.divisions)}（{service.operation}）",
            cell(start, data.wording),
            cell(now, data.wording),
            cell(before, data.wording),
            change(now, before, data.wording),
        )
    )


def changes_in_organisation(data: ReportData) -> Iterable[Block]:
    """What changed in the year."""
    del data
    yield Placeholder("実施体制の変更点（なければ「該当なし」）", 3)


BUILDERS: dict[str, Builder] = {
    "表2": organisation,
    "表3": meeting_rules,
    "表4": staff,
    "変更点": changes_in_organisation,
}
