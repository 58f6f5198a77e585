"""The user's own folder on the PC: inbox of the ribbon, the worker's lock and log."""

from __future__ import annotations

import os
from pathlib import Path

HOME = "JUSO_HOME"  # environment variable that moves the folder, also known to the VBA


def home() -> Path:
    """%LOCALAPPDATA%\\juso on Windows, the user's data folder elsewhere; it need not exist."""
    if moved := os.environ.get(HOME):
        return Path(moved)
    from platformdirs import user_data_path

    return user_data_path("juso", appauthor=False)
