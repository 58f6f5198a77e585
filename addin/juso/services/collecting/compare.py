"""Was a cell of a document edited, and may the register follow it?

Three texts are compared: what the document says, what was printed in it (as a mark), and what
would be printed now. Only somebody's edit comes back; where the register has changed too, a
person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from juso.services.collecting.values import Typed
from juso.services.collecting.wording import digest, normal


class Verdict(Enum):
    """What became of a cell since the document was made."""

    SAME = "台帳と同じ"
    EDITED = "文書だけが変わった"
    EMPTIED = "文書から消された"
    STALE = "台帳だけが変わった"
    BOTH = "文書も台帳も変わった"


@dataclass(frozen=True, slots=True)
class Compared:
    """A cell in the document and in the register."""

    text: str
    typed: Typed
    mark: str | None  # of what was printed; None where the row was not printed
    now: str  # what would be printed today
    old: Any  # the register's value
    may_be_emptied: bool = False

    @property
    def verdict(self) -> Verdict:
        """What became of the cell; one that is not readable is EDITED or BOTH."""
        if self._says_the_same:
            return Verdict.SAME
        is_empty = self.typed.value is None and not self.typed.problem
        if digest(self.text) == self.mark:
            return Verdict.SAME if is_empty else Verdict.STALE
        if is_empty and self.mark is None:
            return Verdict.SAME
        if is_empty and not self.may_be_emptied:
            return Verdict.EMPTIED
        is_as_printed = self.mark is not None and digest(self.now) == self.mark
        return Verdict.EDITED if self.old is None or is_as_printed else Verdict.BOTH

    @property
    def _says_the_same(self) -> bool:
        if normal(self.text) == normal(self.now):
            return True
        value, old = self.typed.value, self.old
        if isinstance(value, str) and isinstance(old, str):
            return normal(value) == normal(old)
        return not self.typed.problem and value == old
