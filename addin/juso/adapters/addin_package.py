"""Turns a macro workbook into an add-in as Excel saves one: the ribbon, the type, no window."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

RIBBON = "customUI/customUI14.xml"
RIBBON_TYPE = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
EDITS = {
    "[Content_Types].xml": (
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-excel.addin.macroEnabled.main+xml",
    ),
    "_rels/.rels": (
        "</Relationships>",
        f'<Relationship Id="rIdRibbon" Type="{RIBBON_TYPE}" Target="{RIBBON}"/></Relationships>',
    ),
    "xl/workbook.xml": ("<workbookView ", '<workbookView visibility="veryHidden" '),
}


def addin_package(workbook: bytes, ribbon: bytes) -> bytes:
    """The bytes of the .xlam: `workbook` (an .xlsm) with the ribbon's XML, the same every time.

    ValueError where the workbook lacks what has to change.
    """
    parts = _parts(workbook)
    for name, (old, new) in EDITS.items():
        text = parts[name].decode("utf-8")
        if text.count(old) != 1:
            raise ValueError(f"{name}: {old!r} is expected once")
        parts[name] = text.replace(old, new).encode("utf-8")
    return _zipped(parts | {RIBBON: ribbon})


def _parts(package: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name)  # dated 1980-01-01, the oldest a zip knows
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return target.getvalue()
