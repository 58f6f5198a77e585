"""Whether a click is answered: the resident worker, and the inbox its requests go through."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryFile

from filelock import FileLock, Timeout

from juso import __version__
from juso.adapters.doctor.check import IT, Answer, bad, good, unknown
from juso.adapters.doctor.machine import Machine
from juso.adapters.home import INBOX, LOCK, LOG
from juso.adapters.inbox import FRESH, SUFFIX


def worker(machine: Machine) -> Answer:
    """It runs (its lock is held as long as it does), in this product's version."""
    if is_held(machine.home / LOCK):
        started = _started_version(machine.home / LOG)
        if started in ("", __version__):
            return good(f"動いています{f'（{started}）' if started else ''}。")
        return bad(
            f"{started} の版が動いたままです。",
            "本体を新しくしたあと、古いプログラムが終わっていません。",
            "Excel を閉じ、一度サインアウトしてサインインし直してください。",
        )
    if machine.windows is None:
        return unknown("動いていません（Windows の Excel だけが使います）。")
    return bad(
        "動いていません。",
        "サインインのときに始まらなかったか、途中で終わっています。",
        "一度サインアウトしてサインインし直してください。それでも動かなければ、"
        f"{IT}、install.cmd をもう一度実行するよう依頼してください。",
    )


def _started_version(log: Path) -> str:
    """The version that last noted its start; "" where the log does not reach back so far."""
    if not log.is_file():
        return ""
    found = re.findall(
        r"始めました（版 ([^、）]+)", log.read_text(encoding="utf-8", errors="replace")
    )
    return found[-1] if found else ""


def is_held(path: Path) -> bool:
    """Whether another process holds this lock; looking at it leaves no new file."""
    if not path.exists():
        return False
    try:
        with FileLock(path, timeout=0):
            return False
    except Timeout:
        return True


def inbox(machine: Machine) -> Answer:
    """The add-in's requests can be written."""
    folder = machine.home / INBOX
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder) as file:
            file.write(b"juso")
    except OSError as error:
        return bad(
            f"書き込めません（{error.strerror or error}）。",
            "ボタンの要求を本体に渡せません。",
            f"{IT}、利用者のアプリデータのフォルダー（juso）に書き込めるよう依頼してください。",
        )
    return good("書き込めます。")


def waiting(machine: Machine) -> Answer:
    """No request is left lying: the worker takes each at once."""
    requests = (machine.home / INBOX).glob(f"*{SUFFIX}")
    old = [request for request in requests if machine.age(request) > FRESH]
    if not old:
        return good("残っている要求はありません。")
    return bad(
        f"受け取られていない要求が{len(old)}件あります。",
        "ボタンを押したときに、常駐プログラムが動いていませんでした。",
        "常駐プログラムが動いてから、もう一度ボタンを押してください。古い要求は実行されません。",
    )
