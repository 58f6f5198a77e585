"""Files that are no workbook get one Japanese sentence; real workbooks open."""

import re
import zipfile

import docx
import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.cell import coordinate_to_tuple

from juso.adapters.excel_file import open_workbook, read_sheet
from juso.core.errors import JusoError


def write_workbook(path):
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("表").write(0, 0, "値")


def empty(path):
    path.write_bytes(b"")


def word(path):
    docx.Document().save(str(path))


def web_page(path):
    path.write_text("<!DOCTYPE html><html><body>404</body></html>", encoding="utf-8")


def text(path):
    path.write_text("ケース番号,受付日\n", encoding="utf-8")


def cut_off(path):
    write_workbook(path)
    path.write_bytes(path.read_bytes()[:400])


def open_document(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<office/>")


def other_zip(path):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("memo.txt", "memo")


def broken_ole2(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def damaged_sheet_list(path):
    write_workbook(path)
    parts = {}
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["xl/workbook.xml"] = b"<workbook"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (empty, "中身のない（0バイトの）ファイルです"),
        (word, "Word の文書です"),
        (web_page, "ウェブページです"),
        (text, "Excel のファイルではありません"),
        (cut_off, "壊れているため読めません"),
        (other_zip, "Excel のファイルではありません"),
        (open_document, "Excel の .xlsx 形式にした"),
        (broken_ole2, "Excel のファイルとして読めません"),
        (damaged_sheet_list, "壊れているため読めません"),
    ],
)
def test_open_workbook__names_what_the_file_is(tmp_path, make, expected):
    """A file that is no readable workbook is refused with its name and what to do."""
    path = tmp_path / "支援台帳.xlsx"
    make(path)

    with pytest.raises(JusoError) as refusal:
        open_workbook(path)

    assert expected in str(refusal.value)
    assert path.name in str(refusal.value)
    assert str(refusal.value).endswith("。")


def test_open_workbook__missing_file_and_folder_and_lock_file(tmp_path):
    """A path that is no file is named; Excel's lock file is recognised by its name."""
    (tmp_path / "~$支援台帳.xlsx").write_bytes(b"x" * 165)

    for name, expected in [
        ("ない.xlsx", "というファイルはありません"),
        (".", "フォルダーです"),
        ("~$支援台帳.xlsx", "一時ファイルです"),
    ]:
        with pytest.raises(JusoError, match=expected):
            open_workbook(tmp_path / name)


def test_read_sheet__gives_cells_of_a_real_workbook(tmp_path):
    """A workbook opens whatever it is called."""
    path = tmp_path / "様式.dat"
    write_workbook(path)

    assert read_sheet(open_workbook(path), "表", path).to_python() == [["値"]]


def stray_cell(path, *places):
    book = openpyxl.Workbook()
    book.active.title = "相談受付簿"
    for place in ("A1", *places):
        book["相談受付簿"][place] = "x"
    book.save(path)


def rewrite_sheet(path, change):
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = "xl/worksheets/sheet1.xml"
    changed = change(parts[name])
    assert changed != parts[name]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in (parts | {name: changed}).items():
            package.writestr(part, content)


def without_dimension(xml):
    return re.sub(rb"<dimension[^>]*/>", b"", xml)


def with_false_dimension(xml):
    return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:B2"', xml)


def on_separate_lines(xml):
    return xml.replace(b"<c r=", b"<c\nr =")


def without_cell_references(xml):
    return re.sub(rb'<c r="[^"]*"', b"<c", xml).replace(b"</c></row>", b"</c>" + CELL * 30 + ROW)


def in_a_large_part(xml):
    return without_dimension(xml).replace(b"<sheetData>", b"<sheetData>" + b" " * 1_500_000)


def in_a_large_part_with_false_dimension(xml):
    return with_false_dimension(xml).replace(b"<sheetData>", b"<sheetData>" + b" " * 1_500_000)


CELL, ROW = b"<c><v>1</v></c>", b"</row>"
TOO_WIDE = "のシート「相談受付簿」は使われている範囲が広すぎます。不要な行と列を削除してください。"


@pytest.mark.parametrize(
    "change",
    [
        None,
        without_dimension,
        with_false_dimension,
        on_separate_lines,
        without_cell_references,
        in_a_large_part,
        in_a_large_part_with_false_dimension,
    ],
)
def test_read_sheet__stray_far_cell_is_refused(tmp_path, change):
    """One value in the last cell of the sheet ends in a sentence, whatever the file declares."""
    path = tmp_path / "支援台帳.xlsx"
    stray_cell(path, "XFD1048576")
    if change:
        rewrite_sheet(path, change)

    with pytest.raises(JusoError) as refusal:
        read_sheet(open_workbook(path), "相談受付簿", path)

    assert str(refusal.value) == f"{path} {TOO_WIDE}"


def test_read_sheet__far_column_and_far_row_together_are_refused(tmp_path):
    """Two stray values span as much as one in the corner."""
    path = tmp_path / "支援台帳.xlsx"
    stray_cell(path, "XFD1", "A1048576")

    with pytest.raises(JusoError, match="範囲が広すぎます"):
        read_sheet(open_workbook(path), "相談受付簿", path)


@pytest.mark.parametrize("place", ["XFD20", "B1048576"])
def test_read_sheet__far_cell_in_one_direction_opens(tmp_path, place):
    """A value far to the right or far down alone still fits."""
    path = tmp_path / "支援台帳.xlsx"
    stray_cell(path, place)

    sheet = read_sheet(open_workbook(path), "相談受付簿", path)

    assert sheet.end == tuple(part - 1 for part in coordinate_to_tuple(place))


def test_read_sheet__formatted_far_cell_without_a_value_opens(tmp_path):
    """A format alone takes no room, though it widens what the file declares."""
    path = tmp_path / "様式.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("表")
        sheet.write(0, 0, "値")
        sheet.write_blank(1_048_575, 16_383, None, workbook.add_format({"bold": True}))

    assert read_sheet(open_workbook(path), "表", path).to_python() == [["値"]]


def test_read_sheet__only_the_sheet_that_is_too_wide_is_refused(tmp_path):
    """The other sheets of the same file open."""
    path = tmp_path / "様式.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("表").write(0, 0, "値")
        workbook.add_worksheet("広い").write("A1", 1)
        workbook.worksheets()[1].write("XFD1048576", 1)
    book = open_workbook(path)

    assert read_sheet(book, "表", path).to_python() == [["値"]]
    with pytest.raises(JusoError, match="「広い」"):
        read_sheet(book, "広い", path)


def test_read_sheet__large_sheet_opens(tmp_path):
    """5,000 rows of 60 columns are a large register, not a damaged one."""
    path = tmp_path / "支援台帳.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("表")
        for row in range(5_000):
            sheet.write_row(row, 0, [row] * 60)

    rows = read_sheet(open_workbook(path), "表", path).to_python()

    assert (len(rows), rows[-1]) == (5_000, [4_999.0] * 60)


def test_read_sheet__file_replaced_between_readings_is_judged_anew(tmp_path):
    """A sheet put right opens in the same session."""
    path = tmp_path / "支援台帳.xlsx"
    stray_cell(path, "XFD1048576")
    with pytest.raises(JusoError):
        read_sheet(open_workbook(path), "相談受付簿", path)

    stray_cell(path)

    assert read_sheet(open_workbook(path), "相談受付簿", path).to_python() == [["x"]]
