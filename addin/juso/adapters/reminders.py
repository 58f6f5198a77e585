"""催促 of an office: one text a window, ready for a mail, and the list of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from juso.adapters.form_return import answer_day
from juso.adapters.office import Office
from juso.adapters.share import all_or_none, save_new, save_once
from juso.adapters.styles import DATE, HEAD, NAVY, Styles, new_workbook, put, row_height, set_page
from juso.core.calendar import FiscalYear, era_date
from juso.koshu.config import Config
from juso.koshu.tally.items import form
from juso.koshu.tally.submission import deadline
from juso.services.tally.gaps import spans
from juso.services.tally.reminder import Owed, body, subject

FOLDER = "催促"  # below 出力
BOM = "\ufeff"  # by it every Notepad knows the text is UTF-8
LINE = {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter"}
COLUMNS = (
    ("窓口", 7),
    ("名称", 14),
    ("機関名", 30),
    ("所管課", 24),
    ("未提出の月", 20),
    ("差戻し中の月", 20),
    ("最も古い期限", 20),
    ("経過日数", 10),
    ("催促の文", 30),
)


def write_reminders(office: Office, owing: Sequence[Owed], today: date, place: Path) -> list[Path]:
    """The texts, then at `place` the list; no file where nobody owes anything."""
    if not owing:
        return []
    folder, config = office.output(FOLDER), office.config
    made: list[Path] = []
    with all_or_none() as kept:
        before = set(folder.glob("*"))
        for one in owing:
            made.append(_write_text(folder, one, config, today))
            kept += [path for path in made[-1:] if path not in before]
        texts = [path.name for path in made]
        made.append(save_new(place, lambda p: _write_list(p, owing, texts, today, config)))
    return made


def list_name(today: date) -> str:
    """What the list is called."""
    return f"催促一覧_{today:%Y%m%d}.xlsx"


def _write_text(folder: Path, one: Owed, config: Config, today: date) -> Path:
    """件名 and 本文 as a text file with the line ends of Windows."""
    name = f"催促_{one.last}_{one.form}_{form(one.form).name}.txt"
    head = f"件名：{subject(one, config.fiscal_year)}\n\n"
    text = (head + body(one, config, today, answer_day(today)) + "\n").replace("\n", "\r\n")
    return save_once(folder / name, lambda part: part.write_bytes((BOM + text).encode()))


def _write_list(
    path: Path, owing: Sequence[Owed], texts: Sequence[str], today: date, config: Config
) -> None:
    year: FiscalYear = config.fiscal_year
    book = new_workbook(path, f"月次報告の催促一覧 {year}", year)
    styles = Styles(book)
    sheet = book.add_worksheet("催促一覧")
    set_page(sheet, f"月次報告の催促一覧　{year}")
    title = styles(bold=True, font_size=14, font_color=NAVY, text_wrap=False)
    put(sheet, 0, 0, f"月次報告の催促一覧（{year}　{era_date(today)}現在）", title)
    note = "月次報告は翌月10日までに提出します。「催促の文」を開き、件名と本文をメールに貼り付けて送ってください。"
    put(sheet, 1, 0, note, styles(text_wrap=False))
    sheet.set_row(0, 26)
    for column, (text, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        put(sheet, 2, column, text, styles(**HEAD, align="center", valign="vcenter"))
    for row, (one, text) in enumerate(zip(owing, texts, strict=True), start=3):
        declared = form(one.form)
        months = (spans(one.missing), spans(one.returned))
        oldest = deadline(one.missing[0]) if one.missing else None
        facts = (one.form, declared.name, declared.agency, declared.division, *months)
        for column, fact in enumerate(facts):
            put(sheet, row, column, fact, styles(**LINE))
        put(sheet, row, 6, oldest, styles(**LINE, num_format=DATE, align="center"))
        late = one.days_late(today) or None
        put(sheet, row, 7, late, styles(**LINE, num_format='0"日"', align="center"))
        put(sheet, row, 8, text, styles(**LINE))
        sheet.set_row(row, row_height(2))
    sheet.freeze_panes(3, 2)
    sheet.repeat_rows(2)
    sheet.fit_to_pages(1, 0)
    book.close()
