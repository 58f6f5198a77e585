"""Each damage of a sheet 月次 gives exactly the figures and findings it is declared with."""

from dataclasses import replace

import pytest

from form_tables import cover_cells, cover_of, read_cells
from juso.core.finding import column_letters
from juso.koshu.tally.items import items_by_code
from juso.koshu.tally.values import State, read_value
from tally_kit.sheet_damages import DAMAGES
from tally_kit.sheets import clean_sheet


def reading_of(form, version, sheet):
    return read_cells(cover_cells(replace(cover_of(form), version=version)), sheet)


def figures_of(reading):
    """`A05/R7.6` -> `12`, or `誤り` for a figure that is none."""
    return {
        f"{code}/{month}": state_text(value, state)
        for code, row in reading.rows.items()
        for month, value, state in zip(reading.months, row.values, row.states, strict=True)
    }


def state_text(value, state):
    return f"{value} {state}" if state is State.VALUE else str(state)


def lines(text):
    return [line.strip() for line in text.strip().splitlines()]


def short(finding):
    parts = (finding.rule, finding.severity, finding.sheet, finding.cell, finding.key)
    return " ".join(filter(None, parts))


def hurt_reading(damage):
    sheet = clean_sheet(damage.form, "2025" if damage.version == "2019" else damage.version)
    damage.hurt(sheet)
    width = max(map(len, sheet))
    sheet = [[*row, *[""] * (width - len(row))] for row in sheet]
    return sheet, reading_of(damage.form, damage.version, sheet)


@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_damage__gives_exactly_what_is_declared(damage):
    """All other figures stay, every figure is at its cell, and nothing else is said."""
    clean = reading_of(damage.form, "2025", clean_sheet(damage.form))
    sheet, reading = hurt_reading(damage)

    expected = figures_of(clean)
    for line in lines(damage.figures):
        key, text = line.split(" ", 1)
        for code in expand(key, expected):
            expected[code] = text
    wanted = {key: text for key, text in expected.items() if text != "なし"}
    assert figures_of(reading) == wanted
    assert [short(finding) for finding in reading.findings] == lines(damage.findings)
    for code, row in reading.rows.items():
        for place, value in enumerate(row.values):
            if value is not None and damage.version == "2025":
                assert value == read_at(
                    sheet, reading.cell(code, place), items_by_code(damage.form)[code]
                )


def expand(key, expected):
    """`*/R7.5` is every row's figure, `A05/*` every month of a row."""
    code, month = key.split("/")
    return [
        k for k in expected if code in ("*", k.split("/")[0]) and month in ("*", k.split("/")[1])
    ]


def read_at(sheet, cell, item):
    letters = cell.rstrip("0123456789")
    place = next(i for i in range(100) if column_letters(i) == letters)
    return read_value(sheet[int(cell[len(letters) :]) - 1][place], item).value


def test_clean_sheet__has_no_finding():
    """What is damaged is in order before."""
    assert reading_of("W1", "2025", clean_sheet()).findings == ()


def test_kit__has_one_damage_of_a_name():
    """No trap is laid twice."""
    names = [damage.name for damage in DAMAGES]
    assert len(names) == len(set(names)) >= 90
