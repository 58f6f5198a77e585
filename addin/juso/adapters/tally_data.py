"""The figures as data: 月次実績 as CSV and Parquet, with the dictionary of its columns and items."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from juso.adapters.data_dictionary import dictionary_tables, write_dictionary
from juso.adapters.share import all_or_none, save_new
from juso.core.calendar import FiscalYear
from juso.services.tally.long_table import COLUMNS, ColumnType, csv_lines, long_rows
from juso.services.tally.merged import Merged

FIGURES, DICTIONARY = "月次実績", "データ項目定義書"
HEADINGS = tuple(column.heading for column in COLUMNS)
NO_PARQUET = (
    f"{FIGURES}.parquet はつくっていません。つくるには、Python に pyarrow を"
    "「python -m pip install pyarrow」で入れてから、もう一度実行してください。CSV には同じ数があります。"
)
BATCH = 200_000  # rows held at once
Write = Callable[[Path], object]
Row = tuple[Any, ...]


def write_data(folder: Path, merged: Merged) -> tuple[list[Path], tuple[str, ...]]:
    """All files of the figures in a folder, and a sentence about one that could not be made.

    Files that are there stay as they are: the new ones get the same number, _2, _3 …
    JusoError when the folder cannot be written; then none of the files is left.
    """
    rows = list(long_rows(merged))
    return write_rows(folder, lambda: rows, merged.year)


def write_rows(
    folder: Path, rows: Callable[[], Iterable[Row]], year: FiscalYear
) -> tuple[list[Path], tuple[str, ...]]:
    """The same of rows that are asked for once for each file, and never held all."""
    files: dict[str, Write] = {
        f"{FIGURES}.csv": lambda path: write_csv(path, HEADINGS, rows()),
        f"{DICTIONARY}.xlsx": lambda path: write_dictionary(path, year),
        **{
            f"{DICTIONARY}_{table.name}.csv": _table_writer(table.headings, table.rows)
            for table in dictionary_tables()
        },
    }
    told: tuple[str, ...] = ()
    if has_pyarrow():
        files[f"{FIGURES}.parquet"] = lambda path: write_parquet(path, rows())
    else:
        told = (NO_PARQUET,)
    suffix = _free_suffix(folder, files)
    with all_or_none() as made:
        for name, write in files.items():
            path = folder / name
            made.append(save_new(path.with_stem(path.stem + suffix), write))
    return made, told


def _table_writer(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Write:
    return lambda path: write_csv(path, headings, rows)


def _free_suffix(folder: Path, names: Iterable[str]) -> str:
    """The same number for all files of one run."""
    paths = [folder / name for name in names]
    return next(
        suffix
        for suffix in ("", *(f"_{n}" for n in range(2, 10_000)))
        if not any(path.with_stem(path.stem + suffix).exists() for path in paths)
    )


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """UTF-8 with a mark that Excel knows it by, lines ended by CR and LF."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows(csv_lines(headings, rows))


def has_pyarrow() -> bool:
    """Whether Parquet can be written here."""
    from importlib.util import find_spec

    return find_spec("pyarrow") is not None


def write_parquet(path: Path, rows: Iterable[Row]) -> None:
    """The same table typed: whole years, figures as 64-bit floating point, blanks as null."""
    import pyarrow
    import pyarrow.parquet

    types = {
        ColumnType.TEXT: pyarrow.string(),
        ColumnType.INTEGER: pyarrow.int16(),
        ColumnType.NUMBER: pyarrow.float64(),
    }
    schema = pyarrow.schema(
        [
            pyarrow.field(
                column.heading,
                types[column.type],
                metadata={"name": column.name, "meaning": column.meaning},
            )
            for column in COLUMNS
        ]
    )
    left = iter(rows)
    with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := list(islice(left, BATCH)):
            columns = [
                pyarrow.array(_typed(values, column.type), type=types[column.type])
                for values, column in zip(zip(*batch, strict=True), COLUMNS, strict=True)
            ]
            writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))


def _typed(values: Sequence[Any], kind: ColumnType) -> list[Any]:
    if kind is ColumnType.NUMBER:
        return [None if value is None else float(value) for value in values]
    return list(values)
