"""The worker: ended before files are replaced, started at log-on and after installing."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import suppress

from places import Places, Stop, say

KEY, NAME = r"Software\Microsoft\Windows\CurrentVersion\Run", "juso"
PATIENCE = 60  # seconds a running worker gets to finish what it does
STARTING = 15  # seconds a started one gets to say so in its log


def stop_worker(places: Places) -> None:
    """Let the worker end; Stop where it is busy. A broken installation has none that could."""
    if not places.python().is_file():
        return
    command = [str(places.python()), "-m", "juso", "worker", "--stop"]
    try:
        done = subprocess.run(  # noqa: S603 - the product itself
            command, timeout=PATIENCE, capture_output=True, text=True, errors="replace", check=False
        )
    except (subprocess.TimeoutExpired, OSError):
        return
    if done.returncode == 2:
        raise Stop(done.stderr.strip())


def resume_worker(places: Places) -> None:
    """Let the installed worker go on: one asked to end stays, one that has ended starts again."""
    with suppress(OSError):  # nothing else may hide why the installation stopped
        (places.home / "stop").unlink(missing_ok=True)
        if places.python().is_file():
            start_worker(places)


if sys.platform == "win32":
    import winreg

    def start_at_logon(places: Places) -> None:
        """HKCU Run: needs no rights, and Windows lists it among the start-up apps."""
        command = f'"{places.python("pythonw")}" -m juso worker'
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, KEY) as key:
            winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, command)
        say("サインインのたびに常駐プログラムが始まるようにしました。")

    def forget_at_logon() -> None:
        """Take the start-up entry away; it may be gone already."""
        user, right = winreg.HKEY_CURRENT_USER, winreg.KEY_SET_VALUE
        with suppress(FileNotFoundError), winreg.OpenKey(user, KEY, 0, right) as key:
            winreg.DeleteValue(key, NAME)

    def start_worker(places: Places) -> None:
        """Start it apart from this window, as Windows does at log-on."""
        apart = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        command = [str(places.python("pythonw")), "-m", "juso", "worker"]
        before = log_size(places)
        started = subprocess.Popen(  # noqa: S603 - the product itself
            command, creationflags=apart, close_fds=True, cwd=places.home
        )
        end = time.monotonic() + STARTING
        while log_size(places) == before and started.poll() is None and time.monotonic() < end:
            time.sleep(0.2)
        if log_size(places) != before:
            say("常駐プログラムを始めました。")

    def log_size(places: Places) -> int:
        """How long the worker's log is; it grows when a worker starts."""
        log = places.home / "worker.log"
        return log.stat().st_size if log.exists() else -1

else:

    def start_at_logon(places: Places) -> None:
        """Only Excel needs the worker."""

    def forget_at_logon() -> None:
        """Nothing was registered."""

    def start_worker(places: Places) -> None:
        """Only Excel needs the worker."""
