"""The municipalities to be merged: which offices they are, and by which name each is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from juso.adapters.office import Office
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError


class City(NamedTuple):
    """One municipality to be merged: its name in the figures, and its office or what ails it."""

    name: str
    folder: Path
    office: Office | None
    trouble: str = ""  # a whole sentence


def open_cities(folders: Sequence[Path]) -> list[City]:
    """The offices with names that differ; one that cannot be opened is kept with its trouble.

    JusoError when one municipality is given twice.
    """
    cities = [_open(folder) for folder in folders]
    given: dict[tuple[str, str], Path] = {}
    for city in cities:
        if city.office:
            key = city.name, city.office.config.municipality_code
            if key in given:
                raise JusoError(
                    f"{city.name}の事業所が2つあります（{given[key]} と {city.folder}）。"
                    "1つの市町村は1回だけ指定してください（別の市町村なら juso.toml の "
                    "municipality と municipality_code を直してください）。"
                )
            given[key] = city.folder
    names = Counter(city.name for city in cities)
    return [city if names[city.name] == 1 else _told_apart(city) for city in cities]


def _open(folder: Path) -> City:
    try:
        office = Office.open(folder)
    except JusoError as error:
        return City(str(folder), folder, None, str(error))
    return City(office.config.municipality, folder, office)


def _told_apart(city: City) -> City:
    """府中市 is a city of two prefectures: named with its code."""
    code = city.office.config.municipality_code if city.office else ""
    return city._replace(name=f"{city.name}（{code}）") if code else city


def usual_year(cities: Iterable[City]) -> FiscalYear:
    """The fiscal year most offices have, of several the latest; JusoError without any office."""
    years = Counter(city.office.year for city in cities if city.office)
    if not years:
        raise JusoError(" ".join(city.trouble for city in list(cities)[:1]))
    return max(years, key=lambda year: (years[year], year))
