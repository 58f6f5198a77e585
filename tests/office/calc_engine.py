"""An engine that lets xlwings' public API work on a live LibreOffice in place of Excel."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import xlwings

from office.calc_app import App
from office.calc_read import CellError
from office.clerk import Clerk
from office.uno_link import connect

PLAIN = (bool, str, date)


def attach(pipes: str, clerk: Clerk) -> xlwings.Engine:
    """Make the LibreOffices listening on `pipes` (a comma between them) the Excels of xlwings."""
    engine = xlwings.Engine(impl=Engine(pipes.split(","), clerk))
    xlwings.engines.add(engine)
    engine.activate()
    return engine


class Engine:
    """What xlwings asks of an engine."""

    name, type = "libreoffice", "desktop"

    def __init__(self, pipes: Sequence[str], clerk: Clerk) -> None:
        self.apps = Apps(self, pipes, clerk)

    @staticmethod
    def prepare_xl_data_element(value: Any, options: Any) -> Any:  # noqa: ARG004
        if isinstance(value, PLAIN):
            return value
        return "" if value is None or math.isnan(value) else float(value)

    @staticmethod
    def clean_value_data(
        data: list[list[Any]], dates: Any, empty: Any, numbers: Any, err_to_str: bool
    ) -> list[list[Any]]:
        def clean(value: Any) -> Any:
            if value == "":
                return empty
            if isinstance(value, CellError):
                return str(value) if err_to_str else None
            if numbers is not None and isinstance(value, float):
                return numbers(value)
            if dates is not datetime and isinstance(value, datetime):
                parts = ("year", "month", "day", "hour", "minute", "second", "microsecond")
                return dates(**{part: getattr(value, part) for part in parts}, tzinfo=None)
            return value

        if empty == "" and err_to_str and numbers is None and dates is datetime:
            return data
        return [[clean(value) for value in row] for row in data]


class Apps:
    """The LibreOffices that answer just now."""

    def __init__(self, engine: Engine, pipes: Sequence[str], clerk: Clerk) -> None:
        self._engine, self._pipes, self._clerk = engine, pipes, clerk
        self._known: dict[str, App] = {}

    def __iter__(self) -> Iterator[App]:
        return (app for pipe in self._pipes if (app := self._running(pipe)))

    def _running(self, pipe: str) -> App | None:
        known = self._known.get(pipe)
        if known is None or not known.is_alive:
            try:
                context = connect(pipe)
            except Exception:  # NoConnectException: it is not running
                return None
            known = self._known[pipe] = App(self._engine, pipe, context, self._clerk)
        return known

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __getitem__(self, pid: int) -> App:
        return next(app for app in self if app.pid == pid)

    def keys(self) -> list[int]:
        return [app.pid for app in self]
