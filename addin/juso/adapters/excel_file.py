"""Closed workbooks, opened with python-calamine behind guards against what files do to readers."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError

from juso.adapters.locked_file import decrypted
from juso.adapters.ole2 import OLE2, is_encrypted
from juso.adapters.used_range import MAX_CELLS, too_wide_sheets
from juso.core.errors import JusoError

WORKBOOKS = (".xlsx", ".xlsm", ".xls")


def open_workbook(path: Path, password: str | None = None) -> CalamineWorkbook:
    """Open an .xlsx or .xls; JusoError, in one sentence, for everything that is no workbook.

    An encrypted one opens with Excel's default password or with `password`: LockedError when
    neither does. None says that the caller has no way to be given one.
    """
    package = package_of(path, password)
    with _guard(
        path, "は壊れているため読めません。Excel で開いて保存し直すか、控えから戻してください"
    ):
        try:
            if isinstance(package, Path):
                return CalamineWorkbook.from_path(package)
            return CalamineWorkbook.from_filelike(package)
        except PasswordError:
            _refuse(
                path,
                "はパスワードで保護されています。Excel で開いてパスワードを外してから、もう一度お試しください",
            )
        except OSError as error:
            _refuse(
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
            _refuse_wide(path, name)
    return BytesIO(content)


def read_sheet(workbook: CalamineWorkbook, name: str, path: Path) -> CalamineSheet:
    """One sheet of an opened workbook; JusoError when it is damaged or absurdly large."""
    if name in too_wide_sheets(path):
        _refuse_wide(path, name)
    with _guard(
        path, f"のシート「{name}」は壊れているため読めません。Excel で開いて保存し直してください"
    ):
        sheet = workbook.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        _refuse_wide(path, name)
    return sheet


def rows_of(sheet: CalamineSheet, path: Path) -> Iterator[list[Any]]:
    """The rows of a sheet from A1; calamine streams them only where it begins in column A."""
    sentence = (
        f"のシート「{sheet.name}」は壊れているため読めません。"
        "Excel で開いて保存し直すか、送った人に、もう一度送ってもらってください"
    )
    with _guard(path, sentence):
        if sheet.start and sheet.start[1]:
            yield from sheet.to_python(skip_empty_area=False)
        else:
            yield from sheet.iter_rows()


@contextmanager
def _guard(path: Path, sentence: str) -> Iterator[None]:
    """What calamine raises on a damaged file, a Rust panic (no Exception) too, as one sentence."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit, JusoError):
        raise
    except BaseException as error:
        _refuse(path, sentence, error)


def _is_encrypted(path: Path) -> bool:
    """Judge a file by its first bytes, not by its name; JusoError for what is no workbook."""
    if not path.exists():
        raise JusoError(f"{path} というファイルはありません。場所と名前を確かめてください。")
    if path.is_dir():
        raise JusoError(f"{path} はフォルダーです。Excel のファイルを指定してください。")
    if path.name.startswith("~$"):
        _refuse(
            path,
            "は Excel が開いている間の一時ファイルです。「~$」の付かないファイルを指定してください",
        )
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError as error:
        _refuse(
            path,
            f"を開けません（{error.strerror or error}）。ほかの人が開いていないか確かめてください",
        )
    if not head:
        _refuse(
            path,
            "は中身のない（0バイトの）ファイルです。送った人に、もう一度送ってもらってください",
        )
    if head.startswith(OLE2):
        return _ole2_is_encrypted(path)
    if head.startswith(b"PK"):
        _refuse_other_package(path, path)
    elif b"<html" in head.lower() or b"<!doctype" in head.lower():
        _refuse(
            path,
            "は Excel のファイルではなくウェブページです。もとのファイルを受け取り直してください",
        )
    else:
        _refuse(path, "は Excel のファイルではありません。.xlsx 形式のファイルを指定してください")
    return False


def _ole2_is_encrypted(path: Path) -> bool:
    """An OLE2 file is an old .xls (calamine reads it), an old .doc or an encrypted .xlsx."""
    encrypted = is_encrypted(path)
    if encrypted is None:
        _refuse(path, "は Excel のファイルとして読めません。.xlsx 形式で保存し直してください")
    return encrypted


def _refuse_other_package(path: Path, package: Path | BytesIO) -> None:
    try:
        with zipfile.ZipFile(package) as opened:
            names = set(opened.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        _refuse(
            path, "は壊れているため読めません。送った人に、もう一度送ってもらってください", error
        )
    if any(name.startswith(("word/", "word\\")) for name in names):
        _refuse(path, "は Word の文書です。Excel のファイルを指定してください")
    if any(name.lower().replace("\\", "/").startswith("xl/workbook") for name in names):
        return
    if {"mimetype", "content.xml"} <= names:
        _refuse(
            path,
            "は LibreOffice などの形式（.ods など）です。"
            "「名前を付けて保存」で、Excel の .xlsx 形式にしたファイルを指定してください",
        )
    if any(name.lower().endswith(WORKBOOKS) for name in names):
        _refuse(
            path,
            "は Excel のファイルを入れた zip です。zip を開き（パスワードを聞かれたら入力し）、"
            "中のファイルを取り出して、そのファイルを指定してください",
        )
    _refuse(path, "は Excel のファイルではありません。.xlsx 形式のファイルを指定してください")


def _refuse_wide(path: Path, name: str) -> NoReturn:
    _refuse(
        path, f"のシート「{name}」は使われている範囲が広すぎます。不要な行と列を削除してください"
    )


def _refuse(path: Path, sentence: str, cause: BaseException | None = None) -> NoReturn:
    raise JusoError(f"{path} {sentence}。") from cause
