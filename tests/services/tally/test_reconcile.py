"""突合: forms held against a register that has changed since, and the causes that are named."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juso.core.calendar import Month
from juso.koshu.codes import Counting, Program, Window
from juso.koshu.match_decision import MatchDecision, Verdict
from juso.koshu.register import register_of
from juso.koshu.sheets import Case, Contact
from juso.koshu.tally.counts import COUNTS, count
from juso.services.tally.reconcile import reconcile
from tallied_year import R7, changed, forms, reconciled, rows, told, typed

JUNE, JULY = Month(2025, 6), Month(2025, 7)


def cases_of(month):
    return [row for row in rows() if isinstance(row, Case) and row.received_on in month]


def contact_of(month):
    """A contact that a window counts."""
    return next(
        row
        for row in rows()
        if isinstance(row, Contact)
        and row.program is Program.CONSULTATION
        and row.counts
        and row.at.date() in month
    )


LAST = max(cases_of(JUNE), key=lambda case: (case.received_on, case.case_no))
CONTACT = contact_of(JULY)


def replaced(row, **values):
    """That row with other values, all others as they are."""
    return lambda other: [other.replace(**values)] if other is row else [other]


def added(row, **values):
    """Another row beside that one."""
    return lambda other: [other, other.replace(**values)] if other is row else [other]


def without(row):
    return lambda other: [] if other is row else [other]


@pytest.mark.parametrize("seed", range(1, 6))
def test_figures__that_were_counted_from_the_register_agree(seed):
    """Whatever happens in a year, the forms of the sample and the register tell the same."""
    found = reconcile(forms(seed), register_of(rows(seed), R7.last_day), R7)

    assert found.differences == ()
    assert all(agreement.figures and not agreement.differing for agreement in found.agreements)


FAULTS = {
    "翌月": (replaced(LAST, received_on=date(2025, 7, 2)), f"翌月 {LAST.case_no}"),
    "取消（非計上にした記録）": (
        replaced(CONTACT, counting=Counting.NOT_COUNTED),
        f"取消 {CONTACT.case_no}",
    ),
    "取消（行を消した）": (without(LAST), f"取消 {LAST.case_no}"),
    "同一人二重": (
        added(LAST, case_no="R7-9001"),
        f"同一人二重 R7-9001 {LAST.case_no}",
    ),
    "他窓口計上": (
        replaced(
            LAST,
            window=Window.ELDERLY if LAST.window is not Window.ELDERLY else Window.HARDSHIP,
        ),
        f"他窓口計上 {LAST.case_no}",
    ),
    "区分空": (replaced(LAST, route=None), f"区分空 {LAST.case_no}"),
    "締め後入力": (
        added(CONTACT, record_no="K-R7-90001", entered_at=datetime(2026, 2, 2, 9, 0)),
        f"締め後入力 {CONTACT.case_no}",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_cause__is_named_with_the_case(name):
    """Every difference that one change makes has that change for its first cause."""
    change, cause = FAULTS[name]

    found = reconciled(change)

    assert found.differences
    assert told(found)[0] == cause
    assert not any(difference.left for difference in found.differences if difference.causes)


@pytest.mark.parametrize("name", FAULTS)
def test_cause__is_not_named_where_nothing_differs(name):
    """A register that holds such rows, and forms that counted it as it is, differ in nothing."""
    change, _ = FAULTS[name]
    book = changed(change)
    counted = {
        code: typed_as_counted(reading, book) for code, reading in forms().items() if COUNTS[code]
    }

    found = reconcile(counted, book, R7)

    assert (found.differences, told(found)) == ((), [])


def typed_as_counted(reading, book):
    for (code, month), value in count(book, reading.form, R7).items():
        reported = reading.rows[code].values[reading.months.index(month)]
        if reported != value:
            reading = typed(reading, code, month, value - reported)
    return reading


def test_typing_error__has_no_cause():
    """One total that is wrong by itself: no row would change it and nothing else."""
    w1 = typed(forms()["W1"], "A01", JUNE, 1)

    found = reconcile({**forms(), "W1": w1}, changed(lambda row: [row]), R7)

    (difference,) = found.differences
    assert (difference.key, difference.gap, difference.left) == ("W1/A01/R7.6", 1, 1)
    assert difference.causes == ()


def test_persons__counted_as_often_as_they_came():
    """実人数 reported as 延べ件数: as many too many as people came again."""
    w4 = forms()["W4"]
    months = [m for m in R7.months if value(w4, "A10", m) > value(w4, "A11", m)]
    more = value(w4, "A10", months[0]) - value(w4, "A11", months[0])

    found = reconcile(
        {**forms(), "W4": typed(w4, "A11", months[0], more)}, changed(lambda row: [row]), R7
    )

    (difference,) = found.differences
    (cause,) = difference.causes
    assert (cause.hypothesis.cause, difference.share(cause)) == ("同一人二重", more)


def value(reading, code, month):
    return reading.rows[code].values[reading.months.index(month)]


def test_two_causes__add_up_to_the_difference():
    """One consultation typed into July, another one more with the same name: both are told."""
    first, second = cases_of(JUNE)[0], LAST
    assert first is not second

    def change(row):
        if row is second:
            return [row.replace(received_on=date(2025, 7, 2))]
        return [row, row.replace(case_no="R7-9001")] if row is first else [row]

    found = told(reconciled(change))

    assert f"翌月 {second.case_no}" in found
    assert f"同一人二重 R7-9001 {first.case_no}" in found


def test_month__tells_that_month_and_looks_at_the_next():
    change, cause = FAULTS["翌月"]

    found = reconciled(change, month=JUNE)

    assert {difference.month for difference in found.differences} == {JUNE}
    assert told(found) == [cause]
    compared = found.agreements[0]
    assert compared.figures == compared.items


def test_window_without_rows__is_passed_over_in_one_sentence():
    """A contractor that keeps no cases in the register gets no differences."""
    w3 = reconcile({"W3": forms()["W3"]}, register_of([], R7.last_day), R7)

    assert w3.differences == ()
    assert [a.sentence for a in w3.agreements] == [
        "子育て（W3）：台帳に明細がないため突合しません。"
    ]


def test_decided_to_be_others__are_no_pair():
    """名寄せ: two people who share name and birthday are not taken for one."""
    change, cause = FAULTS["同一人二重"]
    pair = (LAST.case_no, "R7-9001")
    other = MatchDecision(*pair, "", Verdict.OTHER, "本人に確認した", "窓口", date(2026, 3, 1))

    assert cause in told(reconciled(change))
    assert cause not in told(reconciled(change, matches=[other]))


def test_entered_before_the_deadline__is_not_late():
    """記入日時 up to the day the month was reported explains nothing."""
    change = added(CONTACT, record_no="K-R7-90001", entered_at=datetime(2025, 8, 10, 9, 0))

    assert not any(cause.startswith("締め後") for cause in told(reconciled(change)))


def test_reported_early__makes_rows_late():
    """A form sent before the deadline cannot hold what was written down after it was sent."""
    change = added(CONTACT, record_no="K-R7-90001", entered_at=datetime(2025, 8, 5, 9, 0))
    sent = {(form, JULY): date(2025, 8, 1) for form in forms()}

    found = told(reconciled(change, reported_on=sent))

    assert f"締め後入力 {CONTACT.case_no}" in found


def test_taken_in_late__by_a_case_form():
    change = added(LAST, case_no="R7-9001", name="架空 一", kana="かくう いち", born_on=None)
    taken = {"R7-9001": date(2025, 12, 1)}

    found = told(reconciled(change, taken_in=taken))

    assert "締め後入力 R7-9001" in found


PLACES = [(form, d.code) for form in COUNTS for d in COUNTS[form]]


@settings(max_examples=12)
@given(
    st.lists(st.integers(0, 10_000), max_size=4),
    st.lists(
        st.tuples(st.sampled_from(PLACES), st.sampled_from(R7.months), st.integers(1, 3)),
        max_size=4,
    ),
)
def test_counted_and_explained_and_left__make_the_reported(late, slips):
    """Whatever was typed wrong or dated otherwise: nothing of a difference is lost or told twice."""
    cases = [row for row in rows() if isinstance(row, Case) and row.received_on in R7]
    later = {cases[n % len(cases)] for n in late}

    def change(row):
        if row in later:
            return [row.replace(received_on=row.received_on + timedelta(days=5))]
        return [row]

    reported = dict(forms())
    for (form, code), month, more in slips:
        reported[form] = typed(reported[form], code, month, more)

    found = reconcile(reported, changed(change), R7)

    for difference in found.differences:
        explained = sum(difference.share(cause) for cause in difference.causes)
        assert difference.counted + explained + difference.left == pytest.approx(
            difference.reported
        )
