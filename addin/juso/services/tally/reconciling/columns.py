"""取消, 他窓口計上 and 区分空: a row that one side counts, or counts under something else."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from juso.core.calendar import Month
from juso.koshu.codes import Counting, Outcome, PlanState
from juso.koshu.sheets import Case, Contact, Plan, Referral
from juso.koshu.tally.counts import WINDOW_OF
from juso.koshu.tally.counts_basis import BASIS, Count, label_of
from juso.koshu.tally.counts_referral import LOST
from juso.services.tally.reconciling.background import Evidence
from juso.services.tally.reconciling.hypothesis import Cause, Hypothesis, Place, named
from juso.services.tally.reconciling.ledger import Ledger, row_id

CANCELLED = re.compile("取消|取り消し|取りやめ|誤入力|誤登録|重複|欠番")
DAY_OF = {Case: "received_on", Contact: "at", Referral: "referred_on", Plan: "made_on"}
PLACE_OF = {Case: "window", Contact: "agency", Referral: "from_agency", Plan: "made_at"}


def withdrawn(evidence: Evidence) -> Iterator[Hypothesis]:
    """取消: a row the register counts though it was taken back, or does not count any more."""
    for form, ledger in evidence.odd_ledgers:
        for found in ledger.by_row.values():
            row = found[0][1].row
            if words := _taken_back(row):
                effect = evidence.at(form, ledger.removal(row))
                yield Hypothesis(Cause.WITHDRAWN, (row,), effect, words, 0.7, row_id(row))
        for contact in evidence.register.contacts:
            if contact.counting is Counting.NOT_COUNTED and _is_in(contact, form, evidence):
                changes = ledger.addition(contact.replace(counting=Counting.COUNTED))
                words = f"{named(contact)}は「計上」が非計上で、台帳では数えていません"
                effect = evidence.at(form, changes)
                yield Hypothesis(Cause.WITHDRAWN, (contact,), effect, words, 0.8, row_id(contact))


def _taken_back(row: Any) -> str:
    """What in a row says that it may have been taken back; '' where nothing does."""
    if isinstance(row, Plan) and row.state is PlanState.CANCELLED:
        return f"{named(row)}は「状態」が中止です"
    if isinstance(row, Referral) and row.result in LOST:
        return f"{named(row)}は「結果」が{row.result}です"
    if isinstance(row, Case) and row.outcome is Outcome.DROPPED:
        return f"{named(row)}は「スクリーニング結果」が相談中止です"
    if word := CANCELLED.search(getattr(row, "note", None) or ""):
        return f"{named(row)}は「備考」に「{word[0]}」とあります"
    return ""


def elsewhere(evidence: Evidence) -> Iterator[Hypothesis]:
    """他窓口計上: the window counts a row the register has under another window."""
    windows = [form for form in evidence.ledgers if form in WINDOW_OF]
    for form in windows:
        ledger = evidence.ledgers[form]
        agencies = sorted(ledger.scope.agencies)
        for other in (code for code in windows if code != form):
            for found in evidence.ledgers[other].by_row.values():
                row = found[0][1].row
                if type(row) not in PLACE_OF or not _is_in(row, form, evidence):
                    continue
                fits = [ledger.scope.window] if isinstance(row, Case) else agencies[:1]
                if fits:
                    yield from _elsewhere(evidence, form, other, row, fits[0])


def _elsewhere(
    evidence: Evidence, form: str, other: str, row: Any, fits: Any
) -> Iterator[Hypothesis]:
    ledger, key = evidence.ledgers[form], PLACE_OF[type(row)]
    here = evidence.at(form, ledger.addition(row.replace(**{key: fits})))
    if not here:
        return
    there = evidence.at(other, evidence.ledgers[other].removal(row))
    label = label_of(type(row), key)
    is_at = f"{named(row)}は台帳では「{label}」が{getattr(row, key)}で"
    words = f"{is_at}、{WINDOW_OF[form]}の窓口が数えたとみられます"
    is_ours = _is_handled_by(row, ledger)
    weight = 0.66 if is_ours else 0.55
    yield Hypothesis(Cause.ELSEWHERE, (row,), here | there, words, weight, row_id(row))
    if is_ours:
        words = f"{is_at}、{WINDOW_OF[form]}の窓口でも数えたとみられます"
        yield Hypothesis(Cause.ELSEWHERE, (row,), here, words, 0.65, row_id(row))


def _is_handled_by(row: Any, ledger: Ledger) -> bool:
    """Whether the window has the case in hand though it is counted under another."""
    case = row if isinstance(row, Case) else ledger.scope.case_of(row)
    if case is None:
        return False
    agencies = ledger.scope.agencies
    sent = ledger.register.referrals_of.get(case.case_no, ())
    return case.lead_agency in agencies or any(r.to_agency in agencies for r in sent)


def blank(evidence: Evidence) -> Iterator[Hypothesis]:
    """区分空: the column that decides where a row counts is empty."""
    for form, ledger in evidence.odd_ledgers:
        yield from _no_category(evidence, form, ledger)
        yield from _no_category_of_case(evidence, form, ledger)
        yield from _no_place(evidence, form, ledger)


def _no_category(evidence: Evidence, form: str, ledger: Ledger) -> Iterator[Hypothesis]:
    families: dict[tuple[Any, str], list[str]] = defaultdict(list)
    for code, definition in ledger.definitions.items():
        if isinstance(definition, Count) and definition.by:
            families[definition.source, definition.by].append(code)
    for (source, by), family in families.items():
        label = label_of(BASIS[source].row_type, by)
        for day, row in source(ledger.scope):
            month = Month.of(day)
            if getattr(row, by) in (None, ()) and (form, month) in evidence.odd:
                mine = [code for code, _ in ledger.by_row.get(row_id(row), ()) if code in family]
                gone = {(form, code, month): -1 for code in mine}
                words = f"{named(row)}は「{label}」が空欄で、どの区分にも入りません"
                for code in [c for c in family if c not in mine] or [""]:
                    effect: dict[Place, int] = dict(gone)
                    if code:
                        effect[form, code, month] = 1
                    about = (row_id(row), by)
                    yield Hypothesis(Cause.BLANK, (row,), effect, words, 0.9, about)


def _no_category_of_case(evidence: Evidence, form: str, ledger: Ledger) -> Iterator[Hypothesis]:
    """Records of a case whose deciding column is empty in 相談受付簿."""
    for code, definition in ledger.definitions.items():
        if not isinstance(definition, Count) or not definition.case_by:
            continue
        label = label_of(Case, definition.case_by)
        met: dict[str, Counter[Month]] = defaultdict(Counter)
        for day, row in definition.source(ledger.scope):
            case = ledger.scope.case_of(row)
            if case and getattr(case, definition.case_by) in (None, ()):
                met[case.case_no][Month.of(day)] += 1
        for number, months in met.items():
            case = evidence.register.case_by_no[number]
            effect = {(form, code, month): 1 if definition.of else n for month, n in months.items()}
            words = f"{number}は「{label}」が空欄で、記録がどの区分にも入りません"
            about = (row_id(case), definition.case_by, "" if definition.of else code)
            yield Hypothesis(Cause.BLANK, (case,), effect, words, 0.9, about)


def _no_place(evidence: Evidence, form: str, ledger: Ledger) -> Iterator[Hypothesis]:
    """Rows whose date, window or agency is empty: they count in no month or nowhere."""
    kinds = {BASIS[d.source].row_type for d in ledger.definitions.values()} & DAY_OF.keys()
    months = [month for odd, month in sorted(evidence.more) if odd == form]
    for row_type in sorted(kinds, key=lambda kind: kind.sheet):
        day, key = DAY_OF[row_type], PLACE_OF[row_type]
        for row in evidence.register.rows(row_type):
            missing = [k for k in (day, key) if getattr(row, k) is None]
            for month in months if missing else ():
                filled = _filled(row, day, key, month, ledger)
                label = label_of(row_type, missing[0])
                words = f"{named(row)}は「{label}」が空欄で、どの月・窓口にも入りません"
                effect = evidence.at(form, ledger.addition(filled)) if filled else {}
                yield Hypothesis(Cause.BLANK, (row,), effect, words, 0.88, row_id(row))


def _filled(row: Any, day: str, key: str, month: Month, ledger: Ledger) -> Any:
    """The row as it would count in a month at this window; None where it cannot."""
    values: dict[str, Any] = {}
    if getattr(row, day) is None:
        first = month.first_day
        values[day] = datetime.combine(first, time()) if day == "at" else first
    if getattr(row, key) is None:
        agencies = sorted(ledger.scope.agencies)
        if isinstance(row, Case):
            values[key] = ledger.scope.window
        elif agencies:
            values[key] = agencies[0]
    changed = row.replace(**values)
    return None if getattr(changed, key) is None else changed


def _is_in(row: Any, form: str, evidence: Evidence) -> bool:
    """Whether the window reports more than the register tells in the month of a row."""
    day = getattr(row, DAY_OF[type(row)])
    if day is None:
        return False
    return (form, Month(day.year, day.month)) in evidence.more
