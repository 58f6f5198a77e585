"""確認済みメモ about monthly forms: a confirmation rests on the figures that were compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from form_tables import YEAR, read
from juso.core.finding import Severity
from juso.koshu.confirmation import Reason
from juso.koshu.register import register_of
from juso.services.confirm import confirm_with, told_by
from juso.services.merge import merge
from juso.services.tally.memo import TallyMemo

TODAY = date(2026, 3, 31)
WHY = "窓口に電話で確認"
SUSPECT = "I403 | 1 | 1 | 1\nI404 | 1 | 1 | 2"
KEY, RULE = "W4/I404/R7.6", "TALLY-117"


def tallied(text):
    """The merge of one form in text, and what it finds at the figure."""
    merged = merge([read(text, "W4")], YEAR, expected=())
    return merged, [f for f in merged.findings if (f.key, f.rule) == (KEY, RULE)]


def memo(merged, findings, history=()):
    return TallyMemo(findings, history, merged, register_of([], TODAY))


def confirmed(text):
    merged, findings = tallied(text)
    (f,) = findings
    reason = Reason(f.rule, f.sheet, f.key, f.column, f.message, WHY, f.cell)
    done = confirm_with(memo(merged, findings), [reason], findings, "窓口 太郎", TODAY)
    assert done.refused == ()
    return done.confirmations


def told(text, history):
    merged, findings = tallied(text)
    return told_by(memo(merged, findings, history), findings)


def test_confirmation__holds_while_the_figures_are_the_same():
    history = confirmed(SUSPECT)

    (found,) = told(SUSPECT, history)

    assert found.severity is Severity.NOTE
    assert history[0].values == {"I404": "2", "I403": "1"}


def test_confirmation__comes_back_when_either_side_changes():
    history = confirmed(SUSPECT)

    for changed in (
        SUSPECT.replace("1 | 1 | 2", "1 | 1 | 3"),
        SUSPECT.replace("1 | 1 | 1", "1 | 1 | 0"),
    ):
        (found,) = told(changed, history)
        assert found.severity is Severity.WARNING
        assert "もう一度確かめてください" in found.message


def test_confirmation__does_not_mind_other_figures():
    (found,) = told(SUSPECT + "\nI405 | 5 | 5 | 5", confirmed(SUSPECT))

    assert found.severity is Severity.NOTE


def test_error__cannot_be_confirmed():
    merged, findings = tallied(SUSPECT)
    wrong = [replace(f, severity=Severity.ERROR) for f in findings]
    reasons = [Reason(f.rule, f.sheet, f.key, f.column, f.message, WHY, f.cell) for f in wrong]

    done = confirm_with(memo(merged, wrong), reasons, wrong, "窓口 太郎", TODAY)

    assert done.confirmations == ()
    assert "要修正" in done.refused[0]
