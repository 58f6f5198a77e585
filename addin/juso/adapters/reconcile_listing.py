"""突合 as rows: each difference with its causes, and what a clerk answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from juso.adapters.listing import Answers, Link, Listing
from juso.adapters.reconcile_sheet import (
    ANSWER,
    COUNTED,
    DONE,
    FOLDER,
    KEY,
    MONTH,
    OPEN,
    RECONCILED,
    REPORTED,
)
from juso.core.calendar import era_date
from juso.core.finding import Finding, Severity, address
from juso.core.sheet import Row, key_index
from juso.koshu.personal_number import holds_personal_number
from juso.koshu.register import Register
from juso.koshu.tally.items import form
from juso.services.confirmation_memo import Memo
from juso.services.tally.answers import Reply
from juso.services.tally.reconcile import Agreement, Difference, Reconciled
from juso.services.tally.reconciling.solve import Chosen

MOST_CASES = 6
NOT_FOUND = "訳が見つかりません。様式の数え方と、台帳への入力漏れを確かめてください。"


def reconcile_listing(
    reconciled: Reconciled, memo: Memo, register: Register, left: Mapping[str, str]
) -> Listing:
    """The rows of 突合; `left` are answers that were not accepted, by 番号."""
    found = [(difference, memo.told(difference.finding)) for difference in reconciled.differences]
    found.sort(key=lambda pair: pair[1].severity is not Severity.WARNING)  # open ones first
    rows = [_row(d, told, register, left.get(d.key, "")) for d, told in found]
    is_open = sum(told.severity is Severity.WARNING for _, told in found)
    opening = [
        f"{era_date(register.today)}現在。{summary(reconciled, is_open)}",
        "　".join(map(_share, reconciled.agreements)),
    ]
    return Listing(RECONCILED, rows, opening, FOLDER)


def replies_in(answers: Answers) -> list[Reply]:
    """What was answered, row by row."""
    return [
        Reply(cells[KEY], cells[MONTH], cells[REPORTED], cells[COUNTED], cells[ANSWER])
        for cells in answers.rows
    ]


def summary(reconciled: Reconciled, is_open: int) -> str:
    """突合した1,234個の数のうち…; how many differences are still to be looked into."""
    compared = sum(agreement.figures for agreement in reconciled.agreements)
    number = len(reconciled.differences)
    if not compared:
        return "突合できる月次報告がありません。"
    if not number:
        return f"突合した{compared:,}個の数は、すべて台帳と一致しました。"
    confirmed = f"、確認済み{number - is_open}個" if number > is_open else ""
    return (
        f"突合した{compared:,}個の数のうち{compared - number:,}個が一致、"
        f"{number:,}個が不一致です（未確認{is_open}個{confirmed}）。"
    )


def _share(agreement: Agreement) -> str:
    if not agreement.has_rows:
        return f"{agreement.name}：台帳に明細がないため突合しません"
    agreed = agreement.figures - agreement.differing
    return f"{agreement.name}：{agreed:,}／{agreement.figures:,}一致"


def _row(difference: Difference, told: Finding, register: Register, answer: str) -> list[Any]:
    item = difference.item
    return [
        difference.key,
        form(difference.reading.form).name,
        difference.month.label,
        item.code,
        item.label,
        difference.reported,
        difference.counted,
        difference.gap,
        causes_text(difference),
        cases_text(difference),
        *_place(difference, register),
        f"{told.file} {told.cell}",
        _state(difference, told),
        None if holds_personal_number(answer) else answer or None,
    ]


def causes_text(difference: Difference) -> str:
    """The causes, best first, each with its share of the difference; what is left says so."""
    lines = [
        f"{cause.hypothesis.cause}（{difference.share(cause):+d}）：{_words(cause)}"
        for cause in difference.causes
    ]
    if not lines:
        return NOT_FOUND
    if difference.left:
        lines.append(f"残り（{difference.left:+g}）：{NOT_FOUND}")
    return "\n".join(lines)


def _words(cause: Chosen) -> str:
    others = [case for other in cause.others for case in other.cases]
    more = f"（{'、'.join(_short(others))}でも同じ）" if others else ""
    return f"{cause.hypothesis.words}。{more}"


def cases_text(difference: Difference) -> str:
    """The case numbers of all causes, each once."""
    found = [case for cause in difference.causes for case in cause.hypothesis.cases]
    return "、".join(_short(list(dict.fromkeys(found))))


def _short(cases: Sequence[str]) -> list[str]:
    more = [f"ほか{len(cases) - MOST_CASES}件"] if len(cases) > MOST_CASES else []
    return [*cases[:MOST_CASES], *more]


def _place(difference: Difference, register: Register) -> tuple[str, Link | None]:
    """The first row that explains: its sheet and, as a link, the cell with its number."""
    rows = [row for cause in difference.causes for row in cause.hypothesis.rows]
    if not rows:
        return "", None
    row: Row = rows[0]
    table = register.tables[type(row)]
    place = table.positions.get(row.columns[key_index(type(row))].key, 0)
    return row.sheet, Link(row.sheet, address(row.row_number, place))


def _state(difference: Difference, told: Finding) -> str:
    more = told.message.removeprefix(difference.finding.message).strip("（）")
    for cause in difference.causes:
        more = more.replace(f"理由「{cause.hypothesis.sentence}」", "訳のとおり")
    if told.severity is Severity.NOTE:
        return more or DONE
    return f"{OPEN}。{more}" if more else OPEN
