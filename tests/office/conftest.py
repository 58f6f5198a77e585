"""LibreOffice in Excel's place, once for the whole run."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from office.clerk import Clerk
from office.soffice import missing
from office.stand_in import StandIn

if TYPE_CHECKING:
    import xlwings

OpenBook = Callable[..., "xlwings.Book"]


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    """A running LibreOffice that xlwings takes for Excel."""
    if reason := missing():
        pytest.skip(reason)
    with StandIn(tmp_path_factory.mktemp("office")) as running:
        yield running


@pytest.fixture
def clerk(office: StandIn) -> Clerk:
    """Who sees the status bar and answers dialogs, having seen nothing yet."""
    office.clerk.forget()
    return office.clerk


@pytest.fixture
def open_book(office: StandIn) -> Iterator[OpenBook]:
    """`open_book(path)` opens a workbook as xlwings' Book; it is closed, unsaved, afterwards."""
    opened = []

    def run(path: Path, *, read_only: bool = False) -> xlwings.Book:
        opened.append(office.open(path, read_only=read_only))
        return opened[-1]

    yield run
    for book in opened:
        with suppress(Exception):  # the test has closed it
            book.close()


@pytest.fixture
def live_register(sample_office: Path, open_book: OpenBook, tmp_path: Path) -> xlwings.Book:
    """The register of 300 cases, open, in a copy of its office."""
    folder = shutil.copytree(sample_office, tmp_path / "事業所")
    return open_book(folder / "支援台帳.xlsx")
