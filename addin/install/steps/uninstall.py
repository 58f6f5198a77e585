"""Takes away what install.py laid down, and nothing else; an office's folder is never touched."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from places import NOTE, Places, Stop, carry_out, check_excel_is_closed, say
from resident import forget_at_logon, stop_worker

OURS = (  # everything the product keeps in the user's folder
    "venv",
    "venv.old",
    "inbox",
    "worker.lock",
    "worker.log",
    "worker.log.1",
    "stop",
    "手引き.html",
    NOTE,
)


def uninstall(places: Places) -> None:
    """Worker, start-up entry, add-in, the user's folder."""
    check_excel_is_closed(places)
    stop_worker(places)
    forget_at_logon()
    for path in (*noted_addin(places), *(places.home / name for name in OURS)):
        remove(path)
    left = sorted(path.name for path in places.home.glob("*"))
    if not left and places.home.exists():
        places.home.rmdir()
    say("取り除きました。事業所のフォルダー（支援台帳など）はそのままです。")
    if left:
        say(f"{places.home} に、製品のものではないファイルが残っています：{'、'.join(left)}")


def noted_addin(places: Places) -> list[Path]:
    """The add-in where it was laid."""
    try:
        note = json.loads((places.home / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [Path(note["addin"])] if note.get("addin") else []


def remove(path: Path) -> None:
    """A file or folder; Stop where something still uses it."""
    try:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    except OSError:
        raise Stop(f"{path} を消せません。サインアウトしてからやり直してください。") from None


if __name__ == "__main__":
    sys.exit(carry_out(uninstall))
