"""確認済みの記録: counts by rule for the notes of a report, and who confirmed what and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from juso.koshu.confirmation import Confirmation
from juso.koshu.rules import CATALOGUE
from juso.koshu.rules.dates import said

HEADINGS = ("日付", "確認した人", "シート", "番号", "列", "規則", "指摘", "理由")


@dataclass(frozen=True, slots=True)
class ConfirmedNote:
    """How many findings of one rule were confirmed, by whom and when; nothing about a person."""

    rule: str
    statement: str  # what the rule asks for, '' for a rule that is no more
    number: int
    by: tuple[str, ...]
    first_on: date
    last_on: date

    def __str__(self) -> str:
        days = dict.fromkeys((said(self.first_on), said(self.last_on)))
        names = "、".join(self.by)
        return (
            f"{self.rule}　{self.statement}　確認済み{self.number}件（{names}、{'～'.join(days)}）"
        )


def confirmed_notes(confirmations: Iterable[Confirmation]) -> list[ConfirmedNote]:
    """One note a rule, in the order of the catalogue, of entries that hold (`holding`)."""
    by_rule: dict[str, list[Confirmation]] = {}
    for entry in confirmations:
        by_rule.setdefault(entry.rule, []).append(entry)
    statements = {rule.id: rule.statement for rule in CATALOGUE}
    known = [rule for rule in statements if rule in by_rule]
    return [
        _note(rule, statements.get(rule, ""), by_rule[rule])
        for rule in dict.fromkeys([*known, *sorted(by_rule)])
    ]


def _note(rule: str, statement: str, entries: list[Confirmation]) -> ConfirmedNote:
    days = [entry.at for entry in entries]
    names = Counter(entry.by for entry in entries).most_common()
    by = tuple(name for name, _ in names)
    return ConfirmedNote(rule, statement, len(entries), by, min(days), max(days))


def confirmation_rows(history: Iterable[Confirmation]) -> list[tuple[str, ...]]:
    """The whole history below `HEADINGS`, newest first; what was taken back says so."""
    rows: list[tuple[str, ...]] = [
        (
            said(e.at),
            e.by,
            e.sheet,
            f"{e.key}（{e.line}）" if e.line else e.key,
            e.column,
            e.rule,
            e.message,
            e.reason or "（取消し）",
        )
        for e in history
    ]
    return rows[::-1]
