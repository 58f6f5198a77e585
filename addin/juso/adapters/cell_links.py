"""Links from a result to the cells it is about, in another workbook."""

from __future__ import annotations

import os
from pathlib import Path


class CellLinks:
    """Links from the workbook at `path` into `source`.

    Relative, so that they survive when the whole folder is moved or mapped to another drive.
    """

    def __init__(self, path: Path, source: Path) -> None:
        self._name = source.name
        try:
            self._target = Path(os.path.relpath(source, path.parent)).as_posix()
        except ValueError:  # another drive on Windows
            self._target = source.absolute().as_posix()

    def to(self, file: str, sheet: str, cell: str) -> str:
        """XlsxWriter's address of a cell; '' for no cell, or when `file` is not the source."""
        if file != self._name or not cell:
            return ""
        quoted = sheet.replace("'", "''")
        return f"external:{self._target}#'{quoted}'!{cell}"
