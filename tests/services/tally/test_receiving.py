"""受付: what is a new version, and what is left for a person to look into."""

from dataclasses import replace
from datetime import date

import pytest

from form_tables import YEAR, read
from juso.core.calendar import Month
from juso.koshu.tally.reading import unreadable_form
from juso.koshu.tally.submission import Event, Life, Step
from juso.services.tally.receiving import screen


def form(sha256="aa", month="R7.6", sent="2025-07-08", file="W1_介護.xlsx", **cover):
    """A form of W1 with this content."""
    reading = read("", "W1", month)
    facts = {"submitted_on": date.fromisoformat(sent), **cover}
    return replace(
        reading, sha256=sha256, file=file, findings=(), cover=replace(reading.cover, **facts)
    )


def received(*versions):
    """The life of W1 after `aa R7.5 2025-06-08` and so on."""
    life = Life("W1", YEAR)
    for number, text in enumerate(versions, start=1):
        sha256, month, sent = text.split()
        sent_on = date.fromisoformat(sent)
        life.take(
            Event(
                Step.RECEIVE, "W1", YEAR, number, sha256, Month.parse(month), "係", sent_on, sent_on
            )
        )
    return {"W1": life} if versions else {}


def outcomes(forms, lives=None):
    """`W1_介護.xlsx 受付 v1 FORM-041` for each file."""
    found = screen(forms, lives or {}, YEAR, "甲州市")
    return [
        " ".join(
            [
                o.reading.file,
                o.fate,
                f"v{o.version}",
                *(f"{f.severity} {f.rule}" for f in o.findings),
            ]
        )
        for o in found
    ]


@pytest.mark.parametrize(
    ("given", "before", "expected"),
    [
        (form(), (), "受付 v1"),
        (form("bb"), ("aa R7.5 2025-06-08",), "受付 v2"),
        (form("aa"), ("aa R7.6 2025-07-08",), "受付済み v1"),
        (form("bb"), ("aa R7.6 2025-07-08",), "受付 v2"),
        (form("aa"), ("aa R7.6 2025-07-08", "bb R7.7 2025-08-08"), "見送り v1 要確認 FORM-041"),
        (form("cc"), ("aa R7.7 2025-08-08",), "見送り v0 要確認 FORM-041"),
        (form("cc"), ("aa R7.6 2025-07-09",), "見送り v0 要確認 FORM-041"),
        (form("cc", month="R7.7"), ("aa R7.6 2025-07-09",), "受付 v2"),
        (form(year=YEAR.previous), (), "受付不可 v0 要修正 FORM-005"),
        (form(agency="山梨市地域包括支援センター"), (), "受付不可 v0 要修正 FORM-043"),
        (form(agency="甲州市地域包括支援センター"), (), "受付 v1"),
        (form(agency="塩山町内会"), (), "受付 v1"),
    ],
)
def test_file__becomes_a_version_or_is_told(given, before, expected):
    """An older report never takes the place of a newer one in silence."""
    assert outcomes([given], received(*before)) == [f"W1_介護.xlsx {expected}"]


def test_renamed_file__is_known_by_its_form():
    assert outcomes([form(file="最新(2).xlsx")]) == ["最新(2).xlsx 受付 v1"]


def test_same_file_under_two_names__is_one_version():
    found = outcomes([form(file="a.xlsx"), form(file="b.xlsx")])

    assert found == ["a.xlsx 受付 v1", "b.xlsx 受付済み v1"]


def test_two_new_files__become_versions_in_their_order():
    found = outcomes([form("bb", month="R7.7", file="7月.xlsx"), form("aa", file="6月.xlsx")])

    assert found == ["6月.xlsx 受付 v1", "7月.xlsx 受付 v2"]


def test_two_new_files_of_the_same_day__are_both_refused():
    """Which is the newer one is for a person to say."""
    found = outcomes([form("aa", file="a.xlsx"), form("bb", file="b.xlsx")])

    assert found == ["a.xlsx 受付不可 v0 要修正 FORM-017", "b.xlsx 受付不可 v0 要修正 FORM-017"]


def test_older_copy_beside_the_newest__is_no_trouble():
    """The folder keeps both files: nothing to be said."""
    lives = received("aa R7.6 2025-07-08", "bb R7.7 2025-08-08")
    files = [
        form("aa", file="古い.xlsx"),
        form("bb", month="R7.7", sent="2025-08-08", file="新.xlsx"),
    ]

    assert outcomes(files, lives) == ["古い.xlsx 受付済み v1", "新.xlsx 受付済み v2"]


def test_unreadable_file__is_refused_and_the_others_received():
    found = outcomes([unreadable_form("x.xlsx", "開けません。"), form()])

    assert found == ["x.xlsx 受付不可 v0 要修正 FORM-022", "W1_介護.xlsx 受付 v1"]


def test_blank_form__is_passed_over():
    """A new office's forms lie there untouched."""
    assert outcomes([replace(form(), form="", months=())]) == []
