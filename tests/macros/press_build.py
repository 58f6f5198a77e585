"""The test build: the product's macro with a presser beside it that stands for the ribbon."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from juso import __version__
from juso.adapters.addin_file import MODULE, write_macro_sheet
from juso.adapters.addin_package import addin_package
from juso.adapters.addin_project import vba_project
from juso.adapters.resources import resource

FIRST_LINE, IN_A_LINE = 12, 5  # push buttons below the sentences, in sight
DIALOG = "MsgBox sentence, vbExclamation, Said(SAY_TITLE)"
CONTROL = """Option Explicit
Public ID As String
Public Tag As String
"""
PRESSER = """Attribute VB_Name = "Presser"
Option Explicit
Public mHeard As String

Public Function Canary() As String
    Canary = "ok"
End Function

Public Function Press(ByVal id As String, ByVal choice As String) As String
    On Error GoTo Failed
    JusoRibbon.OnAction Control(id, choice)
    Press = "ok"
    Exit Function
Failed:
    Press = Failure()
End Function

Public Function LookNow() As String
    On Error GoTo Failed
    JusoRibbon.Look
    LookNow = "ok"
    Exit Function
Failed:
    LookNow = Failure()
End Function

Public Function Meetings(ByVal id As String) As String
    Dim content As Variant
    On Error GoTo Failed
    JusoRibbon.GetMeetings Control(id, ""), content
    Meetings = content
    Exit Function
Failed:
    Meetings = Failure()
End Function

Public Function Heard() As String
    Heard = mHeard
End Function

Private Function Control(ByVal id As String, ByVal choice As String) As Object
    Dim pressed As New PressedControl
    pressed.ID = id
    pressed.Tag = choice
    Set Control = pressed
End Function

Private Function Failure() As String
    Failure = "ERR " & Err.Number & " " & Err.Description & " line " & Erl
End Function

Private Sub PressOnOther(ByVal id As String, ByVal choice As String)
    Dim book As Object
    For Each book In Workbooks
        If book.Name <> ThisWorkbook.Name Then book.Activate
    Next book
    ThisWorkbook.Worksheets(1).Cells(12, 1).Value = Press(id, choice)
End Sub
"""
CLICK = """
Public Sub Click{number}()
    PressOnOther "{id}", "{choice}"
End Sub
"""


def product_source() -> str:
    """The macro as it is shipped."""
    return resource("macros", f"{MODULE}.bas").read_text(encoding="ascii")


def heard_source(source: str) -> str:
    """The macro with its one dialog, which a headless LibreOffice does not show, kept for Heard."""
    if source.count(DIALOG) != 1:
        raise ValueError(f"{DIALOG!r} is expected once")
    return source.replace(DIALOG, "Presser.mHeard = sentence")


def make_press_build(path: Path, ids: Iterable[str], source: str | None = None) -> Path:
    """Write the build to `path` (.xlsm or .xlam) and return it.

    Its sheet has a push button for each of `ids` ("check", or "agenda.1 SK-R7-03" with what
    the control's tag holds), labelled with the id: it brings the other open workbook to the
    front and presses; what Press returned stands in A12 then. `source` replaces the product's.
    """
    presses = [id.partition(" ") for id in ids]
    clicks = [
        CLICK.format(number=n, id=i, choice=choice) for n, (i, _, choice) in enumerate(presses)
    ]
    modules = {MODULE: source or product_source(), "Presser": PRESSER + "".join(clicks)}
    project = vba_project(modules, {"PressedControl": CONTROL})
    package = _workbook(project, [id for id, _, _ in presses])
    if path.suffix == ".xlam":
        package = addin_package(package, resource("macros", "customUI14.xml").read_bytes())
    path.write_bytes(package)
    return path


def _workbook(project: bytes, captions: Iterable[str]) -> bytes:
    target = BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        sheet = write_macro_sheet(book, project, __version__)
        for number, caption in enumerate(captions):
            line, place = divmod(number, IN_A_LINE)
            size = {"x_offset": 125 * place, "width": 120, "height": 30}
            button = {"caption": caption, "macro": f"Presser.Click{number}"}
            sheet.insert_button(FIRST_LINE + 2 * line, 1, size | button)
    return target.getvalue()
