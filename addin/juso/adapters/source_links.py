"""Links from the merged workbook to cells of the forms it was made from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from xlsxwriter.worksheet import Worksheet

from juso.adapters.styles import Styles
from juso.koshu.tally.reading import FormReading
from juso.services.tally.merged import Merged

LONGEST = 255  # characters Excel allows of a text within a formula
LINK = {"font_color": "#0563C1", "underline": 1}


class SourceLinks:
    """Links relative to where the workbook will lie."""

    def __init__(self, merged: Merged, out: Path, styles: Styles, **facts: object) -> None:
        self._style, self._plain = styles(**LINK, **facts), styles(**facts)
        readings = [r for form in merged.forms.values() for r in _versions(form) if r.path]
        self._of_file = {reading.file: _relative(Path(reading.path), out) for reading in readings}
        self._of_version = {(r.file, r.sha256): _relative(Path(r.path), out) for r in readings}

    def write(
        self,
        sheet: Worksheet,
        place: tuple[int, int],
        source: tuple[str, str, str],
        sha256: str = "",
        text: str = "",
    ) -> None:
        """The address of (file, sheet, cell) as a link, or `text` in its place.

        Plain text where there is no such file or Excel could not follow. A HYPERLINK formula:
        Excel takes only 65,530 links of the other kind in a sheet.
        """
        file, title, cell = source
        target = self._of_version.get((file, sha256)) or self._of_file.get(file, "")
        said = text or cell or "全体"
        title = title.replace("'", "''")
        address = f"{target}#'{title}'!{cell}".replace('"', '""')
        if target and cell and "#" not in target and len(address) <= LONGEST:
            sheet.write_formula(*place, f'=HYPERLINK("{address}","{said}")', self._style, said)
        else:
            sheet.write_string(*place, said, self._plain)


def _versions(reading: FormReading) -> Iterator[FormReading]:
    """The file of a form, and those of single months where several versions speak."""
    yield from filter(None, reading.parts)
    yield reading


def _relative(source: Path, out: Path) -> str:
    try:
        target = Path(os.path.relpath(source, out.absolute().parent))
    except ValueError:  # another drive on Windows
        target = source.absolute()
    return target.as_posix()
