"""The macro at work in LibreOffice: a press becomes a request, a refusal a sentence."""

from __future__ import annotations

import time

import pytest

from juso import __version__
from juso.adapters.addin_sentences import SENTENCES
from macros.desk import USER, presser
from macros.press_build import heard_source, product_source
from office.uno_link import call_macro

pytestmark = pytest.mark.office


@pytest.mark.parametrize("suffix", [".xlam", ".xlsm"])
def test_a_press_becomes_a_request_about_the_workbook_in_front(desk, small_register, suffix):
    """Path with blanks and Japanese, sheet and selection arrive whole; the add-in acts on others."""
    build = desk.build(suffix)
    path = small_register()
    view = desk.open(path).CurrentController
    view.select(view.ActiveSheet.getCellRangeByName("G12:G14"))

    assert presser(build, "Press", "agenda.3", "SK-R7-03") == "ok"

    request = desk.request()
    assert (request.command, request.choice) == ("agenda", "SK-R7-03")
    assert request.book == str(path)
    assert (request.sheet, request.cells) == ("会議台帳", "$G$12:$G$14")
    assert (request.user, request.version) == (USER, __version__)
    assert (request.hwnd, request.read_only) == (0, False)  # LibreOffice knows neither


def test_the_request_appears_whole_or_not_at_all(desk, small_register):
    """The file got its name last; nothing else is left in the inbox."""
    build = desk.build()
    desk.open(small_register())

    presser(build, "Press", "check", "")

    assert [path.suffix for path in (desk.home / "inbox").iterdir()] == [".req"]


def test_each_press_has_a_number_of_its_own(desk, small_register):
    """Two presses within one second are two requests, once the first has been taken."""
    build = desk.build()
    desk.open(small_register())
    presser(build, "Press", "check.row", "row")
    (first,) = desk.requests()
    taken = first.rename(first.with_suffix(".taken"))

    presser(build, "Press", "check.sheet", "sheet")

    (second,) = desk.requests()
    assert second.read_text("ascii").splitlines()[1] == "id=check.sheet"
    assert second.stem != taken.stem


def test_a_press_while_one_waits_is_not_kept(desk, small_register):
    """Nothing is done later that the user has been told is not done."""
    build = desk.build()
    desk.open(small_register())

    for choice in ("row", "sheet"):
        assert presser(build, "Press", f"check.{choice}", choice) == "ok"

    (only,) = desk.requests()
    assert only.read_text("ascii").splitlines()[1] == "id=check.row"


def test_several_areas_may_be_selected(desk, small_register):
    """The addresses of all areas arrive."""
    build = desk.build()
    document = desk.open(small_register())
    sheet = document.Sheets.getByIndex(0)
    areas = document.createInstance("com.sun.star.sheet.SheetCellRanges")
    for address in ("B3:C4", "G12"):
        areas.addRangeAddress(sheet.getCellRangeByName(address).RangeAddress, False)
    document.CurrentController.select(areas)

    presser(build, "Press", "check.row", "row")

    assert desk.request().cells == "$B$3:$C$4,$G$12"


def test_a_character_outside_the_basic_plane_survives(desk, small_register):
    """𠮷 is two code units."""
    build = desk.build()
    desk.open(small_register())

    presser(build, "Press", "agenda.1", "𠮷田\u3000会議")

    assert desk.request().choice == "𠮷田\u3000会議"


def test_a_workbook_never_saved_has_no_path(desk):
    """The worker is told so."""
    build = desk.build()
    desk.new()

    presser(build, "Press", "check", "")

    assert desk.request().book == ""


def test_a_url_stays_a_url(desk, small_register):
    """What lies in SharePoint is joined with a slash, for the worker to refuse."""
    url = "https://city.example/documents"
    build = desk.build(source=product_source().replace("ActiveWorkbook.Path", f'"{url}"'))
    desk.open(small_register())

    presser(build, "Press", "check", "")

    assert desk.request().book == f"{url}/支援 台帳(1).xlsx"


def test_the_worker_is_started_when_nobody_takes_the_request(desk, small_register):
    """After a second the macro calls the worker, in a folder with blanks, with its words."""
    build = desk.build()
    desk.open(small_register())

    presser(build, "Press", "check", "")

    assert desk.wait_for_worker(seconds=5) == "-m juso worker"


def test_a_request_taken_starts_nothing(desk, small_register):
    """Where a worker runs, no second one is called."""
    build = desk.build()
    desk.open(small_register())

    presser(build, "Press", "check", "")
    desk.requests()[0].unlink()

    assert desk.wait_for_worker(seconds=1.5) == ""


def test_a_request_nobody_takes_is_withdrawn_with_a_sentence(desk, small_register):
    """When no worker comes up, the user is told and nothing is done later unasked."""
    build = desk.build(source=heard_source(product_source()))
    desk.open(small_register())
    presser(build, "Press", "check", "")

    for _ in range(20):
        assert presser(build, "Heard") == ""
        assert presser(build, "LookNow") == "ok"
        if not desk.requests():
            break

    assert presser(build, "Heard") == SENTENCES["NO_WORKER"]
    assert desk.requests() == []


def test_a_worker_that_cannot_be_started_takes_no_request_away_at_once(desk, small_register):
    """One may be running and busy where starting another is forbidden; the error is said last."""
    build = desk.build(source=heard_source(product_source()))
    desk.open(small_register())
    desk.worker.unlink()
    presser(build, "Press", "check", "")

    presser(build, "LookNow")
    assert (presser(build, "Heard"), len(desk.requests())) == ("", 1)
    for _ in range(20):
        presser(build, "LookNow")

    assert presser(build, "Heard").startswith(f"{SENTENCES['NO_WORKER']} (53 ")
    assert desk.requests() == []


def test_an_inbox_that_cannot_be_written_is_said(desk, small_register):
    """The sentence names the error's number for 情報係."""
    build = desk.build(source=heard_source(product_source()))
    desk.open(small_register())
    desk.home.write_text("a file in the folder's place")

    assert presser(build, "Press", "check", "") == "ok"

    heard = presser(build, "Heard")
    assert heard.startswith(f"{SENTENCES['FAILED']} (")
    assert heard.split("(")[-1][0].isdigit()


def test_without_a_workbook_nothing_is_asked(desk):
    """In 保護ビュー Excel has no active workbook."""
    source = heard_source(product_source()).replace("ActiveWorkbook Is Nothing", "True")
    build = desk.build(source=source)

    presser(build, "Press", "check", "")

    assert presser(build, "Heard") == SENTENCES["NO_BOOK"]
    assert desk.requests() == []


def test_a_push_button_presses_for_the_other_workbook(desk, small_register):
    """The test build's own buttons, for a mouse to click."""
    build = desk.build()
    path = small_register()
    desk.open(path)
    build.CurrentController.Frame.activate()

    call_macro(build, "Presser.Click1")
    time.sleep(0.1)

    assert build.Sheets.getByName("juso").getCellRangeByName("A12").String == "ok"
    assert (desk.request().choice, desk.request().book) == ("SK-R7-03", str(path))
