"""Which files of 月次報告 are monthly forms to be read."""

from __future__ import annotations

from pathlib import Path

from juso.adapters.office import Office
from juso.core.calendar import FiscalYear
from juso.core.errors import JusoError


def forms_in(office: Office, year: FiscalYear) -> list[Path]:
    """The workbooks in a year's folder of 月次報告, without Excel's own temporary files.

    No folder, no forms; JusoError when it is there and cannot be opened.
    """
    folder = office.forms_of(year)
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower().startswith(".xls")]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise JusoError(
            f"{folder} を開けません（{error.strerror or error}）。アクセス権を確かめてください。"
        ) from error
    return sorted(path for path in found if not path.name.startswith("~"))
