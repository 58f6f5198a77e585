"""Closed code lists: a member's value is the label a clerk picks in Excel."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class CodeList(StrEnum):
    """Base of every drop-down list; a member is `NAME = "label", "note"[, "short code"]`.

    The label is what the cell holds, so renaming one is a data migration.
    """

    note: str
    code: str

    def __new__(cls, label: str, note: str = "", code: str = "") -> Self:
        member = str.__new__(cls, label)
        member._value_ = label
        member.note = note
        member.code = code
        return member
