"""The macro's source: plain, small, and in step with what Python declares."""

from __future__ import annotations

import re

import pytest

from juso.adapters.addin_sentences import SENTENCES, VERSION, lines
from juso.adapters.resources import resource
from juso.core.sheet import column_index
from juso.koshu.sheets import MeetingRecord
from macros.press_build import product_source

SOURCE = product_source()
CONSTANTS = dict(re.findall(r"(\b[A-Z_]+) = (\d+)", SOURCE))


def test_source__is_ascii_and_declares_everything():
    """The project's code page has no Japanese; a misspelt name must not be a new variable."""
    assert SOURCE.isascii()
    assert SOURCE.splitlines()[:2] == ['Attribute VB_Name = "JusoRibbon"', "Option Explicit"]


def test_source__asks_for_nothing_an_antivirus_dislikes():
    """No libraries, no shell of the system, no calls into Windows, and short enough to read."""
    words = (
        "CreateObject",
        "GetObject",
        "Declare",
        "cmd",
        "WScript",
        "IRibbon",
        "Evaluate",
        "Run ",
    )

    assert [word for word in words if word in SOURCE] == []
    assert SOURCE.count("Shell ") == 1
    assert len(SOURCE.splitlines()) <= 230


def test_sentences__stand_where_the_macro_looks():
    """SAY_… is the row of its sentence."""
    rows = {name: number for number, (name, _) in enumerate(lines("0"), start=1)}
    said = {name.removeprefix("SAY_"): int(n) for name, n in CONSTANTS.items() if "SAY_" in name}

    assert said == rows
    assert said["VERSION"] == VERSION


@pytest.mark.parametrize("name", SENTENCES)
def test_sentence__is_said(name):
    """None is kept for nothing."""
    assert len(re.findall(rf"\bSAY_{name}\b", SOURCE)) >= 2


@pytest.mark.parametrize(("constant", "key"), [("KIND_COLUMN", "kind"), ("HELD_COLUMN", "held_on")])
def test_columns__are_those_of_the_meetings_sheet(constant, key):
    """Counted from the meeting's number, where the name juso_meetings is."""
    assert column_index(MeetingRecord, "meeting_no") == 0
    assert int(CONSTANTS[constant]) == column_index(MeetingRecord, key)


def test_every_public_procedure__catches_errors():
    """Nothing a user can press fails in silence or in Excel's own English box."""
    for procedure in re.findall(r"\nPublic Sub (?!Rest).*?\nEnd Sub", SOURCE, re.DOTALL):
        assert "On Error GoTo Failed" in procedure
        assert "\nFailed:\n" in procedure
        assert "Err.Number" in procedure.split("\nFailed:\n")[1]


def test_readme__has_the_sentences_to_copy_by_hand():
    """Who builds the add-in in Excel finds each one in its row."""
    page = resource("macros", "README.md").read_text(encoding="utf-8")

    for row, sentence in enumerate(SENTENCES.values(), start=1):
        assert f"| {row} | {sentence} |\n" in page
    assert f"| {VERSION} | " in page
