"""受付, 差戻し, 確定: whatever happens in whatever order, a month has one state."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juso.core.calendar import FiscalYear, Month
from juso.koshu.tally.submission import Event, Life, Status, Step, deadline, lives

YEAR = FiscalYear(2025)
RECEIVE, RETURN, SETTLE, EXPLAIN, REOPEN = Step


def event(text):
    """`受付 v1 R7.6 aa`: step, version, month, first letters of the fingerprint."""
    step, version, month, sha256 = text.split()
    return Event(
        Step(step), "W1", YEAR, int(version[1:]), sha256, Month.parse(month), "係", date(2025, 7, 8)
    )


def life(*texts):
    found = Life("W1", YEAR)
    for text in texts:
        found.take(event(text))
    return found


def states(found, last="R7.7"):
    """The states of April to `last` in one line."""
    return " ".join(found.status(m) for m in YEAR.months if m <= Month.parse(last))


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), "未提出 未提出 未提出 未提出"),
        (("受付 v1 R7.6 aa",), "受付 受付 受付 未提出"),
        (("受付 v1 R7.6 aa", "差戻し v1 R7.6 aa"), "差戻し 差戻し 差戻し 未提出"),
        (("受付 v1 R7.6 aa", "確定 v1 R7.4 aa"), "確定 受付 受付 未提出"),
        (("受付 v1 R7.6 aa", "確定 v1 R7.4 aa", "差戻し v1 R7.6 aa"), "確定 差戻し 差戻し 未提出"),
        (("受付 v1 R7.6 aa", "差戻し v1 R7.6 aa", "受付 v2 R7.7 bb"), "受付 受付 受付 受付"),
        (("受付 v1 R7.6 aa", "確定 v1 R7.4 aa", "受付 v2 R7.7 bb"), "確定 受付 受付 受付"),
        (
            ("受付 v1 R7.6 aa", "差戻し v1 R7.6 aa", "確定 v1 R7.4 aa"),
            "差戻し 差戻し 差戻し 未提出",
        ),
        (("受付 v1 R7.6 aa", "確定 v1 R7.7 aa"), "受付 受付 受付 未提出"),
        (("受付 v1 R7.6 aa", "受付 v2 R7.7 bb", "差戻し v1 R7.6 aa"), "受付 受付 受付 受付"),
        (("受付 v1 R7.6 aa", "受付 v2 R7.7 aa"), "受付 受付 受付 未提出"),
        (("差戻し v1 R7.6 aa", "確定 v1 R7.4 aa"), "未提出 未提出 未提出 未提出"),
        (("受付 v1 R7.6 aa", "確定 v1 R7.4 aa", "確定取消 v1 R7.4 aa"), "受付 受付 受付 未提出"),
        (("受付 v1 R7.6 aa", "確定 v1 R7.4 aa", "確定取消 v1 R7.5 aa"), "確定 受付 受付 未提出"),
        (
            ("受付 v1 R7.6 aa", "確定 v1 R7.4 aa", "受付 v2 R7.6 bb", "確定取消 v2 R7.4 bb"),
            "確定 受付 受付 未提出",
        ),
    ],
)
def test_state__of_every_month(events, expected):
    """A step that cannot follow what happened before changes nothing."""
    assert states(life(*events)) == expected


def test_deadline__is_the_tenth_of_the_following_month():
    assert deadline(Month.parse("R7.12")) == date(2026, 1, 10)


def test_change__asks_for_a_reason_until_somebody_gives_it():
    """The version that changed a figure last is asked; its reason answers for it alone."""
    found = life("受付 v1 R7.6 aa")
    found.take(Event(RECEIVE, "W1", YEAR, 2, "bb", Month.parse("R7.6"), "係", date(2025, 7, 9),
                     changed=("A01/R7.4", "A02/R7.5")))  # fmt: skip
    found.take(Event(EXPLAIN, "W1", YEAR, 2, "bb", Month.parse("R7.4"), "係", date(2025, 7, 9),
                     item="A01", reason="二重計上"))  # fmt: skip

    assert list(found.unexplained()) == ["A02/R7.5"]
    assert found.reason(2, "A01/R7.4") == "二重計上"
    assert found.reason(1, "A01/R7.4") == ""


def test_lives__keep_years_and_forms_apart():
    other = event("受付 v1 R7.6 aa")
    events = [other, event("差戻し v9 R7.6 zz")]

    assert list(lives(events, YEAR)) == ["W1"]
    assert lives(events, YEAR.previous) == {}


STEPS = st.builds(
    Event,
    st.sampled_from(Step),
    st.sampled_from(["W1", "W2"]),
    st.just(YEAR),
    st.integers(1, 4),
    st.sampled_from(["aa", "bb", "cc", "dd"]),
    st.sampled_from(YEAR.months[:4]),
    st.just("係"),
    st.just(date(2025, 8, 1)),
    item=st.just("A01"),
)


@given(st.lists(STEPS, max_size=25))
def test_any_sequence__leaves_one_state_and_keeps_what_was_settled(events):
    """A month stays settled from the very version until that is taken back; contents differ."""
    found = {"W1": Life("W1", YEAR), "W2": Life("W2", YEAR)}
    for step in events:
        mine = found[step.form]
        settled = dict(mine.settled)
        mine.take(step)

        if step.step is REOPEN:
            settled.pop(step.month, None)
        assert settled.items() <= mine.settled.items() | mine.reopened.items()
        assert not mine.settled.keys() & mine.reopened.keys()
        assert all(mine.version_of(e.sha256) for e in mine.settled.values())
        assert all(isinstance(mine.status(month), Status) for month in YEAR.months)
        numbers = [version.version for version in mine.versions]
        assert numbers == sorted(set(numbers))
        assert len({version.sha256 for version in mine.versions}) == len(mine.versions)
    for mine in found.values():
        assert mine.current is not None or all(
            mine.status(month) is Status.MISSING for month in YEAR.months
        )
