"""はじめに: the page that tells a clerk what the register is for and how to work in it."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.register_codes import CODES
from juso.adapters.register_columns import Mark
from juso.adapters.register_guide import (
    ACTIONS,
    GAP_MARK,
    GROUPS,
    MARK_MEANINGS,
    RULES,
    STEPS,
)
from juso.adapters.register_marks import LOOKS
from juso.adapters.register_results import TAB
from juso.adapters.register_settings import SETTINGS
from juso.adapters.result_sheet import SYMBOLS
from juso.adapters.result_sheets import RESULT_SHEETS
from juso.adapters.styles import (
    GOLD,
    HEAD,
    NAVY,
    PALE,
    YELLOW,
    Styles,
    lines_in,
    row_height,
    set_page,
)
from juso.koshu.config import Config
from juso.services.rule_catalogue import TITLE as RULE_SHEET

FRONT = "はじめに"
REGISTER_ID = "KOSHU-JUSO-REGISTER"
REGISTER_VERSION = "2026.4"
WIDTHS = (29, 68, 36)


def write_front(book: Workbook, styles: Styles, config: Config, title: str) -> None:
    """Write はじめに as the first sheet, with the register's 様式ID."""
    sheet = book.add_worksheet(FRONT)
    page = _Page(sheet, styles)
    page.title(f"{title}（{config.fiscal_year}）")
    page.line(("様式ID", REGISTER_ID, f"様式版 {REGISTER_VERSION}"), bg_color=PALE)
    page.line(("事業所ID", config.id, "juso.toml の id と同じ値です"), bg_color=PALE)
    book.define_name("juso_register", f"='{FRONT}'!$B$2")
    book.define_name("juso_office", f"='{FRONT}'!$B$3")
    page.text(
        "四つの相談窓口（介護・障害・子育て・生活困窮）が、相談の受付から支援、会議、終結までを"
        "1冊で記録する台帳です。個人情報を含みます。取扱いに注意し、庁外に持ち出さないでください。"
    )
    page.list("仕事の順序", STEPS)
    _sheets(page)
    _actions(page)
    _legend(page)
    page.list("入力の決まり", RULES)
    page.heading("困ったとき")
    page.text(
        f"入力や会議のことは{config.secretariat}、パソコンで動かないことは情報係に"
        "お問い合わせください。その際、画面の文と「出力／点検」のファイル名をお知らせください。"
    )
    set_page(sheet, title, landscape=False)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _sheets(page: _Page) -> None:
    page.heading("シートの一覧（名前をクリックすると開きます）")
    page.line(("シート", "1行の単位と内容", "入力する時"), **HEAD)
    for group in GROUPS:
        for row_type, when in group.sheets:
            about = (row_type.__doc__ or "").split("\n")[0]
            page.link((row_type.sheet, about, when), bg_color=group.colour)
    for result in RESULT_SHEETS:
        when = f"［{result.button}］を押したとき"
        page.link((result.title, result.about.split("。")[0] + "。", when), bg_color=TAB)
    page.link((SETTINGS, "点検の基準となる日数など、地区の一覧、窓口と課。", "年度の初め"))
    page.link((CODES, "選択肢の一覧とその意味、月次報告の項目コード。", "見るだけ"))
    page.link(
        (RULE_SHEET, "点検で確かめる決まりの一覧。点検結果の規則の番号で引きます。", "見るだけ")
    )


def _actions(page: _Page) -> None:
    page.heading("この台帳でできること（リボン「重層支援」のボタン。括弧内は juso コマンドの名前）")
    page.line(("ボタン", "すること", "結果の置き場所"), **HEAD)
    for action in ACTIONS:
        page.line(action)


def _legend(page: _Page) -> None:
    page.heading("色と印")
    for mark in Mark:
        page.sample(f"{mark.symbol} 見出し", f"{mark.meaning}。", mark.heading | {"border": 1})
    page.sample(
        "太枠の見出し",
        "国への報告に使う項目です。",
        Mark.REQUIRED.heading | {"border": 5, "border_color": GOLD},
    )
    page.sample("黄色の欄", GAP_MARK, {"bg_color": YELLOW, "border": 1})
    for severity, meaning in MARK_MEANINGS.items():
        name = f"{SYMBOLS[severity]}{severity}のセル"
        page.sample(name, meaning, {"border": 1} | LOOKS[severity])


class _Page:
    """Writes one row after the other across three columns, each as high as its text."""

    def __init__(self, sheet: Worksheet, styles: Styles) -> None:
        self.sheet, self.styles, self.row = sheet, styles, 0
        for place, width in enumerate(WIDTHS):
            sheet.set_column(place, place, width)

    def title(self, text: str) -> None:
        style = self.styles(bold=True, font_size=16, text_wrap=False, valign="vcenter")
        self.sheet.write_string(self.row, 0, text, style)
        self._next(30)

    def heading(self, text: str) -> None:
        rule = {"bottom": 2, "bottom_color": NAVY, "valign": "bottom", "text_wrap": False}
        for place in range(len(WIDTHS)):
            style = self.styles(bold=True, font_size=12, **rule)
            self.sheet.write_string(self.row, place, "" if place else text, style)
        self._next(28)

    def text(self, text: str) -> None:
        self.sheet.merge_range(self.row, 0, self.row, len(WIDTHS) - 1, text, self.styles())
        self._next(row_height(lines_in(text, sum(WIDTHS) - 4)))

    def list(self, heading: str, sentences: tuple[str, ...]) -> None:
        self.heading(heading)
        for number, sentence in enumerate(sentences, start=1):
            self.text(f"{number}　{sentence}")

    def line(self, cells: tuple[str, ...], **facts: Any) -> None:
        self.sheet.write_row(self.row, 0, cells, self.styles(**{"border": 1} | facts))
        self._next(row_height(max(map(lines_in, cells, WIDTHS))))

    def link(self, cells: tuple[str, ...], **facts: Any) -> None:
        style = self.styles(border=1, underline=1, **facts)
        here = self.row
        self.line(cells)
        self.sheet.write_url(here, 0, f"internal:'{cells[0]}'!A1", style, cells[0])

    def sample(self, name: str, meaning: str, facts: dict[str, Any]) -> None:
        """A cell as it looks in the sheets, and what that means."""
        self.sheet.write_string(self.row, 0, name, self.styles(**facts))
        self.sheet.merge_range(self.row, 1, self.row, 2, meaning, self.styles(border=1))
        self._next(row_height(lines_in(meaning, sum(WIDTHS[1:]))))

    def _next(self, height: float) -> None:
        self.sheet.set_row(self.row, height)
        self.row += 1
