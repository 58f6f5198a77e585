"""Where things go for one user, and how the steps speak."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]  # the folder the zip was unpacked into
ADDIN = "juso.xlam"
NOTE = "installed.json"  # in the user's folder: where the add-in was laid
ON_WINDOWS = sys.platform == "win32"


class Stop(Exception):  # noqa: N818 - not a fault of the program
    """Cannot go on: a Japanese sentence that says what to do."""


@dataclass(frozen=True)
class Places:
    """The user's own folder, and the one Excel opens add-ins from."""

    home: Path
    start: Path | None  # XLSTART; None where there is no Excel

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Places:
        """JUSO_HOME, else the folder the product itself looks for."""
        user = Path(environ.get("USERPROFILE") or environ.get("HOME") or "~").expanduser()
        if ON_WINDOWS:
            data = environ.get("LOCALAPPDATA") or str(user / "AppData" / "Local")
        else:
            data = environ.get("XDG_DATA_HOME") or str(user / ".local" / "share")
        roaming = environ.get("APPDATA")
        return cls(
            Path(environ.get("JUSO_HOME") or Path(data, "juso")).absolute(),
            Path(roaming, "Microsoft", "Excel", "XLSTART") if roaming else None,
        )

    @property
    def venv(self) -> Path:
        return self.home / "venv"

    @property
    def addin(self) -> Path | None:
        return self.start / ADDIN if self.start else None

    def python(self, name: str = "python") -> Path:
        """The interpreter of the venv; `pythonw` is the one without a window."""
        return self.venv / "Scripts" / f"{name}.exe" if ON_WINDOWS else self.venv / "bin" / "python"


def carry_out(steps: Callable[[Places], None]) -> int:
    """Run the steps and say why they stop: 0 done, 2 cannot go on."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console may not be UTF-8
    try:
        steps(Places.of(os.environ))
    except Stop as stop:
        say(f"中止しました。{stop}")
        return 2
    except OSError as error:
        what = error.filename or "ファイル"
        say(f"中止しました。{what} を扱えません（{error.strerror or error}）。")
        return 2
    return 0


def say(sentence: str) -> None:
    """Tell the person at the screen."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def run(*command: object) -> int:
    """Run a program in this window; its exit code."""
    return subprocess.run([str(part) for part in command], check=False).returncode  # noqa: S603


def check_excel_is_closed(places: Places) -> None:
    """Excel keeps an add-in open as long as it runs: Stop."""
    if places.addin and places.addin.exists():
        try:
            places.addin.open("r+b").close()
        except OSError:
            raise Stop("Excel をすべて閉じてから、もう一度実行してください。") from None
