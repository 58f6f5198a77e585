"""名寄せ as rows: what is asked and what was decided, and what a clerk answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from juso.adapters.listing import Answers, Link, Listing
from juso.adapters.match_sheet import FOLDER, MATCHES
from juso.core.calendar import era_date
from juso.core.finding import address
from juso.koshu.match_decision import Place, Question
from juso.koshu.personal_number import holds_personal_number
from juso.koshu.register import Register
from juso.koshu.sheets import Case
from juso.services.matching.decide import Reply
from juso.services.matching.matters import Matter, counts, split_numbers
from juso.services.matching.words import shown, standing

MARK = "？"
NOTHING = "調べて判断するものはありません。"
LOOKED_AT = {Question.PERSON: "name", Question.HOUSEHOLD: "household_no"}


def match_listing(
    listed: Sequence[Matter], left: Sequence[Reply], skipped: Sequence[str], register: Register
) -> Listing:
    """The rows of 名寄せ, with the replies that were not accepted where they were written."""
    written = {reply.place: reply for reply in left}
    rows = [_row(matter, written.get(matter.place), register) for matter in listed]
    asked = "" if any(matter.is_open for matter in listed) else NOTHING
    opening = [
        f"{era_date(register.today)}現在。{counts(listed)}",
        "".join((asked, *skipped)),
    ]
    return Listing(MATCHES, rows, opening, FOLDER)


def replies_in(answers: Answers) -> list[Reply]:
    """What was answered, row by row."""
    return [_reply(cells) for cells in answers.rows]


def _reply(cells: Mapping[str, str]) -> Reply:
    about = "" if cells["相手の番号"] else cells["見込み"].rstrip("？?")
    return Reply(
        cells["ケース番号"],
        cells["相手の番号"],
        about,
        cells["判断"],
        cells["理由"],
        (cells["本人"], cells["相手"]),
    )


def _row(matter: Matter, written: Reply | None, register: Register) -> list[Any]:
    first, second = shown(matter)
    place: Place = matter.place
    return [
        written.verdict if written else None,
        _kept(written.reason) if written else None,
        f"{matter.question}{MARK}",
        place[0],
        place[1],
        "\n".join(matter.reasons),
        first,
        second,
        standing(matter, _typed_at(matter, register)),
        *_links(matter, register),
    ]


def _kept(reason: str) -> str | None:
    """A reason that was refused, to be mended; a 個人番号 is not written down once more."""
    return None if holds_personal_number(reason) else reason


def _typed_at(matter: Matter, register: Register) -> str:
    """Where the clerk types what follows: 複合課題類型 for a hint, the 世帯番号 that is to change."""
    if split := split_numbers(matter):
        return _cell(split[0].case, "household_no", register)
    return _cell(matter.a.case, "complexities", register)


def _links(matter: Matter, register: Register) -> list[Link | None]:
    key = LOOKED_AT[Question(matter.question)] if matter.b else "complexities"
    cases = [person.case if person else None for person in (matter.a, matter.b)]
    cells = [_cell(case, key, register) if case else "" for case in cases]
    return [Link(Case.sheet, cell) if cell else None for cell in cells]


def _cell(case: Case, key: str, register: Register) -> str:
    return address(case.row_number, register.tables[Case].positions[key])
