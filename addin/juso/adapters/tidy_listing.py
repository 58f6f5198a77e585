"""整え as rows: what is proposed, and which of it a clerk has ticked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from juso.adapters.listing import Answers, Link, Listing
from juso.adapters.register_file import RegisterFile
from juso.adapters.result_blocks import shown_value
from juso.adapters.tidy_sheet import FOLDER, TICK, TIDY
from juso.core.calendar import era_date
from juso.core.cells import Trouble, show, to_cell
from juso.core.characters import UNSEEN
from juso.core.eras import said_date, said_time
from juso.core.errors import JusoError
from juso.core.read_yes import read_yes
from juso.services.stray import BREAKS, RUN
from juso.services.tidy import Proposal

SURE, PERHAPS = "確か", "もしかして"
EMPTY = "（空欄）"
COLUMNS_NAMED = 6
STRAY = re.compile(rf"\A\s+|\s+\Z|[{BREAKS}]|{RUN.pattern}")

Name = tuple[str, str, str, str]  # sheet, row's number, column, what the cell holds


@dataclass(frozen=True, slots=True)
class Ticked:
    """The proposals a clerk wants, and a sentence for each row that no longer fits one."""

    proposals: list[Proposal]
    refused: list[str]


def tidy_listing(proposals: Sequence[Proposal], loaded: RegisterFile) -> Listing:
    """The rows of 整え: what is sure ticked, the rest left to be ticked."""
    sure = sum(p.is_sure for p in proposals)
    columns = Counter(f"{p.row_type.sheet}の{p.column.label}" for p in proposals)
    named = "、".join(f"{name} {number}件" for name, number in columns.most_common(COLUMNS_NAMED))
    more = f"、ほか{len(columns) - COLUMNS_NAMED}列" if len(columns) > COLUMNS_NAMED else ""
    day = era_date(loaded.register.today)
    opening = [
        f"{day}現在。{SURE} {sure}件（○を付けてあります）、{PERHAPS} {len(proposals) - sure}件",
        f"列ごとの数：{named}{more}" if columns else "直すところはありません。",
    ]
    return Listing(TIDY, [_row(p) for p in proposals], opening, FOLDER)


def ticked(answers: Answers, proposals: Sequence[Proposal]) -> Ticked:
    """The proposals whose rows are ticked, in their order; JusoError where none is.

    A row is known by its sheet, number, column and value, and by its cell where these are shared.
    """
    rows = [row for row in answers.rows if read_yes(row["直す"]).value]
    if not rows:
        raise JusoError(
            f"「{TIDY.title}」に、「直す」が{TICK}の行がありません。"
            f"［{TIDY.button}］を押し、直してよい行を{TICK}にしてから、もう一度押してください。"
        )
    fresh: dict[Name, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        fresh[_name(proposal)].append(proposal)
    wanted = set()
    refused = [_refusal(row, f"「直す」が{TICK}でないため、") for row in _unclear(answers)]
    for row in rows:
        found = _found(fresh[row["シート"], row["番号"], row["列"], row["今の値"]], row["セル"])
        if found is None:
            refused.append(_refusal(row, "一覧を作った後で変わったため、"))
        elif _then(found).strip() != row["直した値"]:
            refused.append(_refusal(row, "「直した値」が今の提案と違うため、"))
        else:
            wanted.add((found.row_type, found.cell))
    return Ticked([p for p in proposals if (p.row_type, p.cell) in wanted], refused)


def _unclear(answers: Answers) -> list[Mapping[str, str]]:
    return [
        row
        for row in answers.rows
        if (problem := read_yes(row["直す"]).problem) and problem.trouble is Trouble.NOT_A_CHOICE
    ]


def visible(text: str) -> str:
    """The text with a name for every stray blank, line break and character that nobody sees."""
    named = UNSEEN.sub("〔見えない文字〕", text)
    return STRAY.sub(lambda run: "".join(map(_blank_name, run[0])), named)


def _blank_name(blank: str) -> str:
    return "〔改行〕" if blank in BREAKS else "〔空白〕"


def _row(proposal: Proposal) -> list[Any]:
    return [
        TICK if proposal.is_sure else None,
        SURE if proposal.is_sure else PERHAPS,
        proposal.row_type.sheet,
        Link(proposal.row_type.sheet, proposal.cell),
        proposal.key,
        proposal.column.label,
        _now(proposal),
        _then(proposal),
        proposal.reason,
        proposal.repair,
    ]


def _name(proposal: Proposal) -> Name:
    sheet, column = proposal.row_type.sheet, proposal.column.label
    return sheet, proposal.key.strip(), column, _now(proposal).strip()


def _now(proposal: Proposal) -> str:
    return shown_value(visible(show(proposal.raw)))


def _then(proposal: Proposal) -> str:
    """The value as the register will show it."""
    value = to_cell(proposal.value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, datetime):
        return said_time(value)
    return said_date(value) if isinstance(value, date) else shown_value(show(value)) or EMPTY


def _found(proposals: Sequence[Proposal], cell: str) -> Proposal | None:
    """The proposal meant: the only one, else that of the cell."""
    if len(proposals) == 1:
        return proposals[0]
    return next((p for p in proposals if p.cell == cell), None)


def _refusal(row: Mapping[str, str], why: str) -> str:
    place = f"{row['シート']} {row['セル']}（{row['番号']}）の「{row['列']}」"
    return f"{place}は、{why}直していません。［{TIDY.button}］で確かめてください。"
