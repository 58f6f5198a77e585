"""The consent gate: who may be discussed in which meeting, and before which agencies.

A person reaches a 重層的支援会議 only with consent (実施計画7(2)「本人の同意を得た上で」); the
支援会議 may share without it (社会福祉法第106条の6); the 庁内連携委員会 handles no person at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from juso.koshu.agencies import HOST, MULTI_AGENCY_TEAM
from juso.koshu.codes import Caution, Consent, ConsentVerdict, Meeting, SharedInformation
from juso.koshu.sheets import Case

KNOWS_EVERY_CASE = (HOST, MULTI_AGENCY_TEAM)  # 多機関協働事業者: it holds the 重層的支援会議

SIGNS = {
    Consent.WRITTEN: "○（書面）",
    Consent.ORAL: "○（口頭・要書面）",
    Consent.PROXY: "○（代理人・保護者）",
    Consent.PENDING: "確認中",
    Consent.REFUSED: "×（同意なし）",
    Consent.WITHDRAWN: "×（同意撤回）",
}
"""How a 案件票 shows the 同意状況."""


def verdict(case: Case, meeting: Meeting, today: date) -> ConsentVerdict:
    """同意判定: whether a case may be put before a meeting held on the day `today`."""
    if meeting is Meeting.SUPPORT_CONFERENCE:
        return ConsentVerdict.NOT_NEEDED
    if refusal(case, meeting, today):
        return ConsentVerdict.NOT_ALLOWED
    return ConsentVerdict.NEEDS_WRITING if case.consent is Consent.ORAL else ConsentVerdict.OK


def refusal(case: Case, meeting: Meeting, today: date) -> str:
    """Why a case may not be put before a meeting, as the start of a sentence; '' if it may."""
    if meeting is Meeting.SUPPORT_CONFERENCE:
        return ""
    if meeting is Meeting.LIAISON_COMMITTEE:
        return f"{meeting}では個別のケースを扱わない"
    return next(_defects(case, today), "")


def _defects(case: Case, today: date) -> Iterator[str]:
    if case.consent is None or not case.consent.is_given:
        yield f"同意状況が「{case.consent or '空欄'}」である"
    if case.consent_on and case.consent_on > today:
        yield "同意日が会議の日より後である"
    if case.consent_until and case.consent_until < today:
        yield "同意期限が過ぎている"
    if case.consent is Consent.PROXY and not case.proxy:
        yield "代理人氏名・続柄が未入力である"


def was_given(case: Case, held_on: date) -> bool:
    """Whether a case that was discussed on `held_on` had consent then, withdrawn since or not."""
    if case.consent is Consent.WITHDRAWN:
        return case.consent_on is not None and case.consent_on <= held_on
    return not refusal(case, Meeting.PLAN_CONFERENCE, held_on)


def in_scope(case: Case, agency: str) -> bool:
    """Whether an agency may hear of a case: named in the 同意範囲, in charge of it, or the host."""
    return agency in (*case.consent_agencies, case.lead_agency, *KNOWS_EVERY_CASE)


def outside_scope(case: Case, agencies: Iterable[str]) -> tuple[str, ...]:
    """Those of the agencies to whom the consent does not reach, each once, in their order."""
    return tuple(dict.fromkeys(a for a in agencies if not in_scope(case, a)))


def may_show(case: Case, meeting: Meeting, information: SharedInformation) -> bool:
    """Whether the consent covers a kind of information; a 支援会議 needs none."""
    return meeting is Meeting.SUPPORT_CONFERENCE or information in case.consent_information


def is_protected(case: Case, household: Iterable[Case] = ()) -> bool:
    """支援措置（DV等） of the person or anyone of the household.

    No document shows their address, area, phone, workplace or school, at any level.
    """
    return any(Caution.PROTECTED in member.cautions for member in (case, *household))
