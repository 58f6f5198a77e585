"""Groups of cells of a row of 相談受付簿: person, consent, team."""

from __future__ import annotations

from typing import Any

from juso.koshu.agencies import HOST
from juso.koshu.codes import (
    AgeBand,
    Attribute,
    Caution,
    Consent,
    ConsentMethod,
    Outcome,
    Sex,
    SharedInformation,
    Urgency,
)
from juso.services.sample import places
from juso.services.sample.household import Person
from juso.services.sample.journey import Journey

METHODS = {
    Consent.WRITTEN: ConsentMethod.WRITTEN,
    Consent.ORAL: ConsentMethod.ORAL,
    Consent.PROXY: ConsentMethod.PROXY,
}
FIRST_RESPONSES = (
    "受付の当日に面談し、安全と当面の生活を確かめた。係長へ報告した。",
    "すぐに電話で状況を確かめ、複数の職員で対応を始めた。",
    "関係課に連絡し、その日の過ごし方と夜間の連絡先を決めた。",
)
NOT_SHARED = {
    Outcome.INFORMED: "情報提供のみで終了したため。",
    Outcome.SUPPORT_CONFERENCE: "本人の同意がなく、支援会議で情報を共有しているため。",
    Outcome.OUTREACH: "本人との関係づくりを先に進めるため。",
    Outcome.OTHER_WINDOW: "主な担当となる窓口に引き継いだため。",
}
SINGLE = "主な課題は一つの窓口で対応でき、他の分野は必要なときに連絡するため。"
CONTACT_CARES = (
    "平日の日中は電話に出られない。夕方以降に連絡する。",
    "家族に知られたくない。本人の携帯電話だけに連絡する。",
    "郵便は開けられないことがある。電話で伝える。",
)
SAFE_CONTACT = "郵送・折返しの電話は不可。本人からの連絡を待つ。所在を誰にも伝えない。"
INFORMATION = (SharedInformation.BASICS, SharedInformation.RECORD)
MORE_INFORMATION = {
    Attribute.ELDERLY: SharedInformation.HEALTH,
    Attribute.DISABILITY: SharedInformation.HEALTH,
    Attribute.CHILDREN: SharedInformation.FAMILY,
    Attribute.HARDSHIP: SharedInformation.MONEY,
}
MOST_HELPERS = 5
HAS_A_PHONE = 13


def first_response(journey: Journey) -> str | None:
    """緊急の内容・初動 of what cannot wait."""
    pressing = journey.urgency in (Urgency.SAME_DAY, Urgency.THREE_DAYS)
    return journey.desk.pick(FIRST_RESPONSES) if pressing else None


def person_cells(journey: Journey, person: Person) -> dict[str, Any]:
    """Who the person is, as far as it may be written down."""
    opening, home = journey.opening, journey.opening.household
    if opening.story.is_anonymous:
        known = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
        return {
            "is_anonymous": True,
            "sex": journey.desk.pick(known),
            "typed_band": AgeBand.of(opening.age),
            "area": home.area if journey.desk.chance(0.4) else "不明",
            "contact_care": "折返し不可。本人からの電話を待つ。",
        }
    own_phone = opening.age >= HAS_A_PHONE and journey.desk.chance(0.6)
    return {
        "name": person.name,
        "kana": person.kana,
        "sex": person.sex,
        "born_on": person.born_on,
        "address": home.address,
        "area": home.area,
        "phone": places.mobile_phone(journey.desk.rng) if own_phone else home.phone,
        "contact_care": _contact_care(journey),
        "family_count": len(home.people),
    }


def _contact_care(journey: Journey) -> str | None:
    if Caution.PROTECTED in journey.opening.story.cautions:
        return SAFE_CONTACT
    return journey.desk.pick(CONTACT_CARES) if journey.desk.chance(0.07) else None


def consent_cells(journey: Journey) -> dict[str, Any]:
    """The consent with its scope, else why there is none."""
    if not journey.consent.is_given:
        return {"consent": journey.consent, "consent_reason": journey.consent_reason}
    more = (MORE_INFORMATION.get(a) for a in journey.opening.story.attributes)
    return {
        "consent": journey.consent,
        "consent_on": journey.consent_on,
        "consent_method": METHODS[journey.consent],
        "proxy": journey.proxy,
        "consent_agencies": tuple(journey.team),
        "consent_information": tuple(dict.fromkeys((*INFORMATION, *(m for m in more if m)))),
    }


def team_cells(journey: Journey) -> dict[str, Any]:
    """Who helps beside the lead, and whether it is 多機関協働."""
    helpers = [a for a in journey.team if a not in (journey.lead.agency, HOST)]
    together = journey.opening.outcome is Outcome.MULTI_AGENCY
    if together:
        return {"support_agencies": tuple(helpers[:MOST_HELPERS]), "is_multi_agency": True}
    fields = {issue.attribute for issue in journey.issues} - {Attribute.OTHER}
    if len(fields) < 2:
        return {"support_agencies": tuple(helpers[:2])}
    reason = NOT_SHARED.get(journey.opening.outcome or Outcome.PENDING, SINGLE)
    return {
        "support_agencies": tuple(helpers[:MOST_HELPERS] or [HOST]),
        "not_multi_agency_reason": reason,
    }
