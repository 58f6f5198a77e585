"""`make dist`: one zip with everything a PC without internet needs, at dist/juso-VERSION.zip."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from juso import __version__
from juso.adapters.addin_file import build_addin
from juso.adapters.guide_page import page_of
from packing.archive import SUMS, checksums, write_zip
from packing.licences import licences
from packing.stripped import bait_in, strip_xlwings
from packing.wheels import INSTALLER, Missing, Target, build_own, gather, name_of, version_of

ROOT = Path(__file__).parents[1]
INSTALL = Path(__file__).parent / "install"
WINDOWS_PYTHONS = ("3.11", "3.12", "3.13")
GUIDES = ("手引き.md", "情報係の手引き.md", "点検規則.md")
FOR_WINDOWS = {".cmd", ".ps1", ".txt"}  # CRLF, and a byte order mark where not ASCII
FOR_ALL = {".py", ".sh"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the zip: 0 done, 2 cannot go on."""
    options = _parser().parse_args(arguments)
    here = f"{sys.version_info[0]}.{sys.version_info[1]}"
    pythons = (here,) if options.platform == "linux" else WINDOWS_PYTHONS
    with TemporaryDirectory() as name:
        try:
            path = make_zip(
                [Target(python, options.platform) for python in pythons],
                options.out,
                Path(name),
                may_lack=options.allow_missing,
            )
        except Missing as missing:
            sys.stderr.write(f"{missing}\n")
            return 2
    sys.stdout.write(f"{path}（{path.stat().st_size / 1e6:.1f}MB）をつくりました。\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", choices=("win_amd64", "linux"), default="win_amd64")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR")
    parser.add_argument(
        "--allow-missing",
        action="store_true",
        help="部品がそろわない Python を除いてつくる（既定では、つくらずに終わる）",
    )
    return parser


def make_zip(targets: Sequence[Target], out: Path, work: Path, *, may_lack: bool = False) -> Path:
    """Write the zip into `out`; Missing when a Python's wheels cannot all be had.

    With `may_lack` such a Python is left out and said so; one at least must remain.
    """
    own = build_own(ROOT, work)
    wheels: dict[str, list[Path]] = {}
    lacking: list[Missing] = []
    for target in targets:
        try:
            gathered = gather(own, target, work)
            wheels[target.python] = [own, *_without_bait(gathered, work / "stripped")]
        except Missing as missing:
            lacking.append(missing)
            sys.stderr.write(f"{missing}\n")
    if lacking and not (may_lack and wheels):
        raise lacking[0]
    parts = _parts(wheels, work)
    parts[SUMS] = checksums(parts)
    name = f"juso-{__version__}" + ("-linux" if targets[0].platform == "linux" else "")
    path = out / f"{name}.zip"
    write_zip(path, {f"{name}/{inner}": data for inner, data in parts.items()})
    return path


def _without_bait(wheels: Iterable[Path], folder: Path) -> list[Path]:
    """The wheels as they go into the zip; Missing where one carries macros all the same."""
    clean = [strip_xlwings(w, folder) if name_of(w) == "xlwings" else w for w in wheels]
    for wheel in clean:
        if found := bait_in(wheel):
            raise Missing(
                f"{wheel.name} にマクロ入りのファイルがあります（{found[0]}）。除いてください。"
            )
    return clean


def _parts(wheels: Mapping[str, Sequence[Path]], work: Path) -> dict[str, bytes]:
    """Everything in the zip but the checksums, by its path."""
    every = {path.name: path for paths in wheels.values() for path in paths}
    parts = {f"wheels/{name}": path.read_bytes() for name, path in every.items()}
    for python, paths in wheels.items():
        parts[f"requirements-{python}.txt"] = requirements(paths)
    for path in INSTALL.rglob("*"):
        if path.suffix in FOR_WINDOWS | FOR_ALL:
            parts[path.relative_to(INSTALL).as_posix()] = text_file(path)
    parts["juso.xlam"] = build_addin(work / "addin", __version__).read_bytes()
    for path in sorted((ROOT / "templates").glob("*.docx")):
        parts[f"templates/{path.name}"] = path.read_bytes()
    for guide in GUIDES:
        page = page_of(ROOT / "workbook" / guide)
        parts[f"guide/{Path(guide).stem}.html"] = page.encode()
    return parts | licences(every.values())


def requirements(wheels: Iterable[Path]) -> bytes:
    """What pip installs, each with the hash of the one file that will do."""
    lines = [
        f"{name_of(wheel)}=={version_of(wheel)} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}\n"
        for wheel in wheels
        if name_of(wheel) != INSTALLER
    ]
    return "".join(sorted(lines)).encode()


def text_file(path: Path) -> bytes:
    """A script or text as its system wants it."""
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    if path.suffix not in FOR_WINDOWS:
        return text.encode()
    return text.replace("\n", "\r\n").encode("ascii" if text.isascii() else "utf-8-sig")


if __name__ == "__main__":
    sys.exit(main())
