"""評価・終結票: what came of a plan, or of a case that had none."""

from __future__ import annotations

from datetime import date
from typing import Any

from juso.koshu.codes import (
    Achievement,
    Change,
    ClosingReason,
    Conclusion,
    EvaluationKind,
    Smoothness,
)
from juso.koshu.sheets import Evaluation
from juso.services.sample.journey import Journey, PlanDraft
from juso.services.sample.masters import SHORTAGES
from juso.services.sample.texts import ISSUE_TEXTS
from juso.services.sample.workdays import later

PROGRESS = (
    "目標の半分まで進んだ",
    "最初の手続きを終えた段階",
    "自分から連絡できる段階",
    "サービスが始まり、続いている段階",
    "体験を終え、次を考えている段階",
)
FACTORS = (
    "早い時期に関係機関で役割を決めた",
    "本人の希望に沿って順番を変えた",
    "家族の協力が得られた",
    "体調の波で予定が延びた",
    "移動の手段の確保に時間がかかった",
)
SATISFIED = (
    "話を聞いてもらい、気持ちが軽くなった。",
    "思っていたより早く動けた。続けたい。",
    "できることが増えて、少し自信がついた。",
    "まだ不安はあるが、相談先が分かって安心した。",
    "自分の速さで進めてもらえてよかった。",
)
STOPPED = (
    "今は関わりを望まないとのこと。困ったときは連絡するとの返事があった。",
    "連絡が取れず、意向を確かめられていない。",
    "家族から、しばらく見合わせたいとの申出があった。",
)
UNHEARD = {
    ClosingReason.DIED: "（亡くなられたため、家族から）最期まで気に掛けてもらい、ありがたかった。",
    ClosingReason.MOVED: "転出先でも相談先があると分かり、安心した。",
}
REMAINING = (
    "なし",
    "冬の間の外出の機会を増やすこと。",
    "家族の負担が再び増えたときの相談。",
    "書類の手続きを一人で進めること。",
    "気になることを早めに相談すること。",
    "家計の見直しを続けること。",
    "地域とのつながりを保つこと。",
)
WATCHERS = (
    "地区の民生委員が月1回声を掛ける。困ったときは{agency}へ連絡する。",
    "{agency}が3か月後に電話で様子を確かめる。",
    "通いの場の世話人が様子を見る。連絡先は{agency}。",
    "利用中の事業所が変化に気づいたときは{agency}へ知らせる。",
)
GONE = {
    ClosingReason.MOVED: "転出先の相談窓口を案内した。引継ぎの問合せ先は{agency}。",
    ClosingReason.DIED: "遺族の相談先として{agency}を案内した。",
}
SHORTAGE = 0.07


def evaluate(
    journey: Journey,
    draft: PlanDraft | None,
    day: date,
    kind: EvaluationKind,
    conclusion: Conclusion,
    **facts: Any,
) -> Evaluation:
    """Evaluate a plan, or the whole case where there is none."""
    desk = journey.desk
    journey.evaluations += 1
    journey.reviewed_on = day
    achievement = _achievement(journey, kind)
    row = Evaluation(
        evaluation_no=f"E-{journey.case_no}-{journey.evaluations}",
        plan_no=draft.plan.plan_no if draft else None,
        case_no=journey.case_no,
        evaluated_on=day,
        kind=kind,
        achievement=achievement,
        progress=desk.pick(PROGRESS) if achievement is not Achievement.ACHIEVED else None,
        changes=_changes(journey, achievement),
        smoothness=desk.pick((Smoothness.SMOOTH, Smoothness.SMOOTH, Smoothness.PARTLY)),
        factors=desk.pick(FACTORS),
        satisfaction=_satisfaction(journey, kind, facts.get("closing_reason")),
        remaining=desk.pick(REMAINING),
        conclusion=conclusion,
        **_shortage(journey, draft),
        **facts,
    )
    desk.rows.append(row)
    return row


def evaluate_closing(
    journey: Journey, draft: PlanDraft | None, day: date, reason: ClosingReason, **facts: Any
) -> Evaluation:
    """支援終結時の評価（実施計画8(1)）."""
    desk = journey.desk
    watch_over = GONE.get(reason) or desk.pick(WATCHERS)
    return evaluate(
        journey,
        draft,
        day,
        EvaluationKind.CLOSING,
        Conclusion.CLOSE,
        closing_reason=reason,
        watch_over=watch_over.format(agency=journey.window_agency),
        feedback_on=later(day, desk.rng.randint(0, 5), journey.limit(day)),
        **facts,
    )


def _satisfaction(journey: Journey, kind: EvaluationKind, reason: ClosingReason | None) -> str:
    if reason in UNHEARD:
        return UNHEARD[reason]
    return journey.desk.pick(STOPPED if kind is EvaluationKind.SUSPENSION else SATISFIED)


def _achievement(journey: Journey, kind: EvaluationKind) -> Achievement:
    shares = {EvaluationKind.CLOSING: (70, 25, 5), EvaluationKind.SUSPENSION: (0, 40, 60)}
    weights = shares.get(kind, (15, 70, 15))
    return journey.desk.rng.choices(tuple(Achievement), weights)[0]


def _changes(journey: Journey, achievement: Achievement) -> tuple[Change, ...]:
    if achievement is Achievement.NOT:
        return (Change.NONE,)
    found = [journey.desk.pick(ISSUE_TEXTS[issue].changes) for issue in journey.issues]
    return tuple(dict.fromkeys(found))


def _shortage(journey: Journey, draft: PlanDraft | None) -> dict[str, Any]:
    """What the area lacks, entered in the ledger of resources."""
    if draft is None or not journey.desk.chance(SHORTAGE):
        return {}
    resource_no, name = journey.desk.pick(SHORTAGES)
    return {"missing_resource": name, "resource_no": resource_no}
