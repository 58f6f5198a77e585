"""What the meetings of every fiscal year must have dealt with, found once the year is over."""

from __future__ import annotations

from collections.abc import Iterator

from juso.core.calendar import FiscalYear
from juso.core.finding import Severity
from juso.core.rule import Remark, sheet_rule
from juso.koshu.codes import AgendaKind
from juso.koshu.register import Register
from juso.koshu.register_rows import items_of
from juso.koshu.sheets import MeetingRecord

FIRST = "-01"  # how the number of a year's first meeting ends


def years_over(book: Register) -> list[FiscalYear]:
    """The fiscal years that are over and whose meetings the register has from the first one on.

    Of a year in which it was begun it cannot know what the earlier meetings dealt with.
    """
    first = [m for m in book.meetings if m.meeting_no and m.meeting_no.endswith(FIRST)]
    years = {FiscalYear.of(m.held_on) for m in first if m.held_on is not None}
    return sorted(year for year in years if year < FiscalYear.of(book.today))


def years_without(kind: AgendaKind, book: Register) -> Iterator[FiscalYear]:
    """Those of them whose meetings had no item of a kind."""
    for year in years_over(book):
        if not any(item.kind is kind for item in items_of(book, year, kind.meeting)):
            yield year


@sheet_rule("MTG-013", Severity.ERROR, on=MeetingRecord, basis="実施計画10(2)", tag="V-M13")
def year_is_evaluated(book: Register) -> Iterator[Remark]:
    """庁内連携委員会は、年度ごとに、実施状況の確認・評価を行います。"""
    for year in years_without(AgendaKind.STATUS, book):
        yield Remark(
            "",
            f"{year}の庁内連携委員会で、実施状況の確認・評価が行われていません。会議案件の入力漏れを確かめてください。",
        )


@sheet_rule("MTG-014", Severity.WARNING, on=MeetingRecord, basis="実施計画8(1)", tag="V-M14")
def resources_are_discussed(book: Register) -> Iterator[Remark]:
    """重層的支援会議は、年度ごとに、社会資源の充足状況を検討します。"""
    for year in years_without(AgendaKind.RESOURCES, book):
        yield Remark(
            "",
            f"{year}の重層的支援会議で、社会資源の充足状況の検討が行われていません。次の会議での検討を考えてください。",
        )
