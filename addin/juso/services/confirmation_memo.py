"""確認済みメモ beside the findings of one check: which entry speaks of which finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from juso.core.cells import show, to_cell
from juso.core.finding import Finding, Severity
from juso.core.rule import Rule
from juso.core.sheet import Row
from juso.core.watched_row import columns_read
from juso.koshu.confirmation import Confirmation, Place, in_force, timeless
from juso.koshu.register import Register
from juso.koshu.rules import RULES
from juso.koshu.rules.dates import said
from juso.koshu.sheets import SHEETS

RULE_OF: Mapping[tuple[str, str], Rule] = {(r.id, r.row_type.sheet): r for r in RULES}
ROW_TYPES: Mapping[str, type[Row]] = {row_type.sheet: row_type for row_type in SHEETS}


@dataclass(frozen=True, slots=True)
class Said:
    """The entry that speaks of a finding, and what has changed since ('' while it holds)."""

    entry: Confirmation
    change: str


class Memo:
    """The entries in force; rows are looked up only for findings that an entry may be about."""

    def __init__(
        self, findings: Iterable[Finding], history: Iterable[Confirmation], register: Register
    ) -> None:
        self.entries = in_force(history)
        self.register = register
        self.rows_of = cache(self._rows_of)
        self.remarks = {self._remark(f) for f in findings if self.knows(f)}

    def knows(self, finding: Finding) -> bool:
        """Whether anything is stored at the place of a 要確認 finding."""
        return finding.severity is Severity.WARNING and place_of(finding) in self.entries

    def about(self, finding: Finding) -> Said | None:
        """The entry about this remark on this row, or about one that is not made any more."""
        if not self.knows(finding):
            return None
        place, line, words = self._remark(finding)
        mine = [entry for entry in self.entries[place] if entry.line == line]
        same = [entry for entry in mine if timeless(entry.message) == words]
        left = same or [e for e in mine if (place, line, timeless(e.message)) not in self.remarks]
        if not left:
            return None
        now = self._shown(finding, left[-1].values)
        return Said(left[-1], left[-1].change(finding.message, now, self.register.today))

    def told(self, finding: Finding) -> Finding:
        """The finding with what the memo says of it: 参考 while confirmed, else what has changed."""
        found = self.about(finding)
        if found is None:
            return finding
        entry, change = found.entry, found.change
        if change:
            more = f"確認済みでしたが、その後{change}。もう一度確かめてください。"
            return replace(finding, message=finding.message + more)
        more = f"（確認済み：理由「{entry.reason}」 {said(entry.at)} {entry.by}）"
        return replace(finding, severity=Severity.NOTE, message=finding.message + more)

    def values_read(self, finding: Finding) -> Mapping[str, str] | None:
        """Heading -> value of what the finding's rule read in its row; None without a row.

        A finding of no rule on rows (a figure of a monthly form) rests on its own cell, one
        about a sheet as a whole on none.
        """
        rule = RULE_OF.get((finding.rule, finding.sheet))
        if rule is None:
            return {finding.column: finding.value}
        if rule.is_of_sheet:
            return {}
        row = self._row(finding)
        if row is None:
            return None
        read = columns_read(rule, row, self.register)
        return self._shown(finding, [column.label for column in read])

    def line(self, finding: Finding) -> str:
        """The second cell of a row that may share its number with others, else ''."""
        row = self._row(finding) if shares_numbers(finding.sheet) else None
        return "" if row is None else show(to_cell(row[1]))

    def _shown(self, finding: Finding, labels: Iterable[str]) -> Mapping[str, str]:
        """What the columns called so hold now, as far as the row has them."""
        row = self._row(finding)
        if row is None:
            return {finding.column: finding.value}
        wanted = set(labels)
        return {
            label: show(to_cell(value))
            for column, value in zip(row.columns, row, strict=False)
            for label in (column.label, *column.aliases)
            if label in wanted
        }

    def _row(self, finding: Finding) -> Row | None:
        number = re.search(r"\d+$", finding.cell)
        return self.rows_of(finding.sheet).get(int(number[0])) if number else None

    def _rows_of(self, sheet: str) -> dict[int, Row]:
        row_type = ROW_TYPES.get(sheet)
        return {row.row_number: row for row in self.register.rows(row_type)} if row_type else {}

    def _remark(self, finding: Finding) -> tuple[Place, str, str]:
        return place_of(finding), self.line(finding), timeless(finding.message)


def place_of(finding: Finding) -> Place:
    """Rule, sheet, the row's number and column: where entries about a finding are looked for."""
    return finding.rule, finding.sheet, finding.key, finding.column


def shares_numbers(sheet: str) -> bool:
    """Whether several rows of a sheet may bear the same number (the lines of a plan)."""
    row_type = ROW_TYPES.get(sheet)
    return row_type is not None and not any(column.unique for column in row_type.columns)
