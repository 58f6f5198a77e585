"""Who sits at the PC, as the system knows them."""

from __future__ import annotations

import getpass

UNKNOWN = "不明"


def user_name() -> str:
    """The name the user logged in with; 不明 where the system has none for them."""
    try:
        name = getpass.getuser()
    except (KeyError, ImportError, OSError):  # which of them depends on system and Python
        return UNKNOWN
    return name.encode("utf-8", "replace").decode() or UNKNOWN
