"""The choices of one column: what they are called, what else, and which is near to a slip."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from typing import Any

from juso.core.codelist import CodeList
from juso.core.reading import Problem, Reading, Trouble, fold, repaired, show
from juso.core.sheet import Column
from juso.core.spellings import DITTOS, LEGAL_FORM

NEAR = 0.5  # two of four characters: 介後 is near 介護

Choices = Collection[str] | Mapping[str, str]  # the choices, or every name of each of them


class ChoiceList:
    """Reads one choice; how else the choices may be written is looked up when first needed."""

    def __init__(self, column: Column, choices: Choices) -> None:
        self.column = column
        self.allowed: dict[str, Any]
        if column.is_code:
            self.allowed = {str(member): member for member in column.kind}  # type: ignore[attr-defined]
        elif isinstance(choices, Mapping):
            self.allowed = {choice: choice for choice in choices.values()}
        else:
            self.allowed = {choice: choice for choice in choices}
        self.choices = choices
        self.keys: dict[str, Any] = {}

    def read(self, raw: Any) -> Reading:
        """What one cell, or one of several parts of it, means."""
        text = show(raw)
        if not self.allowed:  # an open list that nobody has filled yet takes any text
            return Reading(text)
        found = self.allowed.get(text)
        return self._other(raw, text) if found is None else Reading(found)

    def _key(self, text: str) -> str:
        """What is compared: width, blanks and case do not count, nor 社会福祉法人 before a name."""
        key = fold(text)
        if self.column.choices:
            key = re.sub(LEGAL_FORM, "", key, flags=re.IGNORECASE) or key
        return key.casefold()

    def _other(self, raw: Any, text: str) -> Reading:
        self.keys = self.keys or self._keys()
        found = self.keys.get(self._key(text))
        if found is not None:
            return repaired(raw, found, str(found), self._repair(text, found))
        return Reading(None, self._refusal(text))

    def _keys(self) -> dict[str, Any]:
        """Every way to write a choice; labels win over other names, a shared name is none."""
        found: dict[str, Any] = {}
        for name, choice in self._other_names():
            key = self._key(name)
            found[key] = choice if found.get(key, choice) == choice else None
        other = {key: choice for key, choice in found.items() if key and choice is not None}
        return other | {self._key(label): value for label, value in self.allowed.items()}

    def _other_names(self) -> Iterator[tuple[str, Any]]:
        if self.column.is_code:
            members: list[CodeList] = list(self.column.kind)  # type: ignore[call-overload]
            for member in members:
                yield from ((name, member) for name in (member.code, *member.aliases))
        elif isinstance(self.choices, Mapping):
            yield from self.choices.items()

    def _repair(self, text: str, found: Any) -> str:
        if self._key(text) != self._key(str(found)):
            return "N33" if self.column.choices else "N34"
        return "N35" if re.sub(r"\s", "", text) == str(found) else "N34"

    def _refusal(self, text: str) -> Problem:
        if text.strip() in DITTOS:
            message = f"「{text}」は選択肢にありません。上のセルと同じものを選んでください。"
            return Problem(Trouble.NOT_A_CHOICE, message, "N07")
        meant = self._near(self._key(text))
        hint = "一覧から選んでください。" if meant is None else f"「{meant}」ではありませんか。"
        message = f"「{text}」は選択肢にありません。{hint}"
        return Problem(
            Trouble.NOT_A_CHOICE, message, "N33" if self.column.choices else "N34", meant
        )

    def _near(self, key: str) -> Any:
        """The one choice nearest to a text; None where there is none, or where two are as near."""
        best: dict[Any, float] = {}
        for name in get_close_matches(key, list(self.keys), n=5, cutoff=NEAR):
            ratio = SequenceMatcher(None, name, key).ratio()
            best.setdefault(self.keys[name], ratio)
        first, second = sorted([*best.values(), 0.0, 0.0], reverse=True)[:2]
        return next(iter(best)) if first > second else None
