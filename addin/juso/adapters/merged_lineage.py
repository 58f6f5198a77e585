"""Sheet 数字の由来: every total of the city, the figures it adds, and Excel's own sum of them."""

from __future__ import annotations

from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.merged_records import FIGURES, FIRST_FIGURE, MOST_FIGURES
from juso.adapters.merged_tables import GAP_FORMAT, LINE
from juso.adapters.source_links import SourceLinks
from juso.adapters.styles import HEAD, INTEGER, LIGHT, YELLOW, Styles, put, set_page
from juso.koshu.tally.items import WINDOW_FORMS
from juso.koshu.tally.values import Number
from juso.services.tally.lineage import Origin, Source, origins, sources
from juso.services.tally.merged import Merged

SHEET = "数字の由来"
NOTE = (
    "「市全体」の計が、どのファイルのどのセルの数を足したものかを示します。「再計算」は「月次実績」を Excel が足した値で、"
    "「照合」は計と同じかどうかです。元のセルの番地を押すと開きます。"
)
SOURCE_HEADINGS = (
    "番号",
    "窓口",
    "ファイル",
    "シート",
    "様式版",
    "版",
    "ファイルの指紋（SHA-256）",
)
FIRST_WIDTHS = (("コード", 8), ("項目", 30), ("月", 8), ("市全体", 10), ("再計算", 10), ("照合", 8))
WIDTHS = {"値": 8, "元のセル": 12}
RED_TEXT = "#C00000"


def write_lineage(book: Workbook, styles: Styles, merged: Merged, out: Path) -> None:
    """数字の由来: the files first, then one line a total."""
    sheet = book.add_worksheet(SHEET)
    set_page(sheet, f"月次報告の統合　{SHEET}")
    put(sheet, 0, 0, SHEET, styles(bold=True, font_size=14, text_wrap=False))
    sheet.set_row(0, 24)
    put(sheet, 1, 0, NOTE, styles(text_wrap=False))
    files = sources(merged)
    top = _write_sources(sheet, styles, files) + 1
    _write_headings(sheet, styles, top)
    page = _Page(sheet, styles, merged, out, files)
    row = top
    known = (origin for origin in origins(merged) if origin.total.value is not None)
    for row, origin in enumerate(known, start=top + 1):
        page.write(row, origin)
    if row == top:
        put(sheet, top + 1, 0, "まだ報告された数がありません。", styles(text_wrap=False))
    last = len(FIRST_WIDTHS) + 2 * len(WINDOW_FORMS) - 1
    sheet.autofilter(top, 0, max(row, top + 1), last)
    sheet.freeze_panes(top + 1, 3)
    sheet.repeat_rows(top)
    sheet.fit_to_pages(1, 0)


def _write_sources(sheet: Worksheet, styles: Styles, files: list[Source]) -> int:
    """The table of files; gives the row below it."""
    places = (0, 1, 3, 6, 7, 8, 9)  # columns of the table below it, wide enough for each
    for place, text in zip(places, SOURCE_HEADINGS, strict=True):
        put(sheet, 2, place, text, styles(bold=True, text_wrap=False))
    plain = styles(text_wrap=False)
    for number, source in enumerate(files, start=1):
        edition = f"第{source.edition}版" if source.edition else "－"
        texts = (source.window, source.file, source.sheet, source.version, edition, source.sha256)
        for place, text in zip(places, (f"({number})", *texts), strict=True):
            put(sheet, 2 + number, place, text, plain)
    return 3 + len(files)


def _write_headings(sheet: Worksheet, styles: Styles, row: int) -> None:
    pairs = [
        (f"{form.name}\n{label}", width) for form in WINDOW_FORMS for label, width in WIDTHS.items()
    ]
    for column, (text, width) in enumerate((*FIRST_WIDTHS, *pairs)):
        sheet.set_column(column, column, width)
        put(sheet, row, column, text, styles(**HEAD, align="center", valign="vcenter"))
    sheet.set_row(row, 30)


class _Page:
    """What the lines of the sheet share."""

    def __init__(
        self, sheet: Worksheet, styles: Styles, merged: Merged, out: Path, files: list[Source]
    ) -> None:
        self._sheet = sheet
        self._links = SourceLinks(merged, out, styles, **LINE)
        self._text, self._code = styles(**LINE), styles(**LINE, bg_color=LIGHT)
        self._number = styles(**LINE, num_format=INTEGER)
        self._gap = styles(**LINE, num_format=GAP_FORMAT, bg_color=YELLOW)
        self._check = styles(**LINE, align="center")
        last = FIRST_FIGURE + min(len(merged.figures), MOST_FIGURES)
        span = [f"'{FIGURES}'!${c}${FIRST_FIGURE + 1}:${c}${last}" for c in "HCBG"]
        self._values, self._items, self._windows, self._months = span
        self._numbers = _numbers(files)
        sheet.conditional_format(
            0,
            5,
            1_048_575,
            5,
            {
                "type": "cell",
                "criteria": "==",
                "value": '"不一致"',
                "format": styles(font_color=RED_TEXT, bold=True),
            },
        )

    def write(self, row: int, origin: Origin) -> None:
        """One total: its figures by window, and Excel's sum."""
        sheet, total = self._sheet, origin.total
        sheet.write_string(row, 0, origin.item.code, self._code)
        sheet.write_string(row, 1, origin.item.label, self._text)
        sheet.write_string(row, 2, origin.month or "年度計", self._text)
        self._put(row, 3, total.value, is_gap=bool(total.missing))
        line = row + 1
        sheet.write_formula(row, 4, self._sum(origin, line), self._number, origin.recomputed or 0)
        check = f'=IF(D{line}=E{line},"一致","不一致")'
        told = "一致" if origin.recomputed == total.value else "不一致"
        sheet.write_formula(row, 5, check, self._check, told)
        for place, (window, piece) in enumerate(origin.pieces.items()):
            self._put(row, 6 + 2 * place, piece.value)
            figure = piece.figure
            if figure is None:
                said = "" if origin.month or piece.value is None else "各月の計"
                sheet.write_string(row, 7 + 2 * place, said, self._text)
                continue
            number = self._numbers.get((window, figure.sha256), "")
            source = figure.file, figure.sheet, figure.cell
            text = f"{figure.cell or '－'}{number}"
            self._links.write(sheet, (row, 7 + 2 * place), source, figure.sha256, text)

    def _put(self, row: int, column: int, value: Number | None, *, is_gap: bool = False) -> None:
        style = self._gap if is_gap and value is not None else self._number
        if value is None:
            self._sheet.write_blank(row, column, None, style)
        else:
            self._sheet.write_number(row, column, value, style)

    def _sum(self, origin: Origin, line: int) -> str:
        """SUMIFS over 月次実績; a stock's year adds the windows' last values of its own line."""
        if origin.is_last_value:
            return f"=SUM(G{line},I{line},K{line},M{line})"
        month = f",{self._months},C{line}" if origin.month else ""
        return f'=SUMIFS({self._values},{self._items},A{line},{self._windows},"W?"{month})'


def _numbers(files: list[Source]) -> dict[tuple[str, str], str]:
    """Which file a cell is in, where a window has more than one."""
    windows = [source.window for source in files]
    return {
        (source.window, source.sha256): f" ({number})"
        for number, source in enumerate(files, start=1)
        if windows.count(source.window) > 1
    }
