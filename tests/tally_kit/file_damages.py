"""The damages of a form as a file, one for each trap that programs and mail lay."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter
import xlwt

from tally_kit import files as kit
from tally_kit.xlsb import write_xlsb

PASSWORD = "ひみつ-2026"  # noqa: S105 - of an invented file
TOTAL_GONE = "TALLY-119 要修正 月次 Q5 W4/A01"


@dataclass(frozen=True)
class FileDamage:
    """A form damaged as a file: `figures` that differ from the clean one, and its findings.

    A file that is not read has `refused`, a part of the sentence that says so.
    """

    name: str
    hurt: Callable[[Path], Path]
    findings: str = ""
    figures: str = ""
    refused: str = ""
    password: str = ""

    def __str__(self) -> str:
        return self.name


def renamed(path: Path, name: str) -> Path:
    return path.rename(path.with_name(name))


def content(data: bytes, name: str = "W4.xlsx") -> Callable[[Path], Path]:
    def hurt(path: Path) -> Path:
        out = path.with_name(name)
        out.write_bytes(data)
        return out

    return hurt


def hidden(**places: Any) -> Callable[[Path], Path]:
    """Rows and columns of 月次 hidden by hand."""

    def change(book: Any) -> None:
        for row in places.get("rows", ()):
            book["月次"].row_dimensions[row].hidden = True
        for column in places.get("columns", ()):
            book["月次"].column_dimensions[column].hidden = True

    return lambda path: kit.by_openpyxl(path, change)


def filtered(path: Path) -> Path:
    """An active filter: rows 6 and 7 do not pass it."""
    hidden(rows=(6, 7))(path)
    column = '<filterColumn colId="3"><filters><filter val="F"/></filters></filterColumn>'
    return kit.part(
        path,
        kit.TALLY,
        r'<autoFilter ref="([^"]+)"\s*/>',
        rf'<autoFilter ref="\1">{column}</autoFilter>',
    )


def state(name: str, how: str) -> Callable[[Path], Path]:
    def change(book: Any) -> None:
        book.active = book["月次" if name == "表紙" else "表紙"]
        book[name].sheet_state = how

    return lambda path: kit.by_openpyxl(path, change)


def commented(path: Path) -> Path:
    def change(book: Any) -> None:
        from openpyxl.comments import Comment

        book["月次"]["E5"].comment = Comment("正しくは12件です。", "担当")

    return kit.by_openpyxl(path, change)


def with_text_box(path: Path) -> Path:
    """The same cells with a text box over them."""
    days = {"default_date_format": "yyyy/m/d"}
    with xlsxwriter.Workbook(path.with_name("箱.xlsx"), days) as book:
        for name in ("表紙", "月次"):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(kit.grid(path, name)):
                for column, raw in enumerate(row):
                    if raw != "":
                        sheet.write(number, column, raw)
        book.get_worksheet_by_name("月次").insert_textbox("F6", "5月は訂正あり")
    return path.with_name("箱.xlsx")


def error_in_xls(sheet: Any) -> None:
    sheet.row(4).set_cell_error(4, "#REF!")


def formula_in_xls(sheet: Any) -> None:
    sheet.write(4, 4, xlwt.Formula("1+1"))


def row_hidden_in_xls(sheet: Any) -> None:
    sheet.row(5).hidden = True


def as_xlsb(path: Path, error: str = "") -> Path:
    rows = kit.grid(path, "月次")
    if error:
        rows[4][4] = error
    return write_xlsb(path.with_suffix(".xlsb"), {"表紙": kit.grid(path, "表紙"), "月次": rows})


def cell(inner: str, kind: str = "", at: str = "E5") -> Callable[[Path], Path]:
    return lambda path: kit.cell(path, at, inner, kind)


def then(*steps: Callable[[Path], Path]) -> Callable[[Path], Path]:
    def hurt(path: Path) -> Path:
        for step in steps:
            path = step(path)
        return path

    return hurt


def with_macros(path: Path) -> Path:
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\0" * 64)
    return renamed(path, "W4.xlsm")


def merged_cells(path: Path) -> Path:
    return kit.by_openpyxl(path, lambda book: book["月次"].merge_cells("E5:F5"))


def far_cell(path: Path) -> Path:
    """A stray value in the last cell, in a large part that declares less."""
    kit.part(
        path,
        kit.TALLY,
        r"</sheetData>",
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    )
    return kit.part(path, kit.TALLY, "<sheetData>", "<sheetData>" + " " * 600_000)


def without_places(path: Path) -> Path:
    """Cells that do not say where they are, an error value among them."""
    kit.cell(path, "E5", "<v>#REF!</v>", "e")
    return kit.rewritten(
        path,
        lambda name, data: (
            kit.re.sub(rb'<c r="[A-Z]+\d+"', b"<c", data) if name == kit.TALLY else data
        ),
    )


def cut(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[:-300])
    return path


def broken_part(path: Path) -> Path:
    """A byte of the packed sheet turned round in the mail."""
    with zipfile.ZipFile(path) as package:
        info = package.getinfo(kit.TALLY)
    data = bytearray(path.read_bytes())
    data[info.header_offset + 200] ^= 0xFF
    path.write_bytes(bytes(data))
    return path


def spanned(tables: str) -> str:
    """4月 and 5月 of A01 in one cell of the page."""
    return tables.replace("<td>10</td><td>11</td>", '<td colspan="2">10</td>', 1)


def comma_without_quotes(path: Path) -> Path:
    """1,010 written without quotes: every figure behind it stands one month too late."""
    out = kit.as_csv(path)
    out.write_bytes(out.read_bytes().replace(b",F,10,11,12,", b",F,1,010,11,12,", 1))
    return out


def bomb(path: Path) -> Path:
    return kit.zipped(path, [("W4.xlsx", b"\0" * (101 * 1024 * 1024))])


KINDS = (
    FileDamage("手を加えていない様式", Path.absolute),
    FileDamage("Strict Open XML スプレッドシート", kit.as_strict, "FORM-020 参考  W4"),
    FileDamage("要素に接頭辞の付いた XML", kit.with_prefix),
    FileDamage("1904年から数える日付（Mac）", lambda p: kit.of_a_mac(p, datetime(2026, 3, 31))),
    FileDamage("マクロの入った .xlsm", with_macros, "FORM-020 参考  W4"),
    FileDamage("マクロのない .xlsm", lambda p: renamed(p, "W4.xlsm")),
    FileDamage("古い .xls", kit.as_xls, "FORM-020 要確認  W4"),
    FileDamage(
        ".xlsx と名付けた古い .xls",
        lambda p: renamed(kit.as_xls(p), "月次.xlsx"),
        "FORM-020 要確認  W4",
    ),
    FileDamage(".xls と名付けた .xlsx", lambda p: renamed(p, "W4.xls"), "FORM-020 要確認  W4"),
    FileDamage("バイナリ形式の .xlsb", as_xlsb, "FORM-020 要確認  W4"),
    FileDamage("Shift_JIS の CSV", kit.as_csv, "FORM-020 要確認  W4"),
    FileDamage("UTF-8 の CSV", lambda p: kit.as_csv(p, "utf-8"), "FORM-020 要確認  W4"),
    FileDamage(
        "UTF-8（BOM 付き）の CSV で .xlsx と名付けたもの",
        lambda p: kit.as_csv(p, "utf-8-sig", "月次.xlsx"),
        "FORM-020 要確認  W4",
    ),
    FileDamage(
        "UTF-16 のタブ区切り（Excel の「Unicode テキスト」）",
        lambda p: kit.as_csv(p, "utf-16", "W4.txt", "\t"),
        "FORM-020 要確認  W4",
    ),
    FileDamage(
        "Shift_JIS のタブ区切り",
        lambda p: kit.as_csv(p, "cp932", "W4.tsv", "\t"),
        "FORM-020 要確認  W4",
    ),
    FileDamage(
        "すべてのセルを引用符で囲んだ CSV",
        lambda p: kit.as_csv(p, quoting=kit.csv.QUOTE_ALL),
        "FORM-020 要確認  W4",
    ),
    FileDamage("Shift_JIS の HTML で .xls と名付けたもの", kit.as_html, "FORM-020 要確認  W4"),
    FileDamage(
        "UTF-8 の HTML で .xlsx と名付けたもの",
        lambda p: kit.as_html(p, "utf-8-sig", "月次.xlsx", ""),
        "FORM-020 要確認  W4",
    ),
    FileDamage(
        "月が結合された HTML",
        lambda p: kit.as_html(p, change=spanned),
        """
            TALLY-007 要修正 W4 F26 W4/A01/R7.5
            TALLY-119 要修正 W4 Q26 W4/A01
            FORM-020 要確認  W4
        """,
        "A01/R7.5 誤り",
    ),
)

WRAPPED = (
    FileDamage(
        "Excel が黙って開くパスワード（書込み保護）", lambda p: kit.locked(p, "VelvetSweatshop")
    ),
    FileDamage("パスワード付き", lambda p: kit.locked(p, PASSWORD), password=PASSWORD),
    FileDamage(
        "パスワード付きで、パスワードを聞いていない",
        lambda p: kit.locked(p, PASSWORD),
        refused="--password を付けて",
    ),
    FileDamage(
        "パスワード違い",
        lambda p: kit.locked(p, PASSWORD),
        refused="指定したパスワードでは開けません",
        password="x",  # noqa: S106 - not the one
    ),
    FileDamage("zip に1つ", kit.zipped, "FORM-020 要確認  W4"),
    FileDamage(
        "zip の中のフォルダーに1つ、日本語の名前",
        lambda p: kit.zipped_by_windows(p, "6月分/月次報告.xlsx"),
        "FORM-020 要確認  W4",
    ),
    FileDamage(
        "Mac がつくった zip",
        lambda p: kit.zipped(
            p, [("W4.xlsx", p), ("__MACOSX/._W4.xlsx", b"x"), (".DS_Store", b"x")]
        ),
        "FORM-020 要確認  W4",
    ),
    FileDamage(
        "zip に送付状と1つ",
        lambda p: kit.zipped(p, [("送付状.pdf", b"%PDF-1.7"), ("W4.xlsx", p)]),
        "FORM-020 要確認  W4",
    ),
    FileDamage(
        ".xlsx と名付けた zip", lambda p: kit.zipped(p, name="月次.xlsx"), "FORM-020 要確認  W4"
    ),
    FileDamage(
        "zip に CSV が1つ",
        lambda p: kit.zipped(p, [("W4.csv", kit.as_csv(p))]),
        """
            FORM-020 要確認  W4
            FORM-020 要確認  W4
        """,
    ),
    FileDamage(
        "パスワード付き zip（PPAP）",
        lambda p: kit.zipped_with_password(p, b"abc-123"),
        "FORM-020 要確認  W4",
        password="abc-123",  # noqa: S106 - of an invented file
    ),
    FileDamage(
        "日本語のパスワードの付いた zip",
        lambda p: kit.zipped_with_password(p, PASSWORD.encode("cp932")),
        "FORM-020 要確認  W4",
        password=PASSWORD,
    ),
    FileDamage(
        "パスワード付き zip で、パスワードがない",
        lambda p: kit.zipped_with_password(p, b"abc"),
        refused="--password を付けて",
    ),
    FileDamage("AES の zip", kit.zipped_with_aes, refused="AES 方式", password=PASSWORD),
    FileDamage(
        "zip に2つ",
        lambda p: kit.zipped(p, [("W4.xlsx", p), ("控え/W4_旧.xlsx", p)]),
        refused="2つ（「W4.xlsx」「W4_旧.xlsx」）入っていて",
    ),
    FileDamage(
        "zip の中に zip",
        lambda p: kit.zipped(p, [("W4.xlsx", kit.zipped(p))], "二重.zip"),
        refused="も zip です",
    ),
    FileDamage(
        "何も入っていない zip",
        lambda p: kit.zipped(p, [("覚え.pdf", b"%PDF")]),
        refused="月次報告のファイルの入っていない zip",
    ),
    FileDamage("中身が100MBを超える zip", bomb, refused="大きすぎます"),
)

HIDDEN = (
    FileDamage("非表示の行", hidden(rows=(5, 6, 7, 10)), "FORM-023 要確認 月次 E5 W4"),
    FileDamage("非表示の列", hidden(columns="F"), "FORM-023 要確認 月次 F5 W4"),
    FileDamage(
        ".xls の非表示の行",
        lambda p: kit.as_xls(p, row_hidden_in_xls),
        """
            FORM-020 要確認  W4
            FORM-023 要確認 月次 E6 W4
        """,
    ),
    FileDamage("報告していない月の非表示の列", hidden(columns="HI")),
    FileDamage("絞り込んだままの行", filtered, "FORM-023 要確認 月次 E6 W4"),
    FileDamage("非表示のシート「月次」", state("月次", "hidden"), "FORM-024 要確認 月次  W4"),
    FileDamage(
        "再表示できないシート「表紙」", state("表紙", "veryHidden"), "FORM-024 要確認 表紙  W4"
    ),
    FileDamage("数の訂正を書いたコメント", commented, "FORM-025 参考 月次  W4"),
    FileDamage("数の訂正を書いたテキストボックス", with_text_box, "FORM-025 参考 月次  W4"),
)

LOST = "A01/R7.4 誤り"
BROKEN = f"""
    TALLY-007 要修正 月次 E5 W4/A01/R7.4
    {TOTAL_GONE}
"""
OLD_BROKEN = f"{BROKEN}\nFORM-020 要確認  W4"

CELLS = (
    FileDamage("エラー値", cell("<f>1/0</f><v>#DIV/0!</v>", "e"), BROKEN, LOST),
    FileDamage("手入力のエラー値", cell("<v>#N/A</v>", "e"), BROKEN, LOST),
    FileDamage("計算されていない数式", cell("<f>SUM(S5:T5)</f>"), BROKEN, LOST),
    FileDamage("空の値の残った数式", cell("<f>SUM(S5:T5)</f><v></v>"), BROKEN, LOST),
    FileDamage("計算されていない共有数式", cell('<f t="shared" si="0"/>'), BROKEN, LOST),
    FileDamage(
        "計算されていない配列数式", cell('<f t="array" ref="E5">SUM(S5:T5)</f><v/>'), BROKEN, LOST
    ),
    FileDamage(
        "空の文字になる数式は未入力",
        cell('<f>IF(S5="","",S5)</f><v></v>', "str"),
        f"""
            TALLY-004 要修正 月次 E5 W4/A01/R7.4
            {TOTAL_GONE}
        """,
        "A01/R7.4 未入力",
    ),
    FileDamage(
        "Strict のエラー値",
        then(cell("<v>#REF!</v>", "e"), kit.as_strict),
        f"{BROKEN}\nFORM-020 参考  W4",
        LOST,
    ),
    FileDamage(
        "接頭辞の付いた XML のエラー値",
        then(cell("<v>#REF!</v>", "e"), kit.with_prefix),
        BROKEN,
        LOST,
    ),
    FileDamage("番地のないセルのエラー値", without_places, BROKEN, LOST),
    FileDamage(".xls のエラー値", lambda p: kit.as_xls(p, error_in_xls), OLD_BROKEN, LOST),
    FileDamage(
        ".xls の計算されていない数式", lambda p: kit.as_xls(p, formula_in_xls), OLD_BROKEN, LOST
    ),
    FileDamage(".xlsb のエラー値", lambda p: as_xlsb(p, "#REF!"), OLD_BROKEN, LOST),
    FileDamage(
        "結合に隠れた数",
        merged_cells,
        "TALLY-007 要修正 月次 F5 W4/A01/R7.5",
        "A01/R7.5 誤り",
    ),
)

REFUSED = (
    FileDamage("0バイト", content(b""), refused="0バイト"),
    FileDamage("Excel の一時ファイル", content(b"x" * 165, "~$W4.xlsx"), refused="一時ファイル"),
    FileDamage(
        "エラー画面を保存した .xlsx",
        content("<!DOCTYPE html><html><body>エラー</body></html>".encode("cp932")),
        refused="ウェブページです",
    ),
    FileDamage("PDF", content(b"%PDF-1.7\n"), refused="PDF です"),
    FileDamage("写真", content(b"\xff\xd8\xff\xe0JFIF", "W4.jpg"), refused="画像です"),
    FileDamage(
        "XML スプレッドシート 2003",
        content(
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
        ),
        refused="XML スプレッドシート 2003",
    ),
    FileDamage(
        "EUC-JP の CSV", lambda p: kit.as_csv(p, "euc_jp"), refused="文字の読み方も分かりません"
    ),
    FileDamage(
        "引用符の閉じていない CSV",
        content('項目コード,項目\nA01,"件'.encode("cp932"), "W4.csv"),
        refused="引用符が閉じていません",
    ),
    FileDamage(
        "桁区切りのコンマで列が分かれた CSV",
        comma_without_quotes,
        refused="見出しの行より列が多く",
    ),
    FileDamage(
        "ただの覚え書き", content("来月まで待つ".encode()), refused="月次報告の表でもありません"
    ),
    FileDamage("途中で切れたファイル", cut, refused="壊れている"),
    FileDamage("1バイト壊れたファイル", broken_part, refused="壊れている"),
    FileDamage("最後のセルに値のある広すぎるシート", far_cell, refused="範囲が広すぎます"),
)

DAMAGES = (*KINDS, *WRAPPED, *HIDDEN, *CELLS, *REFUSED)
