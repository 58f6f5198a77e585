"""確定: what keeps a month of a received version from being closed."""

from __future__ import annotations

from collections.abc import Iterable

from juso.core.calendar import Month
from juso.core.finding import Finding, Severity
from juso.koshu.tally.submission import Life
from juso.services.tally.records import Records, told_version

NOT_ITS_OWN = frozenset(
    {"FORM-018", "FORM-019", "FORM-040", "FORM-044", "FORM-046"}
)  # of no cell of it


def findings_of(findings: Iterable[Finding], code: str, file: str) -> list[Finding]:
    """Those about one form: by the window in their key, else by its file."""
    return [
        finding
        for finding in findings
        if finding.rule not in NOT_ITS_OWN
        if (finding.key.partition("/")[0] == code if finding.key else finding.file == file)
    ]


def stops(findings: Iterable[Finding], code: str, month: Month) -> list[Finding]:
    """The 要修正 of a form up to a month; what is wrong in a later month stops that one only."""
    return [
        finding
        for finding in findings
        if finding.severity is Severity.ERROR and finding.key.partition("/")[0] in (code, "")
        if (at := month_of(finding)) is None or at <= month
    ]


def month_of(finding: Finding) -> Month | None:
    """The month of a finding's figure; None for one about the whole form."""
    try:
        return Month.parse(finding.key.rpartition("/")[2])
    except ValueError:
        return None


def why_not(life: Life | None, records: Records, month: Month, errors: int) -> str:
    """Why a month cannot be closed, and what to do; '' where it can."""
    if life is None:
        return "まだ受け付けていません。`juso receive`（［月次報告を受け付ける］）で受け付けてください。"
    now = life.versions[-1]
    if month > now.month:
        return f"受け付けているのは{told_version(now)}です。この月の提出を依頼してください。"
    if life.returned:
        return "差し戻しています。直したものを受け付けてから、確定してください。"
    if now.sha256 not in records.kept:
        return f"{told_version(now)}の控えを読めません。保管フォルダーの控えを戻してください。"
    if errors:
        return (
            f"要修正が{errors}件あります。`juso return`（［差し戻す］）で差し戻し、"
            "直したものを受け付けてください。"
        )
    return ""
