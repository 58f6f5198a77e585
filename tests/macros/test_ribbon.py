"""The ribbon: what Office takes, what the commands are called, what a clerk can read."""

from __future__ import annotations

import re

import pytest

from juso.adapters.register_guide import ACTIONS
from juso.adapters.resources import resource
from juso.adapters.result_sheets import RESULT_SHEETS
from juso.koshu.report_sections import Edition
from juso.ribbon_commands import COMMANDS
from macros.press_build import product_source
from macros.ribbon_pairs import controls, missing_callbacks, tab_of, unpaired
from macros.ribbon_schema import complaints

RIBBON = resource("macros", "customUI14.xml").read_bytes()
PRESSED = [e for e in tab_of(RIBBON).iter("button", "dynamicMenu", "menu") if e.get("label")]
by_id = pytest.mark.parametrize("control", PRESSED, ids=lambda control: control.get("id"))


def test_ribbon__is_what_office_takes():
    """Elements, attributes, values and ids are those of the schema."""
    assert complaints(RIBBON) == []


def test_controls__are_the_commands():
    """Every control runs a command, and every command has a control."""
    assert unpaired(RIBBON, COMMANDS) == set()


def test_controls__stand_in_the_order_of_the_work():
    """Six groups; at most twelve controls side by side, the rest in menus."""
    assert len(controls(RIBBON)) <= 12
    assert tab_of(RIBBON).get("label") == "重層支援"
    groups = [group.get("label") for group in tab_of(RIBBON)]
    assert groups == ["点検", "ケース", "集計", "会議", "報告", "道具"]


def test_menus__have_what_is_pressed_less_often():
    """Beside a button of their own, or all of a kind together."""
    found = {
        menu.get("id"): [b.get("id") for b in menu.findall("button")]
        for menu in tab_of(RIBBON).iter("menu")
    }

    assert found == {
        "menuCheck": ["check.row", "check.sheet"],
        "menuTodo": ["board"],
        "menuCasework": [
            *("form", "form.noconsent", "form.case", "intake"),
            *("tidy", "tidy.apply", "match", "handover"),
        ],
        "menuTally": ["receive", "return", "settle", "remind", "reconcile"],
        "report": ["report.internal", "report.committee", "report.final"],
    }


def test_callbacks__are_procedures_of_the_macro():
    """With the arguments Office passes."""
    assert missing_callbacks(RIBBON, product_source()) == []


def test_menus__are_made_anew_at_each_drop():
    """So the meetings listed are those of the register in front."""
    menus = list(tab_of(RIBBON).iter("dynamicMenu"))

    assert [menu.get("id") for menu in menus] == ["agenda", "minutes", "collect"]
    assert {menu.get("invalidateContentOnDrop") for menu in menus} == {"true"}


def test_choices__are_those_of_the_program():
    """The tag of a menu's item is the last part of its id, and means something to the command."""
    items = {b.get("id"): b for b in tab_of(RIBBON).iter("button") if "." in b.get("id")}

    assert {id.partition(".")[2] for id in items} == {b.get("tag") for b in items.values()}
    editions = {b.get("tag"): b.get("label") for id, b in items.items() if id.startswith("report.")}
    assert editions == {edition.code: edition.value for edition in Edition}


def test_first_sheet__speaks_of_buttons_by_their_labels():
    """What はじめに and the result sheets call a button is what stands on it."""
    labels = {control.get("label") for control in PRESSED}
    named = {name.partition("（")[0] for name, *_ in ACTIONS}
    quoted = {
        label
        for sheet in RESULT_SHEETS
        for label in re.findall("［(.+?)］", sheet.about + sheet.empty)
    }

    assert named | quoted <= labels


def test_key_tips__are_unique():
    """Also between a menu and what is beside it."""
    tips = [e.get("keytip") for e in tab_of(RIBBON).iter() if e.get("keytip")]

    assert len(tips) == len(set(tips)) == len(PRESSED) + 1  # the tab has one, too


@by_id
def test_control__says_in_japanese_what_happens(control):
    """A short label; a tip of one sentence; where the result goes."""
    label, tip, more = (control.get(name) for name in ("label", "screentip", "supertip"))

    assert len(label) <= 12
    assert tip.endswith("ます") and len(tip) <= 24
    assert more.endswith("。") and len(more) <= 120
    assert set(re.findall("[A-Za-z]+", label + tip + more)) <= {"Word", "Excel"}


@by_id
def test_control__has_a_picture(control):
    """Of Excel's own; items of the report's menu have words only."""
    assert control.get("imageMso") or control.getparent().get("id") == "report"
