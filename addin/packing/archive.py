"""Zips whose bytes depend on their content only, and the list of checksums."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

SUMS = "SHA256SUMS"
DATE = (1980, 1, 1, 0, 0, 0)
PACKED_ALREADY = {".whl", ".xlam", ".docx", ".png"}
TO_RUN = {".sh"}


def write_zip(path: Path, parts: Mapping[str, bytes]) -> None:
    """Write the parts by name, without dates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(path, "w") as package:
        for name, data in sorted(parts.items()):
            suffix = Path(name).suffix
            entry = ZipInfo(name, DATE)
            entry.create_system = 3  # the same on every machine, and able to hold what may run
            entry.external_attr = (0o100755 if suffix in TO_RUN else 0o100644) << 16
            entry.compress_type = ZIP_STORED if suffix in PACKED_ALREADY else ZIP_DEFLATED
            package.writestr(entry, data)


def checksums(parts: Mapping[str, bytes]) -> bytes:
    """SHA256SUMS of the parts, as sha256sum writes and checks it."""
    lines = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(parts.items()))
    return "".join(lines).encode()
