"""The VBA project of the add-in, made from source text by pyOpenVBA."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

NO_COMPILED_CODE = bytes.fromhex("CC61 FFFF 00 0000")  # MS-OVBA 2.3.4.1: what a writer writes
SPARE_END = bytes(4)  # pyOpenVBA ends the stream dir four bytes late (MS-OVBA 2.3.4.2)


def vba_project(modules: Mapping[str, str], classes: Mapping[str, str] | None = None) -> bytes:
    """vbaProject.bin with the documents ThisWorkbook and Sheet1 and these modules' sources.

    It holds source only, which Excel compiles when it opens the file; the same sources give
    the same bytes. ValueError where a source is not ASCII: the project's code page has no
    Japanese.
    """
    from pyopenvba import ExcelFile, VBAModuleKind

    with TemporaryDirectory() as folder, ExcelFile.create_new(Path(folder) / "new.xlam") as book:
        project = book.vba_project()
        project.delete_module("Module1")
        for document in project.modules:
            document.dirty = True  # written again, without the compiled code of the template
        for name, source in modules.items():
            project.add_module(name, _windows_text(name, source))
        for name, source in (classes or {}).items():
            text = _windows_text(name, source)
            project.add_module(name, text, kind=VBAModuleKind.other)
        book.save()
        return _finished(Path(folder) / "new.xlam")


def _windows_text(name: str, source: str) -> str:
    for number, line in enumerate(source.splitlines(), start=1):
        if not line.isascii():
            raise ValueError(f"{name}, line {number}: only ASCII can be kept in the project")
    return "\r\n".join(source.splitlines()) + "\r\n"


def _finished(package: Path) -> bytes:
    """The project of `package` as MS-OVBA wants it from a writer."""
    from pyopenvba import ExcelFile
    from pyopenvba.cfb import CFB
    from pyopenvba.vba import compress, decompress

    with ExcelFile(package) as book:
        storage = CFB.from_bytes(book.vba_project_bytes())
    storage.write_stream_in_storage("VBA", "_VBA_PROJECT", NO_COMPILED_CODE)
    directory = decompress(storage.get_stream_in_storage("VBA", "dir"))
    directory = directory.removesuffix(SPARE_END) if directory.endswith(bytes(8)) else directory
    storage.write_stream_in_storage("VBA", "dir", compress(directory))
    return bytes(storage.to_bytes())
