"""Any file that arrives as a monthly form, judged by what is in it and never by its name."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from juso.adapters.excel_file import is_workbook, refuse_documents
from juso.adapters.form_sources.delimited import delimited_source
from juso.adapters.form_sources.html_table import declared_encoding, html_source, is_html
from juso.adapters.form_sources.source import Source
from juso.adapters.form_sources.text_encoding import decoded
from juso.adapters.form_sources.workbook import XlsxSource
from juso.adapters.form_sources.xls_source import XlsSource
from juso.adapters.form_sources.xlsb_source import XlsbSource
from juso.adapters.form_sources.xlsx_package import XlsxPackage
from juso.adapters.form_sources.zipped import unzipped
from juso.adapters.locked_file import decrypted
from juso.adapters.ole2 import OLE2, is_encrypted
from juso.adapters.ole2 import is_workbook as is_old_workbook
from juso.adapters.refusal import AGAIN, AS_XLSX, DAMAGED, refuse

ZIP = b"PK"
OTHERS = (
    (b"%PDF", "は PDF です。もとの Excel のファイルを送ってもらってください"),
    (b"\x89PNG", "は画像です。Excel のファイルを送ってもらってください"),
    (b"\xff\xd8\xff", "は画像です。Excel のファイルを送ってもらってください"),
    (b"{\\rtf", f"は Word の文書です。{AGAIN}"),
    (b"7z\xbc\xaf", "は 7z の圧縮ファイルです。中の Excel のファイルを送ってもらってください"),
    (b"Rar!", "は RAR の圧縮ファイルです。中の Excel のファイルを送ってもらってください"),
)
XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
MHTML = b"mime-version:"
HEAD = 1024


def open_source(content: bytes, path: Path, password: str | None) -> Source:
    """The sheets of a file; JusoError, in one sentence, for everything that has none to be read."""
    if content.startswith(ZIP):
        return _packed(content, path, password)
    if content.startswith(OLE2):
        return _old(content, path, password)
    return _text(content, path, path.stem)


def _packed(content: bytes, path: Path, password: str | None) -> Source:
    opened = _opened(content, path)
    names = opened.namelist()
    if is_workbook(names):
        return _workbook(content, path, opened)
    refuse_documents(path, names)
    inside, inner, told = unzipped(opened, path, password)
    if inner.startswith(ZIP):
        package = _opened(inner, inside)
        refuse_documents(inside, package.namelist())
        if not is_workbook(package.namelist()):
            refuse(inside, "も zip です。中の Excel のファイルを取り出して指定してください")
        source: Source = _workbook(inner, inside, package)
    elif inner.startswith(OLE2):
        source = _old(inner, inside, password)
    else:
        source = _text(inner, inside, Path(told.inner).stem)
    source.told = (told, *source.told)
    return source


def _opened(content: bytes, path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError) as error:
        refuse(path, DAMAGED, error)


def _workbook(content: bytes, path: Path, opened: zipfile.ZipFile) -> Source:
    package = XlsxPackage(opened, path)
    if "xl/workbook.bin" in package.parts:
        return XlsbSource(content, path, opened)
    return XlsxSource(content, path, package)


def _old(content: bytes, path: Path, password: str | None) -> Source:
    encrypted = is_encrypted(BytesIO(content))
    if encrypted is None:
        refuse(path, f"は Excel のファイルとして読めません。{AGAIN}")
    if not is_old_workbook(BytesIO(content)):
        refuse(path, "は Word などの古い文書です。Excel のファイルを指定してください")
    if encrypted:
        content = decrypted(path, password, content)
    if not content.startswith(ZIP):
        return XlsSource(content, path)
    opened = _opened(content, path)
    refuse_documents(path, opened.namelist())
    return _workbook(content, path, opened)


def _text(content: bytes, path: Path, name: str) -> Source:
    for mark, sentence in OTHERS:
        if content.startswith(mark):
            refuse(path, sentence)
    head = content[:HEAD]
    if XML_2003 in head:
        refuse(path, f"は「XML スプレッドシート 2003」です。{AS_XLSX}")
    if head.lstrip().lower().startswith(MHTML):
        refuse(path, f"はウェブページをまとめた形式（.mht）です。{AS_XLSX}")
    html = is_html(content)
    text = decoded(content, declared_encoding(content) if html else "")
    if text is None:
        refuse(path, f"は Excel のファイルではなく、文字の読み方も分かりません。{AS_XLSX}")
    return html_source(text, path, name) if html else delimited_source(text, path, name)
