"""Fixtures every test may use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from juso.app import App
from juso.core.calendar import FiscalYear
from messy_register import make_messy
from tables import findings, in_short

Check = Callable[..., list[str]]

# The same examples every time, on a slow machine too.
settings.register_profile("juso", derandomize=True, deadline=None, database=None)
settings.load_profile("juso")


@pytest.fixture
def check() -> Check:
    """Apply rules to worksheets in text: `check(text, rules="CASE-011")`.

    A finding is `"{cell} {heading} {rule}"`; the cell of a column the text does not name is
    given as `3行目`. `today` is the end of the fiscal year R7 unless told.
    """

    def run(text: str, **how: Any) -> list[str]:
        return [in_short(finding) for finding in findings(text, **how)]

    return run


@pytest.fixture
def messages() -> Check:
    """Like `check`, but gives `"{severity} {message}"` of each finding."""

    def run(text: str, **how: Any) -> list[str]:
        return [f"{f.severity} {f.message}" for f in findings(text, **how)]

    return run


@pytest.fixture(scope="session")
def sample_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clean sample of 300 cases; copy it before changing anything."""
    return _sample(tmp_path_factory.mktemp("office") / "見本", faults=False)


@pytest.fixture(scope="session")
def faulty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with faults and its 正解.json; copy it before changing anything."""
    return _sample(tmp_path_factory.mktemp("office") / "誤り", faults=True)


def _sample(folder: Path, *, faults: bool) -> Path:
    app = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))
    app.sample(folder, FiscalYear(2025), 300, 1, faults=faults)
    return folder


@pytest.fixture(scope="session")
def small_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of 40 cases, with faults: quick to open."""
    folder = tmp_path_factory.mktemp("office") / "事業所"
    app = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))
    app.sample(folder, FiscalYear(2025), cases=40, seed=1, faults=True)
    return folder


@pytest.fixture(scope="session")
def messy_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of 40 cases, clean but for cells of 相談受付簿 as hurried people leave them."""
    folder = tmp_path_factory.mktemp("office") / "事業所"
    app = App(today=date(2026, 3, 31), now=datetime(2026, 3, 31, 17, 0))
    app.sample(folder, FiscalYear(2025), cases=40, seed=1, faults=False)
    make_messy(folder / "支援台帳.xlsx")
    return folder
