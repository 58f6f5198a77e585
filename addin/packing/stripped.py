"""xlwings without what antivirus programs eat: its macros, add-ins, DLLs and PRO part."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from email.message import Message
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from packing.archive import write_zip
from packing.wheels import Missing, metadata

MARK = "+juso"  # a local version: nobody takes it for the wheel of its makers
TAG = "py3-none-win_amd64"
WHEEL = f"Wheel-Version: 1.0\nGenerator: juso\nRoot-Is-Purelib: false\nTag: {TAG}\n"
FIELDS = ("Summary", "Home-page", "Author", "License", "Requires-Python")
BAIT = {".xlam", ".xlsm", ".xlsb", ".xla", ".xll", ".docm", ".pptm", ".bas", ".accdb", ".mdb"}


def strip_xlwings(wheel: Path, folder: Path) -> Path:
    """A wheel of xlwings' Python modules alone, for every Python; written into `folder`.

    Missing where the modules differ from those of another Python stripped into it before. Its
    licence (BSD 3-clause, all but xlwings/pro) allows it.
    """
    facts = metadata(wheel)
    version = f"{facts['Version']}{MARK}"
    info = f"xlwings-{version}.dist-info"
    with ZipFile(wheel) as package:
        names = package.namelist()
        parts = {name: package.read(name) for name in names if _is_kept(name)}
        licence = next(name for name in names if name.endswith("/LICENSE.txt"))
        parts[f"{info}/licenses/LICENSE.txt"] = package.read(licence)
    parts[f"{info}/METADATA"] = _metadata(facts, version)
    parts[f"{info}/WHEEL"] = WHEEL.encode()
    parts[f"{info}/RECORD"] = _record(parts, f"{info}/RECORD")
    target = folder / f"xlwings-{version}-{TAG}.whl"
    earlier = target.read_bytes() if target.exists() else None
    write_zip(target, parts)
    if earlier not in (None, target.read_bytes()):
        raise Missing(f"{wheel.name} の中身が Python の版によって違い、1つにまとめられません。")
    return target


def bait_in(wheel: Path) -> list[str]:
    """Files with macros in a wheel."""
    with ZipFile(wheel) as package:
        return [name for name in package.namelist() if Path(name).suffix.lower() in BAIT]


def _is_kept(name: str) -> bool:
    is_module = name.startswith("xlwings/") and name.endswith((".py", "/py.typed"))
    return is_module and not name.startswith(("xlwings/pro/", "xlwings/addin/"))


def _metadata(facts: Message, version: str) -> bytes:
    """What pip and the list of licences need; the makers' own differs by the tool they used."""
    kept = [(field, str(facts[field])) for field in FIELDS if facts[field]]
    needs = sorted(str(line) for line in facts.get_all("Requires-Dist", []) if "extra" not in line)
    lines = [("Metadata-Version", "2.1"), ("Name", "xlwings"), ("Version", version), *kept]
    lines += [("Requires-Dist", line) for line in needs]
    return "".join(f"{field}: {text}\n" for field, text in lines).encode()


def _record(parts: dict[str, bytes], own_name: str) -> bytes:
    lines = []
    for name, data in sorted(parts.items()):
        digest = urlsafe_b64encode(sha256(data).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(data)}\n")
    return "".join([*lines, f"{own_name},,\n"]).encode()
