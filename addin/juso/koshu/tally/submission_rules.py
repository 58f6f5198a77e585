"""What must hold between the forms that come in and those that were received and settled before."""

from __future__ import annotations

from juso.koshu.tally.form_rules import ERROR, NOTE, WARNING, TallyRule

LIFE = "月次報告の受付と確定の決まり"

SUBMISSION_RULES = (
    TallyRule("FORM-040", "N43", WARNING, LIFE, "届いた月次報告は、受け付けてから集計する。"),
    TallyRule(
        "FORM-041",
        "N43",
        WARNING,
        LIFE,
        "受け付けた版より前の報告を、新しい版の代わりにしない。",
    ),
    TallyRule(
        "FORM-042",
        "V-T06",
        WARNING,
        "実施計画7",
        "確定した月の数を直すときは、締め後修正として理由を残す。",
    ),
    TallyRule("FORM-043", "N44", ERROR, LIFE, "月次報告は、この市の窓口・事業のものである。"),
    TallyRule(
        "FORM-044",
        "N43",
        NOTE,
        LIFE,
        "受け付けた版のファイルが、月次報告のフォルダーにある。",
    ),
    TallyRule(
        "FORM-045",
        "V-T06",
        WARNING,
        LIFE,
        "受け付けた版の控えが、受け付けたときのまま保管にある。",
    ),
    TallyRule("FORM-046", "V-T06", WARNING, LIFE, "確定を取り消した月は、期限までに確定し直す。"),
)
