"""What the office remembers of the 受付票 it took: numbers and fingerprints, no personal data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Received:
    """One file that was taken into the register."""

    serial: str  # 受付票番号
    sha256: str
    case_no: str
    household_no: str
    at: date
    by: str
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Receipts:
    """The files that were taken, oldest first."""

    entries: Sequence[Received] = ()

    def of_serial(self, serial: str) -> list[Received]:
        """All copies of one form that were taken."""
        return [entry for entry in self.entries if entry.serial == serial]

    def is_latest(self, sha256: str, serial: str) -> bool:
        """Whether no other copy of the form was taken after this one."""
        taken = self.of_serial(serial)
        return bool(taken) and taken[-1].sha256 == sha256

    def has(self, sha256: str) -> bool:
        """Whether this very file was taken."""
        return any(entry.sha256 == sha256 for entry in self.entries)
