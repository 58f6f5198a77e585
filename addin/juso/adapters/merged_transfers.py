"""Sheet つなぎ行列: who passed on to whom, and whether the other side counts the same."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook

from juso.adapters.merged_tables import LINE
from juso.adapters.merged_transfer_cells import APRIL, YEAR, TransferCells
from juso.adapters.styles import (
    HEAD,
    Styles,
    lines_in,
    put,
    row_height,
    set_page,
)
from juso.koshu.tally.items import forms_by_code
from juso.services.tally.gaps import gap_text
from juso.services.tally.merged import Merged
from juso.services.tally.sums import added
from juso.services.tally.totals import Total
from juso.services.tally.transfers import (
    ALL_WINDOWS,
    OTHERS,
    PROGRAMS,
    SITES,
    WINDOWS,
    Pair,
    Series,
    Transfers,
    differing_months,
    transfers,
    verdict,
)

SHEET = "つなぎ行列"
NOTES = (
    "送った側の様式（F11～F17、O11、R08）と受けた側の様式（B37、B42、M01a～d、O01c、P01）の両方を載せ、違いを言葉で示します。"
    "※は欠けている窓口・月がある暫定の数です。／は様式につなぎ先の項目がなく、数えられないところです。",
    "窓口どうしは、送った側が継続中の相談も数え、受けた側は新規の相談だけを数えます。受けるのが翌月になることもあるので、"
    "少しの違いはふつうです。大きく違うときは双方に確かめてください。",
)
WIDTHS = (17, 17, 12, *[8.5] * 12, 10)
LAST = len(WIDTHS) - 1
RECEIVERS = (*WINDOWS, ALL_WINDOWS, *PROGRAMS, OTHERS)
SENDERS = (*WINDOWS, "O", SITES, "M", "P")
COUNTED_AS = {
    **dict.fromkeys(WINDOWS, ("F11～F35", "件")),
    "O": ("O11", "人"),
    SITES: ("R08", "件"),
    "M": ("なし", ""),
    "P": ("なし", ""),
}


def write_transfers(book: Workbook, styles: Styles, merged: Merged) -> None:
    """The matrix of the year, both sides month by month, the matrix by month."""
    sheet = book.add_worksheet(SHEET)
    set_page(sheet, f"月次報告の統合　{SHEET}")
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    put(sheet, 0, 0, SHEET, styles(bold=True, font_size=14, text_wrap=False))
    sheet.set_row(0, 24)
    for row, note in enumerate(NOTES, start=1):
        sheet.merge_range(row, 0, row, LAST, note, styles())
        sheet.set_row(row, row_height(lines_in(note, sum(WIDTHS))))
    found, page = transfers(merged), _Page(sheet, styles, merged)
    row = page.matrix(found, len(NOTES) + 2)
    both_sides = page.verdicts(found.pairs, row + 1) + 1
    by_month = page.pairs(found.pairs, both_sides) + 1
    page.by_month(found, by_month)
    sheet.set_h_pagebreaks([both_sides, by_month])
    sheet.freeze_panes(1, 0)
    sheet.fit_to_pages(1, 0)


def _name(code: str) -> str:
    return forms_by_code()[code].name if code in forms_by_code() else code


def _heading(code: str) -> str:
    """As it stands over a narrow column."""
    return _name(code).replace("アウトリーチ", "アウト\nリーチ").replace("・", "・\n")


def _told(pair: Pair) -> str:
    """What an officer ought to know of both sides: over the year, and in how many months."""
    months = differing_months(pair)
    gaps = gap_text(dict.fromkeys((*pair.sent.year.missing, *pair.received.year.missing)))
    return "".join(
        (
            f"{verdict(pair)}。",
            f"{months}か月で違います。" if months else "",
            f"欠けているもの：{gaps}。" if gaps else "",
        )
    )


class _Page(TransferCells):
    """The tables of the sheet, one method each."""

    def matrix(self, found: Transfers, row: int) -> int:
        """送った数 of the year: senders down, receivers across. Gives the row below."""
        self.title(row, f"1　つなぎ行列（{self.merged.year}の計）")
        heads = ("送った側", "様式の項目", "単位", *map(_heading, RECEIVERS), "計")
        self.heads(row + 1, heads)
        self.sheet.set_row(row + 1, 46)
        for line, sender in enumerate(SENDERS, start=row + 2):
            self.label(line, _name(sender), *COUNTED_AS[sender])
            self._line(line, [found.sent(sender, receiver) for receiver in RECEIVERS])
        line = row + 2 + len(SENDERS)
        self.label(line, "4窓口が送った計", "F11～F35", "件")
        sums = [self._from_windows(found, receiver) for receiver in RECEIVERS]
        self._totals(line, sums, bold=True)
        self.label(line + 1, "受けた側の様式", "B37、M01a～d、O01c、P01", "件・人")
        self._totals(line + 1, [self._received(found, receiver) for receiver in RECEIVERS])
        for number in (line, line + 1):
            self.sheet.set_row(number, row_height(2))
        return line + 2

    def _line(self, line: int, cells: Sequence[Series | None]) -> None:
        """One sender; ／ where its form does not count."""
        self._totals(line, [cell.year if cell else None for cell in cells])
        known = [cell.year for cell in cells if cell]
        if known:
            self.number(line, APRIL + len(cells), added(known), bold=True)
        else:
            self.not_counted(line, APRIL + len(cells))

    def _totals(self, line: int, totals: Sequence[Total | None], *, bold: bool = False) -> None:
        for column, total in enumerate(totals, start=APRIL):
            if total is None:
                self.not_counted(line, column)
            else:
                self.number(line, column, total, bold=bold)

    def _from_windows(self, found: Transfers, receiver: str) -> Total | None:
        cells = [found.sent(window, receiver) for window in WINDOWS]
        known = [cell.year for cell in cells if cell]
        return added(known) if known else None

    def _received(self, found: Transfers, receiver: str) -> Total | None:
        mine = [p for p in found.pairs if p.receiver == receiver and p.sender != "O"]
        return added(pair.received.year for pair in mine) if mine else None

    def verdicts(self, pairs: Sequence[Pair], row: int) -> int:
        """One line for each path that both sides count. Gives the row below."""
        self.title(row, "2　送った側と受けた側の突き合わせ（年度計）")
        heads = ("送った側", "受けた側", "様式の項目", "送った数", "受けた数", "違い", "見方")
        self.heads(row + 1, heads)
        head = self.styles(**HEAD, align="center", valign="vcenter")
        self.sheet.merge_range(row + 1, 6, row + 1, LAST, heads[-1], head)
        for line, pair in enumerate(pairs, start=row + 2):
            codes = f"{pair.sent_by}→{pair.received_by}"
            self.label(line, _name(pair.sender), _name(pair.receiver), codes)
            self.number(line, 3, pair.sent.year)
            self.number(line, 4, pair.received.year)
            self.difference(line, 5, pair.sent.year, pair.received.year)
            style = self.styles(**LINE, text_wrap=False)
            self.sheet.merge_range(line, 6, line, LAST, _told(pair), style)
        return row + 2 + len(pairs)

    def pairs(self, pairs: Sequence[Pair], row: int) -> int:
        """Both sides of every path, and the difference. Gives the row below."""
        self.title(row, "3　送った数と受けた数（月ごと。違いは送った数から受けた数を引いたもの）")
        self.heads(row + 1, ("送った側", "受けた側", "数", *self.labels, "年度計"))
        line = row + 2
        for pair in pairs:
            self._pair(pair, line)
            line += 3
        return line

    def _pair(self, pair: Pair, line: int) -> None:
        names = _name(pair.sender), _name(pair.receiver)
        sides = (f"送 {pair.sent_by}", pair.sent), (f"受 {pair.received_by}", pair.received)
        for number, (text, series) in enumerate(sides, start=line):
            self.label(number, *names, text)
            self.sheet.set_row(number, row_height(lines_in(text, WIDTHS[2])))
            self.months(number, series)
        self.label(line + 2, *names, "違い")
        both = [*zip(pair.sent.months, pair.received.months, strict=True)]
        for column, (sent, received) in enumerate(both, start=APRIL):
            self.difference(line + 2, column, sent, received)
        for column in range(APRIL + self.due, YEAR):
            put(self.sheet, line + 2, column, None, self.styles(**LINE))
        self.difference(line + 2, YEAR, pair.sent.year, pair.received.year)

    def by_month(self, found: Transfers, row: int) -> None:
        """The matrix by month, a line for each sender and receiver."""
        self.title(row, "4　送った数（月ごと、送った側の様式）")
        self.heads(row + 1, ("送った側", "受けた側", "様式の項目", *self.labels, "年度計"))
        for line, cell in enumerate(found.matrix, start=row + 2):
            self.label(line, _name(cell.sender), _name(cell.receiver), cell.code)
            self.months(line, cell.counts)
