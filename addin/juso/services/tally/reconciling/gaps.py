"""取消, of rows that are gone: a number is missing between two others of the month."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from juso.core.calendar import Month
from juso.koshu.sheets import Case, Contact, Referral
from juso.koshu.tally.counts_basis import BASIS, Count
from juso.services.tally.reconciling.background import Evidence
from juso.services.tally.reconciling.hypothesis import Cause, Hypothesis, Place, day_text
from juso.services.tally.reconciling.ledger import Ledger

NUMBER = re.compile(r"(.*?)(\d+)")
DATES = {Case: "received_on", Contact: "at", Referral: "referred_on"}
MOST = 20  # numbers missing in a row: more is another way of numbering, not rows taken out


def missing_numbers(evidence: Evidence) -> Iterator[Hypothesis]:
    """Rows the window may have counted that are no longer in the register."""
    for row_type, key in DATES.items():
        for number, since, until in _gaps(evidence.register.rows(row_type), key):
            for form, ledger in evidence.odd_ledgers:
                for month in sorted({Month.of(since), Month.of(until)}):
                    if (form, month) in evidence.more:
                        effect = _effect(evidence, ledger, row_type, month)
                        effect |= _left_behind(evidence, ledger, number, month)
                        yield _missing(evidence, row_type, number, (since, until), effect)


def _missing(
    evidence: Evidence, row_type: Any, number: str, days: Sequence[date], effect: dict[Place, int]
) -> Hypothesis:
    around = "と".join(map(day_text, dict.fromkeys(days)))
    words = f"「{row_type.sheet}」の{number}が欠番です（前後の番号は{around}）"
    if left := len(evidence.register.contacts_of.get(number, ())):
        words += f"。支援経過記録には{left}行残っています"
    weight = 0.6 if left else 0.3
    return Hypothesis(Cause.WITHDRAWN, (), effect, words, weight, number, (number,))


def _left_behind(evidence: Evidence, ledger: Ledger, number: str, since: Month) -> dict[Place, int]:
    """What else a case is missing in whose records are still there, as the differences suggest:
    its course, and the kinds its records count under.
    """
    met = Counter(Month.of(c.at.date()) for c in evidence.register.contacts_of.get(number, ()))
    found: dict[Place, int] = {}
    for place, gap in evidence.differences.items() if met else ():
        form, code, month = place
        definition = ledger.definitions.get(code)
        if form == ledger.form and definition and gap and month >= since:
            most = 1 if BASIS[definition.source].row_type is Case else 0
            if isinstance(definition, Count) and definition.case_by:
                most = 1 if definition.of else met[month]
            if most:
                found[place] = max(-most, min(most, int(gap)))
    return found


def _gaps(rows: Any, key: str) -> Iterator[tuple[str, date, date]]:
    """Each missing number, with the dates of the rows before and after it."""
    series: dict[tuple[str, int], list[tuple[int, date]]] = defaultdict(list)
    for row in rows:
        value, match = getattr(row, key), NUMBER.fullmatch(row.key)
        if value is not None and match:
            day = value.date() if isinstance(value, datetime) else value
            series[match[1], len(match[2])].append((int(match[2]), day))
    for (prefix, width), numbered in series.items():
        for (low, since), (high, until) in pairwise(sorted(numbered)):
            if 1 < high - low <= MOST:
                for number in range(low + 1, high):
                    yield f"{prefix}{number:0{width}}", min(since, until), max(since, until)


def _effect(evidence: Evidence, ledger: Ledger, row_type: Any, month: Month) -> dict[Place, int]:
    """What the row counted in, as the differences suggest: one figure of every breakdown.

    A breakdown without a figure that is short speaks against it.
    """
    effect: dict[Place, int] = {}
    families: dict[tuple[Any, str], list[Place]] = defaultdict(list)
    for code, definition in ledger.definitions.items():
        if isinstance(definition, Count) and BASIS[definition.source].row_type is row_type:
            place = (ledger.form, code, month)
            if definition.when is None and definition.of is None:
                if definition.source is _first_source(ledger, row_type):
                    effect[place] = 1
            elif definition.by and definition.of is None:
                families[definition.source, definition.by].append(place)
    whole = {ledger.definitions[code].source for _, code, _ in effect}
    for (source, _), places in families.items():
        if source in whole and len(places) > 2:
            effect[max(places, key=lambda p: evidence.differences.get(p, 0))] = 1
    return effect


def _first_source(ledger: Ledger, row_type: Any) -> Any:
    """The source that counts every row of a kind as it comes in: received, contacted, referred."""
    definition = ledger.definitions.get({Case: "A01", Contact: "A10", Referral: "F01"}[row_type])
    return definition.source if definition else None
