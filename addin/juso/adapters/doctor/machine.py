"""What the checks look at: the user's folder, the time, Windows; all of it can be replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import perf_counter

from juso.adapters.doctor.windows import Windows

ADDIN = "juso.xlam"


@dataclass(frozen=True, slots=True)
class Machine:
    """One PC and one user."""

    home: Path
    now: datetime
    windows: Windows | None
    tick: Callable[[], float] = perf_counter

    def age(self, path: Path) -> float:
        """Seconds since a file was last written."""
        return self.now.timestamp() - path.stat().st_mtime


def start_folder(windows: Windows) -> Path | None:
    """The user's XLSTART, whose add-ins Excel opens by itself and trusts."""
    roaming = windows.folder("APPDATA")
    return roaming / "Microsoft" / "Excel" / "XLSTART" if roaming else None
