"""What became of each 受付票, and all of them together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from juso.core.change import Change
from juso.core.finding import Finding
from juso.koshu.case_sheet import SHEETS_ON_FORM, CaseSheet


class Fate(Enum):
    """What became of a form."""

    NEW = "新しい相談"
    CHANGED = "書換え"
    SAME = "変更なし"
    HELD = "要確認"  # neither taken nor sent back: a person decides
    REFUSED = "差戻し"

    @property
    def is_taken(self) -> bool:
        """Whether the form counts as received."""
        return self in (Fate.NEW, Fate.CHANGED, Fate.SAME)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One form: what it brings into the register, and what is said of it."""

    sheet: CaseSheet
    fate: Fate
    case_no: str = ""
    household_no: str = ""
    changes: tuple[Change, ...] = ()
    undecided: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    why: str = ""  # of a form that is not taken: the end of its line
    is_known: bool = False  # this very file was taken before

    @property
    def line(self) -> str:
        """One line for the clerk."""
        return f"{self.sheet.file}：{self._what()}"

    def _what(self) -> str:
        if self.fate is Fate.REFUSED:
            return f"差し戻します。{self.why}"
        if self.fate is Fate.HELD or self.why:
            return f"取り込みません。{self.why}"
        if self.fate is Fate.NEW:
            return f"新しい相談 {self.case_no}（世帯 {self.household_no}）。{self._done()}"
        return f"{self.case_no}。{self._done()}"

    def _done(self) -> str:
        new = Counter(change.row_type for change in self.changes if change.is_new)
        rows = "、".join(f"{t.sheet}{new[t]}行" for t in SHEETS_ON_FORM if new[t])
        cells = sum(len(change.cells) for change in self.changes if not change.is_new)
        to_decide = sum(len(change.cells) for change in self.undecided)
        said = [f"{rows}を加えます。"] if rows else []
        said += [f"{cells}か所を書き換えます。"] if cells else []
        said += [f"{to_decide}か所は、決めてから書き換えます。"] if to_decide else []
        return "".join(said) or "変更はありません。"


@dataclass(frozen=True, slots=True)
class Taken:
    """What all forms bring into the register."""

    outcomes: Sequence[Outcome] = ()

    @property
    def changes(self) -> list[Change]:
        """By sheet and row, new rows last, in the order of their numbers."""
        return sorted((c for o in self.outcomes for c in o.changes), key=_place)

    @property
    def undecided(self) -> list[Change]:
        return sorted((c for o in self.outcomes for c in o.undecided), key=_place)

    @property
    def findings(self) -> list[Finding]:
        return [finding for outcome in self.outcomes for finding in outcome.findings]

    @property
    def new_receipts(self) -> list[Outcome]:
        """The forms that count as received now and did not before."""
        return [o for o in self.outcomes if o.fate.is_taken and not o.is_known]

    @property
    def summary(self) -> str:
        """新しい相談2件、書換え1件、差戻し1件."""
        counts = Counter(outcome.fate for outcome in self.outcomes)
        said = "、".join(f"{fate.value}{counts[fate]}件" for fate in Fate if counts[fate])
        return said or "受付票はありません"

    @property
    def is_unchanged(self) -> bool:
        """Whether nothing is to be written and nothing to be decided."""
        return not (self.changes or self.undecided)


def _place(change: Change) -> tuple[int, bool, int]:
    return SHEETS_ON_FORM.index(change.row_type), change.is_new, change.row_number
