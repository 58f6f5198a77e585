"""受付票の取込み: forms from windows outside as new rows and changed cells of the register.

A form that has something 要修正 goes back to its sender; nothing is deleted, and what the
register says by now is never overwritten without a person's decision.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from juso.core.finding import Finding, has_errors
from juso.koshu.case_sheet import CaseSheet
from juso.koshu.config import Config
from juso.koshu.received import Receipts, Received
from juso.koshu.register import Register
from juso.koshu.rules import case_intake_rules
from juso.koshu.sheets import Case
from juso.services.case_sheet_remarks import check_addressee
from juso.services.check_case_sheet import check_case_sheet
from juso.services.receiving.form import CASE_NO, Form, with_numbers
from juso.services.receiving.household import household_of, unknown_household
from juso.services.receiving.numbers import Numbers
from juso.services.receiving.outcome import Fate, Outcome, Taken
from juso.services.receiving.person import (
    OTHER_CASE,
    OTHER_PERSON,
    is_other_person,
    same_case,
)
from juso.services.receiving.screen import screen
from juso.services.receiving.take import Part, beside, doubled_rows, take

__all__ = ["Outcome", "Taken", "intake"]

Check = Callable[[CaseSheet, Register, date], list[Finding]]
SEND_BACK = "指摘を直した票を送ってもらってください。"


def intake(  # noqa: PLR0913 - the forms, the office, what it remembers
    sheets: Sequence[CaseSheet],
    register: Register,
    config: Config,
    received: Sequence[Received],
    today: date,
    *,
    copies: Mapping[str, Sequence[CaseSheet]] | None = None,
    check: Check = check_case_sheet,
) -> Taken:
    """What the forms bring into the register, in the order they are given.

    `copies` are the forms taken before by 受付票番号, oldest first, as far as they can be read:
    they tell what a sender has changed since. JusoError when the numbers of the year run out.
    """
    receipts = Receipts(received)
    known = copies or {}
    forms = [Form.of(sheet, receipts, known.get(sheet.serial, ())) for sheet in sheets]
    outcomes = screen(forms)
    desk = _Desk(register, config, today, check, Numbers(register, received, config.fiscal_year))
    rest = [place for place in range(len(forms)) if place not in outcomes]
    for place in sorted(rest, key=lambda place: _received_on(forms[place])):
        outcomes[place] = desk.outcome(forms[place])
    return Taken([outcomes[place] for place in range(len(forms))])


def _received_on(form: Form) -> date:
    """Numbers follow the days of 受付."""
    return (form.case.received_on if form.case else None) or date.max


@dataclass(slots=True)
class _Desk:
    """The register's door: forms come one after the other, each gets its numbers here."""

    register: Register
    config: Config
    today: date
    check: Check
    numbers: Numbers
    new: list[tuple[Form, Case]] = field(default_factory=list)  # given a number in this run

    def outcome(self, form: Form) -> Outcome:
        """What becomes of one form."""
        form = self._renumbered(form)
        if foreign := check_addressee(form.sheet, self.config):
            return self._refused(form, foreign)
        if twin := self._twin(form):
            return twin
        findings = self.check(self._as_known(form), self.register, self.today)
        if not has_errors(findings):
            findings += self._contradictions(form)
        if has_errors(findings):
            return self._refused(form, findings)
        if not form.is_in(self.register):
            return self._new(form, findings)
        return self._known(form, findings)

    def _renumbered(self, form: Form) -> Form:
        """Without the number it once got, where somebody has since given that to another case."""
        there = self.register.case_by_no.get(form.case_no)
        if not (form.is_taken and form.case and there and is_other_person(form.case, there)):
            return form
        return replace(form, case_no="", household_no="", is_taken=False)

    def _as_known(self, form: Form) -> CaseSheet:
        """The form with the numbers its case has in the register; none while it waits for them."""
        there = self.register.case_by_no.get(form.case_no)
        if there:
            return with_numbers(form.sheet, form.case_no, there.household_no)
        return replace(form.sheet, case_no="") if form.household_no else form.sheet

    def _contradictions(self, form: Form) -> list[Finding]:
        """Another person under the same number, numbers that stand on two rows."""
        found = list(doubled_rows(form, self.register))
        there = self.register.case_by_no.get(form.case_no)
        earlier = [there] if there else [c for copy in form.copies if (c := Form(copy).case)]
        if form.case and any(is_other_person(form.case, case) for case in earlier):
            rule = case_intake_rules.OTHER_PERSON
            if form.sheet.case_no:
                message = OTHER_CASE.format(case_no=form.case_no)
                found.append(form.remark(rule, message, form.case, CASE_NO))
            else:
                message = OTHER_PERSON.format(names=form.case_no)
                found.append(form.remark(rule, message, form.case, "name"))
        return found

    def _refused(self, form: Form, findings: Sequence[Finding]) -> Outcome:
        return Outcome(
            form.sheet, Fate.REFUSED, form.case_no, findings=tuple(findings), why=SEND_BACK
        )

    def _new(self, form: Form, findings: list[Finding]) -> Outcome:
        """A case the register does not have; the numbers it got before are its own."""
        case = form.case
        if case is None:
            return self._refused(form, findings)
        household_no, remarks = household_of(form, case, self.register, self.numbers)
        case_no = form.case_no or self.numbers.next_case()
        numbered = replace(form, case_no=case_no, household_no=household_no)
        numbered = replace(numbered, sheet=with_numbers(form.sheet, case_no, household_no))
        self.new.append((numbered, case))
        return self._made(numbered, Fate.NEW, take(numbered, self.register), findings + remarks)

    def _twin(self, form: Form) -> Outcome | None:
        """The outcome where a new case is in the register already, or among those of this run."""
        case, part = form.case, Part()
        if case is None or form.is_in(self.register) or form.sheet.case_no:
            return None
        if there := same_case(case, self.register.cases):
            part, known = beside(form, there), f"台帳に {there.case_no} として"
        elif other := next((f for f, c in self.new if same_case(case, [c])), None):
            known = f"{other.sheet.file} に"
        else:
            return None
        message = (
            f"同じ氏名・生年月日・受付日・窓口の相談が、{known}あるため、新しい相談として入れません。"
            "同じ相談なら、この票を「受付票」フォルダーから除いてください。"
            "別の相談なら、台帳に直接入力してください。"
        )
        findings = (form.remark(case_intake_rules.KNOWN_CASE, message, case, "name"),)
        return Outcome(
            form.sheet,
            Fate.HELD,
            undecided=part.undecided,
            findings=findings,
            why=f"同じ相談が、{known}あります。",
        )

    def _known(self, form: Form, findings: list[Finding]) -> Outcome:
        """A case of the register: what the form changes in it."""
        part = take(form, self.register)
        there = self.register.case_by_no[form.case_no]
        form = replace(form, household_no=there.household_no)
        remarks = (
            unknown_household(form, form.case, self.register, "台帳の番号を変えません")
            if form.case and not form.is_taken and form.sheet.case_no
            else []
        )
        if part.changes or part.undecided:
            return self._made(form, Fate.CHANGED, part, findings + remarks)
        return self._made(form, Fate.SAME, part, [] if form.is_taken else findings + remarks)

    def _made(self, form: Form, fate: Fate, part: Part, findings: list[Finding]) -> Outcome:
        return Outcome(
            form.sheet,
            fate,
            form.case_no,
            form.household_no,
            part.changes,
            part.undecided,
            (*findings, *part.findings),
            is_known=form.is_taken,
        )
