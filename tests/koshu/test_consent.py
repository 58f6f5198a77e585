"""The consent gate: the table of 同意状況 against the three meetings, dates, scope, protection."""

from datetime import date

import pytest

from juso.koshu.codes import (
    Caution,
    Consent,
    ConsentVerdict,
    Meeting,
    SharedInformation,
)
from juso.koshu.consent import (
    in_scope,
    is_protected,
    may_show,
    outside_scope,
    refusal,
    verdict,
    was_given,
)
from juso.koshu.sheets import Case

DAY = date(2025, 7, 10)
JU, SK, TN = Meeting.PLAN_CONFERENCE, Meeting.SUPPORT_CONFERENCE, Meeting.LIAISON_COMMITTEE


def case(consent: Consent | None = Consent.WRITTEN, **facts: object) -> Case:
    return Case(case_no="R7-0001", consent=consent, **facts)


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        (Consent.WRITTEN, ConsentVerdict.OK),
        (Consent.ORAL, ConsentVerdict.NEEDS_WRITING),
        (Consent.PROXY, ConsentVerdict.OK),
        (Consent.PENDING, ConsentVerdict.NOT_ALLOWED),
        (Consent.REFUSED, ConsentVerdict.NOT_ALLOWED),
        (Consent.WITHDRAWN, ConsentVerdict.NOT_ALLOWED),
        (None, ConsentVerdict.NOT_ALLOWED),
    ],
)
def test_verdict__by_consent(consent, expected):
    """Only the three given consents open the 重層的支援会議; a 支援会議 needs none of them."""
    found = case(consent, proxy="長男")

    assert verdict(found, JU, DAY) is expected
    assert verdict(found, SK, DAY) is ConsentVerdict.NOT_NEEDED
    assert verdict(found, TN, DAY) is ConsentVerdict.NOT_ALLOWED


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"consent_until": date(2025, 7, 10)}, ""),
        ({"consent_until": date(2025, 7, 9)}, "同意期限が過ぎている"),
        ({"consent_on": date(2025, 7, 10)}, ""),
        ({"consent_on": date(2025, 7, 11)}, "同意日が会議の日より後である"),
        ({"consent": Consent.PROXY, "proxy": "長男"}, ""),
        ({"consent": Consent.PROXY}, "代理人氏名・続柄が未入力である"),
    ],
)
def test_refusal__by_the_day_of_the_meeting(facts, expected):
    """Consent counts from its day to its last day, and a proxy must be named."""
    assert refusal(case(**facts), JU, DAY) == expected


def test_was_given__withdrawn_later():
    """What was discussed with consent stays recorded when the consent is withdrawn later."""
    withdrawn = case(Consent.WITHDRAWN, consent_on=date(2025, 6, 1))

    assert was_given(withdrawn, DAY)
    assert not was_given(withdrawn, date(2025, 5, 31))
    assert not was_given(case(Consent.WITHDRAWN), DAY)
    assert was_given(case(), DAY)
    assert not was_given(case(Consent.REFUSED), DAY)


def test_outside_scope__each_agency_once():
    """In scope: agencies the consent names, the one in charge, and the host of the meeting."""
    found = case(lead_agency="自立相談支援", consent_agencies=("ハローワーク",))
    agencies = ("ハローワーク", "教育委員会", "自立相談支援", "福祉総合支援課", "教育委員会")

    assert outside_scope(found, agencies) == ("教育委員会",)
    assert in_scope(found, "多機関協働担当")


def test_may_show__only_what_the_consent_covers():
    """Family and record need to be in the 同意範囲(情報), except in a 支援会議."""
    found = case(consent_information=(SharedInformation.BASICS,))

    assert may_show(found, JU, SharedInformation.BASICS)
    assert not may_show(found, JU, SharedInformation.FAMILY)
    assert may_show(found, SK, SharedInformation.FAMILY)


def test_is_protected__by_anyone_of_the_household():
    """支援措置 of one member hides the address of all."""
    protected = case(cautions=(Caution.ABUSE, Caution.PROTECTED))

    assert is_protected(protected)
    assert is_protected(case(), [protected])
    assert not is_protected(case(cautions=(Caution.ABUSE,)))
