"""Sheet 人口当たりの率: rates of 生活困窮 and others, beside the published ones."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_rate_charts import MONTH, ONE_DECIMAL, RateCharts, level_name
from juso.adapters.merged_tables import LINE, start_sheet
from juso.adapters.styles import (
    HEAD,
    LIGHT,
    NAVY,
    YELLOW,
    Styles,
    lines_in,
    put,
    row_height,
)
from juso.koshu.tally.items import form
from juso.koshu.tally.rate import UNIT
from juso.koshu.tally.reference_rates import HOW, NATION, NOTES, SOURCE, latest, years_of
from juso.services.tally.gaps import gap_text
from juso.services.tally.merged import Merged
from juso.services.tally.rates import (
    ALL_WINDOWS,
    NO_POPULATION,
    Rate,
    RateRow,
    bodies,
    rate_rows,
)

SHEET = "人口当たりの率"
GAP_RATE = f'{ONE_DECIMAL}"※"'
MEASURES = (
    ("新規相談受付件数", "consultations"),
    ("プラン作成件数", "plans"),
    ("就労支援対象者数", "work_support"),
)
YEAR, BESIDE = 16, 17


def write_rates(book: Workbook, styles: Styles, merged: Merged) -> None:
    """The rates, two charts with the published level as lines, and the published years."""
    names = bodies(merged.background.municipality_code)
    page = _Page(book, styles, merged, names)
    rows = rate_rows(merged)
    row = page.notes(page.table(3, rows) + 1)
    row = page.published(row + 1) + 1
    page.sheet.repeat_rows(0)
    page.sheet.set_h_pagebreaks([row])
    RateCharts(book, page.sheet, styles, merged).write(row, rows)


class _Page:
    """What the parts of the sheet share."""

    def __init__(
        self, book: Workbook, styles: Styles, merged: Merged, names: Sequence[str]
    ) -> None:
        self._styles, self._merged, self._names = styles, merged, names
        months = [(month.label, 7) for month in merged.year.months]
        beside = [(level_name(name), 13) for name in names]
        headings = [("窓口", 12), ("コード", 7), ("項目", 36), ("暫定", 6), *months]
        headings += [("年度", 8), *beside, ("欠けているもの・見るときの注意", 48)]
        self._last = len(headings) - 1
        self.sheet: Worksheet = start_sheet(book, styles, SHEET, headings, self._note())
        self.sheet.set_row(2, 46)
        self.sheet.freeze_panes(3, MONTH)

    def _note(self) -> str:
        population = self._merged.background.population
        if not population:
            return NO_POPULATION
        return (
            f"{UNIT}の件数・人数（値×100,000÷人口÷月数）。人口は{population:,}人（{self._merged.year}当初）。"
            "年度は報告のある月の平均です。※は欠けている窓口・月がある暫定の率です。"
        )

    def table(self, row: int, rows: Sequence[RateRow]) -> int:
        """A line for each item. Gives the row below."""
        for line in rows:
            self._line(row, line)
            row += 1
        return row

    def _line(self, row: int, line: RateRow) -> None:
        sheet, item = self.sheet, line.rated.item
        where = line.rated.form if line.rated.form == ALL_WINDOWS else form(line.rated.form).name
        gaps = gap_text(line.year.missing) if line.year.value is not None else ""
        text = "。".join(filter(None, (gaps, line.caution)))
        code = self._styles(**LINE, bg_color=LIGHT)
        plain, small = self._styles(**LINE), self._styles(**LINE, font_size=9)
        put(sheet, row, 0, where, code)
        put(sheet, row, 1, item.code, code)
        put(sheet, row, 2, f"{item.label}（{item.unit}）", plain)
        put(sheet, row, 3, "暫定" if gaps else "", self._styles(**LINE, align="center"))
        blanks = (Rate(None),) * (12 - len(line.months))
        for column, rate in enumerate((*line.months, *blanks), start=MONTH):
            put(sheet, row, column, rate.value, self._rate_style(rate))
        put(sheet, row, YEAR, line.year.value, self._rate_style(line.year, bold=True))
        for column, name in enumerate(self._names, start=BESIDE):
            put(sheet, row, column, line.beside.get(name), self._rate_style(Rate(None)))
        put(sheet, row, self._last, text, small)
        label = f"{item.label}（{item.unit}）"
        sheet.set_row(row, row_height(max(lines_in(label, 36), lines_in(text, 52))))

    def _rate_style(self, rate: Rate, *, bold: bool = False) -> Format:
        facts = {**LINE, "num_format": ONE_DECIMAL, "bold": bold}
        if rate.value is not None and rate.missing:
            facts |= {"num_format": GAP_RATE, "bg_color": YELLOW}
        return self._styles(**facts)

    def notes(self, row: int) -> int:
        """Where the published figures come from. Gives the row below."""
        texts = (f"比べる値の出典：{SOURCE}。{HOW}", *NOTES[: len(self._names) + 1])
        for text in texts:
            put(self.sheet, row, 0, text, self._styles(text_wrap=False, font_size=9))
            row += 1
        return row

    def published(self, row: int) -> int:
        """The published rates year by year. Gives the row below."""
        title = self._styles(bold=True, font_size=12, font_color=NAVY, text_wrap=False)
        put(self.sheet, row, 0, f"公表されている率の推移（{UNIT}）", title)
        self.sheet.set_row(row, 22)
        head, plain = self._styles(**HEAD, align="center"), self._styles(**LINE)
        self.sheet.merge_range(row + 1, 0, row + 1, MONTH - 1, "団体と項目", head)
        for column, entry in enumerate(years_of(NATION), start=MONTH):
            put(self.sheet, row + 1, column, entry.year.year, head)
        row += 2
        number = self._styles(**LINE, num_format=ONE_DECIMAL)
        for name in self._names:
            for label, measure in MEASURES:
                text = f"{latest(name).name}　{label}"
                self.sheet.merge_range(row, 0, row, MONTH - 1, text, plain)
                for column, entry in enumerate(years_of(name), start=MONTH):
                    put(self.sheet, row, column, entry.rate(measure), number)
                row += 1
        return row
