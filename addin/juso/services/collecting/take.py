"""The cells of one row of the register that a document changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from juso.core.calendar import short_date
from juso.core.cells import show, to_cell
from juso.core.finding import Finding
from juso.core.sheet import Row
from juso.koshu.rules import CellRule
from juso.koshu.rules.collect_rules import READ_AS, UNDECIDED, UNREADABLE
from juso.koshu.rules.naming_rules import item_names_nobody
from juso.koshu.sheets import Case
from juso.services.collecting.compare import Compared, Verdict
from juso.services.collecting.printed import Texts
from juso.services.collecting.sitting import Place, Sitting
from juso.services.collecting.values import Read
from juso.services.collecting.wording import quoted

LONGEST = 32_767  # characters a cell of Excel holds
Pairs = Mapping[str, tuple[Any, Any]]  # column -> old and new value


@dataclass(frozen=True, slots=True)
class Kept:
    """A cell of the documents that comes back into a column of the register."""

    label: str
    key: str
    read: Read
    may_be_emptied: bool = False
    is_free_text: bool = False
    unreadable: CellRule = UNREADABLE


@dataclass(frozen=True, slots=True)
class RowText:
    """What a document says of one row of the register, what was and what would be printed."""

    file: str
    what: str  # 決定事項SK-R7-05-02, 案件2
    row: Row
    case: Case | None
    texts: Texts
    marks: Mapping[str, str] = field(default_factory=dict)
    now: Texts = field(default_factory=dict)

    def compared(self, cell: Kept) -> Compared:
        """A cell of the document beside the register's."""
        text = self.texts[cell.label]
        return Compared(
            text,
            cell.read(text),
            self.marks.get(cell.label),
            self.now.get(cell.label, ""),
            getattr(self.row, cell.key),
            cell.may_be_emptied,
        )

    def place(self, cell: Kept) -> Place:
        """Where a cell stands."""
        what = f"{self.what}の「{cell.label}」"
        return Place(self.file, what, self.row, cell.key, self.texts[cell.label])


@dataclass(frozen=True, slots=True)
class Taken:
    """What a document changes in one row, and what a person has to decide."""

    cells: Pairs = field(default_factory=dict)
    undecided: Pairs = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def joined(self, other: Taken) -> Taken:
        """This and what is taken beside it."""
        return Taken(
            {**self.cells, **other.cells},
            {**self.undecided, **other.undecided},
            (*self.findings, *other.findings),
        )


def take_row(sitting: Sitting, said: RowText, kept: Iterable[Kept]) -> Taken:
    """Compare the cells that the document has of a row with the register's."""
    taken = Taken()
    for cell in kept:
        if cell.label in said.texts:
            taken = taken.joined(take_cell(sitting, said, cell))
    return taken


def take_cell(sitting: Sitting, said: RowText, cell: Kept) -> Taken:
    """One cell: its old and new value where somebody edited it, findings where that is not plain."""
    compared, place = said.compared(cell), said.place(cell)
    verdict, typed = compared.verdict, compared.typed
    if verdict is Verdict.SAME:
        return Taken()
    if verdict in (Verdict.STALE, Verdict.EMPTIED):
        return Taken(findings=(sitting.remark(UNDECIDED, place, _undecided(compared)),))
    if problem := typed.problem or _too_long(typed.value):
        return Taken(findings=(sitting.remark(cell.unreadable, place, problem),))
    if cell.is_free_text and (found := sitting.identifying(compared.text, said.case)):
        return Taken(findings=(_identifying(sitting, place, found),))
    notes = (sitting.remark(READ_AS, place, typed.note),) if typed.note else ()
    pair = {cell.key: (compared.old, typed.value)}
    if verdict is Verdict.EDITED:
        return Taken(pair, findings=notes)
    note = sitting.remark(UNDECIDED, place, _undecided(compared))
    return Taken(undecided=pair, findings=(*notes, note))


def _too_long(value: Any) -> str:
    """Why a text does not fit into a cell of the register; Excel counts UTF-16 units."""
    length = len(value.encode("utf-16-le")) // 2 if isinstance(value, str) else 0
    if length <= LONGEST:
        return ""
    return (
        f"{length:,}字あり、台帳の1つのセルに入る{LONGEST:,}字を超えるため、取り込みません。"
        "短くしてください。"
    )


def _identifying(sitting: Sitting, place: Place, found: Iterable[str]) -> Finding:
    """MTG-006: a text that names somebody is not brought into the register."""
    message = (
        f"個人を特定できる情報「{'、'.join(found)}」があるため、取り込みません。"
        "仮名や続柄に書き換えてください。"
    )
    return sitting.remark(item_names_nobody, place, message)


def _undecided(compared: Compared) -> str:
    old, new = shown_value(compared.old), shown_value(compared.typed.value)
    if compared.verdict is Verdict.EMPTIED:
        return f"文書から消されていますが、台帳の「{old}」は消しません。消すときは台帳で消してください。"
    if compared.verdict is Verdict.STALE:
        return (
            f"文書をつくった後に、台帳が「{old}」に変わっています（文書は「{new}」のまま）。"
            "どちらが正しいか確かめてください。"
        )
    return (
        f"文書では「{new}」、台帳では「{old}」です。文書をつくった後に台帳も変わっているため、"
        "書き込みません。正しい方を台帳に入力してください。"
    )


def shown_value(value: Any) -> str:
    """A value of the register as a message quotes it."""
    text = short_date(value) if isinstance(value, date) else show(to_cell(value))
    return quoted(text) or "空欄"
