"""Which of several files about one case is looked at: one of each, and never a guess which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from juso.core.calendar import era_date
from juso.koshu.rules import case_intake_rules as rules
from juso.koshu.rules.cell_rules import CellRule
from juso.koshu.sheets import Case
from juso.services.receiving.form import Form
from juso.services.receiving.outcome import Fate, Outcome
from juso.services.receiving.person import OTHER_PERSON, is_other_person

Held = tuple[int, Outcome]  # place among the forms, and why the form is not looked at


def screen(forms: Sequence[Form]) -> dict[int, Outcome]:
    """What becomes of the forms that step back, by their place in `forms`."""
    groups: dict[str, list[int]] = defaultdict(list)
    held: dict[int, Outcome] = {}
    for place, form in enumerate(forms):
        if form.is_latest:
            groups[form.identity].append(place)
        else:
            held[place] = _same(form, "この票の新しい写しを取り込み済みです。")
    for places in groups.values():
        held |= dict(_group(forms, places))
    return held


def _group(forms: Sequence[Form], places: Sequence[int]) -> Iterator[Held]:
    """The newest of what was not taken before; where none of it stays, what was taken."""
    fresh = [place for place in places if not forms[place].is_taken]
    known = [place for place in places if forms[place].is_taken]
    held = dict(_fresh(forms, fresh))
    yield from held.items()
    for place in known if len(held) < len(fresh) else known[1:]:
        yield place, _same(forms[place], "取込み済みの票です。")


def _fresh(forms: Sequence[Form], places: Sequence[int]) -> Iterator[Held]:
    distinct: list[int] = []
    for place in places:
        twin = next((d for d in distinct if forms[d].says_the_same(forms[place])), None)
        if twin is None:
            distinct.append(place)
        else:
            message = f"{forms[twin].sheet.file} と同じ内容です。"
            yield place, _same(forms[place], message)
    yield from _distinct(forms, distinct)


def _distinct(forms: Sequence[Form], places: Sequence[int]) -> Iterator[Held]:
    """Different forms about the same case: the newest stays, where that can be told."""
    cases = [case for place in places if (case := forms[place].case)]
    if any(is_other_person(cases[0], case) for case in cases[1:]):
        yield from _all_refused(forms, places, rules.OTHER_PERSON, OTHER_PERSON)
        return
    days = [forms[place].sheet.sent_on for place in places]
    newest = _newest(days)
    if newest is None and len(places) > 1:
        yield from _all_refused(forms, places, rules.TWO_FORMS, TWO_FORMS)
        return
    for place in places:
        form = forms[place]
        if len(places) > 1 and form.sheet.sent_on != newest:
            yield place, _older(form, newest)
        elif form.last_sent_on and form.sheet.sent_on and form.sheet.sent_on < form.last_sent_on:
            yield place, _older(form, form.last_sent_on)


TWO_FORMS = (
    "同じ相談の受付票がほかにもあり（{names}）、内容が違いますが、どちらが新しいか提出日で分かりません。"
    "正しいほうだけを残し、ほかを「受付票」フォルダーから除いてください。"
)


def _newest(days: Sequence[date | None]) -> date | None:
    """The day of the one form that was sent last; None where that cannot be told."""
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days) or known.count(max(known)) > 1:
        return None
    return max(known)


def _same(form: Form, why: str) -> Outcome:
    return Outcome(form.sheet, Fate.SAME, form.case_no, form.household_no, why=why, is_known=True)


def _older(form: Form, newest: date | None) -> Outcome:
    day = era_date(newest) if newest else ""
    message = (
        f"同じ相談の、より新しい受付票（提出日{day}）があるため、取り込みません。"
        "この票は「受付票」フォルダーから除いてください。"
        "この票のほうが正しいときは、送った人に確かめ、提出日を直してください。"
    )
    findings = (form.remark(rules.OLDER_FORM, message),)
    return Outcome(
        form.sheet, Fate.HELD, form.case_no, findings=findings, why="より新しい票があります。"
    )


def _all_refused(
    forms: Sequence[Form], places: Sequence[int], rule: CellRule, message: str
) -> Iterator[Held]:
    for place in places:
        form = forms[place]
        others = "、".join(forms[p].sheet.file for p in places if p != place)
        finding = form.remark(rule, message.format(names=others), form.case, _key(form))
        why = "どれが正しい票か分かりません。"
        yield place, Outcome(form.sheet, Fate.REFUSED, form.case_no, findings=(finding,), why=why)


def _key(form: Form) -> str:
    """The cell that a finding about the whole case points to."""
    return "name" if (Case, 1, "name") in form.sheet.places else ""
