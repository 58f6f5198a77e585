"""What documents bring into the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from juso.core.change import Change
from juso.core.finding import Finding
from juso.koshu.sheets import AgendaItem, Decision

SHEETS = (AgendaItem, Decision)


@dataclass(frozen=True, slots=True)
class Collected:
    """Changes that may be written, changes a person decides, and what was found on the way."""

    changes: tuple[Change, ...] = ()
    undecided: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, parts: Iterable[Collected]) -> Collected:
        """Several parts together: changes by sheet and row, new rows last, findings as they came."""
        found = list(parts)
        return cls(
            tuple(sorted((c for part in found for c in part.changes), key=_place)),
            tuple(sorted((c for part in found for c in part.undecided), key=_place)),
            tuple(dict.fromkeys(f for part in found for f in part.findings)),
        )

    @property
    def summary(self) -> str:
        """決定事項の新しい行2件、会議案件の書換え1行; 変更なし."""
        said = []
        for row_type in SHEETS:
            found = [change for change in self.changes if change.row_type is row_type]
            new = sum(change.is_new for change in found)
            said += [f"{row_type.sheet}の新しい行{new}件"] if new else []
            said += [f"{row_type.sheet}の書換え{len(found) - new}行"] if len(found) > new else []
        said += [f"要判断{len(self.undecided)}件"] if self.undecided else []
        return "、".join(said) or "変更なし"


def _place(change: Change) -> tuple[int, bool, int, str]:
    return SHEETS.index(change.row_type), change.is_new, change.row_number, change.key
