"""Closed workbooks, opened with python-calamine behind guards against what files do to readers."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError

from juso.adapters.locked_file import decrypted
from juso.adapters.ole2 import OLE2, is_encrypted
from juso.adapters.refusal import refuse, sentence_for
from juso.adapters.used_range import MAX_CELLS, too_wide_sheets
from juso.core.errors import JusoError

WORKBOOKS = (".xlsx", ".xlsm", ".xls")


def open_workbook(path: Path, password: str | None = None) -> CalamineWorkbook:
    """Open an .xlsx or .xls; JusoError, in one sentence, for everything that is no workbook.

    An encrypted one opens with Excel's default password or with `password`: LockedError when
    neither does. None says that the caller has no way to be given one.
    """
    return workbook_in(package_of(path, password), path)


def workbook_in(package: Path | BytesIO, path: Path) -> CalamineWorkbook:
    """The workbook of a file that is known to be one; `path` is what a refusal calls it."""
    with sentence_for(
        path, "は壊れているため読めません。Excel で開いて保存し直すか、控えから戻してください"
    ):
        try:
            if isinstance(package, Path):
                return CalamineWorkbook.from_path(package)
            return CalamineWorkbook.from_filelike(package)
        except PasswordError:
            refuse(
                path,
                "はパスワードで保護されています。Excel で開いてパスワードを外してから、もう一度お試しください",
            )
        except OSError as error:
            refuse(
                path,
                f"を開けません（{error.strerror or error}）。ほかの人が開いていないか確かめてください",
            )


def package_of(path: Path, password: str | None = None) -> Path | BytesIO:
    """The workbook for whoever reads its parts: the file itself, or what an encrypted one holds.

    The same refusals as open_workbook.
    """
    if not _is_encrypted(path):
        return path
    content = decrypted(path, password)
    if content.startswith(b"PK"):
        _refuse_other_package(path, BytesIO(content))
        for name in sorted(too_wide_sheets(BytesIO(content))):
            refuse_wide(path, name)
    return BytesIO(content)


def read_sheet(
    workbook: CalamineWorkbook, name: str, path: Path, *, ours: bool = False
) -> CalamineSheet:
    """One sheet of an opened workbook; JusoError when it is damaged or absurdly large.

    A file that only the product and the office's clerks write is `ours`: see `too_wide_sheets`.
    """
    if name in too_wide_sheets(path, ours=ours):
        refuse_wide(path, name)
    return sheet_in(workbook, name, path)


def sheet_in(workbook: CalamineWorkbook, name: str, path: Path) -> CalamineSheet:
    """The same for a sheet that is known not to reach too far, of a file opened in memory."""
    with sentence_for(
        path, f"のシート「{name}」は壊れているため読めません。Excel で開いて保存し直してください"
    ):
        sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        refuse_wide(path, name)
    return sheet


def rows_of(sheet: CalamineSheet, path: Path) -> Iterator[list[Any]]:
    """The rows of a sheet from A1; calamine streams them only where it begins in column A."""
    sentence = (
        f"のシート「{sheet.name}」は壊れているため読めません。"
        "Excel で開いて保存し直すか、送った人に、もう一度送ってもらってください"
    )
    with sentence_for(path, sentence):
        if sheet.start and sheet.start[1]:
            yield from sheet.to_python(skip_empty_area=False)
        else:
            yield from sheet.iter_rows()


def _is_encrypted(path: Path) -> bool:
    """Judge a file by its first bytes, not by its name; JusoError for what is no workbook."""
    if not path.exists():
        raise JusoError(f"{path} というファイルはありません。場所と名前を確かめてください。")
    if path.is_dir():
        raise JusoError(f"{path} はフォルダーです。Excel のファイルを指定してください。")
    if path.name.startswith("~$"):
        refuse(
            path,
            "は Excel が開いている間の一時ファイルです。「~$」の付かないファイルを指定してください",
        )
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as error:
        refuse(
            path,
            f"を開けません（{error.strerror or error}）。ほかの人が開いていないか確かめてください",
        )
    if not head:
        refuse(
            path,
            "は中身のない（0バイトの）ファイルです。送った人に、もう一度送ってもらってください",
        )
    if head.startswith(OLE2):
        return _ole2_is_encrypted(path)
    if head.startswith(b"PK"):
        _refuse_other_package(path, path)
    elif b"<html" in head.lower() or b"<!doctype" in head.lower():
        refuse(
            path,
            "は Excel のファイルではなくウェブページです。もとのファイルを受け取り直してください",
        )
    else:
        refuse(path, "は Excel のファイルではありません。.xlsx 形式のファイルを指定してください")
    return False


def _ole2_is_encrypted(path: Path) -> bool:
    """An OLE2 file is an old .xls (calamine reads it), an old .doc or an encrypted .xlsx."""
    encrypted = is_encrypted(path)
    if encrypted is None:
        refuse(path, "は Excel のファイルとして読めません。.xlsx 形式で保存し直してください")
    return encrypted


def _refuse_other_package(path: Path, package: Path | BytesIO) -> None:
    try:
        with zipfile.ZipFile(package) as opened:
            names = set(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        refuse(
            path, "は壊れているため読めません。送った人に、もう一度送ってもらってください", error
        )
    if is_workbook(names):
        return
    refuse_documents(path, names)
    if any(name.lower().endswith(WORKBOOKS) for name in names):
        refuse(
            path,
            "は Excel のファイルを入れた zip です。zip を開き（パスワードを聞かれたら入力し）、"
            "中のファイルを取り出して、そのファイルを指定してください",
        )
    refuse(path, "は Excel のファイルではありません。.xlsx 形式のファイルを指定してください")


def is_workbook(names: Collection[str]) -> bool:
    """Whether a package with parts of these names is a workbook."""
    return any(name.lower().replace("\\", "/").startswith("xl/workbook") for name in names)


def refuse_documents(path: Path, names: Collection[str]) -> None:
    """JusoError for the package of another office program's document."""
    if any(name.startswith(("word/", "word\\")) for name in names):
        refuse(path, "は Word の文書です。Excel のファイルを指定してください")
    if any(name.startswith(("ppt/", "ppt\\")) for name in names):
        refuse(path, "は PowerPoint の文書です。Excel のファイルを指定してください")
    if {"mimetype", "content.xml"} <= set(names):
        refuse(
            path,
            "は LibreOffice などの形式（.ods など）です。"
            "「名前を付けて保存」で、Excel の .xlsx 形式にしたファイルを指定してください",
        )


def refuse_wide(path: Path, name: str) -> NoReturn:
    """Raise the JusoError of a sheet whose cells would not fit into memory."""
    refuse(
        path, f"のシート「{name}」は使われている範囲が広すぎます。不要な行と列を削除してください"
    )
