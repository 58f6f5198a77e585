"""The drop-down of meetings, made from the open register at each drop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from juso.adapters.addin_sentences import SENTENCES
from macros.desk import presser
from macros.ribbon_schema import complaints

pytestmark = pytest.mark.office
MENU = "mso14:CT_MenuRoot/mso14:menu"


def buttons(menu: str) -> list[dict[str, str]]:
    """The buttons of a menu that Office takes."""
    assert complaints(menu.encode(), MENU) == []
    return [dict(button.attrib) for button in etree.fromstring(menu)]


def menu_of(desk, path=None, command="agenda") -> list[dict[str, str]]:
    build = desk.build(".xlam")
    desk.open(path) if path else desk.new()
    return buttons(presser(build, "Meetings", command))


def test_meetings__newest_first_with_era_dates(desk, small_register):
    """Number, day and kind to choose by; the tag is the number, the id the command's."""
    found = menu_of(desk, small_register())

    assert [button["label"] for button in found] == [
        "SK-R7-04　令和7年5月13日　支援会議",
        "SK-R7-03　令和7年5月7日　支援会議",
        "JU-R7-01　令和7年4月17日　重層的支援会議",
    ]
    assert [button["tag"] for button in found] == ["SK-R7-04", "SK-R7-03", "JU-R7-01"]
    assert [button["id"] for button in found] == ["agenda.1", "agenda.2", "agenda.3"]
    assert {button["onAction"] for button in found} == {"JusoRibbon.OnAction"}


def test_meetings__of_unsaved_cells(desk, small_register):
    """What the clerk has just typed is in the list."""
    build = desk.build(".xlam")
    sheet = desk.open(small_register()).Sheets.getByIndex(0)
    sheet.getCellRangeByName("A5").String = "TN-R7-09"

    found = buttons(presser(build, "Meetings", "minutes"))

    assert (found[0]["id"], found[0]["tag"]) == ("minutes.1", "TN-R7-09")


def test_meetings__at_most_24(desk, small_register):
    """The newest ones, wherever they stand in the sheet."""
    days = [date(2025, 4, 1) + timedelta(days=(7 * n) % 40) for n in range(40)]

    found = menu_of(desk, small_register(*[(f"{day:%m%d}", day, "支援会議") for day in days]))

    assert [button["tag"] for button in found] == [f"{d:%m%d}" for d in sorted(days)[:-25:-1]]


def test_meetings__with_marks_that_mean_something_to_xml(desk, small_register):
    """What a clerk typed wrongly does not empty the list."""
    found = menu_of(desk, small_register(('A&B"<>', "未定 & 調整中", "支援会議"), (12, None, "")))

    assert [button["tag"] for button in found] == ["12", 'A&B"<>']
    assert found[1]["label"] == 'A&B"<>　未定 & 調整中　支援会議'


def test_meetings__of_a_register_without_any(desk, small_register):
    """One line that cannot be pressed says so."""
    found = menu_of(desk, small_register(("", None, "")))

    assert found == [{"id": "agenda.0", "label": SENTENCES["NO_MEETINGS"], "enabled": "false"}]


def test_meetings__where_no_register_is_open(desk):
    """One line that cannot be pressed says what to open."""
    found = menu_of(desk, command="collect")

    assert found == [{"id": "collect.0", "label": SENTENCES["NO_REGISTER"], "enabled": "false"}]


def test_meetings__of_the_register_as_it_is_made(desk, sample_office):
    """The register's own name leads to its meetings."""
    path = sample_office / "支援台帳.xlsx"
    sheet = CalamineWorkbook.from_path(path).get_sheet_by_name("会議台帳")
    rows = [row for row in sheet.to_python()[1:] if row[0]]
    newest = sorted(rows, key=lambda row: row[3], reverse=True)

    found = menu_of(desk, path)

    assert len(found) == 24
    assert found[0]["tag"] == newest[0][0]
    assert {row[0] for row in newest[:20]} <= {button["tag"] for button in found}
