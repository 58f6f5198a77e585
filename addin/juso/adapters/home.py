"""The user's own folder on the PC: inbox of the ribbon, the worker's lock and log."""

from __future__ import annotations

import os
from pathlib import Path

from juso.core.errors import JusoError

HOME = "JUSO_HOME"  # environment variable that moves the folder, also known to the VBA
INBOX, LOCK, LOG = "inbox", "worker.lock", "worker.log"  # what lies in it


def home() -> Path:
    """%LOCALAPPDATA%\\juso on Windows, the user's data folder elsewhere; it need not exist.

    JusoError where the system knows no folder of the user's own.
    """
    if moved := os.environ.get(HOME):
        return Path(moved)
    from platformdirs import user_data_path

    try:
        return user_data_path("juso", appauthor=False)
    except RuntimeError as error:  # neither HOME nor an entry among the system's users
        raise JusoError(
            "利用者のフォルダーが分かりません。"
            f"環境変数 {HOME} に、書き込めるフォルダーを指定してください。"
        ) from error
