"""What the papers of one meeting must not hold: everything that identifies those it is about, and
the name, ふりがな and telephone of everybody else in the register.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from juso.koshu.codes import Meeting
from juso.koshu.identifier_scan import without
from juso.koshu.identifiers import Identifier, IdentifierKind, identifiers_of, workplaces_of
from juso.koshu.register import Register
from juso.koshu.rules.lookups import case_no_of
from juso.koshu.sheets import Case, MeetingRecord

UNMISTAKABLE = frozenset({IdentifierKind.NAME, IdentifierKind.KANA, IdentifierKind.PHONE})
SOMEBODY_ELSE = "別の相談者"


def identifiers_in(
    register: Register, record: MeetingRecord, names: Mapping[str, str]
) -> tuple[Identifier, ...]:
    """All kinds of the persons on the agenda (`names`: their pseudonyms), their households, and whom
    open decisions are about; for the 庁内連携委員会 of the whole register. Of everybody else only
    what cannot be mistaken for an ordinary word.
    """
    labels: dict[str, tuple[Case, str]] = {}
    for case, label in chain(_people(register, names), _before(register, record)):
        labels.setdefault(case.case_no, (case, label))
    marks = (
        mark
        for case, label in labels.values()
        for mark in chain(
            identifiers_of(case, label),
            workplaces_of(register.family_of.get(case.case_no, ())),
        )
    )
    others = (case for case in register.cases if case.case_no not in labels)
    everybody = chain(marks, chain.from_iterable(map(_unmistakable, others)))
    return without(everybody, _staff(register, record))


def _unmistakable(case: Case) -> Iterator[Identifier]:
    """Of the person alone: a caller may be a colleague of another agency."""
    person = Case(name=case.name, kana=case.kana, phone=case.phone)
    return (i for i in identifiers_of(person, SOMEBODY_ELSE) if i.kind in UNMISTAKABLE)


def _people(register: Register, names: Mapping[str, str]) -> Iterator[tuple[Case, str]]:
    found = [register.case_by_no[no] for no in names if no in register.case_by_no]
    for case in found:
        yield case, names[case.case_no]
    for case in found:
        for member in register.cases_of_household.get(case.household_no, ()):
            yield member, "世帯員"


def _before(register: Register, record: MeetingRecord) -> Iterator[tuple[Case, str]]:
    if record.kind is Meeting.LIAISON_COMMITTEE:
        yield from ((case, "本人") for case in register.cases)
    same_kind = {m.meeting_no for m in register.meetings if m.kind is record.kind}
    for item in register.agenda_items:
        if item.meeting_no in same_kind:
            case = register.case_by_no.get(case_no_of(item, register))
            if case is not None:
                yield case, "本人"


def _staff(register: Register, record: MeetingRecord) -> list[str]:
    """Names of those who work at the meeting: they may stand in its papers."""
    items = register.items_of.get(record.meeting_no, [])
    people = register.attendance_of.get(record.meeting_no, [])
    named = [record.chair, record.recorder, record.called_by, record.secretariat]
    named += [record.announced_by, record.finalized_by]
    named += [i.presenter for i in items] + [a.name for a in people]
    named += [d.worker for d in register.decisions]
    return [name for name in named if name]
