"""OLE2 files: what Office wrote before .xlsx and .docx, and what it wraps encrypted ones in."""

from __future__ import annotations

from pathlib import Path

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how such a file begins


def is_encrypted(path: Path) -> bool | None:
    """Whether an OLE2 file of Office asks for a password; None when it is no file of Office."""
    import msoffcrypto

    try:
        with path.open("rb") as file:
            return bool(msoffcrypto.OfficeFile(file).is_encrypted())
    except Exception:  # msoffcrypto raises many kinds on what is no Office file
        return None
