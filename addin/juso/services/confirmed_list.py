"""確認済みの一覧: who confirmed what, when and why."""

from __future__ import annotations

from collections.abc import Iterable

from juso.koshu.confirmation import Confirmation
from juso.koshu.rules.dates import said


def confirmed_list(history: Iterable[Confirmation]) -> list[str]:
    """The whole history as lines, newest first; what was taken back says so."""
    lines = [
        f"{said(entry.at)}　{entry.by}　{entry.sheet}　{_row(entry)}「{entry.column}」"
        f"{entry.rule}：{entry.reason or '（取消し）'}　（指摘：{entry.message}）"
        for entry in history
    ]
    return lines[::-1]


def _row(entry: Confirmation) -> str:
    return f"{entry.key}（{entry.line}）" if entry.line else entry.key
