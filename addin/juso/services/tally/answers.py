"""What clerks answered in 突合: a cause taken over (○), for all its rows (◎), or a written reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from juso.core.cells import fold, show
from juso.koshu.confirmation import Reason
from juso.koshu.tally.cover import TALLY_SHEET
from juso.services.tally.reconcile import RULE, Difference, Reconciled

ONE, ALL = "○", "◎"
_ONE, _ALL = frozenset("○〇◯o0"), "◎"


@dataclass(frozen=True, slots=True)
class Reply:
    """One row of 突合 in which something stands under 対応."""

    key: str  # W1/A01/R7.4
    month: str  # 4月
    reported: str  # as the row showed them
    counted: str
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    """The reasons to be stored, and for each answer that cannot be one a sentence and itself."""

    reasons: tuple[Reason, ...]
    refused: tuple[str, ...]
    left: tuple[Reason, ...]


def reasons_of(replies: Iterable[Reply], reconciled: Reconciled) -> Answered:
    """What the answers of 突合 mean.

    ◎ answers all rows that have the same first cause and no answer of their own.
    """
    given = {reply.key: reply for reply in replies if reply.text}
    by_key = {difference.key: difference for difference in reconciled.differences}
    reasons: list[Reason] = []
    refused: list[str] = []
    left: list[Reason] = []
    for reply in given.values():
        difference = by_key.get(reply.key)
        text, is_for_all = _text(reply, difference)
        if not text:
            refused.append(
                f"{reply.key}の対応「{reply.text}」は、考えられる訳がないため受け付けません。"
                "訳を確かめて、理由を書いてください。"
            )
            left.append(Reason(RULE, TALLY_SHEET, reply.key, reply.month, "", reply.text))
        elif difference is None:
            reasons.append(Reason(RULE, TALLY_SHEET, reply.key, reply.month, "", text))
        else:
            reasons.append(_reason(difference, text, is_seen=_is_as_shown(difference, reply)))
            if is_for_all and difference.causes:
                kin = (d for d in _of_same_cause(difference, reconciled) if d.key not in given)
                reasons += (_reason(d, text, is_seen=True) for d in kin)
    return Answered(tuple(reasons), tuple(refused), tuple(left))


def _text(reply: Reply, difference: Difference | None) -> tuple[str, bool]:
    """The reason meant ('' for none), and whether it is given for all rows of the cause."""
    is_for_all = reply.text.startswith(_ALL)
    text = reply.text.removeprefix(_ALL).strip()
    if text and fold(text) not in _ONE:
        return text, is_for_all
    if difference is None:
        return reply.text, False
    if not difference.causes:
        return "", False
    return difference.causes[0].hypothesis.sentence, is_for_all


def _reason(difference: Difference, text: str, *, is_seen: bool) -> Reason:
    found = difference.finding
    message = found.message if is_seen else ""
    return Reason(RULE, found.sheet, found.key, found.column, message, text, found.cell)


def _is_as_shown(difference: Difference, reply: Reply) -> bool:
    """Whether the numbers the clerk answered are still the numbers."""
    now = show(difference.reported), show(difference.counted)
    return now == (reply.reported, reply.counted)


def _of_same_cause(difference: Difference, reconciled: Reconciled) -> list[Difference]:
    best = difference.causes[0].hypothesis
    return [
        other
        for other in reconciled.differences
        if other is not difference and other.causes and other.causes[0].hypothesis is best
    ]
