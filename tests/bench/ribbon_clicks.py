"""A click on the ribbon, from the request file to the cells of the live register."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from office.place import Place, wait_for
from office.stand_in import StandIn
from request_files import write_request

CLICKS = 15


class Clicks(NamedTuple):
    """Seconds from the request file's name to the results in the cells."""

    median: float
    first: float  # the worker's first click
    cold: float  # from starting the worker to its being ready


def clicks(office: Path) -> Clicks:
    """Press 点検 on the open register, changing one cell before each press."""
    with tempfile.TemporaryDirectory() as name, StandIn(Path(name)) as stand_in:
        copy = shutil.copytree(office, Path(name) / "事業所")
        book = stand_in.open(copy / "支援台帳.xlsx")
        with Place(stand_in, Path(name)) as place:
            started = time.perf_counter()
            place.start_worker()
            cold = time.perf_counter() - started
            time.sleep(3)  # it imports what clicks need while nothing waits
            spent = list(_each(place, book))
    return Clicks(statistics.median(spent[1:]), spent[0], cold)


def _each(place: Place, book: object) -> Iterator[float]:
    cell = book.sheets["相談受付簿"].range("E5")  # type: ignore[attr-defined]
    for number in range(CLICKS):
        cell.value = f"担当{number}"
        path = book.fullname  # type: ignore[attr-defined]
        started = time.perf_counter()
        write_request(place.office.home / "inbox", id="check", choice="", book=path, user="")
        wait_for(lambda wanted=number + 1: place.said().count("要求 ") == wanted)
        yield time.perf_counter() - started
        time.sleep(0.3)
