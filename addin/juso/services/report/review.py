"""10 庁内連携委員会の確認・評価, 11 地域福祉推進委員会の意見と市の考え方."""

from __future__ import annotations

from collections.abc import Iterable

from juso.core.calendar import era_date
from juso.koshu import register_rows
from juso.koshu.codes import AgendaKind, Meeting
from juso.koshu.plan import PROMOTION_COMMITTEE
from juso.koshu.report_sections import NOTHING
from juso.services.report.blocks import Columns, table
from juso.services.report.data import Builder, ReportData
from juso.services.report_model import Block, Bullet, Line, Paragraph, Placeholder

OPINION_ROWS = 5


def internal_review(data: ReportData) -> Iterable[Block]:
    """10: what 庁内連携委員会 said of the state of the programme."""
    reviews = [
        (meeting, item)
        for meeting in register_rows.meetings_of(
            data.register, data.year, Meeting.LIAISON_COMMITTEE
        )
        for item in data.register.items_of.get(meeting.meeting_no, ())
        if item.kind is AgendaKind.STATUS
    ]
    if not reviews:
        yield Paragraph(
            f"{NOTHING}（{data.year}の庁内連携委員会で、実施状況の確認・評価を行った記録がありません。）"
        )
    for meeting, item in reviews:
        divisions = "、".join(sorted(register_rows.divisions_at(data.register, meeting))) or NOTHING
        yield Paragraph(
            f"第{meeting.round}回庁内連携委員会（{era_date(meeting.held_on, weekday=True)}）　出席課：{divisions}"
        )
        yield Bullet(
            f"・　{item.title or str(item.kind)}：{item.conclusion_text or '結論は未入力です。'}"
        )
        for opinion in (item.opinions or "").splitlines():
            yield Bullet(f"・　意見　{opinion}")


def corrections(data: ReportData) -> Iterable[Block]:
    """What was changed because of it."""
    del data
    yield Placeholder("評価を受けて修正した点", 4)


def committee_report(data: ReportData) -> Iterable[Block]:
    """11: the committee's day is not in the register."""
    del data
    yield Paragraph(
        f"{PROMOTION_COMMITTEE}に報告した日、意見及び市の考え方を、次の表に記入します。"
    )
    yield Placeholder(f"{PROMOTION_COMMITTEE}への報告日（第　回　令和　年　月　日）", 1)


def opinions(data: ReportData) -> Iterable[Block]:
    """表36: an empty table to write in."""
    del data
    yield table(
        "表36",
        Columns(("番号", "意見の要旨", "市の考え方", "反映先"), (13, 60, 62, 30)),
        [Line((str(n), "\n\n", "", "")) for n in range(1, OPINION_ROWS + 1)],
    )


BUILDERS: dict[str, Builder] = {
    "庁内の評価": internal_review,
    "評価を受けた修正点": corrections,
    "委員会への報告": committee_report,
    "表36": opinions,
}
