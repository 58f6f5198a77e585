"""What the check says of the worker's cases: what is open, and what stands for a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from juso.core.finding import Finding, Severity
from juso.core.sheet import Row
from juso.koshu.confirmation import Confirmation
from juso.services.confirmation_memo import ROW_TYPES, Memo
from juso.services.handover.desk import Desk, day
from juso.services.handover.model import ConfirmedLine, RemarkLine

OPEN = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Remarks:
    """The open findings, the gravest first, and the confirmed ones with their reasons."""

    open: tuple[RemarkLine, ...]
    confirmed: tuple[ConfirmedLine, ...]


def remarks(desk: Desk, findings: Iterable[Finding], history: Iterable[Confirmation]) -> Remarks:
    """The findings on the worker's open cases; `findings` are as `check` gives them."""
    findings = [f for f in findings if f.severity in OPEN]
    memo = Memo(findings, history, desk.register)
    on_cases = list(_on_cases(desk, findings))
    said = [(finding, row, memo.about(finding)) for finding, row in on_cases]
    confirmed = [(f, row, s.entry) for f, row, s in said if s and not s.change]
    left = [(memo.told(f), row) for f, row, s in said if s is None or s.change]
    left.sort(key=lambda pair: pair[0].severity is not Severity.ERROR)
    return Remarks(
        tuple(_open(desk, finding, row) for finding, row in left),
        tuple(_confirmed(desk, finding, row, entry) for finding, row, entry in confirmed),
    )


def _on_cases(desk: Desk, findings: Iterable[Finding]) -> Iterator[tuple[Finding, Row]]:
    rows: dict[str, dict[int, Row]] = {}
    for finding in findings:
        place = re.search(r"\d+$", finding.cell)
        row_type = ROW_TYPES.get(finding.sheet)
        if place is None or row_type is None:
            continue
        if finding.sheet not in rows:
            rows[finding.sheet] = {r.row_number: r for r in desk.register.rows(row_type)}
        row = rows[finding.sheet].get(int(place[0]))
        if row is not None and desk.is_own(row):
            yield finding, row


def _open(desk: Desk, finding: Finding, row: Row) -> RemarkLine:
    return RemarkLine(
        severity=finding.severity.value,
        case=desk.case_label(row),
        place=_place(finding),
        message=desk.text(finding.message, row) or "",
    )


def _confirmed(desk: Desk, finding: Finding, row: Row, entry: Confirmation) -> ConfirmedLine:
    return ConfirmedLine(
        case=desk.case_label(row),
        place=_place(finding),
        message=desk.text(finding.message, row) or "",
        reason=desk.text(entry.reason, row) or "",
        confirmed=f"{day(entry.at)}\n{entry.by}",
    )


def _place(finding: Finding) -> str:
    return f"{finding.sheet}\n{finding.cell} {finding.column}"
