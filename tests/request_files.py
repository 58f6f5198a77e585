"""Request files as the ribbon's VBA writes them."""

from __future__ import annotations

import os
import time
from itertools import count
from pathlib import Path
from typing import Any

from juso import __version__

FACTS = {
    "id": "check.sheet",
    "choice": "sheet",
    "book": "/共有/甲州市/支援台帳.xlsx",
    "hwnd": 0,
    "sheet": "相談受付簿",
    "cells": "$G$12:$G$14",
    "readonly": 0,
    "user": "",
    "version": __version__,
}
TEXTS = {"choice", "book", "sheet", "user"}
SERIAL = count(1)


def encode(text: str) -> str:
    """Upper-case hex of the UTF-16 code units of a text."""
    return text.encode("utf-16-be", "surrogatepass").hex().upper()


def request_text(heading: str = "juso 1", **facts: Any) -> str:
    """What a request file holds: FACTS, with these in their place."""
    known = FACTS | {"user": os.environ.get("USERNAME", "")} | facts
    lines = [f"{k}={encode(str(v)) if k in TEXTS else v}" for k, v in known.items()]
    return "".join(f"{line}\r\n" for line in (heading, *lines))


def write_request(
    folder: Path, data: str | bytes | None = None, *, age: float = 0, name: str = "", **facts: Any
) -> Path:
    """Write one request of that age in seconds: under a passing name first, as VBA does."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / (name or f"20260331090000-{next(SERIAL):04}.req")
    text = request_text(**facts) if data is None else data
    part = path.with_suffix(".tmp")
    part.write_bytes(text.encode("ascii") if isinstance(text, str) else text)
    os.utime(part, (time.time() - age,) * 2)
    return part.rename(path)
