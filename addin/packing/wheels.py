"""The wheels a PC needs: what ours asks for there, and what that asks for in turn."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from zipfile import ZipFile

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

OURS, EXTRA = "koshu-juso", "excel"
INSTALLER = "pip"  # runs from its wheel: no Python has to bring one
LEFT_OUT = {"pyopenvba"}  # makes juso.xlam, which is in the zip; carries blank files with macros
ROUNDS = 5
WINDOWS = {
    "os_name": "nt",
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "implementation_name": "cpython",
}


class Missing(Exception):  # noqa: N818 - a wheel that cannot be had
    """A sentence that says for which Python which wheel is missing, and why."""


@dataclass(frozen=True, slots=True)
class Target:
    """A Python on a platform: win_amd64, or linux for the interpreter that runs this."""

    python: str
    platform: str

    @property
    def environment(self) -> dict[str, str]:
        """What environment markers mean there."""
        here = {name: str(value) for name, value in default_environment().items()}
        if self.platform == "linux":
            return here
        versions = {"python_version": self.python, "python_full_version": f"{self.python}.0"}
        return here | WINDOWS | versions

    @property
    def pip_options(self) -> list[str]:
        """What makes pip choose wheels for it."""
        if self.platform == "linux":
            return []
        version = ["--python-version", self.python, "--implementation", "cp"]
        return ["--platform", self.platform, *version]


def build_own(root: Path, folder: Path) -> Path:
    """Our own wheel, made from the sources; Missing where pip cannot."""
    try:
        _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(root))
    except subprocess.CalledProcessError as error:
        raise Missing(f"本体の wheel を作れません（{_complaint(error)}）。") from error
    return next(folder.glob(f"{OURS.replace('-', '_')}-*.whl"))


def gather(own: Path, target: Target, folder: Path) -> list[Path]:
    """Download everything `own` needs on `target`; Missing where a wheel cannot be had.

    pip judges markers by the machine it runs on, so what only the target asks for is found in
    the wheels' metadata and asked for by name in another round.
    """
    wanted = [*_asked_by(own, {EXTRA}, target), Requirement(INSTALLER)]
    lacking: list[Requirement] = []
    for turn in range(ROUNDS):
        place = folder / f"{target.python}-{turn}"
        _download(wanted, target, place)
        there = {name_of(path): path for path in place.glob("*.whl")}
        needed, lacking = _reach(wanted, there, target)
        if not lacking:
            return sorted(there[name] for name in needed)
        wanted += lacking
    raise Missing(f"Python {target.python} に要る部品がそろいません：{_names(lacking)}。")


def name_of(wheel: Path) -> str:
    """The package's name, as pip compares it."""
    return str(parse_wheel_filename(wheel.name)[0])


def version_of(wheel: Path) -> str:
    """The package's version."""
    return str(parse_wheel_filename(wheel.name)[1])


def metadata(wheel: Path) -> Message:
    """A wheel's METADATA."""
    with ZipFile(wheel) as package:
        name = next(n for n in package.namelist() if n.endswith(".dist-info/METADATA"))
        return message_from_bytes(package.read(name))


def _asked_by(wheel: Path, extras: Iterable[str], target: Target) -> list[Requirement]:
    """What a wheel requires on the target."""
    asked = [Requirement(str(line)) for line in metadata(wheel).get_all("Requires-Dist", [])]
    settings = [target.environment | {"extra": extra} for extra in ("", *extras)]
    return [
        requirement
        for requirement in asked
        if canonicalize_name(requirement.name) not in LEFT_OUT
        and (
            requirement.marker is None
            or any(requirement.marker.evaluate(setting) for setting in settings)
        )
    ]


def _reach(
    wanted: Sequence[Requirement], there: dict[str, Path], target: Target
) -> tuple[set[str], list[Requirement]]:
    """The names of all wheels needed, and what is needed and not there."""
    needed: set[str] = set()
    lacking = []
    queue = list(wanted)
    while queue:
        requirement = queue.pop()
        name = str(canonicalize_name(requirement.name))
        if name not in there:
            lacking.append(requirement)
        elif name not in needed:
            needed.add(name)
            queue += _asked_by(there[name], requirement.extras, target)
    return needed, lacking


def _download(wanted: Sequence[Requirement], target: Target, folder: Path) -> None:
    asked = [str(Requirement(str(r).partition(";")[0])) for r in wanted]
    try:
        _pip("download", "--only-binary=:all:", "--dest", str(folder), *target.pip_options, *asked)
    except subprocess.CalledProcessError as error:
        raise Missing(
            f"Python {target.python}（{target.platform}）の部品を取り寄せられません。"
            f"ネットワークと pip の設定を確かめてください（{_complaint(error)}）。"
        ) from error


def _complaint(error: subprocess.CalledProcessError) -> str:
    """The last of what pip calls errors."""
    said = [line for line in str(error.stderr).splitlines() if line.startswith("ERROR:")]
    return " ".join(said[-2:])


def _names(requirements: Iterable[Requirement]) -> str:
    return "、".join(sorted({requirement.name for requirement in requirements}))


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", *arguments, "--quiet"]
    subprocess.run(command, check=True, capture_output=True, encoding="utf-8")  # noqa: S603
