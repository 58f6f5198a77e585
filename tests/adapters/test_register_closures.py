"""閉庁日 on 設定: typed by the city, read with the register."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from juso.adapters.register_file import read_register, register_from
from juso.adapters.register_settings import CLOSURE_PLACE, CLOSURE_ROWS, TOP
from juso.adapters.register_workbook import write_register
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError
from juso.koshu.config import Config
from juso.koshu.settings import THRESHOLDS, Settings
from juso.koshu.sheets import Case

TODAY = date(2026, 3, 31)
CONFIG = Config(FiscalYear(2025))
CLOSURES = (date(2025, 8, 14), date(2026, 2, 12))


def settings_of(rows: list[list[Any]]) -> Settings:
    """The settings of a register whose 設定 has these cells."""
    sheets = {Case.sheet: [[c.label for c in Case.columns]], "設定": rows}
    return register_from(sheets, sheets.__getitem__, Path("支援台帳.xlsx"), TODAY).register.settings


def test_closures__are_read_back_as_written(tmp_path):
    """They stand in a column of their own, next to the areas."""
    settings = Settings(closures=CLOSURES)
    write_register(tmp_path / "a.xlsx", (), settings, CONFIG, spare_rows=0)

    assert read_register(tmp_path / "a.xlsx", TODAY).register.settings == settings


def test_column__may_be_typed_in_and_shows_era_dates(tmp_path):
    write_register(tmp_path / "a.xlsx", (), Settings(closures=CLOSURES), CONFIG, spare_rows=0)
    sheet = load_workbook(tmp_path / "a.xlsx")["設定"]
    cells = [sheet.cell(TOP + 3 + n, CLOSURE_PLACE + 1) for n in range(CLOSURE_ROWS)]
    (rule,) = [r for r in sheet.data_validations.dataValidation if r.type == "date"]

    assert [cell.value for cell in cells[:3]] == [*map(_midnight, CLOSURES), None]
    assert not any(cell.protection.locked for cell in cells)
    assert all("ggge" in cell.number_format for cell in cells)
    assert str(rule.sqref) == f"{cells[0].coordinate}:{cells[-1].coordinate}"


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def test_typed_days__are_taken_in_the_spellings_of_other_dates():
    """Blanks between them are skipped; era dates and text are read as everywhere."""
    days = [datetime(2025, 8, 14), "", "R7.8.15", "令和7年11月20日", None]
    rows = [["", "市の閉庁日"], ["", "閉庁日"], *(["", day] for day in days), ["短い行"]]

    assert settings_of(rows).closures == (
        date(2025, 8, 14),
        date(2025, 8, 15),
        date(2025, 11, 20),
    )


def test_what_is_no_day__stops_with_a_sentence():
    """A day that cannot be read would be counted as a working day without anyone knowing."""
    with pytest.raises(JusoError) as stopped:
        settings_of([["閉庁日"], [datetime(2025, 8, 14)], ["創立記念日"]])

    assert str(stopped.value) == (
        "支援台帳.xlsx の「設定」シートの「閉庁日」に「創立記念日」とあります。"
        "「令和8年8月14日」又は「2026/8/14」の形の日付を入力してください。"
    )


def test_older_register__works_with_the_usual_days():
    """Neither 閉庁日 nor the two thresholds of つなぎボード are on its 設定."""
    settings = settings_of([["最終接触からの日数", 45.0]])

    assert settings.closures == ()
    assert (settings["ball_leader_days"], settings["ball_chief_days"]) == (3, 7)
    assert settings["stale_days"] == 45


def test_labels__are_each_their_own():
    """設定 is read by label."""
    labels = [re.sub(r"\s", "", threshold.label) for threshold in THRESHOLDS]

    assert len(set(labels)) == len(labels)
