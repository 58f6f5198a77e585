"""What can be read of Windows without rights and without starting a program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol

Root = Literal["HKCU", "HKLM"]

OFFICE = r"Software\Microsoft\Office\16.0"  # Excel 2016 to Microsoft 365
POLICIES: tuple[tuple[Root, str], ...] = (
    ("HKCU", r"Software\Policies\Microsoft\Cloud\Office\16.0"),
    ("HKCU", r"Software\Policies\Microsoft\Office\16.0"),
    ("HKLM", r"Software\Policies\Microsoft\Office\16.0"),
)


class Windows(Protocol):
    """The registry, folders and file streams of one PC; tests hand in a made-up one."""

    def values(self, root: Root, key: str) -> Mapping[str, object]:
        """The values of a key, names in lower case; none where the key does not exist."""

    def keys(self, root: Root, key: str) -> Sequence[str]:
        """The names of the keys below a key."""

    def folder(self, variable: str) -> Path | None:
        """The folder an environment variable (APPDATA) names."""

    def zone(self, path: Path) -> str:
        """The text of a file's mark of the web; "" without one."""


def policy(windows: Windows, key: str, name: str) -> object | None:
    """The value an administrator has set for Office, None where none has."""
    found = (windows.values(root, rf"{top}\{key}").get(name.lower()) for root, top in POLICIES)
    return next((value for value in found if value is not None), None)


def setting(windows: Windows, key: str, name: str) -> object | None:
    """A setting of Office as it works: the policy, else what the user has chosen."""
    forced = policy(windows, key, name)
    return (
        windows.values("HKCU", rf"{OFFICE}\{key}").get(name.lower()) if forced is None else forced
    )
