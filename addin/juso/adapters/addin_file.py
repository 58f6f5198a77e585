"""juso.xlam: the ribbon's XML, its macro and the sentences the macro says, in one add-in."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from juso.adapters.addin_package import addin_package
from juso.adapters.addin_project import vba_project
from juso.adapters.addin_sentences import SHEET, lines
from juso.adapters.resources import resource
from juso.adapters.share import save
from juso.adapters.styles import FONT, SIZE

FILE = "juso.xlam"
MODULE = "JusoRibbon"
CREATED = datetime(2026, 4, 1)


def build_addin(folder: Path, version: str) -> Path:
    """Write juso.xlam into `folder` and return its path; the same version gives the same bytes.

    JusoError when the folder cannot be written.
    """
    source = resource("macros", f"{MODULE}.bas").read_text(encoding="ascii")
    ribbon = resource("macros", "customUI14.xml").read_bytes()
    package = addin_package(macro_workbook(vba_project({MODULE: source}), version), ribbon)
    return save(folder / FILE, lambda part: part.write_bytes(package))


def macro_workbook(project: bytes, version: str) -> bytes:
    """An .xlsm with this VBA project, whose one sheet holds what the macro says."""
    target = BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        write_macro_sheet(book, project, version)
    return target.getvalue()


def write_macro_sheet(book: Workbook, project: bytes, version: str) -> Worksheet:
    """Put the VBA project and the sentences' sheet (Sheet1 to VBA) into an empty workbook."""
    book.set_properties({"title": "juso", "comments": f"juso {version}", "created": CREATED})
    book.add_vba_project(BytesIO(project), True)
    book.set_vba_name("ThisWorkbook")
    sheet = book.add_worksheet(SHEET)
    sheet.set_vba_name("Sheet1")
    sheet.set_column(0, 0, 16)
    text = book.add_format({"font_name": FONT, "font_size": SIZE, "text_wrap": True})
    sheet.set_column(1, 1, 100, text)
    for row, line in enumerate(lines(version)):
        for place, words in enumerate(line):
            sheet.write_string(row, place, words, text)
    return sheet
