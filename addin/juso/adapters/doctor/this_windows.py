"""The PC the program runs on, where it is Windows: registry and streams as they are."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path

from juso.adapters.doctor.windows import Root, Windows


def this_windows() -> Windows | None:
    """This PC; None where it is no Windows."""
    if sys.platform == "win32":
        return _ThisWindows()
    return None


if sys.platform == "win32":
    import winreg

    ROOTS = {"HKCU": winreg.HKEY_CURRENT_USER, "HKLM": winreg.HKEY_LOCAL_MACHINE}

    def _open(root: Root, key: str) -> winreg.HKEYType | nullcontext[None]:
        """The key as 64-bit programs see it; nothing where it does not exist."""
        try:
            return winreg.OpenKey(ROOTS[root], key, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)
        except FileNotFoundError:
            return nullcontext()

    class _ThisWindows:
        def values(self, root: Root, key: str) -> Mapping[str, object]:
            with _open(root, key) as opened:
                count = winreg.QueryInfoKey(opened)[1] if opened else 0
                found = [winreg.EnumValue(opened, n)[:2] for n in range(count) if opened]
            return {name.lower(): value for name, value in found}

        def keys(self, root: Root, key: str) -> Sequence[str]:
            with _open(root, key) as opened:
                count = winreg.QueryInfoKey(opened)[0] if opened else 0
                return [winreg.EnumKey(opened, n) for n in range(count) if opened]

        def folder(self, variable: str) -> Path | None:
            text = os.environ.get(variable)
            return Path(text) if text else None

        def zone(self, path: Path) -> str:
            try:
                stream = Path(f"{path}:Zone.Identifier")
                return stream.read_text(encoding="utf-8", errors="replace")
            except FileNotFoundError:
                return ""
