"""点検: every rule on every row of a register, all findings in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from juso.core.cells import Trouble, show, to_cell
from juso.core.finding import Finding, Severity, address, brief
from juso.core.memory import no_collection
from juso.core.rule import Remark, Rule, apply_rule
from juso.core.sheet import Column, Row, column_index, key_index
from juso.core.table import CellProblem, Table
from juso.koshu.register import Register
from juso.koshu.rules import RULES
from juso.koshu.rules import cell_rules as cells
from juso.koshu.rules.cell_rules import CellRule
from juso.koshu.sheets import SHEETS, Case

BY_TROUBLE = {
    Trouble.UNREADABLE: cells.UNREADABLE,
    Trouble.UNSURE: cells.UNSURE,
    Trouble.NOT_A_CHOICE: cells.NOT_A_CHOICE,
    Trouble.REPAIRED: cells.REPAIRED,
    Trouble.MISFIT: cells.MISFIT,
}


def check(
    register: Register, file: str, missing: Sequence[type[Row]] = (), rules: Sequence[Rule] = RULES
) -> list[Finding]:
    """All findings of a register, in the order of its sheets, rows and columns.

    `missing` are the sheets the file does not have; `file` is the name findings quote.
    """
    findings = [_missing_sheet(file, row_type) for row_type in missing]
    with no_collection():
        for row_type in SHEETS:
            if table := register.tables.get(row_type):
                sheet = SheetCheck(table, register, file)
                found = [*sheet.headings(), *sheet.cells(), *sheet.numbers(), *sheet.rules(rules)]
                findings += [finding for _, finding in sorted(found, key=itemgetter(0))]
    return findings


Placed = tuple[tuple[int, int, str], Finding]  # row, column and rule id to sort by


class SheetCheck:
    """The checks of one sheet; each yields findings with the place to sort them by."""

    def __init__(self, table: Table[Any], register: Register, file: str) -> None:
        self.table = table
        self.register = register
        self.file = file

    def headings(self) -> Iterator[Placed]:
        """Headings that are missing, twice there, or unknown."""
        near = {label: (place, heading) for place, heading, label in self.table.unknown if label}
        for column in self.table.missing:
            place, heading = near.get(column.label, (None, ""))
            message, severity = _missing_heading(column, heading)
            yield self._place(
                cells.NO_HEADING,
                self.table.header_row,
                place,
                "",
                column.label,
                heading,
                message,
                severity,
            )
        for place, heading in self.table.doubled:
            message = (
                f"見出し「{heading}」が2つあります。使わないほうの列の見出しを消してください。"
            )
            yield self._place(
                cells.DOUBLED_HEADING, self.table.header_row, place, "", heading, heading, message
            )
        for place, heading, _ in self.table.unknown:
            message = f"見出し「{heading}」は様式にないため、この列は読みません。不要でなければ見出しを確かめてください。"
            yield self._place(
                cells.UNKNOWN_HEADING, self.table.header_row, place, "", heading, heading, message
            )

    def cells(self) -> Iterator[Placed]:
        """Cells that are empty though required, or not plainly readable."""
        keys = {row.row_number: row.key for row in self.table.rows} if self.table.problems else {}
        for problem in self.table.problems:
            yield self._problem(problem, keys.get(problem.row_number, ""))

    def numbers(self) -> Iterator[Placed]:
        """Numbers used twice, numbers that lead nowhere, and what looks like a 個人番号."""
        for index, column in enumerate(self.table.row_type.columns):
            if column.unique and self.table.row_type is not Case:  # CASE-001 speaks of cases
                yield from self._doubled(index, column)
            if column.refers:
                yield from self._dangling(index, column)
        yield from self._personal_numbers()

    def rules(self, rules: Sequence[Rule]) -> Iterator[Placed]:
        """The remarks of the rules for this sheet."""
        gaps = self.table.gaps
        for rule in rules:
            if rule.row_type != self.table.row_type:
                continue
            for row, remark in apply_rule(rule, self.table.rows, self.register, gaps):
                yield self._remark(rule, row, remark)

    def _remark(self, rule: Rule, row: Row | None, remark: Remark) -> Placed:
        if row is None:
            return self._place(rule, 0, None, "", "", "", remark.message, remark.severity)
        index = column_index(rule.row_type, remark.column or rule.row_type.columns[0].key)
        column = rule.row_type.columns[index]
        return self._place(
            rule,
            row.row_number,
            self.table.positions.get(column.key),
            row.key,
            column.label,
            show(to_cell(row[index])),
            remark.message,
            remark.severity,
        )

    def _problem(self, problem: CellProblem, key: str) -> Placed:
        column = problem.column
        if problem.problem is None:
            rule, message = cells.EMPTY, f"「{column.label}」が未入力です。入力してください。"
        else:
            rule, message = BY_TROUBLE[problem.problem.trouble], problem.problem.message
        place = self.table.positions[column.key]
        value = show(problem.raw)
        return self._place(rule, problem.row_number, place, key, column.label, value, message)

    def _doubled(self, index: int, column: Column) -> Iterator[Placed]:
        numbers = list(map(itemgetter(index), self.table.rows))
        if len(set(numbers)) == len(numbers):
            return
        first: dict[str, int] = {}
        for row in self.table.rows:
            number = row[index]
            if number is None or first.setdefault(number, row.row_number) == row.row_number:
                continue
            message = (
                f"{column.label}「{number}」は{first[number]}行目でも使われています。"
                "重ならない番号を付け直してください。"
            )
            yield self._row_place(cells.DOUBLED, row, column, number, message)

    def _dangling(self, index: int, column: Column) -> Iterator[Placed]:
        target = next(t for t in SHEETS if t.sheet == column.refers)
        table = self.register.tables.get(target)
        if table is None:
            return
        known = {None, *map(itemgetter(key_index(target)), table.rows)}
        if known.issuperset(map(itemgetter(index), self.table.rows)):
            return
        for row in self.table.rows:
            if row[index] not in known:
                message = (
                    f"{column.label}「{row[index]}」は「{column.refers}」にありません。"
                    "番号を確かめるか、先に登録してください。"
                )
                yield self._row_place(cells.DANGLING, row, column, row[index], message)

    def _personal_numbers(self) -> Iterator[Placed]:
        rows = {row.row_number: row for row in self.table.rows} if self.table.watched else {}
        for number, column in self.table.watched:
            message = (
                "個人番号の可能性がある12桁の数字が入力されています。"
                "この台帳には記録できません。削除してください。"
            )
            yield self._row_place(
                cells.PERSONAL_NUMBER, rows[number], column, "（伏せています）", message
            )

    def _row_place(
        self, rule: CellRule, row: Row, column: Column, value: str, message: str
    ) -> Placed:
        place = self.table.positions.get(column.key)
        return self._place(rule, row.row_number, place, row.key, column.label, value, message)

    def _place(  # noqa: PLR0913, PLR0917 - the parts of a finding
        self,
        rule: Rule | CellRule,
        row_number: int,
        place: int | None,
        key: str,
        column: str,
        value: str,
        message: str,
        severity: Severity | None = None,
    ) -> Placed:
        finding = Finding(
            rule=rule.id,
            severity=severity or rule.severity,
            file=self.file,
            sheet=self.table.row_type.sheet,
            cell="" if place is None else address(row_number, place),
            key=key,
            column=column,
            value=value,
            message=brief(message),
            basis=rule.basis,
        )
        return (row_number, -1 if place is None else place, rule.id), finding


def _missing_heading(column: Column, near: str) -> tuple[str, Severity | None]:
    """What to say of a heading that is not there, and the grade where it is not the rule's.

    A register made before an optional column was added works without it.
    """
    gone, is_new = f"見出し「{column.label}」がありません。", column.since and not column.required
    severity = Severity.NOTE if is_new else None
    if near:
        return f"{gone}「{near}」を「{column.label}」に直してください。", severity
    if is_new:
        return (
            f"{gone}{column.since}版で加わった列で、なくても点検できます。使うときは、シートの保護を"
            f"解除し、見出しの並びの右端の次の列の1行目に「{column.label}」と入力してください。",
            severity,
        )
    return f"{gone}1行目に「{column.label}」の列を戻してください。", severity


def _missing_sheet(file: str, row_type: type[Row]) -> Finding:
    message = f"シート「{row_type.sheet}」がありません。シート名を戻すか、控えからシートを戻してください。"
    rule = cells.NO_SHEET
    return Finding(
        rule.id, rule.severity, file, row_type.sheet, "", "", "", "", message, rule.basis
    )
