"""No two strangers of the sample share a telephone number: it would make them one household."""

from collections import defaultdict

import pytest

from juso.core.calendar import FiscalYear
from juso.koshu.sheets import Case
from juso.services.sample.phones import EXCHANGES, NEIGHBOURS, own_phones
from juso.services.sample.simulate import simulate


@pytest.mark.parametrize("seed", [1, 2])
def test_number__is_one_households(seed):
    holders = defaultdict(set)
    for row in simulate(FiscalYear(2025), 300, seed):
        if isinstance(row, Case) and row.phone:
            holders[row.phone].add(row.household_no)

    assert len(holders) > 200
    assert [number for number, homes in holders.items() if len(homes) > 1] == []


def test_number_drawn_twice__moves_to_one_close_by():
    homes = ("S0001", "S0002", "S0001", "S0003")
    rows = [Case(household_no=home, phone="0553-00-9999") for home in homes]

    assert [case.phone for case in own_phones(rows)] == [
        "0553-00-9999",
        "0553-00-0000",
        "0553-00-9999",
        "0553-00-0001",
    ]


def test_numbers__run_out_without_a_failure():
    rows = [Case(household_no=f"S{n}", phone="0553-00-1234") for n in range(900)]
    phones = [case.phone for case in own_phones(rows)]

    assert len(set(phones)) == EXCHANGES * NEIGHBOURS
    assert phones[-1] == "0553-00-1234"
