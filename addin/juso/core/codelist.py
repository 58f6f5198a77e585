"""Closed code lists: a member's value is the label a clerk picks in Excel."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class CodeList(StrEnum):
    """Base of every drop-down list; a member is `NAME = "label"[, "note"[, "code"]][, (names,)]`.

    The label is what the cell holds, so renaming one is a data migration. The names in the
    tuple at the end, and the code, are read for the label, and that is said.
    """

    note: str
    code: str
    aliases: tuple[str, ...]

    def __new__(cls, label: str, *facts: str | tuple[str, ...]) -> Self:
        member = str.__new__(cls, label)
        member._value_ = label
        words = [fact for fact in facts if isinstance(fact, str)]
        member.note, member.code = (*words, "", "")[:2]
        member.aliases = next((fact for fact in facts if isinstance(fact, tuple)), ())
        return member
