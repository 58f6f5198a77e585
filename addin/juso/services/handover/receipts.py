"""受領確認: a line to sign for each case, and for what is left on cases somebody else leads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from juso.core.sheet import Row
from juso.koshu import todo_kinds as kinds
from juso.services.handover.cards import Place, next_day, next_places, ordered_cases
from juso.services.handover.desk import Desk
from juso.services.handover.duties import is_step
from juso.services.handover.model import ReceiptLine

LEAD = "主担当"
NO_DAY = "－"
NAMES = {
    kinds.NEXT_STEP: "次の対応",
    kinds.RETURNED: "つなぎ・引継ぎ",
    kinds.RECEIPT: "つなぎ・引継ぎ",
    kinds.FIRST_CONTACT: "つなぎ・引継ぎ",
    kinds.FOLLOW_UP: "つなぎ・引継ぎ",
    kinds.DECISION: "会議の決定事項",
}
"""What a duty is called here, where it is not called by its kind."""


def receipts(desk: Desk) -> tuple[ReceiptLine, ...]:
    """The cases in the order of the cards, then the shares in others."""
    numbers, places = count(1), next_places(desk)
    own = [
        ReceiptLine(
            number=next(numbers),
            case=desk.case_label(case),
            what=LEAD,
            next_day=_day(places.get(case.case_no)),
        )
        for case in ordered_cases(desk)
    ]
    shares: dict[str, list[str]] = {}
    for row, what in _shares(desk):
        if not desk.is_own(row):
            whats = shares.setdefault(_label(desk, row), [])
            whats += [what] if what not in whats else []
    days = {_label(desk, row): places.get(desk.case_no(row)) for row, _ in _shares(desk)}
    others = [
        ReceiptLine(
            number=next(numbers),
            case=label,
            what="、".join(whats),
            next_day=_day(days[label]),
        )
        for label, whats in shares.items()
    ]
    return (*own, *others)


def _day(place: Place | None) -> str:
    return next_day(place).replace("　", "\n") or NO_DAY


def _label(desk: Desk, row: Row) -> str:
    return desk.case_label(row) if desk.case_no(row) else row.key


def _shares(desk: Desk) -> Iterator[tuple[Row, str]]:
    yield from ((line, "プランの支援内容") for line in desk.lines)
    yield from ((ball.referral, "つなぎ・引継ぎ") for ball in desk.balls)
    for duty in desk.duties:
        if duty.kind in NAMES or is_step(duty, desk.today):
            yield duty.row, NAMES.get(duty.kind, duty.kind.name)
