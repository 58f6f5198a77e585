"""Faults planted in ribbon, macro and package: the checks see each of them."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from pyopenvba import check_file
from pyvbaanalysis import analyze_office_file

from juso.adapters import addin_package
from juso.adapters.addin_file import macro_workbook
from juso.adapters.addin_project import vba_project
from juso.adapters.resources import resource
from juso.ribbon_commands import COMMANDS
from macros.desk import presser
from macros.press_build import make_press_build, product_source
from macros.ribbon_pairs import missing_callbacks, ribbon_of, unpaired
from macros.ribbon_schema import complaints
from macros.strict_project import read_project

RIBBON = resource("macros", "customUI14.xml").read_text(encoding="utf-8")
SOURCE = product_source()


def changed(text: str, old: str, new: str) -> str:
    """The text with one place changed."""
    assert text.count(old) == 1
    return text.replace(old, new)


def test_a_control_without_its_command_is_seen():
    """Both the name without a command and the command without a control."""
    xml = changed(RIBBON, 'id="todo"', 'id="dance"').encode()

    assert unpaired(xml, COMMANDS) == {"dance", "todo"}


def test_a_control_in_a_menu_without_its_command_is_seen():
    """As one beside it would be."""
    xml = changed(RIBBON, 'id="board"', 'id="bored"').encode()

    assert unpaired(xml, COMMANDS) == {"board", "bored"}


def test_a_command_without_a_control_is_seen():
    """A command added in Python only."""
    assert unpaired(RIBBON.encode(), [*COMMANDS, "dance"]) == {"dance"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Public Sub OnAction(control As Object)", "Public Sub OnActoin(control As Object)"),
        ("Public Sub OnAction(control As Object)", "Private Sub OnAction(control As Object)"),
        ("ByRef content As Variant", "ByVal content As Variant"),
    ],
)
def test_a_callback_that_office_cannot_call_is_seen(old, new):
    """Another name, another scope, other arguments."""
    assert missing_callbacks(RIBBON.encode(), changed(SOURCE, old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('imageMso="Filter"', 'imgMso="Filter"'),
        ('id="todo"', 'id="merge"'),
        ('id="todo"', 'id="to do"'),
        ('id="todo" ', ""),
        ('keytip="ZJ"', 'keytip="ZJKL"'),
        ("2009/07/customui", "2006/01/customui"),
        ("</customUI>", ""),
        ('<dynamicMenu id="agenda"', '<dropDown id="agenda"'),
        ('label="確定版"', 'label="確定版" size="large"'),
        ('label="確定版"', 'label=""'),
    ],
)
def test_a_ribbon_that_office_would_drop_is_seen(old, new):
    """Office drops the whole tab for any of these, without a word."""
    assert complaints(changed(RIBBON, old, new).encode())


def test_a_missing_relationship_is_seen(tmp_path, monkeypatch):
    """Without it Excel never looks at the ribbon."""
    edits = addin_package.EDITS | {"_rels/.rels": ("</Relationships>", "</Relationships>")}
    monkeypatch.setattr(addin_package, "EDITS", edits)
    package = addin_package.addin_package(macro_workbook(vba_project({}), "0"), RIBBON.encode())

    path = tmp_path / "juso.xlam"
    path.write_bytes(package)

    with pytest.raises(LookupError):
        ribbon_of(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    Dim looking As Boolean\n", ""),
        ("mRequest = Submit(control.ID, control.Tag)", "mRequest = Submit(control.ID)"),
        ("Say SAY_NO_BOOK", "Say SAY_NO_BOOKS"),
    ],
)
def test_what_the_vba_editor_would_refuse_is_seen(tmp_path, old, new):
    """Undeclared names and wrong arguments, which LibreOffice may let pass."""
    path = make_press_build(tmp_path / "juso.xlam", [], changed(SOURCE, old, new))

    assert analyze_office_file(str(path))["JusoRibbon"]


def test_a_project_with_a_stale_compiled_part_is_seen(monkeypatch):
    """Excel might run it in the source's place."""
    monkeypatch.setattr("juso.adapters.addin_project.NO_COMPILED_CODE", bytes(7))

    with pytest.raises(AssertionError):
        read_project(vba_project({"JusoRibbon": SOURCE}))


def test_a_part_without_a_type_is_seen(tmp_path):
    """Excel would offer to repair the file."""
    package = macro_workbook(vba_project({}), "0")
    path = _repacked(tmp_path / "juso.xlsm", package, 'Extension="bin"', 'Extension="bim"')

    assert check_file(path).issues


@pytest.mark.office
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    Shell WorkerCommand(), vbHide\n", "    If True Then\n"),
        ("    mLooks = mLooks + 1\n", "    mLooks = mLooks + 1)\n"),
        ("    Exit Sub\nFailed:\n    GiveUp", "    Exit Sub\nFaild:\n    GiveUp"),
    ],
)
def test_a_source_that_does_not_compile_is_seen(desk, old, new):
    """The canary of the same project does not sing: a missing End If, a bracket, a label."""
    build = desk.build(source=changed(SOURCE, old, new))

    assert presser(build, "Canary") != "ok"


@pytest.mark.office
def test_a_path_without_quotes_is_seen(desk, small_register):
    """The worker is not found in a folder with blanks in its name."""
    quoted = 'Chr(34) & Home() & "\\venv\\Scripts\\pythonw.exe" & Chr(34)'
    bare = 'Home() & "\\venv\\Scripts\\pythonw.exe"'
    build = desk.build(source=changed(SOURCE, quoted, bare))
    desk.open(small_register())

    presser(build, "Press", "check", "")

    assert desk.wait_for_worker(seconds=3) == ""


@pytest.mark.office
def test_an_error_while_pressing_is_seen(desk, small_register):
    """LibreOffice swallows errors of macros it is asked to run: the presser tells them."""
    build = desk.build(source=changed(SOURCE, "Failed:\n    Say SAY_FAILED", "Failed:\n    Say 0"))
    desk.open(small_register())
    desk.home.write_text("a file in the folder's place")

    assert presser(build, "Press", "check", "").startswith("ERR ")


def _repacked(path: Path, package: bytes, old: str, new: str) -> Path:
    path.write_bytes(package)
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, data in parts.items():
            is_index = name == "[Content_Types].xml"
            archive.writestr(name, changed(data.decode(), old, new) if is_index else data)
    return path
