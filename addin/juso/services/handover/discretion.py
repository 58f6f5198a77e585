"""What the 引継ぎパック never says: where somebody lives or can be called; under 支援措置 still less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from juso.koshu.consent import is_protected
from juso.koshu.identifier_scan import names_place, scan
from juso.koshu.identifiers import (
    Identifier,
    IdentifierKind,
    area_of,
    identifiers_of,
    workplaces_of,
)
from juso.koshu.register import Register
from juso.koshu.sheets import Case
from juso.services.meeting.cases import HIDDEN_AGENCY

NEVER = frozenset({IdentifierKind.PHONE, IdentifierKind.ADDRESS, IdentifierKind.MY_NUMBER})
"""What is left out of every text: the pack lies on other desks than the register."""
PROTECTED = NEVER | {IdentifierKind.WORKPLACE, IdentifierKind.AREA}
"""What is left out for a person under 支援措置（DV等） and for the household."""


def discreet(text: str | None, case: Case | None, register: Register) -> str | None:
    """A free text about a case, on one line, with labels in place of what is left out."""
    if not text:
        return None
    hidden = case is not None and is_hidden(case, register)
    known = _known_of(case, register) if case else ()
    for hit in reversed(scan(text, known, places=hidden)):
        if hit.kind in (PROTECTED if hidden else NEVER):
            text = f"{text[: hit.start]}{hit.label}{text[hit.end :]}"
    return " ".join(text.split())


def shown_agency(name: str | None, case: Case | None, register: Register) -> str | None:
    """An agency; under 支援措置 no school or company by its name."""
    is_place = name is not None and names_place(name)
    return HIDDEN_AGENCY if is_place and case and is_hidden(case, register) else name


def is_hidden(case: Case, register: Register) -> bool:
    """支援措置（DV等） of the person or of anyone in the household."""
    return is_protected(case, household(case, register))


def household(case: Case, register: Register) -> list[Case]:
    """The cases of a case's household, itself among them."""
    if not case.household_no:
        return [case]
    return register.cases_of_household.get(case.household_no, [case])


def contact_details(cases: Iterable[Case]) -> Iterator[Identifier]:
    """The telephone numbers and addresses of cases."""
    for case in cases:
        yield from (i for i in identifiers_of(case, "") if i.kind in NEVER)


def _known_of(case: Case, register: Register) -> list[Identifier]:
    members = household(case, register)
    found = list(contact_details(members))
    if is_hidden(case, register):
        for member in members:
            family = register.family_of.get(member.case_no, ())
            found += [*workplaces_of(family), *area_of(member)]
    return found
