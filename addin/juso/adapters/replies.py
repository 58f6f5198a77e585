"""The 対応 column of 点検結果, 月次統合 and 突合, where clerks write why a finding may stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from juso.adapters.excel_file import open_workbook, read_sheet, rows_of
from juso.adapters.office import Office
from juso.core.cells import fold, is_blank, show
from juso.core.errors import JusoError
from juso.core.finding import address
from juso.koshu.confirmation import Reason
from juso.koshu.personal_number import holds_personal_number

if TYPE_CHECKING:
    from juso.services.tally.answers import Reply

SHEET = "点検結果"
MERGED_SHEET = "指摘"  # of 月次統合
DEPTH = 20  # rows in which the headings are looked for
HEADINGS = {
    "規則": "rule",
    "シート": "sheet",
    "番号": "key",
    "列": "column",
    "指摘と直し方": "message",
    "対応": "reason",
    "セル": "cell",
}


@dataclass(frozen=True, slots=True)
class Replies:
    """What is written under 対応: reasons beside findings, and what cannot be taken for one."""

    reasons: tuple[Reason, ...] = ()
    refused: tuple[str, ...] = ()  # a sentence for each text beside no finding
    file: str = ""  # the 点検結果 that was read; '' for the sheet of an open register
    skipped: tuple[str, ...] = ()  # a sentence for each newer 点検結果 that cannot be read
    answers: tuple[Reply, ...] = ()  # those of 突合
    is_of_forms: bool = False  # of 月次統合 or 突合, not of a 点検結果
    is_without_check: bool = False  # there is no 点検結果 at all
    tallies: tuple[Replies, ...] = ()  # the latest 月次統合 and 突合, beside the latest 点検結果

    @property
    def of_forms(self) -> tuple[Replies, ...]:
        """What was written about the monthly forms."""
        return (self,) if self.is_of_forms else self.tallies


def latest_replies(office: Office) -> Replies:
    """Those of the 点検結果 in 出力/点検 that was saved last, of those that can be read.

    JusoError when there is none, or when it is no longer headed as the product made it.
    """
    folder = office.output("点検")
    skipped: list[str] = []
    for path in sorted(folder.glob(f"{SHEET}*.xlsx"), key=_saved, reverse=True):
        try:
            rows = _rows(path)
        except JusoError:
            skipped.append(
                f"{path.name} は点検結果として読めないため、それより前のものを読みました。"
                "このファイルに理由を書いていたときは、控えから戻してください。"
            )
            continue
        found = replies_in(rows, path.name)
        return with_tallies(replace(found, file=path.name, skipped=tuple(skipped)), office)
    tallies = with_tallies(Replies(is_of_forms=True), office).tallies
    if any(found.reasons or found.answers for found in tallies):
        return Replies(skipped=tuple(skipped), tallies=tallies, is_without_check=True)
    raise JusoError(
        f"{folder} に{'読める' if skipped else ''}点検結果がありません。"
        "点検してから、「対応」に理由を書いてください。"
    )


def with_tallies(replies: Replies, office: Office) -> Replies:
    """With those of the 月次統合 and the 突合 saved last; one that cannot be read is passed over."""
    from juso.adapters.reconcile_sheet import FOLDER, RECONCILED

    found = []
    for folder, pattern in (("集計", "月次統合_*.xlsx"), (FOLDER, f"{RECONCILED.title}_*.xlsx")):
        paths = [p for p in office.output(folder).glob(pattern) if not p.name.startswith("~$")]
        if path := max(paths, key=_saved, default=None):
            with suppress(JusoError):
                found.append(read_replies(path))
    return replace(replies, tallies=tuple(found))


def read_replies(path: Path) -> Replies:
    """Those of one 点検結果, 月次統合 or 突合; JusoError when it is none of them."""
    from juso.adapters.reconcile_sheet import RECONCILED

    names = set(map(fold, open_workbook(path).sheet_names))
    if SHEET not in names and RECONCILED.title in names:
        return _of_reconciled(path)
    is_merged = SHEET not in names and MERGED_SHEET in names
    rows = _rows(path, MERGED_SHEET if is_merged else SHEET)
    return replace(replies_in(rows, str(path)), file=path.name, is_of_forms=is_merged)


def _of_reconciled(path: Path) -> Replies:
    from juso.adapters.listing import answers_in
    from juso.adapters.reconcile_listing import replies_in as answered
    from juso.adapters.reconcile_sheet import RECONCILED

    rows = _rows(path, RECONCILED.title)
    answers = answered(answers_in(rows, RECONCILED, str(path)))
    return Replies(file=path.name, answers=tuple(answers), is_of_forms=True)


def replies_in(rows: Sequence[Sequence[Any]], where: str = SHEET) -> Replies:
    """Those of a 点検結果 sheet whose rows are given from A1; blank cells are none.

    Columns are found by their headings. JusoError, naming `where`, when one is missing.
    """
    headed = [_places(row) for row in rows[:DEPTH]]
    places = max(headed, key=len, default={})
    if missing := [label for label, name in HEADINGS.items() if name not in places]:
        raise JusoError(
            f"{where} に見出し「{'」「'.join(missing)}」がありません。"
            "点検をやり直し、新しい点検結果の「対応」に理由を書いてください。"
        )
    reasons, refused = [], []
    first = headed.index(places) + 1
    for number, row in enumerate(rows[first:], start=first + 1):
        if len(row) <= max(places.values()) or is_blank(row[places["reason"]]):
            continue
        reason = _reason(row, places)
        if reason.rule:
            reasons.append(reason)
        else:
            refused.append(_beside_nothing(where, address(number, places["reason"]), reason))
    return Replies(tuple(reasons), tuple(refused))


def _saved(path: Path) -> tuple[float, str]:
    try:
        return path.stat().st_mtime, path.name
    except OSError:  # gone meanwhile: it sorts last, and is not read
        return 0.0, path.name


def _rows(path: Path, title: str = SHEET) -> list[list[Any]]:
    """The rows of the sheet from A1, a merged cell's content in each row it reaches."""
    book = open_workbook(path)
    name = next((name for name in book.sheet_names if fold(name) == title), None)
    if name is None:
        raise JusoError(
            f"{path} には「{SHEET}」のシートがありません。点検でつくったファイルを指定してください。"
        )
    sheet = read_sheet(book, name, path)
    rows = [list(row) for row in rows_of(sheet, path)]
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            if not all(map(is_blank, row)):  # below the table there is nothing to reply to
                row[left : right + 1] = rows[top][left : right + 1]
    return rows


def _places(row: Sequence[Any]) -> dict[str, int]:
    """Field of a reason -> the column whose heading stands in this row."""
    labels = [fold(show(cell)) for cell in row]
    return {name: labels.index(label) for label, name in HEADINGS.items() if label in labels}


def _reason(row: Sequence[Any], places: Mapping[str, int]) -> Reason:
    return Reason(**{name: " ".join(show(row[place]).split()) for name, place in places.items()})


def _beside_nothing(where: str, cell: str, reason: Reason) -> str:
    quoted = "" if holds_personal_number(reason.reason) else f"「{reason.reason}」"
    return (
        f"{where} のセル{cell}{quoted}は、「規則」が空欄で、どの指摘への理由か分かりません。"
        "指摘と同じ行の「対応」に書いてください。"
    )
