"""OLE2 files: what Office wrote before .xlsx and .docx, and what it wraps encrypted ones in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how such a file begins


def is_encrypted(file: Path | BytesIO) -> bool | None:
    """Whether an OLE2 file of Office asks for a password; None when it is no file of Office."""
    try:
        with _office_file(file) as office:
            return bool(office.is_encrypted())
    except Exception:  # msoffcrypto raises many kinds on what is no Office file
        return None


def is_workbook(file: BytesIO) -> bool:
    """Whether an OLE2 file of Office is an .xls or an encrypted package, not an old document."""
    try:
        with _office_file(file) as office:
            return str(office.format) in ("xls97", "ooxml")
    except Exception:  # as above
        return False


@contextmanager
def _office_file(file: Path | BytesIO) -> Iterator[Any]:
    import msoffcrypto

    if isinstance(file, BytesIO):
        file.seek(0)
        yield msoffcrypto.OfficeFile(file)
        return
    with file.open("rb") as opened:
        yield msoffcrypto.OfficeFile(opened)
