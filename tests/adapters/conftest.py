"""A small register on disk, written once, in the ways tests look at it."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from juso.adapters.register_workbook import write_register
from juso.koshu.settings import Settings
from written_register import CONFIG, ROWS, SPARE


@pytest.fixture(scope="session")
def register_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of ROWS with a few spare rows."""
    path = tmp_path_factory.mktemp("register") / "支援台帳.xlsx"
    write_register(path, ROWS, Settings(), CONFIG, spare_rows=SPARE)
    return path


@pytest.fixture(scope="session")
def book(register_path: Path) -> Any:
    """That register as openpyxl reads it: formulas, formats, names."""
    return openpyxl.load_workbook(register_path)


@pytest.fixture(scope="session")
def results(register_path: Path) -> Any:
    """That register as openpyxl reads it: the results stored beside formulas."""
    return openpyxl.load_workbook(register_path, data_only=True)


@pytest.fixture(scope="session")
def parts(register_path: Path) -> dict[str, str]:
    """The XML parts of that register by name."""
    with zipfile.ZipFile(register_path) as package:
        return {n: package.read(n).decode() for n in package.namelist() if n.endswith(".xml")}
