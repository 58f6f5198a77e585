"""juso.xlam as it is built: read back by strangers, shaped as Excel saves an add-in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from pyopenvba import check_file
from python_calamine import CalamineWorkbook
from pyvbaanalysis import analyze_office_file

from juso.adapters.addin_file import build_addin
from juso.adapters.addin_package import addin_package
from juso.adapters.addin_project import vba_project
from juso.adapters.addin_sentences import SENTENCES, VERSION
from juso.adapters.resources import resource
from juso.core.errors import JusoError
from macros import olevba
from macros.press_build import product_source
from macros.ribbon_pairs import ribbon_of
from macros.strict_project import read_project


@pytest.fixture(scope="module")
def addin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The add-in of version 2026.1."""
    return build_addin(tmp_path_factory.mktemp("addin"), "2026.1")


def part(package: Path, name: str) -> str:
    with ZipFile(package) as archive:
        return archive.read(name).decode("utf-8")


def test_the_same_version_is_the_same_file(addin, tmp_path):
    """So that 情報係 can compare hashes."""
    again = build_addin(tmp_path, "2026.1")

    assert addin.name == "juso.xlam"
    assert again.read_bytes() == addin.read_bytes()
    assert build_addin(tmp_path, "2026.2").read_bytes() != addin.read_bytes()


def test_the_project_is_as_the_specification_wants_it(addin):
    """Source only, record by record, and nothing but the product's module."""
    with ZipFile(addin) as archive:
        project = read_project(archive.read("xl/vbaProject.bin"))

    assert project.standard == {"JusoRibbon": product_source().replace("\n", "\r\n")}
    assert project.others.keys() == {"ThisWorkbook", "Sheet1"}
    assert project.libraries == ("stdole", "Office")


def test_olevba_reads_the_same_source(addin):
    """A reader with nothing in common with the writer."""
    found = olevba.sources(addin)

    assert found["JusoRibbon"] == "\n".join(product_source().splitlines()[1:])
    assert found["ThisWorkbook"] == found["Sheet1"] == ""


def test_the_vba_editor_would_refuse_nothing(addin):
    """No diagnostics in any module."""
    assert {k: list(v) for k, v in analyze_office_file(str(addin)).items() if v} == {}


def test_the_package_is_whole(addin):
    """Every part has a type and every relationship leads somewhere."""
    assert check_file(addin).issues == ()


def test_excel_would_open_it_without_repair(addin):
    """Schema and semantics of every part."""
    audit = Path(sys.executable).with_name("openxml-audit")
    done = subprocess.run(
        [audit, "-f", "microsoft365", "-o", "json", addin], capture_output=True, check=False
    )

    assert json.loads(done.stdout)[0]["verdict"]["prediction"] == "opens-clean"


def test_the_ribbon_is_found_by_its_relationship(addin):
    """As Excel saves it: the type of 2007, the part of 2010."""
    assert ribbon_of(addin) == resource("macros", "customUI14.xml").read_bytes()
    assert "customUI/customUI14.xml" in part(addin, "_rels/.rels")


def test_it_is_an_addin_without_a_window(addin):
    """Content type, code names and view of a workbook saved as an add-in."""
    types, book = part(addin, "[Content_Types].xml"), part(addin, "xl/workbook.xml")

    assert types.count("application/vnd.ms-excel.addin.macroEnabled.main+xml") == 1
    assert "sheet.macroEnabled" not in types
    assert '<workbookView visibility="veryHidden"' in book
    assert '<workbookPr codeName="ThisWorkbook"' in book
    assert '<sheetPr codeName="Sheet1"' in part(addin, "xl/worksheets/sheet1.xml")


def test_sentences_and_version_stand_in_its_sheet(addin):
    """The macro reads them there, in column B."""
    with addin.open("rb") as file:
        rows = CalamineWorkbook.from_filelike(file).get_sheet_by_name("juso").to_python()

    assert [row[1] for row in rows] == [*SENTENCES.values(), "2026.1"]
    assert len(rows) == VERSION
    assert "<dc:description>juso 2026.1</dc:description>" in part(addin, "docProps/core.xml")


def test_no_part_tells_when_it_was_built(addin):
    """The day in its properties is fixed."""
    with ZipFile(addin) as archive:
        assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
    assert part(addin, "docProps/core.xml").count(">2026-04-01T00:00:00Z<") == 2


def test_japanese_in_a_source_is_refused_with_its_place():
    """The code page of the project would turn it into question marks."""
    with pytest.raises(ValueError, match="Module1, line 2"):
        vba_project({"Module1": "Option Explicit\n' 点検\n"})


def test_a_workbook_of_another_shape_is_refused(addin):
    """What was turned into an add-in once is not turned again."""
    with pytest.raises(ValueError, match="expected once"):
        addin_package(addin.read_bytes(), b"")


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    """In the product's words."""
    (tmp_path / "file").write_text("")

    with pytest.raises(JusoError, match="書き込めません"):
        build_addin(tmp_path / "file", "2026.1")
