"""判断を覚える: what clerks answered on a 名寄せ listing becomes decisions, or a sentence why not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from juso.core.cells import fold
from juso.koshu.match_decision import (
    ANSWERS,
    MatchDecision,
    Place,
    Question,
    Verdict,
    objection,
)
from juso.services.matching.matters import Matter
from juso.services.matching.words import shown

TAKEN_BACK = frozenset({"取消", "取消し", "取り消し", "取り消す"})
GONE = "は、いまの一覧にありません。番号が変わったか、もう似ていないので、判断は要りません。"
CHANGED = (
    "は、一覧をつくった後で台帳の内容が変わりました。新しい一覧を見て、もう一度判断してください。"
)
NOT_DECIDED = "は、覚えている判断がないので、取り消すものがありません。"
NO_VERDICT = "に理由だけが書かれています。「判断」を選んでください。"
TWICE = "に違う判断が2つ以上書かれています。1つにしてください。"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a clerk answered in one row, with what stood there about the two cases."""

    a: str
    b: str
    about: str  # 8050 …; '' for a pair
    verdict: str
    reason: str
    shown: tuple[str, str]

    @property
    def place(self) -> Place:
        return self.a, self.b, self.about


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions to store, a sentence for each reply that was refused, and those replies."""

    decisions: tuple[MatchDecision, ...] = ()
    refused: tuple[str, ...] = ()
    left: tuple[Reply, ...] = ()

    @property
    def summary(self) -> str:
        """2件の判断を覚えました。1件は受け付けませんでした。"""
        back = sum(decision.is_withdrawal for decision in self.decisions)
        stored = len(self.decisions) - back
        said = [f"{stored}件の判断を覚えました。"] if stored else []
        said += [f"{back}件の判断を取り消しました。"] if back else []
        said += [f"{len(self.refused)}件は受け付けませんでした。"] if self.refused else []
        return "".join(said)


def decide(
    replies: Iterable[Reply],
    listed: Iterable[Matter],
    history: Sequence[MatchDecision],
    by: str,
    at: date,
) -> Decided:
    """What to store of the replies; what is stored already is passed over in silence."""
    desk = _Desk({matter.place: matter for matter in listed}, _latest(history), by, at)
    by_place: dict[Place, list[Reply]] = {}
    for reply in replies:
        by_place.setdefault(_place(reply, desk.matters), []).append(reply)
    answers = [(same[0], desk.answer(place, same)) for place, same in by_place.items()]
    refused = [(reply, answer) for reply, answer in answers if isinstance(answer, str)]
    return Decided(
        tuple(answer for _, answer in answers if isinstance(answer, MatchDecision)),
        tuple(f"{_named(reply)}{answer}" for reply, answer in refused),
        tuple(reply for reply, _ in refused),
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    matters: Mapping[Place, Matter]
    latest: Mapping[Place, MatchDecision]
    by: str
    at: date

    def answer(self, place: Place, replies: Sequence[Reply]) -> MatchDecision | str | None:
        """An entry to store, a refusal, or None for what is known."""
        reply, matter = replies[0], self.matters.get(place)
        if len({(fold(r.verdict), r.reason) for r in replies}) > 1:
            return TWICE
        if fold(reply.verdict) in TAKEN_BACK:
            return self._taken_back(place, reply)
        if matter is None:
            return GONE
        return _refusal(reply, matter) or self._decision(reply, matter)

    def _taken_back(self, place: Place, reply: Reply) -> MatchDecision | str | None:
        known = self.latest.get(place)
        if known is None:
            return NOT_DECIDED
        if known.is_withdrawal:
            return None
        if reply.reason and (no := objection(reply.reason)):
            return f"の{no}"
        return MatchDecision(*place, Verdict.TAKEN_BACK, reply.reason, self.by, self.at)

    def _decision(self, reply: Reply, matter: Matter) -> MatchDecision | str | None:
        verdict, known = Verdict(fold(reply.verdict)), matter.decision
        is_known = known and (known.verdict, known.reason) == (verdict, reply.reason)
        if is_known and not matter.change:
            return None
        if _folded(reply.shown) != _folded(shown(matter)):
            return CHANGED
        return MatchDecision(
            *matter.place, verdict, reply.reason, self.by, self.at, dict(matter.values)
        )


def _refusal(reply: Reply, matter: Matter) -> str:
    allowed = ANSWERS.get(Question(matter.question), ()) if matter.b else (Verdict.NOT,)
    verdict = fold(reply.verdict)
    if not verdict:
        return NO_VERDICT
    if verdict not in allowed:
        choices = "」「".join(allowed)
        return f"の判断「{reply.verdict}」は、ここでは選べません。「{choices}」から選んでください。"
    no = objection(reply.reason)
    return f"の{no}" if no else ""


def _place(reply: Reply, known: Mapping[Place, Matter]) -> Place:
    """The place of a reply, also where its two numbers stand the other way round."""
    turned = reply.b, reply.a, reply.about
    return turned if reply.place not in known and turned in known else reply.place


def _latest(history: Iterable[MatchDecision]) -> dict[Place, MatchDecision]:
    return {decision.place: decision for decision in history}


def _folded(texts: Iterable[str]) -> list[str]:
    return [fold(text) for text in texts]


def _named(reply: Reply) -> str:
    return f"{reply.a}と{reply.b}の組" if reply.b else f"{reply.a}の「{reply.about}」"
