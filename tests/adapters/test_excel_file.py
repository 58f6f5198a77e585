"""Files that are no workbook get one Japanese sentence; real workbooks open."""

import zipfile

import docx
import pytest
import xlsxwriter

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
