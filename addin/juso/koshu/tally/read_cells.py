"""One row's cells to figures: every distinct value of a form is understood once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from juso.core.cells import is_blank, show
from juso.core.finding import Finding
from juso.koshu.tally.frame import Frame
from juso.koshu.tally.item import TallyItem
from juso.koshu.tally.reading import TallyRow, form_finding
from juso.koshu.tally.values import BROKEN, LARGEST, Meaning, State, read_value

ALL_VALUES = tuple((State.VALUE,) * n for n in range(13))
NUMBERS = {float}  # calamine's type of every number
NOTHING = tuple(("",) * n for n in range(13))


class CellReader:
    """Reads the rows of one form and keeps what is to be said about them."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.findings: list[Finding] = []
        self.blanks: list[tuple[TallyItem, int, int]] = []  # item, row, place of the month
        self.late: dict[int, tuple[int, Any]] = {}  # place of a month not due -> row, value
        self._meanings: dict[tuple[Any, ...], Meaning] = {}

    def row(self, item: TallyItem, number: int, cells: tuple[Any, ...]) -> TallyRow:
        """The figures of one row; `cells` are its twelve months as typed."""
        due = self.frame.due
        if cells[due:] != NOTHING[12 - due]:
            self._note_late(number, cells)
        typed = cells[:due]
        if set(map(type, typed)) == NUMBERS:
            whole = _whole_numbers(typed)
            if whole == typed and min(whole) >= 0 and max(whole) < LARGEST:
                return TallyRow(number, whole, ALL_VALUES[due])
        meanings = [self._cell(item, number, place, raw) for place, raw in enumerate(typed)]
        values, states = (m.value for m in meanings), (m.state for m in meanings)
        return TallyRow(number, tuple(values), tuple(states))

    def _cell(self, item: TallyItem, number: int, place: int, raw: Any) -> Meaning:
        column = self.frame.columns[place]
        if column is None:
            return Meaning(None, State.BLANK)
        if fault := self.frame.faults.get((number, column)):
            meaning = Meaning(None, State.FAULT, BROKEN, _fault_message(fault))
            raw = fault
        else:
            meaning = self._meaning(item, raw)
        if meaning.rule:
            spot = self.frame.month_spot(item.code, number, place, show(raw))
            self.findings.append(form_finding(meaning.rule, self.frame.file, meaning.message, spot))
        elif meaning.state is State.BLANK:
            self.blanks.append((item, number, place))
        return meaning

    def _meaning(self, item: TallyItem, raw: Any) -> Meaning:
        key = (type(raw), raw, item.unit, item.decimals, item.signed)
        if key not in self._meanings:
            self._meanings[key] = read_value(raw, item)
        return self._meanings[key]

    def _note_late(self, number: int, cells: tuple[Any, ...]) -> None:
        for place in range(self.frame.due, 12):
            if not is_blank(cells[place]):
                self.late.setdefault(place, (number, cells[place]))

    def gaps(self, row_count: int, header_row: int) -> Iterator[Finding]:
        """未入力: one finding for a month without any figure, else one for each required cell."""
        frame = self.frame
        empty = [place for _, _, place in self.blanks]
        for place in range(frame.due):
            if row_count and empty.count(place) == row_count and frame.columns[place] is not None:
                month = frame.months[place].label
                message = (
                    f"{month}の列がすべて空欄です。報告が済んでいなければ数を入力し、"
                    "実績がなければ「0」又は「－」を入力してください。"
                )
                spot = frame.month_spot("", header_row, place, "")
                yield form_finding("TALLY-207", frame.file, message, spot)
            else:
                yield from self._blank_cells(place)
        for place, (number, raw) in self.late.items():
            month = frame.months[place].label
            message = (
                f"{month}は提出対象月より後なので、この列は集計しません。"
                "報告するときは表紙の提出対象月を直し、そうでなければ空欄にしてください。"
            )
            spot = frame.month_spot("", number, place, show(raw))
            yield form_finding("FORM-014", frame.file, message, spot)

    def _blank_cells(self, place: int) -> Iterator[Finding]:
        month = self.frame.months[place].label
        for item, number, at in self.blanks:
            if at == place and item.required:
                message = (
                    f"{month}の「{item.label}」（{item.code}）が空欄です。"
                    "0件の場合は「0」又は「－」と入力してください。"
                )
                spot = self.frame.month_spot(item.code, number, place, "")
                yield form_finding("TALLY-004", self.frame.file, message, spot)


def _whole_numbers(cells: tuple[float, ...]) -> tuple[int, ...]:
    try:
        return tuple(map(int, cells))
    except (OverflowError, ValueError):  # 1E400 in the file reads as infinity
        return ()


def _fault_message(fault: str) -> str:
    if fault.startswith("#"):
        return f"「{fault}」はエラー値です。数式を直すか、数字を入力してください。"
    if fault.startswith("="):
        return (
            f"数式「{fault}」の計算結果がありません。"
            "Excel で開いて再計算し、保存し直すか、数字を入力してください。"
        )
    return "結合したセルの中にあり、数が分かりません。結合を解除して、月ごとに入力してください。"
