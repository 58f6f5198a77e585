"""What is said of a form as a file: its kind, what is hidden in it, what no reader of cells sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from juso.adapters.form_sources.source import Source, Told
from juso.core.finding import Finding, address, column_letters
from juso.koshu.tally.reading import FormReading, Spot, form_finding

SHOWN = 6  # ranges that are named


def remarks(
    source: Source, path: Path, reading: FormReading, sheets: Iterable[str]
) -> Iterator[Finding]:
    """Findings of a file whose `sheets` were read as 表紙 and 月次."""
    file = reading.file
    for told in (*source.told, *_misnamed(source, path)):
        spot = Spot(key=reading.form)
        yield form_finding("FORM-020", file, told.message, spot, told.severity)
    if not reading.form:
        return
    for name in sheets:
        if name in source.concealed:
            message = (
                f"シート「{name}」が非表示です。中身は読みました。"
                "表示して、隠したままの古い数でないか確かめてください。"
            )
            yield form_finding("FORM-024", file, message, Spot(name, key=reading.form))
        if aside := source.asides(name):
            message = (
                f"シート「{name}」に{'と'.join(aside)}があります。集計では見ないので、"
                "数の訂正や断り書きがあれば、セルか備考に入力してください。"
            )
            yield form_finding("FORM-025", file, message, Spot(name, key=reading.form))
    yield from _hidden(source, reading)


def _misnamed(source: Source, path: Path) -> Iterator[Told]:
    """An .xlsx by any other name opens in Excel with a warning, or not at all."""
    suffix = path.suffix.lower()
    if not source.told and suffix not in source.suffixes:
        yield Told(
            f"名前は「{suffix or path.name}」ですが、中身は .xlsx 形式です。"
            "ファイル名の終わりを「.xlsx」に直してください。"
        )


def _hidden(source: Source, reading: FormReading) -> Iterator[Finding]:
    """Rows and columns with figures that Excel does not show: one finding for the sheet."""
    unseen = source.out_of_sight(reading.sheet)
    if not (unseen.rows or unseen.columns):
        return
    rows = sorted(
        row.number
        for row in reading.rows.values()
        if row.number in unseen.rows and any(value is not None for value in row.values)
    )
    columns = sorted(
        column
        for place, column in enumerate(reading.columns)
        if column in unseen.columns
        and any(row.values[place] is not None for row in reading.rows.values())
    )
    if not (rows or columns):
        return
    words = []
    if rows:
        listed = "、".join(_ranges(rows, str))
        words.append(f"行{listed}（{len(rows)}行、{'絞り込み' if unseen.filtered else '非表示'}）")
    if columns:
        words.append(f"列{'、'.join(_ranges(columns, column_letters))}（{len(columns)}列、非表示）")
    message = (
        f"{'と'.join(words)}が隠れています。数は読みました。"
        "隠れた数も正しいか、表示して確かめてください。"
    )
    first_row = rows[0] if rows else min(row.number for row in reading.rows.values() if row.number)
    first_column = columns[0] if columns else next(c for c in reading.columns if c is not None)
    spot = Spot(reading.sheet, address(first_row, first_column), reading.form)
    yield form_finding("FORM-023", reading.file, message, spot)


def _ranges(numbers: list[int], name: Callable[[int], str]) -> list[str]:
    """「5～11」「14」: neighbours as one range, the first few of them."""
    starts = [numbers[0], *(b for a, b in pairwise(numbers) if b != a + 1)]
    ends = [*(a for a, b in pairwise(numbers) if b != a + 1), numbers[-1]]
    said = [
        name(a) if a == b else f"{name(a)}～{name(b)}" for a, b in zip(starts, ends, strict=True)
    ]
    return [*said[:SHOWN], "ほか"] if len(said) > SHOWN else said
