"""Reading the forms of an office: which files count, and what one bad file does to the others."""

from pathlib import Path

import pytest

from juso.adapters.executors import Workers
from juso.adapters.form_workbook import blank_form
from juso.adapters.office import make_folders
from juso.adapters.office_forms import forms_in, read_forms
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.config import Config
from juso.koshu.tally.items import form

YEAR = FiscalYear(2025)


@pytest.fixture
def office(tmp_path):
    return make_folders(tmp_path / "事業所", Config(YEAR))


def test_forms_in__takes_workbooks_and_leaves_what_lies_beside_them(office):
    """Excel's temporary files and notes are no forms; another year has a folder of its own."""
    for name in ("W1_介護.xlsx", "旧.xls", "~$W1_介護.xlsx", "メモ.txt"):
        (office.forms / name).touch()

    assert [path.name for path in forms_in(office, YEAR)] == ["W1_介護.xlsx", "旧.xls"]
    assert forms_in(office, YEAR.previous) == []


def test_forms_in__a_folder_without_access_is_not_an_empty_one(office, monkeypatch):
    """Wrong access rights on the share are said, not taken for "nothing submitted"."""

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)

    with pytest.raises(JusoError, match="アクセス権"):
        forms_in(office, YEAR)


def test_read_forms__one_bad_file_never_stops_the_others(office):
    """An unreadable file becomes a finding; several processes give the same readings."""
    good, bad = office.forms / "W1.xlsx", office.forms / "W2.xlsx"
    blank_form(good, form("W1"), YEAR)
    bad.write_bytes(b"x")

    alone, together = read_forms([bad, good]), read_forms([bad, good], Workers(2))

    assert [f.rule for reading in alone for f in reading.findings] == ["FORM-022"]
    assert together == alone
