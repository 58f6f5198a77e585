"""記録/操作記録.jsonl: who ran what, when, on which file, with what result; no personal data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from juso.adapters.user_name import user_name
from juso.core.errors import JusoError


def record(
    log: Path, command: str, at: datetime, source: Path | None, result: Mapping[str, object]
) -> None:
    """Append one line; JusoError when the office's 記録 folder cannot be written.

    Of a `source` that is not there or cannot be read there is no fingerprint.
    """
    line = {
        "at": at.isoformat(timespec="seconds"),
        "user": user_name(),
        "command": command,
        "file": source.name if source else "",
        "sha256": _fingerprint(source) if source else "",
        **result,
    }
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    except OSError as error:
        raise JusoError(
            f"{log} に記録できません（{error.strerror or error}）。書き込む権限と空き容量を確かめてください。"
        ) from error


def _fingerprint(source: Path) -> str:
    try:
        return hashlib.sha256(source.read_bytes()).hexdigest()
    except OSError:
        return ""
